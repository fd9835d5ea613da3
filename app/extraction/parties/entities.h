// All mentions of a page, put together by name.
#pragma once

#include "app/extraction/parties/weigh.h"

namespace floe::parties {

/// Letters and digits of a name, folded, without its legal form and without "Mr" before it.
QString keyOf(const QString& name);

/// Labelled, addressed, one-line and bare names, and where the model took its choices from.
QVector<Entity> entitiesOn(const PartyPage& page, const ModelChoice& seller, const ModelChoice& buyer);

}  // namespace floe::parties
