#include "app/library/engine_access.h"

namespace floe {

EngineAccess EngineAccess::real() {
    return {inspect_model, Engine::load};
}

}  // namespace floe
