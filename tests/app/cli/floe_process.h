// Runs the built `floe` as a person would, in a world of its own folder.
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include "support/paths.h"

namespace floe::test {

struct Ran {
    int exit_code = -1;
    QByteArray out, err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
};

inline QString program(const char* name) {
    return QString(binary_dir()) + "/bin/" + QLatin1String(name);
}

inline Ran run_program(const QString& path, const QStringList& arguments, const QByteArray& input = {},
                       int milliseconds = 120000) {
    QProcess process;
    process.start(path, arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished();
        return ran;
    }
    if (process.exitStatus() == QProcess::NormalExit) ran.exit_code = process.exitCode();
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

inline Ran run_floe(const QStringList& arguments, const QByteArray& input = {}) {
    return run_program(program("floe"), arguments, input);
}

inline void write_file(const QString& path, const QByteArray& contents) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("%s cannot be written", qPrintable(path));
    file.write(contents);
}

inline QByteArray read_file(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A small random model of Llama layout in a folder that goes with it.
struct TinyModel {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("tiny.gguf"));

    explicit TinyModel(const QString& type = QStringLiteral("F32")) {
        const Ran made = run_program(program("floe_make_model"), {QStringLiteral("tiny"), type, path});
        if (made.exit_code != 0) qFatal("no model could be made: %s", made.err.constData());
    }
};

}  // namespace floe::test
