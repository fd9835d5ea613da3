// Drawn pages (drawn_page.h) with tables of lines, and the lines that are read from them.
#pragma once

#include <QStringList>
#include <QVector>

namespace floe::test {

struct ReadLinesCase {
    const char* name;
    QStringList page;
    QString sums;       // of the form: "net=35.00 total=42.00"
    QStringList lines;  // "description; quantity; unit; price; amount", "-" for what is not there
};
const QVector<ReadLinesCase>& readLinesCases();

}  // namespace floe::test
