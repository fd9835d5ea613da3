#!/usr/bin/env bash
# Habits that a compiler does not hold. Prints each line that breaks one.
cd "$1" || exit 1
failed=0
refuse() {  # reason, pattern, paths…
    local reason=$1 pattern=$2; shift 2
    local found
    found=$(grep -rnE --include='*.cpp' --include='*.h' --include='*.cu' -- "$pattern" "$@" 2>/dev/null)
    [ -z "$found" ] || { echo "$reason:"; echo "$found"; failed=1; }
}

refuse "includes go by room, never by ../" '#include *[<"]\.\./' kernels engine app ui tests tools
refuse "kernels and engine never print" '\b(printf|fprintf|puts|std::cout|std::cerr|qDebug|qWarning)\b *[(<]' kernels engine
refuse "kernels and engine never end the program" '\b(abort|exit|_exit|terminate) *\(' kernels engine
refuse "only app/store speaks SQL" '"(SELECT|INSERT|UPDATE|DELETE|CREATE TABLE|PRAGMA) ' engine app/chats app/library app/documents app/extraction app/cli ui
refuse "engine and kernels know no Qt" '#include *<Q[A-Z]' engine kernels
refuse "no detached threads" '\.detach\(\)' kernels engine app ui
refuse "no public app header shows the engine" '#include *"engine/' app/floe.h app/problem.h app/resources.h app/chats/chats.h app/library/models.h app/extraction/bill.h app/extraction/bills.h app/extraction/own_form.h app/extraction/own_forms.h app/store/settings.h

# The window may not see the engine, in whatever way it is spelt.
for view in engine kernels; do
    refuse "ui never includes $view" "#include *[<\"]$view/" ui
done

if command -v clang-format >/dev/null && clang-format --version | grep -q 'version 14'; then
    unformatted=$(git ls-files '*.cpp' '*.h' 2>/dev/null | xargs -r clang-format --dry-run 2>&1 | grep -oE '^[^:]+:[0-9]+:[0-9]+' | cut -d: -f1 | sort | uniq -c)
    [ -z "$unformatted" ] || { echo "clang-format would change:"; echo "$unformatted"; failed=1; }
fi
exit $failed
