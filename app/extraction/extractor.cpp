#include "app/extraction/extractor.h"

#include <QElapsedTimer>
#include <QFile>
#include <future>
#include <nlohmann/json.hpp>

#include "app/documents/cut_picture.h"
#include "app/documents/read_document.h"
#include "app/extraction/bills_in.h"
#include "app/extraction/document_parts.h"
#include "app/extraction/shorten.h"
#include "app/problem_of.h"
#include "app/resources.h"

namespace floe {

namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t kClosingTokens = 48;  // an answer that stops so near to its limit was closed in haste
constexpr int64_t kMostLines = 200;
constexpr int64_t kLineStep = 10;             // few different schemas, since each is compiled
constexpr int64_t kLeastAnswerTokens = 1200;  // kept free of the document: header and some twenty lines

std::optional<std::string> fact(const ModelInfo& model, const char* key) {
    for (const auto& [name, value] : model.metadata)
        if (name == key) return value;
    return {};
}

Result<Token> tokenFact(const ModelInfo& model, const char* key) {
    const QString value = QString::fromStdString(fact(model, key).value_or(""));
    bool ok = false;
    const Token token = value.toInt(&ok);
    if (!ok || token < 0 || token >= model.vocabulary)
        return Error{Fault::unsupported, model.name, "this model was not trained to read bills",
                     "Choose the built-in bill model, or one made by training/"};
    return token;
}

}  // namespace

Result<std::unique_ptr<Extractor>> Extractor::make(Engine& engine) {
    const ModelInfo& model = engine.model();
    const auto begin = tokenFact(model, "floe.bill.begin_token"), answer = tokenFact(model, "floe.bill.answer_token");
    if (!begin) return begin.error();
    if (!answer) return answer.error();
    if (const auto version = fact(model, "floe.linearizer"); version != std::to_string(kLinearizerVersion))
        return Error{Fault::unsupported, model.name,
                     "this model reads lined-up text of version " + version.value_or("unknown") +
                         ", and this Floe writes version " + std::to_string(kLinearizerVersion),
                     "Use a model that was trained for this version of Floe"};
    QFile schema(resource("schemas/bill.json"));
    if (!schema.open(QIODevice::ReadOnly))
        return Error{Fault::io, "schemas/bill.json", "the form of a bill is missing from Floe's resources",
                     "Install Floe again"};
    std::unique_ptr<Extractor> extractor(new Extractor(engine));
    extractor->beginToken_ = *begin;
    extractor->answerToken_ = *answer;
    extractor->schema_ = schema.readAll().toStdString();
    if (!Json::parse(extractor->schema_, nullptr, false).is_object())
        return Error{Fault::damaged_file, "schemas/bill.json", "the form of a bill in Floe's resources is damaged",
                     "Install Floe again"};
    return extractor;
}

std::vector<Token> Extractor::promptFor(const QByteArray& text) const {
    std::vector<Token> prompt = engine_.tokenize("", true, false);
    prompt.push_back(beginToken_);
    const std::vector<Token> page =
        engine_.tokenize({text.constData(), static_cast<size_t>(text.size())}, false, false);
    prompt.insert(prompt.end(), page.begin(), page.end());
    prompt.push_back(answerToken_);
    return prompt;
}

Reading Extractor::prepare(const QString& file, Document document) const {
    Reading reading{file, std::move(document), {}, {}};
    const LinedText whole = lineUp(reading.document.pages);
    const int64_t room = engine_.options().context - kLeastAnswerTokens - 3;
    const auto count = [&](const QByteArray& text) {
        return static_cast<qint64>(
            engine_.tokenize({text.constData(), static_cast<size_t>(text.size())}, false, false).size());
    };
    Shortened shortened = shorten(whole, room, count);
    reading.lined = std::move(shortened.lined);
    if (shortened.linesLeftOut > 0)
        reading.note = QString("The document is too long to be read whole: %1 lines in its middle were left out.")
                           .arg(shortened.linesLeftOut);
    return reading;
}

