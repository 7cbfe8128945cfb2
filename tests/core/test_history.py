"""The days looked back on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.corrections import Note
from hipcoach.core.evidence import counts
from hipcoach.core.history import BreakSeen, HistoryLog, days_of_history, moments_around
from hipcoach.core.plan import Action, Plan
from hipcoach.core.plan_log import (
    Clearance,
    NextDayAnswers,
    PlanDecided,
    PracticeRow,
    Reply,
    Soreness,
)
from hipcoach.core.practice_day import practice_day
from hipcoach.core.tolerance import Tolerance

MONDAY = date(2026, 3, 2)
TUESDAY = date(2026, 3, 3)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def uid(number: int) -> UUID:
    return UUID(int=number)


def practice(at: datetime = NOON, **changes: object) -> PracticeRow:
    row = PracticeRow(
        uid(1), at, "gentle-start", "practice", 480.0, 300.0, True, 4, 1, False, (), ()
    )  # fmt: skip
    return replace(row, **changes)  # type: ignore[arg-type]


def plan(action: Action, day: date = MONDAY, next_day: date | None = MONDAY) -> PlanDecided:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return PlanDecided(uid(day.toordinal()), at, day, Plan(action, 1, 2, 2, next_day))


def test_every_day_of_the_span_is_told() -> None:
    days = days_of_history(HistoryLog(), {}, date(2026, 2, 27), TUESDAY)

    assert [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1), MONDAY, TUESDAY] == [
        day.day for day in days
    ]
    assert all(day.empty for day in days)


def test_what_is_done_after_midnight_is_of_the_day_before() -> None:
    late = datetime(2026, 3, 3, 1, 30, tzinfo=UTC)
    log = HistoryLog(
        practice=(practice(late),), breaks=(BreakSeen(late, "taken"), BreakSeen(late, "due"))
    )

    monday, tuesday = days_of_history(log, {}, MONDAY, TUESDAY)

    assert (300.0, True, 1) == (monday.held_s, monday.felt.practised, monday.count("taken"))
    assert (("due", 1), ("taken", 1)) == monday.breaks
    assert tuesday.empty


def test_an_answer_is_told_of_the_day_that_it_is_about() -> None:
    answers = NextDayAnswers(
        uid(2), NOON + timedelta(days=1), MONDAY, 1, Reply.ANSWERED, 3, Soreness.MILD
    )

    monday, tuesday = days_of_history(HistoryLog(next_day=(answers,)), {}, MONDAY, TUESDAY)

    assert (3, Soreness.MILD) == (monday.felt.pain_next_day, monday.felt.soreness)
    assert tuesday.empty


def test_of_two_plans_of_a_day_the_newer_is_told() -> None:
    first = plan(Action.HOLD)
    second = replace(
        plan(Action.BACK_OFF, next_day=TUESDAY), at=NOON + timedelta(hours=1), id=uid(3)
    )

    (monday,) = days_of_history(HistoryLog(plans=(second, first)), {}, MONDAY, MONDAY)

    assert second.plan == monday.plan


def test_a_rest_day_is_one_on_which_nothing_was_wanted_and_nothing_done() -> None:
    resting = HistoryLog(plans=(plan(Action.HOLD, next_day=TUESDAY),))
    done = replace(resting, practice=(practice(),))
    due = HistoryLog(plans=(plan(Action.HOLD, next_day=MONDAY),))
    stopped = HistoryLog(plans=(plan(Action.STOP_REFER, next_day=None),))

    told = [
        days_of_history(log, {}, MONDAY, MONDAY)[0].rest_on_plan
        for log in (resting, done, due, stopped, HistoryLog())
    ]

    assert [True, False, False, False, False] == told


def test_a_turn_of_the_plan_is_marked_on_its_first_day_alone() -> None:
    actions = (Action.HOLD, Action.BACK_OFF, Action.BACK_OFF, Action.HOLD)
    plans = tuple(plan(action, MONDAY + timedelta(days=n)) for n, action in enumerate(actions))

    days = days_of_history(HistoryLog(plans=plans), {}, MONDAY, MONDAY + timedelta(days=3))

    assert [None, Action.BACK_OFF, None, Action.HOLD] == [day.turned for day in days]


def test_a_turn_is_seen_by_a_plan_from_before_the_span() -> None:
    plans = (plan(Action.HOLD), plan(Action.BACK_OFF, TUESDAY))

    (tuesday,) = days_of_history(HistoryLog(plans=plans), {}, TUESDAY, TUESDAY)

    assert Action.BACK_OFF is tuesday.turned


def test_a_clearance_stands_on_the_day_on_which_it_was_given() -> None:
    cleared = Clearance(uid(5), NOON + timedelta(days=90), MONDAY, "Dr. Weber", "go on")

    monday, tuesday = days_of_history(HistoryLog(clearances=(cleared,)), {}, MONDAY, TUESDAY)

    assert ((cleared,), ()) == (monday.clearances, tuesday.clearances)
    assert cleared.at == monday.felt.cleared_at


def test_tolerance_is_that_of_the_plan() -> None:
    (monday,) = days_of_history(
        HistoryLog(practice=(practice(),)), {MONDAY: Tolerance.AMBER}, MONDAY, MONDAY
    )

    assert Tolerance.AMBER is monday.tolerance


zones = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@given(
    at=st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=zones),  # noqa: DTZ001 - hypothesis adds the zones
    here=zones,
)
def test_what_belongs_to_a_day_is_among_what_is_read_for_it(at: datetime, here: timezone) -> None:
    day = practice_day(at)
    since, until = moments_around(day, day, NOON.astimezone(here))

    assert since <= at < until


@given(day=st.dates())
def test_any_day_can_be_asked_for(day: date) -> None:
    since, until = moments_around(day, day, NOON)

    assert since < until


def test_a_session_that_was_somebody_elses_is_told_apart_and_counts_nothing() -> None:
    other = practice(withdrawn=True, session_id=uid(2), pain_during=9)
    (day,) = days_of_history(HistoryLog(practice=(other,)), {}, MONDAY, MONDAY)

    assert ((), (other,)) == (day.sessions, day.withdrawn)
    assert (0.0, False, False) == (day.held_s, day.felt.practised, day.empty)
    assert [True, False] == [counts(practice()), counts(other)]


def test_a_note_is_of_the_day_that_it_names() -> None:
    note = Note(uid(1), NOON + timedelta(days=30), MONDAY, "A long drive.")
    days = days_of_history(HistoryLog(notes=(note,)), {}, MONDAY, TUESDAY)

    assert [(note,), ()] == [day.notes for day in days]
    assert [False, True] == [day.empty for day in days]
