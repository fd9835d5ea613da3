// floe tokenize, floe logits, floe models: what a model file says and does, for people who look inside.

#include <cstdio>

#include "app/cli/common.h"

namespace floe::cli {
namespace {

struct InspectOptions {
    ModelOptions model;
    std::string text, file;
    std::vector<Token> tokens;
    bool all = false, special = false, bos = false, supported = false;
};

int tokenize(const Global& global, const InspectOptions& options) {
    auto engine = open_engine(options.model);
    if (!engine) return kFailed;
    const std::vector<Token> tokens = engine->tokenize(options.text, options.bos, options.special);
    if (global.json) {
        Json pieces = Json::array();
        for (Token token : tokens) pieces.push_back(engine->detokenize({token}));
        print({{"tokens", tokens}, {"pieces", pieces}});
        return kDone;
    }
    for (size_t i = 0; i < tokens.size(); ++i) std::printf("%s%d", i ? " " : "", tokens[i]);
    std::printf("\n");
    return kDone;
}

int logits(const Global& global, const InspectOptions& options) {
    auto engine = open_engine(options.model);
    if (!engine) return kFailed;
    Request request;
    request.prompt = options.tokens;
    request.max_tokens = 1;
    request.ignore_end = true;
    request.logits = options.all ? Request::Logits::all : Request::Logits::last;
    const Answer answer = complete(*engine, std::move(request));
    if (answer.last.error) return fail(*answer.last.error);
    const std::vector<float>& flat = answer.last.logits;
    const size_t width = static_cast<size_t>(engine->model().vocabulary);
    const size_t rows = options.all ? options.tokens.size() : 1;
    if (flat.size() < rows * width) return fail("The engine returned fewer logits than asked for. Please report this.");
    Json table = Json::array();
    for (size_t row = 0; row < rows; ++row)
        table.push_back(std::vector<float>(flat.begin() + row * width, flat.begin() + (row + 1) * width));
    if (global.json) {
        print({{"logits", options.all ? table : table[0]}});
        return kDone;
    }
    for (const Json& row : table) {
        const auto best = std::max_element(row.begin(), row.end());
        std::printf("best token %d, logit %g\n", static_cast<int>(best - row.begin()), best->get<double>());
    }
    return kDone;
}

std::string gigabytes(int64_t bytes) {
    char text[32];
    std::snprintf(text, sizeof text, bytes >= 1000000000 ? "%.2f GB" : "%.1f MB",
                  bytes >= 1000000000 ? bytes / 1e9 : bytes / 1e6);
    return text;
}

int info(const Global& global, const InspectOptions& options) {
    auto model = inspect_model(options.file);
    if (!model) return fail(model.error());
    EngineOptions engine_options;
    engine_options.context = std::min<int64_t>(model->context_length, 8192);
    const MemoryEstimate memory = estimate_memory(*model, engine_options);
    if (global.json) {
        Json metadata = Json::object();
        for (const auto& [key, value] : model->metadata) metadata[key] = value;
        print({{"file", model->path},
               {"name", model->name},
               {"architecture", model->architecture},
               {"type", model->type},
               {"file_bytes", model->file_bytes},
               {"parameters", model->parameters},
               {"context_length", model->context_length},
               {"layers", model->layers},
               {"width", model->width},
               {"heads", model->heads},
               {"kv_heads", model->kv_heads},
               {"head_dim", model->head_dim},
               {"vocabulary", model->vocabulary},
               {"memory",
                {{"weights", memory.weights},
                 {"kv_cache", memory.kv_cache},
                 {"compute", memory.compute},
                 {"total", memory.total()},
                 {"context", engine_options.context}}},
               {"metadata", metadata}});
        return kDone;
    }
    std::printf("%s\n", model->name.empty() ? model->path.c_str() : model->name.c_str());
    std::printf("  architecture   %s\n  weights        %s, %s\n  parameters     %.1f million\n",
                model->architecture.c_str(), model->type.c_str(), gigabytes(model->file_bytes).c_str(),
                model->parameters / 1e6);
    std::printf("  context        %lld tokens\n", static_cast<long long>(model->context_length));
    std::printf("  shape          %lld layers, width %lld, %lld heads, %lld KV heads of %lld, vocabulary %lld\n",
                static_cast<long long>(model->layers), static_cast<long long>(model->width),
                static_cast<long long>(model->heads), static_cast<long long>(model->kv_heads),
                static_cast<long long>(model->head_dim), static_cast<long long>(model->vocabulary));
    std::printf("  memory         %s at %lld tokens: weights %s, KV cache %s, compute buffers %s\n",
                gigabytes(memory.total()).c_str(), static_cast<long long>(engine_options.context),
                gigabytes(memory.weights).c_str(), gigabytes(memory.kv_cache).c_str(),
                gigabytes(memory.compute).c_str());
    return kDone;
}

int supported(const Global& global) {
    if (global.json) {
        print({{"architectures", supported_architectures()}, {"types", supported_types()}});
        return kDone;
    }
    std::printf("architectures:");
    for (const std::string& s : supported_architectures()) std::printf(" %s", s.c_str());
    std::printf("\nweight formats:");
    for (const std::string& s : supported_types()) std::printf(" %s", s.c_str());
    std::printf("\n");
    return kDone;
}

}  // namespace

void add_inspect(CLI::App& app, const Global& global, int& exit_code) {
    auto options = std::make_shared<InspectOptions>();

    CLI::App* command = app.add_subcommand("tokenize", "Show a text as the model's tokens");
    options->model.add_to(*command);
    command->add_option("--text", options->text, "The text")->required();
    command->add_flag("--special", options->special, "Control tokens written out in the text become tokens");
    command->add_flag("--bos", options->bos, "Put the begin token first, where the model has one");
    command->callback([&global, &exit_code, options] { exit_code = tokenize(global, *options); });

    command = app.add_subcommand("logits", "Show the scores of the next token");
    options->model.add_to(*command);
    command->add_option("--tokens", options->tokens, "Token ids, such as 1,2,3")->required()->delimiter(',');
    command->add_flag("--all", options->all, "After each token, not only the last");
    command->callback([&global, &exit_code, options] { exit_code = logits(global, *options); });

    command = app.add_subcommand("models", "What Floe knows of model files");
    command->add_flag("--supported", options->supported, "Name the architectures and weight formats that Floe runs");
    CLI::App* show = command->add_subcommand("info", "Show what a model file says and how much memory it needs");
    show->add_option("file", options->file, "Model file (GGUF)")->required();
    show->callback([&global, &exit_code, options] { exit_code = info(global, *options); });
    command->callback([&global, &exit_code, options, show] {
        if (!show->parsed()) exit_code = supported(global);
    });
}

}  // namespace floe::cli
