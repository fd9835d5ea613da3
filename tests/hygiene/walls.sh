#!/usr/bin/env bash
# Upward includes must not compile, downward ones must: what each room sees, tried with the compiler and the views that the build uses.
set -u
compiler=$1 rooms=$2
try() {  # room, its views, header: exit status of the compiler's preprocessor
    local flags=()
    for view in $2; do flags+=("-I$rooms/$view"); done
    printf '#include "%s"\n' "$3" | "$compiler" -std=c++20 -M -x c++ "${flags[@]}" - >/dev/null 2>&1
}
failed=0
allowed() { try "$1" "$2" "$3" || { echo "$1 should see $3, and does not"; failed=1; }; }
forbidden() { try "$1" "$2" "$3" && { echo "$1 must not see $3, and does"; failed=1; }; }

allowed kernels "kernels" kernels/tensor.h
allowed engine "engine kernels" kernels/backend.h
allowed engine "engine kernels" engine/engine.h
allowed app "app engine" engine/engine.h

forbidden kernels "kernels" engine/error.h
forbidden kernels "kernels" app/resources.h
forbidden engine "engine kernels" app/resources.h
forbidden engine "engine kernels" ui/main.cpp
forbidden app "app engine" kernels/tensor.h
forbidden app "app engine" ui/main.cpp
forbidden ui "ui app" engine/engine.h
forbidden ui "ui app" kernels/tensor.h
exit $failed
