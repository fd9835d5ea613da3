#include "app/extraction/terms.h"

#include <QRegularExpression>
#include <algorithm>

namespace floe {

namespace {

constexpr int kLongest = 365;

QRegularExpression pattern(const char* words) {
    return QRegularExpression(QString::fromUtf8(words), QRegularExpression::CaseInsensitiveOption |
                                                            QRegularExpression::UseUnicodePropertiesOption);
}

}  // namespace

std::optional<int> daysOfTerms(const QString& terms) {
    static const QRegularExpression ofMonth = pattern(
        "\\b(?:end of (?:the )?month|e\\.?o\\.?m|fin (?:de|du) mois|fin de mes|fine mese|monatsende|einde maand|"
        "fim do m[êe]s|koniec miesi[ąa]ca)\\b");
    static const QRegularExpression days = pattern(
        "(?<![0-9.,/-])([0-9]{1,3})[ -]*(?:calendar |business |kalender|werk)?"
        "(?:days?|tagen?|jours?|d[íi]as?|giorni|gg\\.?|dagen|dagar|dage[rn]?|dias?|dni)\\b|\\bnet(?:to)?[ "
        "-]?([0-9]{1,3})\\b(?![.,%])");
    static const QRegularExpression atOnce = pattern(
        "\\b(?:(?:due )?(?:up)?on receipt|immediately|sofort|[àa] r[ée]ception|comptant|al contado|a vista|"
        "[àa] vista|per direct|natychmiast)\\b");
    if (ofMonth.match(terms).hasMatch()) return {};
    static const QRegularExpression discount =
        pattern("%|\\b(?:skonto|discount|escompte|descuento|sconto|korting|desconto|rabat)");
    static const QRegularExpression whole = pattern("\\bnet|\\bohne abzug|\\brein netto");
    std::optional<int> longest;
    int counts = 0;
    for (auto it = days.globalMatch(terms); it.hasNext(); ++counts) {
        const auto match = it.next();
        const int count = match.captured(match.captured(1).isEmpty() ? 2 : 1).toInt();
        if (count <= kLongest) longest = std::max(longest.value_or(0), count);
    }
    if (counts == 1 && discount.match(terms).hasMatch() && !whole.match(terms).hasMatch()) return {};
    if (!longest && atOnce.match(terms).hasMatch()) return 0;
    return longest;
}

}  // namespace floe
