#include "ui/models/frame.h"

#include <QTimer>

namespace floe {

Frame frameEvery(QObject* owner, int milliseconds) {
    return [owner, milliseconds](std::function<void()> work) {
        QTimer::singleShot(milliseconds, owner, [work = std::move(work)] { work(); });
    };
}

}  // namespace floe
