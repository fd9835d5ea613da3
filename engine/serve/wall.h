// Exceptions of libraries and of memory end here: beyond it they are Errors.
#pragma once

#include "engine/error.h"

namespace floe {

/// What the exception that is being handled says. REQUIRES: called in a catch block.
Error error_of_exception();

}  // namespace floe
