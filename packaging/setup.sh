#!/bin/sh
# All that lies between a fresh clone and a running HipCoach; the Makefile calls it.
#
#   packaging/setup.sh app            the virtual environment with HipCoach in it
#   packaging/setup.sh dev            what the checks and tests need, into the same place
#   packaging/setup.sh system         the system's libraries, a font and a sound player
#   packaging/setup.sh system-tests   the same, with Xvfb, D-Bus and PostgreSQL
#   packaging/setup.sh run [ARGS]     HipCoach itself; in the terminal where there is no display
#   packaging/setup.sh pytest [ARGS]  the tests, on a D-Bus session of their own
#
# PYTHON=python3.12                 take this Python for the virtual environment
# HIPCOACH_SYSTEM_PACKAGES=no       leave the system alone: only say what is missing
set -eu
cd "$(dirname "$0")/.."
VENV=.venv

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# --- the system's packages ------------------------------------------------------------------

# Prints the package tool of this distribution; nothing where we know none.
package_tool() {
    for tool in apt-get dnf pacman zypper; do
        if has "$tool"; then
            echo "$tool"
            return
        fi
    done
}

# Prints the command that installs the packages given, as a person would type it.
install_command() {
    case $(package_tool) in
    apt-get) set -- apt-get install --no-install-recommends "$@" ;;
    dnf) set -- dnf install "$@" ;;
    pacman) set -- pacman -S --needed "$@" ;;
    zypper) set -- zypper install "$@" ;;
    *)
        echo "(with this system's own package tool; the names are Debian's) $*"
        return
        ;;
    esac
    if [ "$(id -u)" = 0 ]; then
        echo "$*"
    elif has sudo; then
        echo "sudo $*"
    else
        echo "su -c '$*'"
    fi
}

# Prints what comes before a command that needs the rights of root; fails where we don't have them.
as_root() {
    [ "${HIPCOACH_SYSTEM_PACKAGES:-yes}" != no ] || return 1
    if [ "$(id -u)" = 0 ]; then
        echo env
    elif has sudo && sudo -n true 2>/dev/null; then
        echo sudo
    else
        return 1
    fi
}

# Only apt installs by itself: it is the one that was tried.
may_install() { [ "$(package_tool)" = apt-get ] && as_root >/dev/null; }

apt_install() {
    say "Installing with apt: $*"
    set -- env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends -y "$@"
    # The lists of a fresh or long unused system are missing or stale: fetch them and try again.
    if ! $(as_root) "$@" >/dev/null 2>&1; then
        $(as_root) apt-get update -qq
        $(as_root) "$@" >/dev/null
    fi
}

