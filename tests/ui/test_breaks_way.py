"""The Breaks page joined to the desk: what holds is seen, what is chosen is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction

from hipcoach.app.words import use_language
from hipcoach.core.autostart import AutostartState
from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.breaks import BreakSettings, Order
from hipcoach.core.presence import Blind, Sense
from hipcoach.core.settings import Settings
from hipcoach.ui.break_line import BreakLine
from hipcoach.ui.breaks_way import BreaksWay
from hipcoach.ui.option_editors import Switch
from hipcoach.ui.pieces import Button
from tests.app.break_stand import BreakStand
from tests.fakes import FakeAutostart
from tests.ui.page_stand import press, settle, told
from tests.ui.shell_stand import ShellStand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TUESDAY = datetime(2026, 3, 3, 8, tzinfo=UTC)


class WayStand(ShellStand):
    """The window where HipCoach stays, and breaks that are counted beside it."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.answered()
        self.breaks = BreakStand(qtbot)
        self.autostart = FakeAutostart()
        self.way = BreaksWay(
            self.window,
            self.shell.pages,
            self.breaks.desk,
            self.content,
            self.breaks.presence.sources,
            self.autostart,
            lambda: TUESDAY,
        )
        self.chosen = told(self.way.chosen)
        self.asked = told(self.way.asked)
        self.open()
        self.shows("today")

    def switch(self, name: str) -> Switch:
        """The switch that is called so."""
        found = self.shell.pages.breaks.findChildren(Switch)
        return next(one for one in found if one.accessibleName() == name)

    def leave(self) -> None:
        """Close everything, the breaks too."""
        super().leave()
        self.breaks.close()


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[WayStand]:
    made = WayStand(qtbot)
    yield made
    made.leave()


def test_today_says_how_it_stands_and_leads_on(stand: WayStand) -> None:
    line = stand.window.findChild(BreakLine)
    assert isinstance(line, BreakLine)
    words = line.findChild(Button)
    assert isinstance(words, Button)
    assert "Next break in 1 min" == words.text()
    stand.breaks.sit(1)
    assert "Next break in less than a minute" == words.text()
    words.click()
    assert "breaks" == stand.window.shown


def test_breaks_are_a_place_beside_the_others(stand: WayStand) -> None:
    stand.click("Breaks")
    assert "breaks" == stand.window.shown
    assert stand.button("Breaks").isChecked()
    stand.window.show_page("settings")
    go = next(one for one in stand.window.findChildren(QAction) if "Breaks" == one.text())
    go.trigger()
    assert "breaks" == stand.window.shown


def test_the_page_shows_what_holds(stand: WayStand) -> None:
    stand.window.show_page("breaks")
    settle()
    assert stand.reads("Next break in 1 min")
    assert stand.reads("Today you would be reminded at 00:01, 00:02")
    assert stand.reads("Full screen: noticed, through fake.")
    stand.breaks.desk.tell(Order.PAUSE)
    assert stand.reads("Paused until you resume")


def test_what_the_desktop_tells_is_looked_at_each_time(stand: WayStand) -> None:
    looks = stand.way.findChild(QTimer)
    assert isinstance(looks, QTimer)
    stand.window.show_page("breaks")
    assert looks.isActive()
    stand.window.show_page("today")
    assert not looks.isActive()
    stand.breaks.presence.blind[Sense.CALL] = Blind.NO_SERVER
    stand.window.show_page("breaks")
    settle()
    assert stand.reads("not noticed here, because neither PipeWire nor PulseAudio is running.")


def test_what_is_asked_for_and_chosen_is_told(stand: WayStand) -> None:
    stand.window.show_page("breaks")
    begun = told(stand.way.breakAsked)
    stand.click("Start a break now")
    assert [None] == begun
    press(stand.switch("I mostly read or watch"), Qt.Key.Key_Space)
    assert stand.chosen[-1].reading
    stand.shell.pages.breaks.asked.emit(Order.SKIP)
    assert [Order.SKIP] == stand.asked


def test_choices_from_elsewhere_are_shown(stand: WayStand) -> None:
    stand.window.show_page("breaks")
    choices = BreakChoices(rhythm=BreakSettings(interval_s=1200))
    stand.breaks.desk.choose(choices)
    stand.way.show_choices(choices)
    assert [] == stand.chosen
    assert stand.reads("20 min")
    assert stand.reads("Today you would be reminded at 09:20, 09:40")


def test_the_start_at_login_is_switched_and_looked_at(stand: WayStand) -> None:
    stand.window.show_page("breaks")
    assert stand.reads("Reminders begin when you open HipCoach.")
    press(stand.switch("Start at login"), Qt.Key.Key_Space)
    assert AutostartState.ON is stand.autostart.found
    assert stand.reads("HipCoach is set up to start")
    stand.autostart.keeps = False
    press(stand.switch("Start at login"), Qt.Key.Key_Space)
    assert stand.switch("Start at login").isChecked()
    assert not stand.reads("HipCoach is set up to start")


def test_another_language_is_spoken_on_the_page_too(stand: WayStand) -> None:
    stand.window.show_page("breaks")
    before = stand.shell.pages.breaks

    def speak(settings: Settings) -> bool:
        use_language(settings.word("look.language") or "en")
        return True

    stand.shell.pages._speak = speak
    stand.shell.change(Settings().with_value("look.language", "de"))
    stand.qtbot.waitUntil(lambda: stand.shell.pages.breaks is not before)
    stand.breaks.sit(1)
    assert stand.reads("Nächste Pause in weniger als einer Minute")
    press(stand.switch("Ich lese oder schaue meistens"), Qt.Key.Key_Space)
    assert [True] == [one.reading for one in stand.chosen]
    stand.window.show_page("today")
    line = stand.window.findChild(BreakLine)
    assert isinstance(line, BreakLine)
    words = line.findChild(Button)
    assert isinstance(words, Button)
    assert "Nächste Pause in weniger als einer Minute" == words.text()
