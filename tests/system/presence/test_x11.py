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
from hipcoach.system.presence import xcb
from hipcoach.system.presence.x11 import XFullscreen, XIdle, XLink
from tests.system.presence.stand import until

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
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x480x24", "-nolisten", "tcp", *more],
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


@pytest.fixture
def link(display: str) -> Iterator[XLink]:
    link = XLink(display)
    yield link
    link.close()


@needs_x
@pytest.mark.skipif(not shutil.which("xdotool"), reason="there is no xdotool")
def test_it_counts_from_the_last_input(link: XLink, display: str) -> None:
    idle = XIdle(link)
    assert (Blind.NO_DISPLAY, None) == (idle.blind, idle.idle_s())
    link.open()
    assert Blind.ASKING is idle.blind
    link.poll()
    assert idle.blind is None
    until(lambda: (idle.idle_s() or 0) >= 0.3, link.poll)
    subprocess.run(
        ["xdotool", "mousemove", "5", "5", "mousemove", "50", "50"],
        env=os.environ | {"DISPLAY": display},
        check=True,
    )
    before = idle.idle_s() or 0
    link.poll()
    now = idle.idle_s()
    assert now is not None
    assert now < before


@needs_x
def test_without_a_window_manager_a_full_screen_is_not_told(link: XLink) -> None:
    film = XFullscreen(link)
    assert (Blind.NO_DISPLAY, None) == (film.blind, film.on())
    link.open()
    assert Blind.ASKING is film.blind
    link.poll()
    assert (Blind.NOT_TOLD, None) == (film.blind, film.on())


@needs_x
@pytest.mark.skipif(not shutil.which("openbox"), reason="there is no window manager")
def test_a_full_screen_of_somebody_else_is_told_and_our_own_is_none() -> None:
    with x_server() as display:
        environment = os.environ | {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
        with (
            subprocess.Popen(
                ["openbox"],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            ) as manager,
            subprocess.Popen(
                [sys.executable, "-c", WINDOW],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            ) as window,
        ):
            assert window.stdin is not None
            assert window.stdout is not None
            assert "here\n" == window.stdout.readline()
            link, ours = XLink(display.name), XLink(display.name, our_id=window.pid)
            for one in (link, ours):
                one.open()
            film, own = XFullscreen(link), XFullscreen(ours)
            until(lambda: film.on() is False, link.poll)
            for way, fills in (("full", True), ("normal", False), ("full", True), ("end", False)):
                window.stdin.write(f"{way}\n")
                window.stdin.flush()
                until(lambda fills=fills: film.on() is fills, link.poll)  # type: ignore[misc]
                ours.poll()
                assert (None, False) == (own.blind, own.on())
            for one in (link, ours):
                one.close()
            manager.terminate()


@needs_x
def test_a_server_that_ends_is_gone_and_ends_nobody_else() -> None:
    with x_server() as display:
        link = XLink(display.name)
        link.open()
        link.poll()
        assert XIdle(link).blind is None
    until(lambda: link.blind is Blind.GONE, link.poll)
    assert (None, None) == (XIdle(link).idle_s(), XFullscreen(link).on())
    link.open()
    assert Blind.NO_DISPLAY is link.blind


@needs_x
def test_a_server_without_the_extension_doesn_t_tell() -> None:
    with x_server("-extension", "MIT-SCREEN-SAVER") as display:
        link = XLink(display.name)
        link.open()
        link.poll()
        assert (Blind.NOT_TOLD, None) == (XIdle(link).blind, XIdle(link).idle_s())
        link.close()


@needs_x
def test_a_server_that_stands_still_makes_nobody_wait() -> None:
    with x_server() as display:
        link = XLink(display.name)
        link.open()
        link.poll()
        before = link.idle_ms
        display.server.send_signal(signal.SIGSTOP)
        try:
            link.poll()
            link.poll()
            assert before == link.idle_ms
        finally:
            display.server.send_signal(signal.SIGCONT)
        until(lambda: link.idle_ms != before, link.poll)
        link.close()


def test_where_there_is_none_nothing_is_known() -> None:
    for display in ("", ":54321"):
        link = XLink(display)
        link.open()
        link.poll()
        assert (Blind.NO_DISPLAY, None) == (XIdle(link).blind, XIdle(link).idle_s())


def test_without_the_library_it_can_t_be_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xcb, "LIBRARY", "libnothing.so.1")
    link = XLink(":0")
    link.open()
    link.poll()
    assert Blind.NO_LIBRARY is link.blind
