"""`hipcoach plan`: how often to practise now, and why."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from hipcoach.app.phrases.plan import headline_words, target_words
from hipcoach.app.phrases.plan_reasons import reason_words
from hipcoach.app.plan_book import keep_plan, read_plan
from hipcoach.app.plan_view import practised
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.cli.dates import moment_on
from hipcoach.core.case_file import read_case
from hipcoach.core.errors import UsageError
from hipcoach.core.plan import Plan
from hipcoach.core.practice_day import practice_day
from hipcoach.core.ramp import plan_of
from hipcoach.ports import Clock, Journal


def run(given: Namespace) -> int:
    """Print the plan of the journal, or of the sessions in a file."""
    environment = Environment.of(given.data_dir) if given.from_file is None else None
    if environment is None:
        from hipcoach.system.clock import SystemClock  # noqa: PLC0415 - a journal brings its own

        day = given.on or practice_day(SystemClock().now())
        days = read_case(_document(given.from_file))
        done = any(one.day == day and one.practised for one in days)
        _print(plan_of(days, day), day, done=done, as_json=given.json)
        return 0
    clock = environment.clock()
    with environment.journal() as journal:
        print_plan(journal, clock, given.on or practice_day(clock.now()), as_json=given.json)
    return 0


def print_plan(journal: Journal, clock: Clock, day: date, *, as_json: bool) -> None:
    """Print the plan of a day by what the journal says; that of today is kept."""
    known = read_plan(journal, moment_on(clock, day))
    if day == practice_day(clock.now()):
        keep_plan(journal, clock, known)
    _print(known.plan, day, done=day in practised(known.log), as_json=as_json)


def as_plain(plan: Plan) -> dict[str, Any]:
    """A plan in words and numbers, for JSON."""
    return {
        "action": plan.action.value,
        "weekly_target_min": plan.weekly_min,
        "weekly_target_max": plan.weekly_max,
        "next_session_not_before": plan.next_day.isoformat() if plan.next_day else None,
        "level": plan.level,
        "reasons": [
            {**dict(one.numbers), "code": one.code, "sentence": reason_words(one)}
            for one in plan.reasons
        ],
        "rules_version": plan.rules_version,
    }


def _print(plan: Plan, day: date, *, done: bool, as_json: bool) -> None:
    if as_json:
        print(json.dumps(as_plain(plan), ensure_ascii=False, indent=2))
        return
    print(headline_words(plan, day, done=done))
    if not plan.stopped:
        print(_("{number} sessions in 7 days.").format(number=target_words(plan)))
        print(_("Next session: from {day} on.").format(day=plan.next_day))
    print()
    for one in plan.reasons:
        print(f"· {reason_words(one)}")


def _document(path: Path) -> object:
    try:
        return json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise UsageError("no-file", {"name": path}) from None
    except OSError as fault:
        raise UsageError("unreadable-file", {"name": path, "reason": fault.strerror}) from fault
    except (ValueError, RecursionError) as fault:  # of JSON, and of text that is none
        raise UsageError("not-json", {"name": path}) from fault
