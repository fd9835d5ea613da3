#include "support/paths.h"

namespace floe::test {

const char* source_dir() {
    return FLOE_SOURCE_DIR;
}

const char* binary_dir() {
    return FLOE_BINARY_DIR;
}

}  // namespace floe::test
