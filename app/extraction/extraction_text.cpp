#include "app/extraction/extraction_json.h"
#include "app/extraction/names.h"

namespace floe {

namespace {

QString labelOf(const QString& path) {
    QString label = path;
    label.replace('.', ' ').replace('_', ' ');
    return label;
}

QString valueOf(const Field& field) {
    QString shown = field.shown();
    shown.replace('\n', ", ");
    if (field.status != Field::Status::Ok && field.status != Field::Status::Xml)
        shown += "  [" + name(field.status) + (field.note.isEmpty() ? "]" : ": " + field.note + "]");
    return shown;
}

}  // namespace

QString toText(const Extraction& e) {
    QString out = e.file + '\n';
    if (e.problem) return out + "  " + e.problem->sentence + '\n';
    out += QString("  %1, %2 %3, read from %4 in %5 s\n")
               .arg(e.kind == "bill" ? "a bill" : "no bill that Floe recognises")
               .arg(e.pages)
               .arg(e.pages == 1 ? "page" : "pages")
               .arg(e.source == "xml"   ? "the e-invoice inside"
                    : e.source == "ocr" ? "a scan"
                                        : "its text")
               .arg(e.seconds, 0, 'f', 1);
    if (!e.note.isEmpty()) out += "  " + e.note + '\n';
    for (const QString& path : headerPaths())
        if (const Field* field = e.find(path)) out += QString("  %1 %2\n").arg(labelOf(path), -15).arg(valueOf(*field));
    for (int i = 0; i < e.lineCount; ++i) {
        QStringList parts;
        for (const QString& name : lineNames())
            if (const Field* field = e.find(linePath(i, name))) parts += valueOf(*field);
        out += QString("  %1 %2\n").arg(QString("line %1").arg(i + 1), -15).arg(parts.join(" | "));
    }
    for (const Check& check : e.checks)
        out += QString("  %1 %2: %3\n").arg(check.ok ? "holds" : "FAILS", -15).arg(check.rule, check.detail);
    return out;
}

}  // namespace floe
