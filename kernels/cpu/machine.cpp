#include "kernels/cpu/machine.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <thread>

#if defined(__linux__)
#include <sched.h>
#endif
#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace floe {

const char* name(CpuVariant variant) {
    switch (variant) {
        case CpuVariant::scalar:
            return "scalar";
        case CpuVariant::avx2:
            return "avx2";
        case CpuVariant::avx512:
            return "avx512";
    }
    return "unknown";
}

#if defined(__x86_64__)
namespace {

/// Clang's check does not know this name.
bool converts_f16() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_F16C);
}

}  // namespace
#endif

std::vector<CpuVariant> cpu_variants() {
    std::vector<CpuVariant> variants{CpuVariant::scalar};
#if defined(__x86_64__)
    // The compiler's own check also asks whether the system saves the wide registers.
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && converts_f16();
    const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                        __builtin_cpu_supports("avx512vnni");
    if (avx2) variants.push_back(CpuVariant::avx2);
    if (avx2 && avx512) variants.push_back(CpuVariant::avx512);
#endif
    return variants;
}

int physical_cores() {
#if defined(__linux__)
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
        // Two logical processors of one core name the same siblings.
        std::set<std::string> cores;
        for (int i = 0; i < CPU_SETSIZE; ++i) {
            if (!CPU_ISSET(i, &allowed)) continue;
            std::ifstream file("/sys/devices/system/cpu/cpu" + std::to_string(i) + "/topology/thread_siblings_list");
            std::string siblings = "processor " + std::to_string(i);
            std::getline(file, siblings);
            cores.insert(siblings);
        }
        if (!cores.empty()) return static_cast<int>(cores.size());
    }
#endif
    return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace floe
