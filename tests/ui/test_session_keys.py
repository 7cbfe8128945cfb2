from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from hipcoach.app.snapshots import PlayState
from hipcoach.core.controls import Action
from hipcoach.ui.session_keys import CONTROLS, GO_ON_KEYS, GROUPS, STOP_KEYS, said_keys
from tests.ui.session_stand import HOLD, Stand, changed

Key = Qt.Key
Mod = Qt.KeyboardModifier
NONE = Mod.NoModifier

PROMISED = [
    (Key.Key_Space, NONE, Action.PAUSE_RESUME),
    (Key.Key_F5, NONE, Action.PAUSE_RESUME),
    (Key.Key_Period, NONE, Action.PAUSE_RESUME),
    (Key.Key_MediaPlay, NONE, Action.PAUSE_RESUME),
    (Key.Key_PageDown, NONE, Action.NEXT),
    (Key.Key_Right, NONE, Action.NEXT),
    (Key.Key_MediaNext, NONE, Action.NEXT),
    (Key.Key_PageUp, NONE, Action.BACK),
    (Key.Key_Left, NONE, Action.BACK),
    (Key.Key_MediaPrevious, NONE, Action.BACK),
    (Key.Key_R, NONE, Action.REPEAT),
    (Key.Key_P, NONE, Action.PINCH),
    (Key.Key_Minus, NONE, Action.EASIER),
    (Key.Key_Minus, Mod.KeypadModifier, Action.EASIER),
    (Key.Key_Underscore, NONE, Action.EASIER),
    (Key.Key_S, NONE, Action.SWAP),
    (Key.Key_BracketRight, NONE, Action.LONGER),
    (Key.Key_BracketLeft, NONE, Action.SHORTER),
    (Key.Key_Right, Mod.ControlModifier, Action.LONGER),
    (Key.Key_Left, Mod.ControlModifier, Action.SHORTER),
    (Key.Key_Up, NONE, Action.LOUDER),
    (Key.Key_Down, NONE, Action.SOFTER),
    (Key.Key_Escape, NONE, Action.STOP),
]


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    return Stand(qtbot)


@pytest.mark.parametrize("focus", ["the page", "the first button", "the last button"])
@pytest.mark.parametrize(("key", "modifier", "action"), PROMISED)
def test_a_key_asks_once_wherever_the_focus_is(
    stand: Stand, key: Qt.Key, modifier: Qt.KeyboardModifier, action: Action, focus: str
) -> None:
    buttons = [b for b in stand.page.findChildren(QAbstractButton) if b.isVisible()]
    places = {
        "the page": stand.page,
        "the first button": buttons[0],
        "the last button": buttons[-1],
    }
    places[focus].setFocus()
    QTest.keyClick(places[focus], key, modifier)
    assert [action] == stand.asked


def test_a_key_that_reaches_the_window_alone_is_heard_too(stand: Stand) -> None:
    QTest.keyClick(stand.window.windowHandle(), Key.Key_PageDown)
    assert [Action.NEXT] == stand.asked


@pytest.mark.parametrize(
    ("key", "times"),
    [
        (Key.Key_Space, 1),
        (Key.Key_Right, 1),
        (Key.Key_P, 1),
        (Key.Key_Up, 4),
        (Key.Key_BracketRight, 4),
    ],
)
def test_a_key_held_down_asks_again_only_for_seconds_and_volume(
    stand: Stand, key: Qt.Key, times: int
) -> None:
    QTest.keyPress(stand.page, key)
    for _again in range(3):
        stand.repeat(key)
    QTest.keyRelease(stand.page, key)
    assert times == len(stand.asked)


def test_enter_on_a_focused_button_presses_it(stand: Stand) -> None:
    button = stand.button("Easier")
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    assert [Action.EASIER] == stand.asked


def test_the_mouse_asks_for_the_same(stand: Stand) -> None:
    for name in ("Back", "Next", "Easier", "It pinches", "Swap sides"):
        QTest.mouseClick(stand.button(name), Qt.MouseButton.LeftButton)
    expected = [Action.BACK, Action.NEXT, Action.EASIER, Action.PINCH, Action.SWAP]
    assert expected == stand.asked


def test_a_click_on_the_picture_pauses(stand: Stand) -> None:
    stand.picture.clicked.emit()
    assert [Action.PAUSE_RESUME] == stand.asked


def test_a_click_on_the_paused_picture_goes_on(stand: Stand) -> None:
    stand.page.show_snapshot(changed(HOLD, state=PlayState.PAUSED))
    spot = stand.picture.geometry().center()
    target = stand.page.childAt(spot)
    # The words on the picture let the click through to what lies below them.
    while isinstance(target, QLabel):
        target = target.parentWidget()
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    assert [Action.PAUSE_RESUME] == stand.asked


def test_every_action_is_in_the_menu_once(stand: Stand) -> None:
    found = [a.objectName() for a in stand.page.menu_actions() if a.objectName()]
    assert sorted(Action) == sorted(found)


def test_an_entry_of_the_menu_asks(stand: Stand) -> None:
    entry = next(a for a in stand.page.menu_actions() if a.objectName() == "pinch")
    entry.trigger()
    assert [Action.PINCH] == stand.asked


def test_keys_sleep_while_another_page_is_shown(stand: Stand) -> None:
    stand.page.hide()
    QTest.keyClick(stand.window, Key.Key_Space)
    assert [] == stand.asked
    assert not any(a.isEnabled() for a in stand.page.menu_actions() if a.objectName())
    stand.page.show()
    stand.press(Key.Key_Space)
    assert [Action.PAUSE_RESUME] == stand.asked


def test_nothing_is_asked_of_a_finished_session(stand: Stand) -> None:
    stand.page.show_snapshot(changed(HOLD, state=PlayState.FINISHED))
    stand.press(Key.Key_Space)
    stand.press(Key.Key_Escape)
    stand.picture.clicked.emit()
    assert [] == stand.asked


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Question])
def test_the_list_of_keys_comes_and_goes(stand: Stand, key: Qt.Key) -> None:
    stand.press(key)
    assert stand.page.showing_keys
    stand.press(key)
    assert not stand.page.showing_keys


def test_escape_closes_the_list_before_it_stops(stand: Stand) -> None:
    stand.press(Key.Key_F1)
    stand.press(Key.Key_Escape)
    assert not stand.page.showing_keys
    assert [] == stand.asked
    stand.press(Key.Key_Escape)
    assert [Action.STOP] == stand.asked


def test_the_list_of_keys_is_gone_when_the_page_comes_back(stand: Stand) -> None:
    stand.press(Key.Key_F1)
    stand.page.hide()
    stand.page.show()
    assert not stand.page.showing_keys


def test_the_list_of_keys_names_every_control() -> None:
    rows = {control.label for group in GROUPS for control in group.controls}
    assert len(Action) == len(rows)
    assert all(said_keys(control.keys) for control in CONTROLS.values())


def test_no_key_means_two_things() -> None:
    keys = [key for control in CONTROLS.values() for key in control.keys]
    assert len(set(keys)) == len(keys)
    assert not set(GO_ON_KEYS) & set(STOP_KEYS)
