// From logits to a token.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/engine.h"
#include "engine/sampling/constraint.h"

namespace floe {

/// Options that make sense for a vocabulary, or an Error that names the one that doesn't.
Outcome check(const SamplingOptions& options, int64_t vocabulary);

/// The chain, in this order, over the allowed tokens z:
///   logit bias            z += bias
///   repetition penalty r  z = z > 0 ? z / r : z * r             for tokens of the window        Keskar et al. 2019
///   (CTRL) presence, frequency   z -= presence + count * frequency     for tokens of the window temperature T 0: the
///   largest z, the lowest id of equals; else p = softmax(z / T) top-k                 the k most probable top-p the
///   fewest most probable whose sum reaches p                          Holtzman et al. 2019 min-p                 those
///   at least min_p times as probable as the best                    Nguyen et al. 2024 draw                  number
///   `index` of the seed's sequence
/// A logit that is no number counts as minus infinity. One engine thread; keeps work space only, no state of an answer.
class Sampler {
 public:
    explicit Sampler(SamplingOptions options) : options_(std::move(options)) {}

    /// `history`: prompt and answer so far. `index`: how many tokens of the answer there are. `mask`: null allows all.
    /// Returns -1 where nothing is allowed.
    Token choose(std::span<const float> logits, const TokenMask* mask, std::span<const Token> history, int64_t index);

 private:
    struct Candidate {
        Token token;
        double score;  // logit, then probability up to a factor
    };

    bool adjusts() const;
    void adjust(std::span<const Token> history);
    void penalize(std::span<const Token> window);
    void gather(std::span<const float> logits, const TokenMask* mask);
    void keep_top_k();
    void keep_top_p();
    void keep_min_p();
    Token draw(double u) const;
    static bool better(const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.token < b.token;
    }

    SamplingOptions options_;
    std::vector<float> adjusted_;
    std::vector<Candidate> candidates_;
};

/// softmax(logits)[token] among the allowed tokens: how sure the model itself was, before temperature and penalties.
double probability(std::span<const float> logits, const TokenMask* mask, Token token);

}  // namespace floe
