"""A small text that outlives the program, such as how far the countdown to a break is."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Final

MOST_ASIDE: Final = 99
"""So many are kept beside; of more the last is the newest."""
_log = logging.getLogger(__name__)


class StateFile:
    """One text in one file, readable by its owner alone.

    It is written once a minute in the middle of everything, so nobody waits for the disk: after
    a power cut it may be a minute old.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fails = False

    def read(self) -> str | None:
        """What was kept, empty where it can't be read; `None` where nothing was kept."""
        try:
            return self._path.read_text("utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            return ""

    def set_aside(self) -> str:
        """Let what was kept lie beside; the name it has there, empty where that can't be done."""
        for number in range(1, MOST_ASIDE + 1):
            aside = self._path.with_name(f"{self._path.name}.bad-{number}")
            if number < MOST_ASIDE and os.path.lexists(aside):
                continue
            try:
                self._path.replace(aside)
                aside.chmod(0o600)
            except OSError:
                break
            return aside.name
        return ""

    def write(self, text: str) -> None:
        """Keep this in place of what was there; that it can't be kept is noted once."""
        new = self._path.with_name(f"{self._path.name}.new")
        try:
            descriptor = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
            new.replace(self._path)
        except OSError as fault:
            if not self._fails:
                _log.warning("how breaks stand can't be kept: %s", fault.strerror)
            self._fails = True
        else:
            self._fails = False
