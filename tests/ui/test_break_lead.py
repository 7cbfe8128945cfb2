"""A stretch break in the window: small, in the corner, and gone without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hipcoach.core.controls import Action
from hipcoach.core.journal import Purpose
from hipcoach.ui.break_lead import QUIETLY, SMALL, BreakLead
from tests.ui.page_stand import settle, told
from tests.ui.shell_stand import ShellStand

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ROUTINE = "desk-reset"


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[ShellStand]:
    made = ShellStand(qtbot)
    made.answered()
    yield made
    made.leave()


def _begin(stand: ShellStand, *, small: bool = True, opened: bool = True) -> BreakLead:
    """Begin a break, and wait until it is led through."""
    lead = BreakLead(stand.shell)
    lead.begin(ROUTINE, stand.content.programme(ROUTINE), small=small, opened=opened)
    if not opened:
        stand.worker.start()
    stand.qtbot.waitUntil(lambda: stand.shell.session.running)
    settle()
    return lead


def _stop(stand: ShellStand) -> list[float]:
    """Stop it, as somebody who has had enough; seconds that were done."""
    ended = told(stand.shell.session.breakEnded)
    stand.shell.session.act(Action.STOP)
    stand.shell.pages.session.stopConfirmed.emit()
    stand.qtbot.waitUntil(lambda: bool(ended))
    settle()
    return ended


def test_a_break_is_small_and_in_the_corner(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    _begin(stand)
    assert "session" == stand.page
    assert SMALL == stand.window.size()
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.right() - stand.window.geometry().right() < 40
    assert not stand.window.menuBar().isVisible()


@pytest.mark.parametrize("small", [True, False])
def test_a_small_one_stays_on_top_and_leaves_the_keyboard_where_it_is(
    stand: ShellStand, small: bool
) -> None:
    stand.open()
    stand.shows("today")
    other = QWidget()
    other.show()
    other.activateWindow()
    stand.qtbot.waitUntil(other.isActiveWindow)
    _begin(stand, small=small)
    handle = stand.window.windowHandle()
    assert small is bool(handle.flags() & Qt.WindowType.WindowStaysOnTopHint)
    assert small is other.isActiveWindow()
    assert small is bool(handle.property(QUIETLY))
    _stop(stand)
    assert not handle.flags() & Qt.WindowType.WindowStaysOnTopHint
    # It comes back behind what has the keyboard by then.
    assert not stand.window.isVisible()
    stand.qtbot.waitUntil(stand.window.isVisible)
    assert not stand.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not handle.property(QUIETLY)
    other.hide()
    other.deleteLater()


def test_one_that_was_not_open_comes_on_top_and_without_the_keyboard(stand: ShellStand) -> None:
    _begin(stand, opened=False)
    assert stand.window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint
    assert stand.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    _stop(stand)


def test_after_it_the_window_is_as_it_was(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    stand.window.show_page("library")
    before = stand.window.geometry()
    _begin(stand)
    hidden = told(stand.window.windowHandle().visibleChanged)
    _stop(stand)
    assert [] == hidden
    assert "library" == stand.page
    assert before == stand.window.geometry()
    assert stand.window.menuBar().isVisible()
    assert (800, 560) == stand.window.minimumSize().toTuple()


def test_a_window_whose_screen_has_gone_comes_back_on_another(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    stand.window.move(90_000, 200)
    settle()
    _begin(stand)
    _stop(stand)
    room = QGuiApplication.primaryScreen().geometry()
    assert room.intersects(stand.window.geometry())


def test_a_screen_that_goes_takes_a_small_window_along(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    before = stand.window.geometry()
    QGuiApplication.instance().screenRemoved.emit(None)  # type: ignore[union-attr]  # there is one
    assert before == stand.window.geometry()
    _begin(stand)
    small = stand.window.geometry()
    stand.window.move(90_000, 200)
    QGuiApplication.instance().screenRemoved.emit(None)  # type: ignore[union-attr]  # the same
    stand.qtbot.waitUntil(lambda: small == stand.window.geometry())


def test_a_window_that_filled_the_screen_does_so_again(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    stand.window.showMaximized()
    settle()
    _begin(stand)
    assert SMALL == stand.window.size()
    _stop(stand)
    assert stand.window.isMaximized()


def test_a_window_that_was_not_open_goes_again(stand: ShellStand) -> None:
    _begin(stand, opened=False)
    assert stand.window.isVisible()
    assert "session" == stand.page
    _stop(stand)
    assert not stand.window.isVisible()


def test_a_window_that_was_asked_for_meanwhile_stays(stand: ShellStand) -> None:
    lead = _begin(stand, opened=False)
    lead.stay()
    _stop(stand)
    assert stand.window.isVisible()
    assert "today" == stand.page


def test_a_large_break_leaves_the_window_as_large_as_it_is(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    before = stand.window.geometry()
    _begin(stand, small=False)
    assert before == stand.window.geometry()
    assert stand.window.menuBar().isVisible()


def test_a_break_is_no_practice_and_asks_nothing_after_it(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    _begin(stand)
    assert not stand.shell.session.practising
    stand.plays()
    assert [0.0] <= _stop(stand)
    assert "today" == stand.page
    assert Purpose.BREAK is stand.record().opened.purpose


def test_practice_that_runs_is_no_break(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    stand.shell.session.start("gentle-start")
    stand.qtbot.waitUntil(lambda: stand.shell.session.running)
    ended = told(stand.shell.session.breakEnded)
    stand.shell.session.start_break(ROUTINE)
    assert [0.0] == ended
    assert stand.shell.session.practising


def test_a_break_that_runs_is_still_one_when_practice_is_asked_for(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    _begin(stand)
    stand.shell.session.start("gentle-start")
    assert not stand.shell.session.practising
    assert 1 == len(_stop(stand))
    assert "today" == stand.page


def test_practice_takes_the_place_of_a_break_that_waits(stand: ShellStand) -> None:
    ended = told(stand.shell.session.breakEnded)
    stand.shell.session.start_break(ROUTINE)
    stand.shell.session.start("gentle-start")
    assert [0.0] == ended
    stand.open()
    stand.qtbot.waitUntil(lambda: stand.shell.session.practising)


def test_the_questions_before_the_first_session_come_before_a_break_too(qtbot: QtBot) -> None:
    stand = ShellStand(qtbot)
    ended = told(stand.shell.session.breakEnded)
    BreakLead(stand.shell).begin(
        ROUTINE, stand.content.programme(ROUTINE), small=True, opened=False
    )
    stand.worker.start()
    stand.shows("first-start")
    settle()
    assert stand.window.width() >= 800
    stand.window.show_page("today")
    assert [0.0] == ended
    stand.leave()


def test_a_small_window_is_not_where_the_next_one_opens(qtbot: QtBot, tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    stand = ShellStand(qtbot, geometry=kept)
    stand.answered()
    stand.open()
    stand.shows("today")
    _begin(stand)
    stand.window.set_running(running=False)
    stand.window.close()
    assert kept.value("window/geometry") is None
    stand.leave()


def test_keys_answer_in_the_small_window(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    _begin(stand)
    stand.plays()
    stand.press(Qt.Key.Key_Space)
    assert "paused" == stand.state.value


def test_questions_nobody_answered_give_way_to_a_break(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    stand.shell.session.start("desk-reset")
    stand.plays()
    stand.into_hold(seconds=10.0)
    stand.shell.session.act(Action.STOP)
    stand.shell.pages.session.stopConfirmed.emit()
    stand.shows("check-in")
    _begin(stand)
    assert "session" == stand.page
    assert not stand.shell.session.practising


def test_closed_in_the_middle_it_opens_as_large_as_before(stand: ShellStand) -> None:
    stand.open()
    stand.shows("today")
    before = stand.window.geometry()
    _begin(stand)
    stand.window.set_running(running=False)
    stand.window.close()
    stand.shell.come_back("today")
    assert before == stand.window.geometry()
    assert stand.window.menuBar().isVisible()
