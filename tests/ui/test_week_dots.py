"""The week as dots: told apart by shape, walked through by keys, said in words."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from hipcoach.app.plan_snapshots import DotState
from hipcoach.ui.week_dots import WeekDots
from tests.ui.page_stand import click, press, settle, show, told
from tests.ui.plan_stand import MONDAY, TODAY_IS, WEEK, week

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NO_MORE = [DotState.REST] * 6


@pytest.fixture
def dots(qtbot: QtBot) -> WeekDots:
    made = WeekDots()
    made.show_week(WEEK, "2 of 3–4 this week.")
    show(qtbot, made, 400, 80)
    return made


def _spot(dots: WeekDots, place: int) -> QPoint:
    return dots.spot(place).center().toPoint()


def _upper_half(spot: QRectF) -> QRectF:
    return spot.adjusted(0, 0, 0, -spot.height() / 2)


def _lower_half(spot: QRectF) -> QRectF:
    return spot.adjusted(0, spot.height() / 2, 0, 0)


def _no_tip(qtbot: QtBot) -> None:
    """Let the words that were shown go before the test ends."""
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def _greys(qtbot: QtBot, state: DotState) -> QImage:
    """A dot in two colours alone, as somebody sees it who sees no others."""
    dots = WeekDots()
    qtbot.addWidget(dots)
    colours = QPalette(QColor("white"))
    for role in QPalette.ColorRole:
        if role is not QPalette.ColorRole.NColorRoles:
            colours.setColor(role, QColor("black"))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.BrightText):
        colours.setColor(role, QColor("white"))
    dots.setPalette(colours)
    dots.show_week(week(*NO_MORE, state), "")
    dots.resize(dots.sizeHint())
    return dots.grab(dots.spot(6).toRect()).toImage()


def test_every_state_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    drawn = {state: _greys(qtbot, state) for state in DotState}
    assert [] == [
        (one, other) for one, other in combinations(DotState, 2) if drawn[one] == drawn[other]
    ]


def test_today_stands_out_without_a_colour(qtbot: QtBot) -> None:
    dots = WeekDots()
    qtbot.addWidget(dots)
    dots.show_week(week(*[DotState.FREE] * 7), "")
    dots.resize(dots.sizeHint())
    names, grounds = (
        [dots.grab(half(dots.spot(place)).toRect()).toImage() for place in (2, 3)]
        for half in (_upper_half, _lower_half)
    )
    assert names[0] != names[1]
    assert grounds[0] != grounds[1]


def test_seven_places_stand_there_before_the_days_are_known(qtbot: QtBot) -> None:
    dots = WeekDots()
    qtbot.addWidget(dots)
    dots.resize(dots.sizeHint())
    empty = dots.grab().toImage()
    size = dots.sizeHint()
    assert Qt.FocusPolicy.NoFocus is dots.focusPolicy()
    dots.show_week(WEEK, "")
    assert size == dots.sizeHint()
    assert empty != dots.grab().toImage()
    assert {empty.pixel(0, 0)} != {
        empty.pixel(x, y) for x in range(empty.width()) for y in range(empty.height())
    }


def test_the_whole_week_is_told_to_who_does_not_see_it(dots: WeekDots) -> None:
    dots.clearFocus()
    assert "2 of 3–4 this week." == dots.accessibleName()
    assert "Mon: done." in dots.accessibleDescription()
    assert "Sun: free." in dots.accessibleDescription()


def test_the_keys_begin_at_today_and_walk_through_the_days(dots: WeekDots, qtbot: QtBot) -> None:
    assert "Wed: due." == dots.accessibleName()
    for key, words in (
        (Qt.Key.Key_Right, "Thu: free."),
        (Qt.Key.Key_Left, "Wed: due."),
        (Qt.Key.Key_Home, "Mon: done."),
        (Qt.Key.Key_Left, "Mon: done."),
        (Qt.Key.Key_End, "Sun: free."),
        (Qt.Key.Key_Right, "Sun: free."),
    ):
        press(dots, key)
        assert words == dots.accessibleName()
    assert "Sun: free." == QToolTip.text()
    _no_tip(qtbot)


def test_enter_asks_why_that_day(dots: WeekDots, qtbot: QtBot) -> None:
    chosen = told(dots.dayChosen)
    press(dots, Qt.Key.Key_Return)
    press(dots, Qt.Key.Key_Home)
    press(dots, Qt.Key.Key_Space)
    assert [TODAY_IS, MONDAY] == chosen
    _no_tip(qtbot)


def test_a_screen_reader_can_press_it(dots: WeekDots, qtbot: QtBot) -> None:
    spoken = QAccessible.queryAccessibleInterface(dots)
    assert QAccessible.Role.Button is spoken.role()
    # Qt shows it going down before it clicks.
    with qtbot.waitSignal(dots.dayChosen) as chosen:
        spoken.actionInterface().doAction("Press")
    assert [TODAY_IS] == chosen.args


def test_a_day_that_has_not_come_yet_has_no_reasons(dots: WeekDots, qtbot: QtBot) -> None:
    chosen = told(dots.dayChosen)
    press(dots, Qt.Key.Key_Right)
    press(dots, Qt.Key.Key_Return)
    click(dots, _spot(dots, 6))
    assert [] == chosen
    _no_tip(qtbot)


def test_a_click_asks_why_that_day(dots: WeekDots) -> None:
    chosen = told(dots.dayChosen)
    click(dots, _spot(dots, 1))
    assert [MONDAY + timedelta(days=1)] == chosen


def test_the_pointer_shows_what_can_be_asked_about(dots: WeekDots) -> None:
    QTest.mouseMove(dots, _spot(dots, 1))
    assert Qt.CursorShape.PointingHandCursor is dots.cursor().shape()
    QTest.mouseMove(dots, _spot(dots, 5))
    assert Qt.CursorShape.ArrowCursor is dots.cursor().shape()


def test_a_dot_says_what_it_means(dots: WeekDots, qtbot: QtBot) -> None:
    spot = _spot(dots, 1)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, spot, dots.mapToGlobal(spot))
    QApplication.sendEvent(dots, event)
    assert "Tue: eased." == QToolTip.text()
    _no_tip(qtbot)


def test_who_walks_sees_where(dots: WeekDots, qtbot: QtBot) -> None:
    here = dots.grab().toImage()
    press(dots, Qt.Key.Key_Right)
    there = dots.grab().toImage()
    dots.clearFocus()
    settle()
    assert here != there
    assert dots.grab().toImage() not in (here, there)
    _no_tip(qtbot)


def test_without_days_the_keys_do_nothing(qtbot: QtBot) -> None:
    dots = WeekDots()
    show(qtbot, dots, 400, 80)
    chosen = told(dots.dayChosen)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_End):
        press(dots, key)
    click(dots, _spot(dots, 2))
    assert ([], "") == (chosen, dots.day_words)
    _no_tip(qtbot)
