from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from hipcoach.ports import ScreenAwake
from hipcoach.system.screen import (
    BusHold,
    ProcessHold,
    SystemScreenAwake,
    WindowsHold,
    XHold,
    screen_ways,
)
from tests.fakes import FakeScreenAwake

if TYPE_CHECKING:
    from collections.abc import Iterator

SCREEN_SAVER = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

app = QCoreApplication([])

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class ScreenSaver(QObject):
    @Slot(str, str, result=int)
    def Inhibit(self, program, reason):
        print("inhibited by", program, "as", reason, flush=True)
        return 7

saver = ScreenSaver()
bus = QDBusConnection.sessionBus()
bus.registerObject(sys.argv[1], saver, QDBusConnection.RegisterOption.ExportAllSlots)
print(bus.registerService("org.freedesktop.ScreenSaver"), flush=True)
app.exec()
"""
"""A desktop's screen saver, as far as it is asked."""


class Way:
    def __init__(self, *, grants: bool) -> None:
        self._grants = grants
        self.log: list[str] = []

    def take(self) -> bool:
        self.log.append("take")
        return self._grants

    def drop(self) -> None:
        self.log.append("drop")


class MakeAwake(Protocol):
    def __call__(self, *, grants: bool) -> ScreenAwake: ...


def real_awake(*, grants: bool) -> ScreenAwake:
    return SystemScreenAwake("A session", [Way(grants=grants)])


@pytest.mark.parametrize("make", [FakeScreenAwake, real_awake])
@pytest.mark.parametrize("grants", [True, False])
def test_it_tells_whether_it_was_granted_however_often_it_is_asked(
    make: MakeAwake, grants: bool
) -> None:
    awake = make(grants=grants)
    awake.release()
    assert [grants, grants] == [awake.hold(), awake.hold()]
    awake.release()
    awake.release()
    assert grants == awake.hold()


def test_the_first_way_that_grants_is_held_and_given_back_once() -> None:
    ways = [Way(grants=False), Way(grants=True), Way(grants=True)]
    awake = SystemScreenAwake("A session", ways)
    awake.hold()
    awake.hold()
    awake.release()
    awake.release()
    assert [["take"], ["take", "drop"], []] == [way.log for way in ways]


@pytest.mark.parametrize(
    ("platform", "environment", "kinds"),
    [
        ("win32", {}, [WindowsHold]),
        ("darwin", {}, [ProcessHold]),
        ("linux", {}, []),
        ("linux", {"DISPLAY": ":7"}, [XHold]),
        ("linux", {"DISPLAY": ":7", "WAYLAND_DISPLAY": "wayland-0"}, []),
        (
            "linux",
            {"DISPLAY": ":7", "DBUS_SESSION_BUS_ADDRESS": "unix:path=x"},
            [BusHold, ProcessHold, XHold],
        ),
    ],
)
def test_each_desktop_has_its_ways(
    platform: str, environment: dict[str, str], kinds: list[type]
) -> None:
    assert kinds == [type(way) for way in screen_ways("A session", platform, environment)]


def test_a_program_holds_for_as_long_as_it_runs() -> None:
    hold = ProcessHold(("sleep", "60"))
    assert hold.take()
    hold.drop()
    hold.drop()


@pytest.mark.parametrize("command", [("no-such-program",), ("false",)])
def test_a_program_that_is_missing_or_refuses_holds_nothing(command: tuple[str, ...]) -> None:
    assert not ProcessHold(command, moment_s=10).take()


def test_without_a_display_the_x_server_holds_nothing() -> None:
    assert not XHold(":no-such-display").take()


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a session bus that nobody else is on."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon")
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@pytest.mark.parametrize("path", BusHold.PATHS)
def test_a_screen_saver_on_the_bus_is_asked_with_our_name_and_reason(bus: str, path: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SCREEN_SAVER, path],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus},
    ) as saver:
        try:
            assert saver.stdout is not None
            assert "True\n" == saver.stdout.readline()
            hold = BusHold("A session", bus)
            for _ in range(2):
                assert hold.take()
                assert "inhibited by HipCoach as A session\n" == saver.stdout.readline()
                hold.drop()
        finally:
            saver.terminate()


def test_a_bus_with_no_screen_saver_holds_nothing(bus: str) -> None:
    assert not BusHold("A session", bus).take()


def test_a_bus_that_is_gone_holds_nothing() -> None:
    assert not BusHold("A session", "unix:path=/no/such/bus").take()
