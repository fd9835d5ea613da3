// The reader as a fuzzer sees it.
#pragma once

#include <cstddef>
#include <span>

namespace floe::test {

/// Reads `bytes` as a GGUF file and looks at everything in it, its vocabulary too. Whatever the bytes are, it comes
/// back; true where they were taken for a sound file.
bool fuzz_gguf(std::span<const std::byte> bytes);

}  // namespace floe::test
