"""Small answers side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from hipcoach.ui.choice_row import ChoiceRow
from hipcoach.ui.pieces import column, frame
from tests.ui.page_stand import button, click, nameless, press, show, told

ABC = [("a", "First"), ("b", "Second"), ("c", "Third")]


@pytest.fixture
def row(qtbot: QtBot) -> ChoiceRow:
    made = ChoiceRow(ABC, "Which one?")
    show(qtbot, made, 500, 100)
    return made


def test_one_is_chosen_at_a_time(row: ChoiceRow) -> None:
    changes = told(row.changed)
    click(button(row, "First"))
    click(button(row, "Third"))
    assert ("c",) == row.picked
    assert 2 == len(changes)


def test_what_is_pressed_again_is_taken_back(row: ChoiceRow) -> None:
    click(button(row, "First"))
    click(button(row, "First"))
    assert () == row.picked


def test_several_can_be_chosen_where_that_is_asked(qtbot: QtBot) -> None:
    row = ChoiceRow(ABC, "Which ones?", several=True)
    show(qtbot, row, 500, 100)
    for name in ("Third", "First", "Second", "Second"):
        click(button(row, name))
    assert ("a", "c") == row.picked


def test_what_is_shown_as_chosen_tells_nothing(row: ChoiceRow) -> None:
    changes = told(row.changed)
    row.pick("b")
    assert (("b",), []) == (row.picked, changes)
    row.choose("b")
    row.choose("no such")
    assert (("b",), 1) == (row.picked, len(changes))


def test_tab_stops_once_and_the_arrows_go_on(qtbot: QtBot) -> None:
    row, field = ChoiceRow(ABC, "Which one?"), QLineEdit()
    page = frame("card", column(row, field))
    show(qtbot, page, 500, 200)
    row.setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert button(row, "First") is QApplication.focusWidget()
    for _step in ABC:
        press(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert button(row, "Third") is QApplication.focusWidget()
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert ("c",) == row.picked
    row.setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert field is QApplication.focusWidget()


def test_a_screen_reader_hears_the_question_with_each_answer(row: ChoiceRow) -> None:
    assert [] == nameless(row)
    assert "Which one?" == button(row, "Second").accessibleDescription()
