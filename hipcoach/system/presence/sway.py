"""Whether somebody else's window fills the screen, as sway tells it on its own socket."""

from __future__ import annotations

import json
import os
import struct
from pathlib import Path
from typing import Any, Final

from hipcoach.core.presence import Blind
from hipcoach.system.presence.streams import Stream

MAGIC: Final = b"i3-ipc"
HEAD: Final = struct.Struct("=6sII")
SUBSCRIBE, TREE = 2, 4
EVENT: Final = 1 << 31
"""Set in the kind of a message that nobody asked for."""
EVENTS: Final = ("window", "workspace")
"""Enough to know when another window fills the screen, or another workspace is seen."""


class SwayFullscreen:
    """A link to sway under its socket; the windows are asked for again when some have changed."""

    way = "sway"

    def __init__(self, place: Path | None, our_id: int | None = None) -> None:
        self.blind: Blind | None = Blind.NOT_TOLD
        """Why it isn't known; `None` where it is."""
        self._place = place
        self._our_id = os.getpid() if our_id is None else our_id
        self._stream: Stream | None = None
        self._read = b""
        self._stale = False
        self._fills = False

    def open(self) -> None:
        """Connect, anew where it was connected before."""
        self.close()
        if self._place is None:
            return
        try:
            self._stream = Stream(self._place)
            self._send(SUBSCRIBE, json.dumps(EVENTS).encode())
            self._send(TREE)
        except OSError:
            self.close()
            return
        self.blind = Blind.ASKING

    def close(self) -> None:
        """Hang up."""
        if self._stream is not None:
            self._stream.close()
        self._stream, self._read, self._stale, self._fills = None, b"", False, False
        self.blind = Blind.NOT_TOLD

    def fileno(self) -> int:
        """What is readable when something has come; -1 where it is not open."""
        return -1 if self._stream is None else self._stream.fileno()

    def poll(self) -> None:
        """Read what sway has told."""
        if self._stream is None:
            return
        try:
            self._read += self._stream.receive()
            while len(self._read) >= HEAD.size:
                magic, length, kind = HEAD.unpack_from(self._read)
                if magic != MAGIC:
                    raise ConnectionAbortedError
                if len(self._read) < HEAD.size + length:
                    break
                body = self._read[HEAD.size : HEAD.size + length]
                self._read = self._read[HEAD.size + length :]
                self._hear(kind, body)
            if self._stale:
                self._stale = False
                self._send(TREE)
        except (OSError, ValueError, AttributeError, TypeError):
            self.close()
            self.blind = Blind.GONE

    def on(self) -> bool | None:
        """Whether one does that can be seen."""
        return self._fills if self.blind is None else None

    def _hear(self, kind: int, body: bytes) -> None:
        if kind & EVENT:
            self._stale = True
        elif kind == TREE:
            self._fills = self._filled(json.loads(body))
            self.blind = None

    def _filled(self, node: dict[str, Any]) -> bool:
        # A workspace fills the screen too; a window alone belongs to a process.
        if node.get("fullscreen_mode") and node.get("visible") and "pid" in node:
            return bool(node["pid"] != self._our_id)
        below = [*node.get("nodes", ()), *node.get("floating_nodes", ())]
        return any(self._filled(one) for one in below)

    def _send(self, kind: int, body: bytes = b"") -> None:
        assert self._stream is not None
        self._stream.send(HEAD.pack(MAGIC, len(body), kind) + body)
