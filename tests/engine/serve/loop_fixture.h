// A serving loop over the fake model, built in a line.
#pragma once

#include <deque>
#include <numeric>

#include "engine/serve/fakes.h"
#include "engine/serve/serving_loop.h"

namespace floe::test {

constexpr int64_t vocabulary = 48;

inline EngineOptions small_options() {
    EngineOptions options;
    options.context = 128;
    options.kv_tokens = 512;
    options.block_size = 8;
    options.step_tokens = 64;
    options.max_running = 16;
    return options;
}

struct Served {
    explicit Served(const EngineOptions& o = small_options(), FakeTokenizer t = FakeTokenizer::of_size(vocabulary))
        : options(o),
          decoder(decoder_limits(o), vocabulary),
          tokenizer(std::move(t)),
          loop(o, decoder, tokenizer, constraints) {}

    /// Submits; the returned one hears. Ids count from 1.
    Heard& submit(Request request) {
        Heard& heard = heards.emplace_back();
        loop.take(
            Submission{static_cast<RequestId>(heards.size()), std::move(request), heard.callback(), Clock::now()});
        return heard;
    }
    void cancel(RequestId id) { loop.take(Cancellation{id}); }
    bool step() {
        const bool worked = loop.step();
        loop.tell();
        return worked;
    }
    void run() {
        for (int i = 0; i < 100000 && step(); ++i) {
        }
    }
    Heard answer(Request request) {
        Heard& heard = submit(std::move(request));
        run();
        return heard;
    }

    EngineOptions options;
    FakeDecoder decoder;
    FakeTokenizer tokenizer;
    FakeConstraints constraints;
    ServingLoop loop;
    std::deque<Heard> heards;  // they stay where they are
};

/// A prompt of `length` tokens that begins like those of the same `family` and goes its own way after `shared` tokens.
inline std::vector<Token> prompt(int64_t length, uint64_t family = 0, int64_t shared = 0, uint64_t own = 1) {
    std::vector<Token> tokens;
    for (int64_t i = 0; i < length; ++i)
        tokens.push_back(static_cast<Token>(2 + mix((i < shared ? family : own) * 1000 + static_cast<uint64_t>(i)) %
                                                    (vocabulary - 2)));
    return tokens;
}

inline Request request(std::vector<Token> tokens, int64_t max_tokens) {
    Request r;
    r.prompt = std::move(tokens);
    r.max_tokens = max_tokens;
    r.ignore_end = true;
    return r;
}

}  // namespace floe::test
