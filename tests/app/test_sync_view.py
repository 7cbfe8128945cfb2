"""What a card says of another computer's journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from hipcoach.app.phrases.sync import every_choices, found_words
from hipcoach.app.sync_view import sync_snapshot
from hipcoach.core.sync_choices import SyncChoices, SyncEvery
from hipcoach.core.sync_timing import SyncTry

NOW = datetime(2026, 3, 2, 18, tzinfo=timezone(timedelta(hours=1)))
CHOICES = SyncChoices("/sync", SyncEvery.FOUR_HOURS)
DAY = timedelta(days=1)


def test_without_a_place_it_says_so_and_nothing_else() -> None:
    shown = sync_snapshot(SyncChoices(), None, NOW)
    assert (False, "", "Your journal is on this computer alone.", "") == (
        shown.on,
        shown.place,
        shown.line,
        shown.more,
    )


@pytest.mark.parametrize(
    ("ago", "line"),
    [
        (timedelta(hours=1), "Joined today at 17:00."),
        (DAY, "Joined yesterday at 18:00."),
        (3 * DAY, "Joined on Friday 27 February at 18:00."),
    ],
)
def test_when_it_was_is_told_by_the_clock_here(ago: timedelta, line: str) -> None:
    last = SyncTry("/sync", (NOW - ago).astimezone(UTC))
    assert line == sync_snapshot(CHOICES, last, NOW).line


@pytest.mark.parametrize(
    ("last", "more"),
    [
        (None, "The next time is soon."),
        (SyncTry("/sync", NOW), "The next time is at 22:00."),
        (SyncTry("/sync", NOW + timedelta(hours=-5)), "The next time is soon."),
        (
            SyncTry("/sync", NOW, added={"sessions": 1, "segments": 40, "next_day_answers": 2}),
            "New here: 1 session, 2 check-ins. The next time is at 22:00.",
        ),
        (
            SyncTry("/sync", NOW, added={"plans": 2}, left=("a.json",)),
            (
                "New here: 2 entries. 1 file of another computer is not all there yet; it is read "
                "the next time. The next time is at 22:00."
            ),
        ),
        (
            SyncTry("/sync", NOW, deleted={"sessions": 1, "segments": 9}),
            "Deleted here, as it was there: 1 session. The next time is at 22:00.",
        ),
        (
            SyncTry("/sync", NOW, failures=1, trouble="sync-gone", joined=NOW - DAY),
            "Last joined yesterday at 18:00. It is tried again at 18:05.",
        ),
        (SyncTry("/sync", NOW, failures=1, trouble="sync-gone"), "It is tried again at 18:05."),
    ],
)
def test_what_came_and_what_comes_next(last: SyncTry | None, more: str) -> None:
    assert more == sync_snapshot(CHOICES, last, NOW).more


def test_tomorrow_is_named() -> None:
    late = NOW.replace(hour=23)
    daily = SyncChoices("/sync", SyncEvery.DAY)
    assert (
        "The next time is tomorrow at 23:00."
        == sync_snapshot(daily, SyncTry("/sync", late), late).more
    )


def test_a_wish_comes_sooner() -> None:
    last, late = SyncTry("/sync", NOW), NOW.replace(second=50)
    assert "The next time is at 18:01." == sync_snapshot(CHOICES, last, late, wished=late).more


def test_by_hand_nothing_comes_next() -> None:
    by_hand = SyncChoices("/sync", SyncEvery.BY_HAND)
    assert "" == sync_snapshot(by_hand, SyncTry("/sync", NOW), NOW).more


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("sync-gone", "The folder isn't there just now; your journal here goes on as ever."),
        (
            "unreachable",
            (
                "The server doesn't answer or doesn't let HipCoach in just now; your journal here "
                "goes on as ever."
            ),
        ),
        ("something-new", "As it was said."),
    ],
)
def test_trouble_is_said_in_a_sentence(code: str, line: str) -> None:
    last = SyncTry("/sync", NOW, failures=1, trouble=code, said="As it was said.")
    shown = sync_snapshot(CHOICES, last, NOW)
    assert (line, True) == (shown.line, shown.trouble)


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("postgresql+psycopg://me@server/x", "Install it."),
        (
            "http://server",
            (
                "This is no address of a database; one looks like "
                "postgresql+psycopg://me@server/hipcoach."
            ),
        ),
    ],
)
def test_a_driver_is_missed_where_there_is_one(where: str, line: str) -> None:
    last = SyncTry(where, NOW, failures=1, trouble="no-driver", said="Install it.")
    assert line == sync_snapshot(replace(CHOICES, where=where), last, NOW).line


def test_while_it_goes_on_that_is_said_alone() -> None:
    last = SyncTry("/sync", NOW, failures=1, trouble="sync-gone")
    shown = sync_snapshot(CHOICES, last, NOW, joining=True)
    assert ("Joining…", "", False) == (shown.line, shown.more, shown.trouble)


def test_nobody_sees_a_password() -> None:
    choices = SyncChoices("postgresql://me:sesame@server/x?password=sesame")
    assert "postgresql://me:***@server/x" == sync_snapshot(choices, None, NOW).place
    assert "sesame" not in found_words(choices, None, NOW)


def test_every_rhythm_has_a_name() -> None:
    assert list(SyncEvery) == [code for code, _words in every_choices()]
    assert 4 == len({words for _code, words in every_choices()})


def test_the_doctor_is_told_in_a_line() -> None:
    last = SyncTry("/sync", NOW, failures=1, trouble="sync-gone")
    assert "Two computers: this journal is joined with none." == found_words(
        SyncChoices(), None, NOW
    )
    assert "Two computers: /sync · Every 4 hours · Not joined yet." == found_words(
        CHOICES, None, NOW
    )
    assert (
        "Two computers: /sync · Every 4 hours · The folder isn't there just now; your journal here "
        "goes on as ever." == found_words(CHOICES, last, NOW)
    )
