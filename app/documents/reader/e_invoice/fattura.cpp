// FatturaPA 1.2 (FatturaElettronica), the e-invoice of Italy. It has no terms of EN 16931; the fields are those with
// the same meaning. Its bill has no net and tax of the whole, but those of each rate ("riepilogo"), which are added.
#include "app/documents/reader/e_invoice/syntax.h"
#include "app/extraction/decimal.h"

namespace floe::reader {

namespace {

constexpr auto kName =
    "DatiAnagrafici/Anagrafica/Denominazione | DatiAnagrafici/Anagrafica/Nome + DatiAnagrafici/Anagrafica/Cognome";
constexpr auto kAddress = "Sede/Indirizzo + Sede/NumeroCivico ; Sede/CAP + Sede/Comune ; Sede/Provincia ; Sede/Nazione";
constexpr auto kVatId = "DatiAnagrafici/IdFiscaleIVA/IdPaese ~ DatiAnagrafici/IdFiscaleIVA/IdCodice";

// A payment without an account says nothing of one.
constexpr auto kAccounts = "FatturaElettronicaBody/DatiPagamento/DettaglioPagamento[IBAN]";

QVector<ListPart> lists() {
    return {{"document_allowances",
             "FatturaElettronicaBody/DatiGenerali/DatiGeneraliDocumento/ScontoMaggiorazione[Tipo=SC]",
             {{"amount", "Importo", How::Amount}, {"percent", "Percentuale", How::Amount}}},
            {"document_charges",
             "FatturaElettronicaBody/DatiGenerali/DatiGeneraliDocumento/DatiCassaPrevidenziale",
             {{"amount", "ImportoContributoCassa", How::Amount},
              {"base", "ImponibileCassa", How::Amount},
              {"percent", "AlCassa", How::Amount},
              {"tax_category", "Natura"},
              {"tax_rate", "AliquotaIVA", How::Amount},
              {"reason", "TipoCassa"}}},
            {"notes", "FatturaElettronicaBody/DatiGenerali/DatiGeneraliDocumento/Causale", {{"text", "."}}},
            {"documents",
             "FatturaElettronicaBody/Allegati",
             {{"description", "DescrizioneAttachment"}, {"file_name", "NomeAttachment"}}},
            {"further_accounts", kAccounts, {{"iban", "IBAN"}, {"bic", "BIC"}, {"account_name", "Beneficiario"}}, 1},
            {"further_preceding_invoices",
             "FatturaElettronicaBody/DatiGenerali/DatiFattureCollegate",
             {{"number", "IdDocumento"}, {"date", "Data", How::Date}},
             1}};
}

Syntax make() {
    return {"FatturaPA",
            "FatturaElettronicaBody/DatiGenerali/DatiGeneraliDocumento/Divisa",
            "FatturaElettronicaBody/DatiGenerali/DatiGeneraliDocumento/TipoDocumento",
            " TD04 TD08 ",
            {{"FatturaElettronicaHeader/CedentePrestatore",
              {{"seller.name", kName},
               {"seller.address", kAddress},
               {"seller.email", "Contatti/Email"},
               {"seller.phone", "Contatti/Telefono"},
               {"seller.vat_id", kVatId},
               {"seller.tax_id", "DatiAnagrafici/CodiceFiscale"},
               {"seller.legal_id", "IscrizioneREA/Ufficio + IscrizioneREA/NumeroREA"}}},
             {"FatturaElettronicaHeader/CessionarioCommittente",
              {{"buyer.name", kName}, {"buyer.address", kAddress}, {"buyer.vat_id", kVatId}}},
             {"FatturaElettronicaHeader/RappresentanteFiscale",
              {{"tax_representative.name", kName}, {"tax_representative.vat_id", kVatId}}},
             {"FatturaElettronicaHeader/DatiTrasmissione", {{"buyer.email", "PECDestinatario"}}},
             {"FatturaElettronicaBody/DatiGenerali",
              {{"number", "DatiGeneraliDocumento/Numero"},
               {"issue_date", "DatiGeneraliDocumento/Data", How::Date},
               {"delivery_date", "DatiTrasporto/DataOraConsegna", How::Date},
               {"delivery.address",
                "DatiTrasporto/IndirizzoResa/Indirizzo + DatiTrasporto/IndirizzoResa/NumeroCivico ; "
                "DatiTrasporto/IndirizzoResa/CAP + DatiTrasporto/IndirizzoResa/Comune ; "
                "DatiTrasporto/IndirizzoResa/Provincia ; DatiTrasporto/IndirizzoResa/Nazione"},
               {"order_number", "DatiOrdineAcquisto/IdDocumento"},
               {"project_number", "DatiOrdineAcquisto/CodiceCUP | DatiContratto/CodiceCUP"},
               {"tender", "DatiOrdineAcquisto/CodiceCIG | DatiContratto/CodiceCIG"},
               {"contract_number", "DatiContratto/IdDocumento"},
               {"receiving_advice", "DatiRicezione/IdDocumento"},
               {"despatch_advice", "DatiDDT/NumeroDDT"},
               {"currency", "DatiGeneraliDocumento/Divisa"},
               {"allowances", "DatiGeneraliDocumento/ScontoMaggiorazione[Tipo=SC]/Importo", How::Sum},
               {"charges", "DatiGeneraliDocumento/DatiCassaPrevidenziale/ImportoContributoCassa", How::Sum},
               {"total", "DatiGeneraliDocumento/ImportoTotaleDocumento", How::Amount},
               {"rounding", "DatiGeneraliDocumento/Arrotondamento", How::Amount}}},
             {"FatturaElettronicaBody/DatiGenerali/DatiFattureCollegate",
              {{"preceding_invoice", "IdDocumento"}, {"preceding_invoice_date", "Data", How::Date}}},
             {"FatturaElettronicaBody",
              {{"due_date", "DatiPagamento/DettaglioPagamento/DataScadenzaPagamento", How::Date},
               {"payment.reference", "DatiPagamento/DettaglioPagamento/CodicePagamento"},
               {"net", "DatiBeniServizi/DatiRiepilogo/ImponibileImporto", How::Sum},
               {"tax", "DatiBeniServizi/DatiRiepilogo/Imposta", How::Sum},
               {"amount_due", "DatiPagamento/DettaglioPagamento/ImportoPagamento", How::Sum}}},
             {kAccounts, {{"payment.iban", "IBAN"}, {"payment.bic", "BIC"}, {"payment.account_name", "Beneficiario"}}}},
            "FatturaElettronicaBody/DatiBeniServizi/DettaglioLinee",
            "",
            {{"description", "Descrizione"},
             {"item_code", "CodiceArticolo/CodiceValore"},
             {"quantity", "Quantita", How::Amount},
             {"unit", "UnitaMisura"},
             {"unit_price", "PrezzoUnitario", How::Amount},
             {"tax_rate", "AliquotaIVA", How::Amount},
             {"tax_category", "Natura"},
             {"amount", "PrezzoTotale", How::Amount},
             {"line_id", "NumeroLinea"},
             {"accounting_reference", "RiferimentoAmministrazione"},
             {"period_start", "DataInizioPeriodo", How::Date},
             {"period_end", "DataFinePeriodo", How::Date}},
            {},
            "FatturaElettronicaBody/DatiBeniServizi/DatiRiepilogo",
            {{"category", "Natura"},
             {"rate", "AliquotaIVA", How::Amount},
             {"base", "ImponibileImporto", How::Amount},
             {"amount", "Imposta", How::Amount},
             {"exemption_reason", "RiferimentoNormativo"}},
            lists(),
            {}};
}

}  // namespace

const Syntax& fattura() {
    static const Syntax syntax = make();
    return syntax;
}

void completeFattura(Values& values) {
    QString net, tax;
    for (const auto& [field, value] : values) {
        if (field == "total") return;
        if (field == "net") net = value;
        if (field == "tax") tax = value;
    }
    const auto a = Decimal::parse(net), b = Decimal::parse(tax);
    const auto sum = a && b ? Decimal::add(*a, *b) : std::nullopt;
    if (sum) values.append({"total", sum->toString()});
}

}  // namespace floe::reader
