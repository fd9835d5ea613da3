// Whole-number products of 8-bit activations with block weights: AVX2. maddubs multiplies unsigned by signed bytes and
// adds pairs in 16 bits: nibbles of Q4_0 are taken as they are (8 times the sum of x is taken off again), of Q8_0 the
// sign goes over to x.

constexpr int kPanelRows = 4;
constexpr int32_t kLiftQ8 = 0;

using Ints = __m256i;
using Bytes = __m256i;

inline Lanes to_float(Ints a) {
    return _mm256_cvtepi32_ps(a);
}
inline Ints load_ints(const int32_t* p) {
    return _mm256_load_si256(reinterpret_cast<const __m256i*>(p));
}
inline Ints add_ints(Ints a, Ints b) {
    return _mm256_add_epi32(a, b);
}
inline Bytes load_bytes(const void* p) {
    return _mm256_load_si256(static_cast<const __m256i*>(p));
}
inline void store_bytes(uint8_t* p, Bytes a) {
    _mm256_store_si256(reinterpret_cast<__m256i*>(p), a);
}

inline __m128i load_piece(const void* p) {
    return _mm_loadu_si128(static_cast<const __m128i*>(p));
}

/// Pieces of 16 bytes, `step` bytes apart.
inline Bytes pieces(const void* from, int64_t step) {
    const auto* p = static_cast<const std::byte*>(from);
    return _mm256_inserti128_si256(_mm256_castsi128_si256(load_piece(p)), load_piece(p + step), 1);
}
inline Bytes low_nibbles(Bytes a) {
    return _mm256_and_si256(a, _mm256_set1_epi8(15));
}
inline Bytes high_nibbles(Bytes a) {
    return _mm256_and_si256(_mm256_srli_epi16(a, 4), _mm256_set1_epi8(15));
}
inline Bytes lifted(Bytes a) {
    return a;
}

inline short bits_at(const std::byte* p) {
    short bits;
    std::memcpy(&bits, p, sizeof bits);
    return bits;
}

/// F16 scales of kLanes blocks, `step` bytes apart.
inline Lanes scales_at(const void* from, int64_t step) {
    const auto* p = static_cast<const std::byte*>(from);
    return _mm256_cvtph_ps(_mm_set_epi16(bits_at(p + 7 * step), bits_at(p + 6 * step), bits_at(p + 5 * step),
                                         bits_at(p + 4 * step), bits_at(p + 3 * step), bits_at(p + 2 * step),
                                         bits_at(p + step), bits_at(p)));
}

template <class Block>
inline Lanes scales_of(const Block* w) {
    return scales_at(w, sizeof(Block));
}

/// Stores 32 values rounded to whole numbers, in halves; their sum.
inline int32_t store_rounded(const Lanes v[4], int8_t* low, int8_t* high) {
    const Ints a = _mm256_cvtps_epi32(v[0]), b = _mm256_cvtps_epi32(v[1]);
    const Ints c = _mm256_cvtps_epi32(v[2]), d = _mm256_cvtps_epi32(v[3]);
    const Ints words_low = _mm256_packs_epi32(a, b), words_high = _mm256_packs_epi32(c, d);
    // Packing works within pieces; the permutation brings fours back into order.
    const Ints order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    const Ints bytes = _mm256_permutevar8x32_epi32(_mm256_packs_epi16(words_low, words_high), order);
    _mm_store_si128(reinterpret_cast<__m128i*>(low), _mm256_castsi256_si128(bytes));
    _mm_store_si128(reinterpret_cast<__m128i*>(high), _mm256_extracti128_si256(bytes, 1));
    const Ints sums = _mm256_madd_epi16(_mm256_add_epi16(words_low, words_high), _mm256_set1_epi16(1));
    __m128i s = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4e));
    return _mm_cvtsi128_si32(_mm_add_epi32(s, _mm_shuffle_epi32(s, 0xb1)));
}

