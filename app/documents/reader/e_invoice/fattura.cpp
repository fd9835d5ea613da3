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
             {"FatturaElettronicaHeader/DatiTrasmissione", {{"buyer.email", "PECDestinatario"}}},
             {"FatturaElettronicaBody/DatiGenerali",
              {{"number", "DatiGeneraliDocumento/Numero"},
               {"issue_date", "DatiGeneraliDocumento/Data", How::Date},
               {"delivery_date", "DatiTrasporto/DataOraConsegna", How::Date},
               {"order_number", "DatiOrdineAcquisto/IdDocumento"},
               {"preceding_invoice", "DatiFattureCollegate/IdDocumento"},
               {"currency", "DatiGeneraliDocumento/Divisa"},
               {"allowances", "DatiGeneraliDocumento/ScontoMaggiorazione[Tipo=SC]/Importo", How::Sum},
               {"charges", "DatiGeneraliDocumento/DatiCassaPrevidenziale/ImportoContributoCassa", How::Sum},
               {"total", "DatiGeneraliDocumento/ImportoTotaleDocumento", How::Amount},
               {"rounding", "DatiGeneraliDocumento/Arrotondamento", How::Amount}}},
             {"FatturaElettronicaBody",
              {{"due_date", "DatiPagamento/DettaglioPagamento/DataScadenzaPagamento", How::Date},
               {"payment.iban", "DatiPagamento/DettaglioPagamento/IBAN"},
               {"payment.bic", "DatiPagamento/DettaglioPagamento/BIC"},
               {"payment.reference", "DatiPagamento/DettaglioPagamento/CodicePagamento"},
               {"net", "DatiBeniServizi/DatiRiepilogo/ImponibileImporto", How::Sum},
               {"tax", "DatiBeniServizi/DatiRiepilogo/Imposta", How::Sum},
               {"amount_due", "DatiPagamento/DettaglioPagamento/ImportoPagamento", How::Sum}}}},
            "FatturaElettronicaBody/DatiBeniServizi/DettaglioLinee",
            "",
            {{"description", "Descrizione"},
             {"item_code", "CodiceArticolo/CodiceValore"},
             {"quantity", "Quantita", How::Amount},
             {"unit", "UnitaMisura"},
             {"unit_price", "PrezzoUnitario", How::Amount},
             {"tax_rate", "AliquotaIVA", How::Amount},
             {"tax_category", "Natura"},
             {"amount", "PrezzoTotale", How::Amount}},
            "",
            "FatturaElettronicaBody/DatiBeniServizi/DatiRiepilogo",
            {{"category", "Natura"},
             {"rate", "AliquotaIVA", How::Amount},
             {"base", "ImponibileImporto", How::Amount},
             {"amount", "Imposta", How::Amount}}};
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
