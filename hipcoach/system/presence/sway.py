"""Whether somebody else's window fills the screen, as sway tells it on its own socket."""

from __future__ import annotations

import json
import os
import struct
from pathlib import Path
from typing import Any, Final

from hipcoach.core.presence import Blind
from hipcoach.system.presence.letters import LetterLink

MAGIC: Final = b"i3-ipc"
HEAD: Final = struct.Struct("=6sII")
SUBSCRIBE, TREE = 2, 4
EVENT: Final = 1 << 31
"""Set in the kind of a message that nobody asked for."""
EVENTS: Final = ("window", "workspace")
"""Enough to know when another window fills the screen, or another workspace is seen."""


class SwayFullscreen(LetterLink):
    """A link to sway under its socket; the windows are asked for again when some have changed."""

    way = "sway"
    HEAD = HEAD

    def __init__(self, place: Path | None, our_id: int | None = None) -> None:
        super().__init__(place, Blind.NOT_TOLD)
        self._our_id = os.getpid() if our_id is None else our_id
        self._stale = False
        self._fills = False

    def on(self) -> bool | None:
        """Whether one does that can be seen."""
        return self._fills if self.blind is None else None

    def _greet(self) -> None:
        self._ask(SUBSCRIBE, json.dumps(EVENTS).encode())
        self._ask(TREE)

    def _forget(self) -> None:
        self._stale = self._fills = False

    def _length(self, head: tuple[Any, ...]) -> int:
        magic, length, _kind = head
        if magic != MAGIC:
            raise ConnectionAbortedError
        return int(length)

    def _hear(self, head: tuple[Any, ...], body: bytes) -> None:
        kind = head[-1]
        if kind & EVENT:
            self._stale = True
        elif kind == TREE:
            self._fills = self._filled(json.loads(body))
            self.blind = None

    def _follow_up(self) -> None:
        if self._stale:
            self._stale = False
            self._ask(TREE)

    def _filled(self, node: dict[str, Any]) -> bool:
        # A workspace fills the screen too; a window alone belongs to a process.
        if node.get("fullscreen_mode") and node.get("visible") and "pid" in node:
            return bool(node["pid"] != self._our_id)
        below = [*node.get("nodes", ()), *node.get("floating_nodes", ())]
        return any(self._filled(one) for one in below)

    def _ask(self, kind: int, body: bytes = b"") -> None:
        self._send(HEAD.pack(MAGIC, len(body), kind) + body)
