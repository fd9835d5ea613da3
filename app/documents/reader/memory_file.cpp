#include "app/documents/reader/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

namespace floe::reader {

MemoryFile::MemoryFile(const QByteArray& bytes) : file_(memfd_create("attachment", MFD_CLOEXEC)) {
    constexpr qsizetype kMost = qsizetype{63} << 20;  // below the limit on written files, which would end the process
    for (qsizetype done = 0; file_ >= 0 && bytes.size() <= kMost && done < bytes.size();) {
        const ssize_t written = write(file_, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written <= 0) break;
        done += written;
    }
}

MemoryFile::~MemoryFile() {
    if (file_ >= 0) close(file_);
}

QString MemoryFile::path() const {
    return QString("/proc/self/fd/%1").arg(file_);
}

}  // namespace floe::reader
