#include "app/resources.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace floe {

QString resource(const QString& name) {
    QStringList roots;
    if (qEnvironmentVariableIsSet("FLOE_RESOURCES")) roots << qEnvironmentVariable("FLOE_RESOURCES");
    if (QCoreApplication::instance())
        roots << QCoreApplication::applicationDirPath() + QStringLiteral("/../share/floe");
    roots << QStringLiteral(FLOE_RESOURCES_OF_SOURCE_TREE);
    for (const QString& root : roots) {
        const QFileInfo file(root + QLatin1Char('/') + name);
        if (file.exists()) return file.canonicalFilePath();
    }
    return {};
}

}  // namespace floe
