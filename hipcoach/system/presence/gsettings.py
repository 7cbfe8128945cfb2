"""One setting of GNOME and its relatives, asked of their own program.

Their settings can be read in no other way that they promise: the portal leaves them out, and
the bus tells changes only. So `gsettings` runs for some milliseconds, when the file in which all
settings are kept has changed; nobody waits for it.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from hipcoach.core.presence import Blind

if TYPE_CHECKING:
    from subprocess import Popen

PROGRAM: Final = "gsettings"
LATE: Final = 3
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
        self._running: Popen[bytes] | None = None
        self._polls = 0

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

    def open(self) -> None:
        """Nothing: whoever knows which setting it is says when to watch it."""

    def close(self) -> None:
        """Watch nothing."""
        self.stop()

    def fileno(self) -> int:
        """What is readable when the program has said something; -1 where it doesn't run."""
        said = None if self._running is None else self._running.stdout
        return -1 if said is None else said.fileno()

    def poll(self) -> None:
        """Run the program if it is time to, and take what it said."""
        if self._key is None:
            return
        if self._running is not None:
            self._polls += 1
            self._look(self._running)
        elif (now := self._stamp()) != self._seen:
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
        import shutil  # noqa: PLC0415 - a megabyte that only GNOME and its relatives cost
        import subprocess  # noqa: PLC0415 - the same

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

    def _look(self, running: Popen[bytes]) -> None:
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
    def _end(running: Popen[bytes]) -> bytes:
        """End it if it has not, and give what it said."""
        running.kill()
        said, _ = running.communicate()
        return said
