"""A window that fills the screen, as window managers on X keep it for others to read.

The names are those of the Extended Window Manager Hints.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import partial
from typing import Final

from hipcoach.core.presence import Blind
from hipcoach.system.presence.x11 import WAY, XLink
from hipcoach.system.presence.xcb import XServer, numbers

PROPERTY_CHANGES: Final = 28
"""PropertyNotify."""
GOES: Final = frozenset({17, 18})
"""DestroyNotify and UnmapNotify."""
CHANGE_WINDOW, EVENT_MASK = 2, 1 << 11
WATCHED: Final = 1 << 22 | 1 << 17
"""PropertyChangeMask and StructureNotifyMask."""
ACTIVE, STATE, FULL, OWNER, SUPPORTED = NAMES = (
    "_NET_ACTIVE_WINDOW",
    "_NET_WM_STATE",
    "_NET_WM_STATE_FULLSCREEN",
    "_NET_WM_PID",
    "_NET_SUPPORTED",
)
MOST: Final = 400
"""So many numbers of a property are read; window managers support about a hundred names."""


class XFullscreen:
    """Whether somebody else's window fills the screen, as the window manager keeps it."""

    way = WAY

    def __init__(self, link: XLink) -> None:
        self._link = link
        self._server: XServer | None = None
        self._blind: Blind | None = None
        self._atoms: dict[str, int] = {}
        self._window = 0
        self._fills = False
        link.begins(self._begin, self._told)

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        return self._link.blind or self._blind

    def on(self) -> bool | None:
        """Whether one does."""
        return self._fills if self.blind is None else None

    def _begin(self, server: XServer) -> None:
        self._server, self._blind = server, Blind.ASKING
        self._window, self._fills = 0, False
        self._atoms.clear()
        for name in NAMES:
            self._link.then(server.ask_atom(name), partial(self._named, name))

    def _named(self, name: str, answer: bytes) -> None:
        self._atoms[name] = struct.unpack_from("I", answer, 8)[0] if answer else 0
        if name == NAMES[-1] and self._server is not None:
            self._watch(self._server, self._server.root)
            self._ask(self._server.root, ACTIVE, self._in_use)
            self._ask(self._server.root, SUPPORTED, self._managed)

    def _told(self, event: bytes) -> None:
        kind = event[0] & 0x7F
        window, name = struct.unpack_from("II", event, 4)
        if kind in GOES and window == self._window:
            # The window manager need not say that no window is in use any more.
            self._window, self._fills = 0, False
        if kind != PROPERTY_CHANGES or self._server is None:
            return
        if window == self._server.root and name == self._atoms.get(ACTIVE):
            self._ask(window, ACTIVE, self._in_use)
        elif window == self._server.root and name == self._atoms.get(SUPPORTED):
            self._ask(window, SUPPORTED, self._managed)
        elif window == self._window and name == self._atoms.get(STATE):
            self._ask(window, STATE, partial(self._stated, window))

    def _managed(self, answer: bytes) -> None:
        """Whether there is a window manager that tells which window is in use."""
        known = self._atoms[ACTIVE] in (numbers(answer) or ())
        self._blind = None if known else Blind.NOT_TOLD

    def _in_use(self, answer: bytes) -> None:
        window = (numbers(answer) or (0,))[0]
        if self._server is None or window == self._window:
            return
        if self._window:
            self._watch(self._server, self._window, 0)
        self._window = window
        if not window:
            self._fills = False
            return
        self._watch(self._server, window)
        self._ask(window, STATE, partial(self._stated, window))

    def _stated(self, window: int, answer: bytes) -> None:
        if window != self._window:
            return
        if self._atoms[FULL] in (numbers(answer) or ()):
            self._ask(window, OWNER, partial(self._owned, window))
        else:
            self._fills = False

    def _owned(self, window: int, answer: bytes) -> None:
        if window == self._window:
            # No answer: the window is gone. One that doesn't name its owner is not ours.
            owner = (numbers(answer) or (0,))[0]
            self._fills = bool(answer) and owner != self._link.our_id

    def _ask(self, window: int, name: str, hear: Callable[[bytes], None]) -> None:
        if self._server is not None:
            self._link.then(self._server.ask_property(window, self._atoms[name], MOST), hear)

    @staticmethod
    def _watch(server: XServer, window: int, mask: int = WATCHED) -> None:
        """Have the server tell when a window changes or goes, or no more."""
        server.tell(struct.pack("BxHIII", CHANGE_WINDOW, 4, window, EVENT_MASK, mask))
