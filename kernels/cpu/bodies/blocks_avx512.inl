// Whole-number products of 8-bit activations with block weights: AVX-512 VNNI. dpbusd multiplies unsigned by signed
// bytes, so weights are lifted to be unsigned (Q4_0: nibbles as they are, Q8_0: + 128); the lift times the sum of x is
// taken off again.

constexpr int kPanelRows = 8;
constexpr int32_t kLiftQ8 = 128;

using Ints = __m512i;
using Bytes = __m512i;

inline Lanes to_float(Ints a) {
    return _mm512_cvtepi32_ps(a);
}
inline Ints load_ints(const int32_t* p) {
    return _mm512_load_si512(p);
}
inline Ints add_ints(Ints a, Ints b) {
    return _mm512_add_epi32(a, b);
}
inline Bytes load_bytes(const uint8_t* p) {
    return _mm512_load_si512(p);
}
inline Bytes load_bytes(const int8_t* p) {
    return _mm512_load_si512(p);
}
inline void store_bytes(uint8_t* p, Bytes a) {
    _mm512_store_si512(p, a);
}

inline __m128i load_piece(const void* p) {
    return _mm_loadu_si128(static_cast<const __m128i*>(p));
}

/// Pieces of 16 bytes, `step` bytes apart.
inline Bytes pieces(const void* from, int64_t step) {
    const auto* p = static_cast<const std::byte*>(from);
    const __m256i a = _mm256_inserti128_si256(_mm256_castsi128_si256(load_piece(p)), load_piece(p + step), 1);
    p += 2 * step;
    const __m256i b = _mm256_inserti128_si256(_mm256_castsi128_si256(load_piece(p)), load_piece(p + step), 1);
    return _mm512_inserti64x4(_mm512_castsi256_si512(a), b, 1);
}
inline Bytes low_nibbles(Bytes a) {
    return _mm512_and_si512(a, _mm512_set1_epi8(15));
}
inline Bytes high_nibbles(Bytes a) {
    return _mm512_and_si512(_mm512_srli_epi16(a, 4), _mm512_set1_epi8(15));
}
inline Bytes lifted(Bytes a) {
    return _mm512_xor_si512(a, _mm512_set1_epi8(-128));
}

inline short bits_at(const std::byte* p) {
    short bits;
    std::memcpy(&bits, p, sizeof bits);
    return bits;
}

/// F16 scales of kLanes blocks, `step` bytes apart.
inline Lanes scales_at(const void* from, int64_t step) {
    const auto* p = static_cast<const std::byte*>(from);
    return _mm512_cvtph_ps(
        _mm256_set_epi16(bits_at(p + 15 * step), bits_at(p + 14 * step), bits_at(p + 13 * step), bits_at(p + 12 * step),
                         bits_at(p + 11 * step), bits_at(p + 10 * step), bits_at(p + 9 * step), bits_at(p + 8 * step),
                         bits_at(p + 7 * step), bits_at(p + 6 * step), bits_at(p + 5 * step), bits_at(p + 4 * step),
                         bits_at(p + 3 * step), bits_at(p + 2 * step), bits_at(p + step), bits_at(p)));
}

/// Scales of kLanes neighbouring blocks. Two vectors of 32 words hold eight of them, nine words apart.
inline Lanes scales_of(const BlockQ4* w) {
    const auto* p = reinterpret_cast<const std::byte*>(w);
    const __m512i places = _mm512_castsi128_si512(_mm_setr_epi16(0, 9, 18, 27, 36, 45, 54, 63));
    const auto eight = _mm512_permutex2var_epi16(_mm512_loadu_si512(p), places, _mm512_loadu_si512(p + 64));
    const auto more = _mm512_permutex2var_epi16(_mm512_loadu_si512(p + 144), places, _mm512_loadu_si512(p + 208));
    return _mm512_cvtph_ps(_mm256_inserti128_si256(_mm512_castsi512_si256(eight), _mm512_castsi512_si128(more), 1));
}
inline Lanes scales_of(const BlockQ8* w) {
    return scales_at(w, sizeof(BlockQ8));
}

/// Stores 32 values rounded to whole numbers, in halves; their sum.
inline int32_t store_rounded(const Lanes v[2], int8_t* low, int8_t* high) {
    const Ints a = _mm512_cvtps_epi32(v[0]), b = _mm512_cvtps_epi32(v[1]);
    _mm_store_si128(reinterpret_cast<__m128i*>(low), _mm512_cvtepi32_epi8(a));
    _mm_store_si128(reinterpret_cast<__m128i*>(high), _mm512_cvtepi32_epi8(b));
    return _mm512_reduce_add_epi32(_mm512_add_epi32(a, b));
}

