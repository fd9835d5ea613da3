#include <QFile>

#include "app/extraction/extractor.h"
#include "app/resources.h"

namespace floe {

namespace {

constexpr int64_t kContext = 4096;  // what the model was trained for

}  // namespace

Result<std::unique_ptr<Engine>> Extractor::loadBuiltIn(int together) {
    const QString path = resource("models/floe-bill.gguf");
    if (path.isEmpty())
        return Error{Fault::io, "models/floe-bill.gguf", "the built-in bill model is missing from Floe's resources",
                     "Install Floe again"};
    EngineOptions options;
    options.model = QFile::encodeName(path).toStdString();
    options.context = kContext;
    options.kv_tokens = kContext * together;
    return Engine::load(options);
}

}  // namespace floe
