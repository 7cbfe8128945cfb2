"""The question of which time a report is to be, with its pages beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipcoach.app.report_view import report_of
from hipcoach.app.spans import FromTo, Span, SpanChoice, span_of
from hipcoach.ui.days_off import ScrolledDate
from hipcoach.ui.report_dialog import ReportDialog
from hipcoach.ui.report_preview import ReportPreview
from tests.app.span_stand import DAY, MONDAY, Diary, content, every
from tests.ui.page_stand import button, nameless, press, settle, show, told

TODAY = MONDAY + 200 * DAY
EMPTY = "Nothing is recorded in this time."


class Asking:
    """A dialog, and somebody who reads what it wants."""

    def __init__(self, qtbot: QtBot, width: int = 1000, height: int = 700) -> None:
        self.diary = Diary().practised(*every(4, 0, 200)).flagged(190, "calf").cleared(191)
        self.diary.noted(150, "After a long drive.")
        self.qtbot = qtbot
        self.window = QWidget()
        show(qtbot, self.window, width, height)
        self.dialog = ReportDialog(self.window, SpanChoice.THREE_MONTHS, TODAY, MONDAY)
        self.wanted: list[Span] = told(self.dialog.spanWanted)
        self.chosen = told(self.dialog.chosen)
        self.dialog.spanWanted.connect(self.read)
        self.dialog.open()
        self.dialog.begin()
        settle()

    def read(self, span: Span) -> None:
        """Give the report of a span."""
        first, last = ((day - MONDAY).days for day in span_of(span, TODAY, MONDAY))
        facts = self.diary.facts(first, last)
        if facts.empty:
            self.dialog.show_trouble(EMPTY)
        else:
            self.dialog.show_report(report_of(facts, content(), 0))

    @property
    def words(self) -> list[str]:
        """All that can be read."""
        return [one.text() for one in self.dialog.findChildren(QLabel) if one.isVisible()]

    def pages(self) -> int:
        """How many are seen in the end."""
        (preview,) = self.dialog.findChildren(ReportPreview)
        self.qtbot.waitUntil(lambda: not preview.busy)
        return len(preview.pages)

    def field(self, name: str) -> ScrolledDate:
        """The field of a day."""
        fields = self.dialog.findChildren(ScrolledDate)
        (found,) = [one for one in fields if one.accessibleName() == name]
        return found

    def days(self) -> tuple[date, date]:
        """What stands in the two fields."""
        ends = [self.field(name).date() for name in ("From", "To")]
        first, last = (date(one.year(), one.month(), one.day()) for one in ends)
        return first, last

    def type_(self, name: str, day: date) -> None:
        """Put a day into a field, as typing it and leaving it does."""
        self.field(name).setDate(QDate(day.year, day.month, day.day))
        settle()


@pytest.fixture
def asking(qtbot: QtBot) -> Iterator[Asking]:
    made = Asking(qtbot)
    yield made
    made.dialog.close()
    made.dialog.deleteLater()


def test_it_says_what_will_be_in_it_and_shows_the_pages(asking: Asking) -> None:
    assert [SpanChoice.THREE_MONTHS] == asking.wanted
    assert (TODAY - 90 * DAY, TODAY) == asking.days()
    pages = asking.pages()
    assert 1 <= pages <= 2  # as many as the font needs
    found = next(one for one in asking.words if "sessions" in one)
    assert found.startswith(f"{('1 page', '2 pages')[pages - 1]}: 23 sessions, 1 exercise, ")
    assert "2 warning signs and clearances" in found
    assert "1 note" in found
    assert "stretch break" not in found
    assert [] == nameless(asking.dialog)


def test_any_days_can_be_chosen(asking: Asking) -> None:
    asking.type_("From", MONDAY + 10 * DAY)
    asking.type_("To", MONDAY + 20 * DAY)

    assert FromTo(MONDAY + 10 * DAY, MONDAY + 20 * DAY) == asking.wanted[-1]
    assert not any(
        button(asking.dialog, name).isChecked() for name in ("4 weeks", "3 months", "1 year")
    )
    assert 1 == asking.pages()

    button(asking.dialog, "All").click()
    assert [SpanChoice.ALL] == asking.wanted[3:]
    assert (MONDAY, TODAY) == asking.days()


def test_the_first_day_never_lies_after_the_last(asking: Asking) -> None:
    asking.type_("To", MONDAY + 20 * DAY)
    assert FromTo(MONDAY + 20 * DAY, MONDAY + 20 * DAY) == asking.wanted[-1]

    asking.type_("From", MONDAY + 30 * DAY)
    assert FromTo(MONDAY + 30 * DAY, MONDAY + 30 * DAY) == asking.wanted[-1]


def test_no_day_before_the_first_session_or_after_today_is_offered(asking: Asking) -> None:
    asking.type_("From", MONDAY - timedelta(days=900))
    asking.type_("To", TODAY + timedelta(days=900))

    assert (MONDAY, TODAY) == asking.days()


def test_what_is_seen_is_what_is_kept(asking: Asking) -> None:
    asking.type_("From", MONDAY + 180 * DAY)

    press(button(asking.dialog, "Save as PDF…"), Qt.Key.Key_Return)

    (report,) = asking.chosen
    assert "29 Aug to 18 Sep 2026" == report.span
    assert not asking.dialog.isVisible()


def test_the_keys_are_on_the_way_on_as_soon_as_there_is_one(asking: Asking) -> None:
    assert button(asking.dialog, "Save as PDF…") is QApplication.focusWidget()
    press(asking.dialog, Qt.Key.Key_Escape)
    assert [] == asking.chosen


def test_a_time_of_which_there_is_nothing_cannot_be_kept(asking: Asking) -> None:
    asking.type_("From", MONDAY + 1 * DAY)
    asking.type_("To", MONDAY + 3 * DAY)

    assert EMPTY in asking.words
    assert 0 == asking.pages()
    assert not button(asking.dialog, "Save as PDF…").isEnabled()


def test_it_stays_within_a_small_window(qtbot: QtBot) -> None:
    asking = Asking(qtbot, 800, 560)

    assert asking.dialog.width() <= 800
    assert asking.dialog.height() <= 560
    for name in ("From", "To"):
        field = asking.field(name)
        assert field.sizeHint().width() <= field.width()
    asking.dialog.close()
    asking.dialog.deleteLater()
