// A file as memory: pages come when they are touched, and are shared with every other process that reads the file.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "engine/error.h"

namespace floe {

/// Read-only and immutable: may be used from any thread. A file that another program cuts short while it is mapped ends
/// this program when the lost part is touched; model files are replaced, not rewritten, by everything of ours.
class MappedFile {
 public:
    /// Fault::io where the path can't be opened or is no file.
    static Result<std::shared_ptr<const MappedFile>> open(const std::string& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::span<const std::byte> bytes() const { return {data_, size_}; }
    const std::string& path() const { return path_; }

 private:
    MappedFile(std::string path, const std::byte* data, size_t size)
        : path_(std::move(path)), data_(data), size_(size) {}

    std::string path_;
    const std::byte* data_;
    size_t size_;
};

}  // namespace floe
