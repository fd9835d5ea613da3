#include "made_files.h"

#include <zip.h>

#include <QtGlobal>

namespace floe::test {

QByteArray zipOf(const QVector<QPair<QByteArray, QByteArray>>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, bytes] : parts) {
        zip_source_t* part = zip_source_buffer(zip, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        zip_file_add(zip, name.constData(), part, ZIP_FL_ENC_UTF_8);
    }
    if (zip_close(zip) != 0) qFatal("the zip file could not be made");
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    QByteArray bytes(static_cast<qsizetype>(zip_source_tell(target)), 0);
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), static_cast<zip_uint64_t>(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

QByteArray pdfOf(const QByteArrayList& objects) {
    const QByteArray size = QByteArray::number(objects.size() + 1);
    QByteArray pdf = "%PDF-1.5\n", table = "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray stream(const QByteArray& content, const QByteArray& entries) {
    return "<</Length " + QByteArray::number(content.size()) + entries + ">>stream\n" + content + "\nendstream";
}

namespace {

QByteArray paragraph(const QByteArray& text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

QByteArray wordRow(const QByteArrayList& cells) {
    QByteArray row = "<w:tr>";
    for (const QByteArray& cell : cells) row += "<w:tc>" + paragraph(cell) + "</w:tc>";
    return row + "</w:tr>";
}

}  // namespace

QByteArray wordBill() {
    const QByteArray space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const QByteArray box =
        "<w:p><w:r><w:t>Notes</w:t></w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:drawing><w:txbxContent>" +
        paragraph("Thank you") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
        paragraph("Thank you") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:p>";
    const QByteArray hidden =
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:del><w:r><w:delText>gone"
        "</w:delText></w:r></w:del></w:p>";
    return zipOf({{"[Content_Types].xml", "<Types/>"},
                  {"word/header1.xml", "<w:hdr" + space + ">" + paragraph("Lyra Coffee Ltd") + "</w:hdr>"},
                  {"word/header2.xml", "<w:hdr" + space + ">" + paragraph("Lyra Coffee Ltd") + "</w:hdr>"},
                  {"word/footer1.xml", "<w:ftr" + space + ">" + paragraph("IBAN GB00 1234") + "</w:ftr>"},
                  {"word/document.xml",
                   "<?xml version=\"1.0\"?><w:document" + space + "><w:body>" + paragraph("Invoice A-1043") +
                       "<w:p><w:r><w:t>Date</w:t><w:tab/><w:t>2024-01-05</w:t></w:r></w:p><w:p/><w:tbl>" +
                       wordRow({"Item", "Quantity", "Amount"}) + wordRow({"Flat white", "2", "7.80"}) +
                       "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + paragraph("Total &amp; tax") +
                       "</w:tc><w:tc>" + paragraph("7.80") + "</w:tc></w:tr></w:tbl>" + box + hidden +
                       "</w:body></w:document>"}});
}

QByteArray excelBill() {
    return zipOf(
        {{"[Content_Types].xml", "<Types/>"},
         {"xl/workbook.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Bill\" sheetId=\"1\" r:id=\"a\"/><sheet name=\"Hidden\" "
          "sheetId=\"2\" state=\"hidden\" r:id=\"b\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"a\" Target=\"worksheets/one.xml\"/><Relationship Id=\"b\" "
          "Target=\"/xl/worksheets/two.xml\"/></Relationships>"},
         {"xl/sharedStrings.xml",
          "<sst><si><t>Lyra Coffee Ltd</t></si><si><r><t>Flat </t></r><r><t>white</t></r></si></sst>"},
         {"xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$£-809]#,##0.00;[Red]\\-[$£-809]#,##0.00\"/>"
          "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"},
         {"xl/worksheets/one.xml",
          "<worksheet><cols><col min=\"5\" max=\"5\" hidden=\"1\"/></cols><sheetData>"
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"G1\" s=\"1\"><v>45296</v></c></row>"
          "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"C3\"><v>2</v></c><c r=\"E3\"><v>99</v></c>"
          "<c r=\"G3\" s=\"2\"><f>C3*617</f><v>1234.5</v></c></row>"
          "<row r=\"4\" hidden=\"1\"><c r=\"A4\"><v>77</v></c></row>"
          "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>Refund</t></is></c><c r=\"G5\" s=\"2\"><v>-5</v></c></row>"
          "</sheetData><mergeCells><mergeCell ref=\"A5:C5\"/></mergeCells></worksheet>"},
         {"xl/worksheets/two.xml",
          "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>4711</v></c></row></sheetData></worksheet>"}});
}

QByteArray openTextBill() {
    return zipOf(
        {{"mimetype", "application/vnd.oasis.opendocument.text"},
         {"styles.xml",
          "<o:s xmlns:o=\"o\"><o:master-styles><o:master-page><o:header><t:p xmlns:t=\"t\">Lyra Coffee Ltd</t:p>"
          "</o:header></o:master-page></o:master-styles></o:s>"},
         {"content.xml",
          "<o:c xmlns:o=\"o\" xmlns:t=\"t\" xmlns:b=\"b\"><o:body><o:text><t:h>Invoice<t:tab/>A-1043</t:h><t:p/>"
          "<b:table><b:table-header-rows><b:table-row><b:table-cell><t:p>Item</t:p></b:table-cell><b:table-cell>"
          "<t:p>Amount</t:p></b:table-cell></b:table-row></b:table-header-rows><b:table-row><b:table-cell><t:p>Flat"
          "<t:s/>white</t:p></b:table-cell><b:table-cell><t:p>7.80</t:p></b:table-cell></b:table-row></b:table>"
          "<t:p>Total<t:s t:c=\"9\"/>7.80</t:p></o:text></o:body></o:c>"}});
}

QByteArray openSheetBill() {
    return zipOf(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml",
          "<o:c xmlns:o=\"o\" xmlns:t=\"t\" xmlns:b=\"b\"><o:automatic-styles><o:style "
          "o:name=\"x\"><o:table-properties "
          "b:display=\"false\"/></o:style></"
          "o:automatic-styles><o:body><o:spreadsheet><b:table><b:table-row><b:table-cell "
          "b:number-columns-spanned=\"2\"><t:p>Lyra Coffee "
          "Ltd</t:p></b:table-cell><b:covered-table-cell/><b:table-cell>"
          "<t:p>05.01.2024</t:p></b:table-cell><b:table-cell "
          "b:number-columns-repeated=\"1020\"/></b:table-row><b:table-row>"
          "<b:table-cell><t:p>Flat white</t:p></b:table-cell><b:table-cell/><b:table-cell "
          "office:value=\"7.8\"><t:p>7,80 €"
          "</t:p></b:table-cell></b:table-row><b:table-row b:number-rows-repeated=\"1048000\"><b:table-cell "
          "b:number-columns-repeated=\"1024\"/></b:table-row></b:table><b:table b:style-name=\"x\"><b:table-row>"
          "<b:table-cell><t:p>secret</t:p></b:table-cell></b:table-row></b:table></o:spreadsheet></o:body></o:c>"}});
}

