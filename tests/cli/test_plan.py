"""The plan on the command line: months are lived through with the real commands."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, Told

START = date(2025, 3, 3)
GOOD = ("--pain", "0", "--soreness", "none", "--no-sketchy")
FINE = ("--effort", "4", "--pain-during", "1", "--no-pinch")
Live = Callable[..., Told]


@pytest.fixture
def live(run: Run, tmp_path: Path) -> Live:
    """Give a command about a day, counted from the first one."""

    def given(day: int, *arguments: str) -> Told:
        on = (START + timedelta(days=day)).isoformat()
        command, *others = arguments
        return run("--data-dir", tmp_path, command, *others, "--on", on)

    return given


def practised(live: Live, day: int, *felt: str, after: tuple[str, ...] = GOOD) -> None:
    """A session, and how it felt on the next day."""
    assert 0 == live(day, "check-in", "--practised", "gentle-start", *(felt or FINE)).status
    assert 0 == live(day + 1, "check-in", *after).status


def plan(live: Live, day: int) -> dict[str, Any]:
    told = live(day, "plan", "--json")
    assert (0, "") == (told.status, told.err)
    found: dict[str, Any] = json.loads(told.out)
    return found


def target(found: dict[str, Any]) -> tuple[str, int, int]:
    return found["action"], found["weekly_target_min"], found["weekly_target_max"]


def test_who_has_practised_nothing_begins_today_with_twice_a_week(live: Live) -> None:
    found = plan(live, 0)

    assert ("start", 2, 2) == target(found)
    assert START.isoformat() == found["next_session_not_before"]
    assert "first-time" == found["reasons"][0]["code"]
    assert "Nothing has been practised yet." == found["reasons"][0]["sentence"]


def test_two_sessions_that_felt_fine_lead_to_more_after_a_week(live: Live) -> None:
    practised(live, 0)
    practised(live, 3)

    assert ("hold", 2, 2) == target(plan(live, 6))
    assert ("advance", 3, 4) == target(plan(live, 7))


def test_pain_on_the_next_day_leads_to_less_and_to_two_days_off(live: Live) -> None:
    practised(live, 0, after=("--pain", "5", "--soreness", "moderate", "--no-sketchy"))

    found = plan(live, 1)
    assert ("back_off", 1, 2) == target(found)
    assert (START + timedelta(days=3)).isoformat() == found["next_session_not_before"]


def test_a_day_that_was_missed_can_be_filled_in_later(live: Live) -> None:
    practised(live, 0)
    live(3, "check-in", "--practised", "gentle-start", *FINE)
    assert ("hold", 2, 2) == target(plan(live, 7))

    about = (START + timedelta(days=3)).isoformat()
    assert 0 == live(7, "check-in", "--about", about, *GOOD).status
    assert ("advance", 3, 4) == target(plan(live, 7))


def test_not_today_is_an_answer_that_says_nothing(live: Live) -> None:
    live(0, "check-in", "--practised", "gentle-start", *FINE)
    assert 0 == live(1, "check-in", "--not-today").status

    found = plan(live, 1)
    assert "unknown-day" == found["reasons"][0]["code"]
    assert 0 == live(2, "check-in", *GOOD).status


def test_a_red_flag_stops_everything_until_a_clearance(live: Live) -> None:
    practised(live, 0)
    told = live(2, "check-in", "--red-flag", "fever", "--json")
    assert ("stop_refer", 0, 0) == target(json.loads(told.out))
    assert json.loads(told.out)["next_session_not_before"] is None
    assert ("stop_refer", 0, 0) == target(plan(live, 200))

    told = live(3, "check-in", "--practised", "gentle-start")
    assert "record it with `hipcoach clearance`" in told.sentence

    told = live(201, "clearance", "--by", "Dr. Weber", "--words", "You may go on.", "--json")
    assert ("start", 2, 2) == target(json.loads(told.out))


def test_a_red_flag_counts_even_where_nothing_waits_for_the_other_answers(live: Live) -> None:
    told = live(0, "check-in", "--pain", "3", "--red-flag", "fever")
    assert "No session of the last days waits" in told.sentence
    assert ("stop_refer", 0, 0) == target(plan(live, 0))


def test_a_clearance_says_by_whom_and_in_which_words(live: Live) -> None:
    told = live(0, "clearance", "--by", "Dr. Weber")
    assert (2, True) == (told.status, "--words" in told.sentence)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check-in", *GOOD), "No session of the last days waits"),
        (("check-in", "--about", "2025-02-01", *GOOD), "Nothing was practised on 2025-02-01."),
        (("check-in", "--pain", "11"), "a whole number from 0 to 10"),
        (("check-in", "--soreness", "awful"), "awful is not known."),
        (("plan", "--from", "nonesuch.json"), "There is no file nonesuch.json"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence(
    live: Live, arguments: tuple[str, ...], words: str
) -> None:
    told = live(0, *arguments)
    assert (2, True) == (told.status, words in told.sentence)


def test_nobody_answers_for_a_session_of_the_same_day(live: Live) -> None:
    live(0, "check-in", "--practised", "gentle-start", *FINE)
    told = live(0, "check-in", "--about", START.isoformat(), *GOOD)
    assert "shows from the next day on" in told.sentence


def test_no_day_to_come_is_answered(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path, "check-in", "--pain", "1", "--on", "2999-01-01")
    assert "2999-01-01 is still to come." in told.sentence


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "9000-01-02", "9999-12-31"])
def test_a_day_that_nobody_lives_on_is_none(run: Run, tmp_path: Path, day: str) -> None:
    told = run("--data-dir", tmp_path, "plan", "--on", day)
    assert (2, True) == (told.status, "a day looks like 2026-03-04" in told.sentence)


@pytest.mark.parametrize("day", ["1900-01-01", "9000-01-01"])
def test_any_other_day_has_a_plan(run: Run, tmp_path: Path, day: str) -> None:
    assert 0 == run("--data-dir", tmp_path, "plan", "--on", day).status


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """Somebody at a terminal, who types ahead."""
    theirs, ours = os.openpty()
    with os.fdopen(ours) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)

        def typed(keys: bytes) -> None:
            os.write(theirs, keys)

        yield typed
    os.close(theirs)


def test_the_questions_are_asked_in_the_terminal_until_they_are_understood(
    live: Live, types: Callable[[bytes], None]
) -> None:
    live(0, "check-in", "--practised", "gentle-start", *FINE)
    types(b"eleven\n11\n5\n2\nn\n")
    told = live(1, "check-in", "--json")
    assert "back_off" in told.out
    assert 3 == told.out.count("Pain today")


def test_who_skips_every_question_has_not_answered(
    live: Live, types: Callable[[bytes], None]
) -> None:
    live(0, "check-in", "--practised", "gentle-start", *FINE)
    types(b"\n\n\n")
    assert 2 == live(1, "check-in").status
    assert 0 == live(1, "check-in", *GOOD).status


@pytest.mark.parametrize("command", ["check-in", "clearance"])
def test_who_ends_the_input_ends_the_command(
    live: Live, types: Callable[[bytes], None], command: str
) -> None:
    live(0, "check-in", "--practised", "gentle-start", *FINE)
    types(b"\x04")
    assert 130 == live(1, command).status


def test_without_an_answer_and_without_a_terminal_it_says_how_to_give_one(live: Live) -> None:
    live(0, "check-in", "--practised", "gentle-start", *FINE)
    assert "hipcoach check-in --pain 1" in live(1, "check-in").sentence


def test_the_rules_can_be_tried_on_a_file_and_no_journal_is_made(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    case.write_text('{"history": [{"date": "2026-01-05", "sketchy": true}]}', "utf-8")
    told = run(
        "--data-dir", tmp_path / "nobody", "plan", "--from", case, "--on", "2026-01-06", "--json"
    )

    assert ("back_off", 1, 2) == target(json.loads(told.out))
    assert not (tmp_path / "nobody").exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("[]", "no list “history”"),
        ('{"history": [{"date": "2026-01-05"}, {"date": "May"}]}', "Row 2, date: May is no date"),
        ('{"history": [{"date": "2026-01-05", "effort": 12}]}', "Row 1, effort: 12"),
    ],
)
def test_a_file_that_is_wrong_names_the_row_and_the_field(
    run: Run, tmp_path: Path, text: str, words: str
) -> None:
    case = tmp_path / "case.json"
    case.write_text(text, "utf-8")
    assert words in run("plan", "--from", case).sentence


def test_the_codes_of_the_red_flags_are_listed(run: Run) -> None:
    assert "fever " in run("check-in", "--red-flags").out
