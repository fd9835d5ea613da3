// A backend owns buffers and runs every operation of the list in ops/ops.h. One that lacks an operation does not
// compile.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "kernels/ops/ops.h"

namespace floe {

/// Why a backend could not do as asked. An error value, never an abort.
struct BackendFailure {
    enum class Kind { out_of_memory, device_lost, unsupported } kind;
    std::string detail;
};
using Status = std::optional<BackendFailure>;  // empty: done
inline constexpr std::nullopt_t ok = std::nullopt;

template <class Op>
struct RunsOne {
    virtual ~RunsOne() = default;
    virtual Status run(const Op& op) = 0;
};

template <class List>
struct RunsAll;
template <class... Ops>
struct RunsAll<OpList<Ops...>> : RunsOne<Ops>... {
    using RunsOne<Ops>::run...;
};

/// Used from one thread at a time. Operations run in the order given; `download` waits for those before it.
/// Nothing is allocated inside run(). Contents are reached through upload and download only, never behind the
/// interface's back.
class Backend : public RunsAll<AllOps> {
 public:
    /// For people: "CPU, AVX-512 VNNI, 2 threads".
    virtual std::string name() const = 0;

    /// Zeroed memory of `bytes` (64-byte aligned), or null with `why` set.
    virtual std::unique_ptr<Buffer> allocate(int64_t bytes, Status& why) = 0;

    /// Read-only contents that outlive the buffer (a mapped file). The processor uses them in place, a device copies
    /// them.
    virtual std::unique_ptr<Buffer> adopt(std::span<const std::byte> bytes, Status& why) = 0;

    virtual Status upload(Buffer& to, int64_t offset, std::span<const std::byte> from) = 0;
    virtual Status download(const Buffer& from, int64_t offset, std::span<std::byte> to) = 0;
};

/// Runs whichever operation `op` holds.
inline Status run(Backend& backend, const Op& op) {
    return std::visit([&](const auto& o) { return backend.run(o); }, op);
}

}  // namespace floe
