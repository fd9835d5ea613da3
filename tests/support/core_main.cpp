// Runs the test objects of one program, without widgets.
#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <memory>

#include "support/test_objects.h"

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    QLocale::setDefault(QLocale::c());
    int failed = 0;
    for (const auto& make : floe::test::testObjects()) {
        const std::unique_ptr<QObject> object(make());
        failed += QTest::qExec(object.get(), argc, argv);
    }
    return failed;
}
