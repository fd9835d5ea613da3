#include "engine/cache/block_pool.h"

#include <algorithm>
#include <cassert>

namespace floe {

uint64_t chain_hash(uint64_t parent, std::span<const Token> tokens) {
    uint64_t h = parent + 0x9e3779b97f4a7c15u;
    for (const Token token : tokens) {
        h = (h ^ static_cast<uint32_t>(token)) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    return h;
}

BlockPool::BlockPool(int64_t blocks, Hash hash) : hash_(hash), entries_(static_cast<size_t>(blocks)) {
    for (int64_t b = 0; b < blocks; ++b) {
        Entry& e = entries_[static_cast<size_t>(b)];
        e.node = free_.insert(free_.end(), static_cast<BlockId>(b));
    }
}

std::optional<BlockId> BlockPool::take() {
    Chain& source = free_.empty() ? cached_ : free_;
    if (source.empty()) return std::nullopt;
    const BlockId block = source.front();
    if (entry(block).published) forget(block);
    held_.splice(held_.end(), source, source.begin());
    entry(block).references = 1;
    return block;
}

void BlockPool::hold(BlockId block) {
    Entry& e = entry(block);
    assert(e.references > 0 || e.published);
    if (e.references++ == 0) held_.splice(held_.end(), cached_, e.node);
}

void BlockPool::release(BlockId block) {
    Entry& e = entry(block);
    assert(e.references > 0);
    if (--e.references > 0) return;
    if (e.published)
        cached_.splice(cached_.end(), held_, e.node);
    else
        free_.splice(free_.begin(), held_, e.node);
}

BlockId BlockPool::publish(BlockId block, const Prefix& parent, std::span<const Token> tokens) {
    Entry& e = entry(block);
    if (e.published) return block;
    const uint64_t hash = hash_(parent.hash, tokens);
    if (const auto same = look_up(hash, parent.serial, tokens)) {
        hold(*same);
        release(block);
        return *same;
    }
    e.published = true;
    e.prefix = {hash, ++last_serial_};
    e.parent = parent.serial;
    e.tokens.assign(tokens.begin(), tokens.end());
    index_.emplace(hash, block);
    return block;
}

std::optional<BlockId> BlockPool::find(const Prefix& parent, std::span<const Token> tokens) {
    const auto block = look_up(hash_(parent.hash, tokens), parent.serial, tokens);
    if (block) hold(*block);
    return block;
}

std::optional<BlockId> BlockPool::look_up(uint64_t hash, int64_t parent, std::span<const Token> tokens) const {
    const auto [first, last] = index_.equal_range(hash);
    for (auto it = first; it != last; ++it) {
        const Entry& e = entry(it->second);
        if (e.parent == parent && std::ranges::equal(e.tokens, tokens)) return it->second;
    }
    return std::nullopt;
}

void BlockPool::forget(BlockId block) {
    Entry& e = entry(block);
    const auto [first, last] = index_.equal_range(e.prefix.hash);
    index_.erase(std::find_if(first, last, [&](const auto& pair) { return pair.second == block; }));
    e.published = false;
    e.tokens.clear();
}

}  // namespace floe
