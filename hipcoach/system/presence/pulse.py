"""Whether a program listens to the microphone, as PulseAudio or PipeWire tells it.

Spoken is PulseAudio's own protocol, of which PipeWire has the same: so no program is started,
and nothing is asked while nothing changes.
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

from hipcoach.core.presence import Blind
from hipcoach.system.presence import tags
from hipcoach.system.presence.letters import LetterLink

VERSION: Final = 19
"""The first protocol that tells of a stream whether it is held up."""
ERROR, REPLY, AUTH, NAME = 0, 2, 8, 9
SOURCE, LISTENERS, SUBSCRIBE, EVENT = 23, 32, 35, 66
OF_LISTENERS: Final = 8
"""What `SUBSCRIBE` is asked for."""
NOBODY: Final = 0xFFFF_FFFF
HEAD: Final = struct.Struct(">5I")
COOKIE: Final = bytes(256)
"""Known to who may not be who they say; on a socket the system says who we are."""

METERS: Final = "peaks"
"""Resampling of a stream that only moves the pointer of a level meter."""
EFFECTS: Final = frozenset({"com.github.wwmm.easyeffects", "com.github.wwmm.pulseeffects"})
"""Programs that listen as long as they run, and pass on what they hear."""


class Listener(NamedTuple):
    """A stream out of a source of sound."""

    client: int
    source: int
    resampling: str
    application: str
    corked: bool

    @property
    def counts(self) -> bool:
        """Whether it may be somebody who speaks; its source is still to be looked at."""
        module = self.client == NOBODY
        return not (
            module or self.corked or self.resampling == METERS or self.application in EFFECTS
        )


class PulseCall(LetterLink):
    """A link to the sound server under its socket, and whether the microphone is in use."""

    way = "pulse"
    HEAD = HEAD

    def __init__(self, place: Path | None) -> None:
        super().__init__(place, Blind.NO_SERVER)
        self._tags = count()
        self._asked: dict[int, Callable[[bytes], None]] = {}
        self._stale = False
        self._monitors: dict[int, bool] = {}
        """Whether a source gives what the speakers play, once known."""
        self._sources: set[int] = set()
        """Where somebody listens who counts."""

    def on(self) -> bool | None:
        """Whether somebody listens to a source that isn't an echo of the speakers."""
        if self.blind is not None:
            return None
        return any(self._monitors.get(source) is False for source in self._sources)

    def _greet(self) -> None:
        self._ask(AUTH, tags.number(VERSION) + tags.raw(COOKIE), self._known, ancillary=_who())

    def _forget(self) -> None:
        self._stale = False
        self._asked.clear()
        self._monitors.clear()
        self._sources = set()

    def _length(self, head: tuple[Any, ...]) -> int:
        length: int = head[0]
        return length

    def _hear(self, _head: tuple[Any, ...], body: bytes) -> None:
        command, tag = struct.unpack_from(">xIxI", body)
        if command == EVENT:
            self._stale = True
        answered = self._asked.pop(tag, None)
        if answered is None:
            return
        if command == REPLY:
            answered(body[10:])
        elif command == ERROR and self.blind is not None:
            raise ConnectionRefusedError

    def _follow_up(self) -> None:
        if self._stale:
            self._stale = False
            self._ask(LISTENERS, b"", self._listed)

    def _ask(
        self,
        command: int,
        body: bytes,
        answered: Callable[[bytes], None] | None = None,
        ancillary: tuple[int, int, bytes] | None = None,
    ) -> None:
        tag = next(self._tags)
        if answered is not None:
            self._asked[tag] = answered
        frame = tags.number(command) + tags.number(tag) + body
        self._send(HEAD.pack(len(frame), NOBODY, 0, 0, 0) + frame, ancillary)

    def _known(self, _body: bytes) -> None:
        self._ask(NAME, tags.names({"application.name": "HipCoach"}))
        self._ask(SUBSCRIBE, tags.number(OF_LISTENERS))
        self._stale = True

    def _listed(self, body: bytes) -> None:
        values = list(tags.values(body))
        fields = 13
        found = [_listener(values[at : at + fields]) for at in range(0, len(values), fields)]
        self._sources = {one.source for one in found if one.counts}
        self.blind = None
        for source in self._sources:
            # Anew each time: a number may come to mean another source.
            self._ask(SOURCE, tags.number(source) + tags.text(None), self._source_known)

    def _source_known(self, body: bytes) -> None:
        values = list(tags.values(body))
        self._monitors[values[0]] = values[8] != NOBODY


def _listener(values: list[Any]) -> Listener:
    _index, _name, _module, client, source, _spec, _map, _u1, _u2, resampling, *rest = values
    _driver, about, corked = rest
    return Listener(client, source, resampling or "", about.get("application.id", ""), corked)


def _who() -> tuple[int, int, bytes] | None:
    """What lets the system vouch for us."""
    if not hasattr(socket, "SCM_CREDENTIALS"):
        return None
    who = struct.pack("3i", os.getpid(), os.getuid(), os.getgid())
    return socket.SOL_SOCKET, socket.SCM_CREDENTIALS, who
