#include "app/documents/reader/excel_file.h"

#include <map>
#include <set>

#include "app/documents/reader/number_format.h"
#include "app/documents/reader/office_xml.h"

namespace floe::reader {

namespace {

constexpr int kMostColumns = 16'384;
constexpr qint64 kMostCells = 300'000;
constexpr qsizetype kLongestCell = 5000;           // characters
constexpr qint64 kMostLetters = qint64{10} << 20;  // of all cells

/// What all sheets of a file share.
struct Book {
    QStringList strings;
    QStringList formats;  // the code for each cell style
    bool from1904 = false;
};

QString textOf(const pugi::xml_node& item) {  // of a shared or inline string: its text, or that of its runs
    QString text = QString::fromUtf8(child(item, "t").text().get());
    for (const pugi::xml_node& run : item.children())
        if (is(run, "r")) text += QString::fromUtf8(child(run, "t").text().get());
    return text;
}

QStringList stringsOf(ZipFile& file) {
    QStringList strings;
    pugi::xml_document xml;
    parse(xml, file.part("xl/sharedStrings.xml"));
    for (const pugi::xml_node& item : xml.document_element().children())
        if (is(item, "si")) strings.append(textOf(item));
    return strings;
}

QStringList formatsOf(ZipFile& file) {
    pugi::xml_document xml;
    parse(xml, file.part("xl/styles.xml"));
    std::map<int, QString> custom;
    for (const pugi::xml_node& format : child(xml.document_element(), "numFmts").children())
        custom[value(format, "numFmtId").toInt()] = value(format, "formatCode");
    QStringList formats;
    for (const pugi::xml_node& style : child(xml.document_element(), "cellXfs").children()) {
        const int id = value(style, "numFmtId").toInt();
        const auto own = custom.find(id);
        formats.append(own == custom.end() ? builtInFormat(id) : own->second);
    }
    return formats;
}

/// "BC17" is column 54; -1: no such name.
int columnOf(const QString& reference) {
    int column = 0;
    for (const QChar c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + (c.unicode() - 'A' + 1);
        if (column > kMostColumns) return -1;
    }
    return column - 1;
}

QString shown(const pugi::xml_node& cell, const Book& book) {
    const QString type = value(cell, "t");
    if (type == "inlineStr") return textOf(child(cell, "is"));
    const QString stored = QString::fromUtf8(child(cell, "v").text().get());
    if (type == "s") return book.strings.value(stored.toInt());
    if (type == "b") return stored == "1" ? "TRUE" : "FALSE";
    bool number = false;
    const double amount = stored.toDouble(&number);
    if (!type.isEmpty() && type != "n") return stored;
    return number ? shownNumber(amount, book.formats.value(value(cell, "s").toInt()), book.from1904) : stored;
}

std::set<int> hiddenColumns(const pugi::xml_node& sheet) {
    std::set<int> hidden;
    for (const pugi::xml_node& columns : child(sheet, "cols").children()) {
        const QString told = value(columns, "hidden");
        if (told != "1" && told != "true") continue;
        const int last = std::min(value(columns, "max").toInt(), kMostColumns);
        for (int i = std::max(1, value(columns, "min").toInt()); i <= last; ++i) hidden.insert(i - 1);
    }
    return hidden;
}

/// How many columns the cell of this name spans.
std::map<QString, int> spansOf(const pugi::xml_node& sheet) {
    std::map<QString, int> spans;
    for (const pugi::xml_node& merged : child(sheet, "mergeCells").children()) {
        const QStringList corners = value(merged, "ref").split(':');
        if (corners.size() != 2) continue;
        spans[corners[0]] = std::max(1, columnOf(corners[1]) - columnOf(corners[0]) + 1);
    }
    return spans;
}

/// What may still be taken in.
struct Room {
    qint64 cells = kMostCells, letters = kMostLetters;
};

struct PlacedCell {
    int column = 0, span = 1;
    QString text;
};

/// Only columns that some cell uses take part in the table; a wide sheet is mostly empty.
FlowBlock tableOf(const std::vector<std::vector<PlacedCell>>& rows) {
    std::map<int, int> place;  // of a used column among the used ones
    for (const auto& row : rows)
        for (const PlacedCell& cell : row) place[cell.column] = 0;
    int used = 0;
    for (auto& [column, index] : place) index = used++;
    FlowBlock table{FlowBlock::Kind::Table, {}, {}};
    for (const auto& row : rows) {
        FlowRow out;
        int next = 0;
        for (const PlacedCell& cell : row) {
            const int at = place[cell.column];
            if (at < next) continue;  // twice, or under a cell that spans it
            if (at > next) out.cells.push_back({{}, at - next});
            const auto end = place.lower_bound(cell.column + cell.span);
            const int span = std::max(1, (end == place.end() ? used : end->second) - at);
            FlowCell shownCell{{}, span};
            for (const QString& line : cell.text.split('\n')) shownCell.blocks.push_back(lineOf(line.simplified()));
            out.cells.push_back(std::move(shownCell));
            next = at + span;
        }
        table.rows.push_back(std::move(out));
    }
    return table;
}

void addSheet(const pugi::xml_node& sheet, const Book& book, Room& room, Flow& flow) {
    const std::set<int> hidden = hiddenColumns(sheet);
    const std::map<QString, int> spans = spansOf(sheet);
    std::vector<std::vector<PlacedCell>> rows;
    int number = 0;
    for (const pugi::xml_node& row : child(sheet, "sheetData").children()) {
        const QString told = value(row, "hidden");
        const int before = number;
        number = std::max(before + 1, value(row, "r").toInt());
        if (!is(row, "row") || told == "1" || told == "true") continue;
        if (number > before + 1 && !rows.empty()) rows.emplace_back();  // rows that were never filled are not written
        std::vector<PlacedCell> cells;
        int column = -1;
        for (const pugi::xml_node& cell : row.children()) {
            if (!is(cell, "c")) continue;
            const QString name = value(cell, "r");
            column = name.isEmpty() ? column + 1 : columnOf(name);
            if (column < 0 || hidden.count(column)) continue;
            const QString text = shown(cell, book).left(kLongestCell).trimmed();
            if (text.isEmpty() || --room.cells < 0 || (room.letters -= text.size()) < 0) continue;
            const auto span = spans.find(name);
            cells.push_back({column, span == spans.end() ? 1 : span->second, text});
        }
        std::stable_sort(cells.begin(), cells.end(),
                         [](const PlacedCell& a, const PlacedCell& b) { return a.column < b.column; });
        rows.push_back(std::move(cells));
    }
    if (rows.empty()) return;
    flow.push_back(tableOf(rows));
    addGap(flow);
}

}  // namespace

Flow excelFlow(ZipFile& file) {
    Flow flow;
    pugi::xml_document workbook, relations;
    parse(workbook, file.part("xl/workbook.xml"));
    parse(relations, file.part("xl/_rels/workbook.xml.rels"));
    std::map<QString, QString> target;
    for (const pugi::xml_node& relation : relations.document_element().children())
        target[value(relation, "Id")] = value(relation, "Target");
    const QString from1904 = value(child(workbook.document_element(), "workbookPr"), "date1904");
    const Book book{stringsOf(file), formatsOf(file), from1904 == "1" || from1904 == "true"};
    Room room;
    for (const pugi::xml_node& sheet : child(workbook.document_element(), "sheets").children()) {
        const QString state = value(sheet, "state");
        if (state == "hidden" || state == "veryHidden") continue;
        const QString path = target[value(sheet, "id")];
        pugi::xml_document xml;
        parse(xml, file.part(path.startsWith('/') ? path.mid(1) : "xl/" + path));
        addSheet(xml.document_element(), book, room, flow);
    }
    return flow;
}

}  // namespace floe::reader
