"""The icon in the tray: its line, its menu, its marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QResource
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QSystemTrayIcon

from hipcoach.app.break_snapshots import BreakSnapshot, Mark
from hipcoach.app.words import use_language
from hipcoach.core.breaks import MeetingFor, Order, PauseFor, Snooze, Standing
from hipcoach.system.resources import register_resources
from hipcoach.ui.tray import EDGES, Tray
from tests.ui.page_stand import told

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMenu

# The offscreen platform has no trays, and says so when it is asked for one.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)

WAITING = BreakSnapshot(
    on=True,
    standing=Standing.WAITING,
    line="Next break in 24 min",
    mark=Mark.RUNNING,
    can_snooze=True,
    remaining_s=1440.0,
)


@pytest.fixture(scope="module")
def _icons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The pictures, for as long as they are looked at."""
    cache = tmp_path_factory.mktemp("icons")
    assert register_resources(cache)
    yield
    for compiled in cache.glob("*.rcc"):
        QResource.unregisterResource(str(compiled))


@pytest.fixture
def tray(qapp: QApplication, _icons: None) -> Iterator[Tray]:  # noqa: ARG001 - there must be one
    made = Tray()
    made.put_words()
    made.show_snapshot(WAITING)
    yield made
    made.hide()
    menu = _menu(made)
    made.deleteLater()
    menu.deleteLater()


def _menu(tray: Tray) -> QMenu:
    return tray.icon.contextMenu()


def _seen(menu: QMenu) -> list[str]:
    """What can be chosen, in order."""
    return [
        one.text().replace("&", "")
        for one in menu.actions()
        if one.isVisible() and not one.isSeparator()
    ]


def _find(menu: QMenu, *way: str) -> QAction:
    """An entry, by the words on the way to it."""
    found = next(one for one in menu.actions() if one.text().replace("&", "") == way[0])
    inner = found.menu()
    return _find(inner, *way[1:]) if way[1:] else found  # type: ignore[arg-type] # a QMenu


def test_it_says_how_it_stands(tray: Tray) -> None:
    assert "HipCoach\nNext break in 24 min" == tray.icon.toolTip()
    assert "Next break in 24 min" == _seen(_menu(tray))[0]
    assert not _menu(tray).actions()[0].isEnabled()


@pytest.mark.parametrize(
    ("changed", "there", "gone"),
    [
        ({}, {"Pause reminders", "In a meeting"}, {"5 minutes later", "Resume reminders"}),
        ({"standing": Standing.OFFERED}, {"5 minutes later", "Skip this break"}, set[str]()),
        (
            {"standing": Standing.PAUSED, "can_resume": True},
            {"Resume reminders", "Start a break now"},
            {"Skip this break"},
        ),
        ({"in_meeting": True}, {"The meeting is over"}, {"In a meeting"}),
        ({"standing": Standing.RUNNING}, {"Quit"}, {"Start a break now", "Skip this break"}),
        (
            {"on": False, "standing": Standing.OUTSIDE},
            {"Turn reminders on", "Open HipCoach", "Quit"},
            {"Start a break now", "Pause reminders", "In a meeting"},
        ),
    ],
)
def test_the_menu_has_what_can_be_asked_for(
    tray: Tray, changed: dict[str, object], there: set[str], gone: set[str]
) -> None:
    tray.show_snapshot(replace(WAITING, **changed))  # type: ignore[arg-type] # by the table
    seen = set(_seen(_menu(tray)))
    assert there <= seen
    assert set() == gone & seen


@pytest.mark.parametrize(
    ("way", "command"),
    [
        (("5 minutes later",), Snooze(300.0)),
        (("Skip this break",), Order.SKIP),
        (("Pause reminders", "For 30 minutes"), PauseFor(1800.0)),
        (("Pause reminders", "For 2 hours"), PauseFor(7200.0)),
        (("Pause reminders", "Until tomorrow"), Order.PAUSE_UNTIL_TOMORROW),
        (("Pause reminders", "Until I resume"), Order.PAUSE),
        (("In a meeting", "For 60 minutes"), MeetingFor(3600.0)),
        (("The meeting is over",), Order.END_MEETING),
        (("Resume reminders",), Order.RESUME),
    ],
)
def test_each_entry_asks_for_what_it_says(
    tray: Tray, way: tuple[str, ...], command: object
) -> None:
    asked = told(tray.asked)
    _find(_menu(tray), *way).trigger()
    assert [command] == asked


def test_the_window_is_asked_for_by_a_click_and_by_the_menu(tray: Tray) -> None:
    pages, quits = told(tray.windowAsked), told(tray.quitAsked)
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    _find(_menu(tray), "Open HipCoach").trigger()
    _find(_menu(tray), "Break settings…").trigger()
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    _find(_menu(tray), "Quit").trigger()
    assert ["today", "today", "breaks"] == pages
    assert [None] == quits


def test_another_language_is_spoken_at_once(tray: Tray) -> None:
    use_language("de")
    tray.put_words()
    assert "Erinnerungen anhalten" in _seen(_menu(tray))
    assert "Next break in 24 min" == _seen(_menu(tray))[0]
    asked = told(tray.asked)
    _find(_menu(tray), "Diese Pause auslassen").trigger()
    assert [Order.SKIP] == asked


def _picture(tray: Tray, edge: int) -> QImage:
    return tray.icon.icon().pixmap(edge, edge).toImage()


@pytest.mark.parametrize("edge", EDGES)
def test_each_mark_looks_different(tray: Tray, edge: int) -> None:
    pictures = []
    for mark, owed in (
        (Mark.RUNNING, False),
        (Mark.HELD, False),
        (Mark.HELD, True),
        (Mark.PAUSED, False),
    ):
        tray.show_snapshot(replace(WAITING, mark=mark, owed_long=owed))
        pictures.append(_picture(tray, edge))
    assert all(
        one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :]
    )


def test_a_tray_that_comes_later_gets_the_icon(tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    there = False
    monkeypatch.setattr(Tray, "available", staticmethod(lambda: there))
    before = tray.icon
    tray.take_place()
    assert before is tray.icon
    assert not tray.icon.isVisible()
    there = True
    tray.take_place()
    assert before is not tray.icon
    assert tray.icon.isVisible()
    assert "HipCoach\nNext break in 24 min" == tray.icon.toolTip()
    after = tray.icon
    tray.take_place()
    assert after is tray.icon
