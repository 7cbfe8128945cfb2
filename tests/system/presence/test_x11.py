"""Idle time and a full screen, on a real X server with a real window manager."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.clock import SystemClock
from hipcoach.system.presence import x_idle, xcb
from hipcoach.system.presence.x11 import XLink
from hipcoach.system.presence.x_fullscreen import XFullscreen
from hipcoach.system.presence.x_idle import XIdle
from tests.system.presence.stand import running, until

WINDOW = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
label = QLabel("a film")
ways = {"full": label.showFullScreen, "normal": label.showNormal, "end": app.quit}
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(lambda: ways[sys.stdin.readline().strip()]())
label.showNormal()
print("here", flush=True)
app.exec()
"""

needs_x = pytest.mark.skipif(
    not shutil.which("Xvfb") and not os.environ.get("HIPCOACH_TEST_XVFB"), reason="there is no Xvfb"
)


class Display(NamedTuple):
    """A display, and whose it is."""

    name: str
    server: subprocess.Popen[bytes]


@contextmanager
def x_server(*more: str) -> Iterator[Display]:
    """A display that nobody else is on."""
    read, write = os.pipe()
    with subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            "640x480x24",
            "-noreset",
            "-nolisten",
            "tcp",
            *more,
        ],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write)
        try:
            with os.fdopen(read) as pipe:
                yield Display(f":{pipe.readline().strip()}", server)
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with x_server() as display:
        yield display.name


class Told:
    """What an X server is asked for, and a clock that runs as it does."""

    def __init__(self, display: str, our_id: int | None = None) -> None:
        self.link = XLink(display, our_id)
        self.idle, self.film = XIdle(self.link, SystemClock()), XFullscreen(self.link)


@pytest.fixture
def told(display: str) -> Iterator[Told]:
    told = Told(display)
    yield told
    told.link.close()


