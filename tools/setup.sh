# Shared by ./run and ./test: installs missing packages and builds a preset. Sourced, with $root set.

say() { printf '%s\n' "$*" >&2; }

# The packages of packages.txt that are not installed.
missing_packages() {
    local wanted
    wanted=$(sed -e 's/#.*//' "$root/packages.txt" | awk 'NF {print $1}')
    # shellcheck disable=SC2086
    comm -23 <(printf '%s\n' $wanted | sort) \
             <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' $wanted 2>/dev/null | awk '$1 == "ii" {print $2}' | sort)
}

install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        [ -e "$root/build/.packages-told" ] || say "This is no Debian system: the libraries of packages.txt must be there already."
        mkdir -p "$root/build" && touch "$root/build/.packages-told"
        return
    fi
    local missing as_root=""
    missing=$(missing_packages | tr '\n' ' ')
    [ -z "${missing// /}" ] && return
    [ "$(id -u)" = 0 ] || as_root="sudo"
    if [ -n "$as_root" ] && ! command -v sudo >/dev/null; then
        say "These packages are missing, and there is no sudo to install them: $missing"
        say "As root, run: apt-get install $missing"
        exit 1
    fi
    say "Installing: $missing"
    $as_root apt-get update -qq >&2
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2 || {
        say "Some packages could not be installed; the lines above say which. Floe needs all of packages.txt."
        exit 1
    }
}

# build PRESET [TARGET…]: configures once, then builds what changed. Quiet where there is nothing to do.
build() {
    local preset=$1; shift
    export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=time_macros
    if [ ! -e "$root/build/$preset/build.ninja" ]; then
        say "Configuring build/$preset"
        (cd "$root" && cmake --preset "$preset" >"/dev/null") || exit 1
    fi
    ninja -C "$root/build/$preset" --quiet "$@" >&2 || { say "The build of $preset failed; the lines above say where."; exit 1; }
}
