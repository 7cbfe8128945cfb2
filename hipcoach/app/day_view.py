"""The story of a day from the journal: read, and put into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from hipcoach.app.day_snapshots import (
    AnswerStory,
    BreakMark,
    DayStory,
    HoldLine,
    NoteStory,
    SessionStory,
)
from hipcoach.app.history_view import colour_of
from hipcoach.app.phrases import day_story as phrases
from hipcoach.app.phrases.calendar import breaks_taken, calendar_day_words, felt_words
from hipcoach.app.phrases.dates import full_day_words
from hipcoach.app.phrases.plan_reasons import evidence_words, rule_words
from hipcoach.app.phrases.session import side_words
from hipcoach.app.plan_snapshots import Asked
from hipcoach.app.today_view import routine_name
from hipcoach.core.asking import SORE
from hipcoach.core.content import Content
from hipcoach.core.history import (
    BreakSeen,
    DayHistory,
    HistoryLog,
    days_of_history,
    moments_around,
)
from hipcoach.core.journal import HOLDS, SegmentDone, SessionRecord
from hipcoach.core.plan_log import NextDayAnswers, Reply
from hipcoach.core.practice_day import START, moment_of, practice_day
from hipcoach.core.side import Side
from hipcoach.core.tolerance import Tolerance
from hipcoach.core.value import value
from hipcoach.core.wording import Wording
from hipcoach.ports import Journal

_DAY: Final = timedelta(days=1)


@value
class DayRead:
    """A day as the journal has it."""

    history: DayHistory
    log: HistoryLog
    """What lies around it."""
    records: tuple[SessionRecord, ...]
    """The sessions of the day, by time."""
    answers: tuple[NextDayAnswers, ...]
    """What was said of it afterwards, whenever that was, by time."""


def read_day(
    journal: Journal,
    day: date,
    classes: Mapping[date, Tolerance],
    answers: Iterable[NextDayAnswers],
    now: datetime,
) -> DayRead:
    """Read a day; raises StoreError.

    `answers` is all that was ever said of days, `now` any moment in the person's zone.
    """
    log = journal.history(*moments_around(day, day, now))
    begins = moment_of(day, START, now)
    # What was done in another time zone has its day by the clock there.
    records = journal.sessions(begins - _DAY, begins + 2 * _DAY)
    return DayRead(
        days_of_history(log, classes, day, day)[0],
        log,
        tuple(one for one in records if practice_day(one.opened.at) == day),
        tuple(one for one in answers if one.day == day and one.reply is Reply.ANSWERED),
    )


def day_story(read: DayRead, content: Content, today: date) -> DayStory:
    """A day in words."""
    history, day = read.history, read.history.day
    plan = history.plan
    marks = _marks(read.log.breaks, day)
    due = sum(mark.kind == "due" for mark in marks)
    none = phrases.no_session_words(day, today, rest=history.rest_on_plan)
    return DayStory(
        day=day,
        title=full_day_words(day),
        words=calendar_day_words(
            history, today, lambda routine: routine_name(routine, content.wording)
        ),
        sessions=tuple(_session(record, content) for record in read.records),
        missing="" if read.records else none,
        answers=_answers(read.answers),
        felt=felt_words(history.tolerance) if history.tolerance else "",
        tolerance=history.tolerance,
        plan_title=(
            phrases.plan_title(plan, day, today, practised=history.felt.practised) if plan else ""
        ),
        plan=(*evidence_words(plan), rule_words(plan)) if plan else (),
        breaks=marks,
        breaks_words=phrases.breaks_words(breaks_taken(history), due),
        notes=tuple(NoteStory(one.words, phrases.written_words(one.at)) for one in history.notes),
        events=_events(history),
        asked=_asked(read, today),
        later=day < today,
    )


def _session(record: SessionRecord, content: Content) -> SessionStory:
    opened, wording = record.opened, content.wording
    happened = (
        phrases.event_words(event, _exercise(event.exercise, wording)) for event in record.events
    )
    return SessionStory(
        id=opened.id,
        title=phrases.session_title(opened.at, routine_name(opened.routine, wording)),
        summary=phrases.session_words(record),
        colour=colour_of(opened.routine, content),
        holds=tuple(_holds(record.segments, wording)),
        happened=tuple(filter(None, happened)),
        withdrawn=record.withdrawn,
    )


def _holds(segments: Iterable[SegmentDone], wording: Wording) -> Iterable[HoldLine]:
    """What was held, one line for each exercise on each side and at each rung."""
    held: dict[tuple[str, Side | None, int], list[SegmentDone]] = {}
    for row in segments:
        if row.phase in HOLDS and row.held_s > 0:
            held.setdefault((row.exercise, row.side, row.rung), []).append(row)
    for (exercise, side, rung), rows in held.items():
        yield HoldLine(
            exercise=_exercise(exercise, wording),
            side=side_words(side),
            held=phrases.held_words(row.held_s for row in rows),
            rung=_rung(exercise, rung, wording),
            cut=not all(row.completed for row in rows),
        )


def _exercise(name: str, wording: Wording) -> str:
    """The name of an exercise, also of one that is gone by now."""
    known = wording.exercises.get(name)
    return known.name if known else name


def _rung(exercise: str, rung: int, wording: Wording) -> str:
    known = wording.exercises.get(exercise)
    if known is None or not 1 <= rung <= len(known.rungs):
        return ""
    return known.rungs[rung - 1].name


def _answers(rows: Iterable[NextDayAnswers]) -> tuple[AnswerStory, ...]:
    ordered = sorted(rows, key=lambda row: (row.at, row.id))
    newest = {row.days_after: row.id for row in ordered}
    return tuple(
        AnswerStory(phrases.answer_words(row), replaced=newest[row.days_after] != row.id)
        for row in ordered
    )


def _events(history: DayHistory) -> tuple[str, ...]:
    flags = (phrases.flags_words(history.felt.flags),) if history.felt.flags else ()
    return (*flags, *map(phrases.cleared_words, history.clearances))


def _marks(breaks: Iterable[BreakSeen], day: date) -> tuple[BreakMark, ...]:
    marks = []
    for row in breaks:
        words = phrases.break_words(row.at, row.kind)
        if practice_day(row.at) == day and words:
            begins = moment_of(day, START, row.at)
            marks.append(BreakMark(int((row.at - begins).total_seconds() // 60), row.kind, words))
    return tuple(marks)


def _asked(read: DayRead, today: date) -> tuple[Asked, ...]:
    """What can be told of a day that was practised: of the day after it, and of the second."""
    day = read.history.day
    if not read.history.felt.practised or day >= today:
        return ()
    sore = any(row.days_after == 1 and row.soreness in SORE for row in read.answers)
    distances = (1, 2) if sore and (today - day).days > 1 else (1,)
    return tuple(Asked(day, one, phrases.asked_words(day, one)) for one in distances)
