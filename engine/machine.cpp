#include "engine/machine.h"

#include <algorithm>

#include "kernels/cpu/bandwidth.h"

namespace floe {

double measure_read_bandwidth(int threads) {
    return read_bandwidth(std::max(threads, 1));
}

}  // namespace floe
