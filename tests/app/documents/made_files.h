// Files of other programs' kinds, made in memory: for tests of reading and for hostile ones.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QPair>
#include <QVector>

namespace floe::test {

/// A zip file of these parts, deflated.
QByteArray zipOf(const QVector<QPair<QByteArray, QByteArray>>& parts);

/// A PDF of objects numbered from 1, the first of which is the catalog; written with its table of references.
QByteArray pdfOf(const QByteArrayList& objects);
QByteArray stream(const QByteArray& content, const QByteArray& entries = {});

// Small bills of an invented café, one of each kind.
QByteArray wordBill();
QByteArray excelBill();
QByteArray openTextBill();
QByteArray openSheetBill();
QByteArray htmlBill();
QByteArray mailBill();  // plain text that says little, and HTML
/// A mail with this file attached to a line of text.
QByteArray mailWith(const QByteArray& file, const QByteArray& type, const QByteArray& name);

}  // namespace floe::test
