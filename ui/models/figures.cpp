#include "ui/models/figures.h"

#include <QLocale>

namespace floe {

QString Figures::bytes(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, bytes < (qint64(1) << 20) ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString Figures::parameters(qint64 number) {
    const QLocale locale;
    if (number >= 1'000'000'000) return tr("%1 billion").arg(locale.toString(double(number) / 1e9, 'f', 1));
    if (number >= 1'000'000) return tr("%1 million").arg(locale.toString(double(number) / 1e6, 'f', 0));
    return locale.toString(number);
}

QString Figures::amount(const QString& decimal) {
    const QLocale locale;
    const QString whole = decimal.section('.', 0, 0), fraction = decimal.section('.', 1);
    bool number = false;
    const qlonglong value = whole.toLongLong(&number);
    if (!number || (value == 0 && whole.startsWith('-'))) return decimal;
    return locale.toString(value) + (fraction.isEmpty() ? QString() : locale.decimalPoint() + fraction);
}

QString Figures::count(qint64 number) {
    return QLocale().toString(number);
}

}  // namespace floe
