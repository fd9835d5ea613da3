// Shapes that the Fusion style lacks: rounded buttons and fields, quiet lists, thin scroll bars.
#pragma once

#include <QPalette>
#include <QString>

namespace floe {

/// Widgets choose a look by the dynamic property `look`: "primary", "quiet", "section" for buttons; "card", "bubble",
/// "code", "bar" for frames; "title", "heading", "muted" for labels.
QString styleSheetFor(const QPalette& palette);

}  // namespace floe
