// The parts of a UBL invoice that stand in a file of their own: for ubl.cpp alone.
#pragma once

#include "app/extraction/export/bill_facts.h"
#include "app/extraction/export/path_writer.h"

namespace floe::exports::ubl {

/// Allowances and charges of the bill, its taxes and its sums, in the schema's order.
void putSums(PathWriter& xml, const BillFacts& bill);

void putLine(PathWriter& xml, const BillFacts& bill, int at);

}  // namespace floe::exports::ubl
