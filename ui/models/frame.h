// When a model may tell its views what changed: once a frame, however fast the facts arrive.
#pragma once

#include <functional>

class QObject;

namespace floe {

/// Runs the closure once, later, on the thread of the caller. Tests keep the closure and run it when they like.
using Frame = std::function<void(std::function<void()>)>;

/// A frame by the clock: `milliseconds` after it was asked for, as long as `owner` lives.
Frame frameEvery(QObject* owner, int milliseconds);

}  // namespace floe
