"""The corner window: quiet, settled before it can be answered, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hipcoach.app.break_snapshots import OfferSnapshot
from hipcoach.ui.offer_window import SETTLE_MS, OfferWindow
from hipcoach.ui.pieces import Button
from hipcoach.ui.screens import corner
from tests.ui.page_stand import button, click, nameless, press, settle, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BUTTONS = (("start", "Start"), ("snooze-5", "5 min"), ("skip", "Skip"))
OFFER = OfferSnapshot("Time for a stretch break", "Desk reset, 90 s", BUTTONS)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[OfferWindow]:  # noqa: ARG001 - there must be one
    made = OfferWindow(settle_ms=50)
    made.reduce_motion(still=True)
    yield made
    made.hide()
    made.deleteLater()


def _texts(window: QWidget) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible() and one.text()]


def _settled(qtbot: QtBot, window: OfferWindow) -> None:
    qtbot.waitUntil(lambda: button(window, "Start").isEnabled())


def test_it_says_what_is_offered(window: OfferWindow) -> None:
    window.show_offer(OFFER)
    assert ["Time for a stretch break", "Desk reset, 90 s"] == _texts(window)
    assert ["Start", "5 min", "Skip"] == [
        one.text() for one in window.findChildren(Button) if one.text() and one.isVisible()
    ]
    assert "Time for a stretch break. Desk reset, 90 s" == window.accessibleName()
    assert [] == nameless(window)


def test_it_never_takes_the_keyboard(window: OfferWindow) -> None:
    flags = window.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.show_offer(OFFER)
    assert not window.isActiveWindow()
    assert not any(one.isDefault() or one.autoDefault() for one in window.findChildren(Button))


def test_at_first_nothing_on_it_can_be_pressed(qtbot: QtBot, window: OfferWindow) -> None:
    assert 2000 == SETTLE_MS
    pressed, gone = told(window.pressed), told(window.dismissed)
    window.show_offer(OFFER)
    assert not window.settled
    for one in window.findChildren(Button):
        click(one)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        press(window, key)
    assert ([], []) == (pressed, gone)
    assert window.isVisible()
    _settled(qtbot, window)
    click(button(window, "5 min"))
    assert ["snooze-5"] == pressed


def test_each_offer_settles_anew(qtbot: QtBot, window: OfferWindow) -> None:
    window.show_offer(OFFER)
    _settled(qtbot, window)
    window.show_offer(None)
    window.show_offer(OFFER)
    assert not button(window, "Start").isEnabled()
    assert not window.settled


@pytest.mark.parametrize("by_key", [True, False])
def test_closed_it_leaves_the_offer_unanswered(
    qtbot: QtBot, window: OfferWindow, by_key: bool
) -> None:
    pressed, gone = told(window.pressed), told(window.dismissed)
    window.show_offer(OFFER)
    _settled(qtbot, window)
    if by_key:
        press(window, Qt.Key.Key_Escape)
    else:
        click(button(window, "Close; the break stays unanswered"))
    assert ([], [None]) == (pressed, gone)
    assert not window.isVisible()


def test_no_key_answers_it(qtbot: QtBot, window: OfferWindow) -> None:
    pressed = told(window.pressed)
    window.show_offer(OFFER)
    _settled(qtbot, window)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_S):
        press(window, key)
    assert [] == pressed


def test_what_is_taken_back_goes(window: OfferWindow) -> None:
    window.show_offer(OFFER)
    window.show_offer(None)
    assert not window.isVisible()


def test_why_an_answer_was_not_followed_stands_below_it(window: OfferWindow) -> None:
    window.show_offer(OFFER)
    window.tell("Not now", "Put off too often.")
    assert ["Time for a stretch break", "Desk reset, 90 s", "Put off too often."] == _texts(window)
    window.show_offer(OFFER)
    assert "Put off too often." not in _texts(window)


def test_what_is_only_said_asks_nothing(window: OfferWindow) -> None:
    window.tell("Not now", "There is no break.")
    assert ["Not now", "There is no break."] == _texts(window)
    assert not window.offering
    window.show_offer(OFFER)
    assert window.offering


def test_it_stands_in_the_corner_of_the_screen(window: OfferWindow) -> None:
    window.show_offer(OFFER)
    settle()
    room = QGuiApplication.primaryScreen().availableGeometry()
    place = window.geometry()
    assert room.contains(place)
    assert room.right() - place.right() < 40
    assert room.bottom() - place.bottom() < 40


def test_a_screen_that_goes_away_takes_it_along_to_another(window: OfferWindow) -> None:
    window.show_offer(OFFER)
    place = window.geometry()
    window.move(9000, 9000)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(QGuiApplication.primaryScreen())
    assert place == window.geometry()


def test_a_corner_is_in_its_room() -> None:
    room = QRect(1920, 30, 1280, 1000)
    place = corner(room, QSize(400, 150), 20)
    assert QSize(400, 150) == place.size()
    assert (room.right() - 20, room.bottom() - 20) == (place.right(), place.bottom())
    assert QSize(60, 60) == corner(QRect(0, 0, 100, 100), QSize(400, 150), 20).size()


def test_what_asks_for_nothing_goes_by_itself(qtbot: QtBot, window: OfferWindow) -> None:
    window.show_offer(OfferSnapshot("Stretch break in 30 seconds", "", lasts_s=0.2))
    assert not window.offering
    assert window.isVisible()
    assert "Close" in [one.accessibleName() for one in window.findChildren(Button)]
    qtbot.waitUntil(lambda: not window.isVisible())


def test_an_offer_takes_the_place_of_the_word_before_it_and_stays(
    qtbot: QtBot, window: OfferWindow
) -> None:
    window.show_offer(OfferSnapshot("Stretch break in 30 seconds", "", lasts_s=0.1))
    window.show_offer(OFFER)
    qtbot.wait(200)
    assert window.offering
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(window.geometry())
    window.show_offer(OfferSnapshot("Stretch break in 30 seconds", "", lasts_s=5))
    settle()
    assert 24 == room.bottom() - window.geometry().bottom()
