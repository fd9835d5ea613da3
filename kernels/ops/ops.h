// The one list of operations. An operation is a value that says what to compute; a backend runs each of them.
// Each header beside this one holds an operation: its formula, shapes, limits, source, and bytes(op), what must at
// least move.
#pragma once

#include <variant>

#include "kernels/ops/attention.h"
#include "kernels/ops/elementwise.h"
#include "kernels/ops/embed.h"
#include "kernels/ops/matmul.h"
#include "kernels/ops/paged_kv.h"
#include "kernels/ops/rms_norm.h"
#include "kernels/ops/rope.h"

namespace floe {

template <class... Ops>
struct OpList {
    using Variant = std::variant<Ops...>;
};

using AllOps = OpList<Embed, RmsNorm, MatMul, Rope, StoreKv, CopyBlocks, Attention, SwiGlu, Add, GatherRows>;
using Op = AllOps::Variant;

}  // namespace floe
