"""All that is known of the person, behind one object."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field

import pytest

from hipcoach.core.presence import Blind, PresenceSample, Sense, Source
from hipcoach.ports import Presence
from hipcoach.system.presence.presence import AGAIN, PATIENCE, RARELY, Senses, SystemPresence
from tests.fakes import FakePresence

GUARDS = (Sense.DO_NOT_DISTURB, Sense.FULLSCREEN, Sense.CALL)


@dataclass
class Way:
    """A way to know something, which knows what it is told."""

    way: str = "telepathy"
    blind: Blind | None = None
    idle: float | None = 3.0
    so: bool | None = False

    def idle_s(self) -> float | None:
        return self.idle

    def on(self) -> bool | None:
        return self.so


@dataclass
class Wire:
    """A connection that notes what is done with it."""

    blind: Blind | None = None
    log: list[str] = field(default_factory=list)
    file: int = -1

    def fileno(self) -> int:
        return self.file

    def open(self) -> None:
        self.log.append("open")

    def poll(self) -> None:
        self.log.append("poll")

    def close(self) -> None:
        self.log.append("close")


def desk(lock: Way, *guards: Way) -> SystemPresence:
    yes = {Sense.LOCK: [lock], **{sense: [way] for sense, way in zip(GUARDS, guards, strict=True)}}
    return SystemPresence(Senses(idle=[Way()], yes=yes))


def real() -> SystemPresence:
    presence = desk(Way(so=False), Way(so=True), Way(), Way(blind=Blind.NO_SERVER, so=True))
    presence.start()
    return presence


def fake() -> FakePresence:
    presence = FakePresence()
    presence.now = PresenceSample(3.0, False, frozenset({Sense.DO_NOT_DISTURB, Sense.CALL}))
    presence.blind = {Sense.CALL: Blind.NO_SERVER}
    presence.start()
    return presence


@pytest.mark.parametrize("presence", [real(), fake()], ids=["real", "fake"])
class TestPresence:
    def test_a_sample_holds_what_works(self, presence: Presence) -> None:
        assert PresenceSample(3.0, False, frozenset({Sense.DO_NOT_DISTURB})) == presence.sample()

    def test_guards_go_by_the_names_that_the_rules_have(self, presence: Presence) -> None:
        assert frozenset({"do_not_disturb"}) == presence.sample().guards

    def test_each_source_says_whether_it_works(self, presence: Presence) -> None:
        told = {source.sense: source.blind for source in presence.sources()}
        assert list(Sense) == list(told)
        assert [None, None, None, None, Blind.NO_SERVER] == [*told.values()]

    def test_stopped_it_knows_nothing_until_it_is_started_again(self, presence: Presence) -> None:
        presence.stop()
        assert PresenceSample() == presence.sample()
        presence.start()
        assert 3.0 == presence.sample().idle_s


def test_the_first_way_that_works_tells_the_idle_time() -> None:
    ways = [Way("one", Blind.NOT_TOLD, 1.0), Way("two", None, 2.0), Way("three", None, 3.0)]
    presence = SystemPresence(Senses(idle=ways))
    presence.start()
    assert 2.0 == presence.sample().idle_s
    assert Source(Sense.IDLE, "two") == presence.sources()[0]
    ways[0].blind = None
    presence.start()
    assert 1.0 == presence.sample().idle_s


@pytest.mark.parametrize(
    ("told", "locked"),
    [
        ([], None),
        ([None], None),
        ([False], False),
        ([True, False], True),
        ([False, True], True),
        ([None, False], False),
    ],
)
def test_one_that_says_so_is_enough_and_none_that_knows_is_not_known(
    told: list[bool | None], locked: bool | None
) -> None:
    ways = [*(Way(so=so) for so in told), Way(blind=Blind.GONE, so=True)]
    presence = SystemPresence(Senses(yes={Sense.LOCK: ways}))
    presence.start()
    assert locked is presence.sample().locked


def test_where_nothing_works_the_first_way_says_why_but_one_that_asks_still_has_hope() -> None:
    gone, asks = Way("one", Blind.GONE), Way("two", Blind.ASKING)
    presence = SystemPresence(Senses(idle=[gone], yes={Sense.LOCK: [gone, asks]}))
    presence.start()
    idle, lock, *others = presence.sources()
    assert Source(Sense.IDLE, "one", Blind.GONE) == idle
    assert Source(Sense.LOCK, "two", Blind.ASKING) == lock
    assert [Source(sense, "", Blind.NOT_TOLD) for sense in GUARDS] == others
    for _ in range(PATIENCE):
        presence.sample()
    assert Source(Sense.LOCK, "two", Blind.NO_ANSWER) == presence.sources()[1]
    presence.start()
    assert Blind.ASKING is presence.sources()[1].blind


def test_it_looks_while_it_runs_and_only_then() -> None:
    wire = Wire()
    presence = SystemPresence(Senses(links=[wire], idle=[Way()]))
    assert PresenceSample() == presence.sample()
    assert [] == wire.log
    presence.start()
    for _ in range(RARELY):
        presence.sample()
    presence.stop()
    assert PresenceSample() == presence.sample()
    assert ["close", "open", "poll", "close"] == wire.log


def test_only_who_has_something_to_read_is_polled() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        wire, other = Wire(file=ours.fileno()), Wire()
        presence = SystemPresence(Senses(links=[wire, other]))
        presence.start()
        presence.sample()
        assert ["close", "open"] == wire.log
        theirs.sendall(b"news")
        presence.sample()
        assert (["close", "open", "poll"], ["close", "open"]) == (wire.log, other.log)
        ours.recv(9)
        for _ in range(RARELY):
            presence.sample()
        assert (1, 1) == (wire.log.count("poll"), other.log.count("poll"))


def test_a_connection_that_takes_the_place_of_another_is_read() -> None:
    pairs = [socket.socketpair() for _ in range(2)]
    wire = Wire(file=pairs[0][0].fileno())
    presence = SystemPresence(Senses(links=[wire]))
    presence.start()
    pairs[0][1].sendall(b"it is over")
    wire.file = pairs[1][0].fileno()
    presence.sample()
    pairs[0][0].recv(99)
    pairs[1][1].sendall(b"news")
    presence.sample()
    assert 2 == wire.log.count("poll")
    pairs[0][0].close()
    wire.file = -1
    presence.sample()
    for end in (pairs[0][1], *pairs[1]):
        end.close()


def test_what_a_poll_brings_is_in_the_same_sample() -> None:
    lock = Way(so=False)
    presence = SystemPresence(Senses(links=[Wire()], yes={Sense.LOCK: [lock]}))
    presence.start()
    assert False is presence.sample().locked
    lock.so = True
    assert True is [presence.sample().locked for _ in range(RARELY)][-1]


@pytest.mark.parametrize("blind", [Blind.GONE, Blind.NO_SERVER, Blind.NO_BUS, Blind.NO_DISPLAY])
def test_what_broke_is_tried_again_once_a_minute(blind: Blind) -> None:
    wire = Wire(blind)
    presence = SystemPresence(Senses(links=[wire]))
    presence.start()
    for _ in range(2 * AGAIN + 1):
        presence.sample()
    assert 1 + 2 == wire.log.count("open")


@pytest.mark.parametrize("blind", [None, Blind.ASKING, Blind.NOT_TOLD, Blind.NO_LIBRARY])
def test_what_works_or_never_will_is_left_alone(blind: Blind | None) -> None:
    wire = Wire(blind)
    presence = SystemPresence(Senses(links=[wire]))
    presence.start()
    for _ in range(2 * AGAIN + 1):
        presence.sample()
    assert 1 == wire.log.count("open")
