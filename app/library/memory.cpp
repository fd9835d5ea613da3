#include "app/library/memory.h"

#include <unistd.h>

#include <QFile>

namespace floe {

std::optional<qint64> available_memory(const QByteArray& meminfo) {
    for (const QByteArray& line : meminfo.split('\n')) {
        if (!line.startsWith("MemAvailable:")) continue;
        const QList<QByteArray> words = line.simplified().split(' ');  // "MemAvailable: 1024 kB"
        bool number = false;
        const qint64 kib = words.value(1).toLongLong(&number);
        if (number && kib >= 0 && words.value(2) == "kB") return kib * 1024;
    }
    return std::nullopt;
}

qint64 available_memory() {
    QFile meminfo(QStringLiteral("/proc/meminfo"));
    if (meminfo.open(QIODevice::ReadOnly))
        if (const auto bytes = available_memory(meminfo.readAll())) return *bytes;
#ifdef _SC_AVPHYS_PAGES
    const long pages = sysconf(_SC_AVPHYS_PAGES), page_bytes = sysconf(_SC_PAGESIZE);
    if (pages > 0 && page_bytes > 0) return static_cast<qint64>(pages) * page_bytes;
#endif
    return 0;
}

}  // namespace floe
