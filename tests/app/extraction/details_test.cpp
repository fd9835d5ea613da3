// What a document tells of its seller besides the fields of a bill.
#include "app/extraction/details/details.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include "app/extraction/own_schema.h"
#include "app/resources.h"
#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;
using Json = nlohmann::ordered_json;
using Status = Field::Status;

namespace {

struct Printed {
    PageText page;
    Extraction e;

    Printed(const QStringList& lines, const QString& fields) : page(test::printedText(lines)) {
        test::addFields(e, page, fields);
        for (const Field& field : e.fields)
            if (field.path.startsWith("lines."))
                e.lineCount = std::max(e.lineCount, field.path.section('.', 1, 1).toInt() + 1);
    }
    std::optional<Field> detail(const QString& path) const {
        const QVector<Field> found = detailsOf("seller." + path, e, page);
        return found.isEmpty() ? std::nullopt : std::optional(found[0]);
    }
    QString value(const QString& path) const {
        const auto found = detail(path);
        return found ? found->value : QString();
    }
    QStringList keywords() const {
        QStringList words;
        for (const Field& field : detailsOf("seller.keywords", e, page)) words += field.value;
        return words;
    }
};

/// JSON in which ' stands for ", since moc does not read raw strings well.
QByteArray json(const char* quoted) {
    return QByteArray(quoted).replace('\'', '"');
}

const QString kPike = "seller.name=Pike Ltd";

QImage red() {
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

}  // namespace

class DetailsTest : public QObject {
    Q_OBJECT
 private slots:
    void whatASellerSaysOfItselfIsCopied_data() {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& lines, const QString& says) {
            QTest::newRow(name) << lines << says;
        };
        const QStringList rest{"12 High Street", "Leeds LS1 4AP", "Invoice 17", "Total | 12.00"};
        row("a year", QStringList{"Pike Ltd", "Family butchers since 1921"} + rest, "Family butchers since 1921");
        row("trades", QStringList{"Pike Ltd", "Heizung · Sanitär · Lüftung"} + rest, "Heizung · Sanitär · Lüftung");
        row("your", QStringList{"Pike Ltd", "Ihr Partner für schöne Gärten"} + rest, "Ihr Partner für schöne Gärten");
        row("a sentence at the foot",
            QStringList{"Pike Ltd"} + rest + QStringList{"@780 We print books for small publishers. See you soon."},
            "We print books for small publishers.");
        row("a sentence over two lines",
            QStringList{"Pike Ltd"} + rest +
                QStringList{"@760 Pike Ltd is a family bakery", "that delights the north since 1950."},
            "Pike Ltd is a family bakery that delights the north since 1950.");
        row("an address", QStringList{"Pike Ltd"} + rest, "");
        row("a department", QStringList{"Pike Ltd", "Accounts department"} + rest, "");
        row("towns", QStringList{"Pike Ltd", "Berlin · Hamburg · Bremen"} + rest, "");
        row("a title", QStringList{"Pike Ltd", "Your electricity bill"} + rest, "");
        row("terms", QStringList{"Pike Ltd"} + rest + QStringList{"@780 We supply subject to our terms only."}, "");
        row("thanks", QStringList{"Pike Ltd"} + rest + QStringList{"@780 We are happy to help with your garden."}, "");
        row("another firm's",
            QStringList{"Pike Ltd", "12 High Street", "Leeds LS1 4AP", "Bill to", "Trout Ltd", "Family bakers"}, "");
    }
    void whatASellerSaysOfItselfIsCopied() {
        QFETCH(QStringList, lines);
        QFETCH(QString, says);
        const Printed bill(lines, kPike);
        QCOMPARE(bill.value("description"), says);
        QCOMPARE(bill.value("short_description"), says);
        if (says.isEmpty()) return;
        const Field field = *bill.detail("description");
        QCOMPARE(field.status, Status::Ok);
        QCOMPARE(field.page, 0);
        QVERIFY(!field.text.isEmpty() && !field.boxes.isEmpty());
    }

    void withoutOneItIsMadeOfTheLinesAndSaysSo() {
        const QString lines = kPike +
                              "; lines.0.description=Oak table; lines.1.description=Oak table; "
                              "lines.2.description=Six chairs; lines.3.description=Shipping; "
                              "lines.4.description=03/05/2024 Six chairs (2); lines.5.description=Dear customer,; "
                              "lines.6.description=V.A.T.";
        const Printed bill({"Pike Ltd", "Oak table | 1", "Six chairs | 6", "Shipping | 1"}, lines);
        const Field field = *bill.detail("description");
        QCOMPARE(field.value, "Sells: Oak table; Six chairs");
        QCOMPARE(field.status, Status::Derived);
        QVERIFY(field.text.isEmpty() && field.page < 0 && !field.note.isEmpty());
        QVERIFY(Printed({"Pike Ltd"}, kPike).value("description").isEmpty());
    }

