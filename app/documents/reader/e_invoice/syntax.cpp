#include "app/documents/reader/e_invoice/syntax.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include "app/extraction/decimal.h"
#include "app/extraction/names.h"

namespace floe::reader {

namespace {

using pugi::xml_node;

constexpr int kMostLines = 2000, kMostTaxes = 100;
constexpr int kMostPlaces = 9;  // of a decimal, and of a price that does not divide evenly

QString sumOf(const QStringList& terms) {
    Decimal sum;
    for (const QString& term : terms) {
        const auto value = Decimal::parse(plainDecimal(term));
        const auto next = value ? Decimal::add(sum, *value) : std::nullopt;
        if (!next) return {};
        sum = *next;
    }
    return terms.isEmpty() ? QString() : sum.toString();
}

QString valueOf(const XmlPath& xml, const xml_node& node, const Row& row) {
    switch (row.how) {
        case How::Text:
            return xml.value(node, row.path);
        case How::AllText:
            return xml.all(node, row.path).join('\n');
        case How::Date:
            return isoDate(xml.value(node, row.path));
        case How::Amount:
            return plainDecimal(xml.value(node, row.path));
        case How::Sum:
            return sumOf(xml.all(node, row.path));
    }
    return {};
}

/// Fields of one node; whether there were any.
bool addRows(Values& values, const XmlPath& xml, const xml_node& node, const QVector<Row>& rows,
             const QString& prefix = {}) {
    const qsizetype before = values.size();
    for (const Row& row : rows)
        if (const QString value = valueOf(xml, node, row); !value.isEmpty()) values.append({prefix + row.field, value});
    return values.size() > before;
}

QString perUnit(const QString& price, const QString& base) {
    const auto sum = Decimal::parse(price), units = Decimal::parse(plainDecimal(base));
    if (!sum || !units || units->isZero() || *units == Decimal(1, 0)) return price;
    const auto one = Decimal::divide(*sum, *units, kMostPlaces);
    return one ? one->toString() : price;
}

void addLists(Values& values, const QVector<ListPart>& lists, const XmlPath& xml, const xml_node& from,
              const QString& prefix = {}) {
    QHash<QString, int> counts;
    for (const ListPart& list : lists) {
        int& count = counts[list.name];
        const QVector<xml_node> nodes = xml.nodes(from, list.nodes);
        for (qsizetype i = list.skip; i < nodes.size() && count < kMostItems; ++i)
            count += addRows(values, xml, nodes[i], list.rows, QString("%1%2.%3.").arg(prefix, list.name).arg(count));
    }
}

/// The prices of the line whose values begin at `from`.
void dividePrices(Values& values, qsizetype from, const Syntax& syntax, const XmlPath& xml, const xml_node& line) {
    for (const Price& price : syntax.prices) {
        const QString base = *price.base ? xml.value(line, price.base) : QString();
        for (qsizetype i = from; i < values.size() && !base.isEmpty(); ++i)
            if (values[i].first.section('.', 2) == price.member) values[i].second = perUnit(values[i].second, base);
    }
}

int addLines(Values& values, const Syntax& syntax, const XmlPath& xml, const xml_node& root, QString& note) {
    int kept = 0, passed = 0;
    for (const xml_node& line : xml.nodes(root, syntax.lines)) {
        if (*syntax.passedOver && xml.node(line, syntax.passedOver)) {
            ++passed;
            continue;
        }
        if (kept == kMostLines) {
            note = QString("Only the first %1 lines were read.").arg(kMostLines);
            break;
        }
        const qsizetype before = values.size();
        const QString prefix = QString("lines.%1.").arg(kept);
        addRows(values, xml, line, syntax.line, prefix);
        dividePrices(values, before, syntax, xml, line);
        addLists(values, syntax.within, xml, line, prefix);
        kept += values.size() > before;
    }
    if (passed && note.isEmpty())
        note = passed == 1 ? QString("One line that only groups others or informs was left out.")
                           : QString("%1 lines that only group others or inform were left out.").arg(passed);
    return kept;
}

/// The list that an identifier is of says nothing where the identifier itself is empty.
void dropLoneSchemes(Values& values) {
    static const QString kScheme = "_scheme";
    QSet<QString> said;
    for (const auto& [field, value] : values) said.insert(field);
    values.removeIf([&](const auto& one) {
        return one.first.endsWith(kScheme) && !said.contains(one.first.chopped(kScheme.size()));
    });
}

}  // namespace

QString isoDate(const QString& text) {
    static const QRegularExpression together("^([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{4,6})?$");
    static const QRegularExpression apart("^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[TZ+-].*)?$");
    if (const auto m = together.match(text); m.hasMatch())
        return m.captured(1) + '-' + m.captured(2) + '-' + m.captured(3);
    const auto m = apart.match(text);
    return m.hasMatch() ? m.captured(1) : text;
}

QString plainDecimal(const QString& text) {
    static const QRegularExpression form("^([+-]?)([0-9]*)(?:\\.([0-9]*))?$");
    const auto m = form.match(text);
    if (!m.hasMatch() || (m.captured(2).isEmpty() && m.captured(3).isEmpty())) return text;
    QString places = m.captured(3);
    while (places.size() > kMostPlaces && places.endsWith('0')) places.chop(1);
    QString whole = m.captured(2).isEmpty() ? QString("0") : m.captured(2);
    while (whole.size() > 1 && whole.startsWith('0')) whole.remove(0, 1);
    return (m.captured(1) == "-" ? "-" : "") + whole + (places.isEmpty() ? "" : '.' + places);
}

Values read(const Syntax& syntax, const xml_node& root, QString& note) {
    const XmlPath xml(XmlPath().value(root, syntax.currency));
    const QString type = xml.value(root, syntax.type);
    const bool credit = syntax.creditNotes.contains(' ' + type + ' ');
    Values values{{"kind", credit ? "credit_note" : "bill"}};
    for (const Part& part : syntax.header) addRows(values, xml, xml.node(root, part.base), part.rows);
    addLines(values, syntax, xml, root, note);
    int taxes = 0;
    for (const xml_node& tax : xml.nodes(root, syntax.taxes))
        if (taxes < kMostTaxes) taxes += addRows(values, xml, tax, syntax.tax, QString("taxes.%1.").arg(taxes));
    addLists(values, syntax.lists, xml, root);
    dropLoneSchemes(values);
    return values;
}

}  // namespace floe::reader
