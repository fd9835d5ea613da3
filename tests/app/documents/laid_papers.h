// Receipts drawn for tests, and several papers laid on a table or a scanner's glass and taken at once.
#pragma once

#include <QPointF>

#include "drawn_page.h"

namespace floe::test {

inline constexpr int kReceipts = 9;

/// Till paper of 58 to 80 mm with a shop's name, lines, a total and a tax; `number` (0 …) makes each another.
DrawnPage drawnReceipt(int number, double dotsPerInch);
QString totalOf(int number);  // as it is printed there

struct Laid {
    QImage paper;
    QPointF middle;      // millimetres
    double degrees = 0;  // clockwise
};

enum class Ground { Table, Glass };  // dark wood, seen by a camera; a scanner's glass under its white lid

/// `size`: millimetres of ground that are taken. Noise and, on a table, the papers' shadows are in it.
QImage laidOut(const QVector<Laid>& papers, const QSizeF& size, Ground ground, double dotsPerInch);

/// So many receipts in rows, `turns` degrees at most to either side; above 90: any way round. `seed`: another time.
QImage receiptsLaidOut(int count, Ground ground, double turns, double dotsPerInch, unsigned seed = 0);

}  // namespace floe::test
