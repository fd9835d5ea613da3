#include "engine/cache/paged_cache.h"

#include <cassert>
#include <unordered_map>

namespace floe {

PagedCache::PagedCache(int64_t blocks, int64_t block_size, bool prefix_reuse, BlockPool::Hash hash)
    : pool_(blocks, hash), block_size_(block_size), prefix_reuse_(prefix_reuse) {}

BlockTable PagedCache::open(std::span<const Token> tokens) {
    BlockTable table;
    if (!prefix_reuse_ || tokens.empty()) return table;
    const int64_t most = (static_cast<int64_t>(tokens.size()) - 1) / block_size_;
    Prefix prefix;
    while (table.published < most) {
        const auto own = tokens.subspan(static_cast<size_t>(table.length), static_cast<size_t>(block_size_));
        const auto block = pool_.find(prefix, own);
        if (!block) break;
        prefix = pool_.prefix(*block);
        table.blocks.push_back(*block);
        table.length += block_size_;
        ++table.published;
    }
    return table;
}

bool PagedCache::must_copy_last(const BlockTable& table) const {
    return table.length % block_size_ != 0 && pool_.references(table.blocks.back()) > 1;
}

int64_t PagedCache::room(const BlockTable& table) const {
    const int64_t in_last = static_cast<int64_t>(table.blocks.size()) * block_size_ - table.length;
    int64_t available = pool_.available();
    if (must_copy_last(table) && --available < 0) return 0;
    return in_last + available * block_size_;
}

void PagedCache::extend(BlockTable& table, int64_t count, std::optional<BlockCopy>& copy) {
    assert(count <= room(table));
    copy.reset();
    if (count > 0 && must_copy_last(table)) {
        const BlockId shared = table.blocks.back();
        table.blocks.back() = *pool_.take();
        copy = BlockCopy{shared, table.blocks.back()};
        pool_.release(shared);
    }
    table.length += count;
    while (static_cast<int64_t>(table.blocks.size()) < blocks_for(table.length)) table.blocks.push_back(*pool_.take());
}

void PagedCache::publish(BlockTable& table, std::span<const Token> tokens) {
    assert(static_cast<int64_t>(tokens.size()) == table.length);
    if (!prefix_reuse_) return;
    for (; (table.published + 1) * block_size_ <= table.length; ++table.published) {
        const auto index = static_cast<size_t>(table.published);
        const Prefix parent = index == 0 ? Prefix{} : pool_.prefix(table.blocks[index - 1]);
        const auto own = tokens.subspan(index * static_cast<size_t>(block_size_), static_cast<size_t>(block_size_));
        table.blocks[index] = pool_.publish(table.blocks[index], parent, own);
    }
}

BlockTable PagedCache::fork(const BlockTable& table) {
    for (const BlockId block : table.blocks) pool_.hold(block);
    return table;
}

void PagedCache::close(BlockTable& table) {
    // Last block first: a prefix must not be evicted before what follows it, which nobody would find without it.
    for (auto block = table.blocks.rbegin(); block != table.blocks.rend(); ++block) pool_.release(*block);
    table = {};
}

int64_t PagedCache::freed_by_closing(std::span<const BlockTable* const> tables) const {
    std::unordered_map<BlockId, int32_t> holds;
    int64_t freed = 0;
    for (const BlockTable* table : tables)
        for (const BlockId block : table->blocks)
            if (++holds[block] == pool_.references(block)) ++freed;
    return freed;
}

int32_t PagedCache::slot(const BlockTable& table, int64_t position) const {
    const BlockId block = table.blocks[static_cast<size_t>(position / block_size_)];
    return static_cast<int32_t>(block * block_size_ + position % block_size_);
}

}  // namespace floe
