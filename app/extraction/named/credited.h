// On a credit note two numbers are called a bill's: its own, and that of the bill which it takes back.
#pragma once

#include "app/extraction/named/prints.h"

namespace floe {

/// Whether the document calls itself a credit note. Of long documents only the beginning is looked at.
bool isCreditNote(const PageCells& cells);

/// Where a number stands beside "Credit note No." or a bare "No.", those beside "Invoice No." become
/// Meaning::PrecedingNumber, and that one the document's own. `labels` are the nearest words of each print, folded.
void sortOutCredited(QVector<NamedPrint>& prints, const QStringList& labels);

}  // namespace floe
