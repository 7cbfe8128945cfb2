"""The window as a whole: from the first start to the end of a session, and what is in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QMessageBox,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hipcoach.app.phrases.settings import voice_test_words
from hipcoach.core.content import Content
from hipcoach.core.errors import ContentError, UsageError
from hipcoach.core.journal import CloseReason, EventKind, SafetyAnswers
from hipcoach.core.player import State
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent
from hipcoach.ports import SpeechProblem
from hipcoach.ui.exercise_page import ExercisePage
from hipcoach.ui.look import look_of
from hipcoach.ui.option_editors import Editor
from hipcoach.ui.tokens import DARK
from hipcoach.ui.veil import Notice
from tests.app.coach_stand import DAMAGED, FULL
from tests.ui.page_stand import click, settle
from tests.ui.shell_stand import ShellStand

K = Qt.Key


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[ShellStand]:
    made = ShellStand(qtbot)
    yield made
    made.leave()


@pytest.fixture
def today(stand: ShellStand) -> ShellStand:
    """Somebody who has answered the questions, in front of the Today page."""
    stand.answered()
    stand.open()
    stand.shows("today")
    return stand


def question(stand: ShellStand) -> QMessageBox:
    (box,) = [one for one in stand.window.findChildren(QMessageBox) if one.isVisible()]
    return box


def change(stand: ShellStand, key: str, value: Any) -> None:
    """Change an option on the settings page, as its control does."""
    (found,) = [one for one in stand.window.findChildren(Editor) if one.option.key == key]
    control = found.focusProxy()
    if isinstance(control, QComboBox):
        control.setCurrentIndex(control.findData(value))
        control.activated.emit(control.currentIndex())
    else:
        assert isinstance(control, QSlider)
        control.setValue(control.value() + value)


def test_from_the_first_start_to_a_session_that_is_kept(stand: ShellStand) -> None:
    stand.open()
    stand.shows("first-start")
    stand.tick("None of these apply")
    stand.click("Continue")
    assert "set-up" == stand.page
    stand.window.show_page("today")
    assert stand.reads("Nothing done yet.")

    stand.click("Start Desk reset")
    stand.shows("session")
    stand.plays()
    stand.into_hold(1, 10)
    stand.press(K.Key_Escape)
    assert stand.shell.pages.session.asking_to_stop
    assert State.PAUSED is stand.state
    stand.press(K.Key_S)
    stand.shows("check-in")
    assert "How hard was it, from zero to ten?" == stand.speaker.heard[-1]

    stand.press(K.Key_4, K.Key_Return, K.Key_1, K.Key_Return, K.Key_N, K.Key_Return)
    stand.shows("today")
    record = stand.record()
    assert record.closed is not None
    assert CloseReason.STOPPED is record.closed.reason
    assert record.answers is not None
    assert (4, 1, False) == (
        record.answers.effort,
        record.answers.pain_during,
        record.answers.pinch,
    )
    stand.qtbot.waitUntil(lambda: stand.reads("Last time, today: Desk reset"))
    assert not stand.coach.running


def test_a_whole_session_ends_by_itself_and_the_next_can_start(today: ShellStand) -> None:
    today.click("Start Desk reset")
    today.plays()
    today.play(120)
    today.shows("check-in")
    today.press(K.Key_Space, K.Key_Space, K.Key_Space)
    today.shows("today")
    answers = today.record().answers
    assert answers is not None
    assert (None, None, None) == (answers.effort, answers.pain_during, answers.pinch)

    today.click("Start First warm-up")
    today.plays()
    assert 2 == len(today.opened)


def test_who_stops_before_the_first_hold_is_asked_nothing(today: ShellStand) -> None:
    today.click("Start Desk reset")
    today.plays()
    today.play(2)
    today.press(K.Key_Escape, K.Key_Return)
    today.shows("today")
    assert today.record().answers is None
    assert not today.coach.running


def test_no_to_the_question_goes_on_after_a_count(today: ShellStand) -> None:
    today.click("Start Desk reset")
    today.plays()
    today.into_hold(1)
    today.press(K.Key_Escape, K.Key_Escape)
    assert [State.COUNTING_IN] == [today.state]
    today.play(3.1)
    assert [State.PLAYING] == [today.state]
    assert not today.shell.pages.session.asking_to_stop


def test_keys_of_presenters_and_letters_reach_the_session(today: ShellStand) -> None:
    today.click("Start Gentle start")
    today.plays()
    today.into_hold(1)
    today.press(K.Key_P, K.Key_BracketRight, K.Key_PageDown)
    today.written()
    kinds = [event.kind for event in today.record().events]
    assert [EventKind.PINCH, EventKind.LENGTHENED, EventKind.SKIPPED] == kinds


def test_a_red_flag_leads_to_the_referral_and_to_no_session(stand: ShellStand) -> None:
    stand.open("desk-reset", start_now=True)
    stand.shows("first-start")
    stand.tick("Fever")
    stand.click("Continue")
    stand.shows("stop")
    stand.click("Look around without a session")
    stand.shows("today")
    assert stand.reads("no session starts until then")
    assert [] == stand.opened
    stand.written()
    assert [("fever",)] == [row.flags for row in stand.journal.all_of(SafetyAnswers)]


def test_a_routine_that_is_named_starts_at_once_where_that_is_asked_for(
    stand: ShellStand,
) -> None:
    stand.answered()
    stand.open("desk-reset", start_now=True)
    stand.shows("session")
    stand.plays()
    assert "desk-reset" == stand.record().opened.routine


def test_a_routine_that_is_named_waits_for_the_key_where_it_is_not(stand: ShellStand) -> None:
    stand.answered()
    stand.open("desk-reset")
    stand.shows("session")
    stand.qtbot.waitUntil(lambda: bool(stand.opened))
    assert State.READY is stand.state
    stand.press(K.Key_Space)
    stand.plays()


def test_a_session_that_never_began_leaves_nothing_behind(stand: ShellStand) -> None:
    stand.answered()
    stand.open("desk-reset")
    stand.qtbot.waitUntil(lambda: bool(stand.opened))
    stand.press(K.Key_Escape, K.Key_Return)
    stand.shows("today")
    stand.written()
    assert {} == stand.journal.opened
    assert not stand.coach.running


def test_a_routine_that_is_not_there_is_refused_before_the_window_is(stand: ShellStand) -> None:
    with pytest.raises(UsageError):
        stand.shell.open("desk-rset")
    assert not stand.window.isVisible()
    stand.worker.start()


def test_questions_that_are_turned_away_drop_the_session_that_waits(stand: ShellStand) -> None:
    stand.open("desk-reset", start_now=True)
    stand.shows("first-start")
    stand.window.show_page("library")
    stand.window.show_page("first-start")
    stand.tick("None of these apply")
    stand.click("Continue")
    stand.shows("set-up")
    assert [] == stand.opened


def test_a_change_of_theme_is_seen_at_once_and_written(today: ShellStand) -> None:
    today.window.show_page("settings")
    change(today, "look.theme", "dark")
    assert DARK == today.theme.tokens
    assert DARK.window in QApplication.instance().styleSheet()  # type: ignore[union-attr]
    assert "dark" == today.saved[-1].word("look.theme")


def test_a_change_of_the_figure_is_seen_in_every_picture(today: ShellStand) -> None:
    today.window.show_page("settings")
    before = today.shell.pages.book.look
    change(today, "figure.hair", "copper")
    assert "copper" == today.saved[-1].word("figure.hair")
    wanted = look_of(today.saved[-1], today.theme.tokens.name)
    assert (wanted, True) == (today.shell.pages.book.look, before != wanted)


def test_a_change_of_distance_makes_the_session_larger(today: ShellStand) -> None:
    today.window.show_page("session")
    page = today.shell.pages.session
    before = page._distance_m
    today.window.show_page("settings")
    change(today, "session.distance_m", -2)
    assert today.saved[-1].decimal("session.distance_m") == page._distance_m < before


def test_the_next_session_sounds_as_it_was_set(today: ShellStand) -> None:
    today.window.show_page("settings")
    change(today, "voice.rate", 4)
    today.window.show_page("today")
    today.click("Start Desk reset")
    today.plays()
    assert today.saved[-1].whole("voice.rate") == today.speaker.choice.rate == 170


def test_the_voice_is_tested_as_it_is_set_now(today: ShellStand) -> None:
    today.window.show_page("settings")
    change(today, "voice.rate", 2)
    today.click("Test the voice")
    assert voice_test_words() == today.speaker.heard[-1]
    assert 160 == today.speaker.choice.rate
    today.click("No, I heard nothing")
    assert today.reads("hipcoach doctor")


def test_a_voice_that_cannot_be_heard_is_told_beside_the_test(today: ShellStand) -> None:
    today.window.show_page("settings")
    today.speaker.fail(sound=SpeechProblem.NO_SOUND)
    today.click("Test the voice")
    today.qtbot.waitUntil(lambda: today.reads("No sound can be played"))


def test_an_exercise_of_the_library_can_be_tried_alone(today: ShellStand) -> None:
    today.window.show_page("library")
    today.shell.pages.library.show_exercise("leg-swings")
    today.click("Try Leg swings")
    today.shows("session")
    today.plays()
    assert "only-leg-swings" == today.record().opened.routine


def test_a_session_that_broke_off_is_offered_and_goes_on(today: ShellStand, qtbot: QtBot) -> None:
    today.click("Start Desk reset")
    today.plays()
    today.into_hold(2)
    today.written()
    later = ShellStand(qtbot, today.journal)
    later.clock.advance(600)
    later.open()
    later.qtbot.waitUntil(lambda: later.reads("Desk reset broke off today"))
    later.click("Go on")
    later.plays()
    assert 1 == later.session().session.player.segment.chapter
    later.leave()


def test_a_session_that_broke_off_can_be_closed(today: ShellStand, qtbot: QtBot) -> None:
    today.click("Start Desk reset")
    today.plays()
    today.written()
    later = ShellStand(qtbot, today.journal)
    later.clock.advance(600)
    later.open()
    later.qtbot.waitUntil(lambda: later.reads("Desk reset broke off today"))
    later.click("Close it")
    later.qtbot.waitUntil(lambda: not later.reads("broke off"))
    closed = later.record().closed
    assert closed is not None
    assert CloseReason.UNFINISHED is closed.reason
    later.leave()


def test_closing_in_mid_session_asks_and_keeps_what_was_done(today: ShellStand) -> None:
    today.click("Start Desk reset")
    today.plays()
    today.into_hold(2)
    today.window.close()
    assert State.PAUSED is today.state
    heard = len(today.speaker.heard)
    stop = next(one for one in question(today).buttons() if "Stop" in one.text())
    click(stop)

    assert not today.window.isVisible()
    assert not today.awake.held
    record = today.record()
    assert record.closed is not None
    assert CloseReason.STOPPED is record.closed.reason
    assert "work" in {row.phase for row in record.segments}
    assert heard == len(today.speaker.heard)


def test_staying_goes_on_with_the_session(today: ShellStand) -> None:
    today.click("Start Desk reset")
    today.plays()
    today.window.close()
    question(today).reject()
    assert State.COUNTING_IN is today.state
    assert today.window.isVisible()


def test_a_journal_that_cannot_be_read_is_told_and_the_session_followed_all_the_same(
    stand: ShellStand,
) -> None:
    stand.journal.fault = DAMAGED
    stand.open()
    stand.qtbot.waitUntil(lambda: "is damaged and was left as it is" in stand.banner)
    stand.click("Start Desk reset")
    stand.shows("first-start")
    stand.tick("None of these apply")
    stand.click("Continue")
    stand.plays()
    stand.play(5)
    stand.qtbot.waitUntil(lambda: stand.worker.problem is not None)
    notice = stand.window.findChild(Notice)
    assert isinstance(notice, Notice)
    stand.qtbot.waitUntil(lambda: "can't be saved just now" in notice.words)
    stand.play(120)
    stand.shows("check-in")
    stand.press(K.Key_Space, K.Key_Space, K.Key_Space)
    stand.shows("today")
    assert "is damaged and was left as it is" in stand.banner


def test_rows_that_could_not_be_kept_are_told_on_the_page_after(today: ShellStand) -> None:
    today.click("Start Desk reset")
    today.plays()
    today.written()
    today.journal.fault = FULL
    today.play(120)
    today.shows("check-in")
    assert "" == today.banner
    today.press(K.Key_Space, K.Key_Space, K.Key_Space)
    today.shows("today")
    today.qtbot.waitUntil(lambda: "is full; free some room" in today.banner)
    assert not today.worker.close(0.1)


def test_what_is_said_of_the_settings_stays_when_the_journal_is_well(stand: ShellStand) -> None:
    stand.answered()
    stand.window.banner.show_message("1 setting could not be used: Speed is now 150.")
    stand.open()
    stand.look()
    assert "1 setting could not be used: Speed is now 150." == stand.banner


class BrokenContent(OwnContent):
    """Files of which one is broken."""

    def everything(self) -> Content:
        raise ContentError("missing-field", file="routines/x.toml", field="order")


def test_broken_content_keeps_nobody_from_a_sound_routine(qtbot: QtBot) -> None:
    stand = ShellStand(qtbot, content=BrokenContent())
    stand.answered()
    stand.open("desk-reset", start_now=True)
    stand.plays()
    assert not stand.banner
    stand.leave()


def test_broken_content_keeps_the_window_from_opening_and_is_told(qtbot: QtBot) -> None:
    stand = ShellStand(qtbot, content=BrokenContent())
    with pytest.raises(ContentError):
        stand.shell.open()
    assert not stand.window.isVisible()
    stand.worker.start()
    stand.leave()


def test_settings_hold_from_the_first_picture(qtbot: QtBot) -> None:
    settings = Settings().with_value("look.theme", "dark")
    stand = ShellStand(qtbot, settings=settings)
    stand.answered()
    stand.open()
    assert DARK == stand.theme.tokens
    stand.leave()


def test_every_page_is_built_ahead_while_nobody_practises(today: ShellStand) -> None:
    pages = ("today", "session", "check-in", "library", "settings")
    today.qtbot.waitUntil(lambda: all(today.shell.pages.has(code) for code in pages))
    assert "today" == today.page


def test_the_window_remembers_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    stand = ShellStand(qtbot, geometry=kept)
    stand.answered()
    stand.open()
    stand.leave()
    assert kept.allKeys()


def test_an_exercise_that_comes_later_is_offered_at_its_level_once_its_warning_was_read(
    today: ShellStand,
) -> None:
    today.window.show_page("library")
    library = today.shell.pages.library
    library.show_exercise("ball-iliacus")
    page = library.findChildren(ExercisePage)[0]
    assert not button(page, "Offer it to me…").isVisible()

    today.shell.pages.reach(2)
    library.show_exercise("ball-iliacus")
    assert "Try Massage ball, front of the hip" not in offered(page)

    button(page, "Offer it to me…").click()
    button(question(today), "Yes, offer it").click()
    settle()
    assert ("ball-iliacus",) == today.saved[-1].acknowledged
    assert "Try Massage ball, front of the hip" in offered(page)


def button(within: QWidget, words: str) -> QAbstractButton:
    (found,) = [
        one for one in within.findChildren(QAbstractButton) if one.text().replace("&", "") == words
    ]
    return found


def offered(page: ExercisePage) -> list[str]:
    """What the buttons that can be seen are called."""
    return [one.accessibleName() for one in page.findChildren(QAbstractButton) if one.isVisible()]
