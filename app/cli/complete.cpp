// floe complete: the continuation of a prompt, alone on stdout, as it comes.

#include <cstdio>

#include "app/cli/common.h"
#include "app/cli/sampling_options.h"

namespace floe::cli {
namespace {

struct CompleteOptions {
    ModelOptions model;
    std::string prompt, schema_file, source_file;
    Request request;
};

Json values_json(const std::vector<VerbatimValue>& values) {
    Json list = Json::array();
    for (const VerbatimValue& value : values) {
        Json spans = Json::array();
        for (const SourceSpan& span : value.spans) spans.push_back({span.begin, span.end});
        list.push_back({{"path", value.path}, {"spans", spans}, {"confidence", value.confidence}});
    }
    return list;
}

int run(const Global& global, CompleteOptions& options) {
    Request& request = options.request;
    if (!options.schema_file.empty()) {
        auto schema = read_file(options.schema_file, int64_t{1} << 24);
        if (!schema) return fail(schema.error());
        request.schema = *schema;
    }
    if (!options.source_file.empty()) {
        auto source = read_file(options.source_file, int64_t{1} << 26);
        if (!source) return fail(source.error());
        request.source = SourceText{*source, {}};
    }
    auto engine = open_engine(options.model);
    if (!engine) return kFailed;

    request.prompt = engine->tokenize(options.prompt, true, true);
    auto on_text = [&](std::string_view piece) {
        if (global.json) return;
        std::fwrite(piece.data(), 1, piece.size(), stdout);
        std::fflush(stdout);
    };
    const Answer answer = complete(*engine, std::move(request), on_text);
    if (answer.last.error) return fail(*answer.last.error);
    if (global.json) {
        print({{"text", answer.text},
               {"tokens", answer.tokens},
               {"finish_reason", name(answer.last.finish)},
               {"values", values_json(answer.last.values)},
               {"usage", to_json(answer.last.usage)}});
    } else {
        std::fputc('\n', stdout);
    }
    return answer.last.finish == Finish::cancelled ? kBrokenOff : kDone;
}

}  // namespace

void add_complete(CLI::App& app, const Global& global, int& exit_code) {
    auto options = std::make_shared<CompleteOptions>();
    CLI::App* command = app.add_subcommand("complete", "Continue a text");
    options->model.add_to(*command);
    command->add_option("-p,--prompt", options->prompt, "The text to continue")->required();
    command->add_option("--max-tokens", options->request.max_tokens, "Most tokens of the answer")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    add_sampling_options(*command, options->request.sampling);
    command->add_option("--stop", options->request.stop, "A text that ends the answer; may be given several times");
    command->add_option("--schema", options->schema_file, "File with a JSON schema that the answer fulfils");
    command->add_option("--source", options->source_file,
                        "File with the text that \"x-verbatim\" values are copied from");
    command->callback([&global, &exit_code, options] { exit_code = run(global, *options); });
}

}  // namespace floe::cli
