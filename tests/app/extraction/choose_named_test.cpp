#include "app/extraction/choose_named.h"

#include <QtTest>

#include "app/documents/linearizer.h"
#include "app/extraction/field_at.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

/// Lines of words; "  " (two blanks) is a wide gap.
PageText pageOf(const QStringList& lines) {
    Page page{{595, 842}, {}};
    double y = 50;
    for (const QString& line : lines) {
        double x = 50;
        for (const QString& word : line.split(' ')) {
            if (!word.isEmpty()) page.words.append({word, QRectF(x, y, 6.0 * word.size(), 10)});
            x += word.isEmpty() ? 60 : 6.0 * word.size() + 3;
        }
        y += 14;
    }
    return pageText({page}, lineUp({page}));
}

QVector<Field> readAs(const QString& path, const QString& text, double confidence) {
    if (text.isEmpty()) return {};
    Field field;
    field.path = path;
    field.text = text;
    field.confidence = confidence;
    return {field};
}

/// "17", "17?" where it is doubted, "none".
QString chosen(const QString& path, const QStringList& lines, const QString& read, const QString& file) {
    QVector<Field> fields = readAs(path, read, 0.9);
    const PageText page = pageOf(lines);
    const QVector<Chosen> done = path == "number" ? chooseNumber(fields, page, file) : chooseDates(fields, page);
    const Field* field = fieldAt(fields, path);
    if (!field) return QStringLiteral("none");
    for (const Chosen& one : done)
        if (one.path == path && one.status == Field::Status::Doubtful) return field->text + '?';
    return field->text;
}

}  // namespace

class ChooseNamedTest : public QObject {
    Q_OBJECT

 private slots:
    void numbers_data() {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* name, const QStringList& lines, const QString& read, const QString& wanted) {
            QTest::newRow(name) << lines << read << wanted;
        };
        row("title", {"Handelsrechnung Nr. 3071 vom 05.03.2018", "Verkäufer", "Nummer: 88123"}, "88123", "3071");
        row("title with words between", {"Gutschrift (Selbst ausgestellte Rechnung) Nr. 3071", "Nummer: 88123"}, "",
            "3071");
        row("title without No.", {"Avoir AV-2017-31", "Facture liée FA-2017-44"}, "", "AV-2017-31");
        row("title with the tax in its name", {"FAKTURA VAT nr 47/06/2025", "Termin płatności: 30.06.2025"}, "",
            "47/06/2025");
        row("label", {"Invoice number INV-31", "Customer number 4455"}, "4455", "INV-31");
        row("label, other way round", {"Numéro de facture F-31", "Client no. 12"}, "", "F-31");
        row("an order in the title's sentence", {"Rechnung zur Bestellung Nr. 991"}, "", "none");
        row("a reference to another bill", {"Gutschrift Nr. G-7", "zu Rechnung Nr. R-5"}, "", "G-7");
        row("two labels", {"Invoice number A-31", "Invoice no. B-32"}, "A-31", "A-31?");
        row("nothing but the model", {"Pike Ltd", "88123", "Total 5.00"}, "88123", "88123?");
        row("a year is no rival", {"Rechnung Nr. 3071", "Weitere Referenz: Abrechnung 2010"}, "3071", "3071");
        row("what the number continues is no rival", {"Rechnung Nr. 00.123.45-2018-1", "Rechnung 00.123.45"}, "",
            "00.123.45-2018-1");
        row("a day's number is none", {"Faktura 24 maj 2024"}, "24", "24?");
        row("a house's number is none", {"Pike Ltd", "12 Mill Lane"}, "12", "12?");
        row("a page's number is none", {"Sida 3", "Fakturanr 881"}, "3", "881");
        row("two digits with a label", {"Invoice no. 17"}, "17", "17");
        row("two digits after a bare word", {"Faktura 17"}, "17", "17?");
        row("a customer's number", {"Factuur  Klantnummer 88123"}, "88123", "none");
        row("a sum is none", {"Totale fattura 8325,18", "Numero fattura 2023-39870"}, "8325,18", "2023-39870");
        row("a sum of money is none", {"Fattura EUR 2546,95"}, "EUR 2546,95", "none");
        row("behind an order", {"Order 17 Invoice no. 31"}, "17", "31");
    }
    void numbers() {
        QFETCH(QStringList, lines);
        QFETCH(QString, read);
        QFETCH(QString, wanted);
        QCOMPARE(chosen("number", lines, read, "bill.pdf"), wanted);
    }

    void dates_data() {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* name, const QStringList& lines, const QString& read, const QString& wanted) {
            QTest::newRow(name) << lines << read << wanted;
        };
        row("of the bill before",
            {"Gutschrift G-7", "Mainz, den 7. Mai 2025", "zu unserer Rechnung R-5 vom 24. April 2025"},
            "24. April 2025", "7. Mai 2025?");
        row("title", {"Rechnung Nr. 31 vom 05.03.2018", "Rechnung gemäß Bestellung vom 01.03.2018."}, "01.03.2018",
            "05.03.2018");
        row("title in two lines", {"Rechnung des Hauses Nr. 31 vom", "18.04.2018"}, "", "18.04.2018");
        row("a month of twelve letters", {"Data wystawienia 9 października 2024"}, "", "9 października 2024");
        row("label", {"Beleg-Datum 16.09.2013", "Bestell-Datum 01.09.2013"}, "01.09.2013", "16.09.2013");
        row("a version's date", {"Version 2.1 vom 24.03.2020", "Datum 25.03.2020"}, "25.03.2020", "25.03.2020");
        row("the only date", {"Pike Ltd", "05.03.2018"}, "05.03.2018", "05.03.2018");
        row("one of two without a label", {"05.03.2018", "06.03.2018"}, "05.03.2018", "05.03.2018?");
        row("two with a label", {"Invoice date 05.03.2018", "Invoice date 06.03.2018"}, "05.03.2018", "05.03.2018?");
        row("beside the time", {"10.04.2022  16:53", "Served by 7"}, "", "10.04.2022");
        row("behind the time", {"Delivered 09.04.2022", "16:53  10.04.2022"}, "", "10.04.2022");
        row("two with a time", {"10.04.2022  16:53", "11.04.2022  17:02"}, "", "none");
        row("no time beside it", {"10.04.2022  3.50"}, "", "none");
        row("the same day twice", {"Invoice date 05.03.2018", "Issued on 5 March 2018"}, "05.03.2018", "05.03.2018");
    }
    void dates() {
        QFETCH(QStringList, lines);
        QFETCH(QString, read);
        QFETCH(QString, wanted);
        QCOMPARE(chosen("issue_date", lines, read, {}), wanted);
    }

    void theFilesNameDecidesBetweenEqualLabels() {
        const QStringList lines{"Invoice no. A-3101", "Invoice no. B-3202"};
        QCOMPARE(chosen("number", lines, {}, "/bills/invoice_b-3202.pdf"), "B-3202?");
        QCOMPARE(chosen("number", lines, {}, "/bills/invoice.pdf"), "A-3101?");
    }

    void theOthersInQuestionAreCandidates() {
        QVector<Field> fields = readAs("number", "A-31", 0.9);
        chooseNumber(fields, pageOf({"Invoice number A-31", "Invoice no. B-32"}), "bill.pdf");
        QCOMPARE(fields[0].candidates.size(), 1);
        QCOMPARE(fields[0].candidates[0].value, "B-32");
        QVERIFY(!fields[0].candidates[0].boxes.isEmpty());
    }
};

static test::AddSuite<ChooseNamedTest> added;
#include "choose_named_test.moc"
