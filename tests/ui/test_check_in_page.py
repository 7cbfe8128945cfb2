"""The questions after a session: answered from the floor, and not answered is not zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipcoach.app.phrases.check_in import effort_question, pain_question, pinch_question
from hipcoach.ui.check_in_page import CheckIn, CheckInPage
from hipcoach.ui.question import Question
from tests.ui.page_stand import button, click, nameless, press, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key
AT_ONCE = (Key.Key_Return,)


@pytest.fixture
def page(qtbot: QtBot) -> CheckInPage:
    made = CheckInPage()
    show(qtbot, made, 1000, 700)
    made.ask()
    return made


def _question(page: CheckInPage) -> str:
    found = page.findChild(Question)
    assert isinstance(found, Question)
    return found.text()


def _press(page: CheckInPage, *keys: Qt.Key) -> None:
    for key in keys:
        press(QApplication.focusWidget() or page, key)


def test_numbers_and_a_letter_answer_it_all(page: CheckInPage) -> None:
    answers = told(page.answered)
    _press(page, Key.Key_7, *AT_ONCE, Key.Key_0, *AT_ONCE, Key.Key_N, *AT_ONCE)
    assert [CheckIn(effort=7, pain_during=0, pinch=False)] == answers


def test_an_answer_goes_on_by_itself(qtbot: QtBot) -> None:
    page = CheckInPage(settle_ms=1)
    show(qtbot, page)
    page.ask()
    with qtbot.waitSignal(page.questionShown) as shown:
        _press(page, Key.Key_4)
    assert [pain_question()] == shown.args
    with qtbot.waitSignal(page.questionShown) as shown:
        _press(page, Key.Key_2)
    assert [pinch_question()] == shown.args
    with qtbot.waitSignal(page.answered) as given:
        _press(page, Key.Key_Y)
    assert [CheckIn(effort=4, pain_during=2, pinch=True)] == given.args


@pytest.mark.parametrize("skip", [Key.Key_Space, Key.Key_PageDown, Key.Key_Escape, Key.Key_Right])
def test_not_answered_is_not_zero(page: CheckInPage, skip: Qt.Key) -> None:
    answers = told(page.answered)
    _press(page, skip, skip, skip)
    assert [CheckIn(effort=None, pain_during=None, pinch=None)] == answers


def test_one_question_may_be_skipped_and_the_others_answered(page: CheckInPage) -> None:
    answers = told(page.answered)
    _press(page, Key.Key_Space, Key.Key_3, *AT_ONCE, Key.Key_Space)
    assert [CheckIn(pain_during=3)] == answers


@pytest.mark.parametrize(
    "keys", [(Key.Key_1, Key.Key_0), (Key.Key_T,), (Key.Key_X,), (Key.Key_Equal,)]
)
def test_there_are_several_ways_to_ten(page: CheckInPage, keys: tuple[Qt.Key, ...]) -> None:
    answers = told(page.answered)
    _press(page, *keys, *AT_ONCE, Key.Key_Space, Key.Key_Space)
    assert [CheckIn(effort=10)] == answers


def test_a_zero_after_the_one_has_settled_is_a_zero(qtbot: QtBot) -> None:
    page = CheckInPage(settle_ms=1)
    show(qtbot, page)
    page.ask()
    with qtbot.waitSignal(page.questionShown):
        _press(page, Key.Key_1)
    with qtbot.waitSignal(page.questionShown):
        _press(page, Key.Key_0)
    with qtbot.waitSignal(page.answered) as given:
        _press(page, Key.Key_Space)
    assert [CheckIn(effort=1, pain_during=0)] == given.args


def test_a_corrected_one_does_not_make_ten(page: CheckInPage) -> None:
    answers = told(page.answered)
    _press(page, Key.Key_1, *AT_ONCE, Key.Key_Backspace, Key.Key_0, *AT_ONCE)
    _press(page, Key.Key_Space, Key.Key_Space)
    assert [CheckIn(effort=0)] == answers


def test_the_last_digit_holds_while_it_can_be_changed(page: CheckInPage) -> None:
    answers = told(page.answered)
    _press(page, Key.Key_3, Key.Key_5, *AT_ONCE, Key.Key_Space, Key.Key_Space)
    assert [CheckIn(effort=5)] == answers


def test_skipping_after_an_answer_only_hurries(page: CheckInPage) -> None:
    answers = told(page.answered)
    _press(page, Key.Key_6, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert [CheckIn(effort=6)] == answers


@pytest.mark.parametrize("back", [Key.Key_Backspace, Key.Key_PageUp, Key.Key_Left])
def test_an_answer_can_be_corrected(page: CheckInPage, back: Qt.Key) -> None:
    answers = told(page.answered)
    _press(page, Key.Key_9, *AT_ONCE, back)
    assert effort_question() == _question(page)
    assert button(page, "9").isChecked()
    _press(page, Key.Key_2, *AT_ONCE, Key.Key_Space, Key.Key_Space)
    assert [CheckIn(effort=2)] == answers


def test_back_takes_an_answer_away_that_has_not_settled(page: CheckInPage) -> None:
    _press(page, Key.Key_9, Key.Key_Backspace)
    assert effort_question() == _question(page)
    assert not button(page, "9").isChecked()


def test_a_skip_undoes_an_answer_that_was_given_before(page: CheckInPage) -> None:
    answers = told(page.answered)
    _press(page, Key.Key_9, *AT_ONCE, Key.Key_Backspace)
    click(button(page, "Skip this question"))
    _press(page, Key.Key_Space, Key.Key_Space)
    assert [CheckIn()] == answers


def test_the_keys_of_the_number_pad_answer_too(page: CheckInPage) -> None:
    answers = told(page.answered)
    press(page, Key.Key_8, Qt.KeyboardModifier.KeypadModifier)
    press(page, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    _press(page, Key.Key_Space, Key.Key_Space)
    assert [CheckIn(effort=8)] == answers


def test_numbers_do_not_answer_yes_or_no(page: CheckInPage) -> None:
    answers = told(page.answered)
    _press(page, Key.Key_Space, Key.Key_Space, Key.Key_1, Key.Key_0, Key.Key_T)
    assert pinch_question() == _question(page)
    _press(page, Key.Key_Space)
    assert [CheckIn(pinch=None)] == answers


def test_letters_do_not_answer_numbers(page: CheckInPage) -> None:
    _press(page, Key.Key_Y, Key.Key_N, *AT_ONCE)
    assert effort_question() == _question(page)


def test_the_mouse_answers_and_keys_go_on_from_there(page: CheckInPage) -> None:
    answers = told(page.answered)
    click(button(page, "10"))
    _press(page, *AT_ONCE)
    click(button(page, "Skip this question"))
    click(button(page, "Yes"))
    _press(page, *AT_ONCE)
    assert [CheckIn(effort=10, pinch=True)] == answers


def test_space_presses_the_button_that_tab_has_led_to(page: CheckInPage) -> None:
    answers = told(page.answered)
    button(page, "3").setFocus(Qt.FocusReason.TabFocusReason)
    _press(page, Key.Key_Space)
    assert button(page, "3").isChecked()
    page.setFocus()
    _press(page, *AT_ONCE, Key.Key_Space, Key.Key_Space)
    assert [CheckIn(effort=3)] == answers


def test_each_question_is_told_so_that_it_can_be_spoken(page: CheckInPage) -> None:
    asked = told(page.questionShown)
    page.ask()
    _press(page, Key.Key_Space, Key.Key_Space)
    assert [effort_question(), pain_question(), pinch_question()] == asked


def test_a_new_check_in_knows_nothing_of_the_last(page: CheckInPage) -> None:
    answers = told(page.answered)
    _press(page, Key.Key_9, *AT_ONCE, Key.Key_9, *AT_ONCE)
    page.ask()
    assert effort_question() == _question(page)
    _press(page, Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert [CheckIn()] == answers


def test_a_page_that_is_turned_away_answers_nothing(qtbot: QtBot) -> None:
    page = CheckInPage(settle_ms=1)
    show(qtbot, page)
    page.ask()
    _press(page, Key.Key_5)
    page.hide()
    with qtbot.assertNotEmitted(page.questionShown, wait=30):
        pass
    assert effort_question() == _question(page)


def test_who_is_farther_away_reads_larger_letters(page: CheckInPage) -> None:
    found = page.findChild(Question)
    assert isinstance(found, Question)
    page.ask(distance_m=1.0)
    near = found.cap
    page.ask(distance_m=3.0)
    assert near * 2.5 < found.cap
    assert not page.grab().isNull()


@pytest.mark.parametrize("width", [800, 1280, 3840])
def test_all_eleven_answers_are_on_the_page(page: CheckInPage, width: int) -> None:
    page.resize(width, 560)
    page.grab()
    row = [button(page, str(number)) for number in range(11)]
    edges = [page.rect().contains(one.mapTo(page, one.rect().bottomRight())) for one in row]
    assert [True] * 11 == edges
    assert page.rect().contains(row[0].mapTo(page, row[0].rect().topLeft()))


def test_every_control_has_a_name(page: CheckInPage) -> None:
    assert [] == nameless(page)
