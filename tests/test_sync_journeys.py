"""Two computers in real processes: what one has written is in the window of the other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.bootstrap import Environment
from hipcoach.core.journal import SafetyAnswers
from hipcoach.core.settings import Settings
from hipcoach.core.sync_choices import SyncChoices
from hipcoach.core.sync_timing import LAST
from tests.store import samples
from tests.test_journeys import EVER, ROOT, end

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's process groups")

PATIENCE_MS = 60_000
SOON = """
import sys
from datetime import timedelta
from hipcoach.app import sync_desk
from hipcoach.core import sync_timing

sync_desk.FIRST_S = 0.2
sync_timing.SOON = sync_timing.FIRST_AGAIN = timedelta(seconds=0.2)
from hipcoach.cli import main

sys.exit(main())
"""
"""The program with pauses that nobody has to wait for."""


class Computer:
    """A person's data folder on one of their computers."""

    def __init__(self, data: Path, where: Path, *sessions: int) -> None:
        self.data = data
        self.environment = Environment.of(data)
        self.environment.write_settings(Settings().with_sync(SyncChoices(str(where))))
        with self.environment.journal() as journal:
            journal.add(SafetyAnswers(UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC), ()))
            for number in sessions:
                journal.open_session(samples.opened(number, minutes=number))

    @contextmanager
    def runs(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """HipCoach while it is open there."""
        process = subprocess.Popen(
            [sys.executable, "-c", SOON, "--data-dir", str(self.data), *arguments],
            cwd=ROOT,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            end(process)

    @property
    def sessions(self) -> int:
        with closing(self.environment.open_journal()) as journal:
            return len(journal.sessions(*EVER))

    @property
    def last(self) -> Any:
        """What became of the last time; nothing where there was none."""
        kept = self.data / LAST
        return json.loads(kept.read_text("utf-8")) if kept.exists() else {}


Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    """Waits for something."""
    return lambda holds: qtbot.waitUntil(holds, timeout=PATIENCE_MS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "carried"
    made.mkdir()
    return made


def test_what_one_computer_wrote_is_on_the_other_without_a_command(
    tmp_path: Path, folder: Path, until: Until
) -> None:
    one, other = Computer(tmp_path / "one", folder, 1, 2), Computer(tmp_path / "other", folder, 3)
    with one.runs():
        until(lambda: bool(one.last))
    with other.runs("tray"):
        until(lambda: bool(other.last))
    assert 2 == other.last["added"]["sessions"]
    assert 3 == other.sessions
    assert 2 == one.sessions


def test_a_folder_that_is_away_is_waited_for(tmp_path: Path, folder: Path, until: Until) -> None:
    one = Computer(tmp_path / "one", folder, 1)
    away = folder.rename(folder.with_name("away"))
    with one.runs() as process:
        until(lambda: one.last.get("failures", 0) > 1)
        away.rename(folder)
        until(lambda: "" == one.last["trouble"])
        assert process.poll() is None
    assert 1 == len(list(folder.iterdir()))