# What Qt's core, its window plugins (xcb, wayland) and its offscreen plugin load from the system:
# the library, and its package on Debian and Ubuntu, Fedora, Arch, openSUSE.
libraries() {
    cat <<'TABLE'
libEGL.so.1             libegl1              libglvnd-egl         libglvnd            Mesa-libEGL1
libGL.so.1              libgl1               libglvnd-glx         libglvnd            Mesa-libGL1
libX11.so.6             libx11-6             libX11               libx11              libX11-6
libX11-xcb.so.1         libx11-xcb1          libX11-xcb           libx11              libX11-xcb1
libbrotlidec.so.1       libbrotli1           libbrotli            brotli              libbrotlidec1
libdbus-1.so.3          libdbus-1-3          dbus-libs            dbus                libdbus-1-3
libfontconfig.so.1      libfontconfig1       fontconfig           fontconfig          libfontconfig1
libfreetype.so.6        libfreetype6         freetype             freetype2           libfreetype6
libglib-2.0.so.0        libglib2.0-0         glib2                glib2               libglib-2_0-0
libgthread-2.0.so.0     libglib2.0-0         glib2                glib2               libgthread-2_0-0
libgssapi_krb5.so.2     libgssapi-krb5-2     krb5-libs            krb5                krb5
libwayland-client.so.0  libwayland-client0   libwayland-client    wayland             libwayland-client0
libwayland-cursor.so.0  libwayland-cursor0   libwayland-cursor    wayland             libwayland-cursor0
libwayland-egl.so.1     libwayland-egl1      libwayland-egl       wayland             libwayland-egl1
libxcb.so.1             libxcb1              libxcb               libxcb              libxcb1
libxcb-cursor.so.0      libxcb-cursor0       xcb-util-cursor      xcb-util-cursor     libxcb-cursor0
libxcb-glx.so.0         libxcb-glx0          libxcb               libxcb              libxcb-glx0
libxcb-icccm.so.4       libxcb-icccm4        xcb-util-wm          xcb-util-wm         libxcb-icccm4
libxcb-image.so.0       libxcb-image0        xcb-util-image       xcb-util-image      libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1      xcb-util-keysyms     xcb-util-keysyms    libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0        libxcb               libxcb              libxcb-randr0
libxcb-render.so.0      libxcb-render0       libxcb               libxcb              libxcb-render0
libxcb-render-util.so.0 libxcb-render-util0  xcb-util-renderutil  xcb-util-renderutil libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0        libxcb               libxcb              libxcb-shape0
libxcb-shm.so.0         libxcb-shm0          libxcb               libxcb              libxcb-shm0
libxcb-sync.so.1        libxcb-sync1         libxcb               libxcb              libxcb-sync1
libxcb-util.so.1        libxcb-util1         xcb-util             xcb-util            libxcb-util1
libxcb-xfixes.so.0      libxcb-xfixes0       libxcb               libxcb              libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1          libxcb               libxcb              libxcb-xkb1
libxkbcommon.so.0       libxkbcommon0        libxkbcommon         libxkbcommon        libxkbcommon0
libxkbcommon-x11.so.0   libxkbcommon-x11-0   libxkbcommon-x11     libxkbcommon-x11    libxkbcommon-x11-0
TABLE
}

# Prints the libraries that the loader cannot find, whatever package tool put the others there.
missing_libraries() {
    # shellcheck disable=SC2046 # one argument for each library is meant
    "$VENV/bin/python" - $(libraries | awk '{print $1}') <<'PYTHON'
import ctypes, sys

for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
PYTHON
}

# Prints the name that this distribution gives a package: the words are Debian's, Fedora's, Arch's
# and openSUSE's name.
named_here() {
    case $(package_tool) in
    dnf) echo "$2" ;;
    pacman) echo "$3" ;;
    zypper) echo "$4" ;;
    *)
        # Debian 13 and Ubuntu 24.04 renamed some libraries for 64-bit time.
        if has apt-cache && apt-cache show "$1t64" >/dev/null 2>&1; then
            echo "$1t64"
        else
            echo "$1"
        fi
        ;;
    esac
}

# Prints the packages of the libraries given on standard input, each once.
packages_of() {
    while read -r library; do
        # shellcheck disable=SC2046 # the columns of the row are the arguments
        named_here $(libraries | awk -v library="$library" '$1 == library {print $2, $3, $4, $5}')
    done | sort -u
}

has_font() {
    folders=${XDG_DATA_DIRS:-/usr/local/share:/usr/share}:${XDG_DATA_HOME:-$HOME/.local/share}
    fonts=$(
        IFS=:
        for folder in $folders; do
            find -L "$folder/fonts" 2>/dev/null || true
        done
        find -L "$HOME/.fonts" 2>/dev/null || true
    )
    case $fonts in
    *.ttf* | *.otf* | *.ttc*) return 0 ;;
    *) return 1 ;;
    esac
}

has_sound_player() { has paplay || has pw-play || has aplay; }

has_postgres() {
    has postgres && return
    for program in /usr/lib/postgresql/*/bin/postgres /usr/pgsql-*/bin/postgres; do
        [ ! -x "$program" ] || return 0
    done
    return 1
}