    void theShortOneEndsBeforeAWord() {
        QString lines = kPike;
        for (int i = 0; i < 9; ++i)
            lines += QString("; lines.%1.description=Wooden article %2").arg(i).arg(QChar('A' + i));
        const QString value = Printed({"Pike Ltd"}, lines).value("short_description");
        QVERIFY2(value.size() <= 80 && value.endsWith("…"), qPrintable(value));
        QVERIFY2(!value.chopped(1).endsWith(' '), qPrintable(value));
        const Printed talker({"Pike Ltd",
                              "@700 We are a small family bakery in the north and bake bread and cakes for everybody "
                              "who comes by on foot."},
                             kPike);
        const Field field = *talker.detail("short_description");
        QCOMPARE(field.status, Status::Derived);
        QVERIFY(field.value.size() <= 80 && talker.value("description").startsWith(field.value.chopped(1)));
    }

    void keywordsAreWordsOfThePage() {
        const Printed bill(
            {"Kesselring Haustechnik GmbH", "Wartung Gasbrenner und Pumpe | 1", "Stunden für die Wartung | 2"},
            "seller.name=Kesselring Haustechnik GmbH; lines.0.description=Wartung Gasbrenner und Pumpe; "
            "lines.1.description=Stunden für die Wartung; lines.2.description=Unsichtbares");
        const QStringList words = bill.keywords();
        QCOMPARE(words.value(0), "Wartung");
        for (const char* word : {"Gasbrenner", "Pumpe", "Haustechnik"}) QVERIFY2(words.contains(word), word);
        for (const char* word : {"und", "die", "Stunden", "GmbH", "Unsichtbares"})
            QVERIFY2(!words.contains(word), word);
        for (const Field& field : detailsOf("seller.keywords", bill.e, bill.page)) {
            QCOMPARE(field.status, Status::Derived);
            QVERIFY(bill.page.text.contains(field.text) && field.page == 0 && !field.note.isEmpty());
        }
    }

    void aBrandIsOneThatThePageCallsSo_data() {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("brand");
        QTest::newRow("marked") << QStringList{"Tannenhof® Molkerei", "Milk | 2"} << "seller.name=Tannenhof® Molkerei"
                                << "Tannenhof";
        QTest::newRow("said") << QStringList{"Pike Ltd", "@780 Lumo is a brand of Licht AG"} << kPike << "Lumo";
        QTest::newRow("said in German") << QStringList{"Pike Ltd", "@780 Lumo – eine Marke der Licht AG"} << kPike
                                        << "Lumo";
        QTest::newRow("of the name") << QStringList{"Pike Ltd", "une marque de Brochet SA"} << kPike << "Pike Ltd";
        QTest::newRow("another's") << QStringList{"Pike Ltd", "Uses Windows® and more"} << kPike << "";
        QTest::newRow("what is sold") << QStringList{"Pike Ltd", "Pike® rods | 2"}
                                      << kPike + "; lines.0.description=Pike® rods"
                                      << "";
        QTest::newRow("none") << QStringList{"Pike Ltd", "Milk | 2"} << kPike << "";
    }
    void aBrandIsOneThatThePageCallsSo() {
        QFETCH(QStringList, lines);
        QFETCH(QString, fields);
        QFETCH(QString, brand);
        QCOMPARE(Printed(lines, fields).value("brand"), brand);
    }

    void theLogoIsWhatIsDrawnInTheLetterHead_data() {
        QTest::addColumn<QVector<QRectF>>("drawings");
        QTest::addColumn<int>("chosen");  // -1: none
        const QRectF head(400, 40, 60, 40), far(50, 700, 60, 40);
        QTest::newRow("none") << QVector<QRectF>{} << -1;
        QTest::newRow("in the head") << QVector<QRectF>{head} << 0;
        QTest::newRow("a signature") << QVector<QRectF>{far} << -1;
        QTest::newRow("both") << QVector<QRectF>{far, head} << 1;
        QTest::newRow("beside the buyer") << QVector<QRectF>{{50, 205, 40, 40}} << -1;
        QTest::newRow("beside the name") << QVector<QRectF>{head, {110, 45, 30, 20}} << 1;
        QTest::newRow("two that may be meant") << QVector<QRectF>{{300, 40, 60, 40}, {300, 100, 60, 40}} << -1;
        QTest::newRow("a ribbon") << QVector<QRectF>{{100, 20, 300, 10}} << -1;
    }
    void theLogoIsWhatIsDrawnInTheLetterHead() {
        QFETCH(QVector<QRectF>, drawings);
        QFETCH(int, chosen);
        const Printed bill({"Pike Ltd", "@190 Trout Ltd", "12 High Street"},
                           kPike + "; buyer.name=Trout Ltd; buyer.address=12 High Street");
        FormPages pages(bill.page);
        for (const QRectF& box : drawings) pages.drawings.append({0, box});
        const QVector<Field> found = detailsOf("seller.logo", bill.e, pages);
        QCOMPARE(found.size(), chosen < 0 ? 0 : 1);
        if (chosen >= 0) QCOMPARE(found[0].box(), drawings[chosen]);
    }

