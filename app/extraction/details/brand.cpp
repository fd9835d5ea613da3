#include <QRegularExpression>

#include "app/extraction/details/parts.h"
#include "app/extraction/facts/page_cells.h"
#include "app/extraction/folded.h"

namespace floe::details {

namespace {

using facts::Cell, facts::PageCells;

const QString kBrandOf = QStringLiteral(
    "^(?<name>.{0,50}?)\\s*[,–-]?\\s*(?:(?:is|ist|est|es|è|jest|är|er|é)\\s+)?"
    "(?<says>(?:(?:a|an|the|eine|die|une|la|una|un|een|uma|ett|et)\\s+)?"
    "(?:brand of|(?:Marke|Handelsmarke) (?:der|des|von)|marque (?:de|du|d[’'])|marca (?:de|di|da|do|del|della)|"
    "marchio (?:di|della|del)|merk van|marka (?:firmy|spółki)|varumärke (?:från|av)|(?:vare)?mærke (?:fra|af))"
    "\\s*\\S.*)$");

/// Whether a line of the bill's table stands there: what is sold has brands of its own.
bool isOfLines(const Extraction& e, const Field& place) {
    for (const Field& field : e.fields) {
        if (!field.path.startsWith("lines.") || field.page != place.page || place.page < 0) continue;
        const QRectF row = field.box();
        if (row.top() <= place.box().center().y() && place.box().center().y() <= row.bottom()) return true;
    }
    return false;
}

/// What the seller is called, as letters and digits: its names, and the domain of its website and mail.
QStringList sellerKeys(const Extraction& e) {
    QStringList keys;
    for (const char* path : {"seller.name", "seller.trading_name", "seller.website", "seller.email"})
        if (const Field* field = e.find(path)) keys += lettersAndDigits(field->shown());
    return keys;
}

bool isCalledSo(const QStringList& sellers, const QString& brandKey) {
    if (brandKey.size() < 3) return false;
    for (const QString& key : sellers)
        if (key.contains(brandKey)) return true;
    return false;
}

/// "Tannenhof®": the longest run of words before the sign that the seller is called by.
std::optional<Field> signedBrand(const Extraction& e, const PageCells& cells) {
    static const QRegularExpression form(QStringLiteral("((?:[\\pL\\pN][^\\s®™]*\\s){0,3}[\\pL\\pN][^\\s®™]*)\\s?[®™]"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QStringList sellers = sellerKeys(e);
    for (const Cell& cell : cells.all()) {
        const auto match = form.match(cell.text);
        if (!match.hasMatch()) continue;
        for (qsizetype from = match.capturedStart(1); from < match.capturedEnd(1);) {
            const QString name = cell.text.mid(from, match.capturedEnd(1) - from);
            if (isCalledSo(sellers, lettersAndDigits(name))) {
                Field field = copied(cells.page(), cell.begin + from, cell.begin + match.capturedEnd(), 0.7);
                field.value = name.trimmed();
                field.note =
                    QStringLiteral("The page marks the name as a brand (%1).").arg(cell.text[match.capturedEnd() - 1]);
                if (!isOfLines(e, field)) return field;
            }
            const qsizetype blank = cell.text.indexOf(' ', from);
            if (blank < 0) break;
            from = blank + 1;
        }
    }
    return {};
}

/// "Lumo is a brand of Licht AG"; without a name before it, it is said of the name that the seller trades under.
std::optional<Field> saidBrand(const Extraction& e, const PageCells& cells) {
    static const QRegularExpression form = facts::anyCase(kBrandOf);
    for (const Cell& cell : cells.all()) {
        const auto match = form.match(cell.text);
        if (!match.hasMatch()) continue;
        const QString before = match.captured("name").trimmed();
        const qsizetype from = before.isEmpty() ? match.capturedStart("says") : match.capturedStart("name");
        Field field = copied(cells.page(), cell.begin + from, cell.begin + cell.text.size(), 0.7);
        if (isOfLines(e, field) || before.count(' ') > 4) continue;
        const Field* trading = e.find("seller.trading_name");
        const Field* name = trading ? trading : e.find("seller.name");
        if (before.isEmpty() && !name) continue;
        field.value = before.isEmpty() ? name->shown() : before;
        field.status = before.isEmpty() ? Field::Status::Derived : Field::Status::Ok;
        field.note = QStringLiteral("The page says “%1”.").arg(match.captured("says").trimmed());
        return field;
    }
    return {};
}

}  // namespace

std::optional<Field> brand(const Extraction& extraction, const PageText& page) {
    const PageCells cells(page);
    if (auto marked = signedBrand(extraction, cells)) return marked;
    return saidBrand(extraction, cells);
}

}  // namespace floe::details
