"""The Today page: one press away from a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from hipcoach.app.snapshots import RoutineSound
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.sound_menu import SoundMenu
from hipcoach.ui.today_page import TodayPage
from tests.ui.page_stand import POSES, TODAY, button, click, nameless, press, settle, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BLOCKED = replace(TODAY, blocked_words="Please ask first.")
BROKEN_OFF = replace(TODAY, unfinished_words="Gentle broke off. Go on?")


@pytest.fixture
def page(qtbot: QtBot) -> TodayPage:
    made = TodayPage(PictureBook(POSES))
    made.show_snapshot(TODAY)
    show(qtbot, made)
    return made


def _texts(page: TodayPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_the_first_routine_is_one_press_of_space_away(page: TodayPage) -> None:
    started = told(page.startRequested)
    page.setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert ["gentle"] == started


def test_every_routine_can_be_started(page: TodayPage) -> None:
    started = told(page.startRequested)
    for name in ("Start Desk", "Start Gentle"):
        click(button(page, name))
    assert ["desk", "gentle"] == started


def test_the_start_has_a_key_of_its_own(page: TodayPage, qtbot: QtBot) -> None:
    # Qt shows the button going down before it clicks.
    with qtbot.waitSignal(page.startRequested) as started:
        press(page, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert ["gentle"] == started.args


def test_a_card_says_how_long_it_takes_and_what_is_needed(page: TodayPage) -> None:
    texts = _texts(page)
    for words in ("Gentle", "For a start.", "8 min", "mat", "Desk", "90 s", "nothing needed"):
        assert words in texts


def test_the_last_session_is_told(page: TodayPage) -> None:
    assert "Nothing done yet." in _texts(page)


def test_the_pictures_show_the_routines(page: TodayPage) -> None:
    pictures = {one.accessibleName(): one.frame_shown for one in page.findChildren(Picture)}
    assert {
        "Picture of Gentle": POSES["breathing/lie"],
        "Picture of Desk": POSES["knee-lift/low"],
    } == {name: frame and frame.pose for name, frame in pictures.items()}


def test_a_pose_that_is_not_known_leaves_the_picture_empty(qtbot: QtBot) -> None:
    page = TodayPage(PictureBook({}))
    page.show_snapshot(TODAY)
    show(qtbot, page)
    assert {None} == {one.frame_shown for one in page.findChildren(Picture)}
    assert not page.grab().isNull()


def test_a_session_that_broke_off_comes_first(page: TodayPage) -> None:
    page.show_snapshot(BROKEN_OFF)
    went_on, closed = told(page.resumeRequested), told(page.closeUnfinishedRequested)
    assert "Gentle broke off. Go on?" in _texts(page)
    page.setFocus()
    assert button(page, "Go on") is QApplication.focusWidget()
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    click(button(page, "Close it"))
    assert ([None], [None]) == (went_on, closed)


def test_what_was_closed_goes_away(page: TodayPage) -> None:
    page.show_snapshot(BROKEN_OFF)
    page.show_snapshot(TODAY)
    assert "Gentle broke off. Go on?" not in _texts(page)


def _sound(page: TodayPage, routine: str) -> SoundMenu:
    found = page.findChild(SoundMenu, f"sound-{routine}")
    assert isinstance(found, SoundMenu)
    return found


def test_how_a_routine_sounds_can_be_chosen_by_keys(page: TodayPage) -> None:
    chosen = told(page.soundChosen)
    sound = _sound(page, "desk")
    press(sound, Qt.Key.Key_Return)
    menu = sound.menu()
    assert menu.isVisible()
    for key in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_Return):
        press(menu, key)
    assert [RoutineSound("desk", "beeps")] == chosen
    assert "Sound: beeps only" in sound.text()
    assert "Desk. Sound: beeps only" == sound.accessibleName()


def test_a_card_says_how_its_routine_sounds(page: TodayPage) -> None:
    page.show_sounds([("desk", "none")])
    assert "Sound: none" in _sound(page, "desk").text()
    assert "Sound: as in settings" in _sound(page, "gentle").text()
    page.show_snapshot(replace(TODAY, routines=TODAY.routines[1:]))
    assert "Sound: none" in _sound(page, "desk").text()
    page.show_sounds([])
    assert "Sound: as in settings" in _sound(page, "desk").text()


def test_tab_goes_through_everything_as_one_reads(page: TodayPage) -> None:
    page.self_check.show_words("Where do your hips stand?")
    settle()
    page.setFocus()
    names = []
    while (focused := QApplication.focusWidget()) and focused.accessibleName() not in names:
        names.append(focused.accessibleName())
        press(focused, Qt.Key.Key_Tab)
    read = [
        "Start Gentle",
        "Gentle. Sound: as in settings",
        "Look at your own hips",
        "New routine",
        "Desk. Sound: as in settings",
        "Start Desk",
    ]
    assert read == [name for name in names if name in read]


def test_a_look_at_ones_hips_is_asked_for_quietly(page: TodayPage) -> None:
    card = page.self_check
    assert not card.isVisible()
    card.show_words("Where do your hips stand?")
    assert "Where do your hips stand?" in _texts(page)
    asked = told(card.openRequested)
    click(button(page, "Look at your own hips"))
    assert [None] == asked
    page.show_snapshot(BLOCKED)
    assert not card.isVisible()
    page.show_snapshot(TODAY)
    assert card.isVisible()
    card.show_words("")
    assert not card.isVisible()


def test_where_something_speaks_against_it_nothing_can_be_started(page: TodayPage) -> None:
    page.show_snapshot(replace(BLOCKED, unfinished_words="Go on?"))
    started, went_on = told(page.startRequested), told(page.resumeRequested)
    for name in ("Start Gentle", "Start Desk", "Go on"):
        click(button(page, name))
    assert ([], []) == (started, went_on)
    assert "Please ask first." in _texts(page)


def test_from_what_speaks_against_it_one_gets_to_the_questions(page: TodayPage) -> None:
    page.show_snapshot(BLOCKED)
    asked = told(page.safetyRequested)
    click(button(page, "Before you start…"))
    assert [None] == asked


def test_when_all_is_well_again_it_can_be_started(page: TodayPage) -> None:
    page.show_snapshot(BLOCKED)
    page.show_snapshot(TODAY)
    started = told(page.startRequested)
    click(button(page, "Start Gentle"))
    assert ["gentle"] == started


def test_the_same_routines_are_not_built_again(page: TodayPage) -> None:
    before = button(page, "Start Gentle")
    page.show_snapshot(replace(TODAY, last_words="Today: Gentle."))
    assert before is button(page, "Start Gentle")


def test_other_routines_take_the_place_of_the_old(page: TodayPage) -> None:
    page.show_snapshot(replace(TODAY, routines=TODAY.routines[1:]))
    settle()
    started = told(page.startRequested)
    click(button(page, "Start Desk"))
    assert ["desk"] == started
    assert "Gentle" not in _texts(page)
    assert 1 == len([one for one in page.findChildren(Picture) if one.isVisible()])


def test_without_any_routine_the_page_stands_all_the_same(page: TodayPage) -> None:
    page.show_snapshot(replace(TODAY, routines=()))
    assert "Nothing done yet." in _texts(page)


def test_every_control_has_a_name(page: TodayPage) -> None:
    page.show_snapshot(replace(BLOCKED, unfinished_words="Go on?"))
    assert [] == nameless(page)
