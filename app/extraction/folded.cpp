#include "app/extraction/folded.h"

namespace floe {

QString folded(const QString& text) {
    QString out;
    out.reserve(text.size());
    for (const QChar c : text.toLower().normalized(QString::NormalizationForm_D)) {
        if (c == QChar(0x142))
            out += 'l';
        else if (c == QChar(0xf8))
            out += 'o';
        else if (c == QChar(0xdf))
            out += 's';
        else if (c.category() != QChar::Mark_NonSpacing)
            out += c;
    }
    return out;
}

QString lettersAndDigits(const QString& text) {
    QString out;
    for (const QChar c : text)
        if (c.isLetterOrNumber()) out += c;
    return out;
}

}  // namespace floe
