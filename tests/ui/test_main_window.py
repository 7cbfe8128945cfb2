"""The main window: turning pages, and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from hipcoach.ui.main_window import NARROW, MainWindow
from hipcoach.ui.place import FOR_A_WHILE
from hipcoach.ui.rail import Rail
from tests.ui.page_stand import button, click, nameless, press, settle, told

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

CODES = ("today", "library", "settings", "first-start", "session")


def _window(qtbot: QtBot, geometry: QSettings | None = None) -> MainWindow:
    made = MainWindow(geometry)
    for code in CODES:
        page = QLabel(code)
        page.setObjectName(code)
        made.add_page(code, page)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = _window(qtbot)
    made.show_page("today")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _shown(window: MainWindow) -> str:
    return next(
        code for code in CODES
        if (page := window.findChild(QWidget, code)) is not None and page.isVisible()
    )  # fmt: skip


def _action(window: MainWindow, words: str) -> QAction:
    actions = {one.text().replace("&", ""): one for one in window.findChildren(QAction)}
    return actions[words]


def _question(window: MainWindow) -> QMessageBox:
    return next(one for one in window.findChildren(QMessageBox) if one.isVisible())


def _press(box: QMessageBox, words: str) -> None:
    wanted = next(one for one in box.buttons() if one.text().replace("&", "") == words)
    click(wanted)


def test_keys_turn_the_pages(window: MainWindow) -> None:
    keys = (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_1)
    shown = []
    for key in keys:
        press(window, key, Qt.KeyboardModifier.ControlModifier)
        shown.append(_shown(window))
    assert ["library", "settings", "today"] == shown


def test_f11_gives_the_whole_screen_and_takes_it_back(window: MainWindow) -> None:
    full = []
    for _time in range(2):
        press(window, Qt.Key.Key_F11)
        full.append(window.isFullScreen())
    assert [True, False] == full


def test_a_window_that_stands_in_the_corner_stays_there(window: MainWindow) -> None:
    window.setProperty(FOR_A_WHILE, True)
    _action(window, "Full screen").trigger()
    assert not window.isFullScreen()


def test_the_rail_turns_the_pages_and_marks_where_one_is(window: MainWindow) -> None:
    places = told(window.placeChanged)
    click(button(window, "Library"))
    assert "library" == _shown(window)
    assert ["library"] == places
    assert button(window, "Library").isChecked()
    assert not button(window, "Today").isChecked()


def test_a_session_has_the_whole_window(window: MainWindow) -> None:
    rail = window.findChild(Rail)
    assert isinstance(rail, Rail)
    window.show_page("session")
    assert not rail.isVisible()
    window.show_page("today")
    assert rail.isVisible()
    assert button(window, "Today").isChecked()


def test_before_you_start_can_be_read_again(window: MainWindow) -> None:
    _action(window, "Before you start").trigger()
    assert "first-start" == _shown(window)


def test_while_a_session_runs_no_page_is_turned(window: MainWindow) -> None:
    window.show_page("session")
    window.set_running(running=True)
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    _action(window, "Before you start").trigger()
    assert "session" == _shown(window)
    window.set_running(running=False)
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert "library" == _shown(window)


def test_the_controls_of_a_session_are_in_the_menu_while_it_runs(window: MainWindow) -> None:
    pause = QAction("Pause", window)
    window.add_session_actions([pause])
    menu = next(one for one in window.menuBar().actions() if one.text() == "S&ession")
    assert not menu.isVisible()
    window.set_running(running=True)
    assert menu.isVisible()
    assert pause in window.findChildren(QAction)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_closing_in_mid_session_asks_and_keeps_going_by_default(
    window: MainWindow, key: Qt.Key
) -> None:
    left, asked = told(window.aboutToClose), told(window.leaveAsked)
    declined = told(window.leaveDeclined)
    window.set_running(running=True)
    window.close()
    assert window.isVisible()
    assert ([None], []) == (asked, declined)
    press(_question(window), key)
    assert window.isVisible()
    assert ([], [None]) == (left, declined)


def test_who_insists_may_leave_a_session(window: MainWindow) -> None:
    left, declined = told(window.aboutToClose), told(window.leaveDeclined)
    window.set_running(running=True)
    window.close()
    _press(_question(window), "Stop and close")
    assert not window.isVisible()
    assert ([None], []) == (left, declined)


def test_closing_twice_asks_once(window: MainWindow) -> None:
    window.set_running(running=True)
    window.close()
    window.close()
    asked = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    assert 1 == len(asked)
    _press(asked[0], "Keep going")


def test_without_a_session_closing_just_closes(window: MainWindow) -> None:
    left = told(window.aboutToClose)
    assert window.close()
    assert [None] == left


def test_about_says_what_it_is_not(window: MainWindow) -> None:
    _action(window, "About HipCoach").trigger()
    box = _question(window)
    assert "does not replace a doctor" in box.informativeText()
    press(box, Qt.Key.Key_Escape)


def test_the_window_comes_back_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = _window(qtbot, kept)
    first.resize(800, 677)
    first.show()
    first.close()
    second = _window(qtbot, kept)
    assert (800, 677) == (second.width(), second.height())
    assert ["window/geometry"] == kept.allKeys()


def test_garbled_geometry_does_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    kept.setValue("window/geometry", "nonsense")
    assert _window(qtbot, kept).width() >= 800


def test_the_rail_lies_on_top_where_the_window_is_narrow(window: MainWindow) -> None:
    rail, page = window.findChild(Rail), window.findChild(QLabel, "today")
    assert isinstance(rail, Rail)
    assert page is not None
    for width, wide in ((NARROW - 1, False), (NARROW, True)):
        window.resize(width, 600)
        settle()
        assert wide == (rail.geometry().right() < page.mapTo(window, page.rect().center()).x())
        assert wide == (rail.height() > rail.width())


def test_larger_text_needs_a_wider_window(window: MainWindow) -> None:
    rail = window.findChild(Rail)
    assert isinstance(rail, Rail)
    window.resize(NARROW + 10, 600)
    settle()
    assert rail.height() > rail.width()
    font = window.font()
    font.setPixelSize(30)
    window.setFont(font)
    window.resize(NARROW, 600)
    settle()
    assert rail.height() < rail.width()


def test_it_can_not_be_made_too_small(window: MainWindow) -> None:
    window.resize(100, 100)
    assert (800, 560) == (window.width(), window.height())


def test_every_control_has_a_name(window: MainWindow) -> None:
    assert [] == nameless(window)
