// Bytes that functions which want a path can open: a file of this process's memory alone.
#pragma once

#include <QByteArray>
#include <QString>

namespace floe::reader {

class MemoryFile {
 public:
    explicit MemoryFile(const QByteArray& bytes);  // copied; at most 64 MB, else path() leads to an empty file
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    QString path() const;  // valid while this lives

 private:
    int file_ = -1;
};

}  // namespace floe::reader