QByteArray htmlBill() {
    return "<!DOCTYPE html><html><head><title>No</title><style>td{color:red}</style></head><body>"
           "<div style=\"display:none\">preview</div><span style=\"font-size: 0px\">tiny</span>"
           "<table width=600><tr><td><table><tr><td><img src=\"http://lyra.example/l.png\" alt=\"Lyra Coffee\"></td>"
           "<td align=right>Receipt&nbsp;A-1043<br>5&nbsp;January 2024</td></tr></table></td></tr>"
           "<tr><td><table><tr><th>Item<th>Qty<th>Price</tr>"
           "<tr><td>Flat white<div>oat milk &amp; honey</div></td><td>2</td><td>&euro;7.80</td></tr>"
           "<tr><td colspan=2>Total</td><td><b>&euro;7.80</b></td></tr></table></td></tr></table>"
           "<p>Lyra Coffee Ltd, 4&nbsp;Dock Road &mdash; Bristol</p><script>document.write('no')</script>"
           "<div style=\"display:flex; justify-content:space-between\"><div>Paid</div><div>&euro;7.80</div></div>"
           "<div>Card<span style=\"float:right\">****1234</span></div></body></html>";
}

QByteArray mailBill() {
    return "Return-Path: <bounce@lyra.example>\r\nFrom: =?utf-8?Q?Lyra_Caf=C3=A9?= <billing@lyra.example>\r\n"
           "To: jo@example.com\r\nDate: Fri, 05 Jan 2024 10:00:00 +0100\r\n"
           "Subject: =?iso-8859-1?B?UmVjaG51bmcgZvxy?=\r\n =?iso-8859-1?Q?_M=FCller?=\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
           "See HTML.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
           htmlBill().toBase64() + "\r\n--b--\r\n";
}

QByteArray mailWith(const QByteArray& file, const QByteArray& type, const QByteArray& name) {
    return "From: Lyra <billing@lyra.example>\nTo: jo@example.com\nSubject: Your bill\nMIME-Version: 1.0\n"
           "Content-Type: multipart/mixed; boundary=\"c\"\n\n--c\nContent-Type: text/plain; charset=windows-1252\n"
           "Content-Transfer-Encoding: quoted-printable\n\nYour bill f=FCr January is attached, total 7,80 =80.\n"
           "--c\nContent-Type: " +
           type + "\nContent-Disposition: attachment; filename*=utf-8''" + name.toPercentEncoding() +
           "\nContent-Transfer-Encoding: base64\n\n" + file.toBase64() + "\n--c--\n";
}

}  // namespace floe::test
