#include "app/extraction/labels.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/names.h"
#include "app/extraction/printed_amount.h"
#include "app/extraction/printed_date.h"

namespace floe {

namespace {

constexpr double kUnsure = 0.5;   // below it the model's choice gives way to a label
constexpr double kByLabel = 0.6;  // confidence of what only its label tells

struct Label {
    const char* path;
    const char* words;  // a pattern for the whole label, case aside
};

constexpr Label kLabels[] = {
    {"number",
     "(?:invoice|bill|inv\\.?) ?(?:number|no\\.?|nr\\.?|num\\.?|id|#)|invoice|rechnungs?(?:nummer|-nr\\.?|nr\\.?)|"
     "rechnung nr\\.?|facture n[°ºo]\\.?|num[ée]ro de facture|n[°º] de facture|factura n[°ºo]?\\.?|n[°º] factura|"
     "n[úu]mero de factura|fattura n[°ºr.]*|numero fattura|factuurnummer|numer faktury|faktura nr|fatura n[°º]\\.?"},
    {"issue_date",
     "(?:invoice|issue|bill|billing) date|date of issue|issued(?: on)?|date issued|rechnungsdatum|ausstellungsdatum|"
     "date de facture|date de facturation|date d'[ée]mission|fecha(?: de)? (?:factura|emisi[óo]n|expedici[óo]n)|"
     "data (?:fattura|di emissione|documento)|factuurdatum|data wystawienia|data de emiss[ãa]o"},
    {"due_date",
     "(?:payment )?due(?: date| on| by)?|pay(?:able)? by|f[äa]llig(?: am|keit|keitsdatum)?|zahlbar bis|zahlungsziel|"
     "date d'[ée]ch[ée]ance|[ée]ch[ée]ance|(?:fecha de )?vencimiento|(?:data )?scadenza|vervaldatum|vervaldag|"
     "termin p[łl]atno[śs]ci|(?:data de )?vencimento"},
    {"total",
     "(?:grand |invoice )?total(?: amount)?|gesamtbetrag|gesamtsumme|rechnungsbetrag|gesamt|bruttobetrag|total ttc|"
     "montant ttc|total factura|importe total|totale(?: fattura| documento)?|totaal(?:bedrag)?|razem|[łl][ąa]cznie"},
    {"amount_due",
     "(?:total )?amount (?:due|payable)|balance(?: due)?|total due|zu zahlen|zahlbetrag|offener betrag|net [àa] payer|"
     "reste [àa] payer|total a pagar|totale da pagare|te betalen|do zap[łl]aty"},
};

struct Cell {
    QString text;
    qint64 begin = 0, end = 0;  // bytes of the lined-up text
    int line = 0;
};

QVector<Cell> cellsOf(const QByteArray& text) {
    QVector<Cell> cells;
    int line = 0;
    for (qint64 at = 0, begin = 0; at < text.size(); ++at) {
        if (text[at] != '\t' && text[at] != '\n' && text[at] != '\f') continue;
        if (at > begin) cells.append({QString::fromUtf8(text.mid(begin, at - begin)), begin, at, line});
        line += text[at] == '\n';
        begin = at + 1;
    }
    return cells;
}

/// A value within a cell: bytes of its text.
struct Run {
    QString text;
    qint64 begin = 0, end = 0;
};

class Labels {
 public:
    Labels(const PageText& page, DecimalSign sign)
        : lined_(page.lined), cells_(cellsOf(page.lined.text)), sign_(sign) {}

