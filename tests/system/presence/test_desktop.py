"""Which ways there are on each kind of desktop."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.presence import Blind, PresenceSample, Sense
from hipcoach.system.presence.bus import Place
from hipcoach.system.presence.desktop import desktop_presence
from hipcoach.system.presence.disturb import SERVER
from hipcoach.system.presence.mutter import MONITOR
from tests.fakes import FakeClock
from tests.system.presence.stand import StandIn, private_bus, until

GNOME_SAVER = Place("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver")
ON_WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}


def ways(platform: str, environment: dict[str, str]) -> dict[Sense, tuple[str, Blind | None]]:
    presence = desktop_presence(FakeClock(), platform, environment)
    presence.start()
    presence.sample()
    told = {source.sense: (source.way, source.blind) for source in presence.sources()}
    presence.stop()
    return told


@pytest.mark.parametrize(
    ("environment", "idle", "fullscreen"),
    [
        ({}, ("x11", Blind.NO_DISPLAY), ("x11", Blind.NO_DISPLAY)),
        ({"DISPLAY": ":54321"}, ("x11", Blind.NO_DISPLAY), ("x11", Blind.NO_DISPLAY)),
        (ON_WAYLAND, ("wayland", Blind.NO_DISPLAY), ("inhibitors", Blind.NO_BUS)),
    ],
)
def test_a_desktop_with_nothing_says_what_is_missing(
    environment: dict[str, str], idle: tuple[str, Blind], fullscreen: tuple[str, Blind]
) -> None:
    told = ways("linux", environment | {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/no/such/bus"})
    assert {
        Sense.IDLE: idle,
        Sense.LOCK: ("screensaver", Blind.NO_BUS),
        Sense.DO_NOT_DISTURB: ("notifications", Blind.NO_BUS),
        Sense.FULLSCREEN: fullscreen,
        Sense.CALL: ("pulse", Blind.NO_SERVER),
    } == told


def test_macos_tells_two_things_and_no_more() -> None:
    told = ways("darwin", {})
    assert {"macos"} == {told[sense][0] for sense in (Sense.IDLE, Sense.LOCK)}
    others = (Sense.DO_NOT_DISTURB, Sense.FULLSCREEN, Sense.CALL)
    assert [("", Blind.NOT_TOLD)] * 3 == [told[sense] for sense in others]


def test_windows_is_asked_for_everything() -> None:
    assert {"windows"} == {way for way, _blind in ways("win32", {}).values()}


def test_a_desktop_like_gnome_is_known_in_two_looks_and_more(tmp_path: Path) -> None:
    program = tmp_path / "gsettings"
    program.write_text("#!/bin/sh\necho false\n")
    program.chmod(0o755)
    with private_bus() as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
        gnome = StandIn(address)
        gnome.answers(SERVER, "GetServerInformation", "ssss", "gnome-shell", "GNOME", "45", "1.2")
        gnome.answers(GNOME_SAVER, "GetActive", "b", True)
        gnome.answers(MONITOR, "AddIdleWatch", "u", 1)
        gnome.owns(SERVER.service, GNOME_SAVER.service, MONITOR.service)
        environment = ON_WAYLAND | {"DBUS_SESSION_BUS_ADDRESS": address}
        presence = desktop_presence(FakeClock(), "linux", environment)
        presence.start()
        seen: list[PresenceSample] = []
        expected = PresenceSample(0.0, True, frozenset({Sense.DO_NOT_DISTURB}))
        until(lambda: seen[-1:] == [expected], gnome.poll, lambda: seen.append(presence.sample()))
        told = {source.sense: source.way for source in presence.sources() if not source.blind}
        assert {
            Sense.IDLE: "gnome",
            Sense.LOCK: "screensaver",
            Sense.DO_NOT_DISTURB: "gnome-shell",
        } == told
        presence.stop()
        gnome.close()


STRAY = """
import os, sys
from hipcoach.system.clock import SystemClock
from hipcoach.system.presence.desktop import desktop_presence
presence = desktop_presence(SystemClock())
presence.start()
presence.sample()
presence.stop()
assert "PySide6" not in sys.modules
"""


def test_it_knows_no_qt_and_starts_no_bus_of_its_own(home: Path) -> None:
    kept: dict[str, Any] = {
        name: value for name, value in os.environ.items() if not name.startswith("DBUS_")
    }
    kept |= {"DISPLAY": ":54321"}
    subprocess.run([sys.executable, "-c", STRAY], env=kept, check=True)
    assert [] == [path for path in home.rglob("*") if "dbus" in path.name]


@pytest.mark.skipif(sys.platform != "linux", reason="counts what is open as Linux shows it")
def test_nothing_is_open_before_it_is_started_and_after_it_was_stopped() -> None:
    with private_bus() as address:
        presence = desktop_presence(FakeClock(), "linux", {"DBUS_SESSION_BUS_ADDRESS": address})
        before = open_files()
        presence.start()
        presence.sample()
        assert before < open_files()
        presence.stop()
        assert before == open_files()


def open_files() -> int:
    """How many files and connections this process has open."""
    return len([*Path("/proc/self/fd").iterdir()])
