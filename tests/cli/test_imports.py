"""What a command does not need is not imported: a short one starts at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NEVER = (
    "PySide6",
    "sqlalchemy",
    "difflib",
    "hipcoach.app.today_view",
    "hipcoach.core.figure.pose",
    "hipcoach.core.journal",
    "hipcoach.library.poses",
    "importlib.resources",
    "json",
    "platformdirs",
    "tempfile",
    "uuid",
)
"""A score needs none of them, and each costs milliseconds."""

SHOW = "import sys; from hipcoach.cli import main; main(); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize("option", [(), ("--voice", "estimate")])
def test_a_score_is_printed_with_what_it_needs(tmp_path: Path, option: tuple[str, ...]) -> None:
    command = ("--data-dir", str(tmp_path), "timeline", "desk-reset", *option)
    done = subprocess.run(
        [sys.executable, "-c", SHOW, *command], capture_output=True, text=True, check=True
    )
    assert "hipcoach.core.compile" in done.stderr.split()
    assert set() == {*NEVER} & {*done.stderr.split()}


LATER = (
    "ctypes",
    "hipcoach.core.ramp",
    "hipcoach.core.trends",
    "hipcoach.store",
    "hipcoach.system.voice",
    "hipcoach.ui.figure.scene",
    "json.decoder",
    "sqlalchemy",
    "statistics",
    "subprocess",
)
"""A first picture needs none of them: they come when it is on the screen."""

SHOWN = """
import os, sys
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.cli import main

def tell(_worker):
    print(*sys.modules)
    sys.stdout.flush()
    os._exit(0)

JournalWorker.start = tell  # its thread begins when the window is shown, and imports the rest
main()
"""


def test_a_window_is_opened_with_what_it_shows(tmp_path: Path) -> None:
    command = ("--data-dir", str(tmp_path), "play", "desk-reset")
    for _ in range(2):  # in a checkout the first one puts the icons together
        done = subprocess.run(
            [sys.executable, "-c", SHOWN, *command],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    assert "hipcoach.ui.session_page" in done.stdout.split()
    assert set() == {*LATER} & {*done.stdout.split()}


AFTER_THE_ICON = ("hipcoach.core.breaks", "jeepney", "socket", "zoneinfo")
"""An icon in the tray needs none of them: they come when the desktop has drawn it."""
NOT_IN_THE_TRAY = (
    "asyncio",
    "hipcoach.app.media_desk",
    "hipcoach.app.sync_desk",
    "hipcoach.core.exercise",
    "hipcoach.core.sync_choices",
    "hipcoach.library",
    "hipcoach.store",
    "hipcoach.ui.theme",
    "sqlalchemy",
    "PySide6.QtCore.Qt",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
)
"""A tray that waits for a break needs none of them; the names of `Qt` alone are 0.8 MB."""

IN_THE_TRAY = """
import os, sys
import PySide6.QtCore
from hipcoach.cli import main

def tell(*_given):
    names = "PySide6.QtCore.Qt" if "Qt" in vars(PySide6.QtCore) else ""
    print(*sys.modules, names)
    sys.stdout.flush()
    os._exit(0)

{patch} = tell
main()
"""


@pytest.mark.parametrize(
    ("patch", "there", "never"),
    [
        (
            "import hipcoach.ui.tray; hipcoach.ui.tray.Tray.take_place",
            "hipcoach.ui.tray",
            (*AFTER_THE_ICON, *NOT_IN_THE_TRAY),
        ),
        (
            "import hipcoach.app.journal_worker; hipcoach.app.journal_worker.JournalWorker.start",
            "hipcoach.core.breaks",
            NOT_IN_THE_TRAY,
        ),
    ],
    ids=["icon", "settled"],
)
@pytest.mark.parametrize("marked", [False, True])
def test_the_tray_holds_what_it_shows(
    tmp_path: Path, patch: str, there: str, never: tuple[str, ...], marked: bool
) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"
    }
    # Outside the hours there is a mark on the icon, at whatever hour this is run.
    hours = "[breaks.hours]\n" if marked else "[breaks]\nalways = true\n"
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text(hours)
    for _ in range(2):  # as above
        done = subprocess.run(
            [sys.executable, "-c", IN_THE_TRAY.format(patch=patch),
             "--data-dir", str(tmp_path), "tray"],
            env={**environment, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    assert there in done.stdout.split()
    assert set() == {*never} & {*done.stdout.split()}
