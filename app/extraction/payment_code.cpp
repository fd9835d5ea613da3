#include "app/extraction/payment_code.h"

#include <QByteArray>
#include <QDate>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringList>
#include <algorithm>
#include <array>

namespace floe {

namespace {

constexpr qsizetype kLongestGirocode = 331, kLongestSwissBill = 997, kLongestZatca = 2000;  // characters

bool matches(const QString& text, const char* pattern) {
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern))).match(text).hasMatch();
}

bool isClean(const QString& text) {
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Surrogate || c.unicode() == 0xFFFD;
    });
}

/// ISO 7064 mod 97-10 of an IBAN or an RF reference, whose first four characters count last.
bool hasRightChecks(const QString& text) {
    int rest = 0;
    for (const QChar c : text.mid(4) + text.left(4)) {
        const int value = c.isDigit() ? c.digitValue() : c.unicode() - 'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

bool isIban(const QString& text) {
    return matches(text, "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") && hasRightChecks(text);
}

bool isCreditorReference(const QString& text) {
    return matches(text, "RF[0-9]{2}[A-Z0-9]{1,21}") && hasRightChecks(text);
}

/// The 27th digit of a Swiss reference, "modulo 10, recursive".
bool isSwissReference(const QString& text) {
    if (!matches(text, "[0-9]{27}")) return false;
    constexpr std::array<int, 10> next{0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    int carry = 0;
    for (const QChar c : text.left(26)) carry = next[static_cast<size_t>((carry + c.digitValue()) % 10)];
    return (10 - carry) % 10 == text.back().digitValue();
}

QStringList linesOf(const QString& text) {
    QStringList lines = QString(text).replace("\r\n", "\n").split('\n');
    for (QString& line : lines) line = line.trimmed();
    return lines;
}

std::optional<PaymentCode> girocode(const QString& text) {
    const QStringList lines = linesOf(text);
    if (text.size() > kLongestGirocode || lines.size() < 7 || lines.size() > 13 || lines[0] != "BCD" ||
        !matches(lines[1], "00[12]") || !matches(lines[2], "[1-8]") || !matches(lines[3], "SCT|INST"))
        return {};
    PaymentCode code;
    code.bic = lines[4];
    code.name = lines[5];
    code.iban = QString(lines[6]).remove(' ');
    if (!code.bic.isEmpty() && !matches(code.bic, "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")) return {};
    if (code.name.isEmpty() || code.name.size() > 70 || !isIban(code.iban)) return {};
    const QString amount = lines.value(7), creditor = lines.value(9), free = lines.value(10);
    if (!amount.isEmpty()) {
        if (!matches(amount, "EUR[0-9]{1,9}(\\.[0-9]{1,2})?")) return {};
        code.currency = "EUR";
        code.amount = amount.mid(3);
    }
    if (creditor.size() > 35 || free.size() > 140) return {};
    if (creditor.startsWith("RF") && !isCreditorReference(QString(creditor).remove(' '))) return {};
    code.reference = creditor.isEmpty() ? free : creditor;
    return code;
}

/// Swico's S1 syntax, "//S1/10/10201409/11/190512/30/106017086": a tag, a value, a tag, …; "\/" is a slash in a value.
void addBillInformation(PaymentCode& code, const QString& information) {
    if (!information.startsWith("//S1/")) return;
    QStringList parts;
    QString part;
    for (qsizetype i = 5; i <= information.size(); ++i) {
        if (i == information.size() || information[i] == '/') {
            parts += part;
            part.clear();
        } else if (information[i] == '\\' && i + 1 < information.size()) {
            part += information[++i];
        } else {
            part += information[i];
        }
    }
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
        const QString& value = parts[i + 1];
        if (parts[i] == "10") code.number = value;
        if (parts[i] == "30" && matches(value, "[0-9]{9}")) code.vatId = "CHE" + value;
        if (parts[i] == "11" && matches(value, "[0-9]{6}"))
            code.date = QDate::fromString("20" + value, "yyyyMMdd").toString(Qt::ISODate);
    }
}

std::optional<PaymentCode> swissBill(const QString& text) {
    const QStringList lines = linesOf(text);
    if (text.size() > kLongestSwissBill || lines.size() < 31 || lines.size() > 35 || lines[0] != "SPC" ||
        !matches(lines[1], "02[0-9]{2}") || lines[2] != "1" || lines[30] != "EPD")
        return {};
    PaymentCode code;
    code.kind = PaymentCode::Kind::SwissBill;
    code.iban = lines[3];
    code.name = lines[5];
    code.amount = lines[18];
    code.currency = lines[19];
    if (!matches(code.iban, "(CH|LI)[0-9]{7}[A-Z0-9]{12}") || !isIban(code.iban)) return {};
    if (code.name.isEmpty() || code.name.size() > 70 || !matches(code.currency, "CHF|EUR")) return {};
    if (!code.amount.isEmpty() && !matches(code.amount, "[0-9]{1,9}\\.[0-9]{2}")) return {};
    const QString kind = lines[27], reference = lines[28];
    const bool right = (kind == "QRR" && isSwissReference(reference)) ||
                       (kind == "SCOR" && isCreditorReference(reference)) || (kind == "NON" && reference.isEmpty());
    if (!right || lines[29].size() > 140) return {};
    code.reference = reference.isEmpty() ? lines[29] : reference;
    addBillInformation(code, lines.value(31).left(140));
    return code;
}

/// One tag's value as text; null where it is not there, or no UTF-8.
QString tagged(const QByteArray& bytes, int tag) {
    for (qsizetype at = 0; at + 2 <= bytes.size();) {
        const int length = static_cast<uchar>(bytes[at + 1]);
        if (at + 2 + length > bytes.size()) return {};
        if (bytes[at] == tag) {
            QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString text = utf8(bytes.mid(at + 2, length));
            return utf8.hasError() ? QString() : text;
        }
        at += 2 + length;
    }
    return {};
}

std::optional<PaymentCode> zatca(const QString& text) {
    if (text.size() > kLongestZatca || !matches(text, "[A-Za-z0-9+/]{16,}={0,2}")) return {};
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) return {};
    PaymentCode code;
    code.kind = PaymentCode::Kind::Zatca;
    code.name = tagged(*decoded, 1);
    code.vatId = tagged(*decoded, 2);
    code.total = tagged(*decoded, 4);
    code.tax = tagged(*decoded, 5);
    code.currency = "SAR";
    const char* const sum = "[0-9]{1,12}(\\.[0-9]{1,4})?";
    if (code.name.isEmpty() || !matches(code.vatId, "3[0-9]{13}3") || !matches(code.total, sum) ||
        !matches(code.tax, sum))
        return {};
    code.date = QDate::fromString(tagged(*decoded, 3).left(10), Qt::ISODate).toString(Qt::ISODate);
    return code;
}

}  // namespace

std::optional<PaymentCode> paymentCode(const QString& text) {
    std::optional<PaymentCode> code;
    if (text.startsWith("BCD"))
        code = girocode(text);
    else if (text.startsWith("SPC"))
        code = swissBill(text);
    else
        code = zatca(text.trimmed());
    if (!code) return {};
    for (const QString* value : {&code->name, &code->reference, &code->number})
        if (!isClean(*value)) return {};
    return code;
}

}  // namespace floe
