// An Engine that answers bill requests by a script: which text of the page each field copies. Tokens are bytes.
#pragma once

#include <QPair>
#include <QVector>
#include <functional>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>

#include "app/documents/linearizer.h"
#include "app/worker.h"
#include "engine/engine.h"

namespace floe::test {

/// Field names with dots and what to copy ("a\nb" for a run over two lines); a name starting with "lines.N." makes
/// items.
using Copies = QVector<QPair<QString, QString>>;

struct ScriptedAnswer {
    std::string json;
    std::vector<VerbatimValue> values;
};

/// What a good model copies from resources/samples/google-cloud.pdf.
inline Copies googleCloudCopies() {
    return {{"seller.name", "Google Cloud"},
            {"seller.email", "invoices@google.com"},
            {"buyer.name", "Digits"},
            {"buyer.address", "1355 Market Street\nSan Francisco, CA, 94103\nUnited States"},
            {"number", "120325"},
            {"issue_date", "Apr 30, 2024"},
            {"due_date", "May 31, 2024"},
            {"total", "37,577.23"},
            {"lines.0.description", "Google Cloud — Production"},
            {"lines.0.quantity", "1"},
            {"lines.0.unit_price", "37,577.23"},
            {"lines.0.amount", "37,577.23"}};
}

/// Which of several equal prints a value is said to stand on; of a run over several lines always the last.
enum class Place { First, Last };

/// The constrained answer that copies a place where each text stands; null for the rest of the form.
inline ScriptedAnswer answerOf(const Copies& copies, const std::string& source, Place place = Place::Last) {
    using Json = nlohmann::ordered_json;
    Json form = Json::parse(R"({"seller":{"name":null,"address":null,"email":null},"buyer":{"name":null,"address":null,
        "email":null},"number":null,"issue_date":null,"due_date":null,"currency":null,"net":null,"tax":null,"total":null,
        "paid":null,"amount_due":null,"lines":[]})");
    ScriptedAnswer answer;
    for (const auto& [path, text] : copies) {
        const std::string pointer = '/' + QString(path).replace('.', '/').toStdString();
        VerbatimValue value{pointer, {}, 0.9};
        size_t at = source.size();
        const QStringList lines = text.split('\n');
        for (qsizetype i = lines.size(); i-- > 0;) {
            const std::string line = lines[i].toStdString();
            const bool first = place == Place::First && lines.size() == 1;
            at = first ? source.find(line) : source.rfind(line, at == 0 ? 0 : at - 1);
            if (at == std::string::npos) break;
            value.spans.insert(value.spans.begin(), {int64_t(at), int64_t(at + line.size())});
        }
        if (path.startsWith("lines.")) {  // items come one after the other
            const size_t item = path.section('.', 1, 1).toULongLong();
            while (form["lines"].size() <= item)
                form["lines"].push_back(
                    Json::parse(R"({"description":null,"quantity":null,"unit_price":null,"amount":null})"));
        }
        form[Json::json_pointer(pointer)] = QString(u' ' + QString(text).replace("\n", "\n ")).toStdString();
        answer.values.push_back(value);
    }
    answer.json = form.dump();
    return answer;
}

class ScriptedEngine : public Engine {
 public:
    explicit ScriptedEngine(Copies copies, int64_t context = 4096) : copies_(std::move(copies)) {
        info_.name = "scripted";
        info_.vocabulary = 300;
        info_.metadata = {{"floe.linearizer", std::to_string(kLinearizerVersion)},
                          {"floe.bill.begin_token", "257"},
                          {"floe.bill.answer_token", "258"}};
        options_.context = context;
    }

    const ModelInfo& model() const override { return info_; }
    ModelInfo& model() { return info_; }
    const EngineOptions& options() const override { return options_; }
    std::string backend_name() const override { return "scripted"; }

    std::vector<Token> tokenize(std::string_view text, bool addBos, bool) const override {
        std::vector<Token> tokens;
        if (addBos) tokens.push_back(256);
        for (const char c : text) tokens.push_back(static_cast<unsigned char>(c));
        return tokens;
    }
    std::string detokenize(const std::vector<Token>&) const override { return {}; }
    Result<std::vector<Token>> render_chat(const std::vector<ChatMessage>&) const override {
        return std::vector<Token>{};
    }
    std::vector<std::string> chat_stops() const override { return {}; }

    RequestId submit(Request request, Callback callback) override {
        const std::lock_guard lock(mutex_);
        requests.push_back(request);
        const RequestId id = static_cast<RequestId>(requests.size());
        if (hold) {
            held_[id] = std::move(callback);
            return id;
        }
        worker_.post([this, request = std::move(request), callback = std::move(callback)] {
            Event last;
            last.finish = Finish::end;
            if (fault) {
                last.finish = Finish::failed;
                last.error = *fault;
                return callback(last);
            }
            const ScriptedAnswer answer = answerOf(copies_, request.source->text);
            const std::string_view text = answer.json;
            Event piece;
            piece.text = text.substr(0, text.size() / 2);
            callback(piece);
            last.text = text.substr(text.size() / 2);
            last.values = answer.values;
            callback(last);
        });
        return id;
    }
    void cancel(RequestId id) override {
        const std::lock_guard lock(mutex_);
        const auto held = held_.find(id);
        if (held == held_.end()) return;
        Event last;
        last.finish = Finish::cancelled;
        held->second(last);
        held_.erase(held);
    }
    EngineStats stats() const override { return {}; }

    std::vector<Request> requests;  // read after the answers came
    std::optional<Error> fault;     // set before submitting: every request fails so
    bool hold = false;              // requests wait until they are cancelled

 private:
    Copies copies_;
    ModelInfo info_;
    EngineOptions options_;
    std::mutex mutex_;
    std::map<RequestId, Callback> held_;
    Worker worker_;
};

}  // namespace floe::test
