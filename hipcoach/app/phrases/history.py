"""A day that is looked back on, in one line."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Final

from hipcoach.app.phrases.dates import weekday_short
from hipcoach.app.phrases.lengths import length_words
from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.history import DayHistory
from hipcoach.core.plan import Action
from hipcoach.core.tolerance import Tolerance

FELT: Final = {
    Tolerance.GREEN: N_("it went well"),
    Tolerance.AMBER: N_("a sign to take it easier"),
    Tolerance.RED: N_("it was too much"),
    Tolerance.UNKNOWN: N_("not all answered"),
}
"""How a day was tolerated."""
TURNS: Final = {
    Action.START: N_("the plan begins anew"),
    Action.ADVANCE: N_("the plan goes up"),
    Action.BACK_OFF: N_("the plan steps back"),
    Action.STOP_REFER: N_("the plan stops until somebody has looked at it"),
}
"""What a plan began to do."""


def day_line(day: DayHistory, name_of: Callable[[str], str]) -> str:
    """Weekday, date and what there is to tell of a day.

    `name_of` gives the name of a routine by its id.
    """
    told = " · ".join(day_parts(day, name_of))
    line = f"{weekday_short(day.day)} {day.day.isoformat()}  {told}"
    # What came from elsewhere steers no terminal, and stays on its line.
    return "".join(letter if letter.isprintable() else " " for letter in line).rstrip()


def day_parts(day: DayHistory, name_of: Callable[[str], str]) -> list[str]:
    """What there is to tell of a day, a few words each; empty where there is nothing."""
    parts = [*_sessions(day, name_of)]
    if day.tolerance is not None:
        parts.append(_(FELT[day.tolerance]))
    parts += _breaks(day)
    if day.felt.flags:
        signs = len(day.felt.flags)
        parts.append(
            ngettext("{number} warning sign", "{number} warning signs", signs).format(number=signs)
        )
    parts += [_("cleared by {name}").format(name=one.by) for one in day.clearances]
    if day.turned in TURNS:
        parts.append(_(TURNS[day.turned]))
    if aside := len(day.withdrawn):
        words = ngettext("{number} session left out", "{number} sessions left out", aside)
        parts.append(words.format(number=aside))
    if notes := len(day.notes):
        parts.append(ngettext("{number} note", "{number} notes", notes).format(number=notes))
    if day.rest_on_plan:
        parts.append(_("rest day, on plan"))
    return parts


def _sessions(day: DayHistory, name_of: Callable[[str], str]) -> list[str]:
    """Each routine with what was held in it; one that was broken off says so."""
    told = []
    ordered = sorted(day.sessions, key=lambda row: (row.routine, not row.completed))
    for (routine, completed), rows in groupby(ordered, lambda row: (row.routine, row.completed)):
        length = length_words(sum(row.held_s for row in rows))
        words = _("{routine} {length}") if completed else _("{routine} {length}, not finished")
        told.append(words.format(routine=name_of(routine), length=length))
    return told


def _breaks(day: DayHistory) -> list[str]:
    """Stretch breaks that were taken, and those that were skipped."""
    told = []
    if taken := day.count("taken"):
        words = ngettext("{number} break taken", "{number} breaks taken", taken)
        told.append(words.format(number=taken))
    if skipped := day.count("skipped"):
        words = ngettext("{number} break skipped", "{number} breaks skipped", skipped)
        told.append(words.format(number=skipped))
    return told
