#include "app/extraction/payment_code.h"

#include <QtTest>

#include "support/qt_suites.h"

using namespace floe;

namespace {

/// Everything that a code says, in one line.
QString said(const QString& text) {
    const auto code = paymentCode(text);
    if (!code) return "none";
    const char* const kinds[] = {"giro", "swiss", "zatca"};
    QStringList parts{kinds[static_cast<int>(code->kind)]};
    const std::pair<const char*, QString> values[] = {
        {"name", code->name},   {"iban", code->iban},           {"bic", code->bic},       {"amount", code->amount},
        {"in", code->currency}, {"reference", code->reference}, {"number", code->number}, {"date", code->date},
        {"vat", code->vatId},   {"total", code->total},         {"tax", code->tax}};
    for (const auto& [name, value] : values)
        if (!value.isEmpty()) parts += QString(name) + '=' + value;
    return parts.join(" | ");
}

QString giro(const QString& iban, const QString& amount, const QString& reference = {}, const QString& free = {}) {
    return QStringList{"BCD", "002", "1", "SCT", "", "Brunnhuber GmbH", iban, amount, "", reference, free}.join('\n');
}

struct Swiss {
    QString iban = "CH4431999123000889012", amount = "1949.75", currency = "CHF", kind = "QRR",
            reference = "210000000003139471430009017", message, information;
};

QString swiss(const Swiss& bill) {
    QStringList lines{"SPC",        "0200", "1",    bill.iban, "S", "Robert Muster AG",
                      "Rue du Lac", "1268", "2501", "Biel",    "CH"};
    for (int i = 0; i < 7; ++i) lines += "";
    lines += {bill.amount, bill.currency, "S",       "Pia Beispiel", "Marktgasse", "28",  "9400",
              "Rorschach", "CH",          bill.kind, bill.reference, bill.message, "EPD", bill.information};
    return lines.join("\r\n");
}

QString zatca(const QList<std::pair<int, QByteArray>>& tags) {
    QByteArray bytes;
    for (const auto& [tag, value] : tags) {
        bytes += static_cast<char>(tag);
        bytes += static_cast<char>(value.size());
        bytes += value;
    }
    return bytes.toBase64();
}

const QList<std::pair<int, QByteArray>> kSaudi{
    {1, "متجر الواحة"}, {2, "310122393500003"}, {3, "2022-04-25T15:30:00Z"}, {4, "1150.00"}, {5, "150.00"}};

QList<std::pair<int, QByteArray>> with(int tag, const QByteArray& value) {
    auto tags = kSaudi;
    tags[tag - 1].second = value;
    return tags;
}

}  // namespace

class PaymentCodeTest : public QObject {
    Q_OBJECT

 private slots:
    void codes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const QString iban = "DE02120300000000202051";
        QTest::newRow("giro") << giro(iban, "EUR1476.68", "RF18539007547034")
                              << "giro | name=Brunnhuber GmbH | iban=" + iban +
                                     " | amount=1476.68 | in=EUR | reference=RF18539007547034";
        QTest::newRow("giro, free text") << giro(iban, "EUR12.3", {}, "RE-2024-0117")
                                         << "giro | name=Brunnhuber GmbH | iban=" + iban +
                                                " | amount=12.3 | in=EUR | reference=RE-2024-0117";
        QTest::newRow("giro, seven lines")
            << "BCD\r\n001\r\n1\r\nSCT\r\nBYLADEM1001\r\nB\r\nDE02 1203 0000 0000 2020 51"
            << "giro | name=B | iban=" + iban + " | bic=BYLADEM1001";
        QTest::newRow("giro, wrong iban") << giro("DE03120300000000202051", "EUR1.00") << "none";
        QTest::newRow("giro, wrong reference") << giro(iban, "EUR1.00", "RF19539007547034") << "none";
        QTest::newRow("giro, dollars") << giro(iban, "USD1.00") << "none";
        QTest::newRow("giro, comma") << giro(iban, "EUR1,00") << "none";
        QTest::newRow("giro, negative") << giro(iban, "EUR-1.00") << "none";
        QTest::newRow("giro, too much") << giro(iban, "EUR1234567890.00") << "none";
        QTest::newRow("giro, long name") << giro(iban, "").replace("Brunnhuber", QString(80, 'x')) << "none";
        QTest::newRow("giro, control sign") << giro(iban, "").replace("Brunnhuber", "a\x01z") << "none";
        QTest::newRow("giro, endless") << giro(iban, "", {}, QString(5000, 'x')) << "none";
        QTest::newRow("giro, cut") << "BCD\n002\n1\nSCT\n\nB"
                                   << "none";
        QTest::newRow("giro, version") << giro(iban, "").replace("002", "003") << "none";

