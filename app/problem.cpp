#include "app/problem.h"

#include "app/problem_of.h"

namespace floe {
namespace {

Problem::Kind kind_of(Fault fault) {
    switch (fault) {
        case Fault::bad_input:
            return Problem::Kind::BadInput;
        case Fault::damaged_file:
            return Problem::Kind::DamagedFile;
        case Fault::unsupported:
            return Problem::Kind::Unsupported;
        case Fault::out_of_memory:
            return Problem::Kind::OutOfMemory;
        case Fault::device_lost:
            return Problem::Kind::DeviceLost;
        case Fault::io:
            return Problem::Kind::Io;
        case Fault::cancelled:
            return Problem::Kind::Cancelled;
        case Fault::internal:
            return Problem::Kind::Internal;
    }
    return Problem::Kind::Internal;
}

Fault fault_of(Problem::Kind kind) {
    switch (kind) {
        case Problem::Kind::BadInput:
            return Fault::bad_input;
        case Problem::Kind::DamagedFile:
            return Fault::damaged_file;
        case Problem::Kind::Unsupported:
            return Fault::unsupported;
        case Problem::Kind::OutOfMemory:
            return Fault::out_of_memory;
        case Problem::Kind::DeviceLost:
            return Fault::device_lost;
        case Problem::Kind::Io:
            return Fault::io;
        case Problem::Kind::Cancelled:
            return Fault::cancelled;
        case Problem::Kind::PasswordNeeded:  // the engine knows no passwords
        case Problem::Kind::Internal:
            return Fault::internal;
    }
    return Fault::internal;
}

}  // namespace

QString Problem::kindName() const {
    if (kind == Kind::PasswordNeeded) return QStringLiteral("password needed");
    return QString::fromLatin1(name(fault_of(kind)));
}

Problem problem_of(const Error& error) {
    return {kind_of(error.kind), QString::fromStdString(error.subject), QString::fromStdString(error.sentence())};
}

}  // namespace floe
