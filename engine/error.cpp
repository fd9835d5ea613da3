#include "engine/error.h"

namespace floe {

const char* name(Fault kind) {
    switch (kind) {
        case Fault::bad_input:
            return "bad input";
        case Fault::damaged_file:
            return "damaged file";
        case Fault::unsupported:
            return "unsupported";
        case Fault::out_of_memory:
            return "out of memory";
        case Fault::device_lost:
            return "device lost";
        case Fault::io:
            return "input or output";
        case Fault::cancelled:
            return "cancelled";
        case Fault::internal:
            return "internal";
    }
    return "internal";
}

std::string Error::sentence() const {
    std::string s;
    if (!subject.empty()) s = subject + ": ";
    s += problem + ".";
    if (!advice.empty()) s += " " + advice + ".";
    return s;
}

}  // namespace floe
