// Extractions to files of other programs: names of the formats, and which function writes which.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QVector>
#include <optional>

#include "app/extraction/bill.h"
#include "app/extraction/export/bookings.h"

namespace floe::exports {

enum class Format { Json, Csv, CsvLines, Xlsx, Ubl, Cii, Datev, Beancount, Ledger };

/// "json", "csv", "xlsx", "ubl", "cii", "datev", "beancount", "ledger".
std::optional<Format> formatNamed(const QString& name);
QStringList formatNames();

/// E-invoices hold one bill a file; all others hold many.
bool isOneBillAFile(Format format);
QString fileEnding(Format format);  // ".xml"

struct Exported {
    QByteArray bytes;   // empty: it could not be made
    QStringList notes;  // what is missing or was left out, a sentence each, with the bill's file
};

/// `bills` has one bill where isOneBillAFile(). Bills with a problem are left out (JSON: they say it).
Exported exported(Format format, const QVector<Extraction>& bills, const Accounts& accounts = {});

}  // namespace floe::exports
