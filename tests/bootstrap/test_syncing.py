"""Joining while the program is there: from the first place on, and never in a session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hipcoach.app.sync_desk import FIRST_S, LOOK_S
from hipcoach.bootstrap.syncing import Syncing
from hipcoach.core.settings import Settings
from hipcoach.core.sync_choices import SyncChoices
from hipcoach.core.sync_timing import LAST, SOON, SyncTry, try_text
from hipcoach.ui.sync_panel import SyncPanel
from tests.fakes import FakeErrands
from tests.ui.page_stand import told
from tests.ui.shell_stand import ShellStand

ELSEWHERE = Settings().with_sync(SyncChoices("/sync"))


class SyncingStand(ShellStand):
    """The window of somebody, and what joins their journal."""

    def __init__(self, qtbot: QtBot, data: Path, settings: Settings) -> None:
        super().__init__(qtbot, settings=settings)
        self.answered()
        self.data = data
        self.errands = FakeErrands()
        self.came = 0
        self.syncing = Syncing(
            self.clock,
            lambda: self.errands,
            data,
            lambda: self.saved[-1] if self.saved else settings,
        )
        self.shell.shown.connect(lambda: self.syncing.join(self.shell, self._count))

    @property
    def waits_s(self) -> float | None:
        """Seconds until it looks again; `None`: it doesn't."""
        (timer,) = self.syncing.desk.findChildren(QTimer)
        return timer.interval() / 1000 if timer.isActive() else None

    def joined(self, **outcome: object) -> str:
        """It went well just now: what is kept of that."""
        now = self.clock.now()
        last = SyncTry("/sync", now, joined=now)
        text = try_text(replace(last, **outcome))  # type: ignore[arg-type] # as the test has them
        (self.data / LAST).write_text(text)
        return text

    def end(self, **outcome: object) -> None:
        """Let the command be done."""
        self.errands.end(self.joined(**outcome))

    def leave(self) -> None:
        super().leave()
        self.syncing.desk.deleteLater()

    def _count(self) -> None:
        self.came += 1


@pytest.fixture
def stand(qtbot: QtBot, tmp_path: Path) -> Iterator[SyncingStand]:
    made = SyncingStand(qtbot, tmp_path, ELSEWHERE)
    yield made
    made.leave()


def test_without_a_window_it_begins_a_little_later(stand: SyncingStand) -> None:
    stand.syncing.start()
    assert FIRST_S == stand.waits_s


def test_a_window_that_was_opened_joins_soon(stand: SyncingStand) -> None:
    stand.joined()
    stand.syncing.start()
    stand.open()
    stand.qtbot.waitUntil(lambda: SOON.total_seconds() == stand.waits_s)


def test_a_session_that_runs_is_left_alone(stand: SyncingStand) -> None:
    stand.open()
    stand.shell.session.start("gentle-start")
    stand.plays()
    stand.syncing.desk.look()
    assert ([], LOOK_S) == (stand.errands.begun, stand.waits_s)


def test_what_is_being_joined_makes_way_for_it(stand: SyncingStand) -> None:
    stand.open()
    stand.syncing.desk.join_now()
    stand.shell.session.start("gentle-start")
    stand.plays()
    assert (1, LOOK_S) == (stand.errands.called_off, stand.waits_s)


def test_its_end_and_the_answers_after_it_are_taken_along_soon(stand: SyncingStand) -> None:
    stand.open()
    stand.joined()
    for page in ("check-in", "today"):
        stand.syncing.desk.join_now()
        stand.end()
        assert LOOK_S == stand.waits_s
        stand.window.show_page(page)
        assert SOON.total_seconds() == stand.waits_s


def test_other_pages_join_nothing(stand: SyncingStand) -> None:
    stand.open()
    stand.syncing.desk.join_now()
    stand.end()
    for page in ("settings", "today"):
        stand.window.show_page(page)
        assert LOOK_S == stand.waits_s


def test_somebody_may_practise_elsewhere(stand: SyncingStand) -> None:
    stand.syncing.heed(lambda: True)
    stand.syncing.desk.look()
    assert [] == stand.errands.begun


def test_what_has_come_is_told(stand: SyncingStand) -> None:
    stand.open()
    stand.syncing.desk.join_now()
    stand.end(added={"sessions": 1})
    assert 1 == stand.came


def test_settings_that_name_a_place_are_taken_up(qtbot: QtBot, tmp_path: Path) -> None:
    stand = SyncingStand(qtbot, tmp_path, Settings())
    stand.syncing.start()
    stand.syncing.take(Settings())
    stand.open()
    assert stand.syncing._desk is None  # nothing of it is made
    stand.syncing.take(ELSEWHERE)
    changes = told(stand.syncing.desk.changed)
    qtbot.waitUntil(lambda: 1 == len(stand.errands.begun))
    assert changes[-1].joining
    stand.leave()


def test_the_card_keeps_what_is_chosen_among_the_settings(stand: SyncingStand) -> None:
    stand.open()
    stand.window.show_page("data")
    panel = stand.shell.pages.data.findChild(SyncPanel)
    assert panel is not None
    assert "/sync" == panel.place.text()
    panel.everyChosen.emit("day")
    assert "day" == stand.saved[-1].sync.every
    panel.offRequested.emit()
    assert not stand.saved[-1].sync.on
