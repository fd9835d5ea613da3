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

/// A list of the bill, or of a line: an item a node. Several of one name are counted on.
struct ListPart {
    const char* name;   // "notes"; of a line: "allowances"
    const char* nodes;  // from the root, or from the line
    QVector<Row> rows;
    int skip = 0;  // so many of the first nodes, which the header says already
};

/// Prices that the XML has for a quantity, and Floe for one unit.
struct Price {
    const char* member;
    const char* base;  // path of the quantity (BT-149); empty: there is none
};

struct Syntax {
    const char* name;      // "CII", as a person may know it
    const char* currency;  // BT-5, from the root
    const char* type;      // BT-3, from the root
    QString creditNotes;   // its codes that mean a credit note, with spaces around each
    QVector<Part> header;
    const char* lines;       // one node a line, from the root
    const char* passedOver;  // a line that has such a node only groups others or informs; empty: there are none
    QVector<Row> line;
    QVector<Price> prices;  // members of a line
    const char* taxes;      // one node a rate
    QVector<Row> tax;
    QVector<ListPart> lists;   // of the bill
    QVector<ListPart> within;  // of a line
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

/// UBL writes the subject of a note into its text: "#AAK#10 days".
void completeUbl(Values& values);

/// CII has other codes for when the tax is due (BT-8): those of UNTDID 2475 become the standard's, of UNTDID 2005.
void completeCii(Values& values);

/// FatturaPA has no sums of the whole bill: the total where the optional element is missing.
void completeFattura(Values& values);

}  // namespace floe::reader
