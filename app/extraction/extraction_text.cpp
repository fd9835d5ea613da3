#include "app/extraction/document_kind.h"
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

void addList(QString& out, const Extraction& e, const FieldList& list, int count, const QString& word) {
    for (int i = 0; i < count; ++i) {
        QStringList parts;
        for (const QString& member : list.members)
            if (const Field* field = e.find(listPath(list.name, i, member))) parts += valueOf(*field);
        out += QString("  %1 %2\n").arg(QString("%1 %2").arg(word).arg(i + 1), -22).arg(parts.join(" | "));
    }
}

}  // namespace

QString toText(const Extraction& e) {
    QString out = e.file;
    if (!e.pageRange.isEmpty()) out += (e.pageRange.contains('-') ? ", pages " : ", page ") + e.pageRange;
    out += '\n';
    if (e.problem) return out + "  " + e.problem->sentence + '\n';
    out += QString("  %1, %2 %3, read from %4 in %5 s\n")
               .arg(kindWords(e.kind))
               .arg(e.pages)
               .arg(e.pages == 1 ? "page" : "pages")
               .arg(e.source == "xml"   ? "the e-invoice inside"
                    : e.source == "ocr" ? "a scan"
                                        : "its text")
               .arg(e.seconds, 0, 'f', 1);
    if (!e.note.isEmpty()) out += "  " + e.note + '\n';
    for (const QString& path : headerPaths())
        if (const Field* field = e.find(path)) out += QString("  %1 %2\n").arg(labelOf(path), -22).arg(valueOf(*field));
    addList(out, e, fieldLists()[0], e.lineCount, "line");
    addList(out, e, fieldLists()[1], e.taxCount, "tax rate");
    for (const Check& check : e.checks)
        out += QString("  %1 %2: %3\n")
                   .arg(check.ok         ? "holds"
                        : check.failed() ? "FAILS"
                                         : "note",
                        -22)
                   .arg(check.rule, check.detail);
    return out;
}

}  // namespace floe
