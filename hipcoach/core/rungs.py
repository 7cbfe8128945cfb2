"""The rung of each exercise in the next session: each moves by its own evidence.

A ladder's order says what is dropped first: past the midline and then the midline for the knee
to the chest, the lean and then the arm for half-kneeling.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from hipcoach.core.evidence import counts
from hipcoach.core.exercise import Exercise
from hipcoach.core.journal import EventKind
from hipcoach.core.plan import Reason
from hipcoach.core.plan_log import PracticeRow
from hipcoach.core.practice_day import practice_day
from hipcoach.core.ramp import Ramp
from hipcoach.core.ramp_steps import State
from hipcoach.core.reasons import RungReason, reason
from hipcoach.core.tolerance import Tolerance
from hipcoach.core.value import value

GREEN_DAYS: Final = 2
"""GREEN days running at a rung before the next one."""
LEVEL_WEEK: Final = timedelta(days=7)
"""So long after the level moved no exercise goes up."""
GENTLEST: Final = 1


@value
class Rungs:
    """The rung of each exercise, and why it is not the one of the last time."""

    rungs: Mapping[str, int]
    reasons: tuple[Reason, ...]
    """Codes of `RungReason`, by exercise."""


@value
class _Done:
    """An exercise in one session."""

    day: date
    began: int
    """The rung that the session began with."""
    eased: int
    """Rungs that it was lowered by in mid-session."""
    wished_easier: bool
    """Whether that was wished for, even where there was nothing gentler."""
    pinch: bool
    """A pinch was told afterwards, and nobody knows in which exercise."""
    practised: bool
    """In a session that counts; else in a stretch break."""


@value
class _Place:
    """Where an exercise goes on, before one of them may go up."""

    rung: int
    reason: Reason | None = None
    ready: date | None = None
    """Since when it has been ready to go up; `None`: it is not."""


def rungs_of(
    rows: Iterable[PracticeRow], ramp: Ramp, exercises: Collection[Exercise], today: date
) -> Rungs:
    """The rungs of the exercises of a session today; `rows` is all practice, in any order."""
    state, classes = ramp.state(today), ramp.classes()
    done = _done(rows, {exercise.id for exercise in exercises}, today)
    places = {
        exercise.id: _place(exercise, done[exercise.id], classes, state) for exercise in exercises
    }
    rises = None if _level_moved(state, today) else _next_up(places)
    rungs, reasons = {}, []
    for name, place in sorted(places.items()):
        rungs[name], why = place.rung, place.reason
        if name == rises:
            rungs[name] += 1
            why = reason(
                RungReason.TWO_GREEN,
                day=done[name][-1].day,
                exercise=name,
                from_=place.rung,
                to=place.rung + 1,
            )
        reasons += [why] if why else []
    return Rungs(rungs, tuple(reasons))


def _done(
    rows: Iterable[PracticeRow], names: Collection[str], today: date
) -> Mapping[str, Sequence[_Done]]:
    """What was done of each exercise up to today, by time."""
    found: dict[str, list[_Done]] = {name: [] for name in names}
    for row in sorted(rows, key=lambda row: (row.at, row.session_id)):
        day = practice_day(row.at)
        noted = any(kind is EventKind.PINCH for kind, _, _ in row.events)
        for name, began in row.rungs:
            if name in names and day <= today:
                eased = [amount for _, exercise, amount in row.events if exercise == name]
                pinch = row.pinch is True and not noted
                found[name].append(
                    _Done(day, began, round(sum(eased)), bool(eased), pinch, counts(row))
                )
    return found


def _place(
    exercise: Exercise, done: Sequence[_Done], classes: Mapping[date, Tolerance], state: State
) -> _Place:
    """Where an exercise goes on by its own evidence."""
    place = _after(exercise, done, classes, state) if done else _Place(exercise.default_rung)
    if not state.gentle or place.rung == GENTLEST:
        return place
    before = done[-1].began if done else exercise.default_rung
    return _moved(RungReason.GENTLEST, exercise, before, GENTLEST)


def _after(
    exercise: Exercise, done: Sequence[_Done], classes: Mapping[date, Tolerance], state: State
) -> _Place:
    """Where it goes on after it was done."""
    last = done[-1]
    rung = exercise.rung(last.began - last.eased).number
    if classes.get(last.day) is Tolerance.RED:
        return _moved(RungReason.RED_DAY, exercise, last.began, rung - 1, day=last.day)
    if last.pinch:
        return _moved(RungReason.PINCH, exercise, last.began, rung - 1, day=last.day)
    if state.again and last.day < state.again:
        rung = min(rung, exercise.default_rung)
        return _moved(RungReason.START_AGAIN, exercise, last.began, rung)
    if last.eased:
        return _moved(RungReason.EASED, exercise, last.began, rung, day=last.day)
    fresh = [one for one in done if state.again is None or one.day >= state.again]
    ready = _ready(fresh, classes) if rung < len(exercise.rungs) else None
    return _Place(rung, ready=ready)


def _moved(
    code: RungReason, exercise: Exercise, before: int, rung: int, day: date | None = None
) -> _Place:
    """At a rung, with the reason where that is another one than before."""
    rung = max(GENTLEST, rung)
    if rung == before:
        return _Place(rung)
    told = {"day": day} if day else {}
    return _Place(rung, reason(code, exercise=exercise.id, from_=before, to=rung, **told))


def _ready(done: Sequence[_Done], classes: Mapping[date, Tolerance]) -> date | None:
    """The day on which it had been GREEN often enough at the rung where it is."""
    green: list[date] = []
    for one in reversed(done):
        if one.began != done[-1].began or one.wished_easier or one.pinch:
            break
        if one.practised and classes.get(one.day) is not Tolerance.GREEN:
            break
        if one.practised and one.day not in green:
            green.append(one.day)
    return green[-GREEN_DAYS] if len(green) >= GREEN_DAYS else None


def _next_up(places: Mapping[str, _Place]) -> str | None:
    """The exercise that has waited longest to go up, and by id among those."""
    waiting = [(place.ready, name) for name, place in places.items() if place.ready]
    return min(waiting)[1] if waiting else None


def _level_moved(state: State, today: date) -> bool:
    """Whether the level moved, or practice started again, within the week."""
    days = (state.moved.day if state.moved else None, state.again)
    return any(day is not None and today - day < LEVEL_WEEK for day in days)
