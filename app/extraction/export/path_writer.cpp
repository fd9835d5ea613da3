#include "app/extraction/export/path_writer.h"

namespace floe::exports {

namespace {

/// Characters that XML cannot hold are left out; a value may come from a page.
QString allowed(const QString& text) {
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += c;
            out += text[++i];
        } else if (c == '\t' || c == '\n' || (c.unicode() >= 0x20 && !c.isSurrogate() && c.unicode() < 0xfffe)) {
            out += c;
        }
    }
    return out;
}

}  // namespace

PathWriter::PathWriter(const char* root, const QVector<QPair<QString, QString>>& spaces) : xml_(&bytes_) {
    xml_.setAutoFormatting(true);
    xml_.setAutoFormattingIndent(2);
    xml_.writeStartDocument();
    xml_.writeStartElement(QString::fromLatin1(root));
    for (const auto& [prefix, space] : spaces)
        xml_.writeAttribute(prefix.isEmpty() ? QString("xmlns") : "xmlns:" + prefix, space);
}

void PathWriter::closeTo(qsizetype depth) {
    for (; open_.size() > depth; open_.removeLast()) xml_.writeEndElement();
}

void PathWriter::openPath(const QStringList& steps) {
    qsizetype shared = 0;
    while (shared < std::min(steps.size(), open_.size()) && steps[shared] == open_[shared]) ++shared;
    closeTo(shared);
    for (const QString& step : steps.mid(shared)) {
        xml_.writeStartElement(step);
        open_ += step;
    }
}

void PathWriter::put(const QString& path, const QString& value, const QVector<Attribute>& attributes) {
    const QString text = allowed(value).trimmed();
    if (text.isEmpty()) return;
    QStringList steps = path.split('/');
    const QString leaf = steps.takeLast();
    openPath(steps);
    xml_.writeStartElement(leaf);
    for (const Attribute& attribute : attributes)
        if (!attribute.value.isEmpty()) xml_.writeAttribute(QString::fromLatin1(attribute.name), attribute.value);
    xml_.writeCharacters(text);
    xml_.writeEndElement();
}

void PathWriter::putRows(const QString& base, const QHash<QString, QString>& values, const QVector<Row>& rows) {
    for (const Row& row : rows) {
        QVector<Attribute> attributes;
        if (row.attribute) attributes.append({row.attribute, values.value(row.said)});
        put(base + row.path, values.value(row.field), attributes);
    }
}

void PathWriter::open(const QString& path) {
    openPath(path.split('/'));
}

QByteArray PathWriter::finish() {
    closeTo(0);
    xml_.writeEndDocument();
    return bytes_;
}

}  // namespace floe::exports
