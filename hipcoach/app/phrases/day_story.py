"""What the story of a day says: plainly, what was recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from hipcoach.app.phrases.data import number_words
from hipcoach.app.phrases.dates import begun, day_words
from hipcoach.app.phrases.lengths import length_words, minutes_words
from hipcoach.app.phrases.next_day import soreness_words
from hipcoach.app.phrases.safety import flag_words
from hipcoach.app.phrases.session import side_words
from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.journal import CloseReason, EventKind, SessionEvent, SessionRecord
from hipcoach.core.plan import Plan
from hipcoach.core.plan_log import Clearance, NextDayAnswers

_ENDS: Final = {
    CloseReason.COMPLETED: N_("finished"),
    CloseReason.STOPPED: N_("stopped early"),
    CloseReason.UNFINISHED: N_("broken off"),
}
_EVENTS: Final = {
    EventKind.PINCH: N_("A pinch: {exercise}"),
    EventKind.EASIER: N_("Made easier: {exercise}"),
    EventKind.SKIPPED: N_("Skipped: {exercise}"),
    EventKind.RESTARTED: N_("Began anew: {exercise}"),
    EventKind.SWAPPED: N_("Sides changed round: {exercise}"),
    EventKind.LENGTHENED: N_("Another length: {exercise}"),
}
"""What is told of a session; pauses are not."""
_BREAKS: Final = {
    "due": N_("due"),
    "held": N_("held back"),
    "ignored": N_("not noticed"),
    "missed": N_("missed"),
    "started": N_("begun"),
    "taken": N_("taken"),
    "cut_short": N_("cut short"),
    "snoozed": N_("put off"),
    "skipped": N_("skipped"),
    "satisfied": N_("had by itself: you were away"),
}
"""What happened to a stretch break; the rest is housekeeping."""


def clock_words(at: datetime) -> str:
    """A time of the day, such as 18:05."""
    return f"{at:%H:%M}"


def session_title(at: datetime, routine: str) -> str:
    """When a session began, and which it was."""
    return _("{time} · {routine}").format(time=clock_words(at), routine=routine)


def session_words(record: SessionRecord) -> str:
    """How long was held, how it ended and how it felt."""
    parts = [_("{length} held").format(length=minutes_words(record.held_s))]
    if record.closed is not None:
        parts.append(_(_ENDS[record.closed.reason]))
    answers = record.answers
    if answers is not None:
        if answers.effort is not None:
            parts.append(_("effort {number} of 10").format(number=answers.effort))
        if answers.pain_during is not None:
            parts.append(_("pain {number} of 10").format(number=answers.pain_during))
        if answers.pinch:
            parts.append(_("a pinch at the front of the hip"))
    return begun(_("{parts}.").format(parts=", ".join(parts)))


def held_words(lengths: Iterable[float]) -> str:
    """How long each of several holds lasted: *30 s*, *2 × 30 s*, *4 × 5 s + 25 s*."""
    told = Counter(map(length_words, lengths))
    return " + ".join(
        words if number == 1 else f"{number} × {words}" for words, number in told.items()
    )


def event_words(event: SessionEvent, exercise: str) -> str:
    """What happened in the middle of a session; empty for what is not worth telling."""
    if event.kind not in _EVENTS:
        return ""
    words = _(_EVENTS[event.kind]).format(exercise=exercise)
    side = side_words(event.side).lower()
    return _("{what}, {side}").format(what=words, side=side) if side else words


def answer_words(row: NextDayAnswers) -> str:
    """What was said of a day, and when."""
    said = []
    if row.pain is not None:
        said.append(_("pain {number} of 10").format(number=row.pain))
    if row.soreness is not None:
        said.append(_("sore muscles: {how}").format(how=soreness_words(row.soreness).lower()))
    if row.sketchy is not None:
        said.append(_("something felt wrong") if row.sketchy else _("it felt right"))
    when = _("On {day}, {time}").format(day=day_words(row.at.date()), time=clock_words(row.at))
    return _("{day}: {what}.").format(day=begun(when), what=", ".join(said))


def written_words(at: datetime) -> str:
    """When a note was written."""
    return _("Written on {day}, {time}").format(day=day_words(at.date()), time=clock_words(at))


def flags_words(flags: Iterable[str]) -> str:
    """The warning signs that were answered."""
    return _("Warning sign: {what}").format(what=" ".join(map(flag_words, flags)))


def cleared_words(row: Clearance) -> str:
    """Who gave a clearance, and what was said."""
    words = _("Cleared by {name}").format(name=row.by)
    return _("{who}: {what}").format(who=words, what=row.words) if row.words else words


def break_words(at: datetime, kind: str) -> str:
    """When something happened to a break, and what; empty for what is not worth telling."""
    if kind not in _BREAKS:
        return ""
    return _("{time} {what}").format(time=clock_words(at), what=_(_BREAKS[kind]))


def breaks_words(taken: int, due: int) -> str:
    """The breaks of a day, counted."""
    if not taken and not due:
        return _("No breaks on this day.")
    offered = ngettext("{number} break was due", "{number} breaks were due", due)
    done = ngettext("{number} was taken", "{number} were taken", taken)
    return _("{due}, {taken}.").format(
        due=offered.format(number=due), taken=done.format(number=taken)
    )


def plan_title(plan: Plan, day: date, today: date, *, practised: bool) -> str:
    """What was on plan on a day, or is; the newest plan of a day with a session looks ahead."""
    if plan.stopped:
        return _("Practice is paused") if day == today else _("Practice was paused")
    if plan.due(day):
        return _("A session is on plan") if day == today else _("A session was on plan")
    return _("After the session of this day") if practised else _("Rest day, on plan")


def asked_words(day: date, days_after: int) -> str:
    """How a day felt afterwards, whenever it was."""
    if days_after > 1:
        return _("And two days after {day}, how did it feel?").format(day=day_words(day))
    return _("How did your hips feel on the day after {day}?").format(day=day_words(day))


def no_session_words(day: date, today: date, *, rest: bool) -> str:
    """In place of the sessions of a day without any."""
    if day == today:
        return _("No session yet today.")
    return _("No session; a rest day, on plan.") if rest else _("No session on this day.")


def note_too_long_words(length: int, most: int) -> str:
    """Why a note can't be kept as it is."""
    return _("{length} characters; a note has {most} at most.").format(
        length=number_words(length), most=number_words(most)
    )
