"""The sentence that says when reminders would come, and what a break can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from hipcoach.app.break_view import preview_of, routines_of
from hipcoach.app.phrases.break_settings import (
    amount_words,
    autostart_words,
    choices_of,
    duration_words,
    hours_error_words,
    length_name,
)
from hipcoach.core.autostart import AutostartState
from hipcoach.core.break_choices import BACKGROUNDS, WINDOWS
from hipcoach.core.breaks import BreakSettings
from hipcoach.core.breaks.settings import LENGTHS
from hipcoach.core.hours import Hours, HoursError, HoursFault, read_dates
from hipcoach.core.week_edit import read_day
from hipcoach.library.source import OwnContent

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 2, 8, 30, tzinfo=BERLIN)
SHORT = BreakSettings(hours=Hours(week=(read_day("09:00-12:00"),) * 7))


def test_a_short_day_is_told_time_by_time() -> None:
    assert "Today you would be reminded at 10:00, 11:00." == preview_of(SHORT, MONDAY)


def test_a_long_day_is_told_by_its_ends() -> None:
    told = preview_of(BreakSettings(), MONDAY)
    assert "Today you would be reminded at 10:00, 11:00, 12:00, 13:00, 14:00, …, 17:00." == told


def test_after_hours_it_is_the_next_day_with_reminders() -> None:
    evening = MONDAY.replace(hour=11, minute=30)
    assert "On Tuesday you would be reminded at 10:00, 11:00." == preview_of(SHORT, evening)
    off = replace(SHORT, hours=replace(SHORT.hours, days_off=read_dates(["2026-03-03"])))
    assert "On Wednesday you would be reminded at 10:00, 11:00." == preview_of(off, evening)


def test_hours_that_are_too_short_for_a_break_say_so() -> None:
    never = BreakSettings(hours=Hours(week=(read_day("09:00-09:30"),) * 7))
    assert "You would not be reminded at all" in preview_of(never, MONDAY)


def test_a_break_can_be_any_routine_the_shortest_first() -> None:
    routines = routines_of(OwnContent().everything())
    assert "desk-reset" in dict(routines)
    assert "90 s" in routines[0][1] or "95 s" in routines[0][1]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(20, "20 s"), (90, "90 s"), (1500, "25 min"), (3600, "1 h"), (5400, "1 h 30 min")],
)
def test_a_duration_is_told_in_short(seconds: float, words: str) -> None:
    assert words == duration_words(seconds)


@pytest.mark.parametrize(
    ("name", "amount", "words"),
    [
        ("snooze_limit", 0, "no limit"),
        ("snooze_limit", 1, "once"),
        ("snooze_limit", 3, "3 times"),
        ("notice_s", 0, "never"),
        ("settle_s", 0, "at once"),
        ("again_s", 0, "at once"),
        ("interval_s", 3600, "1 h"),
    ],
)
def test_an_amount_says_what_nothing_means(name: str, amount: float, words: str) -> None:
    assert words == amount_words(name, amount)


def test_everything_that_can_be_chosen_has_its_words() -> None:
    assert all(length_name(name)[0] for name in LENGTHS)
    assert list(WINDOWS) == [code for code, _words in choices_of("window")]
    assert list(BACKGROUNDS) == [code for code, _words in choices_of("background")]
    assert len(AutostartState) == len({autostart_words(state) for state in AutostartState})


def test_every_fault_of_hours_has_its_sentence() -> None:
    told = [hours_error_words(HoursError(fault, {"text": "x"})) for fault in HoursFault]
    assert all(words.endswith(".") for words in told)
    assert "“x” is no date; write it as 2026-12-25." in told
