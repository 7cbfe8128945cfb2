"""The story of a day, and the corrections that it takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from hipcoach.app.day_snapshots import DayStory, NoteStory
from hipcoach.core.plan_log import Reply
from hipcoach.ui.break_strip import BreakStrip
from hipcoach.ui.day_story import DayStoryPage
from hipcoach.ui.history_colours import history_colours
from hipcoach.ui.next_day_card import NextDayCard
from hipcoach.ui.tokens import THEMES, Tokens
from tests.ui.history_stand import FULL, SESSION, STORY
from tests.ui.page_stand import button, click, nameless, press, settle, show, told

DAY = timedelta(days=1)
NEXT = replace(STORY, day=FULL + DAY, title="Wednesday")


@pytest.fixture
def page(qtbot: QtBot) -> DayStoryPage:
    made = DayStoryPage()
    show(qtbot, made, 900, 800)
    made.show_story(STORY)
    settle()
    return made


def words(page: DayStoryPage) -> list[str]:
    """All that can be read."""
    settle()
    return [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]


def struck(page: DayStoryPage) -> set[str]:
    """What is struck through."""
    return {
        one.text() for one in page.findChildren(QLabel)
        if one.isVisibleTo(page) and one.font().strikeOut() and one.text()
    }  # fmt: skip


def field(page: DayStoryPage) -> QPlainTextEdit:
    found = page.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def test_everything_that_is_known_can_be_read(page: DayStoryPage) -> None:
    read = " | ".join(words(page))

    for part in (
        "Tuesday 10 March 2026", "18:05 · Gentle start", "5 minutes held, finished.",
        "Knee to chest", "Left", "2 × 30 s", "Thigh upright", "40 s, left early",
        "A pinch: Knee to chest, left", "It was too much", "Later: pain 2.",
        "A session was on plan", "Up one step at a time.", "Warning sign: a hot calf",
        "2 breaks were due, 1 was taken.", "09:01 taken · 11:00 skipped",
    ):  # fmt: skip
        assert part in read
    assert [] == nameless(page)


def test_what_was_said_before_is_struck_through_and_said_to_be_replaced(
    page: DayStoryPage,
) -> None:
    assert {"Then: pain 5. (answered anew later)"} == struck(page)


def test_the_breaks_on_their_line_are_told_in_words(page: DayStoryPage) -> None:
    strip = page.findChild(BreakStrip)

    assert isinstance(strip, BreakStrip)
    assert "09:00 due, 09:01 taken, 11:00 skipped" == strip.accessibleDescription()


def test_a_day_without_breaks_has_no_line(page: DayStoryPage) -> None:
    page.show_story(replace(STORY, breaks=(), breaks_words="No breaks on this day."))
    settle()

    assert all(not strip.isVisibleTo(page) for strip in page.findChildren(BreakStrip))


def test_a_forgotten_answer_can_be_given(page: DayStoryPage) -> None:
    said = told(page.told)
    assert "How did your hips feel on the day after?" not in words(page)

    click(button(page, "Answer anew"))
    assert "How did your hips feel on the day after?" in words(page)
    card = page.findChild(NextDayCard)
    assert isinstance(card, NextDayCard)
    click(button(card, "Not yet"))

    assert [(FULL, 1, Reply.NOT_YET)] == [(one.day, one.days_after, one.reply) for one in said]


def test_another_day_puts_the_question_away(page: DayStoryPage) -> None:
    click(button(page, "Answer anew"))

    page.show_story(NEXT)

    assert "How did your hips feel on the day after?" not in words(page)


def test_a_session_can_be_left_out_and_counted_again(page: DayStoryPage) -> None:
    wanted: list[tuple[object, bool]] = []
    page.withdrawalWanted.connect(lambda session, out: wanted.append((session, out)))

    click(button(page, "This was not me"))
    (session,) = STORY.sessions
    page.show_story(replace(STORY, sessions=(replace(session, withdrawn=True),)))
    settle()

    assert {"18:05 · Gentle start", "2 × 30 s", "5 minutes held, finished."} <= struck(page)
    assert "Left out of plan and counts: it was not you." in words(page)
    click(button(page, "It was me: count it again"))
    assert [(SESSION, True), (SESSION, False)] == wanted


def test_the_keys_stay_on_what_was_pressed_when_it_is_told_anew(page: DayStoryPage) -> None:
    (session,) = STORY.sessions
    button(page, "This was not me").setFocus()

    page.show_story(replace(STORY, sessions=(replace(session, withdrawn=True),)))
    settle()

    assert button(page, "It was me: count it again").hasFocus()


def test_a_note_is_written_with_its_day(page: DayStoryPage) -> None:
    written: list[tuple[object, str]] = []
    page.notes.written.connect(lambda day, note: written.append((day, note)))
    assert not button(page, "Keep the note").isEnabled()

    field(page).setPlainText("  A long drive.\n")
    click(button(page, "Keep the note"))

    assert [(FULL, "A long drive.")] == written
    assert "" == field(page).toPlainText()
    page.show_story(replace(STORY, notes=(NoteStory("A long drive.", "Written today"),)))
    assert "A long drive." in words(page)


def test_a_note_that_is_too_long_says_so_and_is_kept_once_it_is_shorter(page: DayStoryPage) -> None:
    keep = button(page, "Keep the note")
    field(page).setPlainText("a" * 10_001)

    assert not keep.isEnabled()
    assert "10\u202f001 characters; a note has 10\u202f000 at most." in words(page)

    field(page).setPlainText("a" * 10_000)
    assert keep.isEnabled()
    assert not any("at most" in one for one in words(page))


def test_words_that_were_begun_wait_with_their_day(page: DayStoryPage) -> None:
    field(page).setPlainText("A long")

    page.show_story(NEXT)
    assert "" == field(page).toPlainText()
    field(page).setPlainText("Stiff")

    page.show_story(STORY)
    assert "A long" == field(page).toPlainText()


@pytest.mark.parametrize(("key", "days"), [(Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)])
def test_keys_lead_to_the_days_beside_it(page: DayStoryPage, key: Qt.Key, days: int) -> None:
    wanted = told(page.dayWanted)

    press(page, key)

    assert [FULL + days * DAY] == wanted


def test_after_today_there_is_no_day(page: DayStoryPage) -> None:
    wanted = told(page.dayWanted)
    page.show_story(replace(STORY, later=False))

    press(page, Qt.Key.Key_PageDown)

    assert [] == wanted


def test_the_ways_out(page: DayStoryPage) -> None:
    left, why = told(page.leaveWanted), told(page.whyWanted)

    press(page, Qt.Key.Key_Escape)
    click(button(page, "Why?"))

    assert [None] == left
    assert [FULL] == why


@pytest.mark.parametrize(
    "story",
    [
        replace(STORY, sessions=(), missing="No session on this day.", answers=(), asked=()),
        replace(STORY, plan=(), tolerance=None, felt=""),
    ],
    ids=["no session", "no plan"],
)
def test_what_is_not_known_leaves_no_gap(page: DayStoryPage, story: DayStory) -> None:
    page.show_story(story)

    assert ("No session on this day." in words(page)) is bool(story.missing)
    assert ("The plan of the day" in words(page)) is bool(story.plan)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_it_is_told_in_the_colours_of_every_theme(page: DayStoryPage, tokens: Tokens) -> None:
    page.show_colours(history_colours(tokens))

    assert page.story == STORY
    assert "18:05 · Gentle start" in words(page)
