// The number formats that a GGUF file can name. Those that we can compute with have a dtype.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kernels/tensor.h"

namespace floe {

struct GgmlType {
    uint32_t id;       // as it stands in the file
    const char* name;  // "Q4_K"
    int64_t block_size, block_bytes;
    std::optional<DType> dtype;  // empty: we know how large it is, no more
};

/// Null where the number is unknown or has been given up by its makers.
const GgmlType* find_ggml_type(uint32_t id);

/// Those with a dtype.
std::vector<std::string> supported_type_names();

}  // namespace floe
