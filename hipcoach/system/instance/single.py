"""One HipCoach for each data folder."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

from hipcoach.core.errors import KnownError
from hipcoach.system.instance.place import LOCK
from hipcoach.system.paths import PRIVATE_FILE

if TYPE_CHECKING:
    from hipcoach.system.instance.listener import Answer, Listener


class SingleInstance:
    """The right to be the one that runs for a data folder, and its ear for the others.

    `answer` gets every message that comes; a second HipCoach that finds it cannot `claim`
    asks the first (`hipcoach.system.instance.ask`).
    """

    def __init__(self, data: Path, places: Iterable[str], answer: Answer) -> None:
        self._path = data / LOCK
        # A lock is stale when its program is gone, never by its age.
        self._lock = QLockFile(str(self._path))
        self._lock.setStaleLockTime(0)
        self._places = tuple(places)
        self._answer = answer
        self._listener: Listener | None = None

    def claim(self, *, hears: bool = True) -> bool:
        """Become the one; `False` where another is. Raises KnownError (`unwritable`).

        `hears`: at once; else from `listen` on, and who asks before that has to try again.
        """
        if not self._lock.tryLock(0):
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                return False
            raise KnownError("unwritable", {"path": str(self._path)})
        # It tells the name of the computer; Qt lets everybody read that.
        with suppress(OSError):
            self._path.chmod(PRIVATE_FILE)
        if hears:
            self.listen()
        return True

    def listen(self) -> None:
        """Hear the others from now on."""
        from hipcoach.system.instance.listener import PipeListener, SocketListener  # noqa: PLC0415 - the icon in the tray comes first

        kind = PipeListener if sys.platform == "win32" else SocketListener
        listener: Listener = kind(self._answer)
        # With the lock ours, whatever is found at such a place is dead.
        if any(listener.listen(place) for place in self._places):
            self._listener = listener

    def take_over(self, *, hears: bool = True) -> bool:
        """Become the one although the lock says that another is, for when nobody answers.

        One that was killed leaves its number in the lock; any other Python may have that number
        now, and would keep us away until it ends.
        """
        self._path.unlink(missing_ok=True)
        return self.claim(hears=hears)

    @property
    def heard(self) -> bool:
        """Whether others can reach us."""
        return self._listener is not None

    def release(self) -> None:
        """Let another be the one."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        self._lock.unlock()
