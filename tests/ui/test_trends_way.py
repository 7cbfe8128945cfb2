"""Trends in the window: looked at from the menu, and a report saved from there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from hipcoach.app.trends_desk import TrendsDesk
from hipcoach.core.errors import KnownError
from hipcoach.ui.chart_card import ChartCard
from hipcoach.ui.report_dialog import ReportDialog
from hipcoach.ui.trends_page import TrendsPage
from hipcoach.ui.trends_way import TrendsWay
from tests.app.span_stand import Diary
from tests.ui.page_stand import button, press, settle
from tests.ui.shell_stand import ShellStand

CHARTS = 5


class TrendsStand(ShellStand):
    """The window with trends, and a person who has practised for four weeks."""

    def __init__(self, qtbot: QtBot, diary: Diary) -> None:
        super().__init__(qtbot, diary.journal)
        self.answered()
        self.clock.set_wall(diary.at(27, 22))
        self.kept: dict[Path, bytes] = {}
        self.fault: KnownError | None = None
        self.way = TrendsWay(
            self.window,
            self.shell.pages,
            lambda: TrendsDesk(self.content, self.clock, self.worker, 0),
            self._keep,
        )

    @property
    def trends(self) -> TrendsPage:
        return self.shell.pages.trends

    def look_at_trends(self) -> None:
        """Go there by the menu, and wait for the charts."""
        (action,) = (one for one in self.window.findChildren(QAction) if one.text() == "T&rends")
        action.trigger()
        self.qtbot.waitUntil(lambda: len(self.trends.panel.findChildren(ChartCard)) == CHARTS)

    def report(self, path: Path) -> None:
        """Ask for a report, and choose a file for it."""
        self.trends.panel.report.click()
        self.save_report(path)

    def save_report(self, path: Path) -> None:
        """Choose a file for the report that is asked for."""
        dialog = self.window.findChild(ReportDialog)
        assert dialog is not None
        save = button(dialog, "Save as PDF…")
        self.qtbot.waitUntil(save.isEnabled)
        save.click()
        self.qtbot.waitUntil(lambda: self.window.findChild(QFileDialog) is not None)
        files = self.window.findChild(QFileDialog)
        assert files is not None
        assert files.selectedFiles()[0].endswith("hipcoach-2026-03-02-2026-03-29.pdf")
        files.fileSelected.emit(str(path))
        files.done(QDialog.DialogCode.Accepted)
        settle()

    def _keep(self, path: Path, content: bytes) -> None:
        if self.fault is not None:
            raise self.fault
        self.kept[path] = content


@pytest.fixture
def diary() -> Diary:
    return Diary().practised(0, 3, 7, 9, 12)


@pytest.fixture
def stand(qtbot: QtBot, diary: Diary) -> Iterator[TrendsStand]:
    made = TrendsStand(qtbot, diary)
    made.open()
    yield made
    made.leave()


def test_trends_are_read_when_they_are_looked_at(stand: TrendsStand) -> None:
    stand.look_at_trends()

    assert "trends" == stand.window.shown
    assert CHARTS == len(stand.trends.panel.findChildren(ChartCard))


@pytest.mark.parametrize(
    ("before", "back"),
    [("today", "today"), ("history", "history"), ("settings", "settings"), ("why", "today")],
)
def test_the_way_back_leads_to_where_one_came_from(
    stand: TrendsStand, before: str, back: str
) -> None:
    stand.window.show_page(before)
    stand.look_at_trends()
    button(stand.trends, "Back").click()

    assert back == stand.window.shown
    stand.look_at_trends()
    press(stand.trends, Qt.Key.Key_Escape)
    assert back == stand.window.shown


def test_tab_goes_from_the_head_to_the_charts_and_then_to_the_way_back(
    stand: TrendsStand,
) -> None:
    stand.look_at_trends()
    settle()
    walked = []
    for _ in range(3 + 2 * CHARTS):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused.accessibleName().partition(":")[0])
        press(focused, Qt.Key.Key_Tab)

    assert ["3 months", "Report for a professional…", "Pain, and the plan behind it"] == walked[:3]
    assert walked.index("Back") > walked.index("Variants of the exercises")


def test_what_was_practised_since_is_there_at_the_next_look(
    stand: TrendsStand, diary: Diary
) -> None:
    stand.look_at_trends()
    weeks = stand.trends.panel.findChildren(ChartCard)[2]
    before = weeks.view.accessibleDescription()
    stand.window.show_page("today")
    diary.practised(20, 21, 22)
    stand.window.show_page("trends")

    stand.qtbot.waitUntil(lambda: before != weeks.view.accessibleDescription())


def test_a_report_is_saved_and_said_to_be(stand: TrendsStand, tmp_path: Path) -> None:
    stand.look_at_trends()
    stand.report(tmp_path / "mine.pdf")

    assert stand.kept[tmp_path / "mine.pdf"].startswith(b"%PDF-")
    assert f"The report was saved: {tmp_path / 'mine.pdf'}" == stand.trends.panel.told


def test_a_report_that_cannot_be_kept_says_why(stand: TrendsStand, tmp_path: Path) -> None:
    stand.fault = KnownError("unwritable", {"path": tmp_path / "mine.pdf"})
    stand.look_at_trends()
    stand.report(tmp_path / "mine.pdf")

    assert "can't be written" in stand.trends.panel.told
    assert {} == stand.kept


def test_a_report_can_be_asked_for_where_no_trends_are(stand: TrendsStand, tmp_path: Path) -> None:
    said: list[str] = []
    stand.way.ask_report(said.append)
    stand.save_report(tmp_path / "mine.pdf")

    assert stand.kept[tmp_path / "mine.pdf"].startswith(b"%PDF-")
    assert [f"The report was saved: {tmp_path / 'mine.pdf'}"] == said


def test_who_asked_before_hears_no_more_of_reports(stand: TrendsStand, tmp_path: Path) -> None:
    said: list[str] = []
    stand.way.ask_report(said.append)
    stand.save_report(tmp_path / "one.pdf")
    stand.look_at_trends()
    stand.report(tmp_path / "two.pdf")

    assert 1 == len(said)
    assert "two.pdf" in stand.trends.panel.told
