"""The way of this system, and what is to be started."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from hipcoach.ports import Autostart

# ruff: noqa: PLC0415 - each system takes its own way alone


def autostart(
    command: tuple[str, ...],
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> Autostart:
    """The switch of this system for a command."""
    if platform == "win32":
        from hipcoach.system.autostart.windows import RunKey, UserRegistry

        return RunKey(command, UserRegistry())
    home = Path.home()
    if platform == "darwin":
        from hipcoach.system.autostart.macos import LaunchAgent

        return LaunchAgent(command, home / "Library" / "LaunchAgents")
    from hipcoach.system.autostart.xdg import DesktopEntry

    folder = _absolute(environment.get("XDG_CONFIG_HOME", "")) or home / ".config"
    named = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    shared = [path for part in named.split(":") if (path := _absolute(part))]
    desktops = tuple(filter(None, environment.get("XDG_CURRENT_DESKTOP", "").split(":")))
    return DesktopEntry(
        command,
        folder / "autostart",
        tuple(path / "autostart" for path in shared),
        desktops,
    )


def own_command(
    data_dir: Path | None = None,
    environment: Mapping[str, str] = os.environ,
    executable: str = sys.executable,
    *,
    frozen: bool = hasattr(sys, "frozen"),
) -> tuple[str, ...]:
    """What starts this very HipCoach; with `data_dir` where it was named to us."""
    image = environment.get("APPIMAGE")
    if image:
        start: tuple[str, ...] = (image,)
    elif frozen:
        start = (executable,)
    else:
        # On Windows the other Python opens a black window.
        quiet = Path(executable).with_name("pythonw.exe")
        start = (str(quiet) if quiet.exists() else executable, "-m", "hipcoach")
    if data_dir is not None:
        start += ("--data-dir", str(data_dir.expanduser().absolute()))
    return start


def _absolute(text: str) -> Path | None:
    """A folder that is named in full; others are to be ignored."""
    path = Path(text)
    return path if path.is_absolute() else None
