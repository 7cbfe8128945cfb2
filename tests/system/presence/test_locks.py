"""A locked screen, as screen savers and the log-in tell it."""

from __future__ import annotations

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.bus import BusLink, Place
from hipcoach.system.presence.locks import LOGIN, MANAGER, SELF, LoginLock, SaverLock
from hipcoach.system.presence.places import SAVERS
from tests.system.presence.stand import StandIn, settle

SESSION = Place(LOGIN, "/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session")
PLACES = [Place(name, path, name) for name, path in SAVERS]


@pytest.mark.parametrize("saver", PLACES, ids=lambda place: place.path)
def test_each_screen_saver_is_heard(link: BusLink, program: StandIn, saver: Place) -> None:
    lock = SaverLock(link)
    program.answers(saver, "GetActive", "b", True)
    program.owns(saver.service)
    link.open()
    assert (Blind.ASKING, None) == (lock.blind, lock.on())
    settle(link, program)
    assert (None, True) == (lock.blind, lock.on())
    for active in (False, True):
        program.says(saver, "ActiveChanged", "b", active)
        settle(link, program)
        assert active is lock.on()


def test_one_of_two_is_enough(link: BusLink, program: StandIn) -> None:
    lock = SaverLock(link)
    for saver, active in ((PLACES[0], False), (PLACES[2], True)):
        program.answers(saver, "GetActive", "b", active)
        program.owns(saver.service)
    link.open()
    settle(link, program)
    assert True is lock.on()


def test_one_that_answers_is_not_held_up_by_one_that_doesn_t(
    address: str, link: BusLink, program: StandIn
) -> None:
    lock = SaverLock(link)
    silent = StandIn(address)
    silent.owns(PLACES[0].service)
    program.answers(PLACES[2], "GetActive", "b", True)
    program.owns(PLACES[2].service)
    link.open()
    settle(link, program)
    assert (None, True) == (lock.blind, lock.on())
    silent.close()


def test_a_screen_saver_that_can_t_say_leaves_it_to_the_others(
    link: BusLink, program: StandIn
) -> None:
    lock = SaverLock(link)
    program.owns(PLACES[0].service)
    link.open()
    settle(link, program)
    assert (Blind.NOT_TOLD, None) == (lock.blind, lock.on())


def test_a_screen_saver_that_comes_later_is_heard_and_one_that_went_locks_nothing(
    link: BusLink, program: StandIn
) -> None:
    lock = SaverLock(link)
    link.open()
    settle(link)
    assert Blind.NOT_TOLD is lock.blind
    program.answers(PLACES[2], "GetActive", "b", True)
    program.owns(PLACES[2].service)
    settle(link, program)
    assert True is lock.on()
    program.leaves(PLACES[2].service)
    settle(link, program)
    assert None is lock.on()


def test_without_a_bus_no_screen_saver_is_known() -> None:
    link = BusLink("")
    lock = SaverLock(link)
    link.open()
    assert (Blind.NO_BUS, None) == (lock.blind, lock.on())


@pytest.mark.parametrize("environment", [{"XDG_SESSION_ID": "2"}, {}])
def test_the_log_in_tells_of_this_session(
    link: BusLink, program: StandIn, environment: dict[str, str]
) -> None:
    lock = LoginLock(link, environment)
    if environment:
        program.answers(MANAGER, "GetSession", "o", SESSION.path)
    else:
        program.has(SELF, "Display", "(so)", ("2", SESSION.path))
    program.has(SESSION, "LockedHint", "b", False)
    program.owns(LOGIN)
    link.open()
    assert (Blind.ASKING, None) == (lock.blind, lock.on())
    settle(link, program)
    assert (None, False) == (lock.blind, lock.on())
    program.changes(SESSION, "LockedHint", "b", True)
    settle(link, program)
    assert True is lock.on()
    if environment:
        assert ("GetSession", ("2",)) in program.asked


@pytest.mark.parametrize("display", [("", "/"), None])
def test_a_log_in_without_a_session_doesn_t_tell(
    link: BusLink, program: StandIn, display: tuple[str, str] | None
) -> None:
    lock = LoginLock(link, {})
    if display is not None:
        program.has(SELF, "Display", "(so)", display)
    program.owns(LOGIN)
    link.open()
    settle(link, program)
    assert (Blind.NOT_TOLD, None) == (lock.blind, lock.on())


def test_a_log_in_that_knows_no_locks_doesn_t_tell(link: BusLink, program: StandIn) -> None:
    lock = LoginLock(link, {"XDG_SESSION_ID": "2"})
    program.answers(MANAGER, "GetSession", "o", SESSION.path)
    program.owns(LOGIN)
    link.open()
    settle(link, program)
    assert (Blind.NOT_TOLD, None) == (lock.blind, lock.on())


def test_a_machine_without_a_log_in_doesn_t_tell(link: BusLink) -> None:
    lock = LoginLock(link, {})
    link.open()
    settle(link)
    assert (Blind.NOT_TOLD, None) == (lock.blind, lock.on())
