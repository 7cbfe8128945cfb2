"""What the Breaks page says: its choices, the week, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from hipcoach.app.phrases.dates import day_words, weekday_words
from hipcoach.app.phrases.numbers import decimal_words
from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.autostart import AutostartState
from hipcoach.core.hours import HoursError, HoursFault, Range

MONDAY: Final = date(2024, 1, 1)
"""A Monday, from which weekdays are named."""
MINUTE_S: Final = 60
_FEW: Final = 6
"""So many times of a day are told one by one."""

_CHOICES: Final[Mapping[str, tuple[str, str, Mapping[str, str]]]] = {
    "window": (
        N_("Window of a break"),
        N_("The small one stands in a corner and is read from a metre away."),
        {"small": N_("Small"), "large": N_("Large")},
    ),
    "background": (
        N_("When the window is closed"),
        N_("Reminders need HipCoach to go on running without it."),
        {"ask": N_("Ask"), "keep": N_("Go on reminding"), "quit": N_("Quit")},
    ),
}

_LENGTHS: Final[Mapping[str, tuple[str, str]]] = {
    "interval_s": (N_("A break every"), N_("Of sitting: time away from the desk is not counted.")),
    "break_s": (N_("Length of a break"), N_("Whoever does half of it has taken it.")),
    "notice_s": (N_("Say it before"), N_("A short word that a break is near.")),
    "snooze_limit": (N_("Put a break off"), ""),
    "idle_after_s": (
        N_("Away after"),
        N_("So long without mouse or keyboard, and you count as away."),
    ),
    "credit_s": (N_("Time away that is a break"), N_("So long away, and the time begins anew.")),
    "settle_s": (
        N_("Wait after a meeting"),
        N_("So long at the desk again before a break that was held back is offered."),
    ),
    "offer_s": (N_("Wait for an answer"), N_("So long an offer stands.")),
    "again_s": (
        N_("Offer again after"),
        N_("When nobody answered. After the third time the break is left out."),
    ),
}

_AUTOSTART: Final[Mapping[AutostartState, str]] = {
    AutostartState.ON: N_("HipCoach is set up to start, in the tray and without a window."),
    AutostartState.OFF: N_("Reminders begin when you open HipCoach."),
    AutostartState.ELSEWHERE: N_(
        "Another HipCoach is set up to start: another installation, or one with another folder. "
        "Switch this on to start this one."
    ),
    AutostartState.BROKEN: N_(
        "Something is set up to start, but its program is gone. Switch this on to mend it."
    ),
}


def choice_name(name: str) -> tuple[str, str]:
    """What is chosen, and what it means."""
    return _(_CHOICES[name][0]), _(_CHOICES[name][1])


def choices_of(name: str) -> tuple[tuple[str, str], ...]:
    """(code, words) of what there is to choose from."""
    return tuple((code, _(words)) for code, words in _CHOICES[name][2].items())


def length_name(name: str) -> tuple[str, str]:
    """What a length is for, and what it means."""
    return _(_LENGTHS[name][0]), _(_LENGTHS[name][1]) if _LENGTHS[name][1] else ""


def amount_words(name: str, amount: float) -> str:
    """A length or a number, as it is shown beside its slider."""
    if name == "snooze_limit":
        number = round(amount)
        if not number:
            return _("no limit")
        return ngettext("once", "{number} times", number).format(number=number)
    if name == "notice_s" and not amount:
        return _("never")
    if name in {"settle_s", "again_s"} and not amount:
        return _("at once")
    return duration_words(amount)


def duration_words(seconds: float) -> str:
    """A length in short: *20 s*, *90 s*, *25 min*, *1 h 30 min*."""
    if seconds < 2 * MINUTE_S or seconds % MINUTE_S:
        return _("{seconds} s").format(seconds=decimal_words(seconds))
    hours, minutes = divmod(round(seconds / MINUTE_S), 60)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    if not minutes:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def autostart_words(state: AutostartState) -> str:
    """What will happen at the next login."""
    return _(_AUTOSTART[state])


def by_turns_words() -> str:
    """The routines of a break one after the other."""
    return _("Standing, seated and kneeling by turns")


def preview_words(day: date, today: date, times: Sequence[datetime]) -> str:
    """When reminders would come on that day, for who sits all the time."""
    told = [one.strftime("%H:%M") for one in times]
    if len(told) > _FEW:
        told = [*told[: _FEW - 1], "…", told[-1]]
    listed = ", ".join(told)
    if day == today:
        return _("Today you would be reminded at {times}.").format(times=listed)
    return _("On {weekday} you would be reminded at {times}.").format(
        weekday=weekday_words(day), times=listed
    )


def no_preview_words() -> str:
    """Where nothing would come within a week."""
    return _("You would not be reminded at all: no hours are long enough for a break.")


def weekday_name(day: int) -> str:
    """The name of a weekday, 0 for Monday."""
    return weekday_words(MONDAY.replace(day=1 + day))


def day_hours_words(day: int, ranges: Sequence[Range]) -> str:
    """The hours of a weekday in a sentence."""
    if not ranges:
        return _("{weekday}: no reminders").format(weekday=weekday_name(day))
    listed = ", ".join(f"{one}".replace("-", "–") for one in ranges)
    return _("{weekday}: {hours}").format(weekday=weekday_name(day), hours=listed)


def cell_words(day: int, start_min: int, end_min: int, *, inside: bool) -> str:
    """What the keys are on in the week."""
    span = str(Range(start_min, end_min)).replace("-", "–")
    said = _("{weekday}, {span}: reminders") if inside else _("{weekday}, {span}: none")
    return said.format(weekday=weekday_name(day), span=span)


def hours_error_words(error: HoursError) -> str:
    """Why hours can't be understood, and how they are written."""
    text = error.details.get("text", "")
    match error.code:
        case HoursFault.BAD_RANGE:
            return _("“{text}” is no time range; write it as 09:00-12:00, 13:00-18:00.").format(
                text=text
            )
        case HoursFault.BAD_DATE:
            return _("“{text}” is no date; write it as 2026-12-25.").format(text=text)
        case _:
            return _("These hours can't be understood.")


def day_off_words(day: date) -> str:
    """A day off."""
    return _("{day} {year}").format(day=day_words(day), year=day.year)


def keep_words(*, tray: bool) -> tuple[str, str]:
    """The question when the window is closed, and what follows."""
    where = (
        _("The icon in the tray shows how it stands and opens the window again.")
        if tray
        else _("This desktop has no tray: start HipCoach again to open the window.")
    )
    return _("HipCoach goes on reminding you of breaks in the background."), where


def gone_on_words() -> tuple[str, str]:
    """Said where there is no tray, when the window has been closed."""
    return (
        _("HipCoach goes on reminding you"),
        _("Start HipCoach again to open its window, or to quit."),
    )
