"""What an X server tells: the time since the last input, and a full screen.

The first comes with the screen saver extension (MIT-SCREEN-SAVER), which every usual server
has; the second is what window managers keep for others to read (Extended Window Manager Hints).
"""

from __future__ import annotations

import os
import struct
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Final

from hipcoach.core.presence import Blind
from hipcoach.system.presence.xcb import XServer, numbers

WAY: Final = "x11"
SAVER: Final = "MIT-SCREEN-SAVER"
QUERY_INFO: Final = 1
NAMES: Final = ("_NET_ACTIVE_WINDOW", "_NET_WM_STATE", "_NET_WM_STATE_FULLSCREEN", "_NET_WM_PID")
STATES: Final = 32
"""So many states of a window are read; there are thirteen."""


class XLink:
    """An X server under its display name, asked once for each poll."""

    def __init__(self, display: str, our_id: int | None = None) -> None:
        self.blind: Blind | None = Blind.NO_DISPLAY
        """Why nothing comes through it; `None` where it is up."""
        self.saver: int | None = None
        """Opcode of the screen saver extension, once known; 0 where the server has none."""
        self.idle_ms: int | None = None
        """Milliseconds since the last input."""
        self.managed: bool | None = None
        """Whether windows are managed by somebody who tells which one is in use, once known."""
        self.fullscreen: bool | None = None
        """Whether somebody else's window fills the screen."""
        self._display = display
        self._our_id = os.getpid() if our_id is None else our_id
        self._server: XServer | None = None
        self._atoms: dict[str, int] = {}
        self._due: deque[tuple[int, Callable[[bytes], None]]] = deque()
        """What was asked and has no answer yet, in that order, and who is to hear it."""

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
        self._due.append((server.ask_extension(SAVER), self._hear_extension))
        self._due.extend((server.ask_atom(n), partial(self._hear_atom, n)) for n in NAMES)
        self._hear(server)

    def close(self) -> None:
        """Hang up."""
        if self._server is not None:
            self._server.close()
        self._server = None
        self._due.clear()
        self._atoms.clear()
        self.saver = self.idle_ms = self.managed = self.fullscreen = None
        self.blind = Blind.NO_DISPLAY

    def poll(self) -> None:
        """Ask, and wait a moment for the answers; what is late comes with the next poll."""
        server = self._server
        if server is None:
            return
        if not self._due:
            self._ask(server)
        self._hear(server)
        if not server.alive:
            self.close()
            self.blind = Blind.GONE

    def _ask(self, server: XServer) -> None:
        if self.saver:
            question = struct.pack("BBHI", self.saver, QUERY_INFO, 2, server.root)
            self._due.append((server.ask(question), self._hear_idle))
        active = server.ask_property(server.root, self._atoms[NAMES[0]])
        self._due.append((active, self._hear_active))

    def _hear(self, server: XServer) -> None:
        while self._due:
            number, hear = self._due[0]
            come, answer = server.answer(number)
            if not come:
                return
            self._due.popleft()
            hear(answer)

    def _hear_extension(self, answer: bytes) -> None:
        self.saver = answer[9] if answer and answer[8] else 0

    def _hear_atom(self, name: str, answer: bytes) -> None:
        self._atoms[name] = struct.unpack_from("I", answer, 8)[0] if answer else 0

    def _hear_idle(self, answer: bytes) -> None:
        self.idle_ms = struct.unpack_from("I", answer, 16)[0] if answer else None

    def _hear_active(self, answer: bytes) -> None:
        found = numbers(answer)
        self.managed = found is not None
        if not found or not found[0]:
            self.fullscreen = False
        elif self._server is not None:
            state = self._server.ask_property(found[0], self._atoms[NAMES[1]], STATES)
            self._due.append((state, partial(self._hear_state, found[0])))

    def _hear_state(self, window: int, answer: bytes) -> None:
        fills = self._atoms[NAMES[2]] in (numbers(answer) or ())
        if fills and self._server is not None:
            owner = self._server.ask_property(window, self._atoms[NAMES[3]])
            self._due.append((owner, self._hear_owner))
        else:
            self.fullscreen = False

    def _hear_owner(self, answer: bytes) -> None:
        self.fullscreen = (numbers(answer) or (0,))[0] != self._our_id


class XIdle:
    """The time since the last input, as the X server knows it."""

    way = WAY

    def __init__(self, link: XLink) -> None:
        self._link = link

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        if self._link.blind or self._link.saver == 0:
            return self._link.blind or Blind.NOT_TOLD
        return Blind.ASKING if self._link.idle_ms is None else None

    def idle_s(self) -> float | None:
        """Seconds since the last input."""
        return None if self._link.idle_ms is None else self._link.idle_ms / 1000


class XFullscreen:
    """Whether somebody else's window fills the screen, as the window manager keeps it."""

    way = WAY

    def __init__(self, link: XLink) -> None:
        self._link = link

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        if self._link.blind or self._link.managed is False:
            return self._link.blind or Blind.NOT_TOLD
        return Blind.ASKING if self._link.managed is None else None

    def on(self) -> bool | None:
        """Whether one does."""
        return self._link.fullscreen if self._link.managed else None
