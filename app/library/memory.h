// How much memory is free on this machine.
#pragma once

#include <QByteArray>
#include <QtGlobal>
#include <optional>

namespace floe {

/// MemAvailable of the text of /proc/meminfo, in bytes: what can be taken without swapping, caches given back.
std::optional<qint64> available_memory(const QByteArray& meminfo);

/// The same of this machine; where there is no /proc, the pages that the system calls free. 0: unknown.
qint64 available_memory();

}  // namespace floe
