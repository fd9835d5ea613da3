// Several Qt Test classes in one program: each file adds its own, qt_suites_main.cpp runs them all.
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <vector>

namespace floe::test {

using Suites = std::vector<std::function<std::unique_ptr<QObject>()>>;

inline Suites& suites() {
    static Suites all;
    return all;
}

/// static AddSuite<BillsTest> added;
template <class T>
struct AddSuite {
    AddSuite() {
        suites().push_back([] { return std::make_unique<T>(); });
    }
};

}  // namespace floe::test
