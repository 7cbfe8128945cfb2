"""The calendar: walked through by keys, wheel and pickers, and told to who can't see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from hipcoach.core.tolerance import Tolerance
from hipcoach.ui.calendar_page import CalendarPage
from hipcoach.ui.day_table import DayTable, months_on
from hipcoach.ui.history_colours import history_colours
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import THEMES, Tokens, contrast
from tests.ui.history_stand import FULL, TODAY, month, year
from tests.ui.page_stand import button, click, nameless, press, settle, show, told

Key = Qt.Key


class Calendar:
    """A page whose months and years are always at hand."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page = CalendarPage()
        self.page.monthWanted.connect(lambda of, number: self.page.show_month(month(of, number)))
        self.page.yearWanted.connect(lambda of: self.page.show_year(year(of)))
        self.opened = told(self.page.dayChosen)
        self.left = told(self.page.leaveWanted)
        show(qtbot, self.page, 1000, 800)
        self.page.open_at(TODAY, date(2024, 5, 1))
        self.page.setFocus()
        settle()

    @property
    def view(self) -> DayTable:
        """The month or the year."""
        return self.page.view

    @property
    def day(self) -> date:
        """The day that the keys are on."""
        selected = self.view.selected
        assert selected is not None
        return selected.day

    def press(self, *keys: Qt.Key) -> date:
        """Press keys on the days; where that leads."""
        for key in keys:
            press(self.view, key)
        settle()
        return self.day

    def spot(self, day: date) -> QPoint:
        """Where a day is."""
        place = self.view.days.place(day)
        return self.view.visualRect(self.view.days.index(place.row(), place.column())).center()

    def wheel(self, eighths: int) -> date:
        """Turn the wheel over the days."""
        spot = QPointF(self.view.viewport().rect().center())
        event = QWheelEvent(
            spot, self.view.viewport().mapToGlobal(spot), QPoint(), QPoint(0, eighths),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.view.viewport(), event)
        settle()
        return self.day


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """The look of the application, taken off again."""
    made = Theme(qapp)
    yield made
    made.choose("light")
    qapp.setStyleSheet("")
    made.deleteLater()


@pytest.fixture
def calendar(qtbot: QtBot) -> Calendar:
    return Calendar(qtbot)


def test_it_opens_on_today_with_the_keys_on_the_days(calendar: Calendar) -> None:
    assert TODAY == calendar.day
    assert calendar.view.hasFocus()


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ((Key.Key_Left,), date(2026, 3, 17)),
        ((Key.Key_Right,), date(2026, 3, 19)),
        ((Key.Key_Up,), date(2026, 3, 11)),
        ((Key.Key_Down,), date(2026, 3, 25)),
        ((Key.Key_Down, Key.Key_Down), date(2026, 4, 1)),
        ((Key.Key_Home,), date(2026, 3, 1)),
        ((Key.Key_Home, Key.Key_Left), date(2026, 2, 28)),
        ((Key.Key_End,), date(2026, 3, 31)),
        ((Key.Key_End, Key.Key_PageUp), date(2026, 2, 28)),
        ((Key.Key_PageDown,), date(2026, 4, 18)),
        ((Key.Key_PageUp, Key.Key_PageUp, Key.Key_T), TODAY),
        ((Key.Key_X, Key.Key_1), TODAY),
    ],
)
def test_keys_walk_through_days_and_months(
    calendar: Calendar, keys: tuple[Qt.Key, ...], day: date
) -> None:
    assert day == calendar.press(*keys)
    assert calendar.view.hasFocus()


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ((Key.Key_Left,), date(2026, 3, 17)),
        ((Key.Key_Down,), date(2026, 4, 18)),
        ((Key.Key_Home,), date(2026, 1, 1)),
        ((Key.Key_End, Key.Key_Right), date(2027, 1, 1)),
        ((Key.Key_PageUp,), date(2025, 3, 18)),
    ],
)
def test_keys_walk_through_the_year(
    calendar: Calendar, keys: tuple[Qt.Key, ...], day: date
) -> None:
    press(calendar.view, Key.Key_Y)
    assert TODAY == calendar.day

    assert day == calendar.press(*keys)
    assert calendar.view is calendar.page.map


def test_escape_leads_from_the_year_to_the_month_and_then_away(calendar: Calendar) -> None:
    press(calendar.view, Key.Key_Y)

    press(calendar.view, Key.Key_Escape)
    assert calendar.view is calendar.page.grid
    assert [] == calendar.left

    press(calendar.view, Key.Key_Escape)
    assert 1 == len(calendar.left)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_opens_the_day_unless_it_is_still_to_come(calendar: Calendar, key: Qt.Key) -> None:
    calendar.press(key)
    calendar.press(Key.Key_Right, key)

    assert [TODAY] == calendar.opened
    assert not button(calendar.page, "Open the day").isEnabled()


