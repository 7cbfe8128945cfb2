"""One journey with a server that people use, on a screen that nobody sees."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.core.notice import (
    Notice,
    NoticeButton,
    NoticeClosed,
    NoticeEnd,
    NoticeEvent,
    NoticePressed,
)
from hipcoach.system.bus.session import SessionBus
from hipcoach.system.notify.notifier import BusNotifier
from tests.system.conftest import PrivateBus

NEEDED = ("Xvfb", "dunst", "xdotool")
OFFER = Notice(
    "offer",
    "Time for a break",
    "Kneel & stretch",
    (NoticeButton("start", "Start"), NoticeButton("later", "5 min"), NoticeButton("skip", "Skip")),
    click="open",
    lasts_s=0,
)
CONFIG = """[global]
origin = top-left
offset = 0x0
width = 300
mouse_left_click = context
mouse_middle_click = do_action
mouse_right_click = close_current
dmenu = {menu}
"""
MENU = "#!/bin/sh\ngrep 'Skip'\n"
"""What a person picks in dunst's menu of actions."""


@pytest.fixture
def screen(private_bus: PrivateBus, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of programs on a screen with dunst."""
    if any(shutil.which(program) is None for program in NEEDED):
        pytest.skip(f"needs {', '.join(NEEDED)}")
    menu, config = tmp_path / "menu", tmp_path / "dunstrc"
    menu.write_text(MENU)
    menu.chmod(0o700)
    config.write_text(CONFIG.format(menu=menu))
    with ExitStack() as running:

        def run(command: list[str], environment: dict[str, str], *fds: int) -> None:
            process = subprocess.Popen(
                command,
                env=environment,
                pass_fds=fds,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            running.callback(process.wait)
            running.callback(process.kill)

        reading, writing = os.pipe()
        server = f"Xvfb -displayfd {writing} -screen 0 600x400x24 -nolisten tcp"
        run(server.split(), private_bus.environment, writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        environment = private_bus.environment | {"DISPLAY": display}
        run(["dunst", "-config", str(config)], environment)
        yield environment


def click(screen: dict[str, str], button: int) -> None:
    """Click on the notice, once it is there."""
    command = ["xdotool", "search", "--sync", "--onlyvisible", "--class", "Dunst"]
    subprocess.run(command, env=screen, check=True, timeout=20, stdout=subprocess.DEVNULL)
    command = ["xdotool", "mousemove", "40", "20", "click", str(button)]
    subprocess.run(command, env=screen, check=True, timeout=20)


def test_an_offer_is_answered_with_the_mouse_on_dunst(
    screen: dict[str, str], on_bus: SessionBus, qtbot: QtBot
) -> None:
    events: list[NoticeEvent] = []
    notifier = BusNotifier(on_bus, lambda: events.extend(notifier.poll()))
    qtbot.waitUntil(lambda: notifier.support().server == "dunst", timeout=10_000)
    assert notifier.support().in_menu

    def answered(button: int) -> NoticeEvent:
        events.clear()
        assert notifier.show(OFFER)
        click(screen, button)
        qtbot.waitUntil(lambda: bool(events), timeout=10_000)
        return events[0]

    left, middle, right = 1, 2, 3
    assert NoticePressed("offer", "skip") == answered(left)
    assert NoticePressed("offer", "open") == answered(middle)
    assert NoticeClosed("offer", NoticeEnd.DISMISSED) == answered(right)
    notifier.close()
