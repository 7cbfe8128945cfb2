from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipcoach.app.snapshots import PlayState
from hipcoach.core.controls import Action
from tests.ui.session_stand import HOLD, Stand, changed

Key = Qt.Key


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    stand = Stand(qtbot)
    stand.press(Key.Key_Escape)
    return stand


def test_stop_is_asked_for_before_the_question_is_answered(stand: Stand) -> None:
    assert [Action.STOP] == stand.asked
    assert stand.page.asking_to_stop
    assert [] == stand.said


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (
            (
                Key.Key_Space,
                Key.Key_Escape,
                Key.Key_F5,
                Key.Key_Period,
                Key.Key_PageUp,
                Key.Key_Left,
                Key.Key_MediaPlay,
            ),
            "go on",
        ),
        ((Key.Key_S, Key.Key_Return, Key.Key_Enter, Key.Key_PageDown, Key.Key_Right), "stop"),
    ],
)
def test_every_key_of_an_answer_gives_it_once(
    qtbot: QtBot, keys: tuple[Qt.Key, ...], answer: str
) -> None:
    stand = Stand(qtbot)
    for key in keys:
        stand.page.ask_to_stop()
        stand.press(key)
    assert [answer] * len(keys) == stand.said
    assert {Action.STOP} == set(stand.asked)


def test_a_focused_answer_is_not_pressed_by_the_key_of_the_other(stand: Stand) -> None:
    stop = stand.button("Stop")
    stop.setFocus()
    QTest.keyClick(stop, Key.Key_Space)
    assert ["go on"] == stand.said


@pytest.mark.parametrize(("name", "answer"), [("Go on", "go on"), ("Stop", "stop")])
def test_the_mouse_answers_too(stand: Stand, name: str, answer: str) -> None:
    QTest.mouseClick(stand.button(name), Qt.MouseButton.LeftButton)
    assert [answer] == stand.said
    assert not stand.page.asking_to_stop


def test_escape_held_down_asks_and_does_not_answer(qtbot: QtBot) -> None:
    stand = Stand(qtbot)
    QTest.keyPress(stand.page, Key.Key_Escape)
    for _again in range(3):
        stand.repeat(Key.Key_Escape)
    assert stand.page.asking_to_stop
    assert [] == stand.said


def test_the_other_controls_wait_for_the_answer(stand: Stand) -> None:
    for key in (Key.Key_P, Key.Key_R, Key.Key_Minus, Key.Key_Up):
        stand.press(key)
    stand.picture.clicked.emit()
    assert [Action.STOP] == stand.asked
    assert stand.page.asking_to_stop


def test_after_going_on_the_controls_are_back(stand: Stand) -> None:
    stand.press(Key.Key_Space)
    stand.press(Key.Key_Space)
    assert [Action.STOP, Action.PAUSE_RESUME] == stand.asked


def test_the_question_waits_while_the_session_is_paused(stand: Stand) -> None:
    stand.page.show_snapshot(HOLD)
    stand.page.show_snapshot(changed(HOLD, state=PlayState.PAUSED))
    stand.page.show_snapshot(changed(HOLD, state=PlayState.PAUSED))
    assert stand.page.asking_to_stop


@pytest.mark.parametrize("state", [PlayState.COUNTING_IN, PlayState.PLAYING, PlayState.FINISHED])
def test_a_session_that_went_on_by_itself_puts_the_question_away(
    stand: Stand, state: PlayState
) -> None:
    stand.page.show_snapshot(changed(HOLD, state=PlayState.PAUSED))
    stand.page.show_snapshot(changed(HOLD, state=state))
    assert not stand.page.asking_to_stop
    assert [] == stand.said


def test_it_asks_over_the_picture_and_leaves_the_rest_to_be_read(stand: Stand) -> None:
    answers = [stand.button("Go on"), stand.button("Stop")]
    for answer in answers:
        spot = answer.mapTo(stand.page, answer.rect().center())
        assert stand.picture.geometry().contains(spot)
        assert answer.isVisible()


def test_the_question_has_the_focus_on_the_answer_that_is_safe(stand: Stand) -> None:
    assert stand.button("Go on") is stand.window.focusWidget()
    stand.press(Key.Key_Space)
    assert stand.page is stand.window.focusWidget()
