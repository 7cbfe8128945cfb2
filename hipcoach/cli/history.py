"""`hipcoach history`: the days looked back on, a line each."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, timedelta
from typing import Any, Final

from hipcoach.app.phrases.history import day_line
from hipcoach.app.plan_book import read_plan
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.cli.content import everything, print_json
from hipcoach.cli.plan import as_plain as plain_plan
from hipcoach.core.errors import UsageError
from hipcoach.core.history import DayHistory, HistoryLog, days_of_history, moments_around
from hipcoach.core.plan_log import PracticeRow
from hipcoach.core.practice_day import practice_day

USUAL: Final = timedelta(days=27)
"""So far back it goes where nothing is said: four weeks with today."""


def run(given: Namespace) -> int:
    """Print the days of a span; raises UsageError where it ends before it begins."""
    environment = Environment.of(given.data_dir)
    now = environment.clock().now()
    last = given.last or practice_day(now)
    first = given.first or last - USUAL
    if first > last:
        raise UsageError("span-backwards", {"day": first})
    with environment.journal() as journal:
        log = journal.history(*moments_around(first, last, now))
        classes = read_plan(journal, now).ramp.classes()
    days = [
        day
        for day in days_of_history(log, classes, *_told_of(log, first, last))
        if not day.empty or day.rest_on_plan or day.turned
    ]
    if given.json:
        print_json({"from": first.isoformat(), "to": last.isoformat(), "days": _plain(days)})
        return 0
    names = {
        name: words.name
        for name, words in everything(given.data_dir).everything().wording.routines.items()
    }
    for day in days:
        print(day_line(day, lambda routine: names.get(routine, routine)))
    if not days:
        print(_("Nothing is recorded from {first} to {last}.").format(first=first, last=last))
    return 0


def _told_of(log: HistoryLog, first: date, last: date) -> tuple[date, date]:
    """The part of a span beyond which no row is, so that millennia take no longer than years."""
    moments = [row.at for row in log.practice]
    moments += [row.at for row in log.safety]
    moments += [row.at for row in log.breaks]
    days = {practice_day(at) for at in moments}
    days |= {row.day for row in log.next_day} | {row.day for row in log.clearances}
    days |= {row.day for row in log.plans} | {row.day for row in log.notes}
    within = [day for day in days if first <= day <= last] or [first]
    return min(within), max(within)


def _plain(days: list[DayHistory]) -> list[dict[str, Any]]:
    """Days in words and numbers, for JSON."""
    return [
        {
            "date": day.day.isoformat(),
            "practised": day.felt.practised,
            "held_s": round(day.held_s, 3),
            "sessions": [_session(row) for row in day.sessions],
            "withdrawn": [_session(row) for row in day.withdrawn],
            "notes": [note.words for note in day.notes],
            "breaks": dict(day.breaks),
            "tolerance": day.tolerance.value if day.tolerance else None,
            "effort": day.felt.effort,
            "pain_during": day.felt.pain_during,
            "pain_next_day": day.felt.pain_next_day,
            "soreness": day.felt.soreness.value if day.felt.soreness else None,
            "pinch": day.felt.pinch,
            "red_flags": list(day.felt.flags),
            "cleared_by": [one.by for one in day.clearances],
            "rest_on_plan": day.rest_on_plan,
            "turned": day.turned.value if day.turned else None,
            "plan": plain_plan(day.plan) if day.plan else None,
        }
        for day in days
    ]


def _session(row: PracticeRow) -> dict[str, Any]:
    return {
        "at": row.at.isoformat(),
        "routine": row.routine,
        "purpose": row.purpose,
        "held_s": round(row.held_s, 3),
        "completed": row.completed,
    }
