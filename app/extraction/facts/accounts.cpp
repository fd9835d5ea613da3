#include <QSet>
#include <algorithm>

#include "app/extraction/facts/facts.h"
#include "app/extraction/facts/misread.h"
#include "app/extraction/identifiers/bic.h"
#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/iban.h"

namespace floe::facts {

namespace {

constexpr double kBesideAccount = 30;  // points

bool isSign(QChar c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

const QRegularExpression& begins() {
    static const QRegularExpression form("(?<![A-Za-z0-9])[A-Z]{2} ?[0-9]{2}");
    return form;
}

void findIban(Extraction& e, const PageCells& cells) {
    static const QRegularExpression debit = anyCase(
        "direct debit|lastschrift|einzugserm[äa]chtigung|(?:bank)?einzug|abgebucht|pr[ée]l[èe]v|domiciliaci[óo]n|"
        "addebito|incasso|d[ée]bito direto|polecenie zap[łl]aty");
    const QVector<Run> found = ibansOn(cells.page().text);
    if (const auto misread = found.isEmpty() && e.source == "ocr" ? misreadIban(cells.page().text) : std::nullopt) {
        Field field = cells.field("payment.iban", misread->run, misread->value, kByLabel);
        field.status = Field::Status::Doubtful;
        field.note = "Read as “" + misread->run.text +
                     "”; its check digits fit with a sign for one that looks like it. Compare it with the page.";
        addOnce(e, field);
        return;
    }
    if (found.isEmpty()) {  // one that is wrong is still what the bill says, and its check says so
        const auto run = cells.labelled("IBAN", QRegularExpression("[A-Z]{2} ?[0-9]{2}.*"));
        const Run wrong = run ? ibanAt(cells.page().text, run->begin, isSign) : Run();
        if (!wrong.text.isEmpty()) addOnce(e, cells.byLabel("payment.iban", wrong, bareId(wrong.text)));
        return;
    }
    Field field = cells.field("payment.iban", found[0], bareId(found[0].text), kProven);
    QSet<QString> accounts;
    for (const Run& run : found) accounts.insert(bareId(run.text));
    if (debit.match(cells.page().text).hasMatch()) {
        field.status = Field::Status::Doubtful;
        field.note = "The page speaks of direct debit, so this may be the buyer's account.";
    } else if (accounts.size() > 1) {
        field.status = Field::Status::Derived;
        field.note = QString("The first of %1 accounts on the page.").arg(accounts.size());
    }
    addOnce(e, field);
}

}  // namespace

Run ibanAt(const QString& text, qsizetype begin, bool (*isSign)(QChar)) {
    const int length = ibanLength(text.mid(begin, 2));
    qsizetype at = begin;
    for (int signs = 0; signs < length; ++at) {
        if (at >= text.size()) return {};
        if (isSign(text[at]))
            ++signs;
        else if (text[at] != ' ' || text[at - 1] == ' ')
            return {};
    }
    if (length == 0 || (at < text.size() && text[at].isLetterOrNumber())) return {};
    return {text.mid(begin, at - begin), begin};
}

QVector<Run> ibansOn(const QString& text) {
    QVector<Run> found;
    for (auto it = begins().globalMatch(text); it.hasNext();) {
        const Run run = ibanAt(text, it.next().capturedStart(), isSign);
        if (!run.text.isEmpty() && faultOfIban(run.text).isEmpty()) found.append(run);
    }
    return found;
}

/// Of several accounts each has its own bank: the code must stand in the line of the one that was taken, or close below
/// or above it.
bool isBeside(const Field& iban, const Field& bic) {
    const QRectF a = iban.box(), b = bic.box();
    if (iban.page != bic.page) return false;
    const double apart = std::max({0.0, b.top() - a.bottom(), a.top() - b.bottom()});
    const bool overlaps = a.left() < b.right() && b.left() < a.right();
    return apart < kBesideAccount && (overlaps || apart == 0);
}

void findAccounts(Extraction& extraction, const PageCells& cells) {
    findIban(extraction, cells);
    static const QRegularExpression form("[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Za-z0-9])");
    const auto bic = cells.labelled("(?:BIC|SWIFT)(?: ?[/-] ?(?:BIC|SWIFT))?(?: ?-?code)?", form);
    if (!bic || !faultOfBic(bic->text).isEmpty()) return;
    const Field field = cells.field("payment.bic", *bic, bic->text, kProven);
    const Field* iban = extraction.find("payment.iban");
    const bool severalAccounts = ibansOn(cells.page().text).size() > 1;
    if (!severalAccounts || !iban || isBeside(*iban, field)) addOnce(extraction, field);
}

}  // namespace floe::facts
