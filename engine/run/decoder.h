// Runs one step of a model: many rows of many sequences at once, over paged KV.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/engine.h"
#include "kernels/backend.h"

namespace floe {

struct BlockCopy {
    int32_t from = 0, to = 0;
};

/// One step as plain data. Row r is token tokens[r] at position positions[r] of sequence sequences[r]; its key and
/// value go to slots[r] = block * block_size + offset, and it sees positions 0 … positions[r] of its sequence's block
/// table.
struct StepBatch {
    std::vector<Token> tokens;
    std::vector<int32_t> positions, slots, sequences;  // [rows]
    std::vector<std::vector<int32_t>> block_tables;    // [sequences][blocks in order]
    std::vector<int32_t> logit_rows;                   // rows whose logits are wanted
    std::vector<BlockCopy> copies;                     // done before anything else
};

struct DecoderLimits {
    int64_t max_rows = 512, max_sequences = 64, max_logit_rows = 64, max_blocks_per_sequence = 512;
    int64_t kv_blocks = 0, block_size = 16;
    KvType kv_type = KvType::f16;
};

/// Owns KV pages and work buffers on a backend. One thread (the engine's).
class Decoder {
 public:
    virtual ~Decoder() = default;
    /// logits: [logit_rows, vocabulary], written in order. A failure leaves the decoder usable.
    virtual Outcome run(const StepBatch& batch, std::span<float> logits) = 0;
    virtual const DecoderLimits& limits() const = 0;
    virtual int64_t vocabulary() const = 0;
};

}  // namespace floe
