#include "app/documents/reader/html.h"

#include <libxml/HTMLparser.h>

#include <QRegularExpression>
#include <QStringConverter>
#include <map>
#include <memory>
#include <set>

#include "app/documents/reader/plain_text.h"

namespace floe::reader {

namespace {

constexpr int kDeepestElement = 400;
constexpr int kMostSpan = 100;
constexpr size_t kMostColumns = 300;

const std::set<QByteArray> kSilent{"head",   "script", "style",  "title",    "template", "noscript", "object",
                                   "iframe", "svg",    "select", "textarea", "button",   "audio",    "video"};
const std::set<QByteArray> kBlocks{"address", "article", "aside",   "blockquote", "body",     "center",     "dd",
                                   "details", "div",     "dl",      "dt",         "fieldset", "figcaption", "figure",
                                   "footer",  "form",    "header",  "html",       "legend",   "li",         "main",
                                   "nav",     "section", "summary", "caption"};
const std::set<QByteArray> kSetApart{"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "hr", "pre"};

QByteArray nameOf(const xmlNode* node) {
    return QByteArray(reinterpret_cast<const char*>(node->name)).toLower();
}

QString attribute(xmlNode* node, const char* name) {
    xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(value));
    xmlFree(value);
    return text;
}

/// The declarations of a style attribute, without white space, in lower case.
std::map<QString, QString> styleOf(xmlNode* node) {
    std::map<QString, QString> style;
    for (const QString& part : attribute(node, "style").toLower().split(';', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(':');
        if (colon < 0) continue;
        QString value = part.mid(colon + 1).remove("!important");
        style[part.left(colon).trimmed()] = value.simplified().remove(' ');
    }
    return style;
}

bool isZero(const QString& length) {
    static const QRegularExpression zero("^0+(\\.0+)?(px|pt|em|rem|%)?$");
    return zero.match(length).hasMatch();
}

QString valueOf(const std::map<QString, QString>& style, const char* name) {
    const auto found = style.find(QString::fromLatin1(name));
    return found == style.end() ? QString() : found->second;
}

bool isHidden(xmlNode* node, const std::map<QString, QString>& style) {
    return valueOf(style, "display") == "none" || valueOf(style, "visibility") == "hidden" ||
           isZero(valueOf(style, "font-size")) || isZero(valueOf(style, "opacity")) ||
           (isZero(valueOf(style, "max-height")) && valueOf(style, "overflow") == "hidden") ||
           valueOf(style, "mso-hide") == "all" || xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden"));
}

/// Collects text into lines. One for every cell.
class Writer {
 public:
    explicit Writer(int tables) : tables_(tables) {}

    Flow flow;

    void walk(xmlNode* first, int depth) {
        for (xmlNode* node = first; node && depth < kDeepestElement; node = node->next) {
            if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
                text(QString::fromUtf8(reinterpret_cast<const char*>(node->content)));
            else if (node->type == XML_ELEMENT_NODE)
                element(node, depth + 1);
        }
    }

    void endLine() {
        if (!line_.trimmed().isEmpty()) flow.push_back(lineOf(line_.trimmed()));
        line_.clear();
        spaces_ = 0;
    }

 private:
    /// White space is one space; a run of three spaces that do not break is meant to part.
    void text(const QString& text) {
        for (const QChar c : text) {
            if (c == QChar(0xA0)) {
                ++spaces_;
                if (spaces_ == 3) line_ += '\t';
            }
            if (c.isSpace()) {
                if (!line_.isEmpty() && !line_.back().isSpace()) line_ += ' ';
            } else if (c != QChar(0x200B) && c != QChar(0x200C) && c != QChar(0xFEFF) && c != QChar(0xAD) &&
                       c != QChar(0x34F)) {  // marks that print nothing, with which mails fill their preview
                line_ += c;
                spaces_ = 0;
            }
        }
    }

    void element(xmlNode* node, int depth) {
        const QByteArray name = nameOf(node);
        if (kSilent.contains(name)) return;
        const std::map<QString, QString> style = styleOf(node);
        if (isHidden(node, style)) return;
        if (name == "br") return endLine();
        if (name == "img") return text(" " + attribute(node, "alt") + " ");
        if (name == "table" && tables_ < kDeepestTable) return table(node, depth);
        if (name == "pre") return preformatted(node);
        const QString display = valueOf(style, "display");
        if (display.endsWith("flex") && !valueOf(style, "flex-direction").startsWith("column") &&
            tables_ < kDeepestTable)
            return sideBySide(node, depth);
        const bool apart = kSetApart.contains(name);
        const bool block =
            (apart || kBlocks.contains(name) || name == "tr" || display == "block") && !display.startsWith("inline");
        if (valueOf(style, "float") == "right" || name == "td" || name == "th") line_ += '\t';
        if (block) endLine();
        if (apart) addGap(flow);
        walk(node->children, depth);
        if (block) endLine();
        if (apart) addGap(flow);
    }

    void preformatted(xmlNode* node) {
        endLine();
        xmlChar* content = xmlNodeGetContent(node);
        for (FlowBlock& block : printedLines(QString::fromUtf8(reinterpret_cast<const char*>(content))))
            flow.push_back(std::move(block));
        xmlFree(content);
    }

    FlowCell cellOf(xmlNode* node, int depth) const {
        Writer inner(tables_ + 1);
        inner.walk(node->children, depth + 1);
        inner.endLine();
        FlowCell cell;
        cell.blocks = std::move(inner.flow);
        cell.span = std::clamp(attribute(node, "colspan").toInt(), 1, kMostSpan);
        return cell;
    }

    void sideBySide(xmlNode* node, int depth) {
        endLine();
        FlowRow row;
        for (xmlNode* child = node->children; child; child = child->next)
            if (child->type == XML_ELEMENT_NODE && !kSilent.contains(nameOf(child)) && !isHidden(child, styleOf(child)))
                row.cells.push_back(cellOf(child, depth));
        if (row.cells.empty()) return walk(node->children, depth);
        flow.push_back({FlowBlock::Kind::Table, {}, {std::move(row)}});
    }

    /// Cells that reach down over rows push the cells of these rows aside.
    void rows(xmlNode* first, int depth, std::vector<FlowRow>& rows, std::map<size_t, int>& below) const {
        for (xmlNode* node = first; node && depth < kDeepestElement; node = node->next) {
            if (node->type != XML_ELEMENT_NODE || isHidden(node, styleOf(node))) continue;
            const QByteArray name = nameOf(node);
            if (name == "thead" || name == "tbody" || name == "tfoot")
                this->rows(node->children, depth + 1, rows, below);
            if (name != "tr") continue;
            FlowRow row;
            size_t column = 0;
            std::map<size_t, int> next;
            const auto passDown = [&] {
                for (auto cell = below.find(column); cell != below.end(); cell = below.find(column)) {
                    if (cell->second > 1) next[column] = cell->second - 1;
                    row.cells.emplace_back();
                    ++column;
                }
            };
            for (xmlNode* child = node->children; child; child = child->next) {
                const bool isCell = child->type == XML_ELEMENT_NODE && (nameOf(child) == "td" || nameOf(child) == "th");
                if (!isCell || isHidden(child, styleOf(child))) continue;
                passDown();
                if (column >= kMostColumns) break;
                FlowCell cell = cellOf(child, depth);
                const int down = std::min(attribute(child, "rowspan").toInt(), kMostSpan);
                for (int i = 0; i < cell.span; ++i, ++column)
                    if (down > 1) next[column] = down - 1;
                row.cells.push_back(std::move(cell));
            }
            passDown();
            below = std::move(next);
            rows.push_back(std::move(row));
        }
    }

    void table(xmlNode* node, int depth) {
        endLine();
        FlowBlock table{FlowBlock::Kind::Table, {}, {}};
        std::map<size_t, int> below;
        rows(node->children, depth, table.rows, below);
        flow.push_back(std::move(table));
    }

    int tables_;
    QString line_;
    int spaces_ = 0;  // that do not break, in a row
};

}  // namespace

bool looksLikeHtml(const QByteArray& head) {
    static const QRegularExpression tag("<(!doctype\\s+html|html|head|body|table|div|p|center|meta)[\\s>]",
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression root("<(!doctype\\s+html|html)[\\s>]", QRegularExpression::CaseInsensitiveOption);
    const QString text = decoded(head.left(4096)).trimmed();
    return text.startsWith('<') && (text.startsWith("<?xml") ? root : tag).match(text).hasMatch();
}

Flow htmlFlow(const QByteArray& html, const QByteArray& encoding) {
    QByteArray bytes = html, told = encoding;
    if (QStringConverter::encodingForData(bytes)) {
        bytes = decoded(bytes).toUtf8();
        told = "UTF-8";
    } else if (told.isEmpty() && bytes.isValidUtf8()) {
        told = "UTF-8";
    } else if (told.isEmpty() && !bytes.left(2048).toLower().contains("charset")) {
        told = "windows-1252";
    }
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        htmlReadMemory(bytes.constData(), static_cast<int>(bytes.size()), nullptr,
                       told.isEmpty() ? nullptr : told.constData(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
        xmlFreeDoc);
    if (!document) return {};
    Writer writer(0);
    writer.walk(document->children, 0);
    writer.endLine();
    return std::move(writer.flow);
}

}  // namespace floe::reader
