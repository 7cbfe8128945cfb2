"""Whether the microphone is in use, as PulseAudio and PipeWire tell it."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence import tags
from hipcoach.system.presence.pulse import EFFECTS, METERS, NOBODY, PulseCall
from tests.system.presence.other_end import OtherEnd
from tests.system.presence.stand import running, until

AUTH, SOURCE, LISTENERS, SUBSCRIBE, EVENT = 8, 23, 32, 35, 66
ERROR, REPLY = 0, 2
MIC, SPEAKERS = 4, 9
SPEC, MAP, TIME = b"a\3\1" + struct.pack(">I", 44_100), b"m\1\0", b"U" + bytes(8)


def listener(
    source: int = MIC,
    client: int = 1,
    resampling: str | None = "copy",
    application: str = "org.example.Talk",
    *,
    corked: bool = False,
) -> bytes:
    """A stream, as the server tells it to a client of version 19."""
    about = tags.names({"application.id": application})
    return (
        tags.number(1) + tags.text("Record") + tags.number(NOBODY) + tags.number(client)
        + tags.number(source) + SPEC + MAP + TIME + TIME + tags.text(resampling)
        + tags.text("protocol-native.c") + about + (b"1" if corked else b"0")
    )  # fmt: skip


class SoundServer(OtherEnd):
    """The other end of the socket: two sources, of which one is what the speakers play."""

    def __init__(self, place: Path) -> None:
        self.listeners: list[bytes] = []
        self.refuses = False
        self.asked: list[int] = []
        super().__init__(place)

    def _answer(self) -> None:
        while len(self._read) >= 20:
            length, channel, *_ = struct.unpack_from(">5I", self._read)
            assert NOBODY == channel
            frame, self._read = self._read[20 : 20 + length], self._read[20 + length :]
            command, tag, *rest = tags.values(frame)
            self.asked.append(command)
            self._hear(command, tag, rest)

    def changes(self, *listeners: bytes) -> None:
        """Have these streams from now on, and say that something changed."""
        self.listeners = [*listeners]
        self._say(EVENT, NOBODY, tags.number(0x11) + tags.number(1))

    def _hear(self, command: int, tag: int, rest: list[int]) -> None:
        if command == AUTH and self.refuses:
            self._say(ERROR, tag, tags.number(1))
        elif command == AUTH:
            assert 19 == rest[0]
            self._say(REPLY, tag, tags.number(35))
        elif command == LISTENERS:
            self._say(REPLY, tag, b"".join(self.listeners))
        elif command == SOURCE:
            of = NOBODY if rest[0] == MIC else 3
            head = tags.number(rest[0]) + tags.text("source") + tags.text("Source") + SPEC + MAP
            volume = b"v\1" + bytes(4) + b"0"
            self._say(
                REPLY, tag, head + tags.number(NOBODY) + volume + tags.number(of) + tags.text("")
            )
        else:
            if command == SUBSCRIBE:
                assert [8] == rest
            self._say(REPLY, tag, b"")

    def _say(self, command: int, tag: int, body: bytes) -> None:
        frame = tags.number(command) + tags.number(tag) + body
        self.sends(struct.pack(">5I", len(frame), NOBODY, 0, 0, 0) + frame)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "native"


@pytest.fixture
def server(place: Path) -> Iterator[SoundServer]:
    server = SoundServer(place)
    yield server
    server.close()


@pytest.fixture
def call(place: Path, server: SoundServer) -> Iterator[PulseCall]:
    """Connected, with the first answers there."""
    call = PulseCall(place)
    call.open()
    assert (Blind.ASKING, None) == (call.blind, call.on())
    until(lambda: call.blind is None, server.poll, call.poll)
    yield call
    call.close()


def heard(call: PulseCall, server: SoundServer) -> bool | None:
    """What is known once everything was asked and answered."""
    before = server.asked.count(LISTENERS)
    until(lambda: server.asked.count(LISTENERS) > before, call.poll, server.poll)
    for _ in range(4):
        call.poll()
        server.poll()
    return call.on()


def test_who_listens_to_the_microphone_is_in_a_call(call: PulseCall, server: SoundServer) -> None:
    assert False is call.on()
    server.changes(listener())
    assert True is heard(call, server)
    server.changes()
    assert False is heard(call, server)


@pytest.mark.parametrize(
    "no_call",
    [
        listener(source=SPEAKERS),
        listener(corked=True),
        listener(client=NOBODY),
        listener(resampling=METERS),
        *(listener(application=effect) for effect in sorted(EFFECTS)),
    ],
    ids=["of the speakers", "held up", "of the server", "level meter", "effects", "old effects"],
)
def test_not_everything_that_listens_is_a_call(
    call: PulseCall, server: SoundServer, no_call: bytes
) -> None:
    server.changes(no_call)
    assert False is heard(call, server)
    server.changes(no_call, listener(resampling=None))
    assert True is heard(call, server)


def test_nothing_is_asked_while_nothing_changes(call: PulseCall, server: SoundServer) -> None:
    server.poll()
    asked = len(server.asked)
    for _ in range(50):
        call.poll()
        server.poll()
    assert asked == len(server.asked)
    for _ in range(50):
        server.changes(listener(corked=True))
    heard(call, server)
    assert asked + 1 >= len(server.asked)


def test_a_server_that_refuses_us_is_told(place: Path, server: SoundServer) -> None:
    server.refuses = True
    call = PulseCall(place)
    call.open()
    until(lambda: call.blind is Blind.GONE, server.poll, call.poll)
    assert None is call.on()


def test_a_server_that_ends_is_gone_and_may_come_back(place: Path) -> None:
    call = PulseCall(place)
    for _ in range(2):
        server = SoundServer(place)
        call.open()
        until(lambda: call.blind is None, server.poll, call.poll)
        server.changes(listener())
        assert True is heard(call, server)
        server.close()
        place.unlink()
        until(lambda: call.blind is Blind.GONE, call.poll)
        assert None is call.on()


def test_a_stream_that_says_nothing_of_itself_as_it_should_ends_it(
    call: PulseCall, server: SoundServer
) -> None:
    about = tags.names({"application.id": "org.example.Talk"})
    server.changes(listener().replace(about, tags.number(7)))
    until(lambda: call.blind is Blind.GONE, server.poll, call.poll)


@pytest.mark.parametrize(
    "said", [b"\0\0\0\4" + bytes(16) + b"hmm!", b"\0\0\0\0" + bytes(16), b"\xff" + bytes(19)]
)
def test_nonsense_ends_it(call: PulseCall, server: SoundServer, said: bytes) -> None:
    server.sends(said)
    until(lambda: call.blind is Blind.GONE, call.poll)


def test_a_frame_in_two_pieces_is_one(call: PulseCall, server: SoundServer) -> None:
    server.listeners = [listener()]
    frame = tags.number(EVENT) + tags.number(NOBODY) + tags.number(1) + tags.number(1)
    whole = struct.pack(">5I", len(frame), NOBODY, 0, 0, 0) + frame
    server.sends(whole[:25])
    call.poll()
    server.sends(whole[25:])
    assert True is heard(call, server)


def test_where_there_is_none_nothing_is_known(place: Path) -> None:
    for nowhere in (None, place):
        call = PulseCall(nowhere)
        call.open()
        call.poll()
        assert (Blind.NO_SERVER, None) == (call.blind, call.on())


@pytest.mark.skipif(
    not shutil.which("pulseaudio") or not shutil.which("parec"), reason="there is no PulseAudio"
)
def test_a_real_sound_server_tells_of_a_real_recording(home: Path) -> None:
    place = home / "run" / "pulse" / "native"
    modules = ("module-native-protocol-unix", "module-null-source source_name=mic",
               "module-null-sink sink_name=speakers")  # fmt: skip
    load = [word for module in modules for word in ("-L", module)]
    call = PulseCall(place)

    def told() -> bool:
        return call._sources <= call._monitors.keys()

    with running(["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", *load]):
        # Its socket is there a moment before anybody listens.
        until(lambda: call.blind is Blind.ASKING, call.open)
        until(lambda: call.on() is False, call.poll)
        for source, is_call in (("mic", True), ("speakers.monitor", False), ("mic", True)):
            with running(["parec", "-s", f"unix:{place}", "-d", source]):
                until(lambda: bool(call._sources) and told(), call.poll)
                assert is_call is call.on()
            until(lambda: not call._sources, call.poll)
            assert False is call.on()
    until(lambda: call.blind is Blind.GONE, call.poll)
