// The list of test objects of one test program; each file adds its own.
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <vector>

namespace floe::test {

using MakeTest = std::function<QObject*()>;

inline std::vector<MakeTest>& testObjects() {
    static std::vector<MakeTest> list;
    return list;
}

template <typename Test>
struct AddTest {
    AddTest() {
        testObjects().push_back([] { return new Test; });
    }
};

}  // namespace floe::test
