// Backends around a backend, written once for every operation of the list: one counts, one fails on purpose.
#pragma once

#include <array>
#include <utility>

#include "kernels/backend.h"

namespace floe {

/// Passes everything on to `inner`, which must outlive it. Each operation asks `before` first; a failure is returned
/// instead of running.
class ForwardingBackend : public Backend {
 public:
    explicit ForwardingBackend(Backend& inner) : inner_(inner) {}

    std::string name() const override { return inner_.name(); }
    std::unique_ptr<Buffer> allocate(int64_t bytes, Status& why) override { return inner_.allocate(bytes, why); }
    std::unique_ptr<Buffer> adopt(std::span<const std::byte> bytes, Status& why) override {
        return inner_.adopt(bytes, why);
    }
    Status upload(Buffer& to, int64_t offset, std::span<const std::byte> from) override {
        return inner_.upload(to, offset, from);
    }
    Status download(const Buffer& from, int64_t offset, std::span<std::byte> to) override {
        return inner_.download(from, offset, to);
    }

 protected:
    /// `kind` is the operation's place in the list, `bytes` what it must at least move.
    virtual Status before(size_t kind, int64_t bytes) = 0;

    Backend& inner_;
};

/// The operations of a ForwardingBackend, one override each.
template <size_t kind, class List>
struct Forwards;
template <size_t kind>
struct Forwards<kind, OpList<>> : ForwardingBackend {
    using Backend::run;
    using ForwardingBackend::ForwardingBackend;
};
template <size_t kind, class First, class... Rest>
struct Forwards<kind, OpList<First, Rest...>> : Forwards<kind + 1, OpList<Rest...>> {
    using Forwards<kind + 1, OpList<Rest...>>::Forwards;
    using Forwards<kind + 1, OpList<Rest...>>::run;
    Status run(const First& op) override {
        if (Status failure = this->before(kind, bytes(op))) return failure;
        return this->inner_.run(op);
    }
};
using ForwardsAll = Forwards<0, AllOps>;

/// Counts operations and the bytes that they must at least move.
class CountingBackend final : public ForwardsAll {
 public:
    using ForwardsAll::ForwardsAll;

    struct Count {
        int64_t runs = 0, bytes = 0;
    };
    /// By place in the list: Op(MatMul{}).index().
    const std::array<Count, std::variant_size_v<Op>>& counts() const { return counts_; }
    Count total() const {
        Count sum;
        for (const Count& one : counts_) sum = {sum.runs + one.runs, sum.bytes + one.bytes};
        return sum;
    }
    void reset() { counts_ = {}; }

 private:
    Status before(size_t kind, int64_t bytes) override {
        counts_[kind] = {counts_[kind].runs + 1, counts_[kind].bytes + bytes};
        return ok;
    }
    std::array<Count, std::variant_size_v<Op>> counts_{};
};

/// Fails one call of each kind that is armed: the n-th from then on (1 is the next), and no other.
class FailingBackend final : public ForwardsAll {
 public:
    using ForwardsAll::ForwardsAll;

    void fail_run(int64_t nth, BackendFailure failure) { run_ = {nth, std::move(failure)}; }
    void fail_allocate(int64_t nth, BackendFailure failure) { allocate_ = {nth, std::move(failure)}; }
    void fail_upload(int64_t nth, BackendFailure failure) { upload_ = {nth, std::move(failure)}; }
    void fail_download(int64_t nth, BackendFailure failure) { download_ = {nth, std::move(failure)}; }

    std::unique_ptr<Buffer> allocate(int64_t bytes, Status& why) override {
        if ((why = allocate_.next())) return nullptr;
        return inner_.allocate(bytes, why);
    }
    std::unique_ptr<Buffer> adopt(std::span<const std::byte> bytes, Status& why) override {
        if ((why = allocate_.next())) return nullptr;
        return inner_.adopt(bytes, why);
    }
    Status upload(Buffer& to, int64_t offset, std::span<const std::byte> from) override {
        if (Status failure = upload_.next()) return failure;
        return inner_.upload(to, offset, from);
    }
    Status download(const Buffer& from, int64_t offset, std::span<std::byte> to) override {
        if (Status failure = download_.next()) return failure;
        return inner_.download(from, offset, to);
    }

 private:
    struct Trap {
        int64_t left = 0;  // calls until it snaps; 0: not armed
        BackendFailure failure{BackendFailure::Kind::device_lost, ""};
        Status next() { return left > 0 && --left == 0 ? Status(failure) : ok; }
    };
    Status before(size_t, int64_t) override { return run_.next(); }

    Trap run_, allocate_, upload_, download_;
};

}  // namespace floe
