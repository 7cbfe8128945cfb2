"""When journals are joined by themselves: sooner after a failure, and whatever clocks do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.sync_choices import SyncEvery
from hipcoach.core.sync_timing import (
    FIRST_AGAIN,
    PAUSES,
    SOON,
    SyncTry,
    due_in,
    pause_after,
    read_try,
    try_text,
)

NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)
HOUR, MINUTE, AT_ONCE = timedelta(hours=1), timedelta(minutes=1), timedelta()
WELL = SyncTry("/sync", NOW)
texts = st.text(st.characters(codec="utf-8"))
moments = st.builds(lambda seconds: NOW + timedelta(seconds=seconds), st.integers(-(10**9), 10**9))
tries = st.builds(
    SyncTry,
    where=texts,
    at=moments,
    failures=st.integers(0, 10**6),
    joined=st.none() | moments,
    added=st.dictionaries(texts, st.integers(0, 2**40)),
    deleted=st.dictionaries(texts, st.integers(0, 2**40)),
    left=st.lists(texts).map(tuple),
    trouble=texts,
    said=texts,
)
by_timer = st.sampled_from(list(PAUSES))


@given(every=by_timer, ago_s=st.integers(0, 10**6))
def test_after_one_that_went_well_the_next_comes_when_its_pause_is_over(
    every: SyncEvery, ago_s: int
) -> None:
    ago = timedelta(seconds=ago_s)
    left = due_in(every, replace(WELL, at=NOW - ago), NOW)
    assert max(PAUSES[every] - ago, AT_ONCE) == left


@given(every=by_timer)
def test_the_first_one_is_due_at_once(every: SyncEvery) -> None:
    assert AT_ONCE == due_in(every, None, NOW)


@given(last=st.none() | tries, wished=st.none() | moments, now=moments)
def test_by_hand_nothing_comes_by_itself(
    last: SyncTry | None, wished: datetime | None, now: datetime
) -> None:
    assert due_in(SyncEvery.BY_HAND, last, now, wished=wished) is None


@given(every=by_timer, last=st.none() | tries, wished=st.none() | moments, now=moments)
def test_nothing_is_due_while_somebody_practises(
    every: SyncEvery, last: SyncTry | None, wished: datetime | None, now: datetime
) -> None:
    assert due_in(every, last, now, wished=wished, practising=True) is None


@given(every=by_timer)
def test_after_failures_it_comes_sooner_with_pauses_that_grow(every: SyncEvery) -> None:
    pauses = [pause_after(every, failures) for failures in range(1, 100)]
    assert FIRST_AGAIN == pauses[0]
    assert all(one <= other <= PAUSES[every] for one, other in pairwise(pauses))
    assert 2 * pauses[0] == pauses[1]
    assert PAUSES[every] == pauses[-1]
    assert pauses[-1] == pause_after(every, 10**6)


@given(every=by_timer, last=st.none() | tries, wished=st.none() | moments, now=moments)
def test_no_clock_ever_stalls_it(
    every: SyncEvery, last: SyncTry | None, wished: datetime | None, now: datetime
) -> None:
    left = due_in(every, last, now, wished=wished)
    assert left is not None
    assert AT_ONCE <= left <= PAUSES[every]
    assert AT_ONCE == due_in(every, last, now + left, wished=wished) or (
        last is not None and last.at > now
    )


@pytest.mark.parametrize("back", [timedelta(seconds=1), HOUR, timedelta(days=4000)])
def test_a_clock_that_was_set_back_makes_it_time(back: timedelta) -> None:
    assert AT_ONCE == due_in(SyncEvery.DAY, WELL, NOW - back)
    assert AT_ONCE == due_in(
        SyncEvery.DAY, replace(WELL, at=NOW - 2 * back), NOW - back, wished=NOW
    )


def test_a_wish_brings_it_soon_and_never_later() -> None:
    assert SOON == due_in(SyncEvery.DAY, WELL, NOW, wished=NOW)
    assert SOON / 2 == due_in(SyncEvery.DAY, WELL, NOW + SOON / 2, wished=NOW)
    almost = replace(WELL, at=NOW - HOUR + timedelta(seconds=3))
    assert timedelta(seconds=3) == due_in(SyncEvery.HOUR, almost, NOW, wished=NOW)
    assert SOON == due_in(SyncEvery.HOUR, None, NOW, wished=NOW)


def test_a_wish_is_heeded_after_failures_too() -> None:
    failed = replace(WELL, failures=9)
    assert SOON == due_in(SyncEvery.DAY, failed, NOW + 7 * MINUTE, wished=NOW + 7 * MINUTE)


@given(last=tries)
def test_what_became_of_it_is_known_again(last: SyncTry) -> None:
    assert last == read_try(try_text(last), last.where)


def test_another_place_has_had_no_try() -> None:
    assert read_try(try_text(WELL), "/elsewhere") is None


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{",
        "[]",
        "7",
        "[" * 100_000,
        try_text(WELL).replace("+00:00", ""),
        try_text(WELL).replace('"failures": 0', '"failures": "many"'),
        try_text(WELL).replace('"added": {}', '"added": []'),
        try_text(WELL).replace('"joined": null,', ""),
    ],
)
def test_what_is_no_use_is_as_if_there_were_nothing(text: str | None) -> None:
    assert read_try(text, "/sync") is None
