// Products with block weights. Within a block whole numbers, so exact in any order; lane l of a sum takes blocks l, l +
// kLanes, … in order, then the lanes are added in a fixed tree. Two ways keep to that order and so give the same bits:
// - few rows: weights stream by once, a group of kLanes blocks of one output at a time, lane = block;
// - many rows: weights of kLanes outputs are unpacked into a panel, lane = output, and the blocks pass lane after lane.

template <class Block>
struct WeightGroup {
    Bytes low[4], high[4];  // first and second halves of blocks j, 4 + j, 8 + j, …
    Lanes scales;
};

inline void load_halves_of(const BlockQ4* w, int64_t step, Bytes& low, Bytes& high) {
    const Bytes both = pieces(w->nibbles, step);
    low = low_nibbles(both);
    high = high_nibbles(both);
}
inline void load_halves_of(const BlockQ8* w, int64_t step, Bytes& low, Bytes& high) {
    low = lifted(pieces(w->quants, step));
    high = lifted(pieces(w->quants + 16, step));
}

template <class Block>
inline void load_group(const Block* w, WeightGroup<Block>& to) {
    for (int j = 0; j < 4; ++j) load_halves_of(w + j, 4 * sizeof(Block), to.low[j], to.high[j]);
    to.scales = scales_of(w);
}

template <class Block, int kRows>
inline void add_group(const Block* w, const Group* x, Lanes acc[kRows]) {
    WeightGroup<Block> weights;
    load_group(w, weights);
    for (int r = 0; r < kRows; ++r) {
        const Ints lifted_sums = dot_group(w, weights.low, weights.high, x[r].quants);
        const Ints sums = add_ints(lifted_sums, load_ints(x[r].corrections));
        acc[r] = fma(to_float(sums), mul(weights.scales, load(x[r].scales)), acc[r]);
    }
}

template <class Block, int kRows>
inline void few_rows(const MatMulPart& part, int64_t row, int64_t out, int64_t end) {
    const int64_t blocks = part.op.x.width() / 32, whole = blocks / kLanes, rest = blocks % kLanes;
    const Group* x = groups_at(part.rounded, groups_of(part.op.x.width()), row);
    for (; out < end; ++out) {
        const Block* w = row_at<Block>(part.op.weight, out);
        Lanes acc[kRows];
        for (int r = 0; r < kRows; ++r) acc[r] = all(0);
        for (int64_t g = 0; g < whole; ++g) add_group<Block, kRows>(w + g * kLanes, x + g * kTile, acc);
        if (rest > 0) {
            Block last[kLanes] = {};
            std::memcpy(last, w + whole * kLanes, static_cast<size_t>(rest) * sizeof(Block));
            add_group<Block, kRows>(last, x + whole * kTile, acc);
        }
        for (int r = 0; r < kRows; ++r) finish(part.op, part.first_row + row + r, out, sum(acc[r]));
    }
}

/// One block of kLanes outputs, unpacked: byte group k of output o at bytes[(k * kLanes + o) * 4].
struct PanelBlock {
    uint8_t bytes[kLanes * 32];
    float scales[kLanes];
};

template <class Block>
inline void unpack_block(const Block* w, int64_t row_bytes, PanelBlock& to) {
    Bytes low[4], high[4];
    for (int j = 0; j < 4; ++j) {
        const auto* row = reinterpret_cast<const Block*>(reinterpret_cast<const std::byte*>(w) + j * row_bytes);
        load_halves_of(row, 4 * row_bytes, low[j], high[j]);
    }
    transpose_pieces(low);
    transpose_pieces(high);
    for (int k = 0; k < 4; ++k) {
        store_bytes(to.bytes + k * sizeof(Bytes), low[k]);
        store_bytes(to.bytes + (4 + k) * sizeof(Bytes), high[k]);
    }
    store(to.scales, scales_at(w, row_bytes));
}

/// Reads blocks as they lie in memory, and places them in the order of use: lane 0's, lane 1's, …
template <class Block>
void unpack_panel(const MatMul& op, int64_t out, PanelBlock* panel) {
    const int64_t blocks = op.x.width() / 32, whole = blocks / kLanes, rest = blocks % kLanes;
    const Block* w = row_at<Block>(op.weight, out);
    for (int64_t b = 0; b < blocks; ++b) {
        const int64_t lane = b % kLanes, before = lane * whole + std::min(lane, rest);
        unpack_block(w + b, op.weight.row_bytes, panel[before + b / kLanes]);
        // Many rows run apart here, too many for the processor to guess what comes next.
        const int64_t read = b * kLanes * static_cast<int64_t>(sizeof(Block));
        fetch_ahead(w, kLanes * op.weight.row_bytes + read, kLanes * sizeof(Block));
    }
}

