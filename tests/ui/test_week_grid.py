"""The week grid: hours are painted with the mouse and with the keys, and read as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hipcoach.core.hours import Hours, Range, read_range
from hipcoach.core.week_edit import Week, read_day
from hipcoach.ui.week_grid import WeekGrid
from hipcoach.ui.week_panel import WeekPanel
from tests.ui.page_stand import button, click, nameless, press, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
MON, TUE, WED, SUN = 0, 1, 2, 6
OFFICE = Hours().week
NONE: Week = ((),) * 7


@pytest.fixture
def grid(qtbot: QtBot) -> WeekGrid:
    made = WeekGrid()
    show(qtbot, made, 900, 320)
    return made


@pytest.fixture
def panel(qtbot: QtBot) -> WeekPanel:
    made = WeekPanel()
    show(qtbot, made, 900, 420)
    made.show_week(OFFICE)
    return made


def _drag(grid: WeekGrid, start: tuple[int, int], *way: tuple[int, int], shift: int = 2) -> None:
    """Drag from a minute of a day over others; `shift` pixels right of where they begin."""
    spots = [grid.spot(*one).toPoint() + QPoint(shift, 0) for one in (start, *way)]
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(grid, left, none, spots[0])
    for spot in spots:
        QTest.mouseMove(grid, spot)
    QTest.mouseRelease(grid, left, none, spots[-1])


def _at(text: str) -> int:
    return read_range(f"{text}-{text}").start_min


def test_dragging_paints_from_quarter_to_quarter(grid: WeekGrid) -> None:
    weeks = told(grid.changed)
    _drag(grid, (TUE, _at("9:00")), (TUE, _at("10:00")), (TUE, _at("11:45")))
    assert [((), read_day("09:00-12:00"), (), (), (), (), ())] == weeks


def test_dragging_down_paints_several_days(grid: WeekGrid) -> None:
    _drag(grid, (MON, _at("9:00")), (WED, _at("11:45")))
    nine = read_day("09:00-12:00")
    assert (nine, nine, nine, (), (), (), ()) == grid.week


def test_dragging_on_what_is_painted_erases(grid: WeekGrid) -> None:
    grid.show_week(OFFICE)
    _drag(grid, (MON, _at("12:00")), (MON, _at("12:45")))
    assert read_day("09:00-12:00, 13:00-18:00") == grid.week[MON]
    assert OFFICE[1:] == grid.week[1:]


@pytest.mark.parametrize(
    ("edge", "to", "expected"),
    [
        ("18:00", "16:30", "09:00-16:30"),
        ("18:00", "20:15", "09:00-20:15"),
        ("9:00", "7:00", "07:00-18:00"),
        ("9:00", "10:15", "10:15-18:00"),
        ("9:00", "19:00", ""),
    ],
)
def test_an_edge_can_be_moved(grid: WeekGrid, edge: str, to: str, expected: str) -> None:
    grid.show_week(OFFICE)
    _drag(grid, (WED, _at(edge)), (WED, _at("12:00")), (WED, _at(to)), shift=0)
    assert read_day(expected) == grid.week[WED]


def test_nothing_is_told_before_the_mouse_is_let_go(grid: WeekGrid) -> None:
    weeks = told(grid.changed)
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=grid.spot(MON, 600).toPoint())
    QTest.mouseMove(grid, grid.spot(MON, 700).toPoint())
    assert [] == weeks
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=grid.spot(MON, 700).toPoint())
    assert 1 == len(weeks)


def test_the_other_buttons_of_the_mouse_paint_nothing(grid: WeekGrid) -> None:
    QTest.mouseClick(grid, Qt.MouseButton.RightButton, pos=grid.spot(MON, 600).toPoint())
    assert NONE == grid.week


def test_keys_select_and_space_turns_on_and_off(grid: WeekGrid) -> None:
    press(grid, Key.Key_Down)
    for _quarter in range(3):
        press(grid, Key.Key_Right, SHIFT)
    press(grid, Key.Key_Space)
    assert ((), read_day("09:00-10:00"), (), (), (), (), ()) == grid.week
    press(grid, Key.Key_Space)
    assert NONE == grid.week


def test_ctrl_goes_by_the_hour_and_days_are_selected_too(grid: WeekGrid) -> None:
    press(grid, Key.Key_Right, CTRL | SHIFT)
    press(grid, Key.Key_Down, SHIFT)
    press(grid, Key.Key_Space)
    ten = read_day("09:00-10:15")
    assert (ten, ten, (), (), (), (), ()) == grid.week


def test_the_ends_of_a_day_are_a_key_away(grid: WeekGrid) -> None:
    press(grid, Key.Key_Home)
    press(grid, Key.Key_End, SHIFT)
    press(grid, Key.Key_Space)
    assert (Range(0, 1440),) == grid.week[MON]
    press(grid, Key.Key_Delete)
    assert () == grid.week[MON]


def test_delete_turns_off_and_never_on(grid: WeekGrid) -> None:
    grid.show_week(OFFICE)
    press(grid, Key.Key_Delete)
    assert read_day("09:15-18:00") == grid.week[MON]
    press(grid, Key.Key_Delete)
    assert read_day("09:15-18:00") == grid.week[MON]


def test_a_day_is_carried_to_others(grid: WeekGrid) -> None:
    grid.show_week((read_day("22:00-06:00"), *NONE[1:]))
    press(grid, Key.Key_C, CTRL)
    press(grid, Key.Key_Down)
    press(grid, Key.Key_Down, SHIFT)
    press(grid, Key.Key_V, CTRL)
    night = read_day("22:00-06:00")
    assert (night, night, night, (), (), (), ()) == grid.week


def test_changes_can_be_taken_back_and_made_again(grid: WeekGrid) -> None:
    press(grid, Key.Key_Space)
    once = grid.week
    press(grid, Key.Key_Right)
    press(grid, Key.Key_Space)
    press(grid, Key.Key_Z, CTRL)
    assert once == grid.week
    press(grid, Key.Key_Z, CTRL)
    assert NONE == grid.week
    assert not grid.can_undo
    press(grid, Key.Key_Z, CTRL | SHIFT)
    assert once == grid.week


def test_what_the_keys_are_on_is_said(grid: WeekGrid) -> None:
    grid.show_week(OFFICE)
    assert "Monday, 09:00–09:15: reminders" == grid.accessibleName()
    press(grid, Key.Key_Left)
    assert "Monday, 08:45–09:00: none" == grid.accessibleName()
    grid.clearFocus()
    assert "Hours of the week" == grid.accessibleName()
    assert grid.accessibleDescription().startswith("Monday: 09:00–18:00; Tuesday")
    assert grid.accessibleDescription().endswith("Sunday: no reminders")


def test_weeks_begin_as_the_person_is_used_to(qtbot: QtBot) -> None:
    grid = WeekGrid(SUN)
    show(qtbot, grid, 900, 320)
    assert SUN == grid.day
    assert grid.spot(SUN, 0).y() < grid.spot(MON, 0).y()
    press(grid, Key.Key_Space)
    assert read_day("09:00-09:15") == grid.week[SUN]


def test_what_is_shown_is_told_to_nobody_and_can_not_be_undone(grid: WeekGrid) -> None:
    weeks = told(grid.changed)
    press(grid, Key.Key_Space)
    grid.show_week(grid.week)
    assert grid.can_undo
    grid.show_week(OFFICE)
    assert 1 == len(weeks)
    assert not grid.can_undo


def _write(panel: WeekPanel, text: str) -> None:
    panel.text.setFocus()
    panel.text.selectAll()
    QTest.keyClicks(panel.text, text) if text else panel.text.clear()
    press(panel.text, Key.Key_Return)


def test_a_day_can_be_written(panel: WeekPanel) -> None:
    weeks = told(panel.changed)
    assert "09:00-18:00" == panel.text.text()
    _write(panel, "9:00-12:00, 13:07-18:00")
    assert read_day("09:00-12:00, 13:07-18:00") == weeks[-1][MON]
    assert "09:00-12:00, 13:07-18:00" == panel.text.text()


def test_what_can_not_be_read_is_said_and_changes_nothing(panel: WeekPanel) -> None:
    weeks = told(panel.changed)
    _write(panel, "nine to five")
    assert [] == weeks
    wrong = "“nine to five” is no time range; write it as 09:00-12:00, 13:00-18:00."
    assert wrong == panel.text.accessibleDescription()
    _write(panel, "")
    assert () == weeks[-1][MON]
    assert "" == panel.text.accessibleDescription()


def test_the_day_of_the_keys_is_the_one_that_is_written(panel: WeekPanel) -> None:
    press(panel.grid, Key.Key_Up)
    press(panel.grid, Key.Key_Down)
    assert "Hours of Tuesday" == panel.text.accessibleName()
    _write(panel, "10:00-11:00")
    assert OFFICE[MON] == panel.grid.week[MON]
    assert read_day("10:00-11:00") == panel.grid.week[TUE]


def test_a_day_is_given_to_the_working_week_and_taken_back(panel: WeekPanel) -> None:
    undo = button(panel, "Undo")
    assert not undo.isEnabled()
    _write(panel, "08:00-12:00")
    click(button(panel, "Same from Monday to Friday"))
    eight = read_day("08:00-12:00")
    assert (*(eight,) * 5, (), ()) == panel.grid.week
    click(undo)
    click(undo)
    assert OFFICE == panel.grid.week
    assert "09:00-18:00" == panel.text.text()
    assert not undo.isEnabled()


def test_everything_has_a_name(panel: WeekPanel) -> None:
    assert [] == nameless(panel)
    assert isinstance(panel.text, QLineEdit)
