// Metadata by name, with names a family's own prefix, defaults and bounds; the first thing that is wrong ends it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/error.h"
#include "engine/format/gguf.h"

namespace floe {

/// After an error every reading yields its default or its least value; so a family may read all and ask afterwards.
class MetadataReader {
 public:
    /// Names are read as "<architecture>.<name>".
    MetadataReader(const Gguf& file, std::string architecture) : file_(file), prefix_(std::move(architecture) + ".") {}

    struct Bounds {
        int64_t least = 1, most = 1 << 20;
    };
    /// Without a default the entry must be there.
    int64_t whole(std::string_view name, Bounds bounds, std::optional<int64_t> otherwise = std::nullopt);
    /// Above zero.
    double real(std::string_view name, std::optional<double> otherwise = std::nullopt);
    std::string text(std::string_view name, std::string_view otherwise) const;

    /// This file needs something that we have not got.
    void unsupported(std::string problem);
    void damaged(std::string problem);
    const std::optional<Error>& error() const { return error_; }

 private:
    const GgufValue* find(std::string_view name) const { return file_.find(prefix_ + std::string(name)); }

    const Gguf& file_;
    std::string prefix_;
    std::optional<Error> error_;
};

}  // namespace floe
