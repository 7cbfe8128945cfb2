"""Where a desktop keeps what HipCoach asks, by the environment of this process."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

SYSTEM_BUS = Path("/run/dbus/system_bus_socket")

SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
"""Who says `ActiveChanged` on the person's bus: service, which is its interface too, and path."""


def session_bus(environment: Mapping[str, str] = os.environ) -> str:
    """Address of the person's bus; empty where there is none.

    To connect without one would start a bus with nobody on it.
    """
    if address := environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return address
    usual = _in_runtime(environment, "bus")
    return f"unix:path={usual}" if usual is not None and _there(usual) else ""


def system_bus(environment: Mapping[str, str] = os.environ) -> str:
    """Address of the machine's bus; empty where there is none."""
    if address := environment.get("DBUS_SYSTEM_BUS_ADDRESS"):
        return address
    return f"unix:path={SYSTEM_BUS}" if _there(SYSTEM_BUS) else ""


def _there(path: Path) -> bool:
    """Whether a socket is there for us: after `su` its folder may be somebody else's."""
    try:
        return path.is_socket()
    except OSError:
        return False


def wayland_socket(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where the compositor listens; `None` where there is none."""
    name = environment.get("WAYLAND_DISPLAY")
    return _in_runtime(environment, name) if name else None


def sway_socket(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where sway listens to programs that ask for windows; `None` where it doesn't run."""
    place = environment.get("SWAYSOCK")
    return Path(place) if place else None


def pulse_socket(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where the sound server listens; `None` where it could only be on another machine."""
    if server := environment.get("PULSE_SERVER"):
        # May name several, and each may say for which machine it is meant: `{id}unix:/path`.
        first = server.split()[0].rpartition("}")[2]
        path = first.removeprefix("unix:")
        return Path(path) if path.startswith("/") else None
    if folder := environment.get("PULSE_RUNTIME_PATH"):
        return Path(folder) / "native"
    return _in_runtime(environment, "pulse/native")


def dconf_file(environment: Mapping[str, str] = os.environ) -> Path:
    """The file that is written anew whenever a setting of GNOME and its relatives changes."""
    config = environment.get("XDG_CONFIG_HOME") or Path(environment.get("HOME", "/")) / ".config"
    return Path(config) / "dconf" / "user"


def _in_runtime(environment: Mapping[str, str], name: str) -> Path | None:
    runtime = environment.get("XDG_RUNTIME_DIR")
    return Path(runtime) / name if runtime else None
