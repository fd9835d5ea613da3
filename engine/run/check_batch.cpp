#include "engine/run/check_batch.h"

namespace floe {
namespace {

bool within(int64_t value, int64_t end) {
    return value >= 0 && value < end;
}

bool sizes_agree(const StepBatch& b, const DecoderLimits& l) {
    const size_t rows = b.tokens.size();
    return b.positions.size() == rows && b.slots.size() == rows && b.sequences.size() == rows &&
           rows <= static_cast<size_t>(l.max_rows) && b.block_tables.size() <= static_cast<size_t>(l.max_sequences) &&
           b.logit_rows.size() <= static_cast<size_t>(l.max_logit_rows) &&
           b.copies.size() <= static_cast<size_t>(l.max_sequences);
}

bool tables_are_sound(const StepBatch& b, const DecoderLimits& l) {
    for (const auto& table : b.block_tables) {
        if (table.size() > static_cast<size_t>(l.max_blocks_per_sequence)) return false;
        for (const int32_t block : table)
            if (!within(block, l.kv_blocks)) return false;
    }
    for (const BlockCopy& copy : b.copies)
        if (!within(copy.from, l.kv_blocks) || !within(copy.to, l.kv_blocks)) return false;
    return true;
}

/// The row's sequence has a table that reaches its position.
bool row_is_sound(const StepBatch& b, const DecoderLimits& l, size_t r) {
    if (!within(b.sequences[r], static_cast<int64_t>(b.block_tables.size()))) return false;
    const auto blocks = static_cast<int64_t>(b.block_tables[static_cast<size_t>(b.sequences[r])].size());
    return within(b.positions[r], blocks * l.block_size) && within(b.slots[r], l.kv_blocks * l.block_size);
}

Error broken(const char* what) {
    return {Fault::internal, "step", std::string("its plan is broken: ") + what, "Report this as a mistake of Floe"};
}

}  // namespace

Outcome check_batch(const StepBatch& batch, const DecoderLimits& limits, int64_t vocabulary, size_t logits) {
    if (!sizes_agree(batch, limits)) return broken("it is larger than the decoder, or its lists differ in length");
    if (!tables_are_sound(batch, limits)) return broken("a block is outside the cache");
    for (size_t r = 0; r < batch.tokens.size(); ++r) {
        if (!row_is_sound(batch, limits, r)) return broken("a row is outside its sequence's blocks");
        if (!within(batch.tokens[r], vocabulary))
            return Error{Fault::bad_input, "token " + std::to_string(batch.tokens[r]),
                         "the model knows tokens 0 to " + std::to_string(vocabulary - 1), "Use tokens of this model"};
    }
    for (const int32_t row : batch.logit_rows)
        if (!within(row, static_cast<int64_t>(batch.tokens.size()))) return broken("logits of a row that is not there");
    if (logits < batch.logit_rows.size() * static_cast<size_t>(vocabulary)) return broken("no room for the logits");
    return Done{};
}

}  // namespace floe
