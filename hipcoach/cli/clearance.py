"""`hipcoach clearance`: a health professional has said that practice may go on."""

from __future__ import annotations

import sys
from argparse import Namespace

from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.cli.dates import asked, moment_on
from hipcoach.cli.plan import print_plan
from hipcoach.core.errors import UsageError
from hipcoach.core.plan_log import Clearance
from hipcoach.core.practice_day import practice_day


def run(given: Namespace) -> int:
    """Keep it, and print the plan that follows; raises UsageError where something is missing."""
    environment = Environment.of(given.data_dir)
    clock = environment.clock()
    at = moment_on(clock, given.on)
    if at > clock.now():
        raise UsageError("in-future", {"day": given.on})
    by = given.by or _asked(_("Who has cleared you? "))
    words = given.words or _asked(_("What did they say? "))
    if not (by and words):
        raise UsageError("no-clearance")
    row = Clearance(clock.new_id(), at, given.on or practice_day(at), by, words)
    with environment.journal() as journal:
        journal.add(row)
        print_plan(journal, clock, practice_day(at), as_json=given.json)
    return 0


def _asked(question: str) -> str:
    """What is answered in the terminal; nothing where nobody is there."""
    return asked(question) if sys.stdin.isatty() else ""
