#include "app/documents/reader/e_invoice/xml_path.h"

#include <cstring>

namespace floe::reader {

namespace {

using pugi::xml_node;
using View = std::string_view;

View trimmed(View text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Cut at a sign, but not within brackets.
QVector<View> cut(View text, char sign) {
    QVector<View> parts;
    size_t from = 0;
    int inside = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        inside += (text[i] == '[') - (text[i] == ']');
        if (text[i] != sign || inside) continue;
        parts += trimmed(text.substr(from, i - from));
        from = i + 1;
    }
    parts += trimmed(text.substr(from));
    return parts;
}

QString attribute(const xml_node& node, View name) {
    for (const pugi::xml_attribute& a : node.attributes())
        if (name == a.name()) return QString::fromUtf8(a.value()).trimmed();
    return {};
}

/// "@name" at a path's end; empty: none.
View attributeName(View path) {
    const size_t at = path.rfind('@');
    return at == View::npos || path.find(']', at) != View::npos ? View() : path.substr(at + 1);
}

/// Between the parts of a value that is put together.
QString between(char sign) {
    return sign == ';' ? QStringLiteral("\n") : sign == '+' ? QStringLiteral(" ") : QString();
}

}  // namespace

const char* localName(const xml_node& node) {
    const char* colon = std::strchr(node.name(), ':');
    return colon ? colon + 1 : node.name();
}

QString textOf(const xml_node& node) {
    QString text;
    for (const xml_node& part : node.children())
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata)
            text += QString::fromUtf8(part.value());
    return text.trimmed();
}

bool XmlPath::holdsAll(const xml_node& node, View conditions) const {
    while (!conditions.empty()) {
        const size_t end = std::min(conditions.find(']'), conditions.size() - 1);
        if (!holds(node, conditions.substr(1, end - 1))) return false;
        conditions.remove_prefix(end + 1);
    }
    return true;
}

bool XmlPath::holds(const xml_node& node, View condition) const {
    if (condition.front() == '!') return !holds(node, condition.substr(1));
    const size_t equals = condition.find('=');
    if (equals == View::npos) return !along(node, condition).isEmpty();
    const bool differs = equals > 0 && condition[equals - 1] == '!';
    const View wanted = condition.substr(equals + 1);
    const QString says =
        wanted == "$currency" ? currency_ : QString::fromUtf8(wanted.data(), static_cast<qsizetype>(wanted.size()));
    for (const QString& text : all(node, condition.substr(0, equals - differs)))
        if ((text.compare(says, Qt::CaseInsensitive) == 0) != differs) return true;
    return false;
}

QVector<xml_node> XmlPath::along(const xml_node& from, View path) const {
    QVector<xml_node> found{from};
    if (!from) return {};
    for (const View step : cut(path, '/')) {
        if (step == "." || step.empty() || step.front() == '@') continue;
        const size_t bracket = step.find('[');
        const View name = step.substr(0, bracket);
        const View conditions = bracket == View::npos ? View() : step.substr(bracket);
        QVector<xml_node> next;
        for (const xml_node& node : found) {
            if (name == ".") {
                if (holdsAll(node, conditions)) next += node;
                continue;
            }
            for (const xml_node& child : node.children())
                if (child.type() == pugi::node_element && name == localName(child) && holdsAll(child, conditions))
                    next += child;
        }
        found = next;
    }
    return found;
}

QVector<xml_node> XmlPath::nodes(const xml_node& from, View path) const {
    for (const View alternative : cut(path, '|'))
        if (const QVector<xml_node> found = along(from, alternative); !found.isEmpty()) return found;
    return {};
}

xml_node XmlPath::node(const xml_node& from, View path) const {
    return nodes(from, path).value(0);
}

QStringList XmlPath::all(const xml_node& from, View path) const {
    const View name = attributeName(path);
    QStringList texts;
    for (const xml_node& node : along(from, path)) {
        const QString text = name.empty() ? textOf(node) : attribute(node, name);
        if (!text.isEmpty()) texts += text;
    }
    return texts;
}

QString XmlPath::joined(const xml_node& from, View path, View signs) const {
    if (signs.empty()) return all(from, path).value(0);
    QStringList parts;
    for (const View part : cut(path, signs.front()))
        if (const QString text = joined(from, part, signs.substr(1)); !text.isEmpty()) parts += text;
    return parts.join(between(signs.front()));
}

QString XmlPath::value(const xml_node& from, View path) const {
    for (const View alternative : cut(path, '|'))
        if (const QString text = joined(from, alternative, ";+~"); !text.isEmpty()) return text;
    return {};
}

}  // namespace floe::reader
