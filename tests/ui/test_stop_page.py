"""Stopped: what to do first, and the one way out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from hipcoach.app.phrases.safety import flag_words, lack_words, urgency_title, urgency_words
from hipcoach.app.plan_snapshots import Cleared
from hipcoach.core.clearing import Lack
from hipcoach.core.safety import Advice, RedFlag, Urgency, advice
from hipcoach.ui.stop_page import StopPage
from tests.ui.page_stand import button, click, nameless, press, settle, show, told

TODAY, SINCE = date(2026, 3, 9), date(2026, 3, 2)
FEVER = advice([RedFlag.FEVER])
NOT_URGENT = Advice(None, ())


@pytest.fixture
def page(qtbot: QtBot) -> StopPage:
    made = StopPage()
    made.show_stop(FEVER, TODAY, since=SINCE)
    made.begin(fresh=True)
    show(qtbot, made, 900, 1000)
    return made


def _texts(page: StopPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def _fill(page: StopPage, day: date = TODAY, by: str = "", words: str = "") -> None:
    (edit,) = page.findChildren(QDateEdit)
    edit.setDate(QDate(day.year, day.month, day.day))
    (name,) = [one for one in page.findChildren(QLineEdit) if one.accessibleName()]
    name.setText(by)
    (lines,) = page.findChildren(QPlainTextEdit)
    lines.setPlainText(words)


def _answer(page: StopPage, words: str) -> None:
    (box,) = page.findChildren(QMessageBox)
    found = [one for one in box.findChildren(QPushButton) if one.text().replace("&", "") == words]
    click(found[0])


@pytest.mark.parametrize("flag", RedFlag)
def test_it_says_what_to_do_by_how_urgent_it_is(page: StopPage, flag: RedFlag) -> None:
    found = advice([flag])
    assert found.urgency is not None
    page.show_stop(found, TODAY)
    settle()
    assert urgency_title(found.urgency) in _texts(page)
    assert urgency_words(found.urgency) in _texts(page)
    assert flag_words(flag) in _texts(page)
    assert "no stretch break starts" in _texts(page)


def test_without_a_sign_it_is_not_urgent_and_says_why(page: StopPage) -> None:
    page.show_stop(NOT_URGENT, TODAY, why="Three sessions running pinched.")
    settle()
    assert urgency_title(Urgency.APPOINTMENT) in _texts(page)
    assert "Three sessions running pinched." in _texts(page)
    assert "You ticked" not in _texts(page)


def test_a_clearance_has_a_day_a_name_and_words(page: StopPage) -> None:
    cleared = told(page.cleared)
    click(button(page, "I have been cleared…"))
    _fill(page, SINCE, " Dr Weber ", " Go on, gently. ")
    click(button(page, "Record it"))
    assert [Cleared(SINCE, "Dr Weber", "Go on, gently.")] == cleared


@pytest.mark.parametrize(
    ("day", "by", "words", "lack"),
    [
        (TODAY + timedelta(days=1), "Dr Weber", "Go on.", Lack.IN_FUTURE),
        (SINCE - timedelta(days=1), "Dr Weber", "Go on.", Lack.BEFORE_STOP),
        (TODAY, "", "Go on.", Lack.NOBODY),
        (TODAY, "Dr Weber", "", Lack.NO_WORDS),
    ],
)
def test_what_lacks_is_said_where_it_lacks(
    page: StopPage, day: date, by: str, words: str, lack: Lack
) -> None:
    cleared = told(page.cleared)
    click(button(page, "I have been cleared…"))
    _fill(page, day, by, words)
    assert lack_words(lack) not in _texts(page)
    click(button(page, "Record it"))
    assert ([], [lack]) == (cleared, [one for one in Lack if lack_words(one) in _texts(page)])
    _fill(page, TODAY, "Dr Weber", "Go on.")
    click(button(page, "Record it"))
    assert 1 == len(cleared)


def test_it_is_asked_for_today_and_nothing_is_filled_in(page: StopPage) -> None:
    click(button(page, "I have been cleared…"))
    (edit,) = page.findChildren(QDateEdit)
    assert QDate(2026, 3, 9) == edit.date()
    _fill(page, SINCE, "Dr Weber", "Go on.")
    click(button(page, "Cancel"))
    click(button(page, "I have been cleared…"))
    assert QDate(2026, 3, 9) == edit.date()
    assert "" == page.findChildren(QPlainTextEdit)[0].toPlainText()


def test_what_is_being_written_stays_when_the_plan_is_folded_anew(page: StopPage) -> None:
    click(button(page, "I have been cleared…"))
    _fill(page, SINCE, "Dr Weber", "Go on.")
    page.show_stop(FEVER, TODAY, since=SINCE)
    assert "Go on." == page.findChildren(QPlainTextEdit)[0].toPlainText()
    assert button(page, "Record it").isVisible()


def test_a_mistake_is_asked_once_and_recorded_as_what_it_is(page: StopPage) -> None:
    cleared = told(page.cleared)
    click(button(page, "I ticked that by mistake…"))
    assert [] == cleared
    _answer(page, "It was a mistake")
    ((one,),) = [cleared]
    assert (TODAY, "Myself") == (one.day, one.by)
    assert "by mistake" in one.words


def test_who_thinks_again_takes_nothing_back(page: StopPage) -> None:
    cleared = told(page.cleared)
    click(button(page, "I ticked that by mistake…"))
    _answer(page, "It applies")
    assert [] == cleared


def test_only_what_was_ticked_just_now_can_be_a_mistake(page: StopPage) -> None:
    page.begin(fresh=False)
    with pytest.raises(AssertionError):
        button(page, "I ticked that by mistake…")


def test_it_can_be_done_with_the_keyboard_alone(page: StopPage) -> None:
    cleared = told(page.cleared)
    button(page, "I have been cleared…").setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    # The day, the month and the year are a stop each.
    for stops in (3, 1):
        for _stop in range(stops):
            press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        for letter in (Qt.Key.Key_O, Qt.Key.Key_K):
            press(QApplication.focusWidget(), letter)
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [Cleared(TODAY, "ok", "ok")] == cleared


def test_an_enter_too_much_neither_leaves_nor_takes_anything_back(page: StopPage) -> None:
    cleared, left = told(page.cleared), told(page.leaveRequested)
    page.setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert ([], []) == (cleared, left)


def test_every_control_has_a_name(page: StopPage) -> None:
    assert [] == nameless(page)
    click(button(page, "I have been cleared…"))
    assert [] == nameless(page)
