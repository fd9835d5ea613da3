#include <QFile>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "bills.h"

namespace floe::samples {

namespace {

QString line(const char* name, const char* quantity, const char* price, const char* amount) {
    return QString(R"(
  <ram:IncludedSupplyChainTradeLineItem>
   <ram:SpecifiedTradeProduct><ram:Name>%1</ram:Name></ram:SpecifiedTradeProduct>
   <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>%3</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
   <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="H87">%2</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
   <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>%4</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
  </ram:IncludedSupplyChainTradeLineItem>)")
        .arg(name, quantity, price, amount);
}

QString party(const char* role, const char* name, const char* street, const char* postcode, const char* city,
              const char* mail) {
    return QString(R"(
   <ram:%1><ram:Name>%2</ram:Name>
    <ram:PostalTradeAddress><ram:PostcodeCode>%4</ram:PostcodeCode><ram:LineOne>%3</ram:LineOne><ram:CityName>%5</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
    %6
   </ram:%1>)")
        .arg(role, name, street, postcode, city,
             *mail ? QString("<ram:URIUniversalCommunication><ram:URIID "
                             "schemeID=\"EM\">%1</ram:URIID></ram:URIUniversalCommunication>")
                         .arg(mail)
                   : QString());
}

/// Draws a bill, lets `change` alter it, writes it anew.
template <class Change>
void redraw(const QString& file, void (*draw)(const QString&), Change change) {
    const QString plain = file + ".plain";
    draw(plain);
    QPDF pdf;
    const QByteArray from = QFile::encodeName(plain), to = QFile::encodeName(file);
    pdf.processFile(from.constData());
    QPDFWriter writer(pdf, to.constData());
    change(pdf, writer);
    writer.write();
    QFile::remove(plain);
}

}  // namespace

QByteArray facturXml() {
    const QString head = R"(<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
 <rsm:ExchangedDocument>
  <ram:ID>RE-2024-0117</ram:ID><ram:TypeCode>380</ram:TypeCode>
  <ram:IssueDateTime><udt:DateTimeString format="102">20240403</udt:DateTimeString></ram:IssueDateTime>
 </rsm:ExchangedDocument>
 <rsm:SupplyChainTradeTransaction>)";
    const QString tail = R"(
  <ram:ApplicableHeaderTradeSettlement>
   <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
   <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20240417</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
   <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    <ram:LineTotalAmount>1240.90</ram:LineTotalAmount><ram:TaxBasisTotalAmount>1240.90</ram:TaxBasisTotalAmount>
    <ram:TaxTotalAmount currencyID="EUR">235.78</ram:TaxTotalAmount><ram:GrandTotalAmount>1476.68</ram:GrandTotalAmount>
    <ram:TotalPrepaidAmount>0.00</ram:TotalPrepaidAmount><ram:DuePayableAmount>1476.68</ram:DuePayableAmount>
   </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
  </ram:ApplicableHeaderTradeSettlement>
 </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
)";
    const QString lines = line("Spannbacken, gehärtet", "12", "84.50", "1014.00") +
                          line("Lohnfräsen, Stunden", "3.5", "62.00", "217.00") + line("Versand", "1", "9.90", "9.90");
    const QString parties =
        "\n  <ram:ApplicableHeaderTradeAgreement>" +
        party("SellerTradeParty", "Brunnhuber Werkzeugbau GmbH", "Lindenweg 14", "83022", "Rosenheim",
              "rechnung@brunnhuber.example") +
        party("BuyerTradeParty", "Hafenmeister &amp; Söhne KG", "Am Sandtorkai 7", "20457", "Hamburg", "") +
        "\n  </ram:ApplicableHeaderTradeAgreement>";
    return (head + lines + parties + tail).toUtf8();
}

void drawFacturX(const QString& file) {
    redraw(file, drawGerman, [](QPDF& pdf, QPDFWriter&) {
        auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, facturXml().toStdString());
        stream.setSubtype("text/xml");
        QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(
            "factur-x.xml", QPDFFileSpecObjectHelper::createFileSpec(pdf, "factur-x.xml", stream));
    });
}

void drawTurned(const QString& file, int degrees, bool crop) {
    redraw(file, drawGerman, [&](QPDF& pdf, QPDFWriter&) {
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
            page.rotatePage(degrees, false);
            if (crop)
                page.getObjectHandle().replaceKey("/CropBox", QPDFObjectHandle::newFromRectangle({30, 40, 590, 830}));
        }
    });
}

void drawLocked(const QString& file, const std::string& password, void (*draw)(const QString&)) {
    redraw(file, draw, [&](QPDF&, QPDFWriter& writer) {
        writer.setR6EncryptionParameters(password.c_str(), password.c_str(), true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
    });
}

}  // namespace floe::samples
