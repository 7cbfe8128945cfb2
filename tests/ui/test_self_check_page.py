"""The look at one's own hips: one question at a time, all of it to be skipped but the red flags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel

from hipcoach.app.phrases import self_check as phrases
from hipcoach.app.phrases.safety import flag_words
from hipcoach.app.snapshots import SelfCheckResult
from hipcoach.core.safety import RedFlag, advice
from hipcoach.core.self_check import QUESTIONS
from hipcoach.core.self_check_poses import range_pose
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.pieces import Button
from hipcoach.ui.self_check_page import SelfCheckPage
from hipcoach.ui.tick import Tick
from tests.ui.page_stand import POSES, button, click, nameless, press, settle, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NONE = "None of these apply to me"
RESULT = SelfCheckResult(
    routine="gentle",
    title="Gentle fits what you have answered",
    reasons=("Your knee doesn’t come past upright yet.",),
    since="Since your last look, 31 days ago",
    changes=("Hollow low back: “Yes” → “No”.",),
    preview="breathing/lie",
)


@pytest.fixture
def page(qtbot: QtBot) -> SelfCheckPage:
    made = SelfCheckPage(PictureBook(POSES))
    show(qtbot, made, 1000, 760)
    return made


@pytest.fixture
def asking(page: SelfCheckPage) -> SelfCheckPage:
    """The page at its first question."""
    click(button(page, "Continue"))
    click(_tick(page, NONE))
    click(button(page, "Continue"))
    settle()
    return page


def _tick(page: SelfCheckPage, words: str) -> Tick:
    return next(one for one in page.findChildren(Tick) if one.text() == words)


def _texts(page: SelfCheckPage) -> str:
    settle()
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def _asks(page: SelfCheckPage) -> str:
    """The key of the question that is shown."""
    return next(one.key for one in QUESTIONS if phrases.question_words(one) in _texts(page))


def _skip_to(page: SelfCheckPage, key: str) -> None:
    while _asks(page) != key:
        press(page, Qt.Key.Key_PageDown)


def test_it_begins_with_what_it_is_and_is_not(page: SelfCheckPage) -> None:
    for line in phrases.introduction():
        assert line in _texts(page)
    assert button(page, "Continue") is QApplication.focusWidget()


def test_the_red_flags_come_before_all_questions_and_want_an_answer(page: SelfCheckPage) -> None:
    flags = told(page.flagsAnswered)
    click(button(page, "Continue"))
    assert phrases.safety_question() in _texts(page)
    assert not button(page, "Continue").isEnabled()
    click(_tick(page, NONE))
    click(button(page, "Continue"))
    assert [advice([])] == flags
    assert QUESTIONS[0].key == _asks(page)


@pytest.mark.parametrize("flag", [RedFlag.FEVER, RedFlag.SADDLE_NUMBNESS])
def test_where_a_red_flag_applies_it_tells_so_and_asks_nothing_more(
    page: SelfCheckPage, flag: RedFlag
) -> None:
    flags, answers = told(page.flagsAnswered), told(page.finished)
    click(button(page, "Continue"))
    click(_tick(page, flag_words(flag)))
    click(button(page, "Continue"))
    assert [advice([flag])] == flags
    for key in (Qt.Key.Key_1, Qt.Key.Key_PageDown):
        press(page, key)
    assert phrases.safety_question() in _texts(page)
    assert [] == answers


def test_that_nothing_applied_last_month_is_no_answer_for_today(page: SelfCheckPage) -> None:
    page.begin(())
    click(button(page, "Continue"))
    assert not button(page, "Continue").isEnabled()


def test_each_question_is_answered_in_turn(asking: SelfCheckPage) -> None:
    finished = told(asking.finished)
    for number, question in enumerate(QUESTIONS, 1):
        assert question.key == _asks(asking)
        assert f"Question {number} of {len(QUESTIONS)}" in _texts(asking)
        click(button(asking, phrases.answer_words(question.choices[-1])))
    assert [{question.key: question.choices[-1] for question in QUESTIONS}] == finished


def test_number_keys_answer(asking: SelfCheckPage) -> None:
    finished: list[Any] = told(asking.finished)
    for _question in QUESTIONS:
        press(asking, Qt.Key.Key_2)
    assert [{question.key: question.choices[1] for question in QUESTIONS}] == finished


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Y, "yes"), (Qt.Key.Key_N, "no")])
def test_y_and_n_answer_what_is_answered_so(
    asking: SelfCheckPage, key: Qt.Key, answer: str
) -> None:
    finished = told(asking.finished)
    press(asking, key)
    _skip_to(asking, "leg-hang/left")
    press(asking, key)
    assert "leg-hang/left" == _asks(asking)
    press(asking, Qt.Key.Key_PageDown)
    assert [{QUESTIONS[0].key: answer}] == finished


def test_tab_reaches_answers_and_buttons_alike(asking: SelfCheckPage) -> None:
    asking.setFocus()
    names = []
    for _step in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        press(focused, Qt.Key.Key_Tab)
    assert ["Yes", "No", "Not sure", "Back", "To Today", "Skip this question"] == names


def test_a_number_that_no_answer_has_does_nothing(asking: SelfCheckPage) -> None:
    press(asking, Qt.Key.Key_4)
    assert QUESTIONS[0].key == _asks(asking)


def test_everything_can_be_skipped(asking: SelfCheckPage) -> None:
    finished = told(asking.finished)
    for _question in QUESTIONS:
        click(button(asking, "Skip this question"))
    assert [{}] == finished


def test_one_can_go_back_see_what_was_answered_and_take_it_back(asking: SelfCheckPage) -> None:
    finished = told(asking.finished)
    press(asking, Qt.Key.Key_1)
    press(asking, Qt.Key.Key_3)
    click(button(asking, "Back"))
    settle()
    assert button(asking, "Not sure").isChecked()
    assert button(asking, "Not sure") is QApplication.focusWidget()
    press(asking, Qt.Key.Key_PageDown)
    press(asking, Qt.Key.Key_Backspace)
    settle()
    assert not button(asking, "Not sure").isChecked()
    press(asking, Qt.Key.Key_Backspace)
    settle()
    assert button(asking, "Yes").isChecked()
    for _question in QUESTIONS:
        press(asking, Qt.Key.Key_PageDown)
    assert [{}] == finished


def test_before_the_first_question_come_the_flags(asking: SelfCheckPage) -> None:
    press(asking, Qt.Key.Key_Backspace)
    assert phrases.safety_question() in _texts(asking)
    press(asking, Qt.Key.Key_Backspace)
    assert phrases.introduction()[0] in _texts(asking)


@pytest.mark.parametrize("key", ["knee-to-chest/right", "leg-hang/left"])
def test_a_look_shows_each_answer_and_what_to_take_care_of(asking: SelfCheckPage, key: str) -> None:
    _skip_to(asking, key)
    question = next(one for one in QUESTIONS if one.key == key)
    shown = [one.frame_shown for one in asking.findChildren(Picture) if one.isVisible()]
    poses = [range_pose(question, code) for code in question.choices]
    assert poses == [frame.pose for frame in shown if frame]
    assert {question.side} == {frame.side for frame in shown if frame}
    assert phrases.care_words(question) in _texts(asking)
    for line in phrases.how_words(question):
        assert line in _texts(asking)


def test_a_click_on_a_picture_answers(asking: SelfCheckPage) -> None:
    finished = told(asking.finished)
    _skip_to(asking, "leg-hang/left")
    picture = next(
        one for one in asking.findChildren(Picture) if one.accessibleName().endswith("On the bed")
    )
    click(picture)
    assert [{"leg-hang/left": "rests"}] == finished


def test_the_result_says_what_fits_why_and_what_has_changed(page: SelfCheckPage) -> None:
    page.show_result(RESULT)
    for words in (
        RESULT.title,
        *RESULT.reasons,
        RESULT.since,
        *RESULT.changes,
        phrases.next_words(),
        phrases.see_someone_words(),
    ):
        assert words in _texts(page)
    assert button(page, "Start") is QApplication.focusWidget()
    started = told(page.startRequested)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert ["gentle"] == started


def test_without_answers_nothing_is_promised_for_the_next_month(page: SelfCheckPage) -> None:
    page.show_result(
        SelfCheckResult("gentle", "Gentle fits", ("You have skipped everything.",), "", (), "")
    )
    assert phrases.next_words() not in _texts(page)
    assert phrases.see_someone_words() in _texts(page)


def test_to_begin_anew_forgets_what_was_answered(asking: SelfCheckPage) -> None:
    press(asking, Qt.Key.Key_1)
    asking.begin(None)
    assert phrases.introduction()[0] in _texts(asking)
    finished = told(asking.finished)
    click(button(asking, "Continue"))
    click(_tick(asking, NONE))
    click(button(asking, "Continue"))
    for _question in QUESTIONS:
        press(asking, Qt.Key.Key_PageDown)
    assert [{}] == finished


def test_one_can_leave_at_any_time(asking: SelfCheckPage) -> None:
    left = told(asking.leaveRequested)
    click(button(asking, "To Today"))
    assert [None] == left


def test_every_answer_has_room_in_a_small_window(asking: SelfCheckPage) -> None:
    asking.resize(800, 531)
    for question in QUESTIONS:
        settle()
        for code in question.choices:
            one = button(asking, phrases.answer_words(code))
            place = QRect(one.mapTo(asking, QPoint()), one.size())
            foot = button(asking, "Back").mapTo(asking, QPoint()).y()
            assert place.bottom() < foot, question.key
        press(asking, Qt.Key.Key_PageDown)


def test_every_control_has_a_name(asking: SelfCheckPage) -> None:
    assert [] == nameless(asking)
    _skip_to(asking, "leg-hang/left")
    assert [] == nameless(asking)
    asking.show_result(RESULT)
    assert [] == nameless(asking)
    assert all(one.accessibleName() for one in asking.findChildren(Button))
