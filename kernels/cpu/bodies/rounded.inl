// Activations rounded to 8 bits for block weights, as they lie in memory: rows in tiles of eight; within a tile group
// after group of kLanes blocks, within a group the eight rows. So a tile is read from one pointer with constant
// distances.

struct Group {
    int8_t quants[kLanes * 32];
    float scales[kLanes];
    int32_t corrections[kLanes];  // what a block's product needs because its weights are lifted: - lift * sum of quants
};

constexpr int64_t kTile = 8;

inline int64_t groups_of(int64_t width) {
    return (width / 32 + kLanes - 1) / kLanes;
}

/// Group 0 of a row; its next group lies kTile further.
inline Group* groups_at(std::byte* rounded, int64_t groups, int64_t row) {
    return reinterpret_cast<Group*>(rounded) + row / kTile * groups * kTile + row % kTile;
}

int64_t rounded_bytes(int64_t rows, int64_t width) {
    return (rows + kTile - 1) / kTile * kTile * groups_of(width) * static_cast<int64_t>(sizeof(Group));
}

/// Where the first half of a block of a group stands, and how far the second is: all first halves of blocks j, 4 + j, 8
/// + j, … are neighbours, then their second halves.
constexpr int64_t kHalf = kLanes * 4;
inline int64_t place_of(int64_t block) {
    return block % 4 * (2 * kHalf) + block / 4 * 16;
}

/// Rounds 32 values: quant = value / scale to the nearest, scale = largest magnitude / 127.
inline void round_block(const float* x, int32_t lift, Group& to, int64_t block) {
    constexpr int kVectors = 32 / kLanes;
    Lanes v[kVectors], magnitude = all(0);
    for (int i = 0; i < kVectors; ++i) {
        v[i] = load(x + i * kLanes);
        magnitude = most(magnitude, most(v[i], sub(all(0), v[i])));
    }
    const float extreme = largest(magnitude);
    const Lanes inverse = all(extreme > 0 ? 127.0f / extreme : 0.0f);
    for (Lanes& part : v) part = mul(part, inverse);
    int8_t* low = to.quants + place_of(block);
    to.scales[block] = extreme / 127.0f;
    to.corrections[block] = -lift * store_rounded(v, low, low + kHalf);
}

void round_rows(const MatMul& op, int64_t first_row, std::byte* rounded, int64_t row, int64_t end) {
    const int64_t blocks = op.x.width() / 32, groups = groups_of(op.x.width());
    const int32_t lift = op.weight.dtype == DType::q4_0 ? 8 : kLiftQ8;
    for (; row < end; ++row) {
        const float* x = row_at<float>(op.x, first_row + row);
        Group* to = groups_at(rounded, groups, row);
        // What is past the last block counts as zero.
        if (blocks % kLanes != 0) std::memset(to + (groups - 1) * kTile, 0, sizeof(Group));
        for (int64_t b = 0; b < blocks; ++b) round_block(x + b * 32, lift, to[b / kLanes * kTile], b % kLanes);
    }
}
