"""How a practice day was tolerated, given the days before it.

The limits follow the pain-monitoring model: up to 2 of 10 is safe, up to 5 acceptable if it has
settled by the next morning, above that too much (Thomeé 1997, *Physical Therapy* 77(12);
Silbernagel et al. 2007, *American Journal of Sports Medicine* 35(6)); and soreness rules for
progression: sore the next day, rest and repeat; sorer, step down.
What was answered counts at once, and what is missing is only ever missing: a single bad answer
makes a day RED, and only a full set of good ones makes it GREEN.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from hipcoach.core.evidence import SORENESS, Day
from hipcoach.core.plan import Reason
from hipcoach.core.plan_log import Soreness
from hipcoach.core.reasons import EvidenceReason, reason
from hipcoach.core.value import value

AMBER_DURING: Final = 4
RED_DURING: Final = 6
AMBER_NEXT_DAY: Final = 3
RED_NEXT_DAY: Final = 4
AMBER_EFFORT: Final = 8
PINCH_DURING: Final = 4
"""A pinch with at least this pain in the session is RED."""
PINCH_NEXT_DAY: Final = 3
"""A pinch with at least this pain the next day is RED."""
PINCHES_RED: Final = 2
"""Sessions running with a pinch."""


class Tolerance(StrEnum):
    """The class of a day; the codes are kept in the journal and never change."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"
    """Too little is known: it never makes anything better, nor worse."""


@value
class Runs:
    """What has come several days running, up to some day."""

    reds: int = 0
    pinches: int = 0
    moderate: bool = False
    """Whether the last day whose soreness is known was at least moderate."""
    next_days: tuple[int, ...] = ()
    """The newest two values of next-day pain of days in a row."""


@value
class Judged:
    """How a day was tolerated, and why."""

    tolerance: Tolerance | None
    """`None` for a day that says nothing: stretch breaks alone, and free of pain."""
    evidence: tuple[Reason, ...]
    """Codes of `EvidenceReason`; none for a GREEN day."""
    runs: Runs
    """With this day."""


@value
class _Felt:
    """The values of a day that are known, relative to the usual pain."""

    day: date
    during: int
    """0 where it is not known, as below."""
    after: int
    effort: int
    soreness: Soreness
    sketchy: bool
    pinches: int
    """Sessions running with a pinch, this one among them; 0: none in this one."""
    rising: tuple[int, ...]
    """Three values of next-day pain, each above the one before; else empty."""
    sore_before: bool


def judged(day: Day, usual_pain: int, runs: Runs) -> Judged:
    """The class of a day, after these runs; `usual_pain` is taken off each pain."""
    during = _above(_worse(day.pain_during, day.break_pain), usual_pain)
    after = _above(day.pain_next_day, usual_pain)
    pinch = day.pinch or day.break_pinch
    row = (*runs.next_days, after or 0)
    rises = len(row) == 3 and row[0] < row[1] < row[2]  # noqa: PLR2004 - three values
    felt = _Felt(
        day=day.day,
        during=during or 0,
        after=after or 0,
        effort=day.effort or 0,
        soreness=day.soreness or Soreness.NONE,
        sketchy=day.sketchy or False,
        pinches=runs.pinches + 1 if pinch else 0,
        rising=row if rises else (),
        sore_before=runs.moderate,
    )
    tolerance: Tolerance | None
    if evidence := _red(felt):
        tolerance = Tolerance.RED
    elif evidence := _amber(felt):
        tolerance = Tolerance.AMBER
    elif not day.practised:
        tolerance = None
    elif evidence := _missing(day):
        tolerance = Tolerance.UNKNOWN
    else:
        tolerance = Tolerance.GREEN
    return Judged(tolerance, tuple(evidence), _runs(runs, day, felt, tolerance, after))


