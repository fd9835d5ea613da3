#include "app/documents/reader/number_format.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <cmath>

namespace floe::reader {

namespace {

constexpr int kMostDecimals = 15;
constexpr double kLatestDay = 2958465;  // 9999-12-31

/// One sign of a format code: a letter of the code itself, or text to be shown as it is.
struct Mark {
    QChar c;
    bool shown = false;
};

/// Without colours, conditions and the signs for filling; quoted, escaped and currency text is marked as text.
QVector<Mark> marksOf(const QString& section) {
    QVector<Mark> marks;
    for (qsizetype i = 0; i < section.size(); ++i) {
        const QChar c = section[i];
        if (c == '"') {
            for (++i; i < section.size() && section[i] != '"'; ++i) marks.append({section[i], true});
        } else if (c == '\\' && i + 1 < section.size()) {
            marks.append({section[++i], true});
        } else if (c == '_' || c == '*') {
            ++i;
            if (c == '_') marks.append({' ', true});
        } else if (c == '[') {
            const qsizetype end = section.indexOf(']', i);
            if (end < 0) break;
            const QString inside = section.mid(i + 1, end - i - 1);
            if (inside.startsWith('$'))
                for (const QChar sign : inside.mid(1).section('-', 0, 0)) marks.append({sign, true});
            else if (QString("h hh m mm s ss").split(' ').contains(inside.toLower()))
                for (const QChar letter : inside) marks.append({letter, false});
            i = end;
        } else {
            marks.append({c, !QString("0#?.,%/@EeGgdDmMyYhHsSaApP").contains(c)});
        }
    }
    return marks;
}

QStringList sectionsOf(const QString& code) {
    QStringList sections{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (code[i] == '"') quoted = !quoted;
        if (code[i] == '\\' && i + 1 < code.size()) {
            sections.last() += code.mid(i++, 2);
        } else if (code[i] == ';' && !quoted) {
            sections.append(QString());
        } else {
            sections.last() += code[i];
        }
    }
    return sections;
}

bool isDate(const QVector<Mark>& marks) {
    for (const Mark& mark : marks)
        if (!mark.shown && QString("dDmMyYhHsS").contains(mark.c)) return true;
    return false;
}

QString general(double number) {
    if (std::fabs(number) < 1e11 && number == std::floor(number)) return QString::number(number, 'f', 0);
    return QString::number(number, 'g', 11);
}

/// Qt's name for a run of letters: "mm" is minutes beside hours or seconds, else the month.
QString dateRun(QChar letter, qsizetype count, bool minutes) {
    const QChar small = letter.toLower();
    if (small == 'm') return QString(std::min<qsizetype>(count, minutes ? 2 : 4), minutes ? 'm' : 'M');
    if (small == 'y') return count <= 2 ? "yy" : "yyyy";
    return QString(std::min<qsizetype>(count, small == 'd' ? 4 : 2), small);
}

QString shownDate(double days, const QVector<Mark>& marks, bool from1904) {
    if (!(days >= 0) || days > kLatestDay) return general(days);
    const QDate first = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    const double whole = std::floor(days);
    const qint64 milliseconds = std::llround((days - whole) * 86400) * 1000;
    const QDateTime moment =
        QDateTime(first.addDays(static_cast<qint64>(whole)), QTime(0, 0), Qt::UTC).addMSecs(milliseconds);
    QString format;
    bool afterHours = false;
    for (qsizetype i = 0; i < marks.size();) {
        if (marks[i].shown || !QString("dDmMyYhHsSaA").contains(marks[i].c)) {
            const QChar c = marks[i++].c;
            if (marks[i - 1].shown || QString("/.,").contains(c))
                format += c == '\'' ? QString("''") : '\'' + QString(c) + '\'';
            continue;
        }
        qsizetype end = i;
        while (end < marks.size() && !marks[end].shown && marks[end].c.toLower() == marks[i].c.toLower()) ++end;
        const QChar letter = marks[i].c.toLower();
        if (letter == 'a') {  // AM/PM
            format += "AP";
            while (end < marks.size() && !marks[end].shown && QString("MmPp/").contains(marks[end].c)) ++end;
        } else {
            qsizetype next = end;
            while (next < marks.size() && (marks[next].shown || !marks[next].c.isLetter())) ++next;
            const bool beforeSeconds = next < marks.size() && !marks[next].shown && marks[next].c.toLower() == 's';
            format += dateRun(letter, end - i, letter == 'm' && (afterHours || beforeSeconds));
            afterHours = letter == 'h';
        }
        i = end;
    }
    format.replace("''", "");  // text side by side is one text
    return QLocale::c().toString(moment, format);
}

QString shownPlain(double number, const QVector<Mark>& marks) {
    int decimals = 0, leading = 0;
    bool grouped = false, point = false, percent = false, places = false;
    int scale = 0;  // commas behind the last place divide by a thousand each
    for (const Mark& mark : marks) {
        if (mark.shown) continue;
        if (mark.c == '%') percent = true;
        if (mark.c == '.') point = true;
        const bool place = QString("0#?").contains(mark.c);
        if (place && point) decimals = std::min(decimals + 1, kMostDecimals);
        if (place && !point && mark.c == '0') ++leading;
        if (place && scale > 0) {
            grouped = true;
            scale = 0;
        }
        if (mark.c == ',' && places) ++scale;
        places |= place;
        if (mark.c == 'E' || mark.c == 'e' || mark.c == '/') return general(number);
    }
    for (int i = 0; i < scale; ++i) number /= 1000;
    QString digits = QString::number(percent ? number * 100 : number, 'f', decimals);
    qsizetype end = digits.indexOf('.');
    if (end < 0) end = digits.size();
    if (leading > end && leading <= 20) {
        digits.prepend(QString(leading - end, '0'));
        end = leading;
    }
    if (grouped)
        for (qsizetype i = end - 3; i > 0; i -= 3) digits.insert(i, ',');
    QString text;
    bool done = false;
    for (const Mark& mark : marks) {
        if (mark.shown) {
            text += mark.c;
        } else if (QString("0#?").contains(mark.c)) {
            if (!done) text += digits;
            done = true;
        } else if (mark.c == '%') {
            text += '%';
        }
    }
    return done ? text : text.trimmed();
}

}  // namespace

QString builtInFormat(int id) {
    switch (id) {
        case 1:
            return "0";
        case 2:
            return "0.00";
        case 3:
        case 37:
        case 38:
            return "#,##0";
        case 4:
        case 39:
        case 40:
        case 43:
        case 44:
            return "#,##0.00";
        case 9:
            return "0%";
        case 10:
            return "0.00%";
        case 14:
            return "yyyy\\-mm\\-dd";
        case 15:
            return "d\\-mmm\\-yy";
        case 16:
            return "d\\-mmm";
        case 17:
            return "mmm\\-yy";
        case 18:
            return "h:mm AM/PM";
        case 20:
            return "h:mm";
        case 21:
            return "h:mm:ss";
        case 22:
            return "yyyy\\-mm\\-dd h:mm";
        default:
            return "General";
    }
}

QString shownNumber(double number, const QString& code, bool from1904) {
    if (!std::isfinite(number)) return {};
    const QStringList sections = sectionsOf(code);
    qsizetype chosen = 0;
    if (number < 0 && sections.size() > 1) chosen = 1;
    if (number == 0 && sections.size() > 2) chosen = 2;
    const QVector<Mark> marks = marksOf(sections[chosen]);
    QString letters;
    for (const Mark& mark : marks)
        if (!mark.shown) letters += mark.c;
    if (code.isEmpty() || letters.contains('G', Qt::CaseInsensitive) || letters == "@") {
        return general(number);
    }
    if (isDate(marks)) return shownDate(number, marks, from1904).simplified();
    const bool signOfItsOwn = chosen == 1;  // the section for negative numbers writes it
    const QString text = shownPlain(std::fabs(number), marks).simplified();
    return number < 0 && !signOfItsOwn ? '-' + text : text;
}

}  // namespace floe::reader
