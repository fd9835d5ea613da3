#include "ui/models/memory_estimate.h"

#include "ui/models/figures.h"

namespace floe {

MemoryEstimate::MemoryEstimate(const ModelEntry& model, qint64 contextTokens, qint64 freeBytes)
    : weights(model.weightBytes), cache(model.kvBytes(contextTokens)), compute(model.computeBytes), free(freeBytes) {
    const qint64 aToken = model.kvBytes(1), left = free - weights - compute;
    if (aToken > 0 && left > 0) largestContext = std::min(model.contextLength, left / aToken);
}

MemoryEstimate::Verdict MemoryEstimate::verdict() const {
    if (needed() > free) return Verdict::TooLarge;
    return needed() > free / 10 * 9 ? Verdict::Tight : Verdict::Fits;
}

QString MemoryEstimate::sentence() const {
    const QString need = Figures::bytes(needed()), have = Figures::bytes(free);
    switch (verdict()) {
        case Verdict::Fits:
            return tr("It fits: %1 needed, %2 free.").arg(need, have);
        case Verdict::Tight:
            return tr("It just fits: %1 needed, %2 free. Other programs may become slow.").arg(need, have);
        case Verdict::TooLarge:
            break;
    }
    if (largestContext >= 256)
        return tr("It does not fit: %1 needed, %2 free. A context of %3 tokens would fit.")
            .arg(need, have, Figures::count(largestContext));
    return tr("It does not fit: %1 needed, %2 free. Close other programs or choose a smaller model.").arg(need, have);
}

}  // namespace floe
