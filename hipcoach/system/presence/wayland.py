"""The time since the last input, as Wayland compositors tell it: KDE, sway, Hyprland and others.

The messages are those of `ext-idle-notify-v1` in wayland-protocols, and of KDE's older
`org_kde_kwin_idle`, which sway before 1.8 and Plasma before 5.27 have in its place.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any, Final, NamedTuple

from hipcoach.core.presence import Blind
from hipcoach.ports import Clock
from hipcoach.system.presence.letters import LetterLink
from hipcoach.system.presence.rest import SOON_S, Rest

HEAD: Final = struct.Struct("II")
"""Who says it; how long it is, and what it is."""
DISPLAY, REGISTRY, ROUND, SEAT, NOTIFIER, NOTE = range(1, 7)
"""Numbers of the objects that are used, in the order in which they are made."""
ERROR, ANNOUNCED = 0, 0
RESTS, RETURNS = 0, 1
"""What a note tells; both protocols count so."""
SEAT_NAME: Final = "wl_seat"


class Notifier(NamedTuple):
    """How a protocol is asked to tell when the person rests."""

    name: str
    version: int
    """The newest of which something is used."""
    request: tuple[int, ...]
    """What to call, for each version from 1 on."""
    seat_first: bool
    """Whether the seat comes before the time."""


NOTIFIERS: Final = (
    # From version 2 on there is one that a film, which keeps the screen on, doesn't hold up.
    Notifier("ext_idle_notifier_v1", 2, (1, 2), seat_first=False),
    Notifier("org_kde_kwin_idle", 1, (0,), seat_first=True),
)


class WaylandIdle(LetterLink):
    """A link to a compositor under its socket, and what it tells of the first seat."""

    way = "wayland"
    HEAD = HEAD

    def __init__(self, place: Path | None, clock: Clock) -> None:
        super().__init__(place, Blind.NO_DISPLAY)
        self._rest = Rest(clock)
        self._announced: dict[str, tuple[int, int]] = {}

    def idle_s(self) -> float | None:
        """Seconds since the last input; 0 until there are five."""
        return self._rest.idle_s() if self.blind is None else None

    def _greet(self) -> None:
        self._send(_message(DISPLAY, 1, REGISTRY) + _message(DISPLAY, 0, ROUND))

    def _forget(self) -> None:
        self._rest.end()
        self._announced.clear()

    def _length(self, head: tuple[Any, ...]) -> int:
        whole: int = head[1] >> 16
        return max(0, whole - HEAD.size)

    def _hear(self, head: tuple[Any, ...], body: bytes) -> None:
        sender, opcode = head[0], head[1] & 0xFFFF
        if sender == DISPLAY and opcode == ERROR:
            raise ConnectionAbortedError
        if sender == REGISTRY and opcode == ANNOUNCED:
            name, length = struct.unpack_from("II", body)
            (version,) = struct.unpack_from("I", body, 8 + length + -length % 4)
            interface = body[8 : 8 + length - 1].decode()
            self._announced.setdefault(interface, (name, version))
        elif sender == ROUND:
            self._ask()
        elif sender == NOTE:
            if opcode == RESTS:
                self._rest.begin()
            else:
                self._rest.end()

    def _ask(self) -> None:
        known = next((one for one in NOTIFIERS if one.name in self._announced), None)
        if known is None or SEAT_NAME not in self._announced:
            self._lose(Blind.NOT_TOLD)
            return
        name, theirs = self._announced[known.name]
        version = min(theirs, known.version)
        seat, _version = self._announced[SEAT_NAME]
        asked = (SEAT, SOON_S * 1000) if known.seat_first else (SOON_S * 1000, SEAT)
        self._send(
            _bind(seat, SEAT_NAME, 1, SEAT)
            + _bind(name, known.name, version, NOTIFIER)
            + _message(NOTIFIER, known.request[version - 1], NOTE, *asked)
        )
        self.blind = None


def _message(to: int, opcode: int, *numbers: int, text: bytes = b"") -> bytes:
    body = text + struct.pack(f"{len(numbers)}I", *numbers)
    return HEAD.pack(to, (HEAD.size + len(body)) << 16 | opcode) + body


def _bind(name: int, interface: str, version: int, new: int) -> bytes:
    text = interface.encode() + b"\0"
    length = len(text)
    text += bytes(-length % 4)
    return _message(REGISTRY, 0, version, new, text=struct.pack("II", name, length) + text)
