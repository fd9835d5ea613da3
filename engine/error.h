// What went wrong: a kind that callers branch on, facts, and a sentence for people (what, where, what to do).
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace floe {

enum class Fault { bad_input, damaged_file, unsupported, out_of_memory, device_lost, io, cancelled, internal };

const char* name(Fault kind);  // "damaged file"

using Facts = std::vector<std::pair<std::string, std::string>>;

struct Error {
    Fault kind = Fault::internal;
    std::string subject;  // what it is about: a file, a request, an option
    std::string problem;  // what is wrong and where, without a full stop
    std::string advice;   // what to do, without a full stop; may be empty
    Facts facts;          // for the window and for tests

    std::string sentence() const;  // "subject: problem. advice."
};

/// A value or an Error.
template <class T>
class [[nodiscard]] Result {
 public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }
    T& operator*() { return std::get<0>(state_); }
    const T& operator*() const { return std::get<0>(state_); }
    T* operator->() { return &std::get<0>(state_); }
    const T* operator->() const { return &std::get<0>(state_); }
    const Error& error() const { return std::get<1>(state_); }

 private:
    std::variant<T, Error> state_;
};

struct Done {};
using Outcome = Result<Done>;  // nothing, or an Error

}  // namespace floe
