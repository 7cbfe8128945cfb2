"""What keeps the screen on, where Wayland hides the windows."""

from __future__ import annotations

from typing import Any

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.bus import BusLink
from hipcoach.system.presence.inhibitors import KEEPERS, Inhibitors, Keeper
from tests.system.presence.stand import StandIn, settle

ADDED: dict[str, tuple[Any, ...]] = {
    "gnome": ("o", "/inhibitor/1"),
    "kde": ("a(ss)as", [("film", "plays")], []),
}
"""What each brings along when it says that something has changed."""


@pytest.mark.parametrize("keeper", KEEPERS, ids=lambda keeper: keeper.way)
def test_each_keeper_is_asked_for_what_concerns_the_screen(
    link: BusLink, program: StandIn, keeper: Keeper
) -> None:
    film = Inhibitors(link)
    program.answers(keeper.place, keeper.method, "b", False)
    program.owns(keeper.place.service)
    link.open()
    assert (Blind.ASKING, None) == (film.blind, film.on())
    settle(link, program)
    assert (None, False, keeper.way) == (film.blind, film.on(), film.way)
    assert [(keeper.method, (keeper.kinds,))] == program.asked
    program.answers(keeper.place, keeper.method, "b", True)
    for signal in keeper.signals:
        program.says(keeper.place, signal, *ADDED[keeper.way])
    settle(link, program)
    assert True is film.on()
    program.answers(keeper.place, keeper.method, "b", False)
    program.says(keeper.place, keeper.signals[-1], *ADDED[keeper.way])
    settle(link, program)
    assert False is film.on()


def test_on_a_desktop_without_a_keeper_it_isn_t_told(link: BusLink) -> None:
    film = Inhibitors(link)
    link.open()
    settle(link)
    assert (Blind.NOT_TOLD, None) == (film.blind, film.on())


def test_a_keeper_that_can_t_say_doesn_t_tell(link: BusLink, program: StandIn) -> None:
    film = Inhibitors(link)
    program.owns(KEEPERS[0].place.service)
    link.open()
    settle(link, program)
    assert (Blind.NOT_TOLD, None) == (film.blind, film.on())


def test_without_a_bus_it_isn_t_known() -> None:
    link = BusLink("")
    film = Inhibitors(link)
    link.open()
    assert (Blind.NO_BUS, None) == (film.blind, film.on())
