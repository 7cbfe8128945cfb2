from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest

from hipcoach.core.evidence import Day, Diary, PlanLog, counts, days_of
from hipcoach.core.journal import EventKind, SafetyAnswers
from hipcoach.core.plan_log import (
    AboutYou,
    Ceiling,
    Clearance,
    NextDayAnswers,
    Reply,
    Soreness,
)
from hipcoach.core.ramp import plan_of
from tests.core.histories import jan, session

EVENING = datetime(2026, 1, 5, 18, tzinfo=timezone(timedelta(hours=1)))


def _day(log: PlanLog) -> Day:
    (day,) = days_of(log)
    return day


def _answers(number: int = 1, *, hours: int = 14, days_after: int = 1, **felt: Any) -> PlanLog:
    at = EVENING + timedelta(hours=hours)
    reply = felt.pop("reply", Reply.ANSWERED)
    return PlanLog(
        next_day=(NextDayAnswers(UUID(int=number), at, jan(5), days_after, reply, **felt),)
    )


def _both(*logs: PlanLog) -> Day:
    return _day(PlanLog(next_day=tuple(row for log in logs for row in log.next_day)))


def test_a_session_makes_its_practice_day() -> None:
    assert Day(
        jan(5),
        practised=True,
        completed=True,
        effort=5,
        pain_during=1,
        pinch=False,
        felt_at=EVENING,
    ) == _day(PlanLog(practice=(session(EVENING),)))


def test_a_day_ends_at_four_in_the_morning_by_the_clock_on_the_wall() -> None:
    late = EVENING.replace(day=6, hour=3, minute=59)

    assert jan(5) == _day(PlanLog(practice=(session(late),))).day
    assert jan(6) == _day(PlanLog(practice=(session(late + timedelta(minutes=1)),))).day


def test_of_several_sessions_the_worst_that_is_known_counts() -> None:
    first = session(EVENING, number=1, effort=8, pain_during=None, completed=False, pinch=False)
    later = EVENING + timedelta(hours=1)
    second = session(later, number=2, effort=3, pain_during=4, pinch=True)
    third = session(later, number=3, effort=None, pain_during=2, pinch=None, completed=False)
    day = _day(PlanLog(practice=(first, second, third)))

    assert (True, 8, 4, True) == (day.completed, day.effort, day.pain_during, day.pinch)
    assert later == day.felt_at


def test_what_no_session_says_is_not_known() -> None:
    silent = session(EVENING, effort=None, pain_during=None, pinch=None, completed=False)
    day = _day(PlanLog(practice=(silent,)))

    assert (False, None, None, None) == (day.completed, day.effort, day.pain_during, day.pinch)


@pytest.mark.parametrize("answer", [None, False, True])
def test_a_pinch_in_the_middle_is_a_pinch_whatever_is_answered(answer: bool | None) -> None:
    row = session(EVENING, pinch=answer, events=((EventKind.PINCH, "plank", 1.0),))

    assert _day(PlanLog(practice=(row,))).pinch is True


def test_what_was_made_easier_is_no_pinch() -> None:
    row = session(EVENING, events=((EventKind.EASIER, "plank", 1.0),))

    assert _day(PlanLog(practice=(row,))).pinch is False


@pytest.mark.parametrize(
    ("changed", "practised"),
    [
        ({}, True),
        ({"purpose": "break"}, False),
        ({"length_s": 149.9}, False),
        ({"length_s": 150.0}, True),
        ({"held_s": 29.9}, False),
        ({"held_s": 30.0}, True),
        ({"purpose": "a-word-of-a-newer-program"}, True),
    ],
)
def test_stretch_breaks_and_false_starts_do_not_count(
    changed: dict[str, Any], practised: bool
) -> None:
    row = session(EVENING, **changed)

    assert practised == counts(row)
    assert practised == _day(PlanLog(practice=(row,))).practised


def test_a_stretch_break_tells_its_pain_apart() -> None:
    short = session(EVENING, purpose="break", pain_during=5, effort=9, pinch=True)
    worse = session(EVENING, number=2, purpose="break", pain_during=6, pinch=None)

    assert Day(jan(5), break_pain=5, break_pinch=True, felt_at=EVENING) == _day(
        PlanLog(practice=(short,))
    )
    both = _day(PlanLog(practice=(short, worse, session(EVENING, number=3))))
    assert (6, True, 1, False) == (both.break_pain, both.break_pinch, both.pain_during, both.pinch)


def test_a_stretch_break_without_pain_tells_nothing() -> None:
    calm = session(EVENING + timedelta(hours=1), number=2, purpose="break", pain_during=0)
    day = _day(PlanLog(practice=(session(EVENING), calm)))

    assert (None, EVENING) == (day.break_pain, day.felt_at)
    sore = replace(calm, pain_during=1)
    assert (1, sore.at) == (
        (told := _day(PlanLog(practice=(session(EVENING), sore)))).break_pain,
        told.felt_at,
    )
    pinch = replace(calm, pinch=True)
    assert _day(PlanLog(practice=(pinch,))).break_pinch


def test_days_that_tell_nothing_are_left_out() -> None:
    silent = session(EVENING, purpose="break", pain_during=None, pinch=None)
    none = SafetyAnswers(UUID(int=1), EVENING, ())
    about = AboutYou(UUID(int=2), EVENING, kneels=False)
    not_yet = _answers(reply=Reply.NOT_YET, pain=5)

    assert () == days_of(
        PlanLog(practice=(silent,), safety=(none,), about=(about,), next_day=not_yet.next_day)
    )


