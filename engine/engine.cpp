#include "engine/engine.h"

#include <utility>

#include "engine/engine_internal.h"
#include "engine/model/model.h"
#include "engine/run/make_decoder.h"
#include "engine/sampling/constraint.h"
#include "engine/sampling/utf8.h"
#include "engine/serve/engine_thread.h"
#include "engine/serve/wall.h"
#include "engine/tokenizer/make_tokenizer.h"
#include "engine/tokenizer/template/chat_template.h"
#include "kernels/cpu/cpu_backend.h"

namespace floe {

namespace {

/// What an engine is made of. Later members use earlier ones, so they go first.
struct Parts {
    std::unique_ptr<Backend> backend;
    EngineOptions options;
    std::unique_ptr<Model> model;
    std::unique_ptr<Tokenizer> tokenizer;
    std::unique_ptr<ConstraintFactory> constraints;
    std::unique_ptr<Decoder> decoder;
};

class LoadedEngine final : public Engine {
 public:
    explicit LoadedEngine(Parts parts)
        : parts_(std::move(parts)),
          template_(ChatTemplate::recognise(parts_.model->info().chat_template)),
          thread_(
              std::make_unique<ServingLoop>(parts_.options, *parts_.decoder, *parts_.tokenizer, *parts_.constraints)) {}

    const ModelInfo& model() const override { return parts_.model->info(); }
    const EngineOptions& options() const override { return parts_.options; }
    std::string backend_name() const override { return parts_.backend->name(); }

    std::vector<Token> tokenize(std::string_view text, bool add_bos, bool special) const override {
        std::vector<Token> tokens = parts_.tokenizer->encode(text, special);
        if (add_bos && parts_.tokenizer->adds_bos()) tokens.insert(tokens.begin(), parts_.tokenizer->bos());
        return tokens;
    }

    std::string detokenize(const std::vector<Token>& tokens) const override {
        const Tokenizer& tokenizer = *parts_.tokenizer;
        AnswerText text({}, tokenizer.adds_space());
        std::string whole;
        for (const Token token : tokens)
            if (token >= 0 && token < tokenizer.vocabulary()) whole += text.add(tokenizer.piece(token));
        return whole + text.finish();
    }

    Result<std::vector<Token>> render_chat(const std::vector<ChatMessage>& messages) const override {
        const auto pieces = template_.render(messages);
        if (!pieces) return pieces.error();
        return encode_chat(*pieces, *parts_.tokenizer);
    }
    std::vector<std::string> chat_stops() const override { return template_.stops(); }

    RequestId submit(Request request, Callback callback) override {
        return thread_.submit(std::move(request), std::move(callback));
    }
    void cancel(RequestId id) override { thread_.cancel(id); }
    EngineStats stats() const override { return thread_.stats(); }

 private:
    Parts parts_;
    ChatTemplate template_;
    EngineThread thread_;  // last: it uses the parts
};

Result<std::unique_ptr<Engine>> assemble(const EngineOptions& options, std::unique_ptr<Backend> backend,
                                         const std::function<void(double)>& progress, const std::atomic<bool>* cancel) {
    Parts parts;
    parts.backend = std::move(backend);
    const auto reading = [&](double share) {
        if (progress) progress(share * 0.95);
    };
    auto model = Model::open(options.model, *parts.backend, reading, cancel);
    if (!model) return model.error();
    parts.model = std::move(*model);

    auto settled = settle(options, parts.model->info());
    if (!settled) return settled.error();
    parts.options = std::move(*settled);

    auto tokenizer = make_tokenizer(parts.model->file());
    if (!tokenizer) return tokenizer.error();
    parts.tokenizer = std::move(*tokenizer);
    parts.constraints = make_constraint_factory(*parts.tokenizer);

    auto decoder = make_decoder(*parts.backend, *parts.model, decoder_limits(parts.options));
    if (!decoder) return decoder.error();
    parts.decoder = std::move(*decoder);

    if (cancel && *cancel) return Error{Fault::cancelled, options.model, "loading was cancelled", ""};
    auto engine = std::make_unique<LoadedEngine>(std::move(parts));
    if (progress) progress(1.0);
    return std::unique_ptr<Engine>(std::move(engine));
}

}  // namespace

const char* name(Finish finish) {
    switch (finish) {
        case Finish::none:
            return "none";
        case Finish::end:
        case Finish::stop:
            return "stop";
        case Finish::length:
            return "length";
        case Finish::schema:
            return "schema";
        case Finish::cancelled:
            return "cancelled";
        case Finish::failed:
            return "failed";
    }
    return "none";
}

Result<std::unique_ptr<Engine>> load_engine(const EngineOptions& options, std::unique_ptr<Backend> backend,
                                            const std::function<void(double)>& progress,
                                            const std::atomic<bool>* cancel) {
    try {
        return assemble(options, std::move(backend), progress, cancel);
    } catch (...) {
        Error error = error_of_exception();
        error.subject = options.model;
        return error;
    }
}

Result<std::unique_ptr<Engine>> Engine::load(const EngineOptions& options, std::function<void(double)> progress,
                                             const std::atomic<bool>* cancel) {
    if (options.threads < 0 || options.threads > 1024)
        return Error{Fault::bad_input, "threads", std::to_string(options.threads) + " is no number of threads",
                     "give 0 for one a physical core, or up to 1024"};
    return load_engine(options, make_cpu_backend(options.threads), progress, cancel);
}

}  // namespace floe
