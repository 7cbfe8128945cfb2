"""The rung of each exercise in the next session: each moves by its own evidence.

A ladder's order says what is dropped first: past the midline and then the midline for the knee
to the chest, the lean and then the arm for half-kneeling.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import takewhile
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
    tolerance: Tolerance | None
    """Of the day."""
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

    def goes_on(self, newest: _Done) -> bool:
        """Whether it went well from here to the newest time, and at one rung."""
        well = self.tolerance is Tolerance.GREEN or not self.practised
        return well and self.began == newest.began and not (self.wished_easier or self.pinch)


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
    done = _done(rows, classes, exercises, today)
    places = {exercise.id: _place(exercise, done[exercise.id], state) for exercise in exercises}
    rises = None if _level_moved(state, today) else _next_up(places)
    rungs, reasons = {}, []
    for name, place in sorted(places.items()):
        rungs[name], why = place.rung, place.reason
        if name == rises:
            rungs[name] += 1
            why = reason(
                RungReason.TWO_GREEN,
                day=done[name][0].day,
                exercise=name,
                from_=place.rung,
                to=place.rung + 1,
            )
        reasons += [why] if why else []
    return Rungs(rungs, tuple(reasons))


def _done(
    rows: Iterable[PracticeRow],
    classes: Mapping[date, Tolerance],
    exercises: Iterable[Exercise],
    today: date,
) -> Mapping[str, Sequence[_Done]]:
    """What was done of each exercise up to today, the newest first, as long as it went well.

    That is all that its rung depends on; years of practice are not looked through for it.
    """
    tops = {exercise.id: len(exercise.rungs) for exercise in exercises}
    found: dict[str, list[_Done]] = {name: [] for name in tops}
    for row in sorted(rows, key=lambda row: (row.at, row.session_id), reverse=True):
        mine = [(name, began) for name, began in row.rungs if name in tops]
        if not mine or row.withdrawn or practice_day(row.at) > today:
            continue
        for name, began in mine:
            one = _one(row, name, began, classes)
            if not found[name] or one.practised:
                found[name].append(one)
            if began >= tops[name] or not one.goes_on(found[name][0]):
                del tops[name]
        if not tops:
            break
    return found


def _one(row: PracticeRow, name: str, began: int, classes: Mapping[date, Tolerance]) -> _Done:
    """An exercise in one session."""
    eased = [amount for _, exercise, amount in row.events if exercise == name]
    noted = any(kind is EventKind.PINCH for kind, _, _ in row.events)
    day = practice_day(row.at)
    return _Done(
        day=day,
        tolerance=classes.get(day),
        began=began,
        eased=round(sum(eased)),
        wished_easier=bool(eased),
        pinch=row.pinch is True and not noted,
        practised=counts(row),
    )


def _place(exercise: Exercise, done: Sequence[_Done], state: State) -> _Place:
    """Where an exercise goes on by its own evidence."""
    place = _after(exercise, done, state) if done else _Place(exercise.default_rung)
    if not state.gentle or place.rung == GENTLEST:
        return place
    before = done[0].began if done else exercise.default_rung
    return _moved(RungReason.GENTLEST, exercise, before, GENTLEST)


def _after(exercise: Exercise, done: Sequence[_Done], state: State) -> _Place:
    """Where it goes on after it was done."""
    last = done[0]
    rung = exercise.rung(last.began - last.eased).number
    if last.tolerance is Tolerance.RED:
        return _moved(RungReason.RED_DAY, exercise, last.began, rung - 1, day=last.day)
    if last.pinch:
        return _moved(RungReason.PINCH, exercise, last.began, rung - 1, day=last.day)
    if state.again and last.day < state.again:
        rung = min(rung, exercise.default_rung)
        return _moved(RungReason.START_AGAIN, exercise, last.began, rung)
    if last.eased:
        return _moved(RungReason.EASED, exercise, last.began, rung, day=last.day)
    fresh = [one for one in done if state.again is None or one.day >= state.again]
    ready = _ready(fresh) if rung < len(exercise.rungs) else None
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


def _ready(done: Sequence[_Done]) -> date | None:
    """The day on which it had been GREEN often enough at the rung where it is."""
    well = takewhile(lambda one: one.goes_on(done[0]), done)
    green = list(dict.fromkeys(one.day for one in well if one.practised))
    return green[-GREEN_DAYS] if len(green) >= GREEN_DAYS else None


def _next_up(places: Mapping[str, _Place]) -> str | None:
    """The exercise that has waited longest to go up, and by id among those."""
    waiting = [(place.ready, name) for name, place in places.items() if place.ready]
    return min(waiting)[1] if waiting else None


def _level_moved(state: State, today: date) -> bool:
    """Whether the level moved, or practice started again, within the week."""
    days = (state.moved.day if state.moved else None, state.again)
    return any(day is not None and today - day < LEVEL_WEEK for day in days)
