// From the engine's errors, which the app room uses inside, to the Problems that windows and command line hear.
#pragma once

#include "app/problem.h"
#include "engine/error.h"

namespace floe {

Problem problem_of(const Error& error);

}  // namespace floe
