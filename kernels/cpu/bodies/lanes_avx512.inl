// Sixteen lanes of AVX-512 (F, BW, VL, DQ).

constexpr int kLanes = 16;
constexpr int kTileRows = 6, kTileOuts = 4;  // of float products: 24 sums, 4 weights and 1 input in 32 registers
constexpr int kTogether = 4;                 // query heads that share a look at keys and values

using Lanes = __m512;

inline __mmask16 first(int64_t n) {
    return static_cast<__mmask16>((1u << n) - 1);
}

inline Lanes all(float x) {
    return _mm512_set1_ps(x);
}
inline Lanes load(const float* p) {
    return _mm512_loadu_ps(p);
}
inline Lanes load(const float* p, int64_t n) {
    return _mm512_maskz_loadu_ps(first(n), p);
}
inline Lanes widen_bf16(__m256i bits) {
    return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(bits), 16));
}
inline __m256i load_halves(const void* p) {
    return _mm256_loadu_si256(static_cast<const __m256i*>(p));
}
inline __m256i load_halves(const void* p, int64_t n) {
    return _mm256_maskz_loadu_epi16(first(n), p);
}
inline Lanes load(const F16* p) {
    return _mm512_cvtph_ps(load_halves(p));
}
inline Lanes load(const F16* p, int64_t n) {
    return _mm512_cvtph_ps(load_halves(p, n));
}
inline Lanes load(const BF16* p) {
    return widen_bf16(load_halves(p));
}
inline Lanes load(const BF16* p, int64_t n) {
    return widen_bf16(load_halves(p, n));
}
inline void store(float* p, Lanes a) {
    _mm512_storeu_ps(p, a);
}
inline void store(float* p, Lanes a, int64_t n) {
    _mm512_mask_storeu_ps(p, first(n), a);
}
inline __m256i narrow(Lanes a) {
    return _mm512_cvtps_ph(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}
inline void store(F16* p, Lanes a) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), narrow(a));
}
inline void store(F16* p, Lanes a, int64_t n) {
    _mm256_mask_storeu_epi16(p, first(n), narrow(a));
}

inline Lanes add(Lanes a, Lanes b) {
    return _mm512_add_ps(a, b);
}
inline Lanes sub(Lanes a, Lanes b) {
    return _mm512_sub_ps(a, b);
}
inline Lanes mul(Lanes a, Lanes b) {
    return _mm512_mul_ps(a, b);
}
inline Lanes div(Lanes a, Lanes b) {
    return _mm512_div_ps(a, b);
}
inline Lanes fma(Lanes a, Lanes b, Lanes c) {
    return _mm512_fmadd_ps(a, b, c);
}
inline Lanes least(Lanes a, Lanes b) {
    return _mm512_min_ps(a, b);
}
inline Lanes most(Lanes a, Lanes b) {
    return _mm512_max_ps(a, b);
}

/// 2^k where `shifted` = k + 1.5 * 2^23, k an integer in [-126, 127].
inline Lanes power_of_two(Lanes shifted) {
    const __m512i raised = _mm512_slli_epi32(_mm512_castps_si512(shifted), 23);
    return _mm512_castsi512_ps(_mm512_add_epi32(raised, _mm512_set1_epi32(0x3f800000)));
}

/// Lanes l and l + 8, then l and l + 4, then l and l + 2, then the last two.
inline float sum(Lanes a) {
    const __m256 h = _mm256_add_ps(_mm512_castps512_ps256(a), _mm512_extractf32x8_ps(a, 1));
    __m128 s = _mm_add_ps(_mm256_castps256_ps128(h), _mm256_extractf128_ps(h, 1));
    s = _mm_add_ps(s, _mm_movehl_ps(s, s));
    return _mm_cvtss_f32(_mm_add_ss(s, _mm_movehdup_ps(s)));
}
/// The sums of four vectors, to four neighbouring floats.
inline void store_sums(float* to, const Lanes v[4]) {
    const Lanes ab = add(_mm512_unpacklo_ps(v[0], v[1]), _mm512_unpackhi_ps(v[0], v[1]));
    const Lanes cd = add(_mm512_unpacklo_ps(v[2], v[3]), _mm512_unpackhi_ps(v[2], v[3]));
    const __m512d low = _mm512_unpacklo_pd(_mm512_castps_pd(ab), _mm512_castps_pd(cd));
    const __m512d high = _mm512_unpackhi_pd(_mm512_castps_pd(ab), _mm512_castps_pd(cd));
    const Lanes sums = add(_mm512_castpd_ps(low), _mm512_castpd_ps(high));
    const __m256 half = _mm256_add_ps(_mm512_castps512_ps256(sums), _mm512_extractf32x8_ps(sums, 1));
    _mm_storeu_ps(to, _mm_add_ps(_mm256_castps256_ps128(half), _mm256_extractf128_ps(half, 1)));
}
inline float largest(Lanes a) {
    const __m256 h = _mm256_max_ps(_mm512_castps512_ps256(a), _mm512_extractf32x8_ps(a, 1));
    __m128 s = _mm_max_ps(_mm256_castps256_ps128(h), _mm256_extractf128_ps(h, 1));
    s = _mm_max_ps(s, _mm_movehl_ps(s, s));
    return _mm_cvtss_f32(_mm_max_ss(s, _mm_movehdup_ps(s)));
}