def test_a_click_opens_the_day_and_puts_the_keys_there(calendar: Calendar) -> None:
    click(calendar.view.viewport(), calendar.spot(FULL))

    assert [FULL] == calendar.opened
    assert FULL == calendar.day


def test_a_click_on_another_month_turns_no_page(calendar: Calendar) -> None:
    click(calendar.view.viewport(), calendar.spot(date(2026, 2, 24)))

    assert [date(2026, 2, 24)] == calendar.opened
    assert TODAY == calendar.day


def test_the_wheel_turns_a_month_a_notch(calendar: Calendar) -> None:
    assert date(2026, 2, 18) == calendar.wheel(120)
    assert date(2026, 4, 18) == calendar.wheel(-240)
    assert date(2026, 4, 18) == calendar.wheel(-60)
    assert date(2026, 5, 18) == calendar.wheel(-60)


def test_a_month_and_a_year_can_be_picked(calendar: Calendar) -> None:
    months, years = calendar.page.findChildren(QComboBox)
    assert ["2024", "2025", "2026", "2027"] == [
        years.itemText(place) for place in range(years.count())
    ]

    years.setCurrentText("2024")
    years.activated.emit(years.currentIndex())
    months.setCurrentIndex(1)
    months.activated.emit(1)

    assert date(2024, 2, 18) == calendar.day


def test_buttons_turn_the_page_and_lead_to_today(calendar: Calendar) -> None:
    click(button(calendar.page, "Earlier"))
    click(button(calendar.page, "Earlier"))
    assert date(2026, 1, 18) == calendar.day

    click(button(calendar.page, "Today"))
    assert TODAY == calendar.day


def test_what_comes_late_for_a_month_that_was_left_is_not_shown(calendar: Calendar) -> None:
    calendar.press(Key.Key_PageDown)

    calendar.page.show_month(month(2026, 3))

    assert date(2026, 4, 18) == calendar.day


def test_coming_back_leaves_the_keys_where_they_were_until_a_new_day(calendar: Calendar) -> None:
    calendar.press(Key.Key_PageUp)

    calendar.page.open_at(TODAY, None)
    assert date(2026, 2, 18) == calendar.day

    calendar.page.open_at(TODAY + timedelta(days=1), None)
    assert date(2026, 3, 19) == calendar.day


def test_a_screen_reader_finds_a_table_with_every_day_in_words(calendar: Calendar) -> None:
    reader = QAccessible.queryAccessibleInterface(calendar.view)
    parts = [reader.child(place) for place in range(reader.childCount())]
    cells = [
        one.text(QAccessible.Text.Name) for one in parts if one.role() is QAccessible.Role.Cell
    ]
    heads = [
        one.text(QAccessible.Text.Name)
        for one in parts
        if one.role() is QAccessible.Role.ColumnHeader
    ]

    assert QAccessible.Role.Table == reader.role()
    assert "March 2026" == reader.text(QAccessible.Text.Name)
    assert [one.words for one in month().days] == cells
    assert ["Monday", "Tuesday"] == heads[:2]
    assert [] == nameless(calendar.page)


def test_the_line_below_says_the_day_that_is_pointed_at_or_the_keys_are_on(
    calendar: Calendar,
) -> None:
    assert f"{TODAY.isoformat()} in words." == calendar.page.line

    calendar.view.dayPointed.emit(calendar.view.days.day(calendar.view.days.index(2, 1)))
    assert "2026-03-10 in words." == calendar.page.line

    calendar.view.dayPointed.emit(None)
    assert f"{TODAY.isoformat()} in words." == calendar.page.line


def test_weeks_have_numbers_where_they_are_wanted(calendar: Calendar) -> None:
    side = calendar.page.grid.verticalHeader()
    assert not side.isVisible()

    calendar.page.grid.number_weeks(on=True)

    assert side.isVisible()
    numbers = [side.model().headerData(row, Qt.Orientation.Vertical) for row in range(6)]
    assert ["9", "10", "11", "12", "13", "14"] == numbers


def test_an_empty_month_says_what_to_do_and_only_the_one_of_now_leads_there(
    calendar: Calendar,
) -> None:
    wanted = told(calendar.page.startWanted)

    calendar.page.show_month(month(advice="Nothing yet.", summary=""))
    click(button(calendar.page, "To Today"))
    assert [None] == wanted

    calendar.press(Key.Key_PageDown)
    calendar.page.show_month(month(2026, 4, advice="Still to come.", summary=""))
    with pytest.raises(AssertionError, match="0 buttons"):
        button(calendar.page, "To Today")


