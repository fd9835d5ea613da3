// XML written by paths: elements open and close as the paths ask, so that an export is a list of (path, value) in the
// schema's order.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>
#include <QVector>
#include <QXmlStreamWriter>

namespace floe::exports {

/// Not copied; finish() gives the bytes.
class PathWriter {
 public:
    struct Attribute {
        const char* name;
        QString value;
    };

    /// `root` with its prefix, `spaces` as pairs of prefix ("" for the default) and namespace.
    PathWriter(const char* root, const QVector<QPair<QString, QString>>& spaces);

    /// "a:B/a:C": what the path shares with the open elements stays open, the last step is always a new element.
    /// An empty value writes nothing.
    void put(const QString& path, const QString& value, const QVector<Attribute>& attributes = {});

    /// A value of a bill and its place below a base.
    struct Row {
        const char* path;
        QString field;
        const char* attribute = nullptr;
        QString said = {};  // the field that the attribute has
    };
    void putRows(const QString& base, const QHash<QString, QString>& values, const QVector<Row>& rows);

    /// An element that must be there even when nothing is in it.
    void open(const QString& path);

    /// The next path opens all of its elements anew: for items of a list.
    void fresh() { closeTo(0); }

    QByteArray finish();

 private:
    void closeTo(qsizetype depth);
    void openPath(const QStringList& steps);

    QByteArray bytes_;
    QXmlStreamWriter xml_;
    QStringList open_;  // below the root
};

}  // namespace floe::exports