has_display() {
    [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

# Prints the packages without which no window opens.
needed_packages() {
    missing_libraries | packages_of
    has_font || named_here fonts-dejavu-core dejavu-sans-fonts ttf-dejavu dejavu-fonts
}

# Prints the packages that make it better; with `tests`, those too that the tests use.
wanted_packages() {
    if ! has_sound_player; then
        # Where a sound server answers, its own player; where not, the one that talks to the card.
        if [ -S "${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/pulse/native" ]; then
            named_here pulseaudio-utils pulseaudio-utils libpulse pulseaudio-utils
        else
            named_here alsa-utils alsa-utils alsa-utils alsa-utils
        fi
    fi
    [ "${1:-}" = tests ] || return 0
    has Xvfb || named_here xvfb xorg-x11-server-Xvfb xorg-server-xvfb xorg-x11-server-Xvfb
    has xdotool || named_here xdotool xdotool xdotool xdotool
    has dbus-run-session || named_here dbus dbus-daemon dbus dbus-1
    has_postgres || named_here postgresql postgresql-server postgresql postgresql-server
}

# Installs what is missing where it is allowed to, else names the command; `tests` as above.
# Leaves its stamp only when nothing that is needed is missing.
system() {
    stamp=$VENV/.system${1:+-$1}
    needed='' wanted=''
    if [ "$(uname)" = Linux ]; then
        needed=$(needed_packages)
        wanted=$(wanted_packages "${1:-}")
    fi
    if [ -z "$needed$wanted" ]; then
        touch "$stamp"
        return
    fi
    # shellcheck disable=SC2086 # one argument for each package is meant
    set -- $needed $wanted
    if may_install; then
        apt_install "$@"
        left=$(missing_libraries)
        # shellcheck disable=SC2086 # on one line is meant
        [ -z "$left" ] || stop "Still missing after that:" $left
        touch "$stamp"
    elif [ -n "$needed" ] && has_display; then
        stop "HipCoach's window needs some libraries of the system. Please run this, then try again:

    $(install_command "$@")
"
    else
        say "This system lacks some packages that HipCoach can use. To have them:

    $(install_command "$@")
"
        [ -n "$needed" ] || touch "$stamp"
    fi
}

# --- Python ---------------------------------------------------------------------------------

# Prints a Python that is new enough.
find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if has "$candidate" &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    stop "HipCoach needs Python 3.11 or newer, and there is none here. Please install one
(https://www.python.org/downloads/), or name yours: PYTHON=/path/to/python3 make run"
}

make_venv() {
    if [ -x "$VENV/bin/python" ] && "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(find_python)
    # Debian's Python comes without what makes a virtual environment.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        if may_install; then
            apt_install "$(basename "$python")-venv"
        else
            stop "Python's venv module is missing. Please run this, then try again:

    $(install_command "$(basename "$python")-venv")
"
        fi
    fi
    rm -rf "$VENV"
    "$python" -m venv "$VENV"
}

pip_install() {
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --prefer-binary "$@"
}

# An editable install: `git pull` is all that a later version needs.
# Without build isolation, which would fetch Qt a second time only to throw it away.
app() {
    make_venv
    if [ -e "$VENV/.app" ]; then
        say "Bringing what HipCoach is made of up to date …"
    else
        say "Fetching what HipCoach is made of (about 110 MB, only this once) …"
    fi
    pip_install "hatchling>=1.27"
    pip_install --no-build-isolation --editable .
    # Modules that were never compiled take three times as long to load.
    # (-qq: Qt brings a template that looks like a module and is none.)
    "$VENV/bin/python" -m compileall -qq "$VENV/lib" hipcoach || true
}

dev() {
    say "Fetching what the tests need …"
    pip_install --upgrade "pip>=25.1" # the first that knows dependency groups
    pip_install --group dev
}

# --- the program ----------------------------------------------------------------------------

run() {
    if has_display || [ $# -gt 0 ]; then
        exec "$VENV/bin/python" -m hipcoach "$@"
    fi
    say "There is no display here (DISPLAY and WAYLAND_DISPLAY are empty),"
    say "so HipCoach leads you through the desk reset in this terminal."
    exec "$VENV/bin/python" -m hipcoach play desk-reset --terminal
}

# With a display and no session bus, Qt would start a stray one; and no test may reach the desktop.
run_pytest() {
    if has dbus-run-session; then
        exec dbus-run-session -- "$VENV/bin/python" -m pytest "$@"
    fi
    exec "$VENV/bin/python" -m pytest "$@"
}

case ${1:-} in
app) app ;;
dev) dev ;;
system) system ;;
system-tests) system tests ;;
run)
    shift
    run "$@"
    ;;
pytest)
    shift
    run_pytest "$@"
    ;;
*) stop "$(sed -n '2,12s/^# \{0,1\}//p' "$0")" ;;
esac
