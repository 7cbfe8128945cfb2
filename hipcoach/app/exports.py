"""The journal in the forms of other programs: tables for spreadsheets, dates for calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from hipcoach.app.phrases.exchange import done_words, due_words
from hipcoach.core.calendar_text import CalendarEntry
from hipcoach.core.evidence import counts
from hipcoach.core.history import DayHistory
from hipcoach.core.plan import Plan
from hipcoach.core.plan_log import PracticeRow

SESSION_COLUMNS: Final = (
    "day",
    "started_at",
    "routine",
    "purpose",
    "planned_min",
    "held_min",
    "completed",
    "effort",
    "pain_during",
    "pinch",
    "pain_next_day",
    "soreness_next_day",
    "did_not_feel_right",
    "tolerance",
)


def session_rows(days: Iterable[DayHistory]) -> Iterator[tuple[object, ...]]:
    """A row for each session, as `SESSION_COLUMNS` names its cells.

    What was felt on the next day stands beside each session of the day.
    """
    for day in days:
        felt = day.felt
        for row in day.sessions:
            yield (
                day.day.isoformat(),
                row.at.isoformat(timespec="seconds"),
                row.routine,
                row.purpose,
                round(row.length_s / 60, 1),
                round(row.held_s / 60, 1),
                row.completed,
                row.effort,
                row.pain_during,
                row.pinch,
                felt.pain_next_day,
                felt.soreness.value if felt.soreness else None,
                felt.sketchy,
                day.tolerance.value if day.tolerance else None,
            )


def calendar_entries(
    practice: tuple[PracticeRow, ...],
    plan: Plan,
    today: date,
    names: Mapping[str, str],
) -> Iterator[CalendarEntry]:
    """The sessions that were done, without stretch breaks; and the next one that is on plan.

    `names` has the names of routines by their ids.
    """
    for row in practice:
        if counts(row):
            name = names.get(row.routine, row.routine)
            yield CalendarEntry(
                uid=f"{row.session_id}@hipcoach",
                summary=name,
                start=row.at,
                length=timedelta(seconds=round(row.length_s if row.completed else row.held_s)),
                description=done_words(row),
            )
    if plan.next_day is not None:
        day = max(plan.next_day, today)
        yield CalendarEntry(uid="next-session@hipcoach", summary=due_words(), start=day)
