"""How rungs move; days are days of January 2026, and `plank` has four rungs unless told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.evidence import Day, PlanLog, days_of
from hipcoach.core.exercise import Exercise
from hipcoach.core.journal import EventKind
from hipcoach.core.plan_log import (
    Clearance,
    NextDayAnswers,
    PracticeRow,
    Reply,
    Soreness,
)
from hipcoach.core.ramp import ramp_of
from hipcoach.core.rungs import Rungs, rungs_of
from tests.core.histories import jan, session
from tests.core.sessions import exercise, rung

PINCH, EASIER = EventKind.PINCH, EventKind.EASIER


def _exercise(name: str = "plank", *, rungs: int = 4, default: int = 1) -> Exercise:
    ladder = tuple(rung(number + 1) for number in range(rungs))
    return replace(exercise(name, rungs=ladder), default_rung=default)


def _row(day: int, *rungs: tuple[str, int], hour: int = 18, **changed: Any) -> PracticeRow:
    at = datetime.combine(jan(day), time(hour), tzinfo=UTC)
    return session(at, number=100 * day + hour, rungs=rungs, **changed)


def _answered(*rows: PracticeRow, pain: int = 0) -> tuple[NextDayAnswers, ...]:
    """Good answers about each day, or with pain."""
    return tuple(
        NextDayAnswers(
            row.session_id,
            row.at + timedelta(hours=14),
            row.at.date(),
            1,
            Reply.ANSWERED,
            pain,
            Soreness.NONE,
            sketchy=False,
        )
        for row in rows
    )


def _days(*rows: PracticeRow, silent: tuple[int, ...] = ()) -> tuple[Day, ...]:
    told = [row for row in rows if row.at.date() not in [jan(day) for day in silent]]
    return days_of(PlanLog(practice=rows, next_day=_answered(*told)))


def _found(
    *rows: PracticeRow,
    today: int,
    exercises: tuple[Exercise, ...] = (),
    silent: tuple[int, ...] = (),
) -> Rungs:
    ramp = ramp_of(_days(*rows, silent=silent))
    return rungs_of(rows, ramp, exercises or (_exercise(),), jan(today))


def _told(found: Rungs) -> list[tuple[str, dict[str, int | str]]]:
    return [(reason.code, dict(reason.numbers)) for reason in found.reasons]


def test_a_newcomer_begins_at_the_default() -> None:
    found = _found(today=5, exercises=(_exercise(default=2),))

    assert ({"plank": 2}, ()) == (found.rungs, found.reasons)


def test_up_after_two_green_days_at_a_rung() -> None:
    first, second = _row(5, ("plank", 2)), _row(8, ("plank", 2))

    assert {"plank": 2} == _found(first, today=7).rungs
    found = _found(first, second, today=11)
    assert {"plank": 3} == found.rungs
    assert [
        ("rung-two-green", {"exercise": "plank", "day": "2026-01-08", "from": 2, "to": 3})
    ] == _told(found)


def test_both_days_have_to_be_at_that_rung() -> None:
    assert {"plank": 2} == _found(_row(5, ("plank", 1)), _row(8, ("plank", 2)), today=10).rungs


@pytest.mark.parametrize(
    "changed", [{"pain_during": 4}, {"effort": 8}, {"completed": False}, {"effort": None}]
)
@pytest.mark.parametrize("bad", [5, 8])
def test_only_green_days_count(bad: int, changed: dict[str, Any]) -> None:
    rows = [_row(day, ("plank", 2), **(changed if day == bad else {})) for day in (5, 8)]

    assert {"plank": 2} == _found(*rows, today=10).rungs


def test_a_day_without_an_answer_does_not_count() -> None:
    rows = [_row(day, ("plank", 2)) for day in (5, 8)]

    assert {"plank": 2} == _found(*rows, today=10, silent=(8,)).rungs


def test_two_sessions_of_one_day_are_one_day() -> None:
    rows = [_row(5, ("plank", 2), hour=hour) for hour in (9, 18)]

    assert {"plank": 2} == _found(*rows, today=10).rungs


def test_the_highest_rung_has_none_above_it() -> None:
    rows = [_row(day, ("plank", 4)) for day in (5, 8)]

    assert {"plank": 4} == _found(*rows, today=10).rungs


def test_never_within_the_week_in_which_the_level_moved() -> None:
    rows = [_row(day, ("plank", 2)) for day in (5, 8)]

    assert {"plank": 3} == _found(*rows, today=11).rungs
    assert {"plank": 2} == _found(*rows, today=12).rungs
    assert {"plank": 2} == _found(*rows, today=18).rungs
    assert {"plank": 3} == _found(*rows, today=19).rungs


def test_one_exercise_at_a_time_the_one_that_waited_longest() -> None:
    rows = [
        _row(5, ("bridge", 1), ("plank", 1)),
        _row(7, ("clam", 1), ("plank", 1)),
        _row(9, ("bridge", 1), ("clam", 1)),
    ]
    three = tuple(_exercise(name) for name in ("clam", "plank", "bridge"))

    assert {"plank": 2, "bridge": 1, "clam": 1} == _found(*rows, today=10, exercises=three).rungs
    others = (three[0], three[2])
    assert {"bridge": 2, "clam": 1} == _found(*rows, today=10, exercises=others).rungs


def test_who_waited_longest_waits_on_while_others_are_practised() -> None:
    rows = [
        _row(2, ("plank", 1)),
        _row(3, ("plank", 1)),
        _row(4, ("bridge", 1), ("plank", 1)),
        _row(5, ("bridge", 1), ("plank", 1)),
    ]
    both = (_exercise("bridge"), _exercise("plank"))

    assert {"plank": 2, "bridge": 1} == _found(*rows, today=6, exercises=both).rungs


def test_down_on_red() -> None:
    found = _found(_row(5, ("plank", 3), pain_during=6), today=8)

    # RED at the first level leaves the gentlest alone.
    assert {"plank": 1} == found.rungs
    assert [("rung-gentlest", {"exercise": "plank", "from": 3, "to": 1})] == _told(found)
    above = [_row(day, ("plank", 3)) for day in (5, 8, 12)]
    found = _found(*above, _row(14, ("plank", 3), pain_during=6), today=17)
    assert {"plank": 2} == found.rungs
    assert [
        ("rung-red-day", {"exercise": "plank", "day": "2026-01-14", "from": 3, "to": 2})
    ] == _told(found)


def test_who_falls_to_the_gentlest_anyway_is_told_of_the_red_day() -> None:
    found = _found(_row(5, ("plank", 2), pain_during=6), today=8)

    assert {"plank": 1} == found.rungs
    assert [
        ("rung-red-day", {"exercise": "plank", "day": "2026-01-05", "from": 2, "to": 1})
    ] == _told(found)


def test_red_takes_only_what_was_done_on_that_day() -> None:
    rows = [_row(day, ("plank", 2)) for day in (5, 8)]
    red = _row(12, ("bridge", 2), pain_during=6)
    both = (_exercise("bridge"), _exercise("plank"))

    assert {"plank": 2, "bridge": 1} == _found(*rows, red, today=15, exercises=both).rungs


def test_gentlest_ends_with_its_level() -> None:
    rows = [_row(5, ("plank", 2), pain_during=6), _row(8, ("plank", 1)), _row(11, ("plank", 1))]

    assert {"plank": 1} == _found(*rows, today=12).rungs
    assert {"plank": 2} == _found(*rows, today=19).rungs


def test_a_newcomer_at_the_gentlest_begins_there() -> None:
    red = _row(5, ("bridge", 1), pain_during=6)
    found = _found(red, today=8, exercises=(_exercise(default=2),))

    assert {"plank": 1} == found.rungs
    assert [("rung-gentlest", {"exercise": "plank", "from": 2, "to": 1})] == _told(found)


@pytest.mark.parametrize("kind", [PINCH, EASIER])
def test_what_was_eased_stays_eased(kind: EventKind) -> None:
    row = _row(5, ("bridge", 3), ("plank", 3), events=((kind, "plank", 1.0),))
    found = _found(row, today=8, exercises=(_exercise(), _exercise("bridge")))

    assert {"plank": 2, "bridge": 3} == found.rungs
    assert [
        ("rung-eased", {"exercise": "plank", "day": "2026-01-05", "from": 3, "to": 2})
    ] == _told(found)


def test_what_was_eased_twice_is_two_rungs_lower() -> None:
    events = ((PINCH, "plank", 1.0), (EASIER, "plank", 1.0))

    assert {"plank": 1} == _found(_row(5, ("plank", 3), events=events), today=8).rungs
    assert {"plank": 1} == _found(_row(5, ("plank", 2), events=events), today=8).rungs


def test_a_pinch_at_the_gentlest_changes_nothing() -> None:
    found = _found(_row(5, ("plank", 1), events=((PINCH, "plank", 0.0),)), today=8)

    assert ({"plank": 1}, ()) == (found.rungs, found.reasons)


def test_a_pinch_told_afterwards_takes_all_that_was_done() -> None:
    found = _found(
        _row(5, ("bridge", 3), ("plank", 2), pinch=True),
        today=8,
        exercises=(_exercise(), _exercise("bridge")),
    )

    assert {"plank": 1, "bridge": 2} == found.rungs
    assert [
        ("rung-pinch", {"exercise": "bridge", "day": "2026-01-05", "from": 3, "to": 2}),
        ("rung-pinch", {"exercise": "plank", "day": "2026-01-05", "from": 2, "to": 1}),
    ] == _told(found)


def test_a_pinch_that_was_noted_is_not_taken_twice() -> None:
    row = _row(5, ("bridge", 3), ("plank", 3), pinch=True, events=((PINCH, "plank", 1.0),))

    assert {"plank": 2, "bridge": 3} == _found(
        row, today=8, exercises=(_exercise(), _exercise("bridge"))
    ).rungs


def test_red_takes_a_rung_from_where_it_was_eased_to() -> None:
    rows = [_row(day, ("plank", 4)) for day in (5, 8, 12)]
    red = _row(14, ("plank", 4), pain_during=6, events=((EASIER, "plank", 1.0),))

    assert {"plank": 2} == _found(*rows, red, today=17).rungs


def test_a_session_in_which_it_was_too_hard_does_not_count() -> None:
    too_hard = _row(5, ("plank", 1), events=((EASIER, "plank", 0.0),))

    assert {"plank": 1} == _found(too_hard, _row(8, ("plank", 1)), today=10).rungs
    assert {"plank": 1} == _found(
        _row(8, ("plank", 1)), replace(too_hard, at=_row(9).at), today=11
    ).rungs
    other = replace(too_hard, events=((EASIER, "bridge", 0.0),))
    assert {"plank": 2} == _found(other, _row(8, ("plank", 1)), today=10).rungs


def test_stretch_breaks_neither_count_nor_disturb() -> None:
    first, second = _row(5, ("plank", 2)), _row(8, ("plank", 2))
    calm = _row(6, ("plank", 2), purpose="break", effort=None)

    assert {"plank": 3} == _found(first, calm, second, today=10).rungs
    assert {"plank": 2} == _found(first, calm, today=8).rungs
    eased = _row(9, ("plank", 2), purpose="break", events=((PINCH, "plank", 1.0),))
    assert {"plank": 1} == _found(first, second, eased, today=10).rungs


def test_a_session_that_was_somebody_elses_moves_no_rung() -> None:
    mine = (_row(5, ("plank", 2)), _row(8, ("plank", 2)))
    eased = _row(9, ("plank", 4), events=((PINCH, "plank", 1.0),))

    found = _found(*mine, replace(eased, withdrawn=True), today=11)

    assert _found(*mine, today=11) == found
    assert _found(*mine, eased, today=11) != found


def test_a_pinch_in_a_stretch_break_begins_the_count_anew() -> None:
    rows = (_row(5, ("plank", 2)), _row(8, ("plank", 2)))
    pinch = _row(6, ("plank", 2), purpose="break", pinch=True)

    assert {"plank": 2} == _found(*rows, pinch, today=10).rungs


def test_what_was_eased_today_is_eased_for_the_next_time_today() -> None:
    row = _row(5, ("plank", 3), events=((PINCH, "plank", 1.0),))

    assert {"plank": 2} == _found(row, today=5).rungs


def test_after_a_long_gap_no_higher_than_a_newcomer() -> None:
    rows = [_row(day, ("plank", 4), ("bridge", 1)) for day in (5, 8)]
    both = (_exercise(default=2), _exercise("bridge", default=2))
    found = _found(*rows, today=37, exercises=both)

    assert {"plank": 2, "bridge": 1} == found.rungs
    assert [("rung-start-again", {"exercise": "plank", "from": 4, "to": 2})] == _told(found)
    assert {"plank": 4} == _found(*rows, today=36, exercises=(_exercise(default=2),)).rungs


def test_green_days_before_a_long_gap_are_gone() -> None:
    rows = [_row(day, ("plank", 2)) for day in (5, 8, 40)]
    default = (_exercise(default=2),)

    assert {"plank": 2} == _found(*rows, today=47, exercises=default).rungs
    again = _row(44, ("plank", 2))
    assert {"plank": 2} == _found(*rows, again, today=46, exercises=default).rungs
    assert {"plank": 2} == _found(*rows, again, today=47, exercises=default).rungs


def test_after_a_long_gap_it_goes_up_as_ever() -> None:
    rows = [_row(day, ("plank", 2)) for day in (5, 40, 44)]

    # The level moves on the 47th day: a week later an exercise may.
    assert {"plank": 2} == _found(*rows, today=53).rungs
    assert {"plank": 3} == _found(*rows, today=54).rungs


def test_who_does_more_after_a_long_gap_stays_there() -> None:
    assert {"plank": 3} == _found(_row(5, ("plank", 4)), _row(40, ("plank", 3)), today=41).rungs


def test_after_a_clearance_no_higher_than_a_newcomer() -> None:
    rows = tuple(_row(day, ("plank", 3)) for day in (5, 8))
    cleared = Clearance(
        rows[0].session_id, datetime.combine(jan(10), time(9), UTC), jan(10), "Dr. Lee", "fine"
    )
    log = PlanLog(practice=rows, next_day=_answered(*rows), clearances=(cleared,))
    ramp = ramp_of(days_of(log))

    assert {"plank": 3} == rungs_of(rows, ramp, (_exercise(rungs=3),), jan(9)).rungs
    assert {"plank": 1} == rungs_of(rows, ramp, (_exercise(),), jan(10)).rungs


def test_no_exercise_goes_up_in_the_week_after_a_clearance() -> None:
    rows = tuple(_row(day, ("plank", 1)) for day in (10, 12))
    cleared = Clearance(
        rows[0].session_id, datetime.combine(jan(10), time(9), UTC), jan(10), "Dr. Lee", "fine"
    )
    log = PlanLog(practice=rows, next_day=_answered(*rows), clearances=(cleared,))
    ramp = ramp_of(days_of(log))

    assert {"plank": 1} == rungs_of(rows, ramp, (_exercise(),), jan(16)).rungs


def test_a_ladder_that_has_become_shorter_ends_at_its_end() -> None:
    assert {"plank": 2} == _found(
        _row(5, ("plank", 4)), today=6, exercises=(_exercise(rungs=2),)
    ).rungs


def test_what_is_practised_later_is_not_looked_at() -> None:
    rows = [_row(day, ("plank", 2)) for day in (5, 8)]

    assert {"plank": 2} == _found(*rows, today=7).rungs


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(random: Any) -> None:
    rows = [_row(day, ("plank", 1 + day % 3), ("bridge", 2)) for day in range(5, 12)]
    exercises = (_exercise(), _exercise("bridge"))
    mixed = list(rows)
    random.shuffle(mixed)

    ramp = ramp_of(_days(*rows))
    assert rungs_of(rows, ramp, exercises, jan(11)) == rungs_of(mixed, ramp, exercises, jan(11))