    /// The first value whose label is the field's; of sums the last, since they stand below what they add up.
    std::optional<Run> find(const Label& label) const {
        const QRegularExpression form(
            QString("^ *(?:%1) *[:.#]* *(?=[^\\pL]|$)").arg(label.words),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        const bool sum = kindOf(label.path) == ValueKind::Amount;
        std::optional<Run> found;
        for (int i = 0; i < cells_.size() && (sum || !found); ++i) {
            const auto match = form.match(cells_[i].text);
            if (!match.hasMatch()) continue;
            if (const auto run = valueOf(label, i, match.capturedEnd())) found = run;
        }
        return found;
    }

 private:
    /// Beside its label, in the next cell, or (never a sum: that would be the first line under a table's head) below.
    std::optional<Run> valueOf(const Label& label, int cell, qsizetype labelEnd) const {
        static const QRegularExpression aside("^[ (]*(?:in[ck]l|inc\\b|ttc|brutto|[A-Z]{3}\\b|[€$£])",
                                              QRegularExpression::CaseInsensitiveOption);
        const Cell& labelled = cells_[cell];
        const bool sum = kindOf(label.path) == ValueKind::Amount;
        const QString rest = labelled.text.mid(labelEnd);
        if (!rest.trimmed().isEmpty()) {
            if (const auto run = valueIn(label, labelled, labelEnd)) return run;
            if (!sum || !aside.match(rest).hasMatch()) return {};
        }
        if (cell + 1 < cells_.size() && cells_[cell + 1].line == labelled.line)
            if (const auto run = valueIn(label, cells_[cell + 1], 0)) return run;
        const Cell* below = sum ? nullptr : cellBelow(labelled);
        return below ? valueIn(label, *below, 0) : std::nullopt;
    }

    const Cell* cellBelow(const Cell& upper) const {
        for (const CellLink& link : lined_.links)
            if (link.from == upper.end)
                for (const Cell& cell : cells_)
                    if (cell.begin == link.to) return &cell;
        return nullptr;
    }

    bool fits(const QString& path, const QString& text) const {
        switch (kindOf(path)) {
            case ValueKind::Date:
                return text.size() < 40 && !readDate(text).isEmpty();
            case ValueKind::Amount:
                return readAmount(text, sign_) && text.size() < 30;
            default:
                break;
        }
        static const QRegularExpression number("^[\\w/.-]*[0-9][\\w/.-]*$");
        return number.match(text).hasMatch() && readDate(text).isEmpty();
    }

    /// The rest of a cell from a character on, without signs before it; of a number the first word.
    std::optional<Run> valueIn(const Label& label, const Cell& cell, qsizetype from) const {
        while (from < cell.text.size() && (cell.text[from] == ' ' || cell.text[from] == '#')) ++from;
        QString text = cell.text.mid(from);
        if (kindOf(label.path) == ValueKind::Text) text = text.section(' ', 0, 0);
        if (!fits(label.path, text)) return {};
        const qint64 begin = cell.begin + cell.text.left(from).toUtf8().size();
        return Run{text, begin, begin + text.toUtf8().size()};
    }

    const LinedText& lined_;
    QVector<Cell> cells_;
    DecimalSign sign_;
};

Field fieldOf(const QString& path, const Run& run, const PageText& page) {
    Field field;
    field.path = path;
    field.text = run.text;
    field.confidence = kByLabel;
    placeRun(field, page.pages, page.lined, run.begin, run.end);
    return field;
}

using Found = QHash<QString, Field>;

const Field* fieldAt(const QVector<Field>& fields, const QString& path) {
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.path == path; });
    return it == fields.end() ? nullptr : &*it;
}

void take(QVector<Field>& fields, const QString& path) {
    fields.erase(std::remove_if(fields.begin(), fields.end(), [&](const Field& f) { return f.path == path; }),
                 fields.end());
}

bool standsOn(const Field* field, const Found& found, const QString& path) {
    const auto it = found.find(path);
    return field && it != found.end() && field->page == it->page && field->box().intersects(it->box());
}

bool standsOnAnother(const Field& field, const Found& found) {
    for (auto it = found.begin(); it != found.end(); ++it)
        if (it.key() != field.path && standsOn(&field, found, it.key())) return true;
    return false;
}

/// What the model took from beside another label, or was unsure of while the field's own label says otherwise.
void putRight(QVector<Field>& fields, const Found& found, QVector<Labelled>& done) {
    for (const Label& label : kLabels) {
        const Field* field = fieldAt(fields, label.path);
        if (!field || standsOn(field, found, label.path)) continue;
        const bool misplaced = kindOf(label.path) != ValueKind::Amount && standsOnAnother(*field, found);
        const bool outdone = field->confidence < kUnsure && found.contains(label.path);
        if (!misplaced && !outdone) continue;
        const QString was = field->text;
        take(fields, label.path);
        if (!found.contains(label.path)) continue;
        insertField(fields, found[label.path]);
        done.append(
            {label.path, "Taken from beside its label; the model read “" + was + "”.", Field::Status::Doubtful});
    }
}

}  // namespace

QVector<Labelled> readLabels(QVector<Field>& fields, const PageText& page) {
    const Labels labels(page, decimalSignOf(page.text));
    Found found;
    for (const Label& label : kLabels)
        if (const std::optional<Run> run = labels.find(label)) found[label.path] = fieldOf(label.path, *run, page);
    QVector<Labelled> done;
    putRight(fields, found, done);
    for (const Label& label : kLabels) {
        if (fieldAt(fields, label.path) || !found.contains(label.path)) continue;
        insertField(fields, found[label.path]);
        done.append({label.path, "Found by its label.", Field::Status::Derived});
    }
    return done;
}

}  // namespace floe
