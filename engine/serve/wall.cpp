#include "engine/serve/wall.h"

#include <exception>
#include <new>
#include <string>

namespace floe {

Error error_of_exception() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return {Fault::out_of_memory, "request", "the machine's memory ran out",
                "close something, or ask for less at once"};
    } catch (const std::exception& e) {
        return {Fault::internal, "request", std::string("something in the engine went wrong: ") + e.what(), ""};
    } catch (...) {
        return {Fault::internal, "request", "something in the engine went wrong", ""};
    }
}

}  // namespace floe
