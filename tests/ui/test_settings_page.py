"""The settings page: every option has its control, and a change holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QWidget

from hipcoach.app.phrases.settings import group_words, option_words, value_words
from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.settings import OPTIONS, Kind, Option, Settings, option
from hipcoach.core.sync_choices import SyncChoices
from hipcoach.ui.figure.palette import CLOTHES, HAIRS, SKINS, HairStyle, Look
from hipcoach.ui.look import look_of
from hipcoach.ui.option_editors import Editor, Switch
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.settings_page import SettingsPage
from tests.ui.page_stand import POSES, button, click, nameless, press, settle, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LOUD = Settings().with_value("sound.beeps", 95).with_value("look.theme", "dark")


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(PictureBook(POSES), "knee-lift/low")
    show(qtbot, made, 1000, 800)
    return made


def _texts(page: SettingsPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def _control(page: SettingsPage, key: str) -> QWidget:
    found = next(one for one in page.findChildren(Editor) if one.option.key == key)
    inner = found.focusProxy()
    assert inner is not None
    return inner


@pytest.mark.parametrize("one", OPTIONS, ids=lambda one: one.key)
def test_every_option_has_a_control_and_a_name(page: SettingsPage, one: Option) -> None:
    assert _control(page, one.key).isVisible()
    assert option_words(one.key) in _texts(page)
    assert group_words(one.group) in _texts(page)


@pytest.mark.parametrize("one", OPTIONS, ids=lambda one: one.key)
def test_every_option_can_be_changed_by_key(page: SettingsPage, one: Option) -> None:
    page.show_voices([("gmw/en", "English")])
    told_ = told(page.changed)
    control = _control(page, one.key)
    control.setFocus()
    match one.kind:
        case Kind.SWITCH:
            press(control, Qt.Key.Key_Space)
        case Kind.WHOLE | Kind.DECIMAL:
            up = one.default != one.most
            press(control, Qt.Key.Key_Right if up else Qt.Key.Key_Left)
        case _ if isinstance(control, QComboBox):
            up = control.currentIndex() < control.count() - 1
            press(control, Qt.Key.Key_Down if up else Qt.Key.Key_Up)
        case _:
            press(control, Qt.Key.Key_Right)
            press(page.focusWidget(), Qt.Key.Key_Space)
    assert 1 == len(told_)
    assert one.default != told_[0][one.key]
    others = [other.key for other in OPTIONS if other.key != one.key]
    assert [Settings()[key] for key in others] == [told_[0][key] for key in others]


def test_a_slider_moves_by_the_option_s_step(page: SettingsPage) -> None:
    changes = told(page.changed)
    press(_control(page, "voice.rate"), Qt.Key.Key_Right)
    press(_control(page, "session.distance_m"), Qt.Key.Key_Left)
    assert 155 == changes[-1].whole("voice.rate")
    assert 2.5 == changes[-1].decimal("session.distance_m")
    assert "155" in _texts(page)
    assert "2.5 m" in _texts(page)


def test_what_holds_is_shown_and_nothing_is_told(page: SettingsPage) -> None:
    changes = told(page.changed)
    other = Settings()
    other = other.with_value("sound.mode", "none").with_value("sound.beeps", 33)
    other = other.with_value("voice.rate", 211).with_value("session.distance_m", 1.0)
    other = other.with_value("session.keep_awake", value=False)
    other = other.with_value("session.first_side", "left")
    page.show_snapshot(other)
    assert [] == changes
    box, keep = _control(page, "sound.mode"), _control(page, "session.keep_awake")
    assert isinstance(box, QComboBox)
    assert isinstance(keep, Switch)
    assert "Nothing" == box.currentText()
    assert not keep.isChecked()
    assert button(page, "Side to begin with: Left").isChecked()
    assert {"33 %", "211", "1 m"} <= set(_texts(page))


def test_a_value_between_the_steps_is_kept_until_it_is_changed(page: SettingsPage) -> None:
    page.show_snapshot(Settings().with_value("sound.beeps", 33))
    changes = told(page.changed)
    press(_control(page, "session.keep_awake"), Qt.Key.Key_Space)
    assert 33 == changes[0].whole("sound.beeps")


def test_back_to_the_usual_can_be_undone(page: SettingsPage) -> None:
    page.show_snapshot(LOUD)
    changes = told(page.changed)
    click(button(page, "Back to the usual settings"))
    assert [Settings()] == changes
    click(button(page, "Undo"))
    assert [Settings(), LOUD] == changes
    slider = _control(page, "sound.beeps")
    assert isinstance(slider, QSlider)
    assert 19 == slider.value()


def test_what_is_chosen_on_pages_of_its_own_stays(page: SettingsPage) -> None:
    breaks = BreakChoices(on=False, routine="gentle-start")
    elsewhere = Settings().with_breaks(breaks).with_sync(SyncChoices("/home/me/Sync"))
    page.show_snapshot(elsewhere.with_value("sound.beeps", 19))
    changes = told(page.changed)
    click(button(page, "Back to the usual settings"))
    assert [elsewhere] == changes
    click(button(page, "Back to the usual settings"))
    assert 1 == len(changes)


def test_undo_is_gone_after_the_next_change(page: SettingsPage) -> None:
    page.show_snapshot(LOUD)
    click(button(page, "Back to the usual settings"))
    press(_control(page, "session.keep_awake"), Qt.Key.Key_Space)
    with pytest.raises(AssertionError):
        button(page, "Undo")


def test_the_usual_settings_need_no_going_back(page: SettingsPage) -> None:
    changes = told(page.changed)
    click(button(page, "Back to the usual settings"))
    assert [] == changes
    assert "These are the usual settings already." in _texts(page)


def _voices(page: SettingsPage) -> list[tuple[str, str]]:
    box = _control(page, "voice.id")
    assert isinstance(box, QComboBox)
    return [(box.itemText(place), box.itemData(place)) for place in range(box.count())]


def test_the_voices_are_offered_when_they_are_known(page: SettingsPage) -> None:
    assert [("The system's own", "")] == _voices(page)
    page.show_voices([("a", "Anna"), ("b", "Bruno")])
    assert [("The system's own", ""), ("Anna", "a"), ("Bruno", "b")] == _voices(page)


def test_a_voice_that_is_not_installed_is_not_forgotten(page: SettingsPage) -> None:
    page.show_snapshot(Settings().with_value("voice.id", "old"))
    page.show_voices([("a", "Anna")])
    box = _control(page, "voice.id")
    assert isinstance(box, QComboBox)
    assert "old" == box.currentData()
    page.show_voices([("a", "Anna"), ("old", "Old")])
    assert ("Old", "old") == (box.currentText(), box.currentData())
    assert 3 == box.count()


def test_a_voice_that_is_heard_is_all_well(page: SettingsPage) -> None:
    asked, heard = told(page.testVoiceRequested), told(page.voiceHeard)
    click(button(page, "Test the voice"))
    assert [None] == asked
    assert [] == heard
    click(button(page, "Yes, I heard it"))
    assert [True] == heard
    assert "Good. The voice is ready." in _texts(page)


def test_where_nothing_is_heard_it_says_what_to_check(page: SettingsPage) -> None:
    heard = told(page.voiceHeard)
    click(button(page, "Test the voice"))
    click(button(page, "No, I heard nothing"))
    assert [False] == heard
    assert any("hipcoach doctor" in text for text in _texts(page))
    click(button(page, "Test the voice"))
    assert not any("hipcoach doctor" in text for text in _texts(page))


def test_why_nothing_can_be_heard_is_said_until_it_can(page: SettingsPage) -> None:
    page.show_trouble("No voice is installed.")
    assert "No voice is installed." in _texts(page)
    page.show_trouble("")
    assert "No voice is installed." not in _texts(page)


def test_the_choices_of_the_figure_are_those_of_its_painter() -> None:
    look = Look()
    for key, known, default in (
        ("figure.skin", SKINS, look.skin),
        ("figure.hair", HAIRS, look.hair),
        ("figure.hair_style", HairStyle, look.hair_style),
        ("figure.clothes", CLOTHES, look.clothes),
    ):
        assert list(known) == list(option(key).choices)
        assert default == option(key).default
    assert look.socks == option("figure.socks").default
    themes = option("look.theme").choices[1:]
    assert list(themes) == [look_of(Settings(), theme).theme for theme in themes]


def test_the_figure_is_shown_as_it_was_chosen(qtbot: QtBot) -> None:
    book = PictureBook(POSES)
    page = SettingsPage(book, "knee-lift/low")
    show(qtbot, page)
    picture = page.findChild(Picture)
    assert isinstance(picture, Picture)
    before = picture.grab().toImage()
    book.set_look(look_of(Settings().with_value("figure.clothes", "plum"), "light"))
    assert before != picture.grab().toImage()


def test_numbers_are_read_out_with_their_value(page: SettingsPage) -> None:
    words = value_words("voice.volume", 100)
    assert words == _control(page, "voice.volume").accessibleDescription()


def test_every_control_has_a_name(page: SettingsPage) -> None:
    assert [] == nameless(page)


def test_a_control_goes_under_its_words_where_there_is_no_room_beside(
    page: SettingsPage,
) -> None:
    def beside() -> bool:
        control = next(one for one in page.findChildren(Editor) if one.option.key == "sound.mode")
        words = next(one for one in page.findChildren(QLabel) if one.text() == "What you hear")
        return control.mapTo(page, control.rect().topLeft()).x() > words.width() / 2 + 50

    assert beside()
    font = page.font()
    font.setPixelSize(60)
    page.setFont(font)
    settle()
    page.resize(620, 800)
    settle()
    assert not beside()
