#include "app/extraction/duplicates.h"

#include <QtTest>

#include "app/extraction/bill.h"
#include "app/extraction/terms.h"
#include "support/qt_suites.h"

using namespace floe;

namespace {

const QString kIban = "DE89370400440532013000", kOther = "GB29NWBK60161331926819";

BillFacts pike(const QString& number, const QString& total, const QString& day, const QString& iban = {}) {
    return {{}, number, {"Pike Ltd", {}, {}, iban, {}, {}}, total, "EUR", QDate::fromString(day, Qt::ISODate)};
}

QString reasonsOf(const QVector<Twin>& twins) {
    static const QStringList names{"file", "number", "sum"};
    QStringList all;
    for (const Twin& twin : twins) all += QString("%1:%2").arg(twin.earlier).arg(names[int(twin.reason)]);
    return all.join(' ');
}

}  // namespace

class DuplicatesTest : public QObject {
    Q_OBJECT

 private slots:
    void names_data() {
        QTest::addColumn<QString>("normalised");
        const char* rows[][2] = {
            {"MÜLLER & Söhne GmbH & Co. KG", "muller sohne"},
            {"Mueller Sohne", "mueller sohne"},
            {"Pike, Ltd.", "pike"},
            {"PIKE LIMITED", "pike"},
            {"Société Générale S.A.", "societe generale"},
            {"Esempio S.p.A.", "esempio"},
            {"Ejemplo, S.L.", "ejemplo"},
            {"Voorbeeld B.V.", "voorbeeld"},
            {"Przykład Sp. z o.o.", "przykład"},
            {"The Pen and Ink Company", "pen ink"},
            {"Straße 7 UG (haftungsbeschränkt)", "strasse 7"},
            {"AG", "ag"},
            {"", ""},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString(row[1]).replace(QChar(0x142), 'l');
    }
    void names() {
        QFETCH(QString, normalised);
        QCOMPARE(normalisedName(QString::fromUtf8(QTest::currentDataTag())), normalised);
    }

    void domains() {
        const QPair<const char*, const char*> rows[] = {{"https://www.example.com/x?y", "example.com"},
                                                        {"www.example.com", "example.com"},
                                                        {"bills@shop.example.com", "example.com"},
                                                        {"https://shop.example.co.uk", "example.co.uk"},
                                                        {"EXAMPLE.DE", "example.de"},
                                                        {"pike@gmail.com", ""},
                                                        {"pike@gmx.de", ""},
                                                        {"nowhere", ""},
                                                        {"", ""}};
        for (const auto& [address, domain] : rows) QCOMPARE(ownDomain(address), QString(domain));
    }

    void sellers_data() {
        QTest::addColumn<Seller>("a");
        QTest::addColumn<Seller>("b");
        QTest::addColumn<QString>("reasons");
        const Seller name{"Pike Ltd", {}, {}, {}, {}, {}};
        QTest::newRow("names") << name << Seller{"PIKE Limited", {}, {}, {}, {}, {}} << "the same name";
        QTest::newRow("other names") << name << Seller{"Perch Ltd", {}, {}, {}, {}, {}} << "";
        QTest::newRow("nothing") << Seller{} << Seller{} << "";
        QTest::newRow("vat ids") << Seller{"Pike", "DE 136695976", {}, {}, {}, {}}
                                 << Seller{"Perch", "de136695976", {}, {}, {}, {}} << "the same VAT id";
        QTest::newRow("two vat ids outweigh a name")
            << Seller{"Pike", "DE136695976", {}, {}, {}, {}} << Seller{"Pike", "DE283422629", {}, {}, {}, {}} << "";
        QTest::newRow("vat ids of two countries do not")
            << Seller{"Pike", "DE136695976", {}, {}, {}, {}} << Seller{"Pike", "ATU13585627", {}, {}, {}, {}}
            << "the same name";
        QTest::newRow("accounts") << Seller{"Pike", {}, {}, kIban, {}, {}} << Seller{"Perch", {}, {}, kIban, {}, {}}
                                  << "the same account";
        QTest::newRow("registers") << Seller{{}, {}, "HRB 12345", {}, {}, {}} << Seller{{}, {}, "HRB12345", {}, {}, {}}
                                   << "the same register number";
        QTest::newRow("domains") << Seller{"Pike", {}, {}, {}, "bills@pike.example", {}}
                                 << Seller{"Perch", {}, {}, {}, {}, "https://www.pike.example/"}
                                 << "the same domain, pike.example";
        QTest::newRow("everybody's mail") << Seller{"Pike", {}, {}, {}, "pike@gmail.com", {}}
                                          << Seller{"Perch", {}, {}, {}, "perch@gmail.com", {}} << "";
    }
    void sellers() {
        QFETCH(Seller, a);
        QFETCH(Seller, b);
        QFETCH(QString, reasons);
        QCOMPARE(sameSeller(a, b).join("; "), reasons);
        QCOMPARE(sameSeller(b, a).join("; "), reasons);
    }

    void numbers() {
        QCOMPARE(normalisedNumber("RE-2024/0017"), normalisedNumber("re 2024 17"));
        QCOMPARE(normalisedNumber("0042"), "42");
        QCOMPARE(normalisedNumber("100"), "100");
        QVERIFY(normalisedNumber("2024-1") != normalisedNumber("2024-10"));
        QCOMPARE(normalisedNumber(" -/ "), "");
    }

    void twins_data() {
        QTest::addColumn<BillFacts>("bill");
        QTest::addColumn<QString>("reasons");
        QTest::newRow("another bill") << pike("18", "90.00", "2024-06-03") << "";
        QTest::newRow("number again") << pike("0017", "99.00", "2025-01-01") << "1:number";
        QTest::newRow("sum again") << pike("A", "50.00", "2024-05-04") << "1:sum";
        QTest::newRow("sum again, late") << pike("A", "50.00", "2024-05-05") << "";
        QTest::newRow("sum with other zeros") << pike("A", "50", "2024-04-28") << "1:sum";
        BillFacts dollars = pike("A", "50.00", "2024-05-01");
        dollars.currency = "USD";
        QTest::newRow("other money") << dollars << "";
        BillFacts perch = pike("17", "50.00", "2024-05-01");
        perch.seller.name = "Perch";
        QTest::newRow("another seller") << perch << "";
        perch.sha256 = "same";
        QTest::newRow("the file") << perch << "0:file";
        BillFacts both = pike("17", "50.00", "2024-05-01");
        both.sha256 = "same";
        QTest::newRow("the file and a number") << both << "0:file 1:number";
    }
    void twins() {
        QFETCH(BillFacts, bill);
        QFETCH(QString, reasons);
        BillFacts file;
        file.sha256 = "same";
        const QVector<BillFacts> earlier{file, pike("17", "50.00", "2024-05-01")};
        const QVector<Twin> twins = twinsOf(bill, earlier);
        QCOMPARE(reasonsOf(twins), reasons);
        for (const Twin& twin : twins) QVERIFY(twin.sentence.endsWith("read before."));
    }

    void aChangedAccountIsSaid() {
        const BillFacts old = pike("1", "5", "2024-01-01", kIban), newer = pike("2", "5", "2024-02-01", kOther);
        QVERIFY(!changedAccount(pike("3", "5", "2024-03-01", kIban), {old}));
        const auto said = changedAccount(pike("3", "5", "2024-03-01", kOther), {old});
        QVERIFY(said && said->contains(kOther + " instead of " + kIban));
        QVERIFY(!changedAccount(pike("3", "5", "2024-03-01", kOther), {newer, old}));  // the newest counts
        QVERIFY(changedAccount(pike("3", "5", "2024-03-01", kIban), {newer, old}));
        QVERIFY(!changedAccount(pike("3", "5", "2024-03-01"), {old}));  // none printed
        QVERIFY(!changedAccount(pike("3", "5", "2024-03-01", kOther), {}));
        BillFacts perch = pike("3", "5", "2024-03-01", kOther);
        perch.seller.name = "Perch";
        QVERIFY(!changedAccount(perch, {old}));
        QVERIFY(!changedAccount(pike("3", "5", "2024-03-01", "DE89 3704 0044 0532 0130 00"), {old}));
    }

    void factsComeFromTheForm() {
        Extraction e;
        const QPair<const char*, const char*> values[] = {{"seller.name", "Pike"},      {"number", "17"},
                                                          {"issue_date", "2024-05-01"}, {"payment.iban", "DE89"},
                                                          {"currency", "EUR"},          {"amount_due", "5.00"}};
        for (const auto& [path, value] : values) e.fields.append(Field{path, value});
        e.fields[1].corrected = "18";
        const BillFacts facts = factsOf(e);
        QCOMPARE(facts.number, "18");
        QCOMPARE(facts.total, "5.00");
        QCOMPARE(facts.seller.iban, "DE89");
        QCOMPARE(facts.issued, QDate(2024, 5, 1));
    }

    void termsNameDays_data() {
        QTest::addColumn<int>("days");
        const QPair<const char*, int> rows[] = {{"30 days net", 30},
                                                {"Net 30", 30},
                                                {"NET-14", 14},
                                                {"Payment within 14 days of receipt", 14},
                                                {"Zahlbar innerhalb von 14 Tagen", 14},
                                                {"14 Tage 2 % Skonto, 30 Tage netto", 30},
                                                {"10 Tage netto", 10},
                                                {"Paiement à 30 jours", 30},
                                                {"Pago a 60 días", 60},
                                                {"a 30 giorni data fattura", 30},
                                                {"binnen 14 dagen", 14},
                                                {"pagamento a 30 dias", 30},
                                                {"przelew 14 dni", 14},
                                                {"Due on receipt", 0},
                                                {"sofort ohne Abzug", 0},
                                                {"à réception", 0},
                                                {"2 % bei Zahlung innerhalb 10 Tagen", -1},
                                                {"14 Tage 2 % Skonto", -1},
                                                {"14 Tage ohne Abzug, kein Skonto", 14},
                                                {"30 days end of month", -1},
                                                {"60 jours fin de mois", -1},
                                                {"by 14 May 2024", -1},
                                                {"Total net 30.00", -1},
                                                {"Net 30,50", -1},
                                                {"cash", -1},
                                                {"", -1}};
        for (const auto& [terms, days] : rows) QTest::newRow(terms) << days;
    }
    void termsNameDays() {
        QFETCH(int, days);
        QCOMPARE(daysOfTerms(QString::fromUtf8(QTest::currentDataTag())).value_or(-1), days);
    }
};

static floe::test::AddSuite<DuplicatesTest> added;
#include "duplicates_test.moc"
