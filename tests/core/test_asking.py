"""Asked on the next day, once more where it was sore, and never against somebody's wish."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.asking import (
    AGAIN_AFTER,
    FILL_DAYS,
    LATEST,
    NOTICE_DAYS,
    SORE,
    Open,
    next_notice,
    open_questions,
)
from hipcoach.core.plan_log import NextDayAnswers, Reply, Soreness
from hipcoach.core.practice_day import practice_day

HERE = timezone(timedelta(hours=2))
MONDAY = date(2026, 3, 2)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def on(day: date, hour: float) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=HERE) + timedelta(hours=hour)


def said(
    reply: Reply,
    at: datetime,
    *,
    day: date = MONDAY,
    days_after: int = 1,
    soreness: Soreness | None = None,
    number: int = 1,
) -> NextDayAnswers:
    return NextDayAnswers(UUID(int=number), at, day, days_after, reply, soreness=soreness)


def only(rows: Sequence[NextDayAnswers], now: datetime) -> Open:
    (found,) = open_questions([MONDAY], rows, now)
    return found


def test_nothing_is_asked_on_the_day_itself() -> None:
    assert () == open_questions([MONDAY], [], on(MONDAY, 23))
    assert () == open_questions([MONDAY], [], on(TUESDAY, 3.9))


def test_the_page_asks_from_the_next_day_on_and_a_notification_at_nine() -> None:
    early = only([], on(TUESDAY, 4))
    assert Open(MONDAY, 1, quiet=False, notice_at=on(TUESDAY, 9)) == early
    assert not early.due(on(TUESDAY, 8.9))
    assert early.due(on(TUESDAY, 9))


def test_the_time_can_be_chosen() -> None:
    (found,) = open_questions([MONDAY], [], on(TUESDAY, 4), time(18, 30))
    assert on(TUESDAY, 18.5) == found.notice_at
    (night,) = open_questions([MONDAY], [], on(TUESDAY, 4), time(0, 30))
    assert on(WEDNESDAY, 0.5) == night.notice_at


def test_an_answer_ends_it() -> None:
    row = said(Reply.ANSWERED, on(TUESDAY, 9), soreness=Soreness.MILD)
    assert () == open_questions([MONDAY], [row], on(WEDNESDAY, 9))


@pytest.mark.parametrize("soreness", sorted(SORE))
def test_a_sore_day_is_asked_about_once_more(soreness: Soreness) -> None:
    row = said(Reply.ANSWERED, on(TUESDAY, 9), soreness=soreness)
    assert () == open_questions([MONDAY], [row], on(TUESDAY, 23))
    found = only([row], on(WEDNESDAY, 5))
    assert Open(MONDAY, 2, quiet=False, notice_at=on(WEDNESDAY, 9)) == found
    second = said(Reply.ANSWERED, on(WEDNESDAY, 9), days_after=2, soreness=soreness, number=2)
    assert () == open_questions([MONDAY], [row, second], on(WEDNESDAY, 10))


def test_who_takes_the_soreness_back_is_not_asked_again() -> None:
    sore = said(Reply.ANSWERED, on(TUESDAY, 9), soreness=Soreness.SEVERE)
    mild = said(Reply.ANSWERED, on(TUESDAY, 10), soreness=Soreness.MILD, number=2)
    assert () == open_questions([MONDAY], [mild, sore], on(WEDNESDAY, 9))


def test_only_an_answer_makes_a_second_question() -> None:
    row = said(Reply.NOT_YET, on(TUESDAY, 9), soreness=Soreness.SEVERE)
    assert 1 == only([row], on(WEDNESDAY, 9)).days_after


def test_what_was_said_last_counts_whatever_its_id() -> None:
    answer = said(Reply.ANSWERED, on(TUESDAY, 9), number=7)
    taken_back = said(Reply.NOT_TODAY, on(TUESDAY, 10), number=3)
    assert only([answer, taken_back], on(TUESDAY, 11)).quiet


def test_the_day_of_a_row_is_the_one_where_the_person_is() -> None:
    row = said(Reply.NOT_TODAY, on(TUESDAY, 5).astimezone(UTC))
    assert only([row], on(TUESDAY, 12)).quiet
    assert on(WEDNESDAY, 9) == only([row], on(TUESDAY, 12)).notice_at


def test_a_notice_that_would_come_too_late_never_comes() -> None:
    last = MONDAY + timedelta(days=NOTICE_DAYS)
    row = said(Reply.NOT_TODAY, on(last, 9))
    assert only([row], on(last, 10)).notice_at is None
    assert on(last, 9) == only([said(Reply.NOT_TODAY, on(WEDNESDAY, 9))], on(last, 8)).notice_at


def test_not_yet_asks_again_in_three_hours() -> None:
    row = said(Reply.NOT_YET, on(TUESDAY, 9))
    waits = only([row], on(TUESDAY, 11.9))
    assert (True, on(TUESDAY, 12)) == (waits.quiet, waits.notice_at)
    assert not only([row], on(TUESDAY, 12)).quiet


def test_not_yet_before_the_time_of_asking_waits_for_that() -> None:
    assert on(TUESDAY, 9) == only([said(Reply.NOT_YET, on(TUESDAY, 5))], on(TUESDAY, 6)).notice_at


def test_nobody_is_asked_again_at_night() -> None:
    row = said(Reply.NOT_YET, on(TUESDAY, 19.1))
    assert on(WEDNESDAY, 9) == only([row], on(TUESDAY, 23)).notice_at
    assert (
        on(TUESDAY, 22) == only([said(Reply.NOT_YET, on(TUESDAY, 19))], on(TUESDAY, 20)).notice_at
    )


def test_not_today_is_quiet_until_the_next_day() -> None:
    row = said(Reply.NOT_TODAY, on(TUESDAY, 9))
    quiet = only([row], on(WEDNESDAY, 3.9))
    assert (True, on(WEDNESDAY, 9)) == (quiet.quiet, quiet.notice_at)
    assert not only([row], on(WEDNESDAY, 4)).quiet


def test_a_day_stays_to_be_filled_in_for_a_week() -> None:
    last = MONDAY + timedelta(days=FILL_DAYS)
    assert (MONDAY, None) == (only([], on(last, 12)).day, only([], on(last, 12)).notice_at)
    assert () == open_questions([MONDAY], [], on(last + timedelta(days=1), 12))


def test_a_notification_asks_of_the_newest_day_alone() -> None:
    found = open_questions([MONDAY, TUESDAY], [], on(WEDNESDAY, 5))
    assert found == (
        Open(TUESDAY, 1, quiet=False, notice_at=on(WEDNESDAY, 9)),
        Open(MONDAY, 1, quiet=True, notice_at=None),
    )
    assert found[0] is next_notice(found)
    assert next_notice(found[1:]) is None


def test_a_session_of_today_silences_nothing() -> None:
    found = open_questions([MONDAY, TUESDAY], [], on(TUESDAY, 20))
    assert (Open(MONDAY, 1, quiet=False, notice_at=on(TUESDAY, 9)),) == found


def test_an_earlier_day_is_not_asked_about_though_the_newest_is_answered() -> None:
    row = said(Reply.ANSWERED, on(WEDNESDAY, 9), day=TUESDAY)
    found = open_questions([MONDAY, TUESDAY], [row], on(WEDNESDAY, 10))
    assert (Open(MONDAY, 1, quiet=True, notice_at=None),) == found


DAYS = st.sets(st.integers(-9, 0).map(lambda past: WEDNESDAY + timedelta(days=past)), max_size=6)
MOMENTS = st.integers(-9 * 96, 0).map(lambda step: on(WEDNESDAY, 23) + step * timedelta(minutes=15))
ROWS = st.lists(
    st.builds(
        lambda reply, at, past, days_after, soreness, number: said(
            reply,
            at,
            day=WEDNESDAY - timedelta(days=past),
            days_after=days_after,
            soreness=soreness,
            number=number,
        ),
        st.sampled_from(Reply),
        MOMENTS,
        st.integers(0, 9),
        st.sampled_from([1, 2]),
        st.none() | st.sampled_from(Soreness),
        st.integers(1, 2**60),
    ),
    max_size=8,
    unique_by=lambda row: row.id,
)
TIMES = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))


@given(DAYS, ROWS, MOMENTS, TIMES)
def test_the_rules_of_asking(
    days: set[date], rows: list[NextDayAnswers], now: datetime, at: time
) -> None:
    rows = [row for row in rows if row.at <= now]
    found = open_questions(days, rows, now, at)
    assert [one.day for one in found] == sorted({one.day for one in found}, reverse=True)
    for one in found:
        mine = [row for row in rows if (row.day, row.days_after) == (one.day, one.days_after)]
        newest = max(mine, key=lambda row: (row.at, row.id), default=None)
        past = (practice_day(now) - one.day).days
        assert one.day in days
        assert one.days_after <= past <= FILL_DAYS
        assert newest is None or newest.reply is not Reply.ANSWERED
        if one.day < max(day for day in days if day < practice_day(now)):
            assert (True, None) == (one.quiet, one.notice_at)
        else:
            assert one.quiet is (newest is not None and _holds(newest, now))
        if one.notice_at is not None:
            noticed = practice_day(one.notice_at)
            assert one.days_after <= (noticed - one.day).days <= NOTICE_DAYS
            assert newest is None or one.notice_at > newest.at
            night = _at_night(one.notice_at)
            assert not night or one.notice_at.time() == at
        if one.days_after == 2:
            assert [
                row for row in rows
                if (row.day, row.days_after) == (one.day, 1) and row.soreness in SORE
            ]  # fmt: skip


def _holds(row: NextDayAnswers, now: datetime) -> bool:
    """Whether what was wished for in it holds still."""
    if row.reply is Reply.NOT_YET:
        return now - row.at < AGAIN_AFTER
    return practice_day(row.at) == practice_day(now)


def _at_night(at: datetime) -> bool:
    """Whether nobody wants to be asked again so late."""
    return not time(4) <= at.time() <= LATEST


@given(DAYS, ROWS, MOMENTS, TIMES)
def test_a_day_with_a_session_and_no_row_is_always_open(
    days: set[date], rows: list[NextDayAnswers], now: datetime, at: time
) -> None:
    silent = days - {row.day for row in rows}
    asked = {one.day for one in open_questions(days, rows, now, at) if one.days_after == 1}
    today = practice_day(now)
    assert {day for day in silent if 1 <= (today - day).days <= FILL_DAYS} <= asked


@given(DAYS, ROWS, MOMENTS, TIMES)
def test_neither_order_nor_zone_of_the_rows_matters(
    days: set[date], rows: list[NextDayAnswers], now: datetime, at: time
) -> None:
    away = [
        NextDayAnswers(
            row.id, row.at.astimezone(UTC), row.day, row.days_after, row.reply,
            soreness=row.soreness,
        )
        for row in reversed(rows)
    ]  # fmt: skip
    assert open_questions(days, rows, now, at) == open_questions([*days], away, now, at)