def test_the_next_day_belongs_to_the_day_that_is_asked_about() -> None:
    day = _both(_answers(pain=2, soreness=Soreness.MILD, sketchy=False))

    assert (jan(5), 2, Soreness.MILD, False) == (
        day.day,
        day.pain_next_day,
        day.soreness,
        day.sketchy,
    )


def test_of_two_answers_to_a_question_the_newest_counts() -> None:
    old = _answers(1, pain=5, soreness=Soreness.SEVERE, sketchy=True)
    new = _answers(2, hours=15, pain=2, soreness=Soreness.MILD, sketchy=False)

    for both in ((old, new), (new, old)):
        day = _both(*both)
        assert (2, Soreness.MILD, False) == (day.pain_next_day, day.soreness, day.sketchy)


def test_what_a_second_answer_leaves_out_is_not_taken_back() -> None:
    old = _answers(1, pain=5, soreness=Soreness.SEVERE, sketchy=True)
    day = _both(old, _answers(2, hours=15, pain=2))
    other = _both(old, _answers(2, hours=15, soreness=Soreness.MILD, sketchy=False))

    assert (2, Soreness.SEVERE, True) == (day.pain_next_day, day.soreness, day.sketchy)
    assert (5, Soreness.MILD, False) == (other.pain_next_day, other.soreness, other.sketchy)


@pytest.mark.parametrize("reply", [Reply.NOT_YET, Reply.NOT_TODAY])
def test_not_yet_takes_no_answer_back(reply: Reply) -> None:
    day = _both(_answers(1, pain=5), _answers(2, hours=15, reply=reply, pain=0))

    assert 5 == day.pain_next_day


def test_the_worse_of_two_days_after_counts() -> None:
    first = _answers(1, pain=1, soreness=Soreness.SEVERE, sketchy=False)
    second = _answers(2, hours=40, days_after=2, pain=3, soreness=Soreness.MILD, sketchy=True)
    day = _both(first, second)

    assert (3, Soreness.SEVERE, True) == (day.pain_next_day, day.soreness, day.sketchy)


def test_flags_clearances_ceilings_and_usual_pain_are_of_their_day() -> None:
    later = EVENING + timedelta(hours=1)
    day = _day(
        PlanLog(
            safety=(
                SafetyAnswers(UUID(int=1), EVENING, ("fever", "calf")),
                SafetyAnswers(UUID(int=2), later, ("fever",)),
                SafetyAnswers(UUID(int=3), later + timedelta(hours=1), ()),
            ),
            clearances=(
                Clearance(UUID(int=4), later + timedelta(days=3), jan(5), "Dr. Lee", "fine"),
                Clearance(UUID(int=5), EVENING, jan(5), "Dr. Lee", "fine"),
            ),
            ceilings=(
                Ceiling(UUID(int=6), later, 2),
                Ceiling(UUID(int=7), EVENING, 3),
            ),
            about=(
                AboutYou(UUID(int=8), EVENING, usual_pain=1),
                AboutYou(UUID(int=9), later, usual_pain=2),
                AboutYou(UUID(int=10), later + timedelta(hours=1)),
            ),
        )
    )

    assert (
        Day(
            jan(5),
            flags=("calf", "fever"),
            flagged_at=later,
            cleared_at=later + timedelta(days=3),
            ceiling=2,
            usual_pain=2,
        )
        == day
    )


def test_a_clearance_counts_from_the_day_on_which_it_was_given() -> None:
    flag = SafetyAnswers(UUID(int=1), EVENING, ("fever",))
    given = Clearance(UUID(int=2), EVENING + timedelta(days=5), jan(8), "Dr. Lee", "fine")
    days = days_of(PlanLog(safety=(flag,), clearances=(given,)))

    assert plan_of(days, jan(7)).stopped
    assert not plan_of(days, jan(8)).stopped


def test_a_row_more_touches_its_own_day_alone() -> None:
    rows = tuple(session(EVENING + timedelta(days=n), number=n) for n in range(3))
    diary = Diary().adding(PlanLog(practice=rows))
    more = diary.adding(
        PlanLog(practice=(session(EVENING + timedelta(days=1), number=9, effort=9),))
    )

    assert [5, 5, 5] == [day.effort for day in diary.days]
    assert [5, 9, 5] == [day.effort for day in more.days]
    assert diary.days[0] is more.days[0]
    assert diary.days[2] is more.days[2]


def test_rows_may_come_one_by_one() -> None:
    rows = tuple(session(EVENING + timedelta(days=n % 3), number=n, effort=n) for n in range(6))
    diary = Diary()
    for row in reversed(rows):
        diary = diary.adding(PlanLog(practice=(row,)))

    assert days_of(PlanLog(practice=rows)) == diary.days


def test_a_session_that_is_told_again_replaces_what_was_told() -> None:
    diary = Diary().adding(PlanLog(practice=(session(EVENING, effort=None),)))
    told = diary.adding(PlanLog(practice=(session(EVENING, effort=3),)))

    assert [3] == [day.effort for day in told.days]


def test_a_day_may_come_to_tell_nothing() -> None:
    row = session(EVENING, purpose="break")
    diary = Diary().adding(PlanLog(practice=(row,)))

    silent = replace(row, pain_during=None, pinch=None)
    assert () == diary.adding(PlanLog(practice=(silent,))).days


@pytest.mark.parametrize("hours", [-11, 0, 5, 14])
def test_the_zone_of_a_row_makes_no_difference_on_the_same_local_day(hours: int) -> None:
    wall = datetime(2026, 1, 5, 12, tzinfo=UTC)
    there = wall.replace(tzinfo=timezone(timedelta(hours=hours)))
    here, away = (_day(PlanLog(practice=(session(at),))) for at in (wall, there))

    assert date(2026, 1, 5) == away.day
    assert plan_of([here], jan(6)) == plan_of([away], jan(6))
