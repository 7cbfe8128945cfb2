"""What a report for a professional says: facts with their dates, and no conclusion."""

from __future__ import annotations

from datetime import date
from typing import Final

from hipcoach.app.phrases.dates import begun
from hipcoach.app.phrases.history import TURNS
from hipcoach.app.phrases.next_day import soreness_words
from hipcoach.app.phrases.numbers import decimal_words
from hipcoach.app.phrases.plan_reasons import reason_words
from hipcoach.app.phrases.safety import flag_words
from hipcoach.app.phrases.trends import short_date
from hipcoach.app.words import _, ngettext
from hipcoach.core.evidence import Day
from hipcoach.core.plan import Action
from hipcoach.core.plan_log import Clearance
from hipcoach.core.reasons import PlanReason
from hipcoach.core.tolerance import RED_DURING, RED_NEXT_DAY
from hipcoach.core.trends import Spread, Turn

_TOLD: Final = frozenset({PlanReason.RED_FLAG.value, PlanReason.CLEARED.value})
"""Reasons that stand among the warning signs and clearances."""


def made_words(today: date, version: str) -> str:
    """When it was made, and with what."""
    return _("Made on {day} with HipCoach {version}").format(day=short_date(today), version=version)


def done_words(done: int, least: int, most: int) -> str:
    """What a number of sessions stands for, beside what the plan asked for."""
    if not most:
        return ngettext("session done", "sessions done", done)
    asked = str(most) if least == most else f"{least}–{most}"
    words = ngettext("session done; {asked} on plan", "sessions done; {asked} on plan", done)
    return words.format(asked=asked)


def backs_words(backs: int) -> str:
    """What a number of steps back stands for."""
    return ngettext("time the plan stepped back", "times the plan stepped back", backs)


def pain_figure(spread: Spread | None) -> str:
    """Average and worst."""
    if spread is None:
        return "–"
    return f"{decimal_words(spread.mean, 1)} / {decimal_words(spread.most)}"


def sign_line(flags: tuple[str, ...]) -> str:
    """Warning signs that were answered."""
    signs = "; ".join(map(flag_words, flags))
    return _("Warning sign: {signs}.").format(signs=signs)


def cleared_line(clearance: Clearance) -> str:
    """Who has cleared them, and what was said."""
    return _("Cleared by {name}: “{words}”").format(name=clearance.by, words=clearance.words)


def turn_line(turn: Turn, felt: Day | None) -> str:
    """What the plan did on a day, and why; with what was felt where it was too much."""
    first = turn.action is Action.START and turn.why is None
    told = [_("The plan begins.") if first else begun(_(TURNS[turn.action])) + "."]
    if turn.why is not None and turn.why.code not in _TOLD:
        told.append(reason_words(turn.why))
    if felt is not None and (values := felt_parts(felt)):
        told.append(begun(", ".join(values)) + ".")
    return " ".join(told)


def felt_parts(felt: Day) -> list[str]:
    """What is known of how a day felt, a few words each."""
    told = []
    if felt.pain_during is not None:
        told.append(_("pain {value} of 10 while practising").format(value=felt.pain_during))
    if felt.pain_next_day is not None:
        told.append(_("pain {value} of 10 the day after").format(value=felt.pain_next_day))
    if felt.soreness is not None:
        told.append(_("soreness: {word}").format(word=soreness_words(felt.soreness).lower()))
    if felt.pinch:
        told.append(_("a pinch at the front of the hip"))
    if felt.effort is not None:
        told.append(_("effort {value} of 10").format(value=felt.effort))
    return told


def contents_of(
    *, sessions: int, exercises: int, signs: int, turns: int, notes: int, breaks: int
) -> tuple[str, ...]:
    """What a report tells of, a few words each; what there is none of is left out."""
    counted = (
        (sessions, ngettext("{number} session", "{number} sessions", sessions)),
        (exercises, ngettext("{number} exercise", "{number} exercises", exercises)),
        (
            signs,
            ngettext(
                "{number} warning sign or clearance",
                "{number} warning signs and clearances",
                signs,
            ),
        ),
        (turns, ngettext("{number} change of the plan", "{number} changes of the plan", turns)),
        (notes, ngettext("{number} note", "{number} notes", notes)),
        (breaks, ngettext("{number} stretch break", "{number} stretch breaks", breaks)),
    )
    return tuple(words.format(number=number) for number, words in counted if number)


def contents_words(pages: int, contents: tuple[str, ...]) -> str:
    """How long a report is, and what is in it."""
    words = ngettext("{number} page", "{number} pages", pages).format(number=pages)
    return _("{pages}: {contents}.").format(pages=words, contents=", ".join(contents))


def more_words(number: int) -> str:
    """In place of lines that are left out."""
    return ngettext("and {number} earlier one", "and {number} earlier ones", number).format(
        number=number
    )


def rules_words() -> str:
    """How the plan works, in a few lines."""
    return _(
        "The plan begins with two sessions a week and goes up to three or four, and to daily where "
        "that is wished, after days that were tolerated. It steps back where pain was {during} of "
        "10 or more while practising or {after} or more the day after, where soreness was severe "
        "or came twice running, where a pinch came with pain or twice running, where it did not "
        "feel right, or after 15 days without practice. "
        "Three such days running, or a warning sign, stop it until a professional has cleared the "
        "person. What was not answered counts neither way. Pain is told as it was answered; for "
        "the plan the usual pain of an ordinary day is taken off."
    ).format(during=RED_DURING, after=RED_NEXT_DAY)


def foot_words(version: str) -> str:
    """What it is and what it is not."""
    return _(
        "Made by HipCoach {version} from what the person recorded themselves. No diagnosis, and "
        "no measurement by a professional."
    ).format(version=version)


def saved_words(path: str) -> str:
    """The report is there."""
    return _("The report was saved: {path}").format(path=path)
