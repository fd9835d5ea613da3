#include "app/documents/reader/word_file.h"

#include "app/documents/reader/office_paragraph.h"

namespace floe::reader {

namespace {

constexpr int kMostSpan = 200;

class WordWriter : public ParagraphWriter {
 public:
    explicit WordWriter(int tables) : tables_(tables) {}

    void blocks(const pugi::xml_node& parent, int depth) override {
        if (depth > kDeepestXml) return;
        for (const pugi::xml_node& node : parent.children()) {
            if (is(node, "p"))
                paragraph(node, depth + 1);
            else if (is(node, "tbl"))
                table(node, depth + 1);
            else if (is(node, "sdt"))
                blocks(child(node, "sdtContent"), depth + 1);
            else if (is(node, "customXml") || is(node, "ins"))
                blocks(node, depth + 1);
        }
    }

 private:
    void inlines(const pugi::xml_node& parent, int depth) override {
        if (depth > kDeepestXml) return;
        for (const pugi::xml_node& node : parent.children()) {
            if (is(node, "t"))
                line_ += QString::fromUtf8(node.text().get()).replace('\n', ' ');
            else if (is(node, "tab") || is(node, "ptab"))
                line_ += '\t';
            else if (is(node, "br") || is(node, "cr"))
                endLine();
            else if (is(node, "noBreakHyphen"))
                line_ += '-';
            else if (is(node, "txbxContent"))
                boxes_.push_back(node);
            else if (is(node, "r") && isHidden(node))
                continue;
            else if (!is(node, "pPr") && !is(node, "rPr") && !is(node, "del") && !is(node, "moveFrom") &&
                     !is(node, "instrText") &&
                     !is(node, "Fallback"))  // Fallback: the same once more, for older programs
                inlines(node, depth + 1);
        }
    }

    static bool isHidden(const pugi::xml_node& run) {
        const pugi::xml_node vanish = child(child(run, "rPr"), "vanish");
        const QString told = value(vanish, "val");
        return vanish && told != "0" && told != "false";
    }

    void table(const pugi::xml_node& node, int depth) {
        if (tables_ >= kDeepestTable || depth > kDeepestXml) return;
        FlowBlock table{FlowBlock::Kind::Table, {}, {}};
        rows(node, table.rows, depth);
        flow.push_back(std::move(table));
    }

    void rows(const pugi::xml_node& parent, std::vector<FlowRow>& rows, int depth) {
        if (depth > kDeepestXml) return;
        for (const pugi::xml_node& node : parent.children()) {
            if (is(node, "sdt")) this->rows(child(node, "sdtContent"), rows, depth + 1);
            if (!is(node, "tr")) continue;
            FlowRow row;
            const int before = value(child(child(node, "trPr"), "gridBefore"), "val").toInt();
            if (before > 0) row.cells.push_back({{}, std::min(before, kMostSpan)});
            cells(node, row, depth + 1);
            rows.push_back(std::move(row));
        }
    }

    void cells(const pugi::xml_node& parent, FlowRow& row, int depth) {
        if (depth > kDeepestXml) return;
        for (const pugi::xml_node& node : parent.children()) {
            if (is(node, "sdt")) cells(child(node, "sdtContent"), row, depth + 1);
            if (!is(node, "tc")) continue;
            WordWriter inner(tables_ + 1);
            inner.blocks(node, depth + 1);
            const int span = value(child(child(node, "tcPr"), "gridSpan"), "val").toInt();
            row.cells.push_back({std::move(inner.flow), std::clamp(span, 1, kMostSpan)});
        }
    }

    int tables_;
};

QString textOf(const Flow& flow) {
    QString text;
    for (const FlowBlock& block : flow) {
        text += block.text + '\n';
        for (const FlowRow& row : block.rows)
            for (const FlowCell& cell : row.cells) text += textOf(cell.blocks);
    }
    return text;
}

}  // namespace

Flow wordFlow(ZipFile& file) {
    QStringList headers, footers;
    for (const QString& name : file.names()) {
        if (name.startsWith("word/header") && name.endsWith(".xml")) headers.append(name);
        if (name.startsWith("word/footer") && name.endsWith(".xml")) footers.append(name);
    }
    headers.sort();
    footers.sort();
    Flow all;
    QStringList told;  // the first page, odd and even ones often have the same header
    for (const QString& name : headers + QStringList{"word/document.xml"} + footers) {
        pugi::xml_document xml;
        parse(xml, file.part(name));
        const pugi::xml_node root = xml.document_element();
        WordWriter writer(0);
        writer.blocks(is(root, "document") ? child(root, "body") : root, 0);
        const QString text = textOf(writer.flow);
        if (text.trimmed().isEmpty() || told.contains(text)) continue;
        told.append(text);
        addGap(all);
        for (FlowBlock& block : writer.flow) all.push_back(std::move(block));
    }
    return all;
}

}  // namespace floe::reader
