"""What is known of a practice day, from the rows of the journal.

The rows of a day make one value, `Day`, whatever their order and number: several sessions on
one day are one day, of which the worst that is known counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar, cast

from hipcoach.core.journal import EventKind, Purpose, SafetyAnswers
from hipcoach.core.plan_log import (
    AboutYou,
    Ceiling,
    Clearance,
    NextDayAnswers,
    PracticeRow,
    Reply,
    Soreness,
)
from hipcoach.core.practice_day import practice_day
from hipcoach.core.value import value

if TYPE_CHECKING:  # uuid asks for the platform when it is imported, and windows start sooner
    from uuid import UUID

SHORTEST_PRACTICE_S: Final = 150.0
"""A session that is planned shorter is a stretch break, whatever it was started for."""
LEAST_HELD_S: Final = 30.0
"""A session in which less was held was left before it began."""
SORENESS: Final = {level: rank for rank, level in enumerate(Soreness)}
"""How sore, from 0: which of two answers is the worse."""

Row = PracticeRow | NextDayAnswers | SafetyAnswers | Clearance | Ceiling | AboutYou
_Key = tuple[type[Row], "UUID"]
_Kind = TypeVar("_Kind", bound=Row)
_Told = TypeVar("_Told", Ceiling, AboutYou)


@value
class Day:
    """A practice day as the plan sees it; `None` is *not answered*."""

    day: date
    practised: bool = False
    """Whether there was a session that counts towards the week."""
    completed: bool | None = None
    effort: int | None = None
    """0 to 10, as are the pains."""
    pain_during: int | None = None
    pinch: bool | None = None
    """At the front of the hip, in the session or as answered afterwards."""
    pain_next_day: int | None = None
    soreness: Soreness | None = None
    sketchy: bool | None = None
    break_pain: int | None = None
    """The worst in a stretch break, which can only make the day worse."""
    break_pinch: bool = False
    flags: tuple[str, ...] = ()
    """Codes of the red flags that were answered, sorted."""
    flagged_at: datetime | None = None
    """When the newest of them was."""
    felt_at: datetime | None = None
    """When the last session or stretch break began."""
    cleared_at: datetime | None = None
    """When the newest clearance given on this day was recorded."""
    ceiling: int | None = None
    """The most that the person wants from this day on."""
    usual_pain: int | None = None
    """Pain on an ordinary day, as told on this one."""

    @property
    def tells(self) -> bool:
        """Whether it makes any difference to the plan."""
        return self != Day(self.day, felt_at=self.felt_at)


@value
class PlanLog:
    """The rows of the journal that the plan is folded from, in any order."""

    practice: tuple[PracticeRow, ...] = ()
    next_day: tuple[NextDayAnswers, ...] = ()
    safety: tuple[SafetyAnswers, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    about: tuple[AboutYou, ...] = ()

    def rows(self, *, telling: bool = False) -> Iterable[tuple[date, _Key, Row]]:
        """Each row with its practice day and what it is known by; with `telling`, no silent one."""
        for session in self.practice:
            if not telling or not silent(session):
                yield practice_day(session.at), (PracticeRow, session.session_id), session
        for answers in self.next_day:
            yield answers.day, (NextDayAnswers, answers.id), answers
        for clearance in self.clearances:
            yield clearance.day, (Clearance, clearance.id), clearance
        told: tuple[SafetyAnswers | Ceiling | AboutYou, ...]
        for told in (self.safety, self.ceilings, self.about):
            for row in told:
                yield practice_day(row.at), (type(row), row.id), row


@value
class Diary:
    """The practice days of a log; a row more costs its own day alone."""

    days: tuple[Day, ...] = ()
    """By date; days that tell the plan nothing are left out."""
    _rows: Mapping[date, Mapping[_Key, Row]] = field(default_factory=dict)

    def adding(self, log: PlanLog) -> Diary:
        """With these rows, too; a session that is told again replaces what was told of it."""
        touched: dict[date, dict[_Key, Row]] = {}
        # Later, what tells nothing may replace what told something: only at first it can be left.
        for date_, key, row in log.rows(telling=not self._rows):
            if date_ not in touched:
                touched[date_] = dict(self._rows.get(date_, {}))
            touched[date_][key] = row
        days = [day for day in self.days if day.day not in touched]
        for date_, rows in touched.items():
            day = day_of(date_, rows.values())
            if day.tells:
                days.append(day)
        return Diary(tuple(sorted(days, key=attrgetter("day"))), {**self._rows, **touched})


def days_of(log: PlanLog) -> tuple[Day, ...]:
    """The practice days of a log, by date."""
    return Diary().adding(log).days


def counts(row: PracticeRow) -> bool:
    """Whether a session counts towards the week: stretch breaks and false starts don't."""
    return (
        not row.withdrawn
        and row.purpose != Purpose.BREAK
        and row.length_s >= SHORTEST_PRACTICE_S
        and row.held_s >= LEAST_HELD_S
    )


