"""Idle time as Wayland compositors tell it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.wayland import WaylandIdle
from tests.fakes import FakeClock
from tests.system.presence.other_end import OtherEnd
from tests.system.presence.stand import until

DISPLAY, RESTS, RETURNS = 1, 0, 1
NEW, OLD = "ext_idle_notifier_v1", "org_kde_kwin_idle"


def message(sender: int, opcode: int, body: bytes = b"") -> bytes:
    return struct.pack("II", sender, (8 + len(body)) << 16 | opcode) + body


def text(value: str) -> bytes:
    data = value.encode() + b"\0"
    return struct.pack("I", len(data)) + data + bytes(-len(data) % 4)


class Compositor(OtherEnd):
    """The other end of a Wayland socket, as far as it is asked; names are numbered from 10."""

    def __init__(self, place: Path, offers: dict[str, int]) -> None:
        self.offers = offers
        self.asked: list[tuple[str, int, bytes]] = []
        """Requests to objects that were bound: interface, opcode and body."""
        self.versions: dict[str, int] = {}
        super().__init__(place)
        self._objects: dict[int, str] = {DISPLAY: "wl_display"}

    def _answer(self) -> None:
        while len(self._read) >= 8:
            target, word = struct.unpack_from("II", self._read)
            body, self._read = self._read[8 : word >> 16], self._read[word >> 16 :]
            self._hear(target, word & 0xFFFF, body)

    def says(self, data: bytes, cut: int | None = None) -> None:
        """Send something, or the beginning of it."""
        self.sends(data[:cut])

    def tells(self, what: int) -> None:
        """Tell the note that was asked for."""
        (note,) = (number for number, name in self._objects.items() if name == "note")
        self.says(message(note, what))

    def _hear(self, target: int, opcode: int, body: bytes) -> None:
        interface = self._objects[target]
        if (interface, opcode) == ("wl_display", 1):
            (new,) = struct.unpack("I", body)
            self._objects[new] = "wl_registry"
            for at, (name, version) in enumerate(self.offers.items()):
                announced = struct.pack("I", 10 + at) + text(name) + struct.pack("I", version)
                self.says(message(new, 0, announced))
        elif (interface, opcode) == ("wl_display", 0):
            (new,) = struct.unpack("I", body)
            self.says(message(new, 0, bytes(4)) + message(DISPLAY, 1, struct.pack("I", new)))
        elif interface == "wl_registry":
            name, length = struct.unpack_from("II", body)
            bound = body[8 : 8 + length - 1].decode()
            version, new = struct.unpack_from("II", body, 8 + length + -length % 4)
            assert list(self.offers)[name - 10] == bound
            assert version <= self.offers[bound]
            self._objects[new] = bound
            self.versions[bound] = version
            if bound == "wl_seat":
                self.says(message(new, 0, struct.pack("I", 3)))
        else:
            self.asked.append((interface, opcode, body))
            self._objects[struct.unpack_from("I", body)[0]] = "note"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "wayland-7"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def compositor(place: Path, request: pytest.FixtureRequest) -> Iterator[Compositor]:
    """A compositor with what the test asks for, by default as KDE, sway and Hyprland are."""
    offers = getattr(request, "param", {"wl_compositor": 5, "wl_seat": 9, NEW: 1, OLD: 1})
    compositor = Compositor(place, offers)
    yield compositor
    compositor.close()


def known(idle: WaylandIdle, compositor: Compositor) -> None:
    idle.open()
    until(lambda: idle.blind is not Blind.ASKING, compositor.poll, idle.poll)
    compositor.poll()


@pytest.mark.parametrize(
    ("compositor", "asked", "seat_at"),
    [
        ({"wl_seat": 9, NEW: 1}, (NEW, 1), 8),
        ({"wl_seat": 9, NEW: 2}, (NEW, 2), 8),
        ({NEW: 7, "wl_seat": 1}, (NEW, 2), 8),
        ({"wl_seat": 9, OLD: 1}, (OLD, 0), 4),
        ({OLD: 1, NEW: 1, "wl_seat": 9}, (NEW, 1), 8),
    ],
    indirect=["compositor"],
)
def test_it_is_asked_as_each_protocol_wants(
    compositor: Compositor, place: Path, clock: FakeClock, asked: tuple[str, int], seat_at: int
) -> None:
    idle = WaylandIdle(place, clock)
    known(idle, compositor)
    ((interface, opcode, body),) = compositor.asked
    assert asked == (interface, opcode)
    assert 1 == compositor.versions["wl_seat"]
    five_seconds = struct.unpack_from("I", body, 12 - seat_at)[0]
    assert 5000 == five_seconds
    idle.close()


def test_it_counts_from_the_last_input_and_again_after_each_return(
    compositor: Compositor, place: Path, clock: FakeClock
) -> None:
    idle = WaylandIdle(place, clock)
    assert (Blind.NO_DISPLAY, None) == (idle.blind, idle.idle_s())
    known(idle, compositor)
    for _ in range(2):
        assert (None, 0.0) == (idle.blind, idle.idle_s())
        compositor.tells(RESTS)
        until(lambda: idle.idle_s() == 5.0, idle.poll)
        clock.advance(55)
        assert 60.0 == idle.idle_s()
        compositor.tells(RETURNS)
        until(lambda: idle.idle_s() == 0.0, idle.poll)
    idle.close()


def test_who_came_and_went_between_two_looks_is_there(
    compositor: Compositor, place: Path, clock: FakeClock
) -> None:
    idle = WaylandIdle(place, clock)
    known(idle, compositor)
    for what in (RESTS, RETURNS, RESTS, RETURNS, RESTS):
        compositor.tells(what)
    until(lambda: idle.idle_s() == 5.0, idle.poll)
    idle.close()


@pytest.mark.parametrize(
    "compositor", [{}, {"wl_seat": 9}, {NEW: 1}, {"wl_compositor": 5}], indirect=True
)
def test_a_compositor_without_it_doesn_t_tell(
    compositor: Compositor, place: Path, clock: FakeClock
) -> None:
    idle = WaylandIdle(place, clock)
    known(idle, compositor)
    assert (Blind.NOT_TOLD, None) == (idle.blind, idle.idle_s())
    idle.poll()


def test_a_message_in_two_pieces_is_one(
    compositor: Compositor, place: Path, clock: FakeClock
) -> None:
    idle = WaylandIdle(place, clock)
    known(idle, compositor)
    whole = message(99, 0, text("somebody else's")) + message(6, RESTS)
    compositor.says(whole, cut=11)
    idle.poll()
    assert 0.0 == idle.idle_s()
    compositor.says(whole[11:])
    until(lambda: idle.idle_s() == 5.0, idle.poll)
    idle.close()


@pytest.mark.parametrize(
    "said",
    [
        message(DISPLAY, 0, struct.pack("II", 5, 1) + text("no such thing")),
        message(2, 0, b"\1\0\0\0"),
        message(2, 0, struct.pack("II", 1, 4) + b"\xff\xfe\xfd\0" + struct.pack("I", 1)),
    ],
)
def test_an_error_or_nonsense_ends_it(
    compositor: Compositor, place: Path, clock: FakeClock, said: bytes
) -> None:
    idle = WaylandIdle(place, clock)
    known(idle, compositor)
    compositor.says(said)
    until(lambda: idle.blind is Blind.GONE, idle.poll)
    assert None is idle.idle_s()


def test_messages_without_a_length_end_too(
    compositor: Compositor, place: Path, clock: FakeClock
) -> None:
    idle = WaylandIdle(place, clock)
    known(idle, compositor)
    compositor.says(struct.pack("II", 6, RESTS) * 3)
    until(lambda: idle.idle_s() == 5.0, idle.poll)
    idle.close()


def test_a_compositor_that_ends_is_gone_and_may_come_back(place: Path, clock: FakeClock) -> None:
    idle = WaylandIdle(place, clock)
    for _ in range(2):
        compositor = Compositor(place, {"wl_seat": 9, NEW: 1})
        known(idle, compositor)
        assert idle.blind is None
        compositor.tells(RESTS)
        compositor.close()
        place.unlink()
        until(lambda: idle.blind is Blind.GONE, idle.poll)


def test_where_there_is_none_nothing_is_known(place: Path, clock: FakeClock) -> None:
    for nowhere in (None, place):
        idle = WaylandIdle(nowhere, clock)
        idle.open()
        idle.poll()
        assert (Blind.NO_DISPLAY, None) == (idle.blind, idle.idle_s())
