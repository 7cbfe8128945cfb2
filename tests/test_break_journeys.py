"""Breaks in the real program: due, offered, answered, killed, started again.

On a screen and a bus of our own; an hour takes two seconds. Needs Xvfb and dbus-daemon, and
xdotool for the window in the corner; with HIPCOACH_TEST_XVFB=require their lack is a failure.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jeepney import DBusAddress
from pytestqt.qtbot import QtBot

from hipcoach.core.break_log import BreakLogged
from hipcoach.core.errors import KnownError
from hipcoach.core.journal import SafetyAnswers
from hipcoach.system.bus.objects import BusInterface, BusMethod, BusObject
from hipcoach.system.bus.session import SessionBus
from hipcoach.system.instance.ask import ask
from hipcoach.system.instance.place import places
from tests.system.conftest import PrivateBus
from tests.system.notify.stand_in import PRESSED, StandInServer
from tests.test_journeys import ROOT, Machine, Terminal, end, need

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's desktops and /proc")

DUE, NEAR = "Time for a stretch break", "Stretch break in 1 seconds"
PATIENCE_MS = 30_000
USUAL: Mapping[str, object] = {
    "interval_s": 2,
    "notice_s": 1,
    "settle_s": 0,
    "break_s": 1,
    "idle_after_s": 86_400,  # nobody touches this screen
    "always": True,
    "routine": "desk-reset",
    "background": "keep",
}
PLAYER = DBusAddress(
    "/org/mpris/MediaPlayer2",
    bus_name="org.mpris.MediaPlayer2.hipcoach",
    interface="org.mpris.MediaPlayer2.Player",
)


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """The name of a screen of our own; one for all, since it takes long to come."""
    need("Xvfb", "dbus-daemon")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24",
         "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,), stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    end(server)


class Desk:
    """A person's desk: programs are started on it, and what they do is looked at."""

    def __init__(self, folder: Path, screen: str, bus: PrivateBus, qtbot: QtBot) -> None:
        self.machine = Machine(folder)
        self.machine.sound(works=False)
        self.bus = bus
        self.environment = {"DISPLAY": screen, "DBUS_SESSION_BUS_ADDRESS": bus.address}
        self.opened: list[subprocess.Popen[bytes]] = []
        self._qtbot = qtbot
        self.choose()

    def choose(self, **changed: object) -> None:
        """Write these settings into the file, over those that make an hour short."""
        lines = [f"{name} = {json.dumps(found)}" for name, found in {**USUAL, **changed}.items()]
        file = self.machine.environment.paths.config / "settings.toml"
        file.write_text("\n".join(["[breaks]", *lines, "[voice]", 'id = ""']) + "\n")

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
        """Start HipCoach."""
        self.opened.append(self.machine.start(*arguments, more=self.environment | more))
        return self.opened[-1]

    def tray(self) -> subprocess.Popen[bytes]:
        """Start it in the tray, and wait until it answers."""
        process = self.start("tray")
        self.until(lambda: self.state() != "")
        return process

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something."""
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """Kill it, as a crash would."""
        end(process)
        self.opened.remove(process)

    def ended(self, process: subprocess.Popen[bytes]) -> int:
        """Wait for its end: the status."""
        self.until(lambda: process.poll() is not None)
        return process.wait()

    def ask(self, wish: str, **more: object) -> Mapping[str, Any]:
        """Ask the one that runs as `hipcoach break` does; raises KnownError."""
        where = places(self.machine.environment.paths)
        return ask(where, {"ask": "breaks", "wish": wish, **more})

    def state(self) -> str:
        """How it stands; empty where nobody answers."""
        try:
            return str(self.ask("status")["state"])
        except KnownError:
            return ""

    def log(self) -> list[BreakLogged]:
        """What the journal has of breaks."""
        with closing(self.machine.environment.open_journal()) as journal:
            return list(journal.all_of(BreakLogged))

    def kinds(self) -> list[str]:
        """The kinds of it."""
        return [row.kind for row in self.log()]

    def remote(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Let xdotool do something."""
        need("xdotool")
        return subprocess.run(
            ["xdotool", *arguments], env=os.environ | self.environment,
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def windows(self) -> list[str]:
        """The windows of HipCoach that can be seen."""
        found = self.remote("search", "--onlyvisible", "--name", "HipCoach")
        return found.stdout.split()


@pytest.fixture
def desk(tmp_path: Path, screen: str, qtbot: QtBot) -> Iterator[Desk]:
    bus = PrivateBus(tmp_path)
    bus.begin()
    made = Desk(tmp_path, screen, bus, qtbot)
    yield made
    for process in made.opened:
        end(process)
    bus.end()


@pytest.fixture
def server(desk: Desk) -> Iterator[StandInServer]:
    """What shows notices."""
    one = StandInServer(desk.bus.address)
    desk.until(lambda: one.named)
    yield one
    one.die()


class Saver:
    """A screen saver, as GNOME's tells of itself."""

    NAME = "org.gnome.ScreenSaver"

    def __init__(self, address: str) -> None:
        self.named = self.asked = self._locked = False
        self._bus = SessionBus(address)
        self._thing = BusObject(
            "/org/gnome/ScreenSaver",
            BusInterface(
                self.NAME,
                {"GetActive": BusMethod(self._active, (), (("active", "b"),))},
                signals={"ActiveChanged": (("active", "b"),)},
            ),
        )
        self._bus.serve(self._thing)
        self._bus.open()
        self._bus.take_name(self.NAME, partial(setattr, self, "named"))

    def lock(self, on: bool) -> None:
        """Come before everything, or go."""
        self._locked = on
        self._bus.send(self._thing.signal(self.NAME, "ActiveChanged", on))

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def _active(self) -> tuple[bool]:
        self.asked = True
        return (self._locked,)


def press(desk: Desk, server: StandInServer, button: str) -> None:
    """Wait for the offer, and press one of its buttons."""
    desk.until(lambda: server.number_of(DUE) != 0)
    server.tell(PRESSED, server.number_of(DUE), button)


def test_a_break_is_announced_offered_led_through_and_written_down(
    desk: Desk, server: StandInServer
) -> None:
    desk.tray()
    desk.until(lambda: server.number_of(NEAR) != 0)
    desk.until(lambda: server.number_of(DUE) != 0)
    keys = server.shown[server.number_of(DUE)]["actions"][::2]
    assert ["start", "snooze-5", "snooze-15", "skip"] == keys
    press(desk, server, "start")
    desk.until(lambda: desk.state() == "running")

    link = SessionBus(desk.bus.address)
    link.open()

    def over() -> bool:
        link.call(PLAYER, "Next")
        return "taken" in desk.kinds()

    desk.until(lambda: len(desk.windows()) == 1)
    desk.until(over)
    link.close()
    assert ["notice", "due", "started", "taken"] == desk.kinds()[:4]
    assert ("interval_s", 2) in desk.log()[0].settings
    # The window came for the break, and goes with it.
    desk.until(lambda: desk.windows() == [])


def test_media_keys_lead_a_session_in_a_window_alone(desk: Desk) -> None:
    desk.start("play", "desk-reset", "--start-now")
    link = SessionBus(desk.bus.address)
    link.open()

    def done() -> list[str]:
        record = desk.machine.record()
        return [event.kind for event in record.events] if record else []

    def paused() -> bool:
        link.call(PLAYER, "Pause")
        return done() != []

    desk.until(paused)
    link.call(PLAYER, "Play")
    desk.until(lambda: len(done()) > 1)
    link.close()
    assert ["paused", "resumed"] == done()


def test_a_break_is_put_off_as_often_as_is_allowed_and_then_skipped(
    desk: Desk, server: StandInServer
) -> None:
    desk.choose(snooze_limit=1)
    desk.tray()
    desk.until(lambda: server.number_of(DUE) != 0)
    assert "waiting" == desk.ask("snooze", seconds=1)["state"]
    desk.until(lambda: server.number_of(DUE) != 0 and desk.state() == "offered")
    offer = server.shown[server.number_of(DUE)]
    assert ["start", "skip"] == offer["actions"][::2]
    with pytest.raises(KnownError, match="refused"):
        desk.ask("snooze", seconds=1)
    press(desk, server, "skip")
    desk.until(lambda: "skipped" in desk.kinds())
    assert ["notice", "due", "snoozed", "due", "refused", "skipped"] == desk.kinds()[:6]
    desk.until(lambda: server.number_of(DUE) == 0)


def test_killed_in_the_countdown_it_goes_on_from_where_it_was(
    desk: Desk, server: StandInServer
) -> None:
    desk.choose(interval_s=600, notice_s=0)
    first = desk.tray()
    desk.ask("snooze", seconds=300)  # whatever happens is stored at once
    desk.kill(first)
    desk.tray()
    assert 290 < desk.ask("status")["remaining_s"] <= 300
    assert {} == server.shown


def test_killed_in_an_offer_it_offers_the_same_break_once_more(
    desk: Desk, server: StandInServer
) -> None:
    first = desk.tray()
    desk.until(lambda: "due" in desk.kinds() and server.number_of(DUE) != 0)
    desk.kill(first)
    server.shown.clear()
    desk.tray()
    desk.until(lambda: server.number_of(DUE) != 0)
    assert "offered" == desk.state()
    assert 1 == desk.kinds().count("due")


def test_a_second_one_shows_the_window_of_the_first(desk: Desk) -> None:
    desk.choose(interval_s=600)
    first = desk.tray()
    assert [] == desk.windows()
    assert 0 == desk.ended(desk.start("tray"))
    assert [] == desk.windows()
    assert 0 == desk.ended(desk.start())
    desk.until(lambda: len(desk.windows()) == 1)
    assert first.poll() is None


def test_a_routine_is_played_in_the_window_of_the_one_that_runs(desk: Desk) -> None:
    desk.choose(interval_s=600)
    tray = desk.tray()
    assert 0 == desk.ended(desk.start("play", "desk-reset", "--start-now"))
    desk.until(lambda: len(desk.windows()) == 1)
    desk.until(lambda: desk.machine.record() is not None)
    assert 1 == desk.ended(desk.start("play", "gentle-start"))
    assert 1 == len(desk.windows())
    assert tray.poll() is None


def test_the_one_that_runs_knows_of_a_session_in_a_terminal(desk: Desk) -> None:
    desk.choose(interval_s=1, notice_s=0, offer_s=600)
    desk.tray()
    desk.until(lambda: desk.state() == "offered")
    with closing(Terminal(desk.machine, "desk-reset")) as terminal:
        terminal.expect("Standing hip stretch at the desk")  # before it keys mean nothing
        desk.until(lambda: desk.state() == "held")
        assert "session" == desk.ask("status")["reason"]
        terminal.press(b"q")
        terminal.expect("Stop here")
        terminal.press(b"y")
        assert 0 == terminal.ended()
    desk.until(lambda: desk.state() == "offered")
    desk.until(lambda: desk.kinds() == ["due", "held", "due"])
    assert "session" == desk.log()[1].reason


def test_a_screen_that_was_locked_for_long_is_a_break_had(desk: Desk) -> None:
    desk.choose(interval_s=600, notice_s=0, credit_s=2)
    with closing(Saver(desk.bus.address)) as saver:
        desk.until(lambda: saver.named)
        desk.tray()
        desk.until(lambda: saver.asked and desk.ask("status")["remaining_s"] < 597)
        saver.lock(True)
        desk.until(lambda: desk.kinds() == ["satisfied"])
        assert 600 == desk.ask("status")["remaining_s"]
        saver.lock(False)
        desk.until(lambda: desk.ask("status")["remaining_s"] < 600)
        assert ["satisfied"] == desk.kinds()


def test_a_lock_with_the_number_of_a_stranger_holds_nobody_up(desk: Desk) -> None:
    # So a killed one leaves it, and this test has the number by now.
    lock = desk.machine.environment.paths.data / "hipcoach.lock"
    name = Path(sys.executable).resolve().name
    lock.write_text(f"{os.getpid()}\n{name}\n{os.uname().nodename}\n")
    desk.tray()
    assert "waiting" == desk.state()


def test_without_bus_or_tray_the_corner_window_offers_and_its_button_works(desk: Desk) -> None:
    desk.environment["DBUS_SESSION_BUS_ADDRESS"] = ""
    desk.choose(offer_s=600, notice_s=0)
    desk.tray()
    desk.until(lambda: len(desk.windows()) == 1)
    (window,) = desk.windows()
    shape = dict(
        line.split("=")
        for line in desk.remote("getwindowgeometry", "--shell", window).stdout.split()
    )

    def answered() -> bool:
        # Not in its first two seconds; the answer to *skip* is right at the bottom.
        right, bottom = int(shape["WIDTH"]) - 40, int(shape["HEIGHT"]) - 32
        desk.remote("mousemove", "--window", window, str(right), str(bottom), "click", "1")
        return {"skipped", "snoozed", "started"} & {*desk.kinds()} != set()

    desk.until(answered)
    assert "skipped" in desk.kinds()


def test_a_server_that_dies_before_the_break_leaves_the_corner_window(
    desk: Desk, server: StandInServer
) -> None:
    desk.choose(interval_s=4, notice_s=3)
    desk.tray()
    desk.until(lambda: server.number_of("Stretch break in 3 seconds") != 0)
    server.die()
    desk.until(lambda: "due" in desk.kinds() and len(desk.windows()) == 1)


def test_without_a_server_the_corner_window_says_that_a_break_is_near(desk: Desk) -> None:
    desk.environment["DBUS_SESSION_BUS_ADDRESS"] = ""
    desk.choose(interval_s=600, notice_s=597)
    desk.tray()
    desk.until(lambda: len(desk.windows()) == 1)
    assert "waiting" == desk.state()
    desk.until(lambda: desk.kinds() == ["notice"])
    desk.ask("pause")
    desk.until(lambda: desk.windows() == [])


def test_a_server_that_dies_in_the_offer_leaves_the_corner_window(
    desk: Desk, server: StandInServer
) -> None:
    desk.tray()
    desk.until(lambda: server.number_of(DUE) != 0)
    assert [] == desk.windows()
    server.die()
    desk.until(lambda: len(desk.windows()) == 1)


def test_a_state_that_nobody_can_read_is_a_fresh_start_and_told(
    desk: Desk, server: StandInServer
) -> None:
    desk.choose(interval_s=600)
    file = desk.machine.environment.paths.data / "breaks.json"
    file.write_bytes(b"\xff{oh")
    desk.tray()
    assert 590 < desk.ask("status")["remaining_s"] <= 600
    desk.until(lambda: desk.kinds() == ["fresh_start"])
    assert b"\xff{oh" == file.with_name("breaks.json.bad-1").read_bytes()
    desk.until(lambda: server.number_of("HipCoach") != 0)
    assert "breaks.json.bad-1" in server.shown[server.number_of("HipCoach")]["text"]


def test_hours_that_make_no_sense_are_mended_and_told(desk: Desk, server: StandInServer) -> None:
    desk.choose(interval_s=600, always=False, hours={"mon": ["nine to five"]}, break_s=-3)
    settings = desk.machine.environment.paths.config / "settings.toml"
    found = settings.read_text().replace('{"mon": ["nine to five"]}', '{mon = ["nine to five"]}')
    settings.write_text(found)
    desk.tray()
    assert [found] == [one.read_text() for one in settings.parent.glob("settings.toml.bad-*")]
    desk.until(lambda: server.number_of("HipCoach") != 0)
    told = server.shown[server.number_of("HipCoach")]
    assert "settings.toml.bad-1" in told["text"]
    assert [] == told["actions"]


def test_under_a_red_flag_the_offer_is_a_walk(desk: Desk, server: StandInServer) -> None:
    with closing(desk.machine.environment.open_journal()) as journal:
        journal.add(SafetyAnswers(UUID(int=9), datetime.now(UTC), ("fever",)))  # noqa: TID251 - other processes read the real clock
    desk.tray()
    desk.until(lambda: server.number_of("Time to stand up") != 0)
    assert "walk" in server.shown[server.number_of("Time to stand up")]["text"]
    server.tell(PRESSED, server.number_of("Time to stand up"), "start")
    desk.until(lambda: "taken" in desk.kinds())
    assert [] == desk.windows()


def test_without_one_that_runs_a_command_says_so_in_one_sentence(desk: Desk) -> None:
    command = [sys.executable, "-m", "hipcoach", "--data-dir", str(desk.machine.data), "break"]
    said = subprocess.run([*command, "skip"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (1, "") == (said.returncode, said.stdout)
    assert 1 == said.stderr.count("\n")
    assert said.stderr.startswith("hipcoach: ")


def test_a_command_reaches_the_one_that_runs_and_nobody_else_can(desk: Desk) -> None:
    desk.choose(interval_s=600)
    desk.tray()
    found = [Path(one) for one in places(desk.machine.environment.paths) if Path(one).is_socket()]
    assert 1 == len(found)
    command = [sys.executable, "-m", "hipcoach", "--data-dir", str(desk.machine.data), "break"]
    said = subprocess.run(
        [*command, "pause", "2h", "--json"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "paused" == json.loads(said.stdout)["state"]
    assert (0o600, 0o700) == tuple(
        stat.S_IMODE(one.stat().st_mode) for one in (found[0], found[0].parent)
    )