@needs_x
@pytest.mark.skipif(not shutil.which("xdotool"), reason="there is no xdotool")
def test_it_counts_from_the_last_input_again_and_again(
    told: Told, display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(x_idle, "SOON_MS", 300)
    idle, link = told.idle, told.link
    assert (Blind.NO_DISPLAY, None) == (idle.blind, idle.idle_s())
    link.open()
    assert (Blind.ASKING, None) == (idle.blind, idle.idle_s())
    until(lambda: idle.blind is None, link.poll)
    for place in ("50", "90"):
        until(lambda: (idle.idle_s() or 0) >= 0.5, link.poll)
        subprocess.run(
            ["xdotool", "mousemove", place, place],
            env=os.environ | {"DISPLAY": display},
            check=True,
        )
        until(lambda: idle.idle_s() == 0.0, link.poll)


@needs_x
@pytest.mark.skipif(not shutil.which("xdotool"), reason="there is no xdotool")
def test_who_rested_before_it_was_asked_has_rested(told: Told, display: str) -> None:
    subprocess.run(
        ["xdotool", "mousemove", "10", "10"], env=os.environ | {"DISPLAY": display}, check=True
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(x_idle, "SOON_MS", 200)
        before = told.idle
        told.link.open()
        until(lambda: (before.idle_s() or 0) >= 0.4, told.link.poll)
        later = Told(display)
        later.link.open()
        until(lambda: later.idle.blind is None, later.link.poll)
        assert (later.idle.idle_s() or 0) >= 0.4
        later.link.close()


@needs_x
@pytest.mark.skipif(not shutil.which("xdotool"), reason="there is no xdotool")
def test_who_was_here_a_moment_ago_is_here_however_often_it_is_opened(
    told: Told, display: str
) -> None:
    subprocess.run(
        ["xdotool", "mousemove", "30", "30"], env=os.environ | {"DISPLAY": display}, check=True
    )
    for _ in range(2):
        told.link.open()
    until(lambda: told.idle.blind is None, told.link.poll)
    assert 0.0 == told.idle.idle_s()


@needs_x
def test_without_a_window_manager_a_full_screen_is_not_told(told: Told) -> None:
    film, link = told.film, told.link
    assert (Blind.NO_DISPLAY, None) == (film.blind, film.on())
    link.open()
    assert (Blind.ASKING, None) == (film.blind, film.on())
    until(lambda: film.blind is Blind.NOT_TOLD, link.poll)
    assert None is film.on()


@needs_x
@pytest.mark.skipif(not shutil.which("openbox"), reason="there is no window manager")
def test_a_full_screen_of_somebody_else_is_told_and_our_own_is_none() -> None:
    with x_server() as display:
        told = {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
        with (
            running(["openbox"], **told),
            running([sys.executable, "-c", WINDOW], **told) as window,
        ):
            assert window.stdin is not None
            assert window.stdout is not None
            assert "here\n" == window.stdout.readline()
            theirs, ours = Told(display.name), Told(display.name, our_id=window.pid)
            for one in (theirs, ours):
                one.link.open()
            polls = (theirs.link.poll, ours.link.poll)
            until(lambda: theirs.film.on() is False and ours.film.on() is False, *polls)
            for way, fills in (("full", True), ("normal", False), ("full", True), ("end", False)):
                window.stdin.write(f"{way}\n")
                window.stdin.flush()
                until(lambda fills=fills: theirs.film.on() is fills, *polls)  # type: ignore[misc]
                assert (None, False) == (ours.film.blind, ours.film.on())
            for one in (theirs, ours):
                one.link.close()


@needs_x
@pytest.mark.skipif(not shutil.which("openbox"), reason="there is no window manager")
def test_a_window_manager_that_comes_later_is_noticed_though_no_window_is_in_use() -> None:
    with x_server() as display:
        told = Told(display.name)
        told.link.open()
        until(lambda: told.film.blind is Blind.NOT_TOLD, told.link.poll)
        with running(["openbox"], DISPLAY=display.name):
            until(lambda: told.film.on() is False, told.link.poll)
        told.link.close()


@needs_x
def test_a_server_that_ends_is_gone_and_ends_nobody_else() -> None:
    with x_server() as display:
        told = Told(display.name)
        told.link.open()
        until(lambda: told.idle.blind is None, told.link.poll)
        assert told.link.fileno() > 0
    until(lambda: told.link.blind is Blind.GONE, told.link.poll)
    assert (None, None, -1) == (told.idle.idle_s(), told.film.on(), told.link.fileno())
    told.link.open()
    assert Blind.NO_DISPLAY is told.link.blind


@needs_x
@pytest.mark.parametrize(("name", "none"), [("SYNC", "NO-SUCH-THING"), ("COUNTER", b"NO-TIME")])
def test_a_server_without_the_extension_or_its_counter_doesn_t_tell(
    told: Told, monkeypatch: pytest.MonkeyPatch, name: str, none: object
) -> None:
    monkeypatch.setattr(x_idle, name, none)
    told.link.open()
    until(lambda: told.idle.blind is Blind.NOT_TOLD, told.link.poll)
    assert None is told.idle.idle_s()


@needs_x
def test_a_server_that_stands_still_makes_nobody_wait() -> None:
    with x_server() as display:
        told = Told(display.name)
        told.link.open()
        display.server.send_signal(signal.SIGSTOP)
        try:
            for _ in range(100):
                told.link.poll()
        finally:
            display.server.send_signal(signal.SIGCONT)
        until(lambda: told.idle.blind is None, told.link.poll)
        told.link.close()


def test_where_there_is_none_nothing_is_known() -> None:
    for display in ("", ":54321"):
        told = Told(display)
        told.link.open()
        told.link.poll()
        assert (Blind.NO_DISPLAY, None) == (told.idle.blind, told.idle.idle_s())
        assert (Blind.NO_DISPLAY, None) == (told.film.blind, told.film.on())


def test_without_the_library_it_can_t_be_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xcb, "LIBRARY", "libnothing.so.1")
    link = XLink(":0")
    link.open()
    link.poll()
    assert Blind.NO_LIBRARY is link.blind
