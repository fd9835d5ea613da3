#include "app/documents/reader/plain_text.h"

#include <QStringConverter>
#include <QStringList>
#include <QStringTokenizer>
#include <algorithm>
#include <map>

namespace floe::reader {

namespace {

constexpr qsizetype kLooked = 1 << 16;  // bytes or characters by which a file is judged
constexpr int kLinesLooked = 60;
constexpr qsizetype kMostFields = 1000;

/// What Windows-1252 has where Latin-1 has control characters; 0: nothing.
constexpr char16_t kWindows[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

QString windows1252(const QByteArray& bytes) {
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text)
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0) {
            const char16_t meant = kWindows[c.unicode() - 0x80];
            c = QChar(meant ? meant : char16_t(0xFFFD));
        }
    return text;
}

/// UTF-16 without a mark: Western text has a zero in every second byte.
std::optional<QStringConverter::Encoding> unmarkedWide(const QByteArray& bytes) {
    const qsizetype n = std::min<qsizetype>(bytes.size() & ~qsizetype{1}, 1000);
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < n; ++i) zeros[i % 2] += bytes[i] == 0;
    if (n >= 8 && zeros[1] * 10 > n * 4 && zeros[0] * 10 < n) return QStringConverter::Utf16LE;
    if (n >= 8 && zeros[0] * 10 > n * 4 && zeros[1] * 10 < n) return QStringConverter::Utf16BE;
    return {};
}

bool isControl(QChar c) {
    return (c.unicode() < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != QChar(0x1A)) ||
           c == QChar(0x7F) || c == QChar(0xFFFE) || c == QChar(0xFFFF);
}

/// With line ends of one kind, and spaces of one kind.
QString plain(const QString& text) {
    QString plain = text;
    plain.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n').remove(QChar(0x1A)).replace(QChar(0xA0), ' ');
    return plain;
}

/// Fields of a table in the manner of RFC 4180: "…" may hold separators, line ends and "" for a quote. Empty where a
/// quote stays open.
std::vector<QStringList> recordsOf(const QString& text, QChar separator) {
    std::vector<QStringList> records;
    QStringList record;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                field += text[++i];
            else
                quoted = false;
        } else if (c == '"' && field.trimmed().isEmpty()) {
            field.clear();
            quoted = true;
        } else if (c == separator) {
            record.append(field);
            field.clear();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
            record.append(field);
            field.clear();
            records.push_back(record);
            record.clear();
        } else {
            field += c;
        }
    }
    if (quoted) return {};
    if (!field.isEmpty() || !record.isEmpty()) {
        record.append(field);
        records.push_back(record);
    }
    return records;
}

/// "Dear Sir, here is": a comma of prose has a space behind it.
bool isProse(const QString& text) {
    const QString head = text.left(kLooked);
    return head.count(", ") * 2 > head.count(',');
}

bool isBlank(const QStringList& record) {
    return std::all_of(record.begin(), record.end(), [](const QString& field) { return field.trimmed().isEmpty(); });
}

/// Commas and tabs stand in prose and in columns of print too: three lines of at least three fields (two, where a
/// semicolon or bar parts them), and nearly all lines of one number of fields.
bool isTable(const std::vector<QStringList>& records, QChar separator) {
    std::map<qsizetype, int> counts;
    int filled = 0;
    for (const QStringList& record : records) {
        if (isBlank(record)) continue;
        if (++filled > kLinesLooked) break;
        ++counts[record.size()];
    }
    const auto usual = std::max_element(counts.begin(), counts.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    if (usual == counts.end()) return false;
    const bool rare = separator == ';' || separator == '|';
    return usual->second >= (rare ? 2 : 3) && usual->first >= (rare ? 2 : 3) && usual->second * 10 >= filled * 7 &&
           usual->first <= kMostFields;
}

/// A file of a table's rows as it is sold by spreadsheets may begin with a few lines of another width; they are rows
/// too.
Flow tableOf(const std::vector<QStringList>& records) {
    Flow flow;
    FlowBlock table{FlowBlock::Kind::Table, {}, {}};
    const auto close = [&] {
        if (!table.rows.empty()) flow.push_back(table);
        table.rows.clear();
        addGap(flow);
    };
    for (const QStringList& record : records) {
        if (isBlank(record)) {
            close();
            continue;
        }
        FlowRow row;
        for (const QString& field : record.mid(0, kMostFields)) {
            FlowCell cell;
            for (const QString& line : plain(field.trimmed()).split('\n'))
                cell.blocks.push_back(lineOf(line.simplified()));
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    close();
    return flow;
}

}  // namespace

QString decoded(const QByteArray& bytes) {
    if (const auto marked = QStringConverter::encodingForData(bytes)) return QStringDecoder(*marked).decode(bytes);
    if (const auto wide = unmarkedWide(bytes)) return QStringDecoder(*wide).decode(bytes);
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString text = utf8.decode(bytes);
    return utf8.hasError() ? windows1252(bytes) : text;
}

bool isText(const QByteArray& bytes) {
    const QString text = decoded(bytes.left(kLooked & ~qsizetype{3}));
    if (text.trimmed().isEmpty()) return false;
    qsizetype odd = 0;  // signs that hardly any text holds, but a few may be forgiven
    for (const QChar c : text) {
        if (isControl(c)) return false;
        odd += c == QChar(0xFFFD) || (c.unicode() >= 0x80 && c.unicode() < 0xA0);
    }
    return odd * 50 <= text.size();
}

Flow printedLines(const QString& text) {
    Flow flow;
    const QString all = plain(text);
    for (const QStringView line : qTokenize(QStringView(all), u'\n')) {
        if (line.trimmed().isEmpty())
            addGap(flow);
        else
            flow.push_back({FlowBlock::Kind::Print, line.toString(), {}});
    }
    return flow;
}

Flow textFlow(const QString& text) {
    for (const char separator : {';', '\t', '|', ','})
        if (!(separator == ',' && isProse(text)) && isTable(recordsOf(text, separator), separator))
            return tableOf(recordsOf(text, separator));
    return printedLines(text);
}

}  // namespace floe::reader
