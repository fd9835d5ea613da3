// The parts of a CII invoice that stand in a file of their own: for cii.cpp alone.
#pragma once

#include "app/extraction/export/bill_facts.h"
#include "app/extraction/export/path_writer.h"

namespace floe::exports::cii {

void putDate(PathWriter& xml, const QString& path, const QString& iso);

// Of the bill, or of a line: `settlement` is the path of its settlement, with a slash behind it.
void putPeriod(PathWriter& xml, const QString& settlement, const Values& values);
void putReductions(PathWriter& xml, const QString& settlement, const QVector<Values>& all, bool charge);

void putLine(PathWriter& xml, const Values& line, int number);

}  // namespace floe::exports::cii
