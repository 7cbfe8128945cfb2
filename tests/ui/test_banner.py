"""The banner: said calmly, with what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from hipcoach.ui.banner import Banner
from hipcoach.ui.pieces import Button
from tests.ui.page_stand import button, click, nameless, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    show(qtbot, made)
    return made


@pytest.fixture
def banner(window: QWidget) -> Banner:
    return Banner(window)


def test_with_nothing_to_say_it_is_not_there(banner: Banner) -> None:
    assert not banner.isVisible()
    banner.show_message("The disk is full.")
    assert banner.isVisible()
    assert "The disk is full." == banner.accessibleName()
    banner.show_message("")
    assert not banner.isVisible()


def test_it_can_be_put_away(banner: Banner) -> None:
    gone = told(banner.dismissed)
    banner.show_message("The disk is full.")
    click(button(banner, "Dismiss"))
    assert [None] == gone
    assert not banner.isVisible()


def test_it_offers_what_can_be_done_and_stays(banner: Banner) -> None:
    asked = told(banner.actionRequested)
    banner.show_message("The disk is full.", action="Try again", grave=True)
    click(button(banner, "Try again"))
    assert [None] == asked
    assert banner.isVisible()


def test_an_old_offer_does_not_stay(banner: Banner) -> None:
    banner.show_message("The disk is full.", action="Try again")
    banner.show_message("All well.")
    shown = [one.text() for one in banner.findChildren(Button) if one.isVisibleTo(banner)]
    assert ["Dismiss"] == shown


def test_some_messages_can_not_be_put_away(window: QWidget) -> None:
    banner = Banner(window, dismissable=False)
    banner.show_message("Please ask first.", action="Why?")
    with pytest.raises(AssertionError):
        button(banner, "Dismiss")


def test_words_are_never_taken_as_markup(banner: Banner) -> None:
    banner.show_message("<b>settings.toml</b> & co")
    assert "<b>settings.toml</b> & co" == banner.accessibleName()
    assert not banner.grab().isNull()


def test_every_control_has_a_name(banner: Banner) -> None:
    banner.show_message("The disk is full.", action="Try again")
    assert [] == nameless(banner)
