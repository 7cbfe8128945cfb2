"""A clearance has a day, somebody who gave it, and words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.clearing import Lack, lacks

STOPPED, TODAY = date(2026, 3, 2), date(2026, 3, 9)


@pytest.mark.parametrize("day", [STOPPED, TODAY])
def test_from_the_stop_until_today_it_can_be_given(day: date) -> None:
    assert () == lacks(day, "Dr Weber", "All is well.", today=TODAY, since=STOPPED)


@pytest.mark.parametrize(
    ("day", "by", "words", "lack"),
    [
        (TODAY + timedelta(days=1), "Dr Weber", "All is well.", Lack.IN_FUTURE),
        (STOPPED - timedelta(days=1), "Dr Weber", "All is well.", Lack.BEFORE_STOP),
        (TODAY, "  ", "All is well.", Lack.NOBODY),
        (TODAY, "Dr Weber", "\n", Lack.NO_WORDS),
    ],
)
def test_each_lack_is_told(day: date, by: str, words: str, lack: Lack) -> None:
    assert (lack,) == lacks(day, by, words, today=TODAY, since=STOPPED)


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert tuple(Lack)[2:] == lacks(TODAY, "", "", today=TODAY)
    assert (Lack.IN_FUTURE, Lack.NOBODY, Lack.NO_WORDS) == lacks(
        TODAY + timedelta(days=1), "", "", today=TODAY, since=STOPPED
    )


@given(st.dates(), st.dates(), st.dates())
def test_without_words_it_is_none_whatever_the_day(day: date, today: date, since: date) -> None:
    found = lacks(day, "Dr Weber", "", today=today, since=since)
    assert Lack.NO_WORDS in found
    assert (since <= day <= today) is (found == (Lack.NO_WORDS,))
