#include "app/documents/reader/letter_widths.h"

#include <QChar>
#include <cstring>

namespace floe::reader {

namespace {

char32_t characterAt(QStringView text, qsizetype& i) {
    const QChar c = text[i++];
    if (c.isHighSurrogate() && i < text.size() && text[i].isLowSurrogate()) return QChar::surrogateToUcs4(c, text[i++]);
    return c.unicode();
}

bool isWide(char32_t c) {  // as broad as high: East Asian scripts and signs, emoji
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool isMark(char32_t c) {
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

double ems(char32_t c) {
    if (isWide(c)) return 1;
    if (isMark(c)) return 0;
    if (c < 128) {
        if (std::strchr("ijl.,:;'|!I", static_cast<int>(c))) return 0.28;
        if (std::strchr("frt()[]/\\-\"`", static_cast<int>(c))) return 0.36;
        if (std::strchr("mwMW@%", static_cast<int>(c))) return 0.87;
    }
    return QChar::isUpper(c) ? 0.68 : 0.56;
}

}  // namespace

double widthInEms(QStringView word) {
    double width = 0;
    for (qsizetype i = 0; i < word.size();) width += ems(characterAt(word, i));
    return width > 0 ? width : 0.1;
}

qsizetype fitting(QStringView word, double room) {
    qsizetype length = 0;
    for (qsizetype i = 0; i < word.size(); length = i) {
        room -= ems(characterAt(word, i));
        if (room < 0 && length > 0) break;
    }
    return length;
}

int printColumns(QStringView line, qsizetype& i) {
    const char32_t c = characterAt(line, i);
    return isMark(c) ? 0 : isWide(c) ? 2 : 1;
}

}  // namespace floe::reader
