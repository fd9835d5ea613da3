#include "engine/sampling/sampler.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <string>

#include "engine/sampling/random.h"

namespace floe {

namespace {

constexpr float lowest = -std::numeric_limits<float>::infinity();

/// Sums and comparisons below need ordered, finite values at the top.
float ordered(float logit) {
    if (std::isnan(logit)) return lowest;
    return std::min(logit, std::numeric_limits<float>::max());
}

template <class Visit>
void each_allowed(int64_t vocabulary, const TokenMask* mask, Visit visit) {
    if (!mask) {
        for (int64_t t = 0; t < vocabulary; ++t) visit(static_cast<Token>(t));
        return;
    }
    const auto words = mask->words();
    for (size_t w = 0; w < words.size(); ++w)
        for (uint64_t bits = words[w]; bits != 0; bits &= bits - 1) {
            const int64_t t = static_cast<int64_t>(w) * 64 + std::countr_zero(bits);
            if (t < vocabulary) visit(static_cast<Token>(t));
        }
}

/// The largest logit, the lowest id of equals; -1 where nothing is allowed.
Token largest(std::span<const float> logits, const TokenMask* mask) {
    Token best = -1;
    float best_logit = 0;
    each_allowed(static_cast<int64_t>(logits.size()), mask, [&](Token t) {
        const float logit = ordered(logits[static_cast<size_t>(t)]);
        if (best >= 0 && !(logit > best_logit)) return;
        best = t;
        best_logit = logit;
    });
    return best;
}

Error wrong(const std::string& option, const std::string& what) {
    return {Fault::bad_input, "sampling", option + " " + what, "correct the request's " + option};
}

}  // namespace

Outcome check(const SamplingOptions& o, int64_t vocabulary) {
    if (!(o.temperature >= 0 && std::isfinite(o.temperature))) return wrong("temperature", "must be 0 or more");
    if (o.top_k < 0) return wrong("top_k", "must be 0 (off) or more");
    if (!(o.top_p > 0 && o.top_p <= 1)) return wrong("top_p", "must be above 0 and at most 1 (off)");
    if (!(o.min_p >= 0 && o.min_p <= 1)) return wrong("min_p", "must be between 0 (off) and 1");
    if (!(o.repetition_penalty > 0 && std::isfinite(o.repetition_penalty)))
        return wrong("repetition_penalty", "must be above 0 (1 is off)");
    if (!std::isfinite(o.presence_penalty)) return wrong("presence_penalty", "must be a number");
    if (!std::isfinite(o.frequency_penalty)) return wrong("frequency_penalty", "must be a number");
    if (o.penalty_window < 0) return wrong("penalty_window", "must be 0 (off) or more");
    for (const auto& [token, bias] : o.logit_bias) {
        if (token < 0 || token >= vocabulary)
            return wrong("logit_bias", "names the token " + std::to_string(token) + ", but the vocabulary has " +
                                           std::to_string(vocabulary));
        if (std::isnan(bias)) return wrong("logit_bias", "of the token " + std::to_string(token) + " is no number");
    }
    return Done{};
}

Token Sampler::choose(std::span<const float> logits, const TokenMask* mask, std::span<const Token> history,
                      int64_t index) {
    if (adjusts()) {
        adjusted_.assign(logits.begin(), logits.end());
        adjust(history);
        logits = adjusted_;
    }
    if (options_.temperature == 0) return largest(logits, mask);

    gather(logits, mask);
    if (candidates_.empty()) return largest(logits, mask);  // all minus infinity: any is as good
    keep_top_k();
    keep_top_p();
    keep_min_p();
    return draw(uniform(options_.seed, static_cast<uint64_t>(index)));
}

bool Sampler::adjusts() const {
    const bool penalties =
        options_.repetition_penalty != 1 || options_.presence_penalty != 0 || options_.frequency_penalty != 0;
    return !options_.logit_bias.empty() || (penalties && options_.penalty_window > 0);
}

void Sampler::adjust(std::span<const Token> history) {
    for (const auto& [token, bias] : options_.logit_bias) adjusted_[static_cast<size_t>(token)] += bias;
    penalize(history.last(std::min(history.size(), static_cast<size_t>(options_.penalty_window))));
}

void Sampler::penalize(std::span<const Token> window) {
    std::vector<Token> sorted(window.begin(), window.end());
    std::ranges::sort(sorted);
    for (auto it = sorted.begin(); it != sorted.end();) {
        const auto next = std::upper_bound(it, sorted.end(), *it);
        float& logit = adjusted_[static_cast<size_t>(*it)];
        logit = logit > 0 ? logit / options_.repetition_penalty : logit * options_.repetition_penalty;
        logit -= options_.presence_penalty + static_cast<float>(next - it) * options_.frequency_penalty;
        it = next;
    }
}

/// Candidates in the order of their ids, with exp((logit - largest) / temperature).
void Sampler::gather(std::span<const float> logits, const TokenMask* mask) {
    candidates_.clear();
    double most = lowest;
    each_allowed(static_cast<int64_t>(logits.size()), mask, [&](Token t) {
        const double logit = ordered(logits[static_cast<size_t>(t)]);
        if (logit == lowest) return;
        candidates_.push_back({t, logit});
        most = std::max(most, logit);
    });
    for (Candidate& c : candidates_) c.score = std::exp((c.score - most) / options_.temperature);
}

void Sampler::keep_top_k() {
    const auto k = static_cast<size_t>(options_.top_k);
    if (k == 0 || k >= candidates_.size()) return;
    std::partial_sort(candidates_.begin(), candidates_.begin() + options_.top_k, candidates_.end(), better);
    candidates_.resize(k);
}

void Sampler::keep_top_p() {
    if (options_.top_p >= 1) return;
    double total = 0;
    for (const Candidate& c : candidates_) total += c.score;
    // Mostly a few hold nearly all: sort as many as needed, a growing piece at a time.
    double sum = 0;
    size_t sorted = 0, kept = 0;
    for (size_t piece = 64; kept < candidates_.size(); piece *= 4) {
        const size_t end = std::min(candidates_.size(), sorted + piece);
        const auto from = candidates_.begin() + static_cast<std::ptrdiff_t>(sorted);
        const auto to = candidates_.begin() + static_cast<std::ptrdiff_t>(end);
        std::partial_sort(from, to, candidates_.end(), better);
        for (sorted = end; kept < sorted;) {
            sum += candidates_[kept++].score;
            if (sum >= options_.top_p * total) return candidates_.resize(kept);
        }
    }
}

void Sampler::keep_min_p() {
    if (options_.min_p > 0) std::erase_if(candidates_, [this](const Candidate& c) { return c.score < options_.min_p; });
}

Token Sampler::draw(double u) const {
    double total = 0;
    for (const Candidate& c : candidates_) total += c.score;
    double left = u * total;
    for (const Candidate& c : candidates_) {
        left -= c.score;
        if (left < 0) return c.token;
    }
    return candidates_.back().token;
}

double probability(std::span<const float> logits, const TokenMask* mask, Token token) {
    const auto vocabulary = static_cast<int64_t>(logits.size());
    const Token best = largest(logits, mask);
    if (best < 0) return 0;
    const double most = ordered(logits[static_cast<size_t>(best)]);
    const double own = ordered(logits[static_cast<size_t>(token)]);
    if (most == lowest) return 0;
    double sum = 0;
    each_allowed(vocabulary, mask, [&](Token t) { sum += std::exp(ordered(logits[static_cast<size_t>(t)]) - most); });
    return std::exp(own - most) / sum;
}

}  // namespace floe
