// The name of a chat that nobody named.
#pragma once

#include <QString>

namespace floe {

/// The first words of its first message: one line, at most 48 characters, cut at a word where there is one.
QString title_of(const QString& message);

}  // namespace floe
