"""A span of the journal made up for trends and reports, written as days with how they felt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from uuid import UUID

from hipcoach.app.span_reading import SpanFacts, read_facts
from hipcoach.core.break_log import BreakLogged
from hipcoach.core.content import Content
from hipcoach.core.corrections import Note, Withdrawal
from hipcoach.core.journal import (
    CloseReason,
    SafetyAnswers,
    SegmentDone,
    SessionAnswers,
    SessionClosed,
    SessionOpened,
    Shell,
)
from hipcoach.core.plan_log import Clearance, NextDayAnswers, Reply, Soreness
from hipcoach.core.side import Side
from hipcoach.library.source import OwnContent
from tests.fakes import MemoryJournal

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
HELD_S = 300.0
BRIDGE, KNEE = "glute-bridge", "knee-to-chest-pnf"


def content() -> Content:
    """What HipCoach comes with, in English."""
    return OwnContent().everything()


class Diary:
    """A journal, filled day by day; day 0 is a Monday."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self._numbers = count(1)

    def practised(
        self,
        *days: int,
        during: int | None = 1,
        after: int | None = 0,
        sore: Soreness | None = Soreness.NONE,
        rung: int = 1,
        exercise: str = BRIDGE,
    ) -> Diary:
        """A session of five minutes on each of these days; `None` is not answered."""
        for day in days:
            at, session = self.at(day), self._id()
            self.journal.open_session(
                SessionOpened(
                    session,
                    at,
                    "UTC",
                    "gentle-start",
                    Shell.WINDOW,
                    Side.LEFT,
                    ((exercise, rung),),
                    480.0,
                    "0.1.0",
                )
            )
            for index in range(10):
                self.journal.add_segment(
                    SegmentDone(
                        self._id(),
                        session,
                        at,
                        index,
                        0,
                        "work",
                        exercise,
                        Side.LEFT,
                        rung,
                        30.0,
                        HELD_S / 10,
                        True,
                    )
                )
            self.journal.close_session(
                SessionClosed(self._id(), session, at, CloseReason.COMPLETED)
            )
            pinch = None if during is None else False
            effort = None if during is None else 4
            self.journal.add_answers(SessionAnswers(self._id(), session, at, effort, during, pinch))
            if after is not None or sore is not None:
                told = self.at(day) + DAY
                self.journal.add(
                    NextDayAnswers(
                        self._id(), told, MONDAY + day * DAY, 1, Reply.ANSWERED, after, sore, False
                    )
                )
        return self

    def withdrawn(self, day: int) -> Diary:
        """The sessions of a day were somebody else's."""
        for row in [*self.journal.opened.values()]:
            if row.at == self.at(day):
                self.journal.add(Withdrawal(self._id(), self.at(day, 21), row.id))
        return self

    def breaks(self, day: int, hour: int, *kinds: str) -> Diary:
        """Events of stretch breaks in an hour."""
        for kind in kinds:
            self.journal.add(BreakLogged(self._id(), self.at(day, hour), kind))
        return self

    def flagged(self, day: int, *flags: str) -> Diary:
        """Warning signs were ticked."""
        self.journal.add(SafetyAnswers(self._id(), self.at(day, 8), flags))
        return self

    def cleared(self, day: int, words: str = "Go on.") -> Diary:
        """A professional said so."""
        at = self.at(day, 9)
        self.journal.add(Clearance(self._id(), at, MONDAY + day * DAY, "Dr. Weber", words))
        return self

    def noted(self, day: int, words: str) -> Diary:
        """Something was written to the day."""
        self.journal.add(Note(self._id(), self.at(day, 20), MONDAY + day * DAY, words))
        return self

    def facts(self, first: int, last: int, today: int | None = None) -> SpanFacts:
        """What is known of these days."""
        now = self.at(last if today is None else today, 22)
        return read_facts(self.journal, now, MONDAY + first * DAY, MONDAY + last * DAY)

    def at(self, day: int, hour: int = 18) -> datetime:
        """An hour of a day."""
        return datetime.combine(MONDAY + day * DAY, time(hour, 20), tzinfo=UTC)

    def _id(self) -> UUID:
        return UUID(int=next(self._numbers))


def every(step: int, first: int, last: int) -> Iterable[int]:
    """Days at equal distances."""
    return range(first, last + 1, step)