def test_an_empty_year_says_what_to_do(calendar: Calendar) -> None:
    calendar.press(Key.Key_Y)
    calendar.page.show_year(replace(year(), advice="Nothing yet.", summary=""))
    assert button(calendar.page, "To Today").isVisible()

    calendar.press(Key.Key_PageUp)
    calendar.page.show_year(replace(year(2025), advice="Nothing is recorded.", summary=""))
    with pytest.raises(AssertionError, match="0 buttons"):
        button(calendar.page, "To Today")


def test_a_click_on_the_name_of_a_month_opens_it(calendar: Calendar) -> None:
    calendar.press(Key.Key_Y)
    names = calendar.page.map.verticalHeader()

    click(names.viewport(), QPoint(20, names.sectionViewportPosition(8) + 4))
    settle()

    assert calendar.view is calendar.page.grid
    assert date(2026, 9, TODAY.day) == calendar.day
    assert calendar.view.hasFocus()


@pytest.mark.parametrize("width", [380, 640, 752, 1100])
def test_no_word_above_the_days_is_clipped(calendar: Calendar, width: int, look: Theme) -> None:
    look.choose("light")
    for percent in (100, 150):
        look.choose("light", text_percent=percent)
        settle()
        calendar.page.resize(round(width * percent / 100), 700)
        settle()
        head = calendar.page.head
        for kind in (QPushButton, QComboBox):
            for part in head.findChildren(kind):
                assert part.sizeHint().width() <= part.width()
                assert head.rect().contains(part.geometry())


def test_a_list_needs_less_room_again_when_its_words_get_smaller(
    calendar: Calendar, look: Theme
) -> None:
    boxes = calendar.page.head.findChildren(QComboBox)
    needed = []
    for percent in (100, 200, 100):
        look.choose("light", text_percent=percent)
        settle()
        needed.append([box.minimumSizeHint().width() for box in boxes])

    assert needed[0] == needed[2]
    assert needed[0] < needed[1]


def test_there_is_one_line_above_the_days_where_that_is_enough(
    calendar: Calendar, look: Theme
) -> None:
    look.choose("light")
    heights = []
    for width in (560, 752, 1100):
        calendar.page.resize(width, 700)
        settle()
        heights.append(calendar.page.head.height())

    assert heights[0] > 1.5 * heights[1]
    assert heights[1] == pytest.approx(heights[2], abs=6)


def test_the_day_with_the_keys_stays_in_sight(calendar: Calendar, look: Theme) -> None:
    look.choose("light", text_percent=200)
    calendar.page.resize(760, 380)
    settle()
    for key in (Key.Key_End, Key.Key_Home):
        spot = calendar.spot(calendar.press(key))
        assert calendar.view.viewport().visibleRegion().contains(spot)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [600, 752])
def test_the_numbers_of_days_fit_into_their_places(
    calendar: Calendar, look: Theme, width: int, percent: int
) -> None:
    look.choose("light", text_percent=percent)
    calendar.press(Key.Key_Y)
    calendar.page.resize(width, 700)
    settle()
    days = calendar.page.map.horizontalHeader()

    assert days.fontMetrics().horizontalAdvance("31") <= days.sectionSize(30)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("size", [(1000, 800), (752, 440), (752, 330)])
def test_it_is_painted_in_every_theme_and_size(
    calendar: Calendar, tokens: Tokens, size: tuple[int, int]
) -> None:
    calendar.page.show_colours(history_colours(tokens))
    calendar.page.resize(*size)
    settle()
    months = calendar.page.grab().toImage()
    press(calendar.view, Key.Key_Y)
    settle()

    assert months != calendar.page.grab().toImage()


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_every_colour_is_seen_on_its_ground(tokens: Tokens) -> None:
    colours = history_colours(tokens)
    inks = {*colours.routines.values(), *map(colours.tolerance, Tolerance)}

    assert [] == [ink for ink in inks if contrast(ink, tokens.surface) < 3]
    assert colours.routine("nobody knows") == colours.routine("")


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-600, 600))
def test_months_later_it_is_the_same_day_or_the_last_there_is(day: date, months: int) -> None:
    found = months_on(day, months)

    assert day.year * 12 + day.month + months == found.year * 12 + found.month
    assert found.day == day.day or (found.day < day.day and 1 == (found + timedelta(days=1)).day)


@pytest.mark.parametrize(("day", "months"), [(date.min, -1), (date.max, 1)])
def test_the_calendar_has_two_ends(day: date, months: int) -> None:
    with pytest.raises(OverflowError):
        months_on(day, months)
