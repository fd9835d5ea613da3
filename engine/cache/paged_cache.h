// Where each sequence's keys and values stand: tables of blocks over one pool, shared prefixes, copy-on-write.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/cache/block_pool.h"
#include "engine/engine.h"
#include "engine/run/decoder.h"

namespace floe {

/// A sequence's blocks in order. Position p stands in blocks[p / block_size] at offset p % block_size.
/// A table holds its blocks until PagedCache::close; blocks.size() is always the least that `length` needs.
struct BlockTable {
    std::vector<BlockId> blocks;
    int64_t length = 0;     // positions that are written, or will be by the step that is being planned
    int64_t published = 0;  // leading blocks that other sequences find
};

class PagedCache {
 public:
    PagedCache(int64_t blocks, int64_t block_size, bool prefix_reuse = true, BlockPool::Hash hash = chain_hash);

    /// A table that starts with the longest cached prefix of `tokens` in whole blocks. At least the last token is left
    /// to compute, since its logits are wanted.
    BlockTable open(std::span<const Token> tokens);

    /// Most positions that extend() could add now.
    int64_t room(const BlockTable& table) const;

    /// Room for `count` more positions. A shared, partly filled last block is replaced by a copy: `copy` says what to
    /// copy before the step writes. REQUIRES: count <= room(table).
    void extend(BlockTable& table, int64_t count, std::optional<BlockCopy>& copy);

    /// `tokens` (table.length of them) have been computed: full blocks can be found by other sequences from now on. A
    /// block with the same contents as one published before gives way to that one: a token's keys and values are the
    /// same bits whoever computes them.
    void publish(BlockTable& table, std::span<const Token> tokens);

    /// A second sequence with the same past. All blocks are shared; whoever first writes to a partly filled one copies
    /// it.
    BlockTable fork(const BlockTable& table);

    /// Gives the blocks back; the table is empty after it.
    void close(BlockTable& table);

    /// Blocks that would become available if all these tables were closed.
    int64_t freed_by_closing(std::span<const BlockTable* const> tables) const;

    int32_t slot(const BlockTable& table, int64_t position) const;
    int64_t blocks_for(int64_t tokens) const { return (tokens + block_size_ - 1) / block_size_; }
    int64_t block_size() const { return block_size_; }
    const BlockPool& pool() const { return pool_; }

 private:
    bool must_copy_last(const BlockTable& table) const;

    BlockPool pool_;
    int64_t block_size_;
    bool prefix_reuse_;
};

}  // namespace floe
