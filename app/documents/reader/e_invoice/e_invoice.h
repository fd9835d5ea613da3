// E-invoice XML to the values that Floe knows, exactly as the XML has them. The syntaxes are tables (syntax.h): CII
// (Factur-X, ZUGFeRD 2, XRechnung), ZUGFeRD 1, UBL (Peppol, XRechnung) and FatturaPA.
#pragma once

#include <QByteArray>
#include <QPair>
#include <QString>
#include <QVector>

namespace floe::reader {

inline constexpr qint64 kLargestEInvoice = qint64{16} << 20;  // bytes

struct EInvoice {
    QVector<QPair<QString, QString>> values;  // as Document::invoice; empty: the XML is no bill
    QString note;                             // a sentence on what was left out; empty: nothing
    QString refusal;  // where the XML is another business document or too large: "it is an order (UBL), not a bill."
};

/// Any XML encoding. External entities are never loaded (pugixml has none); nesting and size are bounded.
EInvoice readEInvoice(const QByteArray& xml);

}  // namespace floe::reader
