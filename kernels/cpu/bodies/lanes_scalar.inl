// Eight lanes in plain C++: for every processor; compilers turn the loops into what the baseline has.

constexpr int kLanes = 8;
constexpr int kTileRows = 2, kTileOuts = 2;  // of float products
constexpr int32_t kLiftQ8 = 0;
constexpr int kTogether = 2;  // query heads that share a look at keys and values

struct Lanes {
    float v[kLanes];
};

template <class F>
inline Lanes each(F f) {
    Lanes r;
    for (int i = 0; i < kLanes; ++i) r.v[i] = f(i);
    return r;
}

inline Lanes all(float x) {
    return each([=](int) { return x; });
}
inline Lanes load(const float* p) {
    return each([=](int i) { return p[i]; });
}
inline Lanes load(const float* p, int64_t n) {
    return each([=](int i) { return i < n ? p[i] : 0.0f; });
}
inline Lanes load(const F16* p) {
    return each([=](int i) { return f32_from_f16(p[i].bits); });
}
inline Lanes load(const F16* p, int64_t n) {
    return each([=](int i) { return i < n ? f32_from_f16(p[i].bits) : 0.0f; });
}
inline Lanes load(const BF16* p) {
    return each([=](int i) { return f32_from_bf16(p[i].bits); });
}
inline Lanes load(const BF16* p, int64_t n) {
    return each([=](int i) { return i < n ? f32_from_bf16(p[i].bits) : 0.0f; });
}
inline void store(float* p, Lanes a) {
    for (int i = 0; i < kLanes; ++i) p[i] = a.v[i];
}
inline void store(float* p, Lanes a, int64_t n) {
    for (int i = 0; i < n; ++i) p[i] = a.v[i];
}
inline void store(F16* p, Lanes a) {
    for (int i = 0; i < kLanes; ++i) p[i].bits = f16_from_f32(a.v[i]);
}
inline void store(F16* p, Lanes a, int64_t n) {
    for (int i = 0; i < n; ++i) p[i].bits = f16_from_f32(a.v[i]);
}

inline Lanes add(Lanes a, Lanes b) {
    return each([=](int i) { return a.v[i] + b.v[i]; });
}
inline Lanes sub(Lanes a, Lanes b) {
    return each([=](int i) { return a.v[i] - b.v[i]; });
}
inline Lanes mul(Lanes a, Lanes b) {
    return each([=](int i) { return a.v[i] * b.v[i]; });
}
inline Lanes div(Lanes a, Lanes b) {
    return each([=](int i) { return a.v[i] / b.v[i]; });
}
inline Lanes fma(Lanes a, Lanes b, Lanes c) {
    return each([=](int i) { return a.v[i] * b.v[i] + c.v[i]; });
}
inline Lanes least(Lanes a, Lanes b) {
    return each([=](int i) { return a.v[i] < b.v[i] ? a.v[i] : b.v[i]; });
}
inline Lanes most(Lanes a, Lanes b) {
    return each([=](int i) { return a.v[i] > b.v[i] ? a.v[i] : b.v[i]; });
}

/// 2^k where `shifted` = k + 1.5 * 2^23, k an integer in [-126, 127].
inline Lanes power_of_two(Lanes shifted) {
    return each(
        [=](int i) { return std::bit_cast<float>((std::bit_cast<uint32_t>(shifted.v[i]) << 23) + 0x3f800000u); });
}

inline float sum(Lanes a) {
    for (int half = kLanes / 2; half > 0; half /= 2) {
        for (int i = 0; i < half; ++i) a.v[i] += a.v[i + half];
    }
    return a.v[0];
}
/// The sums of four vectors, to four neighbouring floats.
inline void store_sums(float* to, const Lanes v[4]) {
    for (int i = 0; i < 4; ++i) to[i] = sum(v[i]);
}
inline float largest(Lanes a) {
    float m = a.v[0];
    for (int i = 1; i < kLanes; ++i) m = a.v[i] > m ? a.v[i] : m;
    return m;
}

/// Stores 32 values rounded to whole numbers, in halves; their sum.
inline int32_t store_rounded(const Lanes v[32 / kLanes], int8_t* low, int8_t* high) {
    int32_t total = 0;
    for (int i = 0; i < 32; ++i) {
        // Adding 1.5 * 2^23 rounds to an integer that stands in the low bits.
        const float shifted = v[i / kLanes].v[i % kLanes] + 12582912.0f;
        const auto quant = static_cast<int8_t>(std::bit_cast<int32_t>(shifted) - 0x4b400000);
        (i < 16 ? low[i] : high[i - 16]) = quant;
        total += quant;
    }
    return total;
}
