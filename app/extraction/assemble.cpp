#include "app/extraction/assemble.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/extraction/checks.h"
#include "app/extraction/choose_named.h"
#include "app/extraction/choose_sums.h"
#include "app/extraction/credit_signs.h"
#include "app/extraction/currency.h"
#include "app/extraction/derive.h"
#include "app/extraction/document_kind.h"
#include "app/extraction/doubt.h"
#include "app/extraction/facts_on_page.h"
#include "app/extraction/names.h"
#include "app/extraction/normalise.h"
#include "app/extraction/parties/choose_parties.h"
#include "app/extraction/payment_code_fields.h"
#include "app/extraction/places.h"
#include "app/extraction/settle.h"
#include "app/extraction/table/read_lines.h"
#include "app/extraction/xml_page.h"

namespace floe {

namespace {

using Json = nlohmann::ordered_json;

/// Each line begins with the space of its first word; empty ones say nothing.
QString withoutWordSpaces(const std::string& value) {
    QStringList lines;
    for (const QString& line : QString::fromStdString(value).split('\n'))
        if (!line.trimmed().isEmpty()) lines += line.trimmed();
    return lines.join('\n');
}

std::string pointerOf(const QString& path) {
    return '/' + QString(path).replace('.', '/').toStdString();
}

/// A field for each string of the answer, in the schema's order; nulls give none.
class Fields {
 public:
    Fields(const Reading& reading, const Json& answer, const std::vector<VerbatimValue>& values)
        : reading_(reading), answer_(answer), places_(reading.lined.text) {
        for (const VerbatimValue& value : values) values_.insert(QByteArray::fromStdString(value.path), &value);
    }

    void add(const QString& path) {
        const Json::json_pointer pointer(pointerOf(path));
        if (!answer_.contains(pointer) || !answer_[pointer].is_string()) return;
        Field field;
        field.path = path;
        field.text = withoutWordSpaces(answer_[pointer].get<std::string>());
        if (field.text.isEmpty()) return;
        if (const VerbatimValue* value = values_.value(QByteArray::fromStdString(pointerOf(path)))) {
            field.confidence = std::clamp(value->confidence, 0.0, 1.0);
            std::vector<SourceSpan> spans = value->spans;
            if (!spans.empty()) spans[0] = chosen(path, spans[0], spans.size() == 1);
            if (path.endsWith(".name") && !spans.empty() && isLabel(spans.back())) return;
            for (const SourceSpan& span : spans)
                placeRun(field, reading_.document.pages, reading_.lined, span.begin, span.end);
        }
        all.append(field);
    }

    QVector<Field> all;

 private:
    /// "Customer number:" names nobody.
    bool isLabel(const SourceSpan& span) const {
        return span.end < reading_.lined.text.size() && reading_.lined.text.at(static_cast<qsizetype>(span.end)) == ':';
    }

    SourceSpan chosen(const QString& path, SourceSpan span, bool alone) {
        if (!isLinePath(path)) return kindOf(path) == ValueKind::Amount ? places_.sum(span) : span;
        if (path.endsWith(".description")) return places_.description(span, alone);
        return places_.inRow(span, path.endsWith(".amount"));
    }

