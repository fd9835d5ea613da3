// The whole numbers of a step (tokens, positions, slots, tables, rows), as they go to the backend in one upload.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/run/decoder.h"

namespace floe {

/// Views of the numbers on the backend, all I32. `kept` are the rows whose logits are wanted.
struct StepViews {
    ConstTensor tokens, positions, slots, sequences, lengths;        // [rows]
    ConstTensor tables;                                              // [sequences, longest table]
    ConstTensor copy_from, copy_to;                                  // [copies]
    ConstTensor kept, kept_positions, kept_sequences, kept_lengths;  // [logit rows]
};

/// Owns the numbers' buffer.
class StepNumbers {
 public:
    /// Bytes that the largest step takes.
    static int64_t most_bytes(const DecoderLimits& limits);

    /// `buffer` has room for most_bytes().
    explicit StepNumbers(std::unique_ptr<Buffer> buffer) : buffer_(std::move(buffer)) {}

    /// REQUIRES: the batch is within the limits.
    Status upload(Backend& backend, const StepBatch& batch, StepViews& views);

 private:
    ConstTensor add(std::span<const int32_t> numbers);
    ConstTensor add_tables(const std::vector<std::vector<int32_t>>& tables);

    std::unique_ptr<Buffer> buffer_;
    std::vector<int32_t> staged_;
};

}  // namespace floe