std::string Extractor::schemaFor(const LinedText& lined) const {
    Json schema = Json::parse(schema_, nullptr, false);
    const int64_t printed = lined.text.count('\n');
    const int64_t most = std::min(kMostLines, (printed + kLineStep - 1) / kLineStep * kLineStep);
    schema["properties"]["lines"]["maxItems"] = most;
    return schema.dump();
}

RequestId Extractor::start(const Reading& reading, std::function<void(Answer)> done) const {
    Request request;
    request.prompt = promptFor(reading.lined.text);
    request.max_tokens = engine_.options().context - static_cast<int64_t>(request.prompt.size());
    const int64_t nearTheEnd = request.max_tokens - kClosingTokens;
    request.priority = Priority::batch;
    request.schema = schemaFor(reading.lined);
    SourceText source{reading.lined.text.toStdString(), {}};
    for (const CellLink& link : reading.lined.links) source.links.push_back({link.from, link.to});
    request.source = std::move(source);
    auto text = std::make_shared<std::string>();
    return engine_.submit(std::move(request), [text, nearTheEnd, done = std::move(done)](const Event& event) {
        *text += event.text;
        if (event.finish == Finish::none) return;
        std::optional<Error> error = event.error;
        if (event.finish == Finish::cancelled) error = Error{Fault::cancelled, "bill", "reading was cancelled"};
        done({std::move(*text), event.values, error, event.usage.answer_tokens >= nearTheEnd});
    });
}

Extraction Extractor::finish(const Reading& reading, const Answer& answer, double seconds) const {
    Extraction e;
    const bool hasXml = !reading.document.invoice.isEmpty();  // then only its lines are missing
    if (answer.error && hasXml && answer.error->kind != Fault::cancelled) {
        e = assemble(reading, "{}", {});
    } else if (answer.error) {
        Problem problem = problem_of(*answer.error);
        e = failedExtraction(reading.file, problem);
    } else {
        Reading told = reading;
        if (answer.cutShort && told.note.isEmpty())
            told.note = "The list of lines may go on: there was no room for a longer answer.";
        e = assemble(told, answer.text, answer.values);
    }
    e.model = QString::fromStdString(engine_.model().name);
    e.seconds = seconds;
    return e;
}

Extraction Extractor::extractOne(const QString& file, Document document) const {
    if (auto extraction = withoutModel(file, document)) return std::move(*extraction);
    QElapsedTimer clock;
    clock.start();
    const Reading reading = prepare(file, std::move(document));
    std::promise<Answer> promise;
    std::future<Answer> future = promise.get_future();
    start(reading, [&](Answer answer) { promise.set_value(std::move(answer)); });
    const Answer answer = future.get();
    return finish(reading, answer, clock.nsecsElapsed() / 1e9);
}

QVector<Extraction> Extractor::extract(const QString& file, const QString& password, const OwnSchema* own) const {
    QElapsedTimer clock;
    clock.start();
    const Document document = readDocument(file, {}, nullptr, password);
    const double share = clock.nsecsElapsed() / 1e9;
    const QVector<PageRange> bills = document.problem ? QVector<PageRange>(1) : billsIn(document);
    QVector<Extraction> extractions;
    for (const PageRange& pages : bills) {
        const Document part = pagesOf(document, pages);
        Extraction one = extractOne(file, part);
        if (own && !one.problem) {
            FormPages seen(part);
            seen.cut = [&](int page, const QRectF& box) {
                return cutPicture(file, pages.first + page, box, {}, nullptr, password);
            };
            one.ownForm = own->filled(one, seen);
        }
        one.seconds += share / static_cast<double>(bills.size());
        if (bills.size() > 1) one.pageRange = rangeWords(pages);
        extractions.append(one);
    }
    return extractions;
}

}  // namespace floe
