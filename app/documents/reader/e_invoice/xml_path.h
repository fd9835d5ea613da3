// Small paths into XML, by local names: every writer of e-invoices chooses prefixes for itself.
//
//   A/B/C          the first C that is found, all branches tried      A/@unit       an attribute
//   A[B/C=x]/D     only an A with a B/C that says x (upper and lower case are one)
//   A[B!=x]        only an A with a B that says something else        A[B]          only an A that has a B
//   A[!B=x]        only an A without a B that says x; A[!B] only one without a B; A[..][..] only one that fits both
//   [..=$currency] x is the document's currency                       .             the node itself
//
// A value's path puts such paths together:
//   p | q          q where p says nothing
//   p ; q          a line each       p + q    with a space between       p ~ q    with nothing between
//
// Nothing here follows the document's depth by recursion. Numbers of nodes are bounded by the document's size.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <pugixml.hpp>
#include <string_view>

namespace floe::reader {

const char* localName(const pugi::xml_node& node);

/// All text directly in the node, CDATA too, without white space around it.
QString textOf(const pugi::xml_node& node);

/// Paths of one document.
class XmlPath {
 public:
    explicit XmlPath(QString currency = {}) : currency_(std::move(currency)) {}

    /// The nodes of the first alternative that has any, in the document's order. An attribute at the end is ignored.
    QVector<pugi::xml_node> nodes(const pugi::xml_node& from, std::string_view path) const;

    /// The first of them; a null node: none.
    pugi::xml_node node(const pugi::xml_node& from, std::string_view path) const;

    /// What a value's path says; empty: nothing.
    QString value(const pugi::xml_node& from, std::string_view path) const;

    /// Each text that the path finds, not only the first; one path, nothing put together.
    QStringList all(const pugi::xml_node& from, std::string_view path) const;

 private:
    QVector<pugi::xml_node> along(const pugi::xml_node& from, std::string_view path) const;
    bool holds(const pugi::xml_node& node, std::string_view condition) const;
    bool holdsAll(const pugi::xml_node& node, std::string_view conditions) const;  // "[B][!C=x]"; "" holds
    QString joined(const pugi::xml_node& from, std::string_view path, std::string_view signs) const;

    QString currency_;
};

}  // namespace floe::reader
