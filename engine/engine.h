// The engine's facade: load a model, submit requests, cancel them. Every function may be called from any thread.
// The engine owns one thread; callbacks come on it and must return quickly (hand the event on, do no work there).
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"
#include "engine/source_text.h"

namespace floe {

using Token = int32_t;

// --- models ----------------------------------------------------------------------------------------------

/// What a model file says of itself.
struct ModelInfo {
    std::string path, name, architecture, type;  // type: the most common weight format, "Q4_0"
    int64_t file_bytes = 0, weight_bytes = 0, parameters = 0;
    int64_t context_length = 0;  // trained context, tokens
    int64_t layers = 0, width = 0, heads = 0, kv_heads = 0, head_dim = 0, vocabulary = 0;
    std::string chat_template;  // empty: none
    Facts metadata;             // every scalar entry as printed text, arrays as "[n values]"
};

/// Memory that a model needs: weights + KV cache + compute buffers.
struct MemoryEstimate {
    int64_t weights = 0, kv_cache = 0, compute = 0;
    int64_t total() const { return weights + kv_cache + compute; }
};

enum class KvType { f16, f32 };

struct EngineOptions {
    std::string model;      // path of a GGUF file
    int threads = 0;        // 0: one for each physical core
    int64_t context = 0;    // most tokens of one sequence; 0: the model's own, at most 8192
    int64_t kv_tokens = 0;  // tokens that the KV cache holds for all sequences together; 0: context, at least 4096
    KvType kv_type = KvType::f16;
    int64_t block_size = 16;    // positions a KV block
    int64_t step_tokens = 512;  // most tokens a step
    int64_t max_running = 64;   // most sequences in a step
    bool prefix_reuse = true;
};

/// Reads the header only. Facts for the models page and for `floe models info`.
Result<ModelInfo> inspect_model(const std::string& path);
MemoryEstimate estimate_memory(const ModelInfo& model, const EngineOptions& options);

/// Names of the model families and weight formats that load() knows.
std::vector<std::string> supported_architectures();
std::vector<std::string> supported_types();

// --- requests --------------------------------------------------------------------------------------------

struct SamplingOptions {
    float temperature = 0.0f;  // 0: greedy
    int32_t top_k = 0;         // 0: off
    float top_p = 1.0f;        // 1: off
    float min_p = 0.0f;        // 0: off
    float repetition_penalty = 1.0f, presence_penalty = 0.0f, frequency_penalty = 0.0f;
    int32_t penalty_window = 64;  // last tokens that penalties look at
    uint64_t seed = 0;
    std::vector<std::pair<Token, float>> logit_bias;
};

enum class Priority { interactive, batch };

struct Request {
    std::vector<Token> prompt;  // not empty; see Engine::tokenize and Engine::render_chat
    int64_t max_tokens = 256;   // of the answer; cut to what the context leaves
    SamplingOptions sampling;
    std::vector<std::string> stop;  // strings that end the answer and are not part of it
    Priority priority = Priority::interactive;
    std::string schema;                // JSON schema that the answer must fulfil; empty: free text
    std::optional<SourceText> source;  // text that "x-verbatim" values are held to
    bool ignore_end = false;           // go on past the end token (benchmarks)
    enum class Logits { none, last, all } logits = Logits::none;  // of the prompt, and of each answer token where `all`
};

enum class Finish { none, end, stop, length, schema, cancelled, failed };
const char* name(Finish finish);  // "stop" as the end of text, "length", "cancelled", …

/// A value of a constrained answer that was copied from the source.
struct VerbatimValue {
    std::string path;               // JSON pointer: "/lines/0/amount"
    std::vector<SourceSpan> spans;  // where it stands, a span a line; empty where it is null
    double confidence = 0;          // probability of the chosen run (or null) against its rivals, 0…1
};

struct Usage {
    int64_t prompt_tokens = 0, reused_tokens = 0, answer_tokens = 0;
    double prompt_seconds = 0, answer_seconds = 0;  // from submission to the first token; from there to the end
};

/// What a callback hears of its request: text pieces (whole UTF-8 characters), then one last event with `finish` set.
/// A piece is empty where tokens came that complete no character, or that may turn out to begin a stop string.
struct Event {
    std::string_view text;
    std::vector<Token> tokens;  // those behind `text`
    Finish finish = Finish::none;
    // With the last event:
    Usage usage;
    std::vector<VerbatimValue> values;
    std::vector<float> logits;   // rows of vocabulary size, as asked for
    std::optional<Error> error;  // finish == failed
};
using Callback = std::function<void(const Event&)>;
using RequestId = int64_t;

struct ChatMessage {
    std::string role;  // "system", "user", "assistant"
    std::string text;
};

struct EngineStats {
    int64_t running = 0, waiting = 0;
    int64_t blocks = 0, blocks_used = 0, blocks_cached = 0;  // cached: kept for prefix reuse, free to take
    int64_t tokens_held = 0;                                 // by running sequences
    int64_t steps = 0, prompt_tokens = 0, answer_tokens = 0, reused_tokens = 0, preemptions = 0;
    int64_t peak_waste_tokens = 0;  // most positions allocated but unused at a step's end
    int64_t peak_tokens_held = 0;
};

/// The destructor cancels what runs, waits for the engine's thread and returns all memory.
class Engine {
 public:
    /// Slow (reads the file). `progress` hears 0…1; setting `cancel` ends it with Fault::cancelled.
    static Result<std::unique_ptr<Engine>> load(const EngineOptions& options, std::function<void(double)> progress = {},
                                                const std::atomic<bool>* cancel = nullptr);
    virtual ~Engine() = default;

    virtual const ModelInfo& model() const = 0;
    virtual const EngineOptions& options() const = 0;  // with the zeros filled in
    virtual std::string backend_name() const = 0;

    /// `special`: control tokens written out in the text ("<s>") become tokens. Never set it for text that a person
    /// typed.
    virtual std::vector<Token> tokenize(std::string_view text, bool add_bos, bool special) const = 0;
    virtual std::string detokenize(const std::vector<Token>& tokens) const = 0;
    /// The conversation in the model's own template, ready for the assistant's answer.
    virtual Result<std::vector<Token>> render_chat(const std::vector<ChatMessage>& messages) const = 0;
    /// Strings and ids that end an answer in that template.
    virtual std::vector<std::string> chat_stops() const = 0;

    /// Never fails by itself: a request that cannot be served ends with its own event.
    virtual RequestId submit(Request request, Callback callback) = 0;
    virtual void cancel(RequestId id) = 0;
    virtual EngineStats stats() const = 0;
};

}  // namespace floe
