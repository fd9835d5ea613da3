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

/// A row an item: "line 1", "tax rate 2", "notes 1".
void addLists(QString& out, const Extraction& e) {
    for (qsizetype from = 0, to = 0; from < e.fields.size(); from = to) {
        const QString list = listOf(e.fields[from].path), item = e.fields[from].path.section('.', 0, 1);
        QStringList parts;
        for (to = from; to < e.fields.size() && e.fields[to].path.section('.', 0, 1) == item; ++to)
            parts += valueOf(e.fields[to]);
        if (list.isEmpty()) continue;
        const QString word = list == "lines" ? QString("line") : list == "taxes" ? QString("tax rate") : labelOf(list);
        const QString title = QString("%1 %2").arg(word).arg(item.section('.', 1).toInt() + 1);
        out += QString("  %1 %2\n").arg(title, -22).arg(parts.join(" | "));
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
    for (const QString& path : formPaths())
        if (const Field* field = e.find(path)) out += QString("  %1 %2\n").arg(labelOf(path), -22).arg(valueOf(*field));
    addLists(out, e);
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
