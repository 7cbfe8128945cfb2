"""What is said of stretch breaks: in the tray, on notices, to who asks."""

from __future__ import annotations

from datetime import datetime
from math import ceil
from typing import Final

from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.breaks import Guard, Refusal, Standing, Status

HOUR_MIN: Final = 60
WEEK: Final = 7
"""Days; a day in less has a name that is no other's."""
_GUARDS: Final = {
    Guard.MEETING: N_("in a meeting"),
    Guard.CALL: N_("in a call"),
    Guard.DO_NOT_DISTURB: N_("do not disturb"),
    Guard.FULLSCREEN: N_("full screen"),
    Guard.SESSION: N_("in a session"),
}
_REFUSALS: Final = {
    Refusal.NOT_NOW: N_("There is no break to start, put off or skip just now."),
    Refusal.TOO_MANY: N_("This break has been put off as often as you allow; skip it or take it."),
    Refusal.NO_LENGTH: N_("Say for how long, with a time above zero."),
    Refusal.NOT_IN_FUTURE: N_("That moment has passed; choose one that is still to come."),
}


def line_words(status: Status, now: datetime) -> str:
    """How it stands, in one line."""
    match status.standing:
        case Standing.RUNNING:
            return _("A break is running")
        case Standing.PAUSED:
            return _paused(status.paused_until, now)
        case Standing.OUTSIDE:
            return _("Outside your hours")
        case Standing.HELD:
            return _("Held: {guard}").format(guard=guard_words(status.guard))
        case Standing.OFFERED:
            return _("Your break is due")
        case Standing.WAITING:
            return _waiting(status.remaining_s)


def off_words() -> str:
    """Where there are no reminders."""
    return _("Break reminders are off")


def guard_words(guard: Guard | None) -> str:
    """What holds a break back."""
    return _(_GUARDS[guard]) if guard else ""


def refusal_words(refusal: Refusal) -> str:
    """Why what was asked for isn't done."""
    return _(_REFUSALS[refusal])


def refused_title() -> str:
    """Above the sentence why something isn't done."""
    return _("Not now")


def anew_words(aside: str) -> str:
    """What was counted is lost; where its file is now, empty: nowhere."""
    told = _("How far your next break was could not be read, so a full interval begins.")
    if not aside:
        return told
    return told + " " + _("The file as it was is kept as {path}.").format(path=aside)


def notice_title(seconds: float) -> str:
    """A break is near."""
    if seconds < 2 * HOUR_MIN:
        return _("Stretch break in {seconds} seconds").format(seconds=round(seconds))
    return _("Stretch break in {minutes} minutes").format(minutes=round(seconds / 60))


def offer_title(*, stopped: bool) -> str:
    """A break is due; `stopped`: no stretching, until somebody has looked at it."""
    return _("Time to stand up") if stopped else _("Time for a stretch break")


def offer_text(routine: str, length: str, *, stopped: bool) -> str:
    """What there is to do: a routine by its name, so long."""
    if stopped:
        return _("Stand up and walk for a minute.")
    return _("{routine}, {length}").format(routine=routine, length=length)


def start_words(*, stopped: bool) -> str:
    """The button that begins a break."""
    return _("I'm going") if stopped else _("Start")


def snooze_words(minutes: int) -> str:
    """The button that puts a break off."""
    return ngettext("{number} min", "{number} min", minutes).format(number=minutes)


def skip_words() -> str:
    """The button that leaves a break out."""
    return _("Skip")


def meeting_over_words() -> tuple[str, str]:
    """Title and text, when the time of a meeting is over."""
    return _("Still in the meeting?"), _("Break reminders come again unless you say so.")


def still_meeting_words() -> str:
    """The button that says yes."""
    return _("30 more minutes")


def meeting_ended_words() -> str:
    """The button that says no."""
    return _("It is over")


def _paused(until: datetime | None, now: datetime) -> str:
    if until is None:
        return _("Paused until you resume")
    clock = until.strftime("%H:%M")
    if until.date() == now.date():
        return _("Paused until {time}").format(time=clock)
    from hipcoach.app.phrases.dates import day_words, weekday_words  # noqa: PLC0415 - seldom

    near = (until.date() - now.date()).days < WEEK
    day = (weekday_words if near else day_words)(until.date())
    return _("Paused until {day}, {time}").format(day=day, time=clock)


def _waiting(remaining_s: float) -> str:
    minutes = ceil(remaining_s / 60)
    if remaining_s < HOUR_MIN:
        return _("Next break in less than a minute")
    if minutes < HOUR_MIN:
        return _("Next break in {minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, HOUR_MIN)
    if not rest:
        return _("Next break in {hours} h").format(hours=hours)
    return _("Next break in {hours} h {minutes} min").format(hours=hours, minutes=rest)
