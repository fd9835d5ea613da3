#include "engine/model/metadata_reader.h"

#include <cmath>
#include <utility>

namespace floe {

void MetadataReader::damaged(std::string problem) {
    if (!error_)
        error_ = Error{Fault::damaged_file, file_.subject(), "the model file is damaged: " + std::move(problem),
                       "Download or copy it again"};
}

void MetadataReader::unsupported(std::string problem) {
    if (!error_) error_ = Error{Fault::unsupported, file_.subject(), std::move(problem), "Choose another model"};
}

int64_t MetadataReader::whole(std::string_view name, Bounds bounds, std::optional<int64_t> otherwise) {
    const std::string key = prefix_ + std::string(name);
    const GgufValue* value = find(name);
    if (!value && otherwise) return *otherwise;
    if (!value) {
        damaged("it lacks the entry " + key);
        return bounds.least;
    }
    if (value->kind == GgufKind::array) {
        unsupported("its layers differ from each other (" + key + " is a list), and all alike are known");
        return bounds.least;
    }
    const auto number = value->integer();
    if (!number || *number < bounds.least || *number > bounds.most) {
        damaged(key + " is " + value->printed() + ", not a whole number from " + std::to_string(bounds.least) + " to " +
                std::to_string(bounds.most));
        return bounds.least;
    }
    return *number;
}

double MetadataReader::real(std::string_view name, std::optional<double> otherwise) {
    const GgufValue* value = find(name);
    if (!value && otherwise) return *otherwise;
    const auto number = value ? value->number() : std::nullopt;
    if (number && std::isfinite(*number) && *number > 0) return *number;
    const std::string key = prefix_ + std::string(name);
    damaged(value ? key + " is " + value->printed() + ", not a number above zero" : "it lacks the entry " + key);
    return 1;
}

std::string MetadataReader::text(std::string_view name, std::string_view otherwise) const {
    const GgufValue* value = find(name);
    return std::string(value ? value->text().value_or(otherwise) : otherwise);
}

}  // namespace floe
