#include "app/extraction/facts/misread.h"

#include <QtTest>

#include "app/extraction/facts_on_page.h"
#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;

class MisreadTest : public QObject {
    Q_OBJECT

 private slots:
    void emails_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("emails");
        const auto row = [](const char* text, const char* emails) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString(emails);
        };
        row("E-mail infoQpike.example\nwww.pike.example", "info@pike.example");
        row("infoQpike.example", "");
        row("Mail: infoQpike.example", "info@pike.example");
        row("Mail: info Qpike.example", "info@pike.example");
        row("office©pike.example", "office@pike.example");
        row("bills © pike.example", "bills@pike.example");
        row("infopike.example\nwww.pike.example", "info@pike.example");
        row("billingOpike.example https://pike.example", "billing@pike.example");
        row("www.pike.example", "");
        row("shop.pike.example\nwww.pike.example", "");
        row("© 2024 Pike Ltd", "");
        row("info@pike.example www.pike.example", "");
    }
    void emails() {
        QFETCH(QString, text);
        QFETCH(QString, emails);
        QStringList found;
        for (const auto& one : facts::misreadEmails(text, {"pike.example"})) found += one.value;
        if (!text.contains("www") && !text.contains("http")) {
            found.clear();
            for (const auto& one : facts::misreadEmails(text, {})) found += one.value;
        }
        QCOMPARE(found.join(' '), emails);
    }

    void accounts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iban");
        const auto row = [](const char* text, const char* iban) {
            QTest::newRow(text) << QString(text) << QString(iban);
        };
        row("IBAN DEB9 3704 0044 0532 0130 00", "DE89370400440532013000");
        row("IBAN DE89 37O4 0044 0532 0130 00", "DE89370400440532013000");
        row("IBAN DE89 3704 0044 0532 0l30 00", "DE89370400440532013000");
        row("IBAN GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819");
        row("IBAN GB29 NWBK 6O16 1331 9268 19", "GB29NWBK60161331926819");
        row("IBAN DE89 3704 0044 0532 0130 07", "");
        row("IBAN DE89 3704 0044 0532 0130", "");
        row("Invoice 17", "");
    }
    void accounts() {
        QFETCH(QString, text);
        QFETCH(QString, iban);
        const auto found = facts::misreadIban(text);
        QCOMPARE(found ? found->value : QString(), iban);
    }

    void whatWasMisreadIsShownAsSuch() {
        for (const char* source : {"ocr", "text"}) {
            const PageText page = test::printedText(
                {"Pike Ltd", "www.pike.example", "E-mail infoQpike.example", "IBAN DE89 37O4 0044 0532 0130 00"});
            Extraction e;
            e.source = source;
            test::addFields(e, page, "seller.name=Pike Ltd");
            findFacts(e, page);
            const Field *email = e.find("seller.email"), *iban = e.find("payment.iban");
            if (e.source == "text") {
                QVERIFY(!email && (!iban || iban->value != "DE89370400440532013000"));
                continue;
            }
            QVERIFY(email && iban);
            QCOMPARE(email->value, "info@pike.example");
            QCOMPARE(email->text, "infoQpike.example");
            QCOMPARE(email->status, Field::Status::Doubtful);
            QVERIFY(email->note.contains("infoQpike.example"));
            QCOMPARE(iban->value, "DE89370400440532013000");
            QCOMPARE(iban->status, Field::Status::Doubtful);
            QVERIFY(iban->box().isValid() && email->box().isValid());
        }
    }
};

static floe::test::AddSuite<MisreadTest> added;
#include "misread_test.moc"
