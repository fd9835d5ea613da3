#include "app/extraction/extractor.h"

#include <QTemporaryDir>
#include <QtTest>

#include "app/extraction/extraction_json.h"
#include "app/extraction/shorten.h"
#include "bills.h"
#include "extraction/scripted_engine.h"
#include "support/paths.h"
#include "support/qt_suites.h"

using namespace floe;
using test::ScriptedEngine;

namespace {

QString googleCloud() {
    return QString(test::source_dir()) + "/resources/samples/google-cloud.pdf";
}

using Status = Field::Status;

Page pageOf(const QStringList& lines) {
    Page page{{595, 842}, {}};
    double y = 50;
    for (const QString& line : lines) {
        double x = 50;
        for (const QString& word : line.split(' ')) {
            page.words.append({word, QRectF(x, y, 6.0 * word.size(), 10)});
            x += 6.0 * word.size() + 3;
        }
        y += 14;
    }
    return page;
}

/// A bill of these lines, read with these copies; the model is unsure of one field.
Extraction readingOf(const QStringList& lines, const test::Copies& copies, const QString& unsure = {},
                     test::Place place = test::Place::Last) {
    ScriptedEngine engine(copies);
    const auto extractor = Extractor::make(engine);
    Document document;
    document.pages = {pageOf(lines)};
    const Reading reading = (*extractor)->prepare("bill.pdf", document);
    test::ScriptedAnswer answer = test::answerOf(copies, reading.lined.text.toStdString(), place);
    for (VerbatimValue& value : answer.values)
        if (value.path == '/' + unsure.toStdString()) value.confidence = 0.3;
    return (*extractor)->finish(reading, {answer.json, answer.values, {}}, 0.5);
}

QString shown(const Extraction& e, const QString& path) {
    const Field* field = e.find(path);
    return field ? field->value : QString("null");
}

}  // namespace

class ExtractorTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

 private slots:
    void aBillBecomesFieldsWithPlacesAndMeanings() {
        ScriptedEngine engine(test::googleCloudCopies());
        const auto extractor = Extractor::make(engine);
        QVERIFY(extractor);
        const Extraction e = (*extractor)->extract(googleCloud()).first();
        QVERIFY2(!e.problem, e.problem ? qPrintable(e.problem->sentence) : "");
        QCOMPARE(e.kind, "bill");
        QCOMPARE(e.source, "text");
        QCOMPARE(e.model, "scripted");
        QCOMPARE(shown(e, "number"), "120325");
        QCOMPARE(shown(e, "issue_date"), "2024-04-30");
        QCOMPARE(shown(e, "due_date"), "2024-05-31");
        QCOMPARE(shown(e, "total"), "37577.23");
        QCOMPARE(shown(e, "currency"), "USD");
        QCOMPARE(e.find("currency")->status, Status::Derived);
        QCOMPARE(shown(e, "lines.0.description"), "Google Cloud — Production");
        QCOMPARE(shown(e, "net"), "null");
        QCOMPARE(e.lineCount, 1);
        for (const Field& field : e.fields) {
            QCOMPARE(field.page, 0);
            QVERIFY2(field.box().width() > 3 && QRectF(0, 0, 612, 792).contains(field.box()), qPrintable(field.path));
            QVERIFY(field.confidence > 0);
        }
        QCOMPARE(e.find("buyer.address")->boxes.size(), 3);
        QVERIFY(qAbs(e.find("issue_date")->box().bottom() - 122) < 4);
        QCOMPARE(e.checks.size(), 3);  // lines to total, products of lines, dates in order
        for (const Check& check : e.checks) QVERIFY2(check.ok, qPrintable(check.rule));

        const Request& request = engine.requests.at(0);
        QCOMPARE(request.prompt.at(0), 256);
        QCOMPARE(request.prompt.at(1), 257);
        QCOMPARE(request.prompt.back(), 258);
        QCOMPARE(request.priority, Priority::batch);
        QVERIFY(request.max_tokens + int64_t(request.prompt.size()) <= 4096);
        QVERIFY(!request.source->links.empty());
        QVERIFY(request.schema.find("x-verbatim") != std::string::npos);
    }

    void germanWaysAreReadFromTheWholePage() {
        const Extraction e = readingOf(
            {"Rechnung 17", "Datum 03.04.2024", "Netto 1.240,90", "MwSt. 235,77", "Brutto 1.476,67 €", "Stück 1.000"},
            {{"number", "17"},
             {"issue_date", "03.04.2024"},
             {"net", "1.240,90"},
             {"tax", "235,77"},
             {"total", "1.476,67"},
             {"lines.0.quantity", "1.000"}});
        QCOMPARE(shown(e, "issue_date"), "2024-04-03");
        QCOMPARE(shown(e, "net"), "1240.90");
        QCOMPARE(shown(e, "lines.0.quantity"), "1000");
        QCOMPARE(shown(e, "currency"), "EUR");
        QVERIFY(e.checks.at(0).ok);
    }

    void dateThatCanBeTwoDaysIsMarked() {
        const Extraction e = readingOf({"Bill 5", "Date 03/04/2024"}, {{"number", "5"}, {"issue_date", "03/04/2024"}});
        QCOMPARE(e.find("issue_date")->status, Status::Ambiguous);
        QCOMPARE(e.find("issue_date")->note, "“03/04/2024” may be 3 April 2024 or 4 March 2024.");
    }

    void theDueDateDecidesWhichDayWasMeant() {
        // Day first: 3 December, due 2 February before it. Month first: 12 March, due 2 February before it, too.
        const Extraction e = readingOf({"Bill 5", "Date 03/12/2024", "Due 05/04/2024"},
                                       {{"number", "5"}, {"issue_date", "03/12/2024"}, {"due_date", "05/04/2024"}});
        QCOMPARE(shown(e, "issue_date"), "2024-03-12");  // else the due date, 5 April, would be before 3 December
        QCOMPARE(shown(e, "due_date"), "2024-05-04");
        QCOMPARE(e.find("issue_date")->status, Status::Ok);
    }

    void whatIsNoDateOrSumStaysAsPrinted() {
        const Extraction e = readingOf({"Bill 5", "Date upon receipt", "Total many"},
                                       {{"number", "5"}, {"due_date", "upon receipt"}, {"total", "many"}});
        QCOMPARE(e.find("due_date")->status, Status::Unparsed);
        QCOMPARE(shown(e, "due_date"), "upon receipt");
        QCOMPARE(e.find("total")->status, Status::Unparsed);
    }

    void whatIsDueStandsInForATotal() {
        const Extraction e = readingOf({"Bill 5", "Due now $12.50"}, {{"number", "5"}, {"amount_due", "12.50"}});
        QCOMPARE(shown(e, "total"), "12.50");
        QCOMPARE(e.find("total")->status, Status::Derived);
        QVERIFY(e.find("total")->page == 0);
        const Extraction paid = readingOf({"Bill 5", "Paid $2.50", "Due now $12.50"},
                                          {{"number", "5"}, {"paid", "2.50"}, {"amount_due", "12.50"}});
        QCOMPARE(shown(paid, "total"), "null");
        const Extraction summed = readingOf({"Bill 5", "Net 10.00", "Tax 2.00"}, {{"net", "10.00"}, {"tax", "2.00"}});
        QCOMPARE(shown(summed, "total"), "12.00");
    }

    void theLeastSureSumGivesWayToOneThatFits() {
        const Extraction e =
            readingOf({"Bill 5", "Net 10.00", "Tax 2.00", "Altogether 12.00"},
                      {{"number", "5"}, {"net", "10.00"}, {"tax", "2.00"}, {"total", "10.00"}}, "total");
        QCOMPARE(shown(e, "total"), "12.00");
        QCOMPARE(e.find("total")->status, Status::Derived);  // net and tax have labels of their own
        QVERIFY(e.find("total")->note.contains("the model read 10.00"));
        QVERIFY(e.find("total")->box().isValid());
        QVERIFY(e.checks.first().ok);
    }

    void whatAloneContradictsIsTakenOutWhereTheModelWasUnsure() {
        const QStringList page{"Bill 5", "Item 10.00", "Total 10.00", "Store 77.00"};
        test::Copies copies{{"number", "5"}, {"net", "77.00"}, {"total", "10.00"}, {"lines.0.amount", "10.00"}};
        const Extraction sure = readingOf(page, copies);
        QVERIFY(sure.find("net") && !sure.checks.first().ok);
        const Extraction unsure = readingOf(page, copies, "net");
        QVERIFY(!unsure.find("net") && unsure.checks.first().ok);
    }

    void anUnsureGuessThatIsNoDateCountsAsNotPrinted() {
        const Extraction e =
            readingOf({"Bill 5", "upon receipt"}, {{"number", "5"}, {"due_date", "upon receipt"}}, "due_date");
        QVERIFY(!e.find("due_date"));
    }

    void anAnswerThatFilledTheContextSaysSo() {
        ScriptedEngine engine({});
        const auto extractor = Extractor::make(engine);
        Document document;
        document.pages = {pageOf({"Bill 4711", "Item 1.00"})};
        const Reading reading = (*extractor)->prepare("bill.pdf", document);
        const auto answer =
            test::answerOf({{"number", "4711"}, {"lines.0.amount", "1.00"}}, reading.lined.text.toStdString());
        const Extraction e = (*extractor)->finish(reading, {answer.json, answer.values, {}, true}, 0);
        QVERIFY(e.note.contains("may go on"));
        QCOMPARE(e.find("lines.0.amount")->status, Status::Doubtful);
        QCOMPARE(e.find("number")->status, Status::Ok);
    }

    void whatTheModelMissedIsFoundByItsLabel() {
        const Extraction e = readingOf(
            {"Invoice number: #A-17", "Invoice date 3 April 2024", "Due date: 17 April 2024", "Grand total $12.50"},
            {{"seller.name", "Invoice"}});
        QCOMPARE(shown(e, "number"), "A-17");
        QCOMPARE(shown(e, "issue_date"), "2024-04-03");
        QCOMPARE(shown(e, "due_date"), "2024-04-17");
        QCOMPARE(shown(e, "total"), "12.50");
        for (const char* path : {"number", "issue_date", "due_date", "total"}) {
            QCOMPARE(e.find(path)->status, Status::Derived);
            QVERIFY(e.find(path)->box().isValid());
        }
        QCOMPARE(shown(readingOf({"Rechnungsnummer: 2024/17", "Rechnungsdatum: 03.04.2024", "Fällig am 17.04.2024"},
                                 {{"seller.name", "Rechnungsnummer"}}),
                       "due_date"),
                 "2024-04-17");
    }

    void aTablesHeadIsNoLabelOfASum() {
        ScriptedEngine engine({});
        const auto extractor = Extractor::make(engine);
        Document document;
        document.pages = {pageOf({"Item", "Pens", "Sum"})};
        QVector<Word>& words = document.pages[0].words;
        words.append({"Total", QRectF(300, 50, 30, 10)});
        words.append({"3.00", QRectF(300, 64, 30, 10)});
        words.append({"Total", QRectF(200, 78, 30, 10)});
        words.append({"(EUR)", QRectF(233, 78, 30, 10)});
        words.append({"4.00", QRectF(300, 78, 30, 10)});
        const Reading reading = (*extractor)->prepare("bill.pdf", document);
        const auto answer = test::answerOf({{"seller.name", "Pens"}}, reading.lined.text.toStdString());
        const Extraction e = (*extractor)->finish(reading, {answer.json, answer.values, {}}, 0);
        QCOMPARE(shown(e, "total"), "4.00");
    }

    void aDateBesideTheOthersLabelIsPutRight() {
        const Extraction e = readingOf({"Invoice 5", "Issue date 3 April 2024", "Due date 17 April 2024"},
                                       {{"number", "5"}, {"issue_date", "17 April 2024"}});
        QCOMPARE(shown(e, "issue_date"), "2024-04-03");
        QCOMPARE(e.find("issue_date")->status, Status::Derived);
        QVERIFY(e.find("issue_date")->note.contains("17 April 2024"));
        QCOMPARE(shown(e, "due_date"), "2024-04-17");
        const Extraction two =
            readingOf({"Invoice 5", "Issue date 3 April 2024", "Issue date 5 April 2024", "Due date 17 April 2024"},
                      {{"number", "5"}, {"issue_date", "17 April 2024"}});
        QCOMPARE(two.find("issue_date")->status, Status::Doubtful);  // two have the label
    }

    void aNumberWithoutALabelGivesWayToTheLabelledOne() {
        const QStringList page{"Invoice number A-17", "20457 Hamburg"};
        const Extraction e = readingOf(page, {{"number", "20457"}});
        QCOMPARE(shown(e, "number"), "A-17");
        QCOMPARE(e.find("number")->status, Status::Derived);
        QVERIFY(e.find("number")->note.contains("20457"));
        const Extraction customer = readingOf({"Customer number 20457", "Invoice 17"}, {{"number", "20457"}});
        QCOMPARE(shown(customer, "number"), "17");
    }

    void aNumberEndsWhereItsWordEnds() {
        const Extraction e =
            readingOf({"Handelsrechnung (380) Nr. 01.234.567.8-2018-1 vom 05.03.2018", "Nummer: 549910"},
                      {{"number", "01.234.567.8-2018-1 vom"}});
        QCOMPARE(shown(e, "number"), "01.234.567.8-2018-1");
        QCOMPARE(shown(readingOf({"Handelsrechnung (380) Nr. 471102 vom 05.03.2018", "Nummer: 549910"},
                                 {{"number", "549910"}}),
                       "number"),
                 "471102");
    }

    void anAddressForMailEndsBeforeTheSentenceDoes() {
        const Extraction e = readingOf({"Bill 5", "Write to <info@example.com>."},
                                       {{"number", "5"}, {"seller.email", "<info@example.com>."}});
        QCOMPARE(shown(e, "seller.email"), "info@example.com");
    }

    void anAddressForMailHasItsSign() {
        QVERIFY(
            !readingOf({"Bill 5", "Tel +33 4 72"}, {{"number", "5"}, {"seller.email", "+33"}}).find("seller.email"));
    }

    void aLabelIsNobodysName() {
        const Extraction e =
            readingOf({"Bill 5", "Customer number: 17", "Ada Ltd"},
                      {{"number", "5"}, {"seller.name", "Ada Ltd"}, {"buyer.name", "Customer number"}});
        QCOMPARE(shown(e, "seller.name"), "Ada Ltd");
        QVERIFY(!e.find("buyer.name"));
    }

    void aNumberHasADigit() { QVERIFY(!readingOf({"Bill", "Total 5.00"}, {{"number", "Bill"}}).find("number")); }

    void ofAllAmountsThoseThatAddUpAreTheSums() {
        const QStringList page{"Pens 2 9.90 19.80", "Net total: 473.00", "VAT 19 % 56.87", "Gross amount: 529.87",
                               "Discount if paid in ten days 10.00"};
        const Extraction e = readingOf(page, {{"net", "9.90"}, {"tax", "473.00"}, {"total", "19.80"}});
        QCOMPARE(shown(e, "net"), "473.00");
        QCOMPARE(shown(e, "tax"), "56.87");
        QCOMPARE(shown(e, "total"), "529.87");
        QVERIFY(e.find("total")->note.contains("the model read 19.80"));
    }

    void aDateInARunningSentenceIsFound() {
        const Extraction e =
            readingOf({"Rechnung Nr. 471102 vom 05.03.2018", "zahlbar bis 04.04.2018", "Lieferdatum 01.02.2018"},
                      {{"issue_date", "01.02.2018"}});
        QCOMPARE(shown(e, "number"), "471102");
        QCOMPARE(shown(e, "issue_date"), "2018-03-05");
        QCOMPARE(shown(e, "due_date"), "2018-04-04");
    }

    void whatTheModelReadIsLeftWhereLabelsAgree() {
        const Extraction e =
            readingOf({"Invoice 5", "Issue date 3 April 2024", "Due date 17 April 2024"},
                      {{"number", "5"}, {"issue_date", "3 April 2024"}, {"due_date", "17 April 2024"}});
        QCOMPARE(e.find("issue_date")->status, Status::Ok);
        QCOMPARE(e.find("due_date")->status, Status::Ok);
    }

    void equalPrintsAreToldApart() {
        const QStringList page{"Pens 2 2.00 4.00", "Pens 2 2.00 4.00", "Ink 2 4.00", "Total 12.00"};
        const auto pen = [](const QString& line) {
            return test::Copies{{line + ".description", "Pens"},
                                {line + ".quantity", "2"},
                                {line + ".unit_price", "2.00"},
                                {line + ".amount", "4.00"}};
        };
        const Extraction e = readingOf(
            page,
            test::Copies{{"total", "12.00"}} + pen("lines.0") + pen("lines.1") + pen("lines.2") +
                test::Copies{{"lines.3.description", "Ink"}, {"lines.3.quantity", "2"}, {"lines.3.amount", "4.00"}},
            {}, test::Place::First);
        QCOMPARE(e.lineCount, 3);  // the third pens are not on the page
        for (int i = 0; i < 3; ++i)
            for (const char* name : {"description", "quantity", "amount"})
                QCOMPARE(e.find(QString("lines.%1.%2").arg(i).arg(name))->box().top(), 50.0 + 14 * i);
        QVERIFY(e.find("lines.1.unit_price")->box().left() < e.find("lines.1.amount")->box().left());
        QVERIFY(e.find("lines.1.unit_price")->box().left() > e.find("lines.1.quantity")->box().left());
        const Extraction sums = readingOf(
            {"Pens 4.00", "Total 4.00"},
            {{"total", "4.00"}, {"lines.0.description", "Pens"}, {"lines.0.amount", "4.00"}}, {}, test::Place::First);
        QCOMPARE(sums.find("total")->box().top(), 64.0);
        QCOMPARE(sums.find("lines.0.amount")->box().top(), 50.0);
    }

    void onePlaceIsNotBothSellerAndBuyer() {
        const QStringList page{"Marrow Ltd", "Bill 5", "Pike Ltd"};
        const Extraction e =
            readingOf(page, {{"seller.name", "Marrow Ltd"}, {"buyer.name", "Marrow Ltd"}}, "buyer.name");
        QCOMPARE(shown(e, "seller.name"), "Marrow Ltd");
        QCOMPARE(shown(e, "buyer.name"), "null");
        const Extraction both = readingOf(page, {{"seller.name", "Marrow Ltd"}, {"buyer.name", "Pike Ltd"}});
        QCOMPARE(shown(both, "buyer.name"), "Pike Ltd");
    }

    void aModelThatRepeatsItselfIsHeardOnce() {
        const Extraction e = readingOf({"Bill 5", "Pens 1.00", "Ink 2.00"}, {{"number", "5"},
                                                                             {"lines.0.description", "Pens"},
                                                                             {"lines.0.amount", "1.00"},
                                                                             {"lines.1.description", "Pens"},
                                                                             {"lines.1.amount", "1.00"},
                                                                             {"lines.2.description", "Ink"},
                                                                             {"lines.2.amount", "2.00"}});
        QCOMPARE(e.lineCount, 2);
        QCOMPARE(shown(e, "lines.1.description"), "Ink");
    }

    void aLetterIsNoBill() { QCOMPARE(readingOf({"Dear Ms Marple"}, {{"buyer.name", "Ms Marple"}}).kind, "unknown"); }

    void theEInvoiceIsTakenAsItIs() {
        samples::drawFacturX(folder_.filePath("x.pdf"));
        ScriptedEngine engine({});
        const Extraction e = (*Extractor::make(engine))->extract(folder_.filePath("x.pdf")).first();
        QVERIFY(!e.problem);
        QCOMPARE(e.source, "xml");
        QCOMPARE(e.kind, "bill");
        QCOMPARE(e.lineCount, 3);
        QCOMPARE(shown(e, "total"), "1476.68");
        QCOMPARE(shown(e, "lines.1.quantity"), "3.5");
        QCOMPARE(shown(e, "buyer.email"), "null");
        for (const Field& field : e.fields) QCOMPARE(field.status, Status::Xml);
        // The page prints a total that is a cent off, and that is seen.
        for (const Check& check : e.checks) QVERIFY2(check.ok == (check.rule != "xml-page"), qPrintable(check.rule));
        QVERIFY(e.checks.last().paths.contains("total"));
        QCOMPARE(e.find("total")->note, "Not found on the page.");
        QCOMPARE(e.find("number")->page, 0);
        QCOMPARE(e.checks.size(), 8);
        QVERIFY(engine.requests.empty());
    }

    void modelsThatReadSomethingElseAreRefused() {
        ScriptedEngine other({});
        other.model().metadata[0].second = "99";
        const auto refused = Extractor::make(other);
        QVERIFY(!refused);
        QVERIFY(QString::fromStdString(refused.error().sentence()).contains("version 99"));
        ScriptedEngine chat({});
        chat.model().metadata.clear();
        QCOMPARE(Extractor::make(chat).error().kind, Fault::unsupported);
        ScriptedEngine wild({});
        wild.model().metadata[1].second = "99999";
        QVERIFY(!Extractor::make(wild));
    }

    void anEngineThatFailsEndsInItsSentence() {
        ScriptedEngine engine({});
        engine.fault = Error{Fault::out_of_memory, "request", "there is no room"};
        const Extraction e = (*Extractor::make(engine))->extract(googleCloud()).first();
        QVERIFY(e.problem && e.problem->kind == Problem::Kind::OutOfMemory);
    }

    void aLongDocumentIsReadFromBothEnds() {
        ScriptedEngine engine({}, 1203 + 400);  // room for 400 bytes of text
        QStringList lines{"Invoice 4711"};
        for (int i = 0; i < 60; ++i) lines += QString("item number %1").arg(i);
        lines += "Total 99.00";
        Document document;
        document.pages = {pageOf(lines.mid(0, 40)), pageOf(lines.mid(40))};
        const auto extractor = Extractor::make(engine);
        const Reading reading = (*extractor)->prepare("long.pdf", document);
        QVERIFY(reading.lined.text.size() <= 400 && reading.lined.text.size() > 300);
        QVERIFY(reading.lined.text.startsWith(" Invoice 4711\n"));
        QVERIFY(reading.lined.text.endsWith(" Total 99.00\n"));
        QVERIFY2(reading.note.contains("lines in its middle were left out"), qPrintable(reading.note));
        for (const WordPlace& p : reading.lined.places)  // places still name their words
            QCOMPARE(QString::fromUtf8(reading.lined.text.mid(p.begin, p.end - p.begin)),
                     document.pages[p.page].words[p.index].text);
        const auto answer = test::answerOf({{"total", "99.00"}, {"lines.0.description", "item number 1"}},
                                           reading.lined.text.toStdString());
        const Extraction e = (*extractor)->finish(reading, {answer.json, answer.values, {}}, 0);
        QCOMPARE(e.find("total")->page, 1);
        QCOMPARE(e.find("lines.0.description")->status, Status::Doubtful);
        QCOMPARE(e.note, reading.note);
    }

    void jsonComesBackAsItWent() {
        ScriptedEngine engine(test::googleCloudCopies());
        Extraction e = (*Extractor::make(engine))->extract(googleCloud()).first();
        e.note = "a note";
        e.fields[2].corrected = "corrected";
        const QByteArray json = toJson(e);
        QVERIFY(!json.contains('\n'));
        QVERIFY(json.startsWith("{\"file\":"));
        const auto back = extractionFromJson(json);
        QVERIFY(back);
        QCOMPARE(toJson(*back), json);
        QCOMPARE(back->fields.size(), e.fields.size());
        QCOMPARE(back->find("buyer.address")->boxes.size(), 3);
        QCOMPARE(back->checks[0].paths, e.checks[0].paths);
        const Extraction failed = failedExtraction("x.pdf", {Problem::Kind::DamagedFile, "x.pdf", "It is “damaged”."});
        QCOMPARE(
            toJson(failed),
            QByteArray("{\"file\":\"x.pdf\",\"error\":{\"kind\":\"damaged file\",\"sentence\":\"It is “damaged”.\"}}"));
        QCOMPARE(extractionFromJson(toJson(failed))->problem->kind, Problem::Kind::DamagedFile);
        for (const char* bad :
             {"", "[]", "{}", "{\"file\":\"x\"}", "{\"file\":1,\"fields\":[]}", "{\"file\":\"x\",\"error\":1}"})
            QVERIFY2(!extractionFromJson(bad), bad);
        QVERIFY(toText(e).contains("37577.23"));
    }
};

static floe::test::AddSuite<ExtractorTest> added;
#include "extractor_test.moc"
