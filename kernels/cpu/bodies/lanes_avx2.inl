// Eight lanes of AVX2 with FMA and F16C.

constexpr int kLanes = 8;
constexpr int kTileRows = 4, kTileOuts = 2;  // of float products: 8 sums, 2 weights and 1 input in 16 registers
constexpr int kTogether = 2;                 // query heads that share a look at keys and values

using Lanes = __m256;

alignas(32) constexpr int32_t kFirst[16] = {-1, -1, -1, -1, -1, -1, -1, -1};
inline __m256i first(int64_t n) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(kFirst + 8 - n));
}

inline Lanes all(float x) {
    return _mm256_set1_ps(x);
}
inline Lanes load(const float* p) {
    return _mm256_loadu_ps(p);
}
inline Lanes load(const float* p, int64_t n) {
    return _mm256_maskload_ps(p, first(n));
}
inline Lanes widen_f16(__m128i bits) {
    return _mm256_cvtph_ps(bits);
}
inline Lanes widen_bf16(__m128i bits) {
    return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(bits), 16));
}
inline __m128i load_halves(const void* p) {
    return _mm_loadu_si128(static_cast<const __m128i*>(p));
}
inline __m128i load_halves(const void* p, int64_t n) {
    uint16_t some[8] = {};
    if (n > 0) std::memcpy(some, p, static_cast<size_t>(n) * 2);
    return load_halves(some);
}
inline Lanes load(const F16* p) {
    return widen_f16(load_halves(p));
}
inline Lanes load(const F16* p, int64_t n) {
    return widen_f16(load_halves(p, n));
}
inline Lanes load(const BF16* p) {
    return widen_bf16(load_halves(p));
}
inline Lanes load(const BF16* p, int64_t n) {
    return widen_bf16(load_halves(p, n));
}
inline void store(float* p, Lanes a) {
    _mm256_storeu_ps(p, a);
}
inline void store(float* p, Lanes a, int64_t n) {
    _mm256_maskstore_ps(p, first(n), a);
}
inline __m128i narrow(Lanes a) {
    return _mm256_cvtps_ph(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}
inline void store(F16* p, Lanes a) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(p), narrow(a));
}
inline void store(F16* p, Lanes a, int64_t n) {
    F16 some[8];
    store(some, a);
    if (n > 0) std::memcpy(p, some, static_cast<size_t>(n) * 2);
}

inline Lanes add(Lanes a, Lanes b) {
    return _mm256_add_ps(a, b);
}
inline Lanes sub(Lanes a, Lanes b) {
    return _mm256_sub_ps(a, b);
}
inline Lanes mul(Lanes a, Lanes b) {
    return _mm256_mul_ps(a, b);
}
inline Lanes div(Lanes a, Lanes b) {
    return _mm256_div_ps(a, b);
}
inline Lanes fma(Lanes a, Lanes b, Lanes c) {
    return _mm256_fmadd_ps(a, b, c);
}
inline Lanes least(Lanes a, Lanes b) {
    return _mm256_min_ps(a, b);
}
inline Lanes most(Lanes a, Lanes b) {
    return _mm256_max_ps(a, b);
}

/// 2^k where `shifted` = k + 1.5 * 2^23, k an integer in [-126, 127].
inline Lanes power_of_two(Lanes shifted) {
    const __m256i raised = _mm256_slli_epi32(_mm256_castps_si256(shifted), 23);
    return _mm256_castsi256_ps(_mm256_add_epi32(raised, _mm256_set1_epi32(0x3f800000)));
}

/// Lanes l and l + 4, then l and l + 2, then the last two.
inline float sum(Lanes a) {
    __m128 s = _mm_add_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
    s = _mm_add_ps(s, _mm_movehl_ps(s, s));
    return _mm_cvtss_f32(_mm_add_ss(s, _mm_movehdup_ps(s)));
}
/// The sums of four vectors, to four neighbouring floats.
inline void store_sums(float* to, const Lanes v[4]) {
    const Lanes sums = _mm256_hadd_ps(_mm256_hadd_ps(v[0], v[1]), _mm256_hadd_ps(v[2], v[3]));
    _mm_storeu_ps(to, _mm_add_ps(_mm256_castps256_ps128(sums), _mm256_extractf128_ps(sums, 1)));
}
inline float largest(Lanes a) {
    __m128 s = _mm_max_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
    s = _mm_max_ps(s, _mm_movehl_ps(s, s));
    return _mm_cvtss_f32(_mm_max_ss(s, _mm_movehdup_ps(s)));
}
