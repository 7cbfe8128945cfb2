"""Where the sounds of a process go when their own folder has no room for them."""

from __future__ import annotations

import atexit
import os
import shutil
from pathlib import Path

ROOM_BYTES = 8 * 1024 * 1024
"""What the lines of a long routine take, and some."""


def room_for_sounds(folder: Path) -> Path:
    """The folder itself; where it can't be written or its disk is full, one for this process.

    That one is the owner's alone and goes with the process. Without room anywhere it stays
    with the first.
    """
    if has_room(folder):
        return folder
    import tempfile  # noqa: PLC0415 - hardly ever needed

    try:
        spare = Path(tempfile.mkdtemp(prefix="hipcoach-"))
    except OSError:
        return folder
    atexit.register(shutil.rmtree, spare, ignore_errors=True)
    return spare if has_room(spare) else folder


def has_room(folder: Path) -> bool:
    """Whether the folder is there or can be made, may be written and has `ROOM_BYTES` left."""
    try:
        there = next(place for place in (folder, *folder.parents) if place.exists())
        room = shutil.disk_usage(there).free >= ROOM_BYTES
    except OSError:  # closed to us
        return False
    return room and there.is_dir() and os.access(there, os.W_OK | os.X_OK)
