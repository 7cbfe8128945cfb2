"""The time since the last input, which is a counter of an X server's SYNC extension."""

from __future__ import annotations

import struct
from functools import partial
from typing import Final

from hipcoach.core.presence import Blind
from hipcoach.ports import Clock
from hipcoach.system.presence.rest import SOON_S, Rest
from hipcoach.system.presence.x11 import WAY, XLink
from hipcoach.system.presence.xcb import XServer

SOON_MS: Final = SOON_S * 1000

SYNC: Final = "SYNC"
INITIALIZE, LIST_COUNTERS, QUERY_COUNTER, CREATE_ALARM = 0, 1, 5, 8
RISES, FALLS = 0, 1
"""PositiveTransition and NegativeTransition: when an alarm rings."""
OF_ALARM: Final = 0x3F
"""All that an alarm is made of is given."""
COUNTER: Final = b"IDLETIME"
ALARM_RINGS: Final = 1
"""Number of the event among those of SYNC."""


class XIdle:
    """The time since the last input, by two alarms: that it has been a while, and no more."""

    way = WAY

    def __init__(self, link: XLink, clock: Clock) -> None:
        self._link = link
        self._rest = Rest(clock)
        self._server: XServer | None = None
        self._blind: Blind | None = None
        self._opcode = self._rings = 0
        self._rests = self._returns = 0
        link.begins(self._begin, self._told)

    @property
    def blind(self) -> Blind | None:
        """Why it isn't known; `None` where it is."""
        return self._link.blind or self._blind

    def idle_s(self) -> float | None:
        """Seconds since the last input; 0 until there are five."""
        return self._rest.idle_s() if self.blind is None else None

    def _begin(self, server: XServer) -> None:
        self._server, self._blind = server, Blind.ASKING
        self._rest.end()
        self._link.then(server.ask_extension(SYNC), partial(self._found, server))

    def _found(self, server: XServer, answer: bytes) -> None:
        if not answer or not answer[8]:
            self._blind = Blind.NOT_TOLD
            return
        self._opcode, self._rings = answer[9], answer[10] + ALARM_RINGS
        version = server.ask(struct.pack("BBHBBxx", self._opcode, INITIALIZE, 2, 3, 0))
        self._link.then(version, lambda _answer: None)
        asked = server.ask(struct.pack("BBH", self._opcode, LIST_COUNTERS, 1))
        self._link.then(asked, partial(self._listed, server))

    def _listed(self, server: XServer, answer: bytes) -> None:
        counter = _counters(answer).get(COUNTER)
        if counter is None:
            self._blind = Blind.NOT_TOLD
            return
        self._rests = self._alarm(server, counter, SOON_MS, RISES)
        self._returns = self._alarm(server, counter, SOON_MS - 1, FALLS)
        # Alarms ring when the counter passes them: the person may have rested before.
        asked = server.ask(struct.pack("BBHI", self._opcode, QUERY_COUNTER, 2, counter))
        self._link.then(asked, self._known)

    def _alarm(self, server: XServer, counter: int, at_ms: int, rings: int) -> int:
        new = server.new_id()
        values = (counter, 0, 0, at_ms, rings, 0, 0, 1)
        body = struct.pack(f"{2 + len(values)}I", new, OF_ALARM, *values)
        head = struct.pack("BBH", self._opcode, CREATE_ALARM, 1 + len(body) // 4)
        server.tell(head + body)
        return new

    def _known(self, answer: bytes) -> None:
        if not answer:
            self._blind = Blind.NOT_TOLD
            return
        self._blind = None
        self._rested(*struct.unpack_from("iI", answer, 8))

    def _told(self, event: bytes) -> None:
        if event[0] & 0x7F != self._rings or not self._rings:
            return
        alarm, high, low = struct.unpack_from("IiI", event, 4)
        if alarm == self._rests:
            self._rested(high, low)
        elif alarm == self._returns:
            self._rest.end()

    def _rested(self, high: int, low: int) -> None:
        idle_ms = (high << 32) + low
        if idle_ms >= SOON_MS:
            self._rest.begin(idle_ms / 1000)


def _counters(answer: bytes) -> dict[bytes, int]:
    """The server's counters by name, out of what `LIST_COUNTERS` was answered."""
    found: dict[bytes, int] = {}
    if not answer:
        return found
    (count,), at = struct.unpack_from("I", answer, 8), 32
    for _ in range(count):
        counter, length = struct.unpack_from("I8xH", answer, at)
        found[answer[at + 14 : at + 14 + length]] = counter
        at += 14 + length + -(14 + length) % 4
    return found