/// Piece i of the result holds the sums of piece i of a, b, c and d, each of four numbers.
inline Ints sums_of_pieces(Ints a, Ints b, Ints c, Ints d) {
    const Ints ab = _mm512_add_epi32(_mm512_unpacklo_epi32(a, b), _mm512_unpackhi_epi32(a, b));
    const Ints cd = _mm512_add_epi32(_mm512_unpacklo_epi32(c, d), _mm512_unpackhi_epi32(c, d));
    return _mm512_add_epi32(_mm512_unpacklo_epi64(ab, cd), _mm512_unpackhi_epi64(ab, cd));
}

/// The same where every sum of two numbers fits 16 bits.
inline Ints small_sums_of_pieces(Ints a, Ints b, Ints c, Ints d) {
    const __m512i ones = _mm512_set1_epi16(1);
    const Ints ab = _mm512_madd_epi16(_mm512_packs_epi32(a, b), ones);
    const Ints cd = _mm512_madd_epi16(_mm512_packs_epi32(c, d), ones);
    return _mm512_madd_epi16(_mm512_packs_epi32(ab, cd), ones);
}

/// Transposes four vectors of 32-bit groups within each piece.
inline void transpose_pieces(Bytes v[4]) {
    const Bytes ab = _mm512_unpacklo_epi32(v[0], v[1]), ab_high = _mm512_unpackhi_epi32(v[0], v[1]);
    const Bytes cd = _mm512_unpacklo_epi32(v[2], v[3]), cd_high = _mm512_unpackhi_epi32(v[2], v[3]);
    v[0] = _mm512_unpacklo_epi64(ab, cd);
    v[1] = _mm512_unpackhi_epi64(ab, cd);
    v[2] = _mm512_unpacklo_epi64(ab_high, cd_high);
    v[3] = _mm512_unpackhi_epi64(ab_high, cd_high);
}

/// Products of the halves of a group's blocks: four numbers a block, block 4 i + j in piece i of the j-th vector.
inline Ints dot_halves(Bytes low, Bytes high, const int8_t* x) {
    const Ints sum = _mm512_dpbusd_epi32(_mm512_setzero_si512(), low, load_bytes(x));
    return _mm512_dpbusd_epi32(sum, high, load_bytes(x + sizeof(Bytes)));
}
inline Ints dot_group(const BlockQ4*, const Bytes* low, const Bytes* high, const int8_t* x) {
    const Ints a = dot_halves(low[0], high[0], x), b = dot_halves(low[1], high[1], x + 128);
    const Ints c = dot_halves(low[2], high[2], x + 256), d = dot_halves(low[3], high[3], x + 384);
    return small_sums_of_pieces(a, b, c, d);  // at most 16 * 15 * 127
}
inline Ints dot_group(const BlockQ8*, const Bytes* low, const Bytes* high, const int8_t* x) {
    const Ints a = dot_halves(low[0], high[0], x), b = dot_halves(low[1], high[1], x + 128);
    const Ints c = dot_halves(low[2], high[2], x + 256), d = dot_halves(low[3], high[3], x + 384);
    return sums_of_pieces(a, b, c, d);
}

inline Bytes four_of(const int8_t* x) {
    int32_t bytes;
    std::memcpy(&bytes, x, sizeof bytes);
    return _mm512_set1_epi32(bytes);
}

/// Products of one block of kLanes outputs, a panel, with kRows rows of x that lie `step` bytes apart. Lane = output.
template <class Block, int kRows>
inline void dot_panel(const uint8_t* w, const int8_t* x, const int32_t* corrections, int64_t step, Ints n[kRows]) {
    for (int r = 0; r < kRows; ++r) n[r] = _mm512_set1_epi32(corrections[r * step / 4]);
    for (int k = 0; k < 4; ++k) {
        const Bytes weight = load_bytes(w + k * sizeof(Bytes));
        for (int r = 0; r < kRows; ++r) n[r] = _mm512_dpbusd_epi32(n[r], weight, four_of(x + r * step + k * 4));
    }
    for (int k = 0; k < 4; ++k) {
        const Bytes weight = load_bytes(w + (4 + k) * sizeof(Bytes));
        for (int r = 0; r < kRows; ++r)
            n[r] = _mm512_dpbusd_epi32(n[r], weight, four_of(x + r * step + sizeof(Bytes) + k * 4));
    }
}
