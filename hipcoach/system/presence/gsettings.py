"""One setting of GNOME and its relatives, asked of their own program.

Their settings can be read in no other way that they promise: the portal leaves them out, and
the bus tells changes only. So `gsettings` runs for some milliseconds, when the file in which all
settings are kept has changed; nobody waits for it.
"""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from hipcoach.core.presence import Blind

PROGRAM: Final = "gsettings"
REST: Final = 5
"""Polls at least from one run to the next: some programs store their settings all the time."""
LATE: Final = 10
"""Polls after which a run that has not ended is given up."""


class Key(NamedTuple):
    """A setting's name."""

    schema: str
    name: str


class Switch:
    """A setting that is true or false; asks nothing until it is told which one to watch."""

    def __init__(self, file: Path, program: str = PROGRAM, late: int = LATE) -> None:
        self.blind: Blind | None = Blind.ASKING
        """Why it isn't known; `None` where it is."""
        self.value: bool | None = None
        """What it is set to."""
        self._file, self._program, self._late = file, program, late
        self._key: Key | None = None
        self._seen: tuple[int, int] | None = None
        self._running: subprocess.Popen[bytes] | None = None
        self._polls = REST

    def watch(self, key: Key) -> None:
        """Keep an eye on this setting."""
        self.stop()
        self._key = key
        self.blind = Blind.ASKING

    def stop(self) -> None:
        """Watch nothing."""
        if self._running is not None:
            self._end(self._running)
        self._key = self._running = self._seen = self.value = None
        self._polls = REST

    def open(self) -> None:
        """Nothing: whoever knows which setting it is says when to watch it."""

    def close(self) -> None:
        """Watch nothing."""
        self.stop()

    def poll(self) -> None:
        """Run the program if it is time to, and take what it said."""
        if self._key is None:
            return
        self._polls += 1
        if self._running is not None:
            self._look(self._running)
        elif self._polls > REST and (now := self._stamp()) != self._seen:
            self._seen, self._polls = now, 0
            self._run(self._key)

    def _stamp(self) -> tuple[int, int]:
        """What changes whenever the settings do; they are a new file then."""
        try:
            found = self._file.stat()
        except OSError:
            return 0, 0
        return found.st_mtime_ns, found.st_ino

    def _run(self, key: Key) -> None:
        path = shutil.which(self._program)
        if path is None:
            self.blind = Blind.NO_LIBRARY
            return
        with suppress(OSError):
            self._running = subprocess.Popen(  # noqa: S603 - found by its own name above
                [path, "get", *key],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def _look(self, running: subprocess.Popen[bytes]) -> None:
        hangs = running.poll() is None
        if hangs and self._polls < self._late:
            return
        said = self._end(running)
        self._running = None
        self.value = {b"true": True, b"false": False}.get(said.strip())
        self.blind = Blind.NOT_TOLD if self.value is None else None
        if hangs:
            self._seen, self.blind = None, Blind.NO_ANSWER

    @staticmethod
    def _end(running: subprocess.Popen[bytes]) -> bytes:
        """End it if it has not, and give what it said."""
        running.kill()
        said, _ = running.communicate()
        return said
