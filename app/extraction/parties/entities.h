// All mentions of a page, put together by name.
#pragma once

#include "app/extraction/parties/weigh.h"

namespace floe::parties {

/// Letters and digits of a name, folded, without its legal form and without "Mr" before it.
QString keyOf(const QString& name);

/// Whether a domain of its own ("azure-lamps.example" of an address for mail or a website) is named after the name of
/// that key, or the name after it.
bool isDomainOf(const QString& key, const QString& address);

/// Labelled, addressed, one-line and bare names, and where the model took its choices from.
QVector<Entity> entitiesOn(const PartyPage& page, const ModelChoice& seller, const ModelChoice& buyer);

}  // namespace floe::parties