    const Reading& reading_;
    const Json& answer_;
    Places places_;
    QHash<QByteArray, const VerbatimValue*> values_;
};

Extraction begun(const Reading& reading) {
    Extraction e;
    e.file = reading.file;
    e.pages = static_cast<int>(reading.document.pages.size());
    e.source = name(reading.document.source);
    e.note = reading.note.isEmpty() ? reading.document.note : reading.note;
    return e;
}

void setKind(Extraction& e, const DocumentKind& kind) {
    e.kind = kind.name;
    e.kindNote = kind.why;
}

/// Lines that the model did not see are missing from the list, so none of it is sure.
void doubtLines(Extraction& e) {
    for (Field& field : e.fields) {
        if (!isLinePath(field.path) || field.status != Field::Status::Ok) continue;
        field.status = Field::Status::Doubtful;
        field.note = e.note;
    }
}

void mark(QVector<Field>& fields, const Chosen& chosen) {
    for (Field& field : fields) {
        if (field.path != chosen.path || field.status != Field::Status::Ok) continue;
        field.status = chosen.status;
        field.note = chosen.note;
    }
}

/// Where a line's fields stand, as one text.
QString placesOf(const QVector<Field>& fields, qsizetype from) {
    QString places;
    for (qsizetype k = from; k < fields.size(); ++k) {
        const QRectF box = fields[k].box();
        places +=
            QString("%1 %2 %3 %4;").arg(fields[k].path.section('.', 2)).arg(fields[k].page).arg(box.x()).arg(box.y());
    }
    return places;
}

/// Items in which nothing was found, and those that stand where another stands (a model that repeats itself), are left
/// out, and the rest counted anew.
int addLines(Fields& fields, const Json& answer) {
    const auto lines = answer.find("lines");
    if (lines == answer.end() || !lines->is_array()) return 0;
    int kept = 0;
    QSet<QString> taken;
    for (size_t i = 0; i < lines->size(); ++i) {
        const qsizetype before = fields.all.size();
        for (const QString& name : modelLineNames()) fields.add(linePath(static_cast<int>(i), name));
        const QString places = placesOf(fields.all, before);
        if (places.isEmpty() || taken.contains(places)) {
            fields.all.resize(before);
            continue;
        }
        taken.insert(places);
        for (qsizetype k = before; k < fields.all.size(); ++k)
            fields.all[k].path = linePath(kept, fields.all[k].path.section('.', 2));
        ++kept;
    }
    return kept;
}

/// All at once: an e-invoice can have thousands of fields.
void inOrder(QVector<Field>& fields) {
    QVector<QPair<qint64, Field>> keyed;
    for (const Field& field : fields) keyed.append({orderOf(field.path), field});
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (qsizetype i = 0; i < fields.size(); ++i) fields[i] = keyed[i].second;
}

constexpr int kMostInvoiceItems = 10'000;  // the reader's process reads fewer; it is not believed

Extraction invoiceExtraction(const Reading& reading) {
    Extraction e = begun(reading);
    QString kind = "bill";
    for (const auto& [path, value] : reading.document.invoice) {
        if (path == "kind" && value == "credit_note") kind = value;
        if (!isFieldPath(path, kMostInvoiceItems, kMostInvoiceItems)) continue;
        Field field;
        field.path = path;
        field.value = value;
        field.confidence = 1;
        field.status = Field::Status::Xml;
        if (isLinePath(path)) e.lineCount = std::max(e.lineCount, path.section('.', 1, 1).toInt() + 1);
        if (path.startsWith("taxes.")) e.taxCount = std::max(e.taxCount, path.section('.', 1, 1).toInt() + 1);
        e.fields.append(field);
    }
    inOrder(e.fields);
    e.checks = runChecks(e);
    compareWithPages(e, reading.document.pages);
    if (const auto code = paymentCodeOf(reading.document.codes)) compareWithCode(e, *code);
    setKind(e, documentKindOf(e, {}));
    if (kind != "bill") e.kind = kind;  // the XML's own type code
    return e;
}

/// Profiles of e-invoices without lines (Factur-X MINIMUM and BASIC WL): the lines are what was read from the page.
Extraction withReadLines(const Reading& reading, const Extraction& read, const PageText& page) {
    Extraction e = invoiceExtraction(reading);
    for (const Field& field : read.fields)
        if (isLinePath(field.path)) e.fields.append(field);
    inOrder(e.fields);
    e.lineCount = read.lineCount;
    readLines(e, page);  // the XML's sums are exact
    if (e.note.isEmpty())
        e.note = e.lineCount > 0
                     ? QStringLiteral("The e-invoice has no lines. Those that are shown were read from the page.")
                     : QStringLiteral("The e-invoice has no lines, and none were found on the page.");
    e.checks = runChecksAgain(e);
    return e;
}

bool hasLines(const Document& document) {
    return std::any_of(document.invoice.begin(), document.invoice.end(),
                       [](const auto& value) { return isLinePath(value.first); });
}

}  // namespace

Extraction assemble(const Reading& reading, const std::string& answer, const std::vector<VerbatimValue>& values) {
    Extraction e = begun(reading);
    const Json json = Json::parse(answer, nullptr, false);
    if (!json.is_object()) {
        e.problem = Problem{Problem::Kind::Internal, reading.file,
                            reading.file + ": the model's answer is no form. Read the document again."};
        return e;
    }
    Fields fields(reading, json, values);
    for (const QString& path : modelPaths()) fields.add(path);
    e.lineCount = addLines(fields, json);
    e.fields = fields.all;

    const PageText page = pageText(reading.document.pages, reading.lined);
    normalise(e.fields, page.text);
    dropGuesses(e.fields);
    dropTwins(e.fields);
    const QVector<Chosen> chosen = chooseNumber(e.fields, page, reading.file) + chooseDates(e.fields, page);
    normalise(e.fields, page.text);
    for (const Chosen& one : chosen) mark(e.fields, one);
    chooseSums(e, page);
    settle(e, page);
    const bool allLines = readLines(e, page);
    derive(e);
    const std::optional<CodeOnPage> code = paymentCodeOf(reading.document.codes);
    chooseParties(e, page, code ? code->says.name : QString());
    findFacts(e, page);
    chooseCurrency(e, page);
    doubtUnsure(e.fields);
    doubtUnreadable(e.fields, page);
    if (code) addFromCode(e, *code);
    if (!reading.note.isEmpty() && !allLines) doubtLines(e);
    // The sums of a credit note get their signs before they are judged, since that wants discounts of their sign.
    if (documentKindOf(e, page).name == "credit_note") turnPositive(e);
    judge(e);
    if (code) compareWithCode(e, *code);
    setKind(e, documentKindOf(e, page));
    return reading.document.invoice.isEmpty() ? e : withReadLines(reading, e, page);
}

std::optional<Extraction> withoutModel(const QString& file, const Document& document) {
    if (document.problem) return failedExtraction(file, *document.problem);
    const bool hasWords = std::any_of(document.pages.begin(), document.pages.end(),
                                      [](const Page& page) { return !page.words.isEmpty(); });
    if (!document.invoice.isEmpty() && (hasLines(document) || !hasWords))
        return invoiceExtraction({file, document, {}, {}});
    if (hasWords) return {};
    const QString name = QFileInfo(file).fileName();
    return failedExtraction(file, {Problem::Kind::BadInput, name, name + ": there is no text on its pages."});
}

Extraction failedExtraction(const QString& file, const Problem& problem) {
    Extraction e;
    e.file = file;
    e.problem = problem;
    return e;
}

}  // namespace floe
