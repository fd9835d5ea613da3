// The pool of KV blocks: who holds which, which are found again by their contents, which go first when blocks run out.
// Pure bookkeeping: no device memory, no clock, no thread; the same calls give the same blocks.
#pragma once

#include <cstdint>
#include <list>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/engine.h"

namespace floe {

using BlockId = int32_t;

/// Stands for everything up to a block's end: a chained hash to look for, a serial number (never used twice) that tells
/// for sure. The default is the empty prefix, before a sequence's first block.
struct Prefix {
    uint64_t hash = 0;
    int64_t serial = 0;
};

/// hash(parent, tokens) of the chain. Deterministic over runs and machines.
uint64_t chain_hash(uint64_t parent, std::span<const Token> tokens);

/// A block is free, held (by `references` tables), or cached: held by nobody, but published and so found by its
/// contents until somebody needs the room. Cached blocks go least recently used first.                    Kwon et al.
/// 2023 (PagedAttention)
class BlockPool {
 public:
    using Hash = uint64_t (*)(uint64_t parent, std::span<const Token> tokens);

    /// `hash` is replaced by tests only, to make collisions.
    explicit BlockPool(int64_t blocks, Hash hash = chain_hash);

    /// A block held once: a free one, else the cached one longest unused, which is forgotten. Empty: all are held.
    std::optional<BlockId> take();

    void hold(BlockId block);
    /// When nobody holds it any more a published block becomes cached, another one free.
    void release(BlockId block);

    /// Makes a full block findable as `tokens` after `parent`. Returns the block that stands for these contents from
    /// now on: `block`, or an equal one that was published before; then that one is held and `block` released.
    BlockId publish(BlockId block, const Prefix& parent, std::span<const Token> tokens);

    /// The block published as exactly `tokens` after exactly `parent`, now held once more.
    std::optional<BlockId> find(const Prefix& parent, std::span<const Token> tokens);

    /// REQUIRES: the block is published.
    const Prefix& prefix(BlockId block) const { return entry(block).prefix; }

    int32_t references(BlockId block) const { return entry(block).references; }
    int64_t blocks() const { return static_cast<int64_t>(entries_.size()); }
    int64_t available() const { return static_cast<int64_t>(free_.size() + cached_.size()); }  // for take()
    int64_t cached() const { return static_cast<int64_t>(cached_.size()); }
    int64_t held() const { return blocks() - available(); }

 private:
    using Chain =
        std::list<BlockId>;  // every block is a node of one of the three; moved by splice, so nothing is allocated
    struct Entry {
        int32_t references = 0;
        bool published = false;
        Prefix prefix;
        int64_t parent = 0;         // serial of the prefix before this block
        std::vector<Token> tokens;  // of a published block
        Chain::iterator node;
    };

    Entry& entry(BlockId block) { return entries_[static_cast<size_t>(block)]; }
    const Entry& entry(BlockId block) const { return entries_[static_cast<size_t>(block)]; }
    std::optional<BlockId> look_up(uint64_t hash, int64_t parent, std::span<const Token> tokens) const;
    void forget(BlockId block);

    Hash hash_;
    std::vector<Entry> entries_;
    Chain free_, held_, cached_;  // cached_: longest unused first
    std::unordered_multimap<uint64_t, BlockId> index_;
    int64_t last_serial_ = 0;
};

}  // namespace floe
