#include "app/extraction/named/credited.h"

#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/folded.h"
#include "app/extraction/named/reference_words.h"

namespace floe {

namespace {

constexpr double kOwn = 2.6, kBare = 2.1;  // weights of a credit note's own labels
constexpr double kLeastShape = -0.7;
constexpr int kMostCells = 80;
constexpr qsizetype kLeast = 3;  // signs of a number that a bare "No." names

const char kCredit[] =
    "(?:[a-z]*gutschrift|rechnungskorrektur|korrekturrechnung|storno[a-z]*|credit ?(?:note|memo|invoice)|avoir|note de "
    "credit|nota d[ei] (?:ac)?credito|(?:factura )?rectificativa|nota de abono|abono|credit ?(?:nota|factuur)|"
    "kredit(?:nota|faktura)|korekt[ay](?: faktury)?|faktura korygujaca)";
const char kBilled[] = "(?:rechnung|invoice|facture|factura|fattura|factuur|fatura|faktur[aye])";

bool matches(const QString& text, const QRegularExpression& form) {
    return form.match(text).hasMatch();
}

/// 0: no label of the document's own number.
double ownWeight(const QString& label) {
    static const QString end = "[ ./-]*(?:" + numberWord() + ")?[ .:#°º-]*$";
    static const QRegularExpression credit("(?<![a-z])" + QString(kCredit) + end),
        before("(?<![a-z])" + numberWord() + "[ .:°º]*(?:(?:de|da|di|del|della|du|of|van|der)\\b ?)?(?:l.)?" + kCredit +
               "[ .:#]*$"),
        bare("^" + numberWord() + "[ .:#°º-]*$");
    if (matches(label, credit) || matches(label, before)) return kOwn;
    return matches(label, bare) ? kBare : 0;
}

/// "Gutschrift (selbst ausgestellte Rechnung) Nr." names its own number, too.
double weightOf(const NamedPrint& print, const QString& label) {
    static const QRegularExpression credit("(?<![a-z])" + QString(kCredit));
    if (print.label.meaning == Meaning::Number && matches(label, credit)) return kOwn;
    return ownWeight(label);
}

}  // namespace

bool isCreditNote(const PageCells& cells) {
    constexpr qsizetype kLongestTitle = 60;
    static const QRegularExpression title("^[^a-z]*" + QString(kCredit) + "(?![a-z])");
    const qsizetype count = std::min<qsizetype>(kMostCells, cells.all().size());
    return std::any_of(cells.all().begin(), cells.all().begin() + count, [](const PageCell& cell) {
        return cell.text.size() <= kLongestTitle && matches(folded(cell.text), title);
    });
}

void sortOutCredited(QVector<NamedPrint>& prints, const QStringList& labels) {
    static const QRegularExpression billed(kBilled);
    QVector<qsizetype> own, others;
    for (qsizetype i = 0; i < prints.size(); ++i) {
        if (prints[i].shape < kLeastShape) continue;
        const double weight = weightOf(prints[i], labels[i]);
        if (weight == kOwn || (weight == kBare && prints[i].text.size() >= kLeast))  // the rows of a table are numbered
            own.append(i);
        else if (prints[i].label.meaning == Meaning::Number && matches(labels[i], billed))
            others.append(i);
    }
    if (own.isEmpty() || others.isEmpty()) return;
    const bool named =
        std::any_of(own.begin(), own.end(), [&](qsizetype i) { return weightOf(prints[i], labels[i]) == kOwn; });
    for (const qsizetype i : own)
        if (weightOf(prints[i], labels[i]) == kOwn || !named)
            prints[i].label = {Meaning::Number, weightOf(prints[i], labels[i])};
    for (const qsizetype i : others) prints[i].label.meaning = Meaning::PrecedingNumber;
}

}  // namespace floe
