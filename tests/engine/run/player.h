// Plays tokens through a decoder, one sequence at a time, without scheduler or cache.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "engine/run/make_decoder.h"
#include "kernels/backend.h"

namespace floe::test {

/// Room for a few short sequences with keys and values in F32.
inline DecoderLimits small_limits() {
    DecoderLimits limits;
    limits.max_rows = limits.max_logit_rows = 128;
    limits.max_sequences = limits.max_blocks_per_sequence = 16;
    limits.kv_blocks = 64;
    limits.kv_type = KvType::f32;
    return limits;
}

/// Rows of one sequence whose blocks are `table`.
inline void append(StepBatch& batch, const std::vector<Token>& tokens, int32_t first_position,
                   const std::vector<int32_t>& table, int64_t block_size, bool all_logits) {
    const auto sequence = static_cast<int32_t>(batch.block_tables.size());
    for (size_t i = 0; i < tokens.size(); ++i) {
        const int32_t position = first_position + static_cast<int32_t>(i);
        if (all_logits || i + 1 == tokens.size()) batch.logit_rows.push_back(static_cast<int32_t>(batch.tokens.size()));
        batch.tokens.push_back(tokens[i]);
        batch.positions.push_back(position);
        batch.slots.push_back(static_cast<int32_t>(table[static_cast<size_t>(position / block_size)] * block_size +
                                                   position % block_size));
        batch.sequences.push_back(sequence);
    }
    batch.block_tables.push_back(table);
}

/// A model on a backend with a decoder; owns the three.
struct Player {
    std::unique_ptr<Backend> backend;
    std::unique_ptr<Model> model;
    std::unique_ptr<Decoder> decoder;

    Player(std::unique_ptr<Backend> on, const std::string& path, DecoderLimits limits = small_limits())
        : backend(std::move(on)) {
        auto opened = Model::open(path, *backend);
        if (!opened) {
            ADD_FAILURE() << opened.error().sentence();
            return;
        }
        model = std::move(*opened);
        auto made = make_decoder(*backend, *model, limits);
        if (!made) ADD_FAILURE() << made.error().sentence();
        if (made) decoder = std::move(*made);
    }

    std::vector<float> run(const StepBatch& batch) {
        std::vector<float> logits(batch.logit_rows.size() * static_cast<size_t>(decoder->vocabulary()));
        const Outcome done = decoder->run(batch, logits);
        EXPECT_TRUE(done) << done.error().sentence();
        return logits;
    }

    /// Logits after each of `tokens`, which stand from `first_position` on in blocks 0, 1, 2, …
    std::vector<std::vector<float>> play(const std::vector<Token>& tokens, int32_t first_position = 0) {
        const DecoderLimits& limits = decoder->limits();
        std::vector<int32_t> table(static_cast<size_t>(limits.max_blocks_per_sequence));
        std::iota(table.begin(), table.end(), 0);
        StepBatch batch;
        append(batch, tokens, first_position, table, limits.block_size, true);
        const std::vector<float> all = run(batch);
        std::vector<std::vector<float>> rows;
        for (auto at = all.begin(); at != all.end(); at += decoder->vocabulary())
            rows.emplace_back(at, at + decoder->vocabulary());
        return rows;
    }
};

inline Token best(const std::vector<float>& logits) {
    return static_cast<Token>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

/// A file that is gone at the end of the scope.
struct TemporaryFile {
    std::string path;
    explicit TemporaryFile(const std::string& name)
        : path((std::filesystem::temp_directory_path() /
                (std::string("floe-") + testing::UnitTest::GetInstance()->current_test_info()->name() + "-" + name))
                   .string()) {}
    ~TemporaryFile() { std::filesystem::remove(path); }
};

}  // namespace floe::test
