#include "engine/model/model.h"

#include <gtest/gtest.h>

#include "engine/engine.h"
#include "engine/model/families.h"
#include "engine/run/player.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/decorators.h"
#include "support/fixtures.h"
#include "support/random_llama.h"

namespace floe::test {
namespace {

/// A llama's metadata with room for more entries.
GgufWriter llama_metadata() {
    GgufWriter file;
    file.text("general.architecture", "llama");
    file.u32("llama.block_count", 1);
    file.u32("llama.context_length", 64);
    file.u32("llama.embedding_length", 32);
    file.u32("llama.feed_forward_length", 64);
    file.f32("llama.attention.layer_norm_rms_epsilon", 1e-5f);
    return file;
}

/// What the families make of a file: the spec, or the sentence.
Result<DecoderSpec> described(const GgufWriter& file) {
    const std::string bytes = file.bytes();
    const auto gguf = Gguf::parse(std::as_bytes(std::span(bytes)), "test.gguf");
    if (!gguf) return gguf.error();
    return describe_model(**gguf);
}

void refuses(const GgufWriter& file, Fault kind, const std::string& part) {
    const auto spec = described(file);
    ASSERT_FALSE(spec) << part;
    EXPECT_EQ(spec.error().kind, kind);
    EXPECT_NE(spec.error().sentence().find(part), std::string::npos) << spec.error().sentence();
}

std::string opening(const GgufWriter& file) {
    const TemporaryFile at("model.gguf");
    file.write_file(at.path);
    const auto backend = make_cpu_backend(1);
    const auto model = Model::open(at.path, *backend);
    return model ? "fine" : model.error().sentence();
}

void add_empty(GgufWriter& file, const std::string& name, const std::vector<int64_t>& lengths, uint32_t type,
               int64_t bytes) {
    file.tensor(name, lengths, type, bytes,
                [](int64_t, std::span<std::byte> part) { std::fill(part.begin(), part.end(), std::byte{}); });
}

TEST(Llama, MetadataBecomesASpecWithDefaults) {
    GgufWriter file = llama_metadata();
    file.u32("llama.attention.head_count", 4);
    const auto spec = described(file);
    ASSERT_TRUE(spec) << spec.error().sentence();
    EXPECT_EQ(spec->kv_heads, 4);
    EXPECT_EQ(spec->head_dim, 8);
    EXPECT_EQ(spec->rope.dims, 8);
    EXPECT_EQ(spec->rope.base, 10000.0);
    EXPECT_EQ(spec->rope.factor, 1.0);
    EXPECT_FLOAT_EQ(spec->attention_scale, 0.35355339f);
}

TEST(Llama, OddMetadataIsASentence) {
    const auto with = [](const std::string& key, uint32_t value) {
        GgufWriter file = llama_metadata();
        if (key != "attention.head_count") file.u32("llama.attention.head_count", 4);
        file.u32("llama." + key, value);
        return file;
    };
    refuses(with("attention.head_count", 0), Fault::damaged_file, "llama.attention.head_count is 0");
    refuses(with("attention.head_count", 64), Fault::damaged_file, "less than two values");
    refuses(with("attention.head_count_kv", 3), Fault::damaged_file, "no multiple");
    refuses(with("rope.dimension_count", 3), Fault::damaged_file, "odd number");
    refuses(with("rope.dimension_count", 16), Fault::damaged_file, "rope.dimension_count is 16");
    refuses(with("attention.value_length", 4), Fault::unsupported, "different lengths");
    refuses(with("expert_count", 8), Fault::unsupported, "mixture of experts");
    refuses(llama_metadata(), Fault::damaged_file, "lacks the entry llama.attention.head_count");
    GgufWriter yarn = llama_metadata();
    yarn.u32("llama.attention.head_count", 4);
    yarn.text("llama.rope.scaling.type", "yarn");
    refuses(yarn, Fault::unsupported, "\"yarn\"");
    GgufWriter lists = llama_metadata();
    lists.i32s("llama.attention.head_count", {4});
    refuses(lists, Fault::unsupported, "is a list");
}

TEST(Families, UnknownArchitecturesAreNamedWithThoseThatAreKnown) {
    GgufWriter file;
    file.text("general.architecture", "mamba");
    refuses(file, Fault::unsupported, "\"mamba\", and known are: llama");
    refuses(GgufWriter(), Fault::damaged_file, "general.architecture");
    EXPECT_EQ(supported_architectures().front(), "llama");
    EXPECT_EQ(supported_types().size(), 5u);
}

TEST(Model, MissingAndMisshapenTensorsAreNamed) {
    GgufWriter file = llama_metadata();
    file.u32("llama.attention.head_count", 4);
    EXPECT_NE(opening(file).find("lacks the tensor token_embd.weight"), std::string::npos);
    GgufWriter narrow = file, foreign = file, half_norm = file;
    add_empty(narrow, "token_embd.weight", {10, 31}, 0, 10 * 31 * 4);
    EXPECT_NE(opening(narrow).find("token_embd.weight has the shape [10, 31] where [10, 32] is needed"),
              std::string::npos)
        << opening(narrow);
    add_empty(foreign, "token_embd.weight", {10, 32}, 6, 10 * 22);
    EXPECT_NE(opening(foreign).find("token_embd.weight has the number format Q5_0"), std::string::npos)
        << opening(foreign);
    add_empty(half_norm, "token_embd.weight", {10, 32}, 0, 10 * 32 * 4);
    add_empty(half_norm, "blk.0.attn_norm.weight", {32}, 1, 64);
    EXPECT_NE(opening(half_norm).find("F32 for vectors"), std::string::npos) << opening(half_norm);
}

TEST(Model, AVocabularyLargerThanTheEmbeddingIsRefused) {
    GgufWriter file = llama_metadata();
    file.u32("llama.attention.head_count", 4);
    file.texts("tokenizer.ggml.tokens", std::vector<std::string>(11, "a"));
    add_empty(file, "token_embd.weight", {10, 32}, 0, 10 * 32 * 4);
    EXPECT_NE(opening(file).find("11 tokens and its embedding only 10"), std::string::npos) << opening(file);
}

TEST(Model, ProgressRunsFromZeroToOneAndLoadingCanBeCancelled) {
    const TemporaryFile file("model.gguf");
    random_llama({}, DType::q8_0, 1).write_file(file.path);
    const auto backend = make_cpu_backend(1);
    std::vector<double> heard;
    const auto model = Model::open(file.path, *backend, [&](double part) { heard.push_back(part); });
    ASSERT_TRUE(model) << model.error().sentence();
    EXPECT_EQ(heard.front(), 0.0);
    EXPECT_EQ(heard.back(), 1.0);
    EXPECT_TRUE(std::is_sorted(heard.begin(), heard.end()));
    std::atomic<bool> cancel = true;
    const auto cancelled = Model::open(file.path, *backend, {}, &cancel);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().kind, Fault::cancelled);
}

TEST(Model, ABackendWithoutRoomIsASentence) {
    const TemporaryFile file("model.gguf");
    random_llama({}, DType::q8_0, 1).write_file(file.path);
    const auto backend = make_cpu_backend(1);
    for (int64_t nth = 1; nth <= 2; ++nth) {
        FailingBackend failing(*backend);
        failing.fail_allocate(nth, {BackendFailure::Kind::out_of_memory, "no room on purpose"});
        const auto model = Model::open(file.path, failing);
        ASSERT_FALSE(model);
        EXPECT_EQ(model.error().kind, Fault::out_of_memory);
        EXPECT_NE(model.error().sentence().find("no room on purpose"), std::string::npos);
    }
}

TEST(InspectModel, TellsWhatTheFileSays) {
    const TemporaryFile file("model.gguf");
    random_llama({.layers = 3}, DType::q4_0, 1).write_file(file.path);
    const auto info = inspect_model(file.path);
    ASSERT_TRUE(info) << info.error().sentence();
    EXPECT_EQ(info->architecture, "llama");
    EXPECT_EQ(info->type, "Q4_0");
    EXPECT_EQ(info->layers, 3);
    EXPECT_EQ(info->head_dim, 16);
    EXPECT_EQ(info->kv_heads, 2);
    EXPECT_EQ(info->vocabulary, 320);
    EXPECT_EQ(info->parameters, 2 * 320 * 64 + 64 + 3 * (2 * 64 + 64 * (64 + 32 + 32 + 64 + 3 * 96)));
    EXPECT_EQ(info->file_bytes, static_cast<int64_t>(std::filesystem::file_size(file.path)));
    EXPECT_FALSE(inspect_model("/nowhere.gguf"));
}

TEST(InspectModel, FilesThatWeCannotRunAreStillTold) {
    FLOE_NEEDS_FIXTURE("models/tiny-qwen2-q4_k_m.gguf");
    const auto info = inspect_model(fixture("models/tiny-qwen2-q4_k_m.gguf").string());
    ASSERT_TRUE(info) << info.error().sentence();
    EXPECT_EQ(info->architecture, "qwen2");
    EXPECT_TRUE(info->type == "Q4_K" || info->type == "Q6_K" || info->type == "Q5_0") << info->type;
}

}  // namespace
}  // namespace floe::test
