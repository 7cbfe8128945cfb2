"""A span of the journal, read to be looked back on: a handful of questions, no segments."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Connection, DateTime, select, type_coerce

from hipcoach.core.corrections import Note
from hipcoach.core.history import BreakSeen, HistoryLog
from hipcoach.core.journal import SafetyAnswers
from hipcoach.core.plan_log import Clearance, NextDayAnswers, PlanDecided
from hipcoach.store.entry_values import entry_kind
from hipcoach.store.moments import local_of
from hipcoach.store.practice import practice_between
from hipcoach.store.rows import BREAK_EVENTS

_Value = TypeVar("_Value")


def history_log(connection: Connection, since: datetime, until: datetime) -> HistoryLog:
    """The rows at or after `since` and before `until`; every clearance.

    Raises `ValueError` for what makes no sense.
    """
    clearances = entry_kind(Clearance)
    return HistoryLog(
        practice=practice_between(connection, since, until),
        next_day=_between(connection, NextDayAnswers, since, until),
        safety=_between(connection, SafetyAnswers, since, until),
        clearances=tuple(map(clearances.told, clearances.table.rows(connection))),
        plans=_between(connection, PlanDecided, since, until),
        breaks=_breaks(connection, since, until),
        notes=_notes(connection, since.date(), until.date()),
    )


def _between(
    connection: Connection, kind: type[_Value], since: datetime, until: datetime
) -> tuple[_Value, ...]:
    kept = entry_kind(kind)
    at = kept.table.c.at
    return tuple(map(kept.told, kept.table.rows(connection, at >= since, at < until)))


def _notes(connection: Connection, first: date, last: date) -> tuple[Note, ...]:
    kept = entry_kind(Note)
    day = kept.table.c.day
    return tuple(map(kept.told, kept.table.rows(connection, day >= first, day <= last)))


def _breaks(connection: Connection, since: datetime, until: datetime) -> tuple[BreakSeen, ...]:
    # Columns instead of whole rows, and moments as the driver gives them: a year has thousands.
    c = BREAK_EVENTS.c
    at = type_coerce(c.at, DateTime(timezone=True))
    asked = select(at, c.offset_s, c.kind).where(c.at >= since, c.at < until)
    found = connection.execute(asked.order_by(c.at, c.id)).all()
    return tuple(BreakSeen(local_of(at, ahead_s), kind) for at, ahead_s, kind in found)
