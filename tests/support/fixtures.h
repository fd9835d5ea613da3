// Where results of other programs lie: FLOE_FIXTURES, or ../shared/fixtures beside the project. Tests that lack theirs
// are skipped.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "support/paths.h"

namespace floe::test {

inline std::filesystem::path fixture(const std::string& name) {
    const char* set = std::getenv("FLOE_FIXTURES");
    std::filesystem::path root =
        set ? std::filesystem::path(set) : std::filesystem::path(source_dir()) / ".." / "shared" / "fixtures";
    return root / name;
}

}  // namespace floe::test

/// First line of a GoogleTest that needs a fixture.
#define FLOE_NEEDS_FIXTURE(name)                             \
    if (!std::filesystem::exists(floe::test::fixture(name))) \
    GTEST_SKIP() << "the fixture " << (name) << " is not here (set FLOE_FIXTURES to the folder that holds it)"