        const QString muster = "swiss | name=Robert Muster AG | iban=CH4431999123000889012 | ";
        QTest::newRow("swiss") << swiss({})
                               << muster + "amount=1949.75 | in=CHF | reference=210000000003139471430009017";
        QTest::newRow("swiss, bill information")
            << swiss({.information = "//S1/10/X.66711\\/8824/11/200712/20/MW-2020-04/30/107978798/32/2.5"})
            << muster +
                   "amount=1949.75 | in=CHF | reference=210000000003139471430009017 | number=X.66711/8824 | "
                   "date=2020-07-12 | vat=CHE107978798";
        QTest::newRow("swiss, no amount, creditor reference")
            << swiss({.amount = "", .currency = "EUR", .kind = "SCOR", .reference = "RF18539007547034"})
            << muster + "in=EUR | reference=RF18539007547034";
        QTest::newRow("swiss, message") << swiss({.kind = "NON", .reference = "", .message = "Order of 15 June"})
                                        << muster + "amount=1949.75 | in=CHF | reference=Order of 15 June";
        QTest::newRow("swiss, wrong reference") << swiss({.reference = "210000000003139471430009018"}) << "none";
        QTest::newRow("swiss, reference of no kind") << swiss({.kind = "NON"}) << "none";
        QTest::newRow("swiss, wrong iban") << swiss({.iban = "CH4531999123000889012"}) << "none";
        QTest::newRow("swiss, german iban") << swiss({.iban = iban}) << "none";
        QTest::newRow("swiss, amount") << swiss({.amount = "1'949.75"}) << "none";
        QTest::newRow("swiss, dollars") << swiss({.currency = "USD"}) << "none";
        QTest::newRow("swiss, day that is none")
            << swiss({.information = "//S1/11/200732"})
            << muster + "amount=1949.75 | in=CHF | reference=210000000003139471430009017";
        QTest::newRow("swiss, cut") << swiss({}).left(100) << "none";
        QTest::newRow("swiss, no trailer") << swiss({}).replace("EPD", "END") << "none";

        const QString oasis = "zatca | name=متجر الواحة | in=SAR | ";
        QTest::newRow("zatca") << zatca(kSaudi)
                               << oasis + "date=2022-04-25 | vat=310122393500003 | total=1150.00 | tax=150.00";
        QTest::newRow("zatca, signed") << zatca(kSaudi + QList<std::pair<int, QByteArray>>{{6, QByteArray(44, '\xff')}})
                                       << oasis + "date=2022-04-25 | vat=310122393500003 | total=1150.00 | tax=150.00";
        QTest::newRow("zatca, day in words")
            << zatca(with(3, "yesterday")) << oasis + "vat=310122393500003 | total=1150.00 | tax=150.00";
        QTest::newRow("zatca, number") << zatca(with(2, "123456789012345")) << "none";
        QTest::newRow("zatca, sum") << zatca(with(4, "1,150.00")) << "none";
        QTest::newRow("zatca, no utf-8") << zatca(with(1, "\xff\xfe")) << "none";
        QTest::newRow("zatca, control sign") << zatca(with(1, "a\nb")) << "none";
        QTest::newRow("zatca, cut") << zatca(kSaudi).left(40) << "none";
        QTest::newRow("zatca, nothing") << zatca({{1, ""}, {2, ""}, {3, ""}, {4, ""}, {5, ""}, {6, ""}, {7, ""}})
                                        << "none";

        QTest::newRow("empty") << QString() << "none";
        QTest::newRow("link") << "https://pay.example/1234567890"
                              << "none";
        QTest::newRow("words") << "Thisisonewordofletters"
                               << "none";
        QTest::newRow("BCD alone") << "BCD"
                                   << "none";
        QTest::newRow("SPC alone") << "SPC\n\n\n"
                                   << "none";
    }

    void codes() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        QCOMPARE(said(text), says);
    }

    void everyCutOfACodeIsReadOrRefused() {
        for (const QString& whole : {swiss({}), giro("DE02120300000000202051", "EUR1.00", {}, "x"), zatca(kSaudi)})
            for (int i = 0; i < whole.size(); ++i)
                if (const auto code = paymentCode(whole.left(i))) QVERIFY(!code->name.isEmpty());
    }
};

static floe::test::AddSuite<PaymentCodeTest> added;
#include "payment_code_test.moc"
