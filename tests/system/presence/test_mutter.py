"""Idle time as GNOME tells it."""

from __future__ import annotations

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.bus import BusLink
from hipcoach.system.presence.mutter import MONITOR, MutterIdle
from tests.fakes import FakeClock
from tests.system.presence.stand import StandIn, settle

RESTS, RETURNS = 3, 4


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def gnome(program: StandIn) -> StandIn:
    """A compositor that can be asked for both watches."""
    program.answers(MONITOR, "AddIdleWatch", "u", RESTS)
    program.answers(MONITOR, "AddUserActiveWatch", "u", RETURNS)
    return program


def test_it_counts_from_the_last_input_and_again_after_each_return(
    link: BusLink, gnome: StandIn, clock: FakeClock
) -> None:
    idle = MutterIdle(link, clock)
    gnome.owns(MONITOR.service)
    link.open()
    assert (Blind.ASKING, None) == (idle.blind, idle.idle_s())
    settle(link, gnome)
    assert (None, 0.0) == (idle.blind, idle.idle_s())
    for _ in range(2):
        gnome.says(MONITOR, "WatchFired", "u", RESTS)
        settle(link, gnome)
        clock.advance(20)
        assert 25.0 == idle.idle_s()
        gnome.says(MONITOR, "WatchFired", "u", RETURNS)
        settle(link, gnome)
        assert 0.0 == idle.idle_s()
    once_a_rest = [("AddIdleWatch", (5000,)), *[("AddUserActiveWatch", ())] * 2]
    assert once_a_rest == gnome.asked


def test_the_watches_of_others_are_none_of_ours(
    link: BusLink, gnome: StandIn, clock: FakeClock
) -> None:
    idle = MutterIdle(link, clock)
    gnome.owns(MONITOR.service)
    link.open()
    settle(link, gnome)
    gnome.says(MONITOR, "WatchFired", "u", 99)
    settle(link, gnome)
    assert 0.0 == idle.idle_s()


def test_a_desktop_without_it_doesn_t_tell(link: BusLink, clock: FakeClock) -> None:
    idle = MutterIdle(link, clock)
    link.open()
    settle(link)
    assert (Blind.NOT_TOLD, None) == (idle.blind, idle.idle_s())


@pytest.mark.parametrize("missing", ["AddIdleWatch", "AddUserActiveWatch"])
def test_a_compositor_that_refuses_a_watch_doesn_t_tell(
    link: BusLink, gnome: StandIn, clock: FakeClock, missing: str
) -> None:
    idle = MutterIdle(link, clock)
    del gnome.methods[MONITOR, missing]
    gnome.owns(MONITOR.service)
    link.open()
    settle(link, gnome)
    gnome.says(MONITOR, "WatchFired", "u", RESTS)
    settle(link, gnome)
    assert (Blind.NOT_TOLD, None) == (idle.blind, idle.idle_s())


def test_a_compositor_that_starts_again_is_asked_again(
    link: BusLink, gnome: StandIn, clock: FakeClock
) -> None:
    idle = MutterIdle(link, clock)
    gnome.owns(MONITOR.service)
    link.open()
    settle(link, gnome)
    gnome.says(MONITOR, "WatchFired", "u", RESTS)
    settle(link, gnome)
    gnome.leaves(MONITOR.service)
    settle(link, gnome)
    assert None is idle.idle_s()
    gnome.answers(MONITOR, "AddIdleWatch", "u", 8)
    gnome.owns(MONITOR.service)
    settle(link, gnome)
    assert 0.0 == idle.idle_s()
    gnome.says(MONITOR, "WatchFired", "u", RESTS)
    settle(link, gnome)
    assert 0.0 == idle.idle_s()
    gnome.says(MONITOR, "WatchFired", "u", 8)
    settle(link, gnome)
    assert 5.0 == idle.idle_s()


def test_without_a_bus_it_isn_t_known(clock: FakeClock) -> None:
    link = BusLink("")
    idle = MutterIdle(link, clock)
    link.open()
    assert (Blind.NO_BUS, None) == (idle.blind, idle.idle_s())
