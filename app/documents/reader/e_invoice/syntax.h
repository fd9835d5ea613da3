// What a syntax of e-invoices is to Floe: a table of (field, path), read by one reader.
#pragma once

#include <QPair>
#include <QString>
#include <QVector>
#include <pugixml.hpp>

#include "app/documents/reader/e_invoice/xml_path.h"

namespace floe::reader {

using Values = QVector<QPair<QString, QString>>;  // a field of app/extraction/names.h and what the XML says

enum class How {
    Text,     // the first that says something
    AllText,  // each, a line each
    Date,     // to 2024-04-30
    Amount,   // a decimal
    Sum       // of all, exactly
};

struct Row {
    const char* field;
    const char* path;
    How how = How::Text;
};

/// Fields whose paths begin at one node.
struct Part {
    const char* base;
    QVector<Row> rows;
};

struct Syntax {
    const char* name;      // "CII", as a person may know it
    const char* currency;  // BT-5, from the root
    const char* type;      // BT-3, from the root
    QString creditNotes;   // its codes that mean a credit note, with spaces around each
    QVector<Part> header;
    const char* lines;       // one node a line, from the root
    const char* passedOver;  // a line that has such a node only groups others or informs; empty: there are none
    QVector<Row> line;       // with "unit_price", which is divided by:
    const char* priceBase;   // the quantity that the price is for (BT-149)
    const char* taxes;       // one node a rate
    QVector<Row> tax;
};

/// "kind" ("bill", "credit_note") and all fields that the table finds. Prices are for one unit. `note` gets a sentence
/// where lines were left out.
Values read(const Syntax& syntax, const pugi::xml_node& root, QString& note);

/// "20240430", "2024-04-30+01:00", "2024-04-30T00:00:00" to "2024-04-30"; anything else stays as it is.
QString isoDate(const QString& text);

/// Spelt as our decimals are: "+5" is "5", ".5" is "0.5"; anything that is no number stays as it is.
QString plainDecimal(const QString& text);

const Syntax& cii();
const Syntax& zugferd1();
const Syntax& ubl();
const Syntax& fattura();

/// FatturaPA has no sums of the whole bill: the total where the optional element is missing.
void completeFattura(Values& values);

}  // namespace floe::reader