inline void finish_lanes(const MatMul& op, int64_t row, int64_t out, Lanes value) {
    float* to = row_at<float>(op.out, row) + out;
    if (!op.bias.empty()) value = add(value, load(elements<float>(op.bias) + out));
    store(to, op.accumulate ? add(load(to), value) : value);
}

template <class Block, int kRows>
inline void panel_rows(const MatMulPart& part, const PanelBlock* panel, int64_t row, int64_t out) {
    const int64_t blocks = part.op.x.width() / 32, groups = groups_of(part.op.x.width());
    const Group* x = groups_at(part.rounded, groups, row);
    Lanes sums[kLanes][kRows];
    for (int64_t lane = 0; lane < kLanes; ++lane) {
        Lanes acc[kRows];
        for (int r = 0; r < kRows; ++r) acc[r] = all(0);
        const Group* group = x;
        for (int64_t b = lane; b < blocks; b += kLanes, group += kTile, ++panel) {
            Ints n[kRows];
            dot_panel<Block, kRows>(panel->bytes, group->quants + place_of(lane), group->corrections + lane,
                                    sizeof(Group), n);
            const Lanes scales = load(panel->scales);
            for (int r = 0; r < kRows; ++r) {
                acc[r] = fma(to_float(n[r]), mul(scales, all(group[r].scales[lane])), acc[r]);
            }
        }
        for (int r = 0; r < kRows; ++r) sums[lane][r] = acc[r];
    }
    // The tree of sum(): lanes l and l + half.
    for (int half = kLanes / 2; half > 0; half /= 2) {
        for (int lane = 0; lane < half; ++lane) {
            for (int r = 0; r < kRows; ++r) sums[lane][r] = add(sums[lane][r], sums[lane + half][r]);
        }
    }
    // A tile may reach past the last row; what it computes there is dropped.
    for (int r = 0; r < kRows && row + r < part.rows; ++r) {
        finish_lanes(part.op, part.first_row + row + r, out, sums[0][r]);
    }
}

template <class Block>
void many_rows(const MatMulPart& part, int64_t out, int64_t end) {
    auto* panel = reinterpret_cast<PanelBlock*>(part.scratch);
    for (; out + kLanes <= end; out += kLanes) {
        unpack_panel<Block>(part.op, out, panel);
        for (int64_t row = 0, tile; row < part.rows; row += tile) {
            const int64_t left = part.rows - row;
            tile = left > 4 ? kPanelRows : left > 1 ? 4 : 1;
            if (tile == 1) {
                panel_rows<Block, 1>(part, panel, row, out);
            } else if (tile == 4) {
                panel_rows<Block, 4>(part, panel, row, out);
            } else {
                panel_rows<Block, kPanelRows>(part, panel, row, out);
            }
        }
    }
    // Outputs that fill no panel.
    for (int64_t row = 0; row < part.rows && out < end; ++row) few_rows<Block, 1>(part, row, out, end);
}

/// Up to a tile of rows, four at a time; the weights of some outputs stay near until all rows have passed.
template <class Block>
void up_to_tile(const MatMulPart& part, int64_t out, int64_t end) {
    for (; out < end; out += kLanes) {
        const int64_t stop = std::min(out + kLanes, end);
        for (int64_t row = 0; row < part.rows; row += 4) {
            switch (part.rows - row) {
                case 1:
                    few_rows<Block, 1>(part, row, out, stop);
                    break;
                case 2:
                    few_rows<Block, 2>(part, row, out, stop);
                    break;
                case 3:
                    few_rows<Block, 3>(part, row, out, stop);
                    break;
                default:
                    few_rows<Block, 4>(part, row, out, stop);
            }
        }
    }
}

template <class Block>
void block_matmul(const MatMulPart& part, int64_t out, int64_t end) {
    part.rows <= kTile ? up_to_tile<Block>(part, out, end) : many_rows<Block>(part, out, end);
}

int64_t matmul_scratch(const MatMul& op) {
    return op.x.width() / 32 * static_cast<int64_t>(sizeof(PanelBlock));
}
