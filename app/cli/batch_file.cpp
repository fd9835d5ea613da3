#include "app/cli/batch_file.h"

#include <filesystem>

namespace floe::cli {
namespace {

Error bad_line(int64_t number, const std::string& what) {
    return Error{Fault::bad_input, "line " + std::to_string(number), what, "Mend the line and run the batch again"};
}

/// Reads an optional number of a request; false where it is there but no number within [low, high].
template <class T>
bool read_number(const Json& object, const char* key, T low, T high, T& value) {
    const auto it = object.find(key);
    if (it == object.end() || it->is_null()) return true;
    if (!it->is_number() || (std::is_integral_v<T> && !it->is_number_integer())) return false;
    const double number = it->get<double>();
    if (!(number >= static_cast<double>(low) && number <= static_cast<double>(high))) return false;
    value = it->get<T>();
    return true;
}

std::string read_prompt(const Json& object, const Engine& engine, Request& request) {
    if (const auto prompt = object.find("prompt"); prompt != object.end()) {
        if (!prompt->is_string()) return "\"prompt\" is not a text";
        request.prompt = engine.tokenize(prompt->get<std::string>(), true, true);
        return {};
    }
    const auto messages = object.find("messages");
    if (messages == object.end()) return "it has neither \"prompt\" nor \"messages\"";
    if (!messages->is_array() || messages->empty()) return "\"messages\" is not a list of messages";
    std::vector<ChatMessage> chat;
    for (const Json& message : *messages) {
        if (!message.is_object() || !message.contains("role") || !message["role"].is_string() ||
            !message.contains("content") || !message["content"].is_string())
            return "a message lacks \"role\" or \"content\"";
        chat.push_back({message["role"].get<std::string>(), message["content"].get<std::string>()});
    }
    auto rendered = engine.render_chat(chat);
    if (!rendered) return rendered.error().problem;
    request.prompt = *rendered;
    request.stop = engine.chat_stops();
    return {};
}

std::string read_stops(const Json& object, Request& request) {
    const auto stop = object.find("stop");
    if (stop == object.end() || stop->is_null()) return {};
    const Json list = stop->is_array() ? *stop : Json::array({*stop});
    for (const Json& text : list) {
        if (!text.is_string()) return "\"stop\" is not a text or a list of texts";
        request.stop.push_back(text.get<std::string>());
    }
    return {};
}

std::string read_request(const Json& object, const Engine& engine, Request& request) {
    SamplingOptions& sampling = request.sampling;
    if (!read_number<int64_t>(object, "max_tokens", 1, 1 << 24, request.max_tokens))
        return "\"max_tokens\" is not a whole number above 0";
    if (!read_number(object, "temperature", 0.0f, 100.0f, sampling.temperature))
        return "\"temperature\" is not a number from 0 to 100";
    if (!read_number(object, "top_k", 0, 1 << 24, sampling.top_k)) return "\"top_k\" is not a whole number from 0";
    if (!read_number(object, "top_p", 0.0f, 1.0f, sampling.top_p)) return "\"top_p\" is not a number from 0 to 1";
    if (!read_number(object, "min_p", 0.0f, 1.0f, sampling.min_p)) return "\"min_p\" is not a number from 0 to 1";
    if (!read_number<uint64_t>(object, "seed", 0, uint64_t{1} << 53, sampling.seed))
        return "\"seed\" is not a whole number from 0";
    if (const auto schema = object.find("schema"); schema != object.end() && !schema->is_null())
        request.schema = schema->is_string() ? schema->get<std::string>() : schema->dump();
    if (const auto source = object.find("source"); source != object.end() && !source->is_null()) {
        if (!source->is_string()) return "\"source\" is not a text";
        request.source = SourceText{source->get<std::string>(), {}};
    }
    if (std::string problem = read_prompt(object, engine, request); !problem.empty()) return problem;
    return read_stops(object, request);
}

}  // namespace

BatchLine parse_batch_line(const std::string& line, int64_t number, const Engine& engine) {
    BatchLine result;
    result.id = std::to_string(number);
    const Json object = Json::parse(line, nullptr, false);
    if (!object.is_object()) {
        result.error = bad_line(number, "this is not a JSON object");
        return result;
    }
    if (const auto id = object.find("id"); id != object.end())
        result.id = id->is_string() ? id->get<std::string>() : id->dump(-1, ' ', false, Json::error_handler_t::replace);
    result.request.priority = Priority::batch;
    if (const std::string problem = read_request(object, engine, result.request); !problem.empty())
        result.error = bad_line(number, problem);
    return result;
}

Result<AnswerFile> AnswerFile::open(const std::string& path) {
    AnswerFile file;
    file.path_ = path;
    const std::string draft = path + ".part";
    {
        std::ifstream in(path);
        std::ofstream kept(draft, std::ios::trunc);
        if (!kept)
            return Error{Fault::io, draft, "this file cannot be written",
                         "Choose an --out in a folder that you may write to"};
        std::string line;
        while (in && std::getline(in, line)) {
            const Json answer = Json::parse(line, nullptr, false);
            if (in.eof() || !answer.is_object() || !answer.contains("id") || !answer["id"].is_string() ||
                answer.contains("error"))
                continue;
            if (file.ids_.insert(answer["id"].get<std::string>()).second) kept << line << '\n';
        }
        if (!kept.flush()) return Error{Fault::io, draft, "the disk took no more", "Make room and run the batch again"};
    }
    std::error_code failed;
    std::filesystem::rename(draft, path, failed);
    if (failed) return Error{Fault::io, path, "this file cannot be written", "Choose another --out"};
    file.out_.open(path, std::ios::app);
    if (!file.out_) return Error{Fault::io, path, "this file cannot be written", "Choose another --out"};
    return file;
}

Outcome AnswerFile::append(const std::string& id, const Json& answer) {
    ids_.insert(id);
    out_ << answer.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    if (!out_.flush())
        return Error{Fault::io, path_, "the disk took no more",
                     "Make room and run the batch again: it goes on where it was"};
    return Done{};
}

}  // namespace floe::cli