def silent(row: PracticeRow) -> bool:
    """Whether a session tells the plan nothing: a stretch break free of pain, or not theirs."""
    return row.withdrawn or not (counts(row) or row.pain_during or pinched(row))


def pinched(row: PracticeRow) -> bool | None:
    """Whether there was a pinch: noted in mid-session, or answered afterwards."""
    noted = row.events and any(kind is EventKind.PINCH for kind, _, _ in row.events)
    return True if noted else row.pinch


def day_of(day: date, rows: Iterable[Row]) -> Day:
    """What the rows of one practice day say together."""
    kinds: defaultdict[type, list[Row]] = defaultdict(list)
    for row in rows:
        kinds[type(row)].append(row)
    practice = [row for row in _only(PracticeRow, kinds) if not silent(row)]
    sessions = [row for row in practice if counts(row)]
    breaks = [row for row in practice if not counts(row)]
    answers = _answers(_only(NextDayAnswers, kinds))
    flagged = [row for row in _only(SafetyAnswers, kinds) if row.flags]
    told = [row for row in _only(AboutYou, kinds) if row.usual_pain is not None]
    ceiling, about = _newest(_only(Ceiling, kinds)), _newest(told)
    return Day(
        day,
        practised=bool(sessions),
        completed=any_of(row.completed for row in sessions),
        effort=worst(row.effort for row in sessions),
        pain_during=worst(row.pain_during for row in sessions),
        pinch=any_of(pinched(row) for row in sessions),
        pain_next_day=worst(row.pain for row in answers),
        soreness=sorest(row.soreness for row in answers),
        sketchy=any_of(row.sketchy for row in answers),
        break_pain=worst(row.pain_during for row in breaks),
        break_pinch=any_of(pinched(row) for row in breaks) or False,
        flags=tuple(sorted({flag for row in flagged for flag in row.flags})),
        flagged_at=max((row.at for row in flagged), default=None),
        felt_at=max((row.at for row in practice), default=None),
        cleared_at=max((row.at for row in _only(Clearance, kinds)), default=None),
        ceiling=ceiling.level if ceiling else None,
        usual_pain=about.usual_pain if about else None,
    )


def worst(values: Iterable[int | None]) -> int | None:
    """The largest that is known."""
    known = [value for value in values if value is not None]
    return max(known) if known else None


def sorest(values: Iterable[Soreness | None]) -> Soreness | None:
    """The sorest that is known."""
    known = [value for value in values if value is not None]
    return max(known, key=SORENESS.__getitem__) if known else None


def any_of(values: Iterable[bool | None]) -> bool | None:
    """Whether any is true; `None` where none is known."""
    known = [value for value in values if value is not None]
    return any(known) if known else None


def _answers(rows: Iterable[NextDayAnswers]) -> list[NextDayAnswers]:
    """What was answered after one day and after two, each question's newest answer."""
    found: dict[int, NextDayAnswers] = {}
    for row in sorted(rows, key=lambda row: (row.at, row.id)):
        if row.reply is Reply.ANSWERED:
            before = found.get(row.days_after)
            found[row.days_after] = _newer(row, before) if before else row
    return list(found.values())


def _newer(row: NextDayAnswers, before: NextDayAnswers) -> NextDayAnswers:
    """An answer that was given again; what is left out of it is not taken back."""
    return replace(
        row,
        pain=before.pain if row.pain is None else row.pain,
        soreness=row.soreness or before.soreness,
        sketchy=before.sketchy if row.sketchy is None else row.sketchy,
    )


def _only(kind: type[_Kind], kinds: Mapping[type, list[Row]]) -> list[_Kind]:
    return cast("list[_Kind]", kinds[kind])


def _newest(rows: Iterable[_Told]) -> _Told | None:
    return max(rows, key=lambda row: (row.at, row.id), default=None)
