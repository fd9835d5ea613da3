// Model files that were cut short or have wrong bytes: each is a sentence or a model, never a crash, a hang or a flood
// of memory.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <fstream>
#include <random>

#include "engine/format/fuzz_gguf.h"
#include "engine/run/player.h"
#include "engine/tokenizer/make_tokenizer.h"
#include "kernels/cpu/cpu_backend.h"
#include "support/fixtures.h"
#include "support/random_llama.h"

namespace floe::test {
namespace {

int64_t peak_bytes() {
    struct rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss * 1024;
}

/// Opens the file and, where it is taken for sound, computes with it. Returns the sentence, or "".
std::string try_model(const std::string& path) {
    const auto backend = make_cpu_backend(1);
    const auto model = Model::open(path, *backend);
    if (!model) return model.error().sentence();
    if (const auto tokenizer = make_tokenizer((*model)->file()); tokenizer) (*tokenizer)->encode("any text", true);
    DecoderLimits limits = small_limits();
    limits.max_rows = limits.max_logit_rows = 4;
    if ((*model)->spec().vocabulary > 100000 || (*model)->spec().layers > 64) return "";
    const auto decoder = make_decoder(*backend, **model, limits);
    if (!decoder) return decoder.error().sentence();
    StepBatch batch;
    append(batch, {1, 2, 3}, 0, {0}, limits.block_size, true);
    std::vector<float> logits(batch.logit_rows.size() * static_cast<size_t>((*decoder)->vocabulary()));
    const Outcome done = (*decoder)->run(batch, logits);
    return done ? "" : done.error().sentence();
}

void is_a_sentence(const std::string& text, const std::string& path) {
    EXPECT_TRUE(text.starts_with(path + ": ")) << text;
    EXPECT_TRUE(text.ends_with(".")) << text;
    EXPECT_LT(text.size(), path.size() + 400) << text;
}

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// The fixture where it is there, else a model of ours.
std::string sound_model() {
    const auto path = fixture("models/stories260k-f32.gguf");
    if (!std::filesystem::exists(path)) return random_llama({}, DType::q8_0, 7).bytes();
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(DamagedModel, CutAtSixtyPlacesIsAlwaysASentence) {
    const TemporaryFile file("cut.gguf");
    const std::string sound = sound_model();
    write(file.path, sound);
    ASSERT_EQ(try_model(file.path), "");
    for (size_t i = 0; i < 60; ++i) {
        // Half of the cuts in the first 20 kB, where the header is.
        const size_t length = i < 30 ? i * 20000 / 30 : sound.size() / 30 * (i - 30);
        write(file.path, sound.substr(0, length));
        const std::string said = try_model(file.path);
        ASSERT_NE(said, "") << "cut at " << length;
        is_a_sentence(said, file.path);
    }
}

TEST(DamagedModel, WrongBytesInTheHeaderAreASentenceOrAModel) {
    const TemporaryFile file("flipped.gguf");
    const std::string sound = sound_model();
    std::mt19937_64 random(20);
    std::string worse = sound;
    int refused = 0;
    for (int i = 0; i < 200; ++i) {
        const size_t place = random() % 12000;
        const char byte = static_cast<char>(random());
        std::string flipped = sound;
        flipped[place] = worse[place] = byte;
        for (const std::string& bytes : {flipped, worse}) {
            write(file.path, bytes);
            const std::string said = try_model(file.path);
            if (said.empty()) continue;
            ++refused;
            is_a_sentence(said, file.path);
        }
    }
    EXPECT_GT(refused, 100);
    EXPECT_LT(peak_bytes(), int64_t{500} << 20);
}

TEST(DamagedModel, ReaderSurvivesWhateverBytesComeItsWay) {
    const std::string sound = random_llama({.layers = 1, .vocabulary = 259}, DType::q4_0, 3).bytes();
    ASSERT_TRUE(fuzz_gguf(std::as_bytes(std::span(sound))));
    std::mt19937_64 random(5);
    int taken = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string bytes = sound.substr(0, 9000 + random() % 4000);
        bytes.resize(sound.size());
        for (uint64_t flips = random() % 4; flips-- > 0;) {
            const size_t place = random() % (i % 2 == 0 ? 400 : 9000);
            const uint64_t extremes[] = {0, 1, 0xff, 0x7fffffff, 0xffffffff, ~uint64_t{0}, ~uint64_t{0} >> 1, random()};
            const uint64_t value = extremes[random() % 8];
            std::memcpy(bytes.data() + place, &value, size_t{1} << random() % 4);
        }
        taken += fuzz_gguf(std::as_bytes(std::span(bytes)));
    }
    EXPECT_GT(taken, 100);
    EXPECT_LT(taken, 2900);
}

}  // namespace
}  // namespace floe::test
