#include "support/random_llama.h"

#include <algorithm>
#include <cmath>

#include "kernels/quant/blocks.h"
#include "kernels/quant/half.h"

namespace floe::test {
namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): one addition and a few shifts for 64 bits.
class Random {
 public:
    explicit Random(uint64_t seed) : state_(seed) {}
    uint64_t next() {
        uint64_t z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }
    float between(float low, float high) { return low + (high - low) * static_cast<float>(next() >> 40) * 0x1p-24f; }

 private:
    uint64_t state_;
};

uint32_t ggml_id(DType dtype) {
    for (uint32_t id = 0; id < 64; ++id)
        if (const GgmlType* type = find_ggml_type(id); type && type->dtype == dtype) return id;
    return 0;
}

/// Whole blocks with random bytes; only the scales are chosen. `spread` is that of the values.
void fill_blocks(std::span<std::byte> out, DType dtype, float spread, Random& random) {
    const auto block_bytes = static_cast<size_t>(info(dtype).block_bytes);
    const float quant_spread = dtype == DType::q8_0 ? 73.9f : 4.61f;  // of uniform -128…127, -8…7
    for (size_t at = 0; at < out.size(); at += block_bytes) {
        const uint16_t scale = f16_from_f32(spread / quant_spread * random.between(0.75f, 1.25f));
        std::memcpy(out.data() + at, &scale, sizeof scale);
        for (size_t i = sizeof scale; i < block_bytes; i += 8) {
            const uint64_t bits = random.next();
            std::memcpy(out.data() + at + i, &bits, std::min<size_t>(8, block_bytes - i));
        }
    }
}

void fill_floats(std::span<std::byte> out, DType dtype, float spread, Random& random) {
    const float most = spread * std::sqrt(3.0f);
    std::vector<float> values(out.size() / static_cast<size_t>(info(dtype).block_bytes));
    for (float& value : values) value = random.between(-most, most);
    pack(dtype, values.data(), static_cast<int64_t>(values.size()), out.data());
}

GgufWriter::Fill filler(DType dtype, float spread, uint64_t seed) {
    return [=, random = Random(seed)](int64_t at, std::span<std::byte> part) mutable {
        if (at == 0) random = Random(seed);
        if (info(dtype).block_size > 1)
            fill_blocks(part, dtype, spread, random);
        else
            fill_floats(part, dtype, spread, random);
    };
}

GgufWriter::Fill norm_filler(uint64_t seed) {
    return [=, random = Random(seed)](int64_t at, std::span<std::byte> part) mutable {
        if (at == 0) random = Random(seed);
        for (size_t i = 0; i < part.size(); i += sizeof(float)) {
            const float value = random.between(0.75f, 1.25f);
            std::memcpy(part.data() + i, &value, sizeof value);
        }
    };
}

/// Adds tensors, each with a seed of its own.
struct Maker {
    GgufWriter& file;
    DType dtype;
    uint64_t seed;

    void matrix(const std::string& name, int64_t outs, int64_t in) {
        const float spread = 1 / std::sqrt(static_cast<float>(in));
        file.tensor(name, {outs, in}, ggml_id(dtype), bytes_of(dtype, outs * in), filler(dtype, spread, ++seed));
    }
    void norm(const std::string& name, int64_t width) {
        file.tensor(name, {width}, ggml_id(DType::f32), width * 4, norm_filler(++seed));
    }
};

std::string byte_text(int byte) {
    constexpr char digits[] = "0123456789ABCDEF";
    return std::string("<0x") + digits[byte / 16] + digits[byte % 16] + ">";
}

/// The n-th of ever longer words: a, b, … z, ▁a, … ▁z, aa, ▁aa, ab, …
std::string word(int64_t n) {
    constexpr int64_t letters = 26;
    if (n < letters) return std::string(1, static_cast<char>('a' + n));
    const bool starts = n < 2 * letters || n % 2 == 1;
    std::string text;
    for (int64_t i = n < 2 * letters ? n - letters : n / 2 - 1; i >= 0; i = i / letters - 1)
        text.insert(text.begin(), static_cast<char>('a' + i % letters));
    return starts ? "\u2581" + text : text;
}

}  // namespace

void add_vocabulary(GgufWriter& file, int64_t size) {
    std::vector<std::string> texts{"<unk>", "<s>", "</s>"};
    std::vector<int32_t> kinds{2, 3, 3};
    for (int byte = 0; byte < 256; ++byte) texts.push_back(byte_text(byte));
    kinds.resize(texts.size(), 6);
    texts.emplace_back("\u2581");
    for (int64_t n = 0; static_cast<int64_t>(texts.size()) < size; ++n) texts.push_back(word(n));
    texts.resize(static_cast<size_t>(size));
    kinds.resize(texts.size(), 1);
    std::vector<float> scores(texts.size());
    for (size_t i = 259; i < scores.size(); ++i) scores[i] = -static_cast<float>(i - 259);

    file.text("tokenizer.ggml.model", "llama");
    file.texts("tokenizer.ggml.tokens", texts);
    file.f32s("tokenizer.ggml.scores", scores);
    file.i32s("tokenizer.ggml.token_type", kinds);
    file.u32("tokenizer.ggml.bos_token_id", 1);
    file.u32("tokenizer.ggml.eos_token_id", 2);
    file.u32("tokenizer.ggml.unknown_token_id", 0);
}

GgufWriter random_llama(const LlamaShape& shape, DType dtype, uint64_t seed) {
    GgufWriter file;
    const auto count = [&](const char* name, int64_t value) {
        file.u32(std::string("llama.") + name, static_cast<uint32_t>(value));
    };
    file.text("general.architecture", "llama");
    file.text("general.name", "random");
    count("block_count", shape.layers);
    count("context_length", shape.context);
    count("embedding_length", shape.width);
    count("feed_forward_length", shape.ffn_width);
    count("attention.head_count", shape.heads);
    count("attention.head_count_kv", shape.kv_heads);
    file.f32("llama.attention.layer_norm_rms_epsilon", 1e-5f);
    add_vocabulary(file, shape.vocabulary);

    Maker make{file, dtype, seed << 16};
    const int64_t kv_width = shape.width / shape.heads * shape.kv_heads;
    make.matrix("token_embd.weight", shape.vocabulary, shape.width);
    for (int64_t layer = 0; layer < shape.layers; ++layer) {
        const std::string in = "blk." + std::to_string(layer) + ".";
        make.norm(in + "attn_norm.weight", shape.width);
        make.matrix(in + "attn_q.weight", shape.width, shape.width);
        make.matrix(in + "attn_k.weight", kv_width, shape.width);
        make.matrix(in + "attn_v.weight", kv_width, shape.width);
        make.matrix(in + "attn_output.weight", shape.width, shape.width);
        make.norm(in + "ffn_norm.weight", shape.width);
        make.matrix(in + "ffn_gate.weight", shape.ffn_width, shape.width);
        make.matrix(in + "ffn_up.weight", shape.ffn_width, shape.width);
        make.matrix(in + "ffn_down.weight", shape.width, shape.ffn_width);
    }
    make.norm("output_norm.weight", shape.width);
    if (!shape.tied) make.matrix("output.weight", shape.vocabulary, shape.width);
    return file;
}

}  // namespace floe::test
