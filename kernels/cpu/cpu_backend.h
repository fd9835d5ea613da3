// The processor as a backend: one portable body an operation, compiled for several instruction sets, the best chosen at
// start.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kernels/backend.h"

namespace floe {

/// Instruction sets that kernels are compiled for, least first.
enum class CpuVariant { scalar, avx2, avx512 };

const char* name(CpuVariant variant);

/// Those that this machine can run, least first; never empty.
std::vector<CpuVariant> cpu_variants();

/// threads >= 1 (the calling thread is one of them); 0 takes as many as the machine has physical cores.
/// The same operations on the same data give the same bits with every number of threads, and a row the same bits
/// whatever other rows an operation has. Scratch memory grows when an operation needs more than any before, else run()
/// allocates nothing.
std::unique_ptr<Backend> make_cpu_backend(int threads = 0);
std::unique_ptr<Backend> make_cpu_backend(int threads, CpuVariant variant);

}  // namespace floe
