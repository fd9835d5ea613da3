#include "app/extraction/export/own_form_csv.h"

#include <algorithm>

#include "app/extraction/export/bill_facts.h"
#include "app/extraction/export/csv.h"

namespace floe::exports {

QByteArray ownFormCsv(const QStringList& columns, const QVector<OwnFormRow>& rows) {
    QStringList head{QStringLiteral("file")};
    for (const QString& column : columns) head += harmless(column);
    head += QStringLiteral("derived");
    QByteArray out = "\xef\xbb\xbf" + csvRow(head);
    for (const OwnFormRow& row : rows) {
        QStringList cells{harmless(row.file)};
        for (const QString& column : columns) {
            QStringList values;
            for (const OwnValue& value : row.values)
                if (value.column == column && value.field) values += oneLine(value.field->shown());
            cells += harmless(values.join(QStringLiteral("; ")));
        }
        QStringList derived;
        for (const QString& column : columns)
            if (std::any_of(row.values.begin(), row.values.end(), [&](const OwnValue& value) {
                    return value.column == column && value.field && value.field->status == Field::Status::Derived;
                }))
                derived += column;
        out += csvRow(cells << harmless(derived.join(QStringLiteral("; "))));
    }
    return out;
}

}  // namespace floe::exports
