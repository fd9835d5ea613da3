// Will it fit? Weights, keys and values, and compute buffers against the memory that is free.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "app/library/models.h"

namespace floe {

class MemoryEstimate {
    Q_DECLARE_TR_FUNCTIONS(floe::MemoryEstimate)
 public:
    enum class Verdict { Fits, Tight, TooLarge };

    MemoryEstimate() = default;
    MemoryEstimate(const ModelEntry& model, qint64 contextTokens, qint64 freeBytes);

    qint64 needed() const { return weights + cache + compute; }
    /// Tight: more than nine tenths of what is free, so that other programs may be pushed out.
    Verdict verdict() const;
    QString sentence() const;

    qint64 weights = 0, cache = 0, compute = 0, free = 0;
    qint64 largestContext = 0;  // tokens that would still fit, 0: not even the weights
};

}  // namespace floe
