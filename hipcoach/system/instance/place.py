"""Where the HipCoach that runs can be reached."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hipcoach.system.paths import APP, PRIVATE_FOLDER, Paths

LOCK: Final = "hipcoach.lock"
"""Who runs for a data folder is written here, in it."""
LONGEST: Final = 100
"""Bytes of a socket's path: systems take 104 or 108, with the zero at its end."""

TEMPORARY: Final = "/tmp"  # noqa: S108 - in it a folder of our own, whose owner is looked at


def places(
    paths: Paths,
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> tuple[str, ...]:
    """Where it may be, the best first: paths of sockets, on Windows the name of a pipe.

    All of them are to be looked at: a command from `cron` or over SSH knows less of its
    environment than the desktop does.
    """
    # A person has a few such folders at most; a real hash would load a megabyte of OpenSSL.
    key = f"{zlib.crc32(os.fsencode(paths.data.absolute())):08x}"
    if platform == "win32":
        return (f"{APP}-{environment.get('USERNAME', '')}-{key}",)
    user = os.getuid()
    folders = [Path(folder, APP) for folder in _runtime_folders(environment, user)]
    folders += [paths.cache, Path(environment.get("TMPDIR") or TEMPORARY, f"{APP}-{user}")]
    found = [str(folder / f"{key}.sock") for folder in folders]
    return tuple(dict.fromkeys(path for path in found if len(os.fsencode(path)) <= LONGEST))


def own_folder(folder: Path) -> bool:
    """Make a folder its owner's alone; `False` where it can't be made or is somebody else's."""
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        found = folder.lstat()
        ours = folder.is_dir() and not folder.is_symlink() and found.st_uid == os.getuid()
        if ours:
            folder.chmod(PRIVATE_FOLDER)
    except OSError:
        return False
    return ours


def _runtime_folders(environment: Mapping[str, str], user: int) -> list[str]:
    """Folders for sockets, that go away when the person logs out."""
    named = environment.get("XDG_RUNTIME_DIR", "")
    usual = f"/run/user/{user}"
    # One that may not be looked into is none; pathlib would raise.
    return [folder for folder in (named, usual) if folder and os.path.isdir(folder)]  # noqa: PTH112
