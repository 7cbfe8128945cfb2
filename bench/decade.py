"""Ten years of a person who practises: a journal to measure with, the same one each time.

4,000 sessions of 20 segments, 4,000 answers on the days after, 25,000 events of stretch breaks
and a plan for each day; holidays, flare-ups, and a red flag with the clearance that ended it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: nothing is left to chance
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from hipcoach.core.break_log import BreakLogged
from hipcoach.core.journal import (
    CloseReason,
    EventKind,
    Purpose,
    SafetyAnswers,
    SegmentDone,
    SessionAnswers,
    SessionClosed,
    SessionEvent,
    SessionOpened,
    Shell,
)
from hipcoach.core.plan import TARGETS, Action, Plan, Reason
from hipcoach.core.plan_log import (
    AboutYou,
    Clearance,
    NextDayAnswers,
    PlanDecided,
    Reply,
    Soreness,
)
from hipcoach.core.side import Side
from hipcoach.store import rows as kept
from hipcoach.store import session_values as of_session
from hipcoach.store.database import open_database
from hipcoach.store.entry_values import entry_kind
from hipcoach.store.place import place_of

SESSIONS: Final = 4000
ANSWERS: Final = 4000
BREAKS: Final = 25_000
WEEKS: Final = 522
ZONE: Final = ZoneInfo("Europe/Berlin")
END: Final = datetime(2026, 3, 2, 6, tzinfo=ZONE)
"""A Monday."""

PRACTICE_DAYS: Final = (0, 1, 2, 4, 5, 6)
WORKING_DAYS: Final = 5
HOLIDAY_EVERY: Final = 26
"""Weeks; nothing is done in each of these."""
FLARES: Final = frozenset({30, 31, 117, 118, 251, 252, 366, 440, 441})
"""Weeks in which it hurts."""
STOPPED: Final = frozenset({201, 202, 203})
"""Weeks between the red flag and the clearance."""

ROUTINES: Final = ("gentle-start", "balanced-hips", "first-warm-up")
EXERCISES: Final = ("knee-to-chest-pnf", "half-kneeling-hip-flexor", "glute-bridge")
PHASES: Final = (
    "announce", "transition", "get_ready", "contract", "relax", "work", "switch",
    "get_ready", "contract", "relax", "work", "rest",
    "announce", "transition", "get_ready", "work", "switch", "get_ready", "work", "finish",
)  # fmt: skip
"""Of the segments of a session: six of these twenty are held."""
LENGTHS: Final = {"work": 30.0, "contract": 5.0, "announce": 6.0, "rest": 15.0}
OTHER_LENGTH_S: Final = 8.0

BREAK_ENDS: Final = ("taken", "taken", "taken", "snoozed", "skipped", "satisfied", "ignored")

Tables = dict[Any, list[Any]]


def write_decade(data_dir: Path, end: datetime = END) -> None:
    """Write the ten years before that moment into a new journal in the folder."""
    place = place_of(data_dir / "journal.sqlite")
    engine = open_database(place)
    with engine.begin() as connection:
        for table, rows in _Decade(end).tables().items():
            table.add(connection, *rows)
    engine.dispose()


class _Decade:
    """Makes the rows, week by week."""

    def __init__(self, end: datetime) -> None:
        self._first = end - timedelta(weeks=WEEKS)
        self._random = Random(20)
        self._tables: Tables = {
            table: []
            for table in (kept.SESSIONS, kept.SEGMENTS, kept.EVENTS, kept.ENDS, kept.ANSWERS)
        }

    def tables(self) -> Tables:
        """All rows by their tables, sessions before what belongs to them."""
        self._begin()
        practised = [day for day in self._days(PRACTICE_DAYS) if not self._resting(day)]
        for day in practised:
            self._session(day, Purpose.PRACTICE)
        worked = [day for day in self._days(range(WORKING_DAYS)) if self._week(day) not in STOPPED]
        more = SESSIONS - len(practised)
        for number in range(more):
            self._session(worked[number * len(worked) // more], Purpose.BREAK)
        self._answers(practised)
        self._breaks(worked)
        for day in self._days(range(7)):
            self._plan(day)
        return self._tables

    def _days(self, weekdays: Any) -> Iterator[datetime]:
        """The mornings of these weekdays, outside holidays."""
        for week in range(WEEKS):
            if week % HOLIDAY_EVERY != HOLIDAY_EVERY - 1:
                monday = self._first + timedelta(weeks=week)
                yield from (monday + timedelta(days=day) for day in weekdays)

    def _week(self, day: datetime) -> int:
        return (day - self._first) // timedelta(weeks=1)

    def _resting(self, day: datetime) -> bool:
        """Whether there is no practice: stopped, less after a flare-up, or not felt like it."""
        week = self._week(day)
        share = 0.4 if week in FLARES or week - 1 in FLARES else 0.92
        return week in STOPPED or not self._likely(share)

    def _begin(self) -> None:
        start = self._first
        self._add(SafetyAnswers(self._id(start), start, ()))
        self._add(AboutYou(self._id(start), start, goals=("sitting",), weekdays=PRACTICE_DAYS))
        flagged = start + timedelta(weeks=min(STOPPED))
        self._add(SafetyAnswers(self._id(flagged), flagged, ("calf",)))
        cleared = start + timedelta(weeks=max(STOPPED) + 1)
        words = "No clot. Practice may go on."
        self._add(Clearance(self._id(cleared), cleared, cleared.date(), "Dr. Weber", words))

    def _session(self, day: datetime, purpose: Purpose) -> None:
        random = self._random
        at = day + timedelta(minutes=random.randrange(60, 900), seconds=random.randrange(60))
        session = self._id(at)
        practice, rung = purpose is Purpose.PRACTICE, min(3, self._week(day) // 100)
        length_s = sum(LENGTHS.get(phase, OTHER_LENGTH_S) for phase in PHASES)
        row = SessionOpened(
            id=session,
            at=at,
            zone=ZONE.key,
            routine=random.choice(ROUTINES) if practice else "desk-reset",
            shell=Shell.WINDOW,
            first_side=random.choice(list(Side)),
            rungs=tuple((exercise, rung) for exercise in sorted(EXERCISES)),
            length_s=length_s if practice else 90.0,
            version="0.1.0",
            purpose=purpose,
        )
        self._tables[kept.SESSIONS].append(of_session.session_row(row))
        moment = at
        for segment in self._segments(session, at, rung):
            self._tables[kept.SEGMENTS].append(of_session.segment_row(segment))
            moment = segment.at
        reason = CloseReason.COMPLETED if self._likely(0.95) else CloseReason.STOPPED
        end = SessionClosed(self._id(moment), session, moment, reason)
        self._tables[kept.ENDS].append(of_session.end_row(end))
        if practice:
            self._felt(session, moment, hurts=self._week(day) in FLARES)

    def _segments(self, session: UUID, at: datetime, rung: int) -> Iterator[SegmentDone]:
        for index, phase in enumerate(PHASES):
            planned_s = LENGTHS.get(phase, OTHER_LENGTH_S)
            at += timedelta(seconds=planned_s)
            yield SegmentDone(
                id=self._id(at),
                session_id=session,
                at=at,
                index=index,
                chapter=index // 7,
                phase=phase,
                exercise=EXERCISES[index // 7],
                side=(Side.LEFT, Side.RIGHT)[index // 4 % 2],
                rung=rung,
                planned_s=planned_s,
                held_s=round(planned_s - self._random.random() / 100, 3),
                completed=True,
            )

    def _felt(self, session: UUID, at: datetime, *, hurts: bool) -> None:
        """A pinch now and then, and how it was."""
        random = self._random
        pinch = self._likely(0.3 if hurts else 0.005)
        if pinch:
            event = SessionEvent(
                self._id(at), session, at, EventKind.PINCH, EXERCISES[0], Side.LEFT, 0, 1.0
            )
            self._tables[kept.EVENTS].append(of_session.event_row(event))
        if self._likely(0.9):
            at += timedelta(seconds=40)
            pain = random.randrange(5, 8) if hurts else random.choice((0, 0, 0, 1, 1, 2, 3))
            answers = SessionAnswers(self._id(at), session, at, random.randrange(3, 7), pain, pinch)
            self._tables[kept.ANSWERS].append(of_session.answers_row(answers))

    def _answers(self, practised: list[datetime]) -> None:
        """How the days after were: asked twice where it was sore, put off now and then."""
        random, made = self._random, 0
        for day in practised:
            hurts = self._week(day) in FLARES
            mild, worse = (Soreness.NONE, Soreness.MILD), (Soreness.MODERATE, Soreness.SEVERE)
            sore, pain = random.choice(worse if hurts else mild), random.randrange(3)
            for days_after in (1, 2) if hurts else (1,):
                self._answered(day, days_after, Reply.ANSWERED, pain + 3 * hurts, sore)
                made += 1
        put_off = ANSWERS - made
        for number in range(put_off):
            self._answered(practised[number * len(practised) // put_off], 1, Reply.NOT_YET)

    def _answered(
        self,
        day: datetime,
        days_after: int,
        reply: Reply,
        pain: int | None = None,
        sore: Soreness | None = None,
    ) -> None:
        at = day + timedelta(days=days_after, hours=1)
        self._add(NextDayAnswers(self._id(at), at, day.date(), days_after, reply, pain, sore))

    def _breaks(self, worked: list[datetime]) -> None:
        """What is offered each hour of work, and what comes of it."""
        made = 0
        for number, day in enumerate(worked, start=1):
            at = datetime.combine(day, time(9), ZONE)
            while made < BREAKS * number // len(worked):
                if self._likely(0.1):
                    self._add(BreakLogged(self._id(at), at, "held", "meeting"))
                end = at + timedelta(seconds=self._random.randrange(5, 300))
                self._add(BreakLogged(self._id(at), at, "due"))
                self._add(BreakLogged(self._id(end), end, self._random.choice(BREAK_ENDS)))
                at += timedelta(hours=1)
                made = len(self._tables[kept.BREAK_EVENTS])
        del self._tables[kept.BREAK_EVENTS][BREAKS:]

    def _plan(self, day: datetime) -> None:
        week, flag = self._week(day), Reason("red-flag", (("flag", "calf"),))
        if week in STOPPED:
            plan = Plan(Action.STOP_REFER, 1, 0, 0, next_day=None, reasons=(flag,))
        else:
            level = 1 if week in FLARES else min(3, 1 + week // 3)
            code = "red-pain-during" if week in FLARES else "green-running"
            reasons = (Reason(code, (("count", week % 7),)), Reason("rest-on-plan"))
            plan = Plan(Action.HOLD, level, *TARGETS[level], day.date(), reasons)
        self._add(PlanDecided(self._id(day), day, day.date(), plan))

    def _add(self, entry: Any) -> None:
        kind = entry_kind(type(entry))
        self._tables.setdefault(kind.table, []).append(kind.written(entry))

    def _likely(self, share: float) -> bool:
        return self._random.random() < share

    def _id(self, at: datetime) -> UUID:
        """A version 7 UUID of that moment."""
        millis = round(at.timestamp() * 1000)
        return UUID(int=millis << 80 | 7 << 76 | 2 << 62 | self._random.getrandbits(62))
