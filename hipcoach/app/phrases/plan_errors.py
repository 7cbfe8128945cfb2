"""Faults around the plan, by their codes: each one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.app.words import N_

PLAN_USAGE: Final[Mapping[str, str]] = {
    "in-future": N_("{day} is still to come."),
    "no-answers": N_("Say how it felt, such as `hipcoach check-in --pain 1 --soreness mild`."),
    "no-clearance": N_("Say who has cleared you with --by, and what they said with --words."),
    "nothing-practised": N_("Nothing was practised on {day}."),
    "nothing-open": N_("No session of the last days waits for an answer."),
    "too-soon": N_("How the session of {day} was tolerated shows from the next day on."),
    "not-json": N_("{name} is no JSON; docs/plan.md shows what it looks like."),
    "unreadable-file": N_("The file {name} can't be read ({reason})."),
}
"""Of what is asked for in a command."""
CASES: Final[Mapping[str, str]] = {
    "case-no-history": N_("The file holds no list “history”; docs/plan.md shows what it is like."),
    "case-no-row": N_("Row {row} is no session; docs/plan.md shows what one looks like."),
    "case-bad-date": N_("Row {row}, {field}: {value} is no date such as 2026-01-05."),
    "case-bad-yes-no": N_("Row {row}, {field}: {value} is neither true, false nor null."),
    "case-bad-number": N_("Row {row}, {field}: {value} is no whole number from {least} to {most}."),
    "case-bad-word": N_("Row {row}, {field}: {value} is none of {words}."),
}
"""Of a history in a file."""
