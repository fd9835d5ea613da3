#include "kernels/cpu/machine.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <thread>

#if defined(__linux__)
#include <sched.h>
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

std::vector<CpuVariant> cpu_variants() {
    return {CpuVariant::scalar};
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
