// E-invoice XML (EN 16931) to the values that Floe knows, exactly as the XML has them.
#pragma once

#include <QByteArray>
#include <QPair>
#include <QString>
#include <QVector>

namespace floe::reader {

/// CII (Factur-X, ZUGFeRD, XRechnung) and UBL invoices. Names as in docs/linearizer.md, in that order; dates as
/// 2024-04-30. Empty: the bytes are neither. External entities are never loaded (pugixml has none).
QVector<QPair<QString, QString>> invoiceValues(const QByteArray& xml);

}  // namespace floe::reader
