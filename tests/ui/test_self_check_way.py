"""The look at one's own hips within the window: from Today, through it, and on to a session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from hipcoach.app.phrases import self_check as phrases
from hipcoach.core.journal import SelfCheckDone
from hipcoach.core.self_check import QUESTIONS
from tests.ui.page_stand import press
from tests.ui.shell_stand import ShellStand

OPEN = "Look at your own hips"


@pytest.fixture
def today(qtbot: QtBot) -> Iterator[ShellStand]:
    """Somebody who has answered the questions, in front of the Today page."""
    made = ShellStand(qtbot)
    made.answered()
    made.open()
    made.shows("today")
    yield made
    made.leave()


def _is_asked(stand: ShellStand) -> bool:
    card = stand.shell.pages.today.self_check
    return card.isVisible()


def _through(stand: ShellStand, key: Qt.Key) -> None:
    """From the introduction to the result, with the same key for every question."""
    page = stand.shell.pages.self_check
    stand.click("Continue")
    stand.tick("None of these apply")
    stand.click("Continue")
    for _question in QUESTIONS:
        press(page, key)


def test_from_the_card_on_today_to_a_session_of_the_routine_that_fits(today: ShellStand) -> None:
    today.qtbot.waitUntil(lambda: _is_asked(today))
    today.click(OPEN)
    assert today.reads(phrases.introduction()[0])
    _through(today, Qt.Key.Key_2)
    today.qtbot.waitUntil(lambda: len(today.journal.all_of(SelfCheckDone)) == 1)
    (row,) = today.journal.all_of(SelfCheckDone)
    today.click("Start")
    today.plays()
    assert row.routine == today.session().session.plan.routine.id


def test_once_it_is_done_today_asks_no_more(today: ShellStand) -> None:
    today.qtbot.waitUntil(lambda: _is_asked(today))
    today.click(OPEN)
    _through(today, Qt.Key.Key_2)
    today.click("To Today")
    today.shows("today")
    assert not _is_asked(today)


def test_it_can_be_opened_from_the_menu_when_it_is_not_due(qtbot: QtBot) -> None:
    stand = ShellStand(qtbot)
    stand.answered()
    at = stand.clock.now() - timedelta(days=3)
    stand.journal.add(
        SelfCheckDone(stand.clock.new_id(), at, (("arch", "yes"),), "gentle-start", ())
    )
    stand.open()
    stand.shows("today")
    assert not _is_asked(stand)
    action = next(one for one in stand.window.findChildren(QAction) if "own &hips" in one.text())
    action.trigger()
    _through(stand, Qt.Key.Key_2)
    assert stand.reads(phrases.since_words(3))
    assert stand.reads("Hollow low back")
    stand.leave()


def test_a_red_flag_is_kept_and_no_session_starts_after_it(today: ShellStand) -> None:
    today.qtbot.waitUntil(lambda: _is_asked(today))
    today.click(OPEN)
    today.click("Continue")
    today.tick("Fever")
    today.click("Continue")
    today.qtbot.waitUntil(lambda: today.coach.flags == ("fever",))
    today.shows("stop")
    today.qtbot.waitUntil(lambda: today.reads("Please get medical advice today"))
    today.click("Look around without a session")
    today.shows("today")
    assert not _is_asked(today)
    today.coach.start("gentle-start")
    today.shows("stop")
    assert [] == today.opened
    assert () == today.journal.all_of(SelfCheckDone)


def test_who_comes_back_begins_anew(today: ShellStand) -> None:
    today.qtbot.waitUntil(lambda: _is_asked(today))
    today.click(OPEN)
    today.click("Continue")
    today.click("To Today")
    today.click(OPEN)
    assert today.reads(phrases.introduction()[0])


def test_a_page_that_is_built_later_asks_as_well(today: ShellStand) -> None:
    today.qtbot.waitUntil(lambda: _is_asked(today))
    today.window.show_page("library")
    today.shell.pages._build_anew()
    today.window.show_page("today")
    assert _is_asked(today)
