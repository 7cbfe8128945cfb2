"""Closing the window: what goes on is asked, calmly and once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from hipcoach.ui.farewell import Farewell
from hipcoach.ui.main_window import MainWindow
from tests.ui.page_stand import click, press, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Asked:
    """A window that asks before it closes, and what was answered."""

    def __init__(self, qtbot: QtBot) -> None:
        self.asks, self.tray = True, True
        self.answers: list[tuple[bool, bool]] = []
        self.window = MainWindow()
        self.window.add_page("session", QWidget())
        self.farewell = Farewell(self.window, lambda: self.asks, lambda: self.tray)
        self.farewell.answered.connect(self._take)
        qtbot.addWidget(self.window)
        self.window.show()

    def _take(self, keep: bool, always: bool) -> None:
        self.answers.append((keep, always))
        self.asks = False

    @property
    def boxes(self) -> list[QMessageBox]:
        """The questions that stand in front of the window."""
        return [one for one in self.window.findChildren(QMessageBox) if one.isVisible()]

    def answer(self, words: str) -> None:
        """Press a button of the question."""
        (box,) = self.boxes
        click(next(one for one in box.buttons() if one.text().replace("&", "") == words))
        settle()


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Asked]:
    made = Asked(qtbot)
    yield made
    made.asks = False
    made.window.set_running(running=False)
    made.window.close()


@pytest.mark.parametrize(("words", "keeps"), [("Keep reminding", True), ("Quit HipCoach", False)])
def test_closing_waits_for_the_answer(asked: Asked, words: str, keeps: bool) -> None:
    asked.window.close()
    assert asked.window.isVisible()
    assert [] == asked.answers
    asked.answer(words)
    assert [(keeps, False)] == asked.answers
    assert not asked.window.isVisible()


def test_an_answer_can_hold_from_now_on(asked: Asked) -> None:
    asked.window.close()
    box = asked.boxes[0].checkBox()
    assert box is not None
    box.setChecked(True)
    asked.answer("Keep reminding")
    assert [(True, True)] == asked.answers


def test_enter_and_esc_end_nothing(asked: Asked) -> None:
    asked.window.close()
    press(asked.boxes[0], Qt.Key.Key_Escape)
    settle()
    assert [(True, False)] == asked.answers
    asked.asks = True
    asked.window.show()
    asked.window.close()
    press(asked.boxes[0], Qt.Key.Key_Return)
    settle()
    assert [(True, False)] * 2 == asked.answers


def test_the_question_is_asked_once_at_a_time(asked: Asked) -> None:
    asked.window.close()
    asked.window.close()
    assert 1 == len(asked.boxes)


@pytest.mark.parametrize(
    ("tray", "where"), [(True, "The icon in the tray"), (False, "start HipCoach again")]
)
def test_it_says_how_to_come_back(asked: Asked, tray: bool, where: str) -> None:
    asked.tray = tray
    asked.window.close()
    assert where in asked.boxes[0].informativeText()


def test_where_nothing_is_to_be_asked_it_just_closes(asked: Asked) -> None:
    asked.asks = False
    asked.window.close()
    assert not asked.window.isVisible()
    assert [] == asked.answers


def test_a_session_has_its_own_question_first(asked: Asked) -> None:
    asked.window.show_page("session")
    asked.window.set_running(running=True)
    asked.window.close()
    assert ["Stop the session and close HipCoach? What you have finished is kept."] == [
        box.text() for box in asked.boxes
    ]