/// Transposes four vectors of 32-bit groups within each piece.
inline void transpose_pieces(Bytes v[4]) {
    const Bytes ab = _mm256_unpacklo_epi32(v[0], v[1]), ab_high = _mm256_unpackhi_epi32(v[0], v[1]);
    const Bytes cd = _mm256_unpacklo_epi32(v[2], v[3]), cd_high = _mm256_unpackhi_epi32(v[2], v[3]);
    v[0] = _mm256_unpacklo_epi64(ab, cd);
    v[1] = _mm256_unpackhi_epi64(ab, cd);
    v[2] = _mm256_unpacklo_epi64(ab_high, cd_high);
    v[3] = _mm256_unpackhi_epi64(ab_high, cd_high);
}

/// Pairs of products in 16 bits: at most 2 * 15 * 127 of nibbles, 2 * 128 * 127 of bytes.
inline Ints pairs(const BlockQ4*, Bytes w, Bytes x) {
    return _mm256_maddubs_epi16(w, x);
}
inline Ints pairs(const BlockQ8*, Bytes w, Bytes x) {
    return _mm256_maddubs_epi16(_mm256_abs_epi8(w), _mm256_sign_epi8(x, w));
}
inline Ints add_pairs(Ints a) {
    return _mm256_madd_epi16(a, _mm256_set1_epi16(1));
}

/// Products of the halves of a group's blocks: four numbers a block, block 4 i + j in piece i of the j-th vector.
inline Ints dot_halves(const BlockQ4* kind, Bytes low, Bytes high, const int8_t* x) {
    const Bytes first = pairs(kind, low, load_bytes(x)), second = pairs(kind, high, load_bytes(x + sizeof(Bytes)));
    return add_pairs(_mm256_add_epi16(first, second));
}
inline Ints dot_halves(const BlockQ8* kind, Bytes low, Bytes high, const int8_t* x) {
    const Bytes first = pairs(kind, low, load_bytes(x)), second = pairs(kind, high, load_bytes(x + sizeof(Bytes)));
    return _mm256_add_epi32(add_pairs(first), add_pairs(second));
}
template <class Block>
inline Ints dot_group(const Block* kind, const Bytes* low, const Bytes* high, const int8_t* x) {
    const Ints a = dot_halves(kind, low[0], high[0], x), b = dot_halves(kind, low[1], high[1], x + 64);
    const Ints c = dot_halves(kind, low[2], high[2], x + 128), d = dot_halves(kind, low[3], high[3], x + 192);
    return _mm256_hadd_epi32(_mm256_hadd_epi32(a, b), _mm256_hadd_epi32(c, d));
}

inline Bytes four_of(const int8_t* x) {
    int32_t bytes;
    std::memcpy(&bytes, x, sizeof bytes);
    return _mm256_set1_epi32(bytes);
}

/// Adds products of a panel's k-th four inputs: in 16 bits for nibbles (a whole block is at most 16 * 15 * 127), else
/// in 32.
inline Ints add_fours(const BlockQ4* kind, Ints n, Bytes w, Bytes x) {
    return _mm256_add_epi16(n, pairs(kind, w, x));
}
inline Ints add_fours(const BlockQ8* kind, Ints n, Bytes w, Bytes x) {
    return _mm256_add_epi32(n, add_pairs(pairs(kind, w, x)));
}
inline Ints in_full(const BlockQ4*, Ints n) {
    return add_pairs(n);
}
inline Ints in_full(const BlockQ8*, Ints n) {
    return n;
}

/// Products of one block of kLanes outputs, a panel, with kRows rows of x that lie `step` bytes apart. Lane = output.
template <class Block, int kRows>
inline void dot_panel(const uint8_t* w, const int8_t* x, const int32_t* corrections, int64_t step, Ints n[kRows]) {
    constexpr const Block* kind = nullptr;
    for (int r = 0; r < kRows; ++r) n[r] = _mm256_setzero_si256();
    for (int k = 0; k < 8; ++k) {
        const Bytes weight = load_bytes(w + k * sizeof(Bytes));
        const int64_t at = k / 4 * static_cast<int64_t>(sizeof(Bytes)) + k % 4 * 4;
        for (int r = 0; r < kRows; ++r) n[r] = add_fours(kind, n[r], weight, four_of(x + r * step + at));
    }
    for (int r = 0; r < kRows; ++r) {
        n[r] = _mm256_add_epi32(in_full(kind, n[r]), _mm256_set1_epi32(corrections[r * step / 4]));
    }
}