def _red(felt: _Felt) -> list[Reason]:
    found = []
    if felt.during >= RED_DURING:
        found.append(_limit(EvidenceReason.PAIN_DURING, felt.day, felt.during, RED_DURING))
    if felt.after >= RED_NEXT_DAY:
        found.append(_limit(EvidenceReason.PAIN_NEXT_DAY, felt.day, felt.after, RED_NEXT_DAY))
    if felt.soreness is Soreness.SEVERE:
        found.append(reason(EvidenceReason.SORENESS, day=felt.day, value=felt.soreness.value))
    if _sore(felt.soreness) and felt.sore_before:
        found.append(reason(EvidenceReason.MODERATE_TWICE, day=felt.day))
    if felt.sketchy:
        found.append(reason(EvidenceReason.SKETCHY, day=felt.day))
    if felt.pinches and felt.during >= PINCH_DURING:
        found.append(_limit(EvidenceReason.PINCH_WITH_PAIN, felt.day, felt.during, PINCH_DURING))
    if felt.pinches and felt.after >= PINCH_NEXT_DAY:
        found.append(_limit(EvidenceReason.PINCH_THEN_PAIN, felt.day, felt.after, PINCH_NEXT_DAY))
    if felt.pinches >= PINCHES_RED:
        found.append(reason(EvidenceReason.PINCH_TWICE, day=felt.day, sessions=felt.pinches))
    return found


def _amber(felt: _Felt) -> list[Reason]:
    found = []
    if felt.during >= AMBER_DURING:
        found.append(_limit(EvidenceReason.PAIN_DURING, felt.day, felt.during, AMBER_DURING))
    if felt.after >= AMBER_NEXT_DAY:
        found.append(_limit(EvidenceReason.PAIN_NEXT_DAY, felt.day, felt.after, AMBER_NEXT_DAY))
    if _sore(felt.soreness):
        found.append(reason(EvidenceReason.SORENESS, day=felt.day, value=felt.soreness.value))
    if felt.effort >= AMBER_EFFORT:
        found.append(_limit(EvidenceReason.EFFORT, felt.day, felt.effort, AMBER_EFFORT))
    if felt.pinches:
        found.append(reason(EvidenceReason.PINCH, day=felt.day))
    if felt.rising:
        first, second, third = felt.rising
        found.append(
            reason(EvidenceReason.RISING, day=felt.day, first=first, second=second, third=third)
        )
    return found


def _missing(day: Day) -> list[Reason]:
    """What a GREEN day would need and this one doesn't have."""
    found = []
    if day.completed is False:
        found.append(reason(EvidenceReason.NOT_COMPLETED, day=day.day))
    answers = {
        "completed": day.completed,
        "effort": day.effort,
        "pain-during": day.pain_during,
        "pinch": day.pinch,
        "pain-next-day": day.pain_next_day,
        "soreness": day.soreness,
        "sketchy": day.sketchy,
    }
    if None in answers.values():
        fields = ",".join(name for name, value in answers.items() if value is None)
        found.append(reason(EvidenceReason.NOT_ANSWERED, day=day.day, fields=fields))
    return found


def _runs(
    runs: Runs, day: Day, felt: _Felt, tolerance: Tolerance | None, after: int | None
) -> Runs:
    """What runs on; only a day of practice of which enough is known ends anything."""
    ends = day.practised and tolerance is not Tolerance.UNKNOWN
    reds, pinches, moderate = runs.reds, runs.pinches, runs.moderate
    if tolerance is Tolerance.RED:
        reds += 1
    elif ends:
        reds = 0
    if felt.pinches:
        pinches = felt.pinches
    elif ends and day.pinch is not None:
        pinches = 0
    if _sore(felt.soreness):
        moderate = True
    elif ends and day.soreness is not None:
        moderate = False
    next_days = runs.next_days
    if day.practised:
        next_days = () if after is None else (*runs.next_days, after)[-2:]
    return Runs(reds, pinches, moderate, next_days)


def _sore(soreness: Soreness) -> bool:
    return SORENESS[soreness] >= SORENESS[Soreness.MODERATE]


def _limit(code: EvidenceReason, day: date, value: int, limit: int) -> Reason:
    return reason(code, day=day, value=value, limit=limit)


def _above(pain: int | None, usual: int) -> int | None:
    return None if pain is None else max(0, pain - usual)


def _worse(value: int | None, other: int | None) -> int | None:
    if value is None or other is None:
        return other if value is None else value
    return max(value, other)
