#include <QGuiApplication>
#include <QtTest>

#include "support/qt_suites.h"

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    int failed = 0;
    for (const auto& make : floe::test::suites()) failed += QTest::qExec(make().get(), argc, argv);
    return failed;
}
