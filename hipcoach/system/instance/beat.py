"""Telling the HipCoach that runs of a session in another process."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event, Lock, Thread
from typing import Final

from hipcoach.core.errors import KnownError
from hipcoach.core.remote import SESSION_LASTS_S, session_request
from hipcoach.system.instance.ask import ask

EVERY_S: Final = SESSION_LASTS_S / 4
"""So often it is told: one that starts meanwhile knows of it soon, one that was killed is soon
forgotten."""
ANSWER_S: Final = 2.0


class SessionBeat:
    """Says again and again that a session goes on here, from a thread of its own.

    Where nobody runs, nobody is told.
    """

    def __init__(self, places: Iterable[str], every_s: float = EVERY_S) -> None:
        self._places = tuple(places)
        self._every_s = every_s
        self._lock = Lock()
        self._over: Event | None = None
        self._thread: Thread | None = None

    def begin(self) -> None:
        """A session goes on; that it does is known already where it was told before."""
        with self._lock:
            if self._over is not None:
                return
            before, self._over = self._thread, Event()
            self._thread = Thread(
                target=self._tell, args=(self._over, before), name="session-beat", daemon=True
            )
            self._thread.start()

    def end(self) -> None:
        """It goes on no more; waits for nobody."""
        with self._lock:
            over, self._over = self._over, None
        if over is not None:
            over.set()

    def close(self) -> None:
        """The same, and whoever runs knows it by now."""
        self.end()
        if self._thread is not None:
            self._thread.join(2 * ANSWER_S)

    def _tell(self, over: Event, before: Thread | None) -> None:
        if before is not None:
            before.join()  # the end of the one before is told first
        while not over.is_set():
            self._say(runs=True)
            over.wait(self._every_s)
        self._say(runs=False)

    def _say(self, *, runs: bool) -> None:
        try:
            ask(self._places, session_request(runs=runs), answer_s=ANSWER_S)
        except KnownError:
            return  # nobody runs, or one that is too old to know of this
