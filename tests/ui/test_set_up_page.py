"""Two minutes about the person: any question may be skipped, and nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication, QLabel, QTimeEdit
from pytestqt.qtbot import QtBot

from hipcoach.app.phrases.set_up import aim_words, have_words
from hipcoach.app.set_up import SetUp
from hipcoach.core.aims import Aim
from hipcoach.ui.set_up_page import SetUpPage
from hipcoach.ui.set_up_steps import EVERYWHERE
from hipcoach.ui.tick import Tick
from tests.ui.page_stand import button, click, nameless, press, settle, show, told

PROPS = ("mat", "chair", "roller")
KNOWN = SetUp(
    goals=("sport", "a goal of tomorrow"),
    usual_pain=3,
    kneels=False,
    props=("mat",),
    weekdays=(1, 2, 4),
    time="18:30",
)
STEPS = 5


@pytest.fixture
def page(qtbot: QtBot) -> SetUpPage:
    made = SetUpPage(PROPS)
    show(qtbot, made, 900, 700)
    made.begin(SetUp())
    return made


def _tick(page: SetUpPage, words: str) -> Tick:
    (found,) = [one for one in page.findChildren(Tick) if one.text() == words and one.isVisible()]
    return found


def _continue(page: SetUpPage, times: int = 1) -> None:
    for _time in range(times):
        click(button(page, "Continue"))
    settle()


def _press(page: SetUpPage, *keys: Qt.Key) -> None:
    for key in keys:
        press(QApplication.focusWidget() or page, key)


def _reads(page: SetUpPage, words: str) -> bool:
    return any(words in one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_every_answer_is_told_at_the_end(page: SetUpPage) -> None:
    said = told(page.finished)
    click(_tick(page, aim_words(Aim.SITTING)))
    _continue(page)
    click(button(page, "3"))
    _continue(page)
    click(button(page, "No"))
    _continue(page)
    click(_tick(page, have_words("chair")))
    _continue(page)
    click(button(page, "Friday"))
    click(button(page, "Tuesday"))
    click(button(page, "Evening"))
    assert [] == said
    _continue(page)
    expected = SetUp(
        goals=("sitting",),
        usual_pain=3,
        kneels=False,
        props=("mat",),
        weekdays=(1, 4),
        time="19:00",
    )
    assert [expected] == said
    assert _reads(page, "twice a week, for instance on Tuesday and Friday at 19:00.")


def test_every_question_may_be_skipped(page: SetUpPage) -> None:
    said = told(page.finished)
    for _step in range(STEPS):
        click(button(page, "Skip this question"))
    settle()
    assert [] == said
    assert _reads(page, "twice a week, for instance on Monday and Thursday.")


def test_what_is_skipped_stays_as_it_was(page: SetUpPage) -> None:
    page.begin(KNOWN)
    said = told(page.finished)
    click(_tick(page, aim_words(Aim.SITTING)))
    for _step in range(STEPS):
        click(button(page, "Skip this question"))
    assert [] == said
    click(button(page, "Back"))
    _continue(page)
    assert [] == said


def test_the_present_answers_are_filled_in(page: SetUpPage) -> None:
    page.begin(KNOWN)
    said = told(page.finished)
    _continue(page, STEPS)
    assert [] == said
    assert _reads(page, "on Tuesday and Friday at 18:30.")
    assert _reads(page, "You don’t have to kneel")
    assert _reads(page, "foam roller")


def test_an_answer_can_be_taken_back(page: SetUpPage) -> None:
    page.begin(KNOWN)
    said = told(page.finished)
    _continue(page)
    click(button(page, "3"))
    _continue(page)
    click(button(page, "No"))
    _continue(page, 2)
    click(button(page, "Tuesday"))
    _continue(page)
    assert [replace(KNOWN, usual_pain=None, kneels=None, weekdays=(2, 4))] == said


def test_who_leaves_before_the_end_has_told_what_they_told(page: SetUpPage) -> None:
    said, left = told(page.finished), told(page.leaveRequested)
    click(_tick(page, aim_words(Aim.HABIT)))
    _continue(page)
    click(button(page, "7"))
    click(button(page, "To Today"))
    assert ([SetUp(goals=("habit",))], [None]) == (said, left)


def test_back_and_forth_loses_nothing_and_tells_what_changed(page: SetUpPage) -> None:
    said = told(page.finished)
    _continue(page)
    click(button(page, "3"))
    _continue(page)
    click(button(page, "Back"))
    assert button(page, "3").isChecked()
    click(button(page, "4"))
    _continue(page, 4)
    click(button(page, "Back"))
    _continue(page)
    assert [4] == [one.usual_pain for one in said]


def test_to_who_was_never_asked_what_most_people_have_is_shown(page: SetUpPage) -> None:
    said = told(page.finished)
    _continue(page, STEPS)
    assert [("mat", "chair")] == [one.props for one in said]
    assert {"mat", "chair"} <= EVERYWHERE


def test_the_time_may_be_exact(page: SetUpPage) -> None:
    said = told(page.finished)
    _continue(page, 4)
    (clock,) = page.findChildren(QTimeEdit)
    assert not clock.isVisible()
    click(button(page, "Morning"))
    assert clock.isVisible()
    clock.setTime(QTime(6, 15))
    assert not button(page, "Morning").isChecked()
    _continue(page)
    assert ["06:15"] == [one.time for one in said]


def test_weeks_begin_where_the_person_lives(qtbot: QtBot) -> None:
    page = SetUpPage(PROPS, first_weekday=6)
    show(qtbot, page, 900, 700)
    _continue(page, 4)
    said = told(page.finished)
    _press(page, Qt.Key.Key_1)
    _continue(page)
    assert [(6,)] == [one.weekdays for one in said]


def test_a_session_can_be_started_where_one_is_suggested(page: SetUpPage) -> None:
    _continue(page, STEPS)
    with pytest.raises(AssertionError):
        button(page, "Start now")
    page.begin(KNOWN, 3, "gentle-start")
    _continue(page, STEPS)
    assert _reads(page, "3 times a week")
    started, left = told(page.startRequested), told(page.leaveRequested)
    click(button(page, "To Today"))
    click(button(page, "Start now"))
    assert (["gentle-start"], [None]) == (started, left)


def test_it_can_be_done_with_the_keyboard_alone(page: SetUpPage) -> None:
    said, left = told(page.finished), told(page.leaveRequested)
    key = Qt.Key
    _press(page, key.Key_1, key.Key_PageDown, key.Key_1, key.Key_0, key.Key_PageDown)
    _press(page, key.Key_2, key.Key_PageDown, key.Key_3, key.Key_PageDown)
    _press(page, key.Key_2, key.Key_5, key.Key_PageUp, key.Key_PageDown, key.Key_PageDown)
    settle()
    expected = SetUp(("sitting",), 10, kneels=False, props=PROPS, weekdays=(1, 4))
    assert [expected] == said
    _press(page, key.Key_Return)
    assert [None] == left


def test_the_dots_tell_how_far_it_is(page: SetUpPage) -> None:
    names = []
    for _step in range(STEPS):
        names += [one.accessibleName() for one in page.findChildren(type(page._dots))]
        _continue(page)
    assert [f"Question {number} of 5" for number in range(1, 6)] == names
    assert not page._dots.grab().isNull()


@pytest.mark.parametrize("size", [(800, 560), (1400, 900)])
def test_all_is_within_reach_in_any_window(page: SetUpPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    for _step in range(STEPS):
        settle()
        for name in ("Back", "Skip this question", "Continue"):
            one = button(page, name)
            assert page.rect().contains(one.mapTo(page, one.rect().bottomRight()))
        assert [] == nameless(page)
        _continue(page)
    assert [] == nameless(page)
