"""`hipcoach check-in`: how a session felt on the day after, and what was done without HipCoach."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final, TypeVar

from hipcoach.app.by_hand import rows_by_hand
from hipcoach.app.phrases.safety import flag_words
from hipcoach.app.plan_book import read_plan
from hipcoach.app.session_log import write_row
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.cli.dates import TEN, asked, moment_on
from hipcoach.cli.plan import print_plan
from hipcoach.core.asking import FILL_DAYS, open_questions
from hipcoach.core.errors import UsageError
from hipcoach.core.journal import SafetyAnswers
from hipcoach.core.plan_log import NextDayAnswers, Reply, Soreness
from hipcoach.core.practice_day import practice_day
from hipcoach.core.safety import RedFlag
from hipcoach.ports import Clock, Journal

Answer = TypeVar("Answer")

NOTHING: Final = (None, None, None)
"""Neither pain nor soreness nor whether it felt right."""
SORENESS_KEYS: Final = dict(zip("0123", Soreness, strict=True))


def run(given: Namespace) -> int:
    """Keep the answers and print the plan that follows; raises UsageError."""
    if given.flags_known:
        for flag in RedFlag:
            print(f"{flag.value:<20}{flag_words(flag)}")
        return 0
    environment = Environment.of(given.data_dir)
    clock = environment.clock()
    at = moment_on(clock, given.on)
    if at > clock.now():
        raise UsageError("in-future", {"day": given.on})
    with environment.journal() as journal:
        try:
            if given.practised:
                _keep_session(given, environment, journal, at)
            else:
                _keep_answers(given, journal, clock, at)
        finally:
            # A sign stops practice, whatever is wrong with the rest of the command.
            if given.red_flag:
                journal.add(SafetyAnswers(clock.new_id(), at, tuple(sorted({*given.red_flag}))))
        print_plan(journal, clock, practice_day(at), as_json=given.json)
    return 0


def _keep_session(
    given: Namespace, environment: Environment, journal: Journal, at: datetime
) -> None:
    plan = environment.session_plan(given.practised, read_plan(journal, at), journal)
    rows = rows_by_hand(
        plan,
        at,
        environment.clock(),
        completed=not given.unfinished,
        effort=given.effort,
        pain_during=given.pain_during,
        pinch=given.pinch,
    )
    for row in rows:
        write_row(journal, row)


def _keep_answers(given: Namespace, journal: Journal, clock: Clock, at: datetime) -> None:
    soreness = Soreness(given.soreness) if given.soreness else None
    told = (given.pain, soreness, given.sketchy)
    reply = given.reply or Reply.ANSWERED
    if given.red_flag and told == NOTHING and given.reply is None:
        return
    about, days_after = _question(given, journal, at)
    if reply is Reply.ANSWERED and told == NOTHING:
        if not sys.stdin.isatty():
            raise UsageError("no-answers")
        told = _asked(about)
        if told == NOTHING:
            raise UsageError("no-answers")
    if reply is not Reply.ANSWERED:
        told = NOTHING
    journal.add(NextDayAnswers(clock.new_id(), at, about, days_after, reply, *told))


def _question(given: Namespace, journal: Journal, at: datetime) -> tuple[date, int]:
    """The practice day that is answered for, and how many days ago it is told.

    Raises UsageError where nothing was practised on it, or in the last days.
    """
    today = practice_day(at)
    days = {practice_day(row.at) for row in journal.practice() if row.held_s > 0}
    since = at - timedelta(days=2 * FILL_DAYS)
    rows = [row for row in journal.all_of(NextDayAnswers, since) if row.at <= at]
    if given.about is not None:
        if given.about not in days:
            raise UsageError("nothing-practised", {"day": given.about})
        past = (today - given.about).days
        if past < 1:
            raise UsageError("too-soon", {"day": given.about})
        open_now = [one for one in open_questions(days, rows, at) if one.day == given.about]
        return given.about, open_now[0].days_after if open_now else given.after
    found = open_questions(days, rows, at)
    if not found:
        raise UsageError("nothing-open")
    return found[0].day, found[0].days_after


def _asked(about: date) -> tuple[int | None, Soreness | None, bool | None]:
    """Three questions in the terminal; an empty line is no answer."""
    print(_("After your session on {day}. Enter alone skips a question.").format(day=about))
    pain = _until(_("Pain today, 0 to 10: "), _number)
    soreness = _until(
        _("Sore muscles: 0 none, 1 mild, 2 moderate, 3 severe: "), SORENESS_KEYS.__getitem__
    )
    right = _until(_("Did it feel right, y or n: "), {"y": True, "n": False}.__getitem__)
    return pain, soreness, None if right is None else not right


def _until(question: str, read: Callable[[str], Answer]) -> Answer | None:
    """Ask until the answer can be read."""
    while text := asked(question).lower():
        try:
            return read(text)
        except (KeyError, ValueError):
            continue
    return None


def _number(text: str) -> int:
    number = int(text)
    if not 0 <= number <= TEN:
        raise ValueError(text)
    return number
