// What qpdf tells of a PDF: how its pages lie, and the e-invoice that may be attached to it.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTransform>
#include <QVector>

#include "app/documents/document.h"

namespace floe::reader {

struct PdfFacts {
    bool encrypted = false;       // and cannot be opened without a password
    QVector<QTransform> toShown;  // a page: from Qt's coordinates, which forget crop and rotation, to the page as shown
    QVector<QByteArray> invoices;  // attached XML, that under the known names of e-invoices first
    QVector<Link> links;           // to the web, on the page as shown; at most kMostLinks
    QByteArray order;              // an attached order-x.xml; empty: none
};

/// Never fails: what cannot be told is left out (no transform: identity).
PdfFacts pdfFacts(const QString& path, const QString& password = {});

}  // namespace floe::reader
