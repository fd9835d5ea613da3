#include "engine/format/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace floe {
namespace {

Error cannot_open(const std::string& path, const std::string& why) {
    return {Fault::io, path, "the file can't be opened: " + why, "Check the path and that you may read it"};
}

/// Closes a descriptor at the end of its scope; a mapping outlives it.
struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::string& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.number < 0) return cannot_open(path, std::strerror(errno));
    struct stat facts {};
    if (::fstat(file.number, &facts) != 0) return cannot_open(path, std::strerror(errno));
    if (!S_ISREG(facts.st_mode)) return cannot_open(path, "it is not a file");

    const auto size = static_cast<size_t>(facts.st_size);
    void* data = nullptr;
    if (size > 0) {
        data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
        if (data == MAP_FAILED) return cannot_open(path, std::strerror(errno));
    }
    return std::shared_ptr<const MappedFile>(new MappedFile(path, static_cast<const std::byte*>(data), size));
}

MappedFile::~MappedFile() {
    if (size_ > 0) ::munmap(const_cast<std::byte*>(data_), size_);
}

}  // namespace floe
