#include <QtTest>

#include "app/extraction/parties/address_lines.h"
#include "app/extraction/parties/mention.h"
#include "app/extraction/parties/role_words.h"
#include "support/qt_suites.h"

using namespace floe::parties;

class PartyWordsTest : public QObject {
    Q_OBJECT

 private slots:
    void kinds_data() {
        QTest::addColumn<int>("kind");
        const std::pair<LineKind, QStringList> kinds[] = {
            {LineKind::Town,
             {"78462 Konstanz",
              "D-78462 Konstanz",
              "DE 78462 Konstanz",
              "88802Spielkreis",
              "69100 VILLEURBANNE",
              "75371 Paris Cedex 08",
              "20121 Milano (MI)",
              "8001 Zürich",
              "CH-8001 Zürich",
              "3511 AB Utrecht",
              "00-123 Warszawa",
              "1200-109 Lisboa",
              "164 77 Kista",
              "London N1 9GU",
              "SW1A 1AA London",
              "Dayton, OH 45402",
              "Mountain View, CA, 94043",
              "Fremont CA 94538-1234",
              "Ottawa ON K1A 0B1",
              "Sydney NSW 2000",
              "Bangalore - 560067",
              "903 26 Umeå",
              "60060-170 Fortaleza - CE",
              "Florianópolis - SC, 88010-400",
              "Pune 411 004",
              "D02 X285",
              "Rīga, LV-1050",
              "Seeweg 4, 78462 Konstanz",
              "Leeds, LS1 4AP, United Kingdom"}},
            {LineKind::Street,
             {"Seeweg 4",
              "Bahnhofstr. 12a",
              "Musterstraße 42",
              "Straße des 17. Juni 135",
              "1 Mill Lane",
              "93B Lake Road",
              "3 rue du Lac",
              "12 bis, avenue Foch",
              "Calle Mayor, 5",
              "C/ Mayor 5",
              "Via Roma 5",
              "Bosstraat 9",
              "ul. Leśna 9/3",
              "Rua do Lago, 4",
              "P.O. Box 417",
              "Postfach 10 20",
              "Rechnungsstraße 12",
              "Ecke 12",
              "1600 Lake Parkway",
              "1355 Market Street, Suite 900",
              "4557 De Silva St",
              "Suite 300, 12 Oak Street",
              "ZA des Pins, lot 7",
              "Box 1234",
              "Postbus 12",
              "Apartado 5",
              "os. Piastów 7/12",
              "Industriområdet 3",
              "Nieuwe Haven 12-B",
              "Travessa do Lago, 4, 1.º Esq.",
              "Plot No. 7, Sector 3",
              "7 Pike Loop #6",
              "Polígono El Lago, nave 7"}},
            {LineKind::Country,
             {"Deutschland", "Deutschland / Germany", "FRANCE", "United Kingdom", "DE", "Polska", "España"}},
            {LineKind::Person,
             {"c/o Roe Studio", "z. Hd. Rolf Reh", "Attn: Ann Roe", "T.a.v. Rolf Ree", "à l'attention de Rose Daim"}},
            {LineKind::Salutation, {"Herrn", "Firma", "Frau", "Spett.le", "Mme", "An die", "Dhr."}},
            {LineKind::Email, {"bills@pike.example", "E-Mail: bills@pike.example"}},
            {LineKind::Website, {"www.pike.example", "https://pike.example/bills"}},
            {LineKind::Phone, {"Tel. +49 228 123456", "+33 4 50 44 68 99", "Fax: 030 1234567"}},
            {LineKind::Id,
             {"USt-IdNr. DE136695976", "SIRET 99999999800010", "HRB 12345 Konstanz", "KvK 24330087", "NIF B58378431",
              "Geschäftsführer: Hans Hecht", "SARL au capital de 120 000 EUR"}},
            {LineKind::Title,
             {"Rechnung", "INVOICE", "Facture n° 17", "Rechnung 2024-17", "Fattura di vendita", "Kopie factuur",
              "Credit memo 17", "Mise en demeure"}},
            {LineKind::Key,
             {"Invoice number", "Rechnungsdatum", "Date:", "Bill to", "Nabywca", "Zahlungsbedingungen", "Importe total",
              "Seite 1 von 2", "Rechnung Nr. 2024-17", "Total 12,50 €"}},
            {LineKind::Name,
             {"Pike Ltd", "Hecht GmbH & Co. KG", "Au bon brochet", "Rolf Reh", "de Vries Techniek", "Lakes4U",
              "Lucio S.L.", "Gloria & Figli & C.", "Szczupak sp. z o.o.", "NETTO", "Kunden AG Mitte"}},
            {LineKind::Other,
             {"", "12.50", "2024-04-03", "Sehr geehrte Damen und Herren,", "We are glad that you are here.", "···"}},
        };
        for (const auto& [kind, lines] : kinds)
            for (const QString& line : lines) QTest::newRow(qPrintable(line)) << static_cast<int>(kind);
    }
    void kinds() {
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(kindOfLine(QString::fromUtf8(QTest::currentDataTag()))), kind);
    }

    void roles_data() {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("rest");
        const std::tuple<Role, const char*, const char*> rows[] = {
            {Role::Seller, "Seller", ""},
            {Role::Seller, "Ver käufer:", ""},
            {Role::Seller, "Leistungserbringer", ""},
            {Role::Seller, "Sold by Pike Ltd", "Pike Ltd"},
            {Role::Seller, "Sprzedawca: Szczupak", "Szczupak"},
            {Role::Seller, "Fornitore Luccio S.r.l.", "Luccio S.r.l."},
            {Role::Seller, "Émetteur", ""},
            {Role::Buyer, "BILL TO:", ""},
            {Role::Buyer, "Käufer/Leistungsempfänger", ""},
            {Role::Buyer, "Bill To / Ship To", ""},
            {Role::Buyer, "Facturé à : Rose Daim", "Rose Daim"},
            {Role::Buyer, "Dirección de facturación", ""},
            {Role::Buyer, "Customer (billing)", ""},
            {Role::Buyer, "Factuur aan", ""},
            {Role::Buyer, "Rechnungsempfänger Rolf Reh", "Rolf Reh"},
            {Role::Buyer, "Morada de faturação", ""},
            {Role::Delivery, "Ship to", ""},
            {Role::Delivery, "Lieferadresse:", ""},
            {Role::Delivery, "Adresse de livraison", ""},
            {Role::Delivery, "Adres dostawy", ""},
            {Role::Payee, "Kontoinhaber: Hans Hecht", "Hans Hecht"},
            {Role::Payee, "Titular de la cuenta", ""},
            {Role::Contact, "Ansprechpartner", ""},
            {Role::None, "Customer number", ""},
            {Role::None, "Customer number: 17", ""},
            {Role::None, "Kunde Nord", ""},
            {Role::None, "DE", ""},
            {Role::None, "Pike Ltd", ""},
            {Role::None, "", ""},
        };
        for (const auto& [role, text, rest] : rows)
            QTest::newRow(text) << static_cast<int>(role) << QString::fromUtf8(rest);
    }
    void roles() {
        QFETCH(QString, rest);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        const RoleLabel label = roleOf(text);
        QTEST(static_cast<int>(label.role), "role");
        if (label.role != Role::None) QCOMPARE(text.mid(label.length), rest);
    }

    void namesEndBeforeTheirAddress_data() {
        QTest::addColumn<QString>("name");
        const char* rows[][2] = {
            {"Brochet SARL 3 rue du Lac - 74000 Annecy", "Brochet SARL"},
            {"Hecht GmbH & Co. KG, Seeweg 4", "Hecht GmbH & Co. KG"},
            {"Kunden AG Mitte", "Kunden AG Mitte"},
            {"Au bon brochet 3 rue du Lac", "Au bon brochet"},
            {"Pike Ltd - 1 Mill Lane", "Pike Ltd"},
            {"Pike Ltd Invoice 17", "Pike Ltd"},
            {"Pike Ltd. is registered in Hull.", "Pike Ltd."},
            {"Pike Ltd.,", "Pike Ltd."},
            {"Rolf Reh,", "Rolf Reh"},
            {"Pike", "Pike"},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString::fromUtf8(row[1]);
    }
    void namesEndBeforeTheirAddress() {
        const QString line = QString::fromUtf8(QTest::currentDataTag());
        QTEST(line.left(nameLength(line)), "name");
    }

    void addressesInOneLine_data() {
        QTest::addColumn<QString>("lines");
        const char* rows[][2] = {
            {"Rua do Lago 12, 4050-262 Porto, Portugal", "Rua do Lago 12 / 4050-262 Porto / Portugal"},
            {"10, rue du Lac, 74000 Annecy", "10, rue du Lac / 74000 Annecy"},
            {"Via Roma, 7, 20121 Milano (MI)", "Via Roma, 7 / 20121 Milano (MI)"},
            {"Seeweg 4 · 78462 Konstanz · Tel. 1234", "Seeweg 4 / 78462 Konstanz / Tel. 1234"},
            {"12 Oak Street, Suite 3, Dayton, OH 45402", "12 Oak Street, Suite 3 / Dayton, OH 45402"},
            {"1 Mill Lane, Leeds LS1 4AP", "1 Mill Lane / Leeds LS1 4AP"},
            {"Building 4, 12 Oak Street, Leeds LS1 4AP", "Building 4 / 12 Oak Street / Leeds LS1 4AP"},
            {"Rua do Lago 12, 60060-170 Fortaleza - CE", "Rua do Lago 12 / 60060-170 Fortaleza - CE"},
            {"Pike, Perch and Co", ""},
            {"12 Oak Street", ""},
        };
        for (const auto& row : rows) QTest::newRow(row[0]) << QString::fromUtf8(row[1]);
    }
    void addressesInOneLine() {
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        QStringList lines;
        for (const auto& [from, to] : partsOfAddress(text)) lines += text.mid(from, to - from);
        QTEST(lines.join(" / "), "lines");
    }

    void legalForms_data() {
        QTest::addColumn<bool>("legal");
        for (const char* name : {"Pike Ltd",
                                 "PIKE LIMITED",
                                 "Roe Studio LLC",
                                 "Roe, Inc.",
                                 "Hecht GmbH",
                                 "Hecht AG",
                                 "Reh e.K.",
                                 "Reh UG (haftungsbeschränkt)",
                                 "Brochet SARL",
                                 "Daim S.A.S.",
                                 "Lucio S.L.",
                                 "Luccio S.p.A.",
                                 "Luccio S.r.l.",
                                 "Snoek B.V.",
                                 "Snoek N.V.",
                                 "Lúcio Lda",
                                 "Lúcio, Lda.",
                                 "Szczupak sp. z o.o.",
                                 "Szczupak Sp. z o. o.",
                                 "Gedde ApS",
                                 "Gädda AB",
                                 "Hauki Oy"})
            QTest::newRow(name) << true;
        for (const char* name : {"Ltd", "308,500 KG", "Rolf Reh", "Ag", "Saga", "Adelaide", "12 AB"})
            QTest::newRow(name) << false;
    }
    void legalForms() {
        QFETCH(bool, legal);
        QCOMPARE(legalFormEnd(QString::fromUtf8(QTest::currentDataTag())) > 0, legal);
    }
};

static floe::test::AddSuite<PartyWordsTest> added;
#include "words_test.moc"
