#include "written_pdf.h"

namespace floe::test {

namespace {

QByteArray stream(const QByteArray& entries, const QByteArray& bytes) {
    return "<<" + entries + "/Length " + QByteArray::number(bytes.size()) + ">>stream\n" + bytes + "\nendstream";
}

QByteArray pictureObject(const QImage& picture) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int y = 0; y < grey.height(); ++y)
        pixels.append(reinterpret_cast<const char*>(grey.constScanLine(y)), grey.width());
    return stream("/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width " +
                      QByteArray::number(grey.width()) + "/Height " + QByteArray::number(grey.height()),
                  pixels);
}

QByteArray escaped(const QByteArray& text) {
    QByteArray out;
    for (const char c : text) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

QByteArray bytesOf(const WrittenPdf& pdf) {
    const QByteArray font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding";
    const QByteArray box =
        "/MediaBox[0 0 " + QByteArray::number(pdf.width) + ' ' + QByteArray::number(pdf.height) + "]";
    QList<QByteArray> objects{
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R" + box + pdf.page +
            "/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</P1 8 0 R>>>>>>",
        stream("", pdf.content),
        font + ">>",
        font + "/ToUnicode 7 0 R>>",
        stream("", pdf.toUnicode),
        pictureObject(pdf.picture.isNull() ? QImage(1, 1, QImage::Format_Grayscale8) : pdf.picture)};
    QByteArray bytes = "%PDF-1.4\n", table;
    for (int i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1), start = QByteArray::number(bytes.size());
    return bytes + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer<</Size " + count +
           "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray line(double x, double y, const QByteArray& text, double size, const QByteArray& state,
                const QByteArray& font) {
    return "q BT " + state + " /" + font + ' ' + QByteArray::number(size) + " Tf 1 0 0 1 " + QByteArray::number(x) +
           ' ' + QByteArray::number(y) + " Tm (" + escaped(text) + ") Tj ET Q\n";
}

QByteArray ordinaryLines(const QByteArray& font) {
    const char* const lines[] = {"Thistledown Supplies Ltd",
                                 "9 Cooper's Row, Leeds LS1 4AP",
                                 "Invoice number 2291",
                                 "Date 14 February 2025",
                                 "Due date 16 March 2025",
                                 "Marrow and Pike LLP",
                                 "22 Quay Street, Bristol",
                                 "Description of the goods",
                                 "Office chair with arms 84.50",
                                 "Desk lamp made of brass 62.20",
                                 "Paper and envelopes 294.00",
                                 "Subtotal 440.70",
                                 "VAT 20% 88.14",
                                 "Total amount due 528.84",
                                 "Please pay within 30 days."};
    QByteArray content;
    double y = 780;
    for (const char* text : lines) content += line(60, y -= 24, text, 11, {}, font);
    return content;
}

QByteArray shiftedToUnicode(int by) {
    QByteArray entries;
    int count = 0;
    const auto map = [&](char first, int length) {
        for (int i = 0; i < length; ++i, ++count)
            entries += '<' + QByteArray::number(first + i, 16) + "> <00" +
                       QByteArray::number(first + (i + by) % length, 16) + ">\n";
    };
    map('A', 26);
    map('a', 26);
    map('0', 10);
    return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Shifted def /CMapType 2 def\n"
           "1 begincodespacerange <00> <ff> endcodespacerange\n" +
           QByteArray::number(count) + " beginbfchar\n" + entries + "endbfchar endcmap end end";
}

}  // namespace floe::test
