#include "app/chats/title.h"

namespace floe {

QString title_of(const QString& message) {
    constexpr int kMost = 48, kFewest = 16;
    const QString line = message.simplified();
    if (line.size() <= kMost) return line;
    int end = line.lastIndexOf(QLatin1Char(' '), kMost - 1);
    if (end < kFewest) end = kMost - 1;
    if (line.at(end - 1).isHighSurrogate()) --end;
    return line.left(end) + QChar(0x2026);
}

}  // namespace floe
