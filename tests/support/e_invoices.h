// E-invoices of companies that do not exist, written in every syntax from one set of facts, with the values that a
// reader must find in each. Written apart from the program's own exports, so that one can hold the other.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVector>

namespace floe::test {

using BillValues = QMap<QString, QString>;  // names of app/extraction/names.h, without the list's name and number

struct Address {
    QString street, more, postcode, city, region, country;

    QString joined() const;  // as Floe shows it
};

struct InvoiceFacts {
    bool credit = false;
    BillValues header;
    Address seller, buyer, delivery, representative;
    QVector<BillValues> lines;  // "xml_price", "xml_gross", "xml_discount": for the quantity "price_quantity"
    QVector<BillValues> taxes;
    QMap<QString, QVector<BillValues>> lists;  // "notes", …

    QVector<BillValues> of(const QString& list) const { return lists.value(list); }
};

/// Members of a line's list: "allowances.0.amount" is "amount" of the first of "allowances".
QVector<BillValues> within(const BillValues& line, const QString& list);

/// Two tax rates, allowances, an advance; a price for a hundred pieces. Every field of the form is there.
InvoiceFacts fullInvoice(bool credit = false);

enum class Profile { Minimum, BasicWl, Basic, En16931, Extended, XRechnung };

QByteArray ciiXml(const InvoiceFacts& invoice, Profile profile);
QByteArray zugferd1Xml(const InvoiceFacts& invoice);
QByteArray ublXml(const InvoiceFacts& invoice);
QByteArray fatturaXml(const InvoiceFacts& invoice, int bodies = 1);

/// All values, by whole paths ("lines.0.amount"), that the XML above holds.
BillValues truthOf(const InvoiceFacts& invoice);
BillValues truthOfCii(const InvoiceFacts& invoice, Profile profile);
BillValues truthOfZugferd1(const InvoiceFacts& invoice);
BillValues truthOfFattura(const InvoiceFacts& invoice);

}  // namespace floe::test
