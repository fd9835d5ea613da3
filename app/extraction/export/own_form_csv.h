// A person's own form of several bills as a table for spreadsheets.
#pragma once

#include <QByteArray>

#include "app/extraction/own_form.h"

namespace floe::exports {

struct OwnFormRow {
    QString file;
    QVector<OwnValue> values;
};

/// A row a bill, a column a value (OwnSchema::columns); the values of a list's lines stand in one cell, with "; "
/// between them; a picture's says where it stands. Behind them one for the columns whose values are derived (found by
/// rules, or made of others). Spelled as toCsv() does.
QByteArray ownFormCsv(const QStringList& columns, const QVector<OwnFormRow>& rows);

}  // namespace floe::exports
