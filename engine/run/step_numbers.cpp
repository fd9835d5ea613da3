#include "engine/run/step_numbers.h"

#include <algorithm>

namespace floe {
namespace {

constexpr size_t kAlignment = 16;  // numbers; 64 bytes
constexpr int64_t kLists = 12;     // of StepViews

/// The elements of `from` at `rows`.
std::vector<int32_t> picked(const std::vector<int32_t>& from, const std::vector<int32_t>& rows) {
    std::vector<int32_t> values;
    values.reserve(rows.size());
    for (const int32_t row : rows) values.push_back(from[static_cast<size_t>(row)]);
    return values;
}

}  // namespace

int64_t StepNumbers::most_bytes(const DecoderLimits& limits) {
    const int64_t numbers = 5 * limits.max_rows + limits.max_sequences * limits.max_blocks_per_sequence +
                            2 * limits.max_sequences + 4 * limits.max_logit_rows;
    return (numbers + kLists * static_cast<int64_t>(kAlignment)) * static_cast<int64_t>(sizeof(int32_t));
}

ConstTensor StepNumbers::add(std::span<const int32_t> numbers) {
    const size_t begin = (staged_.size() + kAlignment - 1) / kAlignment * kAlignment;
    staged_.resize(begin);
    staged_.insert(staged_.end(), numbers.begin(), numbers.end());
    return tensor(static_cast<const Buffer&>(*buffer_), static_cast<int64_t>(begin * sizeof(int32_t)), DType::i32,
                  {static_cast<int64_t>(numbers.size()), 1, 1, 1});
}

ConstTensor StepNumbers::add_tables(const std::vector<std::vector<int32_t>>& tables) {
    size_t longest = 1;
    for (const auto& table : tables) longest = std::max(longest, table.size());
    std::vector<int32_t> rows(tables.size() * longest);
    for (size_t s = 0; s < tables.size(); ++s)
        std::copy(tables[s].begin(), tables[s].end(), rows.begin() + static_cast<std::ptrdiff_t>(s * longest));
    const ConstTensor flat = add(rows);
    return tensor(*flat.buffer, flat.offset, DType::i32,
                  {static_cast<int64_t>(tables.size()), static_cast<int64_t>(longest), 1, 1});
}

Status StepNumbers::upload(Backend& backend, const StepBatch& batch, StepViews& views) {
    staged_.clear();
    std::vector<int32_t> lengths, from, to;
    for (const int32_t position : batch.positions) lengths.push_back(position + 1);
    for (const BlockCopy& copy : batch.copies) {
        from.push_back(copy.from);
        to.push_back(copy.to);
    }
    views.tokens = add(batch.tokens);
    views.positions = add(batch.positions);
    views.slots = add(batch.slots);
    views.sequences = add(batch.sequences);
    views.lengths = add(lengths);
    views.tables = add_tables(batch.block_tables);
    views.copy_from = add(from);
    views.copy_to = add(to);
    views.kept = add(batch.logit_rows);
    views.kept_positions = add(picked(batch.positions, batch.logit_rows));
    views.kept_sequences = add(picked(batch.sequences, batch.logit_rows));
    views.kept_lengths = add(picked(lengths, batch.logit_rows));
    return backend.upload(*buffer_, 0, std::as_bytes(std::span(staged_)));
}

}  // namespace floe
