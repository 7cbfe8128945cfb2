"""A connection to an X server, which tells when something changes: nobody asks again and again."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from typing import Final

from hipcoach.core.presence import Blind
from hipcoach.system.presence.xcb import XServer

WAY: Final = "x11"


class XLink:
    """An X server under its display name."""

    def __init__(self, display: str, our_id: int | None = None) -> None:
        self.blind: Blind | None = Blind.NO_DISPLAY
        """Why nothing comes through it; `None` where it is up."""
        self._display = display
        self.our_id = os.getpid() if our_id is None else our_id
        self._server: XServer | None = None
        self._begins: list[Callable[[XServer], None]] = []
        self._due: deque[tuple[int, Callable[[bytes], None]]] = deque()
        """What was asked and has no answer yet, in that order, and who is to hear it."""
        self._ears: list[Callable[[bytes], None]] = []

    def begins(self, ask: Callable[[XServer], None], hears: Callable[[bytes], None]) -> None:
        """Let this be asked first whenever there is a connection, and hear every event."""
        self._begins.append(ask)
        self._ears.append(hears)

    def then(self, number: int, hear: Callable[[bytes], None]) -> None:
        """Let this hear what is answered under a number; empty for an error."""
        self._due.append((number, hear))

    def open(self) -> None:
        """Connect, anew where it was connected before."""
        self.close()
        if not self._display:
            return
        try:
            server = self._server = XServer(self._display)
        except ConnectionError:
            return
        except OSError:
            self.blind = Blind.NO_LIBRARY
            return
        self.blind = None
        for ask in self._begins:
            ask(server)
        server.flush()

    def close(self) -> None:
        """Hang up."""
        if self._server is not None:
            self._server.close()
        self._server = None
        self._due.clear()
        self.blind = Blind.NO_DISPLAY

    def fileno(self) -> int:
        """What is readable when something has come; -1 where it is not open."""
        return -1 if self._server is None else self._server.descriptor

    def poll(self) -> None:
        """Read what has come, and tell it."""
        server = self._server
        if server is None:
            return
        # An answer may bring another question, and reading answers may bring events.
        event = server.event()
        while event is not None or self._hear(server):
            if event is not None:
                for hears in self._ears:
                    hears(event)
            event = server.event()
        server.flush()
        if not server.alive:
            self.close()
            self.blind = Blind.GONE

    def _hear(self, server: XServer) -> bool:
        """Whether the oldest question had its answer by now."""
        if not self._due:
            return False
        number, hear = self._due[0]
        answer = server.answer(number)
        if answer is None:
            return False
        self._due.popleft()
        hear(answer)
        return True
