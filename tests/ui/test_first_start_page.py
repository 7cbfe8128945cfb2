"""Before you start: any sign refers, and no session starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from hipcoach.app.phrases.safety import flag_words
from hipcoach.core.safety import RedFlag, advice
from hipcoach.ui.first_start_page import FirstStartPage
from hipcoach.ui.tick import Tick
from tests.ui.page_stand import button, click, nameless, press, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NONE = "None of these apply to me"


@pytest.fixture
def page(qtbot: QtBot) -> FirstStartPage:
    made = FirstStartPage()
    show(qtbot, made, 1000, 900)
    return made


def _tick(page: FirstStartPage, words: str) -> Tick:
    return next(one for one in page.findChildren(Tick) if one.text() == words)


def _texts(page: FirstStartPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_no_tick_at_all_is_no_answer(page: FirstStartPage) -> None:
    answers = told(page.answered)
    assert not button(page, "Continue").isEnabled()
    click(button(page, "Continue"))
    assert [] == answers


def test_who_has_none_of_the_signs_may_begin(page: FirstStartPage) -> None:
    answers = told(page.answered)
    click(_tick(page, NONE))
    click(button(page, "Continue"))
    assert [advice([])] == answers


@pytest.mark.parametrize("flag", RedFlag)
def test_one_sign_is_enough_to_be_told(page: FirstStartPage, flag: RedFlag) -> None:
    answers = told(page.answered)
    click(_tick(page, flag_words(flag)))
    click(button(page, "Continue"))
    assert [advice([flag])] == answers


def test_none_and_some_exclude_each_other(page: FirstStartPage) -> None:
    some, none = _tick(page, flag_words(RedFlag.FEVER)), _tick(page, NONE)
    click(some)
    click(none)
    assert (False, True) == (some.isChecked(), none.isChecked())
    click(some)
    assert (True, False) == (some.isChecked(), none.isChecked())
    click(some)
    assert not button(page, "Continue").isEnabled()


def test_it_can_be_done_with_the_keyboard_alone(page: FirstStartPage) -> None:
    answers = told(page.answered)
    page.setFocus()
    assert _tick(page, flag_words(next(iter(RedFlag)))) is QApplication.focusWidget()
    for _number in RedFlag:
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert _tick(page, NONE) is QApplication.focusWidget()
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert [advice([])] == answers


def test_what_was_ticked_stays_ticked(page: FirstStartPage) -> None:
    page.show_snapshot(("fever",))
    fever, calf = (_tick(page, flag_words(code)) for code in (RedFlag.FEVER, RedFlag.CALF))
    click(fever)
    assert (True, False) == (fever.isChecked(), _tick(page, NONE).isVisible())
    assert not button(page, "Continue").isEnabled()
    answers = told(page.answered)
    click(calf)
    click(button(page, "Continue"))
    assert [advice(["fever", "calf"])] == answers


def test_what_was_cleared_can_be_ticked_anew(page: FirstStartPage) -> None:
    page.show_snapshot(("fever",))
    page.show_snapshot(())
    fever = _tick(page, flag_words(RedFlag.FEVER))
    click(fever)
    click(fever)
    assert (False, True) == (fever.isChecked(), _tick(page, NONE).isVisible())


def test_a_clearance_is_offered_to_who_is_stopped(page: FirstStartPage) -> None:
    with pytest.raises(AssertionError):
        button(page, "I have been cleared…")
    page.show_snapshot(("fever",))
    asked = told(page.clearanceRequested)
    click(button(page, "I have been cleared…"))
    assert [None] == asked


@pytest.mark.parametrize("flags", [(), ("fever", "calf")])
def test_the_last_answers_are_shown_again(page: FirstStartPage, flags: tuple[str, ...]) -> None:
    page.show_snapshot(flags)
    ticked = {one.text() for one in page.findChildren(Tick) if one.isChecked()}
    assert ({flag_words(code) for code in flags} or {NONE}) == ticked
    assert button(page, "Continue").isEnabled() is (not flags)


def test_only_who_has_answered_before_may_leave_it_as_it_is(page: FirstStartPage) -> None:
    with pytest.raises(AssertionError):
        button(page, "Leave it as it is")
    page.show_snapshot(("fever",))
    left, answers = told(page.leaveRequested), told(page.answered)
    click(button(page, "Leave it as it is"))
    assert ([None], []) == (left, answers)


def test_it_says_what_it_is_and_is_not(page: FirstStartPage) -> None:
    assert "It is no medical device." in _texts(page)
    assert "Everything stays on this computer." in _texts(page)


def test_long_words_take_more_lines_where_it_is_narrow(page: FirstStartPage) -> None:
    tick = _tick(page, flag_words(RedFlag.FEVER))
    assert tick.heightForWidth(220) > tick.heightForWidth(2000)
    tick.setChecked(True)
    assert not tick.grab().isNull()


def test_every_control_has_a_name(page: FirstStartPage) -> None:
    assert [] == nameless(page)
