#include "app/extraction/facts/misread.h"

#include "app/extraction/facts/facts.h"
#include "app/extraction/identifiers/iban.h"

namespace floe::facts {

namespace {

constexpr int kCountry = 2, kHead = 4;  // signs of an IBAN: its country; with the check digits

/// What a letter is where a digit must be; itself where it looks like none.
QChar digitOf(QChar c) {
    switch (c.unicode()) {
        case 'O':
        case 'Q':
        case 'D':
        case 'o':
            return '0';
        case 'I':
        case 'l':
        case 'i':
        case '|':
            return '1';
        case 'Z':
        case 'z':
            return '2';
        case 'S':
        case 's':
            return '5';
        case 'G':
            return '6';
        case 'B':
            return '8';
        default:
            return c;
    }
}

QChar letterOf(QChar c) {
    switch (c.unicode()) {
        case '0':
            return 'O';
        case '1':
            return 'I';
        case '2':
            return 'Z';
        case '5':
            return 'S';
        case '6':
            return 'G';
        case '8':
            return 'B';
        default:
            return c;
    }
}

bool isSign(QChar c) {
    return c.isLetterOrNumber() && c.unicode() < 128;
}

/// All IBANs that fit with at most one sign changed for one that looks like it.
QStringList fitting(QString signs) {
    for (int i = kCountry; i < kHead; ++i) signs[i] = digitOf(signs[i]);
    for (int i = kHead; i < signs.size(); ++i)
        if (signs[i].isLower() || signs[i] == '|') signs[i] = digitOf(signs[i]);  // an IBAN has no small letters
    if (faultOfIban(signs).isEmpty()) return {signs};
    QStringList found;
    for (int i = kHead; i < signs.size(); ++i)
        for (const QChar other : {digitOf(signs[i]), letterOf(signs[i])}) {
            if (other == signs[i]) continue;
            QString changed = signs;
            changed[i] = other;
            if (faultOfIban(changed).isEmpty()) found += changed;
        }
    return found;
}

void append(QVector<Misread>& all, const Misread& one) {
    for (const Misread& other : all)
        if (other.value == one.value) return;
    all.append(one);
}

}  // namespace

QVector<Misread> misreadEmails(const QString& text, const QStringList& domains) {
    QVector<Misread> found;
    static const QRegularExpression sign(
        "(?<![^\\s:|,;])([A-Za-z][\\w.+-]*) ?[©®] ?((?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,})(?![\\w@])");
    static const QRegularExpression capital(
        "(?:[Mm]ail|[Pp]ost|[Cc]orreo|[Cc]ourriel|[Cc]orreio)[:.]? "
        "+(([a-z][a-z0-9._+-]+) ?[QOWG]((?:[a-z0-9-]+\\.)+[a-z]{2,}))(?![\\w@])");
    for (auto it = sign.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        append(found, {{match.captured(), match.capturedStart()}, match.captured(1) + '@' + match.captured(2)});
    }
    for (const QString& domain : domains) {
        const QRegularExpression form("(?<![^\\s:|,;])([A-Za-z][\\w.+-]*?[a-z0-9]) ?[QOWGa@©®]?" +
                                      QRegularExpression::escape(domain) + "(?![\\w@-])");
        for (auto it = form.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            if (match.captured(1).contains("www") || match.captured().contains('@')) continue;
            append(found, {{match.captured(), match.capturedStart()}, match.captured(1) + '@' + domain});
        }
    }
    for (auto it = capital.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        append(found, {{match.captured(1), match.capturedStart(1)}, match.captured(2) + '@' + match.captured(3)});
    }
    return found;
}

std::optional<Misread> misreadIban(const QString& text) {
    static const QRegularExpression begins("(?<![A-Za-z0-9])[A-Z]{2} ?[0-9A-Zl]{2}");
    std::optional<Misread> found;
    for (auto it = begins.globalMatch(text); it.hasNext();) {
        const Run run = ibanAt(text, it.next().capturedStart(), isSign);
        if (run.text.isEmpty()) continue;
        const QStringList values = fitting(QString(run.text).remove(' '));
        if (values.isEmpty()) continue;
        if (values.size() > 1 || (found && found->value != values[0])) return {};
        found = Misread{run, values[0]};
    }
    return found;
}

}  // namespace floe::facts
