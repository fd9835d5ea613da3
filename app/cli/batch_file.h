// The two files of `floe batch`: requests, one a line, and answers, one a line.
#pragma once

#include <fstream>
#include <set>
#include <string>

#include "app/cli/common.h"

namespace floe::cli {

/// One line of the requests' file.
struct BatchLine {
    std::string id;  // as given, or the line's number
    Request request;
    std::optional<Error> error;  // the line is not a usable request
};

/// Reads one line: {"id", "prompt" | "messages", "max_tokens", "temperature", "top_k", "top_p", "min_p", "seed",
/// "stop", "schema", "source"}. `number` counts from 1 and stands in for a missing id.
BatchLine parse_batch_line(const std::string& line, int64_t number, const Engine& engine);

/// Answers that are there already. Opening keeps the whole ones, drops a half-written last line and answers that were
/// errors (they are tried again), and appends from there.
class AnswerFile {
 public:
    static Result<AnswerFile> open(const std::string& path);
    bool holds(const std::string& id) const { return ids_.count(id) > 0; }
    int64_t count() const { return static_cast<int64_t>(ids_.size()); }
    Outcome append(const std::string& id, const Json& answer);

 private:
    std::string path_;
    std::ofstream out_;
    std::set<std::string> ids_;
};

}  // namespace floe::cli
