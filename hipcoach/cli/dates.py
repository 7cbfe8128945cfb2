"""Days, numbers and answers as they are written on the command line."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time

from hipcoach.app.words import _
from hipcoach.core.practice_day import practice_day
from hipcoach.ports import Clock

NOON = time(12)
TEN = 10
FIRST, LAST = date(1900, 1, 1), date(9000, 1, 1)
"""No day outside of these is meant; years of them, and any zone, can be added to all others."""


def day(text: str) -> date:
    """A day from `2026-03-04`."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not FIRST <= found <= LAST:
        raise argparse.ArgumentTypeError(_("a day looks like 2026-03-04"))
    return found


def asked(question: str) -> str:
    """What is answered in the terminal, without the spaces around it.

    Raises KeyboardInterrupt for the end of the input, by which people mean the same.
    """
    try:
        return input(question).strip()
    except EOFError:
        print()
        raise KeyboardInterrupt from None


def zero_to_ten(text: str) -> int:
    """A whole number from 0 to 10."""
    if not (text.isascii() and text.isdecimal() and int(text) <= TEN):
        raise argparse.ArgumentTypeError(_("a whole number from 0 to 10"))
    return int(text)


def moment_on(clock: Clock, on: date | None) -> datetime:
    """Now; of another practice day its noon, so that what is told of it stands in its place."""
    now = clock.now()
    if on is None or on == practice_day(now):
        return now
    return datetime.combine(on, NOON, tzinfo=now.tzinfo)
