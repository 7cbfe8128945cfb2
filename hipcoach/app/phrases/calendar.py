"""What the calendar says of days, months and years: what was, and never a reproach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from hipcoach.app.history_snapshots import DaySign
from hipcoach.app.phrases.dates import begun, day_words, full_day_words, month_of_year_words
from hipcoach.app.phrases.history import FELT, TURNS, day_parts
from hipcoach.app.phrases.lengths import length_words, minutes_words
from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.history import DayHistory
from hipcoach.core.plan import Action
from hipcoach.core.tolerance import Tolerance

MINUTE_S: Final = 60.0
_SIGNS: Final = {
    DaySign.REST: N_("rest day, on plan"),
    DaySign.DUE: N_("a session is on plan"),
    DaySign.BREAKS: N_("a break taken"),
    DaySign.FLAG: N_("a warning sign"),
    DaySign.CLEARED: N_("a clearance"),
    DaySign.NOTE: N_("a note"),
}


def calendar_day_words(
    day: DayHistory, today: date, name_of: Callable[[str], str], *, due: bool = False
) -> str:
    """A day in a sentence, with everything that is drawn of it.

    `due`: the next session is on plan on it.
    """
    parts = day_parts(day, name_of)
    if due:
        parts.append(_("a session is on plan"))
    if not parts:
        parts = [_("still to come") if day.day > today else _("nothing recorded")]
    name = full_day_words(day.day)
    if day.day == today:
        name = _("Today, {day}").format(day=day_words(day.day))
    return begun(_("{day}: {what}.").format(day=name, what=", ".join(parts)))


def minutes_of_day_words(seconds: float) -> str:
    """Time held on a day, short; empty below some seconds."""
    return length_words(seconds) if seconds >= 3 else ""  # noqa: PLR2004 - nothing to speak of


def summary_words(days: Sequence[DayHistory]) -> str:
    """What these days have had: sessions, time, breaks; empty for nothing at all."""
    sessions = sum(day.felt.practised for day in days)
    held_s = sum(day.held_s for day in days)
    breaks = sum(breaks_taken(day) for day in days)
    parts = []
    if sessions:
        words = ngettext("{number} day with practice", "{number} days with practice", sessions)
        parts.append(words.format(number=sessions))
    if held_s >= MINUTE_S / 2:
        parts.append(_("{length} held").format(length=minutes_words(held_s)))
    if breaks:
        words = ngettext("{number} break taken", "{number} breaks taken", breaks)
        parts.append(words.format(number=breaks))
    return begun(", ".join(parts))


def breaks_taken(day: DayHistory) -> int:
    """Stretch breaks that were done on a day, offered or begun by hand."""
    return max(day.count("taken"), sum(row.purpose == "break" for row in day.sessions))


def empty_month_words(year: int, month: int, today: date, first: date | None) -> str:
    """What to make of a month without anything; `first` is the first day of which is known."""
    here, shown = (today.year, today.month), (year, month)
    if shown > here:
        return _(
            "{month} is still to come. Nothing has to be entered ahead: the plan says from day to "
            "day when a session is due."
        ).format(month=month_of_year_words(year, month))
    if shown == here:
        return _(
            "Nothing yet this month. Begin on Today whenever it suits you: every session, break "
            "and answer shows up here by itself."
        )
    if first is None or shown < (first.year, first.month):
        return _("This is before your first session with HipCoach.")
    return _(
        "Nothing is recorded in this month. Pauses are part of practising: after one the plan "
        "begins again more gently."
    )


def empty_year_words(year: int, today: date, first: date | None) -> str:
    """What to make of a year without anything; `first` as above."""
    if year > today.year:
        return _("{year} is still to come.").format(year=year)
    if year == today.year:
        return _(
            "Nothing yet this year. Begin on Today whenever it suits you: every day of practice "
            "shows up here by itself."
        )
    if first is None or year < first.year:
        return _("This is before your first session with HipCoach.")
    return _(
        "Nothing is recorded in this year. Pauses are part of practising: after one the plan "
        "begins again more gently."
    )


def unread_words() -> str:
    """In place of days that could not be read."""
    return _("The journal can’t be read just now, so these days stay empty.")


def felt_words(tolerance: Tolerance) -> str:
    """How days with that mark were tolerated."""
    return begun(_(FELT[tolerance]))


def turn_words(action: Action) -> str:
    """What the plan did on days with that mark."""
    return begun(_(TURNS[action]))


def sign_words(sign: DaySign) -> str:
    """What a mark in a day means."""
    return begun(_(_SIGNS[sign]))


def step_words(most: int) -> str:
    """Days with up to so many minutes."""
    return _("up to {minutes} min").format(minutes=most)


def last_step_words(least: int) -> str:
    """Days with more than so many minutes."""
    return _("more than {minutes} min").format(minutes=least)
