// The sampling options of `floe complete`, and the same names in the lines of `floe batch`.
#pragma once

#include "app/cli/common.h"

namespace floe::cli {

inline void add_sampling_options(CLI::App& command, SamplingOptions& sampling) {
    command.add_option("--temperature", sampling.temperature, "0: always the likeliest token")
        ->check(CLI::Range(0.0f, 100.0f));
    command.add_option("--top-k", sampling.top_k, "Only the k likeliest tokens (0: off)")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--top-p", sampling.top_p, "Only the likeliest tokens that make up this share (1: off)")
        ->check(CLI::Range(0.0f, 1.0f));
    command.add_option("--min-p", sampling.min_p, "Only tokens at least this likely beside the likeliest (0: off)")
        ->check(CLI::Range(0.0f, 1.0f));
    command.add_option("--repetition-penalty", sampling.repetition_penalty, "1: off")->check(CLI::Range(0.01f, 100.0f));
    command.add_option("--presence-penalty", sampling.presence_penalty, "0: off")->check(CLI::Range(-100.0f, 100.0f));
    command.add_option("--frequency-penalty", sampling.frequency_penalty, "0: off")->check(CLI::Range(-100.0f, 100.0f));
    command.add_option("--seed", sampling.seed, "The same seed gives the same answer");
}

}  // namespace floe::cli
