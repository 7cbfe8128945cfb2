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
    "hipcoach.store",
    "hipcoach.system.voice",
    "hipcoach.ui.figure.scene",
    "json.decoder",
    "sqlalchemy",
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
