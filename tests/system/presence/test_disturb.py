"""Do not disturb, by whichever notification server runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.bus import BusLink, Place
from hipcoach.system.presence.disturb import KEYS, SERVER, SWAY, XFCE, Quiet
from hipcoach.system.presence.gsettings import Switch
from tests.system.presence.stand import StandIn, settle, until

DUNST = Place(SERVER.service, SERVER.path, "org.dunstproject.cmd0")


@pytest.fixture
def switch(tmp_path: Path) -> Switch:
    """A setting that is whatever the file `said` in the folder says."""
    program = tmp_path / "gsettings"
    program.write_text(f'#!/bin/sh\necho "$@" >{tmp_path}/asked\ncat {tmp_path}/said\n')
    program.chmod(0o755)
    return Switch(tmp_path / "user", str(program), late=100_000)


def serve(program: StandIn, name: str) -> None:
    """Have a notification server of this name come."""
    program.answers(SERVER, "GetServerInformation", "ssss", name, "somebody", "1.0", "1.2")
    program.owns(SERVER.service)


@pytest.mark.parametrize(
    ("name", "place", "known"),
    [
        ("Plasma", SERVER, "Inhibited"),
        ("dunst", DUNST, "paused"),
        ("newcomer", SERVER, "Inhibited"),
    ],
)
def test_a_server_with_a_property_is_heard(
    link: BusLink, program: StandIn, switch: Switch, name: str, place: Place, known: str
) -> None:
    quiet = Quiet(link, switch)
    program.has(place, known, "b", False)
    serve(program, name)
    link.open()
    assert (Blind.ASKING, None) == (quiet.blind, quiet.on())
    settle(link, program)
    assert (None, False, name) == (quiet.blind, quiet.on(), quiet.way)
    program.changes(place, known, "b", True)
    settle(link, program)
    assert True is quiet.on()


def test_a_server_that_knows_no_quiet_doesn_t_tell(
    link: BusLink, program: StandIn, switch: Switch
) -> None:
    quiet = Quiet(link, switch)
    serve(program, "plain")
    link.open()
    settle(link, program)
    assert (Blind.NOT_TOLD, None) == (quiet.blind, quiet.on())


@pytest.mark.parametrize("used", [True, False])
def test_that_of_xfce_keeps_it_in_a_setting_that_may_not_be_there_yet(
    link: BusLink, program: StandIn, switch: Switch, used: bool
) -> None:
    quiet = Quiet(link, switch)
    if used:
        program.answers(XFCE, "GetProperty", "v", ("b", True))
    program.owns(XFCE.service)
    serve(program, "Xfce Notify Daemon")
    link.open()
    settle(link, program)
    assert (None, used) == (quiet.blind, quiet.on())
    changed: tuple[tuple[str, str, bool, bool], ...] = (
        ("xfce4-notifyd", "/do-not-disturb", True, True),
        ("xfce4-notifyd", "/log-level", False, True),
        ("xfwm4", "/do-not-disturb", False, True),
        ("xfce4-notifyd", "/do-not-disturb", False, False),
    )
    for channel, name, value, expected in changed:
        program.says(XFCE, "PropertyChanged", "ssv", channel, name, ("b", value))
        settle(link, program)
        assert expected is quiet.on()
    assert ("GetProperty", ("xfce4-notifyd", "/do-not-disturb")) in program.asked


def test_that_of_sway_is_heard(link: BusLink, program: StandIn, switch: Switch) -> None:
    quiet = Quiet(link, switch)
    program.answers(SWAY, "GetDnd", "b", False)
    program.owns(SWAY.service)
    serve(program, "SwayNotificationCenter")
    link.open()
    settle(link, program)
    assert (None, False) == (quiet.blind, quiet.on())
    program.says(SWAY, "SubscribeV2", "ubbb", 3, True, False, False)
    settle(link, program)
    assert True is quiet.on()


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("value", [True, False])
def test_those_of_gnome_and_its_relatives_heed_a_setting(
    link: BusLink, program: StandIn, switch: Switch, tmp_path: Path, name: str, value: bool
) -> None:
    quiet = Quiet(link, switch)
    (tmp_path / "said").write_text(str(value).lower())
    serve(program, name)
    link.open()
    settle(link, program)
    assert (Blind.ASKING, None) == (quiet.blind, quiet.on())
    until(lambda: quiet.blind is None, switch.poll)
    shows_when_true = name in {"gnome-shell", "cinnamon"}
    assert (value is not shows_when_true) is quiet.on()
    key, _asks = KEYS[name]
    assert f"get {key.schema} {key.name}\n" == (tmp_path / "asked").read_text()
    switch.close()


def test_a_server_that_goes_is_forgotten_and_the_next_one_is_asked(
    link: BusLink, program: StandIn, switch: Switch, tmp_path: Path
) -> None:
    quiet = Quiet(link, switch)
    (tmp_path / "said").write_text("false")
    serve(program, "gnome-shell")
    link.open()
    settle(link, program)
    until(lambda: quiet.on() is True, switch.poll)
    program.leaves(SERVER.service)
    settle(link, program)
    assert (Blind.NO_SERVER, None, "notifications") == (quiet.blind, quiet.on(), quiet.way)
    (tmp_path / "user").write_text("changed")
    switch.poll()
    assert -1 == switch.fileno()
    program.has(DUNST, "paused", "b", False)
    serve(program, "dunst")
    settle(link, program)
    assert (None, False) == (quiet.blind, quiet.on())


def test_a_late_word_of_a_server_that_went_is_not_taken(
    link: BusLink, program: StandIn, switch: Switch
) -> None:
    quiet = Quiet(link, switch)
    program.has(DUNST, "paused", "b", False)
    serve(program, "dunst")
    link.open()
    settle(link, program)
    program.leaves(SERVER.service)
    program.has(SERVER, "Inhibited", "b", False)
    serve(program, "Plasma")
    settle(link, program)
    program.changes(DUNST, "paused", "b", True)
    settle(link, program)
    assert (None, False) == (quiet.blind, quiet.on())


def test_without_a_server_it_isn_t_known(link: BusLink, switch: Switch) -> None:
    quiet = Quiet(link, switch)
    link.open()
    settle(link)
    assert (Blind.NO_SERVER, None) == (quiet.blind, quiet.on())


def test_a_server_that_gives_no_name_is_asked_all_the_same(
    link: BusLink, program: StandIn, switch: Switch
) -> None:
    quiet = Quiet(link, switch)
    program.has(SERVER, "Inhibited", "b", True)
    program.owns(SERVER.service)
    link.open()
    settle(link, program)
    assert (None, True) == (quiet.blind, quiet.on())