    void aPictureIsWrittenAsPngAndListedByItsPlace() {
        const auto own = OwnSchema::parse(
            json("{'type': 'object', 'properties': {'logo': {'type': 'string', 'x-field': 'seller.logo'}}}"), "a");
        QVERIFY(own);
        FormPages pages(test::printedText({"Pike Ltd"}));
        pages.drawings = {{0, {100, 40, 30, 20}}};
        int cuts = 0;
        pages.cut = [&](int page, const QRectF& box) {
            ++cuts;
            return page == 0 && box.left() == 100 ? red() : QImage();
        };
        const Json form = Json::parse(own->filled({}, pages).toStdString());
        QVERIFY(QString::fromStdString(form["logo"]["value"]).startsWith("data:image/png;base64,iVBOR"));
        QCOMPARE(form["logo"]["status"], "derived");
        QCOMPARE(form["logo"]["box"], Json({100.0, 40.0, 130.0, 60.0}));
        QCOMPARE(cuts, 1);
        const QVector<OwnValue> values = own->values({}, pages);
        QCOMPARE(values[0].picture.size(), QSize(30, 20));
        QCOMPARE(values[0].field->value, "page 1: 100.0 40.0 130.0 60.0");
        pages.cut = {};
        QVERIFY(Json::parse(own->filled({}, pages).toStdString())["logo"].is_null());
    }

    void linksAreFoundBesideWhatIsPrinted() {
        const auto vendor = OwnSchema::load("vendor");
        QVERIFY(vendor);
        FormPages pages(test::printedText({"Pike Ltd", "facebook.com/pike", "Instagram: @pike.ltd",
                                           "fedex.com/track us at x.com/pike", "mail@pike.example",
                                           "See @pike_eats on TikTok", "Follow us on Facebook"}));
        pages.links = {{0, {50, 50, 9, 9}, "https://www.facebook.com/pike/"},
                       {0, {60, 50, 9, 9}, "https://www.linkedin.com/company/pike"},
                       {0, {70, 50, 9, 9}, "https://en.wikipedia.org/wiki/Pike_Ltd"}};
        const Json form = Json::parse(vendor->filled({}, pages).toStdString());
        QStringList social;
        for (const Json& link : form["social_links"]) social += QString::fromStdString(link["value"]);
        QCOMPARE(social, (QStringList{"facebook.com/pike", "Instagram: @pike.ltd", "x.com/pike", "@pike_eats on TikTok",
                                      "https://www.linkedin.com/company/pike"}));
        QCOMPARE(form["wikipedia"]["value"], "https://en.wikipedia.org/wiki/Pike_Ltd");
        QCOMPARE(form["wikipedia"]["text"], "");
        QCOMPARE(form["wikipedia"]["status"], "derived");
    }

    void formsAskForDetailsInTheirShape() {
        const auto asks = [](const QByteArray& property) {
            const auto own = OwnSchema::parse("{\"type\": \"object\", \"properties\": {\"a\": " + property + "}}", "a");
            return own ? QString() : QString::fromStdString(own.error().sentence());
        };
        QCOMPARE(asks(json("{'type': 'array', 'items': {'type': 'string', 'x-field': 'seller.keywords'}}")), "");
        QVERIFY(asks(json("{'type': 'string', 'x-field': 'seller.keywords'}")).contains("is a list"));
        QVERIFY(asks(json("{'type': 'array', 'items': {'type': 'string', 'x-field': 'seller.brand'}}"))
                    .contains("is one value"));
        QVERIFY(asks(json("{'type': 'number', 'x-field': 'seller.logo'}")).contains("is text"));
        QVERIFY(asks(json("{'type': 'array', 'x-field': 'lines', 'items': {'type': 'object', 'properties': {'b': "
                          "{'type': 'string', 'x-field': 'seller.logo'}}}}"))
                    .contains("no field"));
    }

    void theVendorsFormStaysTheSameInTheEditor() {
        QFile file(resource("schemas/vendor.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray schema = file.readAll();
        QString problem;
        const auto form = ownFormOf(schema, "vendor", &problem);
        QVERIFY2(form && !mistakeIn(*form), qPrintable(problem));
        QCOMPARE(Json::parse(schemaOf(*form).toStdString()), Json::parse(schema.toStdString()));
        const auto keywords = std::find_if(form->fields.begin(), form->fields.end(),
                                           [](const OwnField& f) { return f.name == "keywords"; });
        QVERIFY(keywords != form->fields.end() && keywords->from == OwnField::From::Field &&
                keywords->field == "seller.keywords");
    }
};

static floe::test::AddSuite<DetailsTest> added;
#include "details_test.moc"
