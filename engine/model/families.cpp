#include "engine/model/families.h"

#include <array>

#include "engine/model/metadata_reader.h"

namespace floe {
namespace {

constexpr std::array<ModelFamily, 1> kFamilies{{
    {"llama", describe_llama},
}};

std::string known_names() {
    std::string names;
    for (const ModelFamily& family : kFamilies) names += (names.empty() ? "" : ", ") + std::string(family.architecture);
    return names;
}

}  // namespace

std::span<const ModelFamily> model_families() {
    return kFamilies;
}

Result<DecoderSpec> describe_model(const Gguf& file) {
    const GgufValue* value = file.find("general.architecture");
    const auto architecture = value ? value->text() : std::nullopt;
    if (!architecture)
        return Error{Fault::damaged_file, file.subject(),
                     "the model file is damaged: it does not name its architecture (general.architecture)",
                     "Download or copy it again"};
    for (const ModelFamily& family : kFamilies) {
        if (*architecture != family.architecture) continue;
        MetadataReader metadata(file, family.architecture);
        DecoderSpec spec;
        family.describe(metadata, spec);
        if (metadata.error()) return *metadata.error();
        return spec;
    }
    return Error{
        Fault::unsupported,
        file.subject(),
        "its architecture is \"" + std::string(architecture->substr(0, 60)) + "\", and known are: " + known_names(),
        "Choose a model of a known architecture",
        {{"architecture", std::string(*architecture)}}};
}

}  // namespace floe
