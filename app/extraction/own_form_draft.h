// A form of a person's own that still has a mistake, as it is kept until they go on with it.
#pragma once

#include "app/extraction/own_form.h"

namespace floe {

/// JSON that keeps all of it, also what no schema can say: fields without a name, two of one name, a broken pattern.
QByteArray draftOf(const OwnForm& form);

/// Empty: it is no draft.
std::optional<OwnForm> formOfDraft(const QByteArray& draft);

}  // namespace floe
