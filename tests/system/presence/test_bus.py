"""A place on the bus that nobody waits for."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.bus import PROPERTIES, BusLink, Place
from tests.system.presence.stand import StandIn, private_bus, settle, until

LAMP = Place("org.example.Lamp", "/lamp", "org.example.Lamp")


def test_where_there_is_no_bus_nothing_is_asked() -> None:
    link = BusLink("")
    link.begins(lambda: pytest.fail("nobody is there to be asked"))
    link.open()
    link.call(LAMP, "IsOn", lambda _body: pytest.fail("nobody answers"))
    link.poll()
    assert Blind.NO_BUS is link.blind


@pytest.mark.parametrize("address", ["unix:path=/no/such/bus", "tcp:host=localhost", "nonsense"])
def test_an_address_under_which_there_is_no_bus_is_none(address: str) -> None:
    link = BusLink(address)
    link.open()
    assert Blind.NO_BUS is link.blind


def test_a_question_is_answered_and_an_error_is_an_answer(link: BusLink, program: StandIn) -> None:
    program.owns(LAMP.service)
    program.answers(LAMP, "Brightness", "u", 7)
    heard: list[Any] = []
    link.begins(lambda: link.call(LAMP, "Brightness", heard.append))
    link.begins(lambda: link.call(LAMP, "Colour", heard.append))
    link.open()
    assert Blind.ASKING is link.blind
    until(lambda: len(heard) > 1, link.poll, program.poll)
    assert [(7,), None] == heard
    assert link.blind is None


def test_an_answer_of_another_shape_is_none_and_a_signal_of_one_is_not_heard(
    link: BusLink, program: StandIn
) -> None:
    program.owns(LAMP.service)
    program.answers(LAMP._replace(interface=PROPERTIES), "Get", "s", "")
    known: list[Any] = []
    link.begins(lambda: link.read(LAMP, "Lit", known.append))
    link.open()
    until(lambda: bool(known), link.poll, program.poll)
    program.says(LAMP._replace(interface=PROPERTIES), "PropertiesChanged", "s", LAMP.interface)
    program.changes(LAMP, "Lit", "b", True)
    settle(link, program)
    assert [None, True] == known


def test_nobody_who_is_not_there_is_started(home: Path) -> None:
    services = home / ".local" / "share" / "dbus-1" / "services"
    services.mkdir(parents=True)
    (services / "lamp.service").write_text(
        f"[D-BUS Service]\nName={LAMP.service}\nExec=/bin/sh -c 'touch {home}/started'\n"
    )
    with private_bus() as address:
        link = BusLink(address)
        heard: list[Any] = []
        link.begins(lambda: link.call(LAMP, "Brightness", heard.append))
        link.open()
        until(lambda: bool(heard), link.poll)
        assert ([None], False) == (heard, (home / "started").exists())
        link.close()


def test_opened_twice_it_hears_once(link: BusLink, program: StandIn) -> None:
    program.owns(LAMP.service)
    heard: list[Any] = []
    link.begins(lambda: link.listen(LAMP, "Switched", heard.append))
    link.open()
    link.open()
    settle(link)
    program.says(LAMP, "Switched", "b", True)
    settle(link)
    assert [(True,)] == heard


def test_a_signal_is_heard_as_often_as_it_is_said(link: BusLink, program: StandIn) -> None:
    program.owns(LAMP.service)
    heard: list[Any] = []
    link.begins(lambda: link.listen(LAMP, "Switched", heard.append))
    link.open()
    settle(link)
    for on in (True, False):
        program.says(LAMP, "Switched", "b", on)
    program.says(LAMP._replace(path="/other"), "Switched", "b", True)
    program.says(LAMP, "Broken", "b", True)
    settle(link)
    assert [(True,), (False,)] == heard


def test_a_signal_about_something_else_is_not_heard(link: BusLink, program: StandIn) -> None:
    program.owns(LAMP.service)
    heard: list[Any] = []
    link.begins(lambda: link.listen(LAMP, "Said", heard.append, about="light"))
    # The bus brings both then, and each ear has to tell them apart.
    link.begins(lambda: link.listen(LAMP, "Said", lambda _body: None, about="heat"))
    link.open()
    settle(link)
    program.says(LAMP, "Said", "si", "heat", 1)
    program.says(LAMP, "Said", "si", "light", 2)
    settle(link)
    assert [("light", 2)] == heard


def test_a_property_is_told_now_and_whenever_it_changes(link: BusLink, program: StandIn) -> None:
    program.has(LAMP, "On", "b", True)
    program.owns(LAMP.service)
    heard: list[Any] = []
    link.begins(lambda: link.read(LAMP, "On", heard.append))
    link.begins(lambda: link.read(LAMP, "Colour", heard.append))
    link.open()
    settle(link, program)
    assert [True, None] == heard
    program.changes(LAMP, "On", "b", False)
    program.changes(LAMP, "Warmth", "u", 1)
    settle(link, program)
    assert [True, None, False] == heard


def test_a_property_that_is_said_to_be_stale_is_asked_for_again(
    link: BusLink, program: StandIn
) -> None:
    program.has(LAMP, "On", "b", True)
    program.owns(LAMP.service)
    heard: list[Any] = []
    link.begins(lambda: link.read(LAMP, "On", heard.append))
    link.open()
    settle(link, program)
    program.has(LAMP, "On", "b", False)
    properties = LAMP._replace(interface="org.freedesktop.DBus.Properties")
    program.says(properties, "PropertiesChanged", "sa{sv}as", LAMP.interface, {}, ["On"])
    settle(link, program)
    assert [True, False] == heard


def test_it_is_told_who_comes_and_goes(link: BusLink, program: StandIn) -> None:
    told: list[str] = []
    link.begins(
        lambda: link.follow(LAMP.service, lambda: told.append("came"), lambda: told.append("went"))
    )
    link.open()
    settle(link)
    program.owns(LAMP.service)
    settle(link)
    program.leaves(LAMP.service)
    settle(link)
    assert ["went", "came", "went"] == told


def test_who_is_there_already_has_come(link: BusLink, program: StandIn) -> None:
    program.owns(LAMP.service)
    told: list[str] = []
    link.begins(
        lambda: link.follow(LAMP.service, lambda: told.append("came"), lambda: told.append("went"))
    )
    link.open()
    settle(link)
    assert ["came"] == told


def test_a_bus_that_ends_is_gone_and_opened_anew_it_is_asked_anew(tmp_path: Path) -> None:
    begun: list[str] = []
    with private_bus() as address:
        link = BusLink(address)
        link.begins(lambda: begun.append("asked"))
        link.open()
        until(lambda: link.blind is None, link.poll)
    until(lambda: link.blind is Blind.GONE, link.poll)
    link.open()
    assert Blind.NO_BUS is link.blind
    assert ["asked"] == begun
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "bus"))
        listening.listen()
        other = BusLink(f"unix:path={tmp_path}/bus")
        other.begins(lambda: begun.append("anew"))
        other.open()
        other.open()
        other.close()
    assert ["asked", "anew", "anew"] == begun


def test_what_is_closed_hears_nothing_and_asks_nothing(link: BusLink, program: StandIn) -> None:
    program.owns(LAMP.service)
    heard: list[Any] = []
    link.begins(lambda: link.listen(LAMP, "Switched", heard.append))
    link.open()
    settle(link)
    program.says(LAMP, "Switched", "b", True)
    link.close()
    link.poll()
    assert ([], Blind.NO_BUS) == (heard, link.blind)


@pytest.fixture
def strange(tmp_path: Path) -> Iterator[tuple[BusLink, socket.socket]]:
    """A connection to something that is no bus."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "bus"))
        listening.listen()
        link = BusLink(f"unix:path={tmp_path}/bus")
        link.open()
        theirs, _ = listening.accept()
        with theirs:
            yield link, theirs
        link.close()


@pytest.mark.parametrize(
    "said",
    [
        b"REJECTED EXTERNAL\r\n",
        b"HTTP/1.1 400 Bad Request\r\n",
        b"OK 0123\r\nnonsense that is long enough to be a message",
        b"OK 0123\r\nl\x09\x00\x01\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00",
    ],
)
def test_what_is_no_bus_is_left_alone(strange: tuple[BusLink, socket.socket], said: bytes) -> None:
    link, theirs = strange
    theirs.sendall(said)
    until(lambda: link.blind is Blind.GONE, link.poll)


def test_a_greeting_in_two_pieces_lets_in(strange: tuple[BusLink, socket.socket]) -> None:
    link, theirs = strange
    theirs.sendall(b"OK 01")
    link.poll()
    assert Blind.ASKING is link.blind
    theirs.sendall(b"23\r\n")
    until(lambda: link.blind is None, link.poll)


def test_a_bus_that_reads_nothing_makes_nobody_wait(
    strange: tuple[BusLink, socket.socket],
) -> None:
    link, _theirs = strange
    for _ in range(100_000):
        link.call(LAMP, "Brightness", lambda _body: None)
        if link.blind is Blind.GONE:
            break
    assert Blind.GONE is link.blind
