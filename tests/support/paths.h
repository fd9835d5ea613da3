// Where the project's sources and its built programs lie. One file alone is compiled with these paths, so that the
// compiler's cache serves every checkout and every preset.
#pragma once

namespace floe::test {

const char* source_dir();  // no slash at its end
const char* binary_dir();  // programs are in its folder bin

}  // namespace floe::test
