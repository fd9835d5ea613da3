#include "engine/format/fuzz_gguf.h"

#include "engine/format/gguf.h"
#include "engine/model/families.h"
#include "engine/model/inspect.h"
#include "engine/tokenizer/make_tokenizer.h"

namespace floe::test {

bool fuzz_gguf(std::span<const std::byte> bytes) {
    const auto file = Gguf::parse(bytes, "bytes");
    if (!file) return false;
    volatile size_t seen = 0;  // so that nothing is left out
    for (const auto& [key, value] : (*file)->metadata()) {
        seen = seen + key.size() + value.printed().size();
        if (const auto texts = value.texts()) seen = seen + texts->size();
    }
    for (const GgufTensor& tensor : (*file)->tensors())
        seen = seen + static_cast<size_t>(tensor.bytes.front()) + static_cast<size_t>(tensor.bytes.back());
    seen = seen + info_of(**file).metadata.size();
    if (const auto spec = describe_model(**file)) seen = seen + static_cast<size_t>(spec->layers);
    if (const auto tokenizer = make_tokenizer(**file))
        seen = seen + (*tokenizer)->encode("text </s> \xff", true).size();
    return true;
}

}  // namespace floe::test
