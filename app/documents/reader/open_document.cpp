#include "app/documents/reader/open_document.h"

#include <set>

#include "app/documents/reader/office_paragraph.h"

namespace floe::reader {

namespace {

constexpr int kMostSpan = 200;
constexpr int kMostSpaces = 40;
constexpr int kMostRepeated = 100;   // rows or cells with content; empty ones are written with huge counts
constexpr int kMostCells = 100'000;  // that come by repeating

class OpenWriter : public ParagraphWriter {
 public:
    OpenWriter(int tables, const std::set<QString>& hidden) : tables_(tables), hidden_(hidden) {}

    void blocks(const pugi::xml_node& parent, int depth) override {
        if (depth > kDeepestXml) return;
        for (const pugi::xml_node& node : parent.children()) {
            if (is(node, "p") || is(node, "h"))
                paragraph(node, depth + 1);
            else if (is(node, "table"))
                table(node, depth + 1);
            else if (!is(node, "tracked-changes") && !is(node, "forms") && !is(node, "annotation") &&
                     !is(node, "shapes") && node.type() == pugi::node_element)
                blocks(node, depth + 1);  // sections, lists, text boxes
        }
    }

 private:
    void inlines(const pugi::xml_node& parent, int depth) override {
        if (depth > kDeepestXml) return;
        for (const pugi::xml_node& node : parent.children()) {
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
                line_ += QString::fromUtf8(node.value()).replace('\n', ' ').replace('\t', ' ');
            else if (is(node, "tab"))
                line_ += '\t';
            else if (is(node, "s"))
                line_ += std::clamp(value(node, "c").toInt(), 1, kMostSpaces) > 2 ? '\t' : ' ';
            else if (is(node, "line-break"))
                endLine();
            else if (is(node, "frame") || is(node, "text-box"))
                boxes_.push_back(node);
            else if (!is(node, "annotation") && !is(node, "note"))
                inlines(node, depth + 1);
        }
    }

    void table(const pugi::xml_node& node, int depth) {
        if (tables_ >= kDeepestTable || hidden_.contains(value(node, "style-name"))) return;
        FlowBlock table{FlowBlock::Kind::Table, {}, {}};
        rows(node, table.rows, depth);
        flow.push_back(std::move(table));
        addGap(flow);
    }

    void rows(const pugi::xml_node& parent, std::vector<FlowRow>& rows, int depth) {
        if (depth > kDeepestXml) return;
        for (const pugi::xml_node& node : parent.children()) {
            if (is(node, "table-row-group") || is(node, "table-header-rows") || is(node, "table-rows"))
                this->rows(node, rows, depth + 1);
            if (!is(node, "table-row") || value(node, "visibility") == "collapse") continue;
            const FlowRow row = cells(node, depth + 1);
            const int times =
                row.cells.empty() ? 1 : std::clamp(value(node, "number-rows-repeated").toInt(), 1, kMostRepeated);
            for (int i = 0; i < times && (i == 0 || repeated_ < kMostCells); ++i) {
                rows.push_back(row);
                if (i > 0) repeated_ += static_cast<int>(row.cells.size());
            }
        }
    }

    /// Without the empty cells at the end: a sheet has a thousand of them.
    FlowRow cells(const pugi::xml_node& row, int depth) {
        FlowRow out;
        int empty = 0;
        for (const pugi::xml_node& node : row.children()) {
            if (!is(node, "table-cell") && !is(node, "covered-table-cell")) continue;
            const int times = value(node, "number-columns-repeated").toInt();
            OpenWriter inner(tables_ + 1, hidden_);
            inner.blocks(node, depth + 1);
            if (inner.flow.empty() || is(node, "covered-table-cell")) {
                if (!isCovered(node)) empty += std::clamp(times, 1, kMostSpan);
                continue;
            }
            if (empty > 0) out.cells.push_back({{}, std::min(empty, kMostSpan)});
            empty = 0;
            const int span = std::clamp(value(node, "number-columns-spanned").toInt(), 1, kMostSpan);
            for (int i = 0; i < std::clamp(times, 1, kMostRepeated) && (i == 0 || repeated_ < kMostCells); ++i) {
                out.cells.push_back({inner.flow, span});
                if (i > 0) ++repeated_;
            }
            covered_ = span - 1;
        }
        return out;
    }

    /// Cells hidden below one that spans them are written too, one by one or as a run.
    bool isCovered(const pugi::xml_node& node) {
        if (!is(node, "covered-table-cell") || covered_ < 1) return false;
        covered_ -= std::max(1, value(node, "number-columns-repeated").toInt());
        return true;
    }

    int tables_;
    const std::set<QString>& hidden_;  // styles of sheets that are not shown
    int covered_ = 0;
    int repeated_ = 0;
};

}  // namespace

Flow openDocumentFlow(ZipFile& file) {
    pugi::xml_document content, styles;
    parse(content, file.part("content.xml"));
    parse(styles, file.part("styles.xml"));
    std::set<QString> hidden;
    for (const pugi::xml_node& style : child(content.document_element(), "automatic-styles").children())
        if (value(child(style, "table-properties"), "display") == "false") hidden.insert(value(style, "name"));
    OpenWriter writer(0, hidden);
    const pugi::xml_node master = child(child(styles.document_element(), "master-styles"), "master-page");
    const pugi::xml_node body = child(content.document_element(), "body");
    const bool sheet = child(body, "spreadsheet");
    if (!sheet) writer.blocks(child(master, "header"), 0);
    writer.blocks(body, 0);
    if (!sheet) writer.blocks(child(master, "footer"), 0);
    return std::move(writer.flow);
}

}  // namespace floe::reader
