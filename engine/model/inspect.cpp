#include "engine/model/inspect.h"

#include <algorithm>
#include <map>

#include "engine/model/families.h"

namespace floe {
namespace {

std::string text_of(const Gguf& file, const std::string& key) {
    const GgufValue* value = file.find(key);
    return std::string(value ? value->text().value_or("") : "");
}

int64_t whole_of(const Gguf& file, const std::string& key, int64_t otherwise) {
    const GgufValue* value = file.find(key);
    return value ? value->integer().value_or(otherwise) : otherwise;
}

/// The format that most of the weights' bytes are in.
std::string commonest_type(const Gguf& file) {
    std::map<std::string, size_t> bytes;
    for (const GgufTensor& tensor : file.tensors()) bytes[tensor.type->name] += tensor.bytes.size();
    const auto most =
        std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == bytes.end() ? "" : most->first;
}

}  // namespace

ModelInfo info_of(const Gguf& file) {
    ModelInfo info;
    info.path = file.subject();
    info.name = text_of(file, "general.name");
    info.architecture = text_of(file, "general.architecture");
    info.type = commonest_type(file);
    info.chat_template = text_of(file, "tokenizer.chat_template");
    info.file_bytes = static_cast<int64_t>(file.bytes().size());
    for (const GgufTensor& tensor : file.tensors()) {
        info.weight_bytes += static_cast<int64_t>(tensor.bytes.size());
        info.parameters += tensor.values();
    }
    const std::string prefix = info.architecture + ".";
    info.context_length = whole_of(file, prefix + "context_length", 0);
    info.layers = whole_of(file, prefix + "block_count", 0);
    info.width = whole_of(file, prefix + "embedding_length", 0);
    info.heads = whole_of(file, prefix + "attention.head_count", 0);
    info.kv_heads = whole_of(file, prefix + "attention.head_count_kv", info.heads);
    info.head_dim = whole_of(file, prefix + "attention.key_length", info.heads > 0 ? info.width / info.heads : 0);
    const GgufValue* tokens = file.find("tokenizer.ggml.tokens");
    const GgufTensor* embedding = file.find_tensor("token_embd.weight");
    info.vocabulary = embedding ? embedding->shape[0] : tokens ? tokens->count : 0;
    for (const auto& [key, value] : file.metadata()) info.metadata.emplace_back(key, value.printed());
    return info;
}

Result<ModelInfo> inspect_model(const std::string& path) {
    const auto file = Gguf::open(path);
    if (!file) return file.error();
    return info_of(**file);
}

std::vector<std::string> supported_architectures() {
    std::vector<std::string> names;
    for (const ModelFamily& family : model_families()) names.emplace_back(family.architecture);
    return names;
}

std::vector<std::string> supported_types() {
    return supported_type_names();
}

}  // namespace floe
