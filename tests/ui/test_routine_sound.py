"""The sound of one routine, from its card on Today to the session and the check-in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.core.settings import SOUND_MODE, Settings
from hipcoach.ui.sound_menu import SoundMenu
from tests.ui.shell_stand import ShellStand


@pytest.fixture
def today(qtbot: QtBot) -> Iterator[ShellStand]:
    """Somebody who has answered the questions, in front of the Today page."""
    made = ShellStand(qtbot)
    made.answered()
    made.open()
    made.shows("today")
    yield made
    made.leave()


def _choose(stand: ShellStand, routine: str, place: int) -> None:
    found = stand.window.findChild(SoundMenu, f"sound-{routine}")
    assert isinstance(found, SoundMenu)
    found.menu().actions()[place].trigger()


def test_a_choice_is_kept_and_holds_in_the_next_session(today: ShellStand) -> None:
    _choose(today, "desk-reset", 3)
    assert [Settings().with_sound("desk-reset", "beeps")] == today.saved
    today.click("Start Desk reset")
    today.plays()
    sound = today.session().session.sound
    assert (False, True) == (sound.voice, sound.beeps)


@pytest.mark.parametrize(("routine", "asked"), [("desk-reset", False), ("gentle-start", True)])
def test_the_questions_after_a_session_are_spoken_as_it_was(
    today: ShellStand, routine: str, *, asked: bool
) -> None:
    _choose(today, "desk-reset", 4)
    today.shell.open(routine, start_now=True)
    today.plays()
    before = len(today.speaker.heard)
    today.voice.ask("How hard was it?")
    assert asked is ("How hard was it?" in today.speaker.heard[before:])


def test_a_change_on_the_settings_page_does_not_forget_it(today: ShellStand) -> None:
    today.window.show_page("settings")
    today.window.show_page("today")
    _choose(today, "desk-reset", 3)
    today.window.show_page("settings")
    today.shell.pages.settings._change(SOUND_MODE, "voice")
    assert (("desk-reset", "beeps"),) == today.saved[-1].sounds


def test_the_usual_settings_are_those_of_the_routines_too(today: ShellStand) -> None:
    _choose(today, "desk-reset", 3)
    today.window.show_page("settings")
    today.click("Back to the usual settings")
    assert Settings() == today.saved[-1]
    found = today.window.findChild(SoundMenu, "sound-desk-reset")
    assert isinstance(found, SoundMenu)
    assert "Sound: as in settings" in found.text()
