"""The reasons of a plan in words: what it rests on, which rule follows, what would change it.

Every code of `core.reasons` that a plan can have is said here; a code that a newer version has
written is said to be one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from hipcoach.app.phrases.dates import begun, day_words
from hipcoach.app.phrases.safety import flag_words
from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.case_file import UNSPECIFIED
from hipcoach.core.plan import Action, Plan, Reason
from hipcoach.core.plan_log import Soreness
from hipcoach.core.reasons import EvidenceReason, NextReason, PlanReason, RestReason

_LEVELS: Final[Mapping[int, str]] = {
    1: N_("twice a week"),
    2: N_("three to four times a week"),
    3: N_("up to daily"),
}
_FIELDS: Final[Mapping[str, str]] = {
    "completed": N_("whether the session was finished"),
    "effort": N_("effort"),
    "pain-during": N_("pain while practising"),
    "pinch": N_("a pinch at the front of the hip"),
    "pain-next-day": N_("pain the day after"),
    "soreness": N_("soreness the day after"),
    "sketchy": N_("whether it felt right"),
}

_BRIEFLY: Final[Mapping[str, str]] = {
    PlanReason.FIRST_TIME: N_(
        "The plan begins gently, with two sessions a week; how they feel decides how it goes on."
    ),
    PlanReason.CLEARED: N_(
        "You have been cleared, so the plan begins again gently, with two sessions a week."
    ),
    PlanReason.LONG_GAP: N_(
        "After {days} days without practice the plan begins again, with two sessions a week."
    ),
    PlanReason.GAP: N_("After {days} days without practice the plan takes one step back, to {to}."),
    PlanReason.GAP_AT_FIRST_LEVEL: N_(
        "After {days} days without practice the plan goes on gently, with two sessions a week."
    ),
    PlanReason.RED_DAY: N_("{day} was too much, so the plan takes one step back, to {to}."),
    PlanReason.RED_AT_FIRST_LEVEL: N_(
        "{day} was too much, so the gentlest variants are on plan now, once or twice a week."
    ),
    PlanReason.AMBER_DAY: N_("{day} was enough for now, so the plan stays as it is."),
    PlanReason.UNKNOWN_DAY: N_("Not all is known about {day} yet, so the plan stays as it is."),
    PlanReason.GREEN_DAY: N_("{day} felt fine, and the plan goes on as it is."),
    PlanReason.TWO_GREEN_SEVEN_DAYS: N_(
        "It has gone well, so three to four sessions a week are on plan now."
    ),
    PlanReason.SIX_GREEN_FOURTEEN_DAYS: N_(
        "It has gone well for weeks, so you may practise up to daily; less is just as fine."
    ),
    PlanReason.CEILING_LOWERED: N_("You chose to practise {to}, and the plan keeps to that."),
    PlanReason.CEILING: N_("It goes well, and you chose to stay at {level}."),
    PlanReason.RED_FLAG: N_("You ticked a sign that a professional should look at first."),
    PlanReason.THREE_RED: N_(
        "{days} practice days running were too much; a professional should look at that first."
    ),
    PlanReason.THREE_PINCHES: N_(
        "{sessions} sessions running pinched at the front of the hip; a professional should look "
        "at that first."
    ),
}
"""What decided the plan, and what follows, in one sentence."""

_FACTS: Final[Mapping[str, str]] = {
    PlanReason.FIRST_TIME: N_("Nothing has been practised yet."),
    PlanReason.CLEARED: N_("A professional cleared you on {day}."),
    PlanReason.LONG_GAP: N_("No session for {days} days, since {last}."),
    PlanReason.GAP: N_("No session for {days} days, since {last}."),
    PlanReason.GAP_AT_FIRST_LEVEL: N_("No session for {days} days, since {last}."),
    PlanReason.RED_DAY: N_("{day} was too much."),
    PlanReason.RED_AT_FIRST_LEVEL: N_("{day} was too much."),
    PlanReason.AMBER_DAY: N_("{day} was enough for now."),
    PlanReason.UNKNOWN_DAY: N_("Not all is known about {day}."),
    PlanReason.TWO_GREEN_SEVEN_DAYS: N_(
        "At two sessions a week since {since}, for {days} days; the last {green} practice days "
        "felt fine."
    ),
    PlanReason.SIX_GREEN_FOURTEEN_DAYS: N_(
        "At three to four sessions a week since {since}, for {days} days; the last {green} "
        "practice days felt fine."
    ),
    PlanReason.CEILING_LOWERED: N_("On {day} you chose to practise no more than {to}."),
    PlanReason.CEILING: N_("You chose to practise no more than {level}."),
    PlanReason.RED_FLAG: N_("On {since} you ticked: {flags}."),
    PlanReason.THREE_RED: N_("{days} practice days running were too much, the last on {since}."),
    PlanReason.THREE_PINCHES: N_(
        "A pinch at the front of the hip in {sessions} sessions running, the last on {since}."
    ),
    EvidenceReason.PAIN_DURING: N_(
        "{day}: pain of {value} of 10 while practising, your usual pain left out; it counts from "
        "{limit} on."
    ),
    EvidenceReason.PAIN_NEXT_DAY: N_(
        "{day}: pain of {value} of 10 the day after, your usual pain left out; it counts from "
        "{limit} on."
    ),
    EvidenceReason.SORENESS: N_("{day}: {value} afterwards."),
    EvidenceReason.MODERATE_TWICE: N_("{day}: sore afterwards for the second time running."),
    EvidenceReason.SKETCHY: N_("{day}: it didn't feel right afterwards."),
    EvidenceReason.EFFORT: N_("{day}: an effort of {value} of 10; it counts from {limit} on."),
    EvidenceReason.PINCH: N_("{day}: a mild pinch at the front of the hip."),
    EvidenceReason.PINCH_WITH_PAIN: N_(
        "{day}: a pinch at the front of the hip, with pain of {value} of 10."
    ),
    EvidenceReason.PINCH_THEN_PAIN: N_(
        "{day}: a pinch at the front of the hip, and pain of {value} of 10 the day after."
    ),
    EvidenceReason.PINCH_TWICE: N_(
        "{day}: a pinch at the front of the hip, in {sessions} sessions running."
    ),
    EvidenceReason.RISING: N_(
        "{day}: pain the day after rose from session to session: {first}, {second}, {third}."
    ),
    EvidenceReason.NOT_COMPLETED: N_("{day}: the session wasn't finished."),
    EvidenceReason.NOT_ANSWERED: N_("{day}: not answered: {fields}."),
    RestReason.REST_DAYS: N_("After {day} the next session is on plan from {until} on."),
    RestReason.REST_AFTER_AMBER: N_("After {day} there is one rest day more, until {until}."),
    RestReason.REST_AFTER_RED: N_("After {day} there are two full days of rest, until {until}."),
    RestReason.WEEK_FULL: N_(
        "{sessions} sessions since {since}; the next one is on plan from {until} on."
    ),
    NextReason.NEEDS_CLEARANCE: N_(
        "A health professional's word that you may practise, recorded here; time alone doesn't "
        "change it."
    ),
    NextReason.NEEDS_DAYS: N_("From {from} on: {level}, if nothing speaks against it."),
    NextReason.AT_CEILING: N_("Your own wish: you chose to practise no more than {level}."),
    NextReason.AT_TOP: N_("There is no step above, and less is fine at any time."),
}

_BEGINS: Final = N_("Whoever begins, or begins again, does so with two sessions a week.")
_THREE: Final = N_(
    "After three running, nothing is practised until a professional has looked at it."
)
_RULES: Final[Mapping[str, str]] = {
    PlanReason.FIRST_TIME: _BEGINS,
    PlanReason.CLEARED: _BEGINS,
    PlanReason.LONG_GAP: N_(
        "After more than {limit} days without practice the plan begins again, with two sessions "
        "a week."
    ),
    PlanReason.GAP: N_("After {limit} days without practice the plan goes one step back."),
    PlanReason.GAP_AT_FIRST_LEVEL: N_(
        "After {limit} days without practice the plan goes one step back; there is none below two "
        "sessions a week."
    ),
    PlanReason.RED_DAY: N_(
        "When it was too much, the plan goes one step back and leaves two full days of rest."
    ),
    PlanReason.RED_AT_FIRST_LEVEL: N_(
        "When it was too much at the first step, the gentlest variants are on plan, once or twice "
        "a week, after two full days of rest."
    ),
    PlanReason.AMBER_DAY: N_(
        "When it was just enough, the plan stays as it is and leaves one rest day more."
    ),
    PlanReason.UNKNOWN_DAY: N_("What isn't known moves the plan neither up nor down."),
    PlanReason.GREEN_DAY: N_(
        "The plan goes up one step at a time, after enough days and enough sessions running that "
        "felt fine."
    ),
    PlanReason.TWO_GREEN_SEVEN_DAYS: N_(
        "After 7 days and two sessions running that felt fine, three to four a week are on plan."
    ),
    PlanReason.SIX_GREEN_FOURTEEN_DAYS: N_(
        "After 14 days and six sessions running that felt fine, up to daily practice is allowed, "
        "and never asked for."
    ),
    PlanReason.CEILING_LOWERED: N_("The plan never goes above what you want."),
    PlanReason.CEILING: N_("The plan never goes above what you want."),
    PlanReason.RED_FLAG: N_(
        "With such a sign nothing is practised until a professional has looked at it."
    ),
    PlanReason.THREE_RED: _THREE,
    PlanReason.THREE_PINCHES: _THREE,
    RestReason.REST_DAYS: N_("Between two sessions the plan leaves time to get used to them."),
    RestReason.WEEK_FULL: N_("In any 7 days there are at most {most} sessions on plan."),
}
"""By what decides; what belongs to the days of rest is said as well where there are any."""


class _Gaps(dict[str, str]):
    """What goes into a sentence; a number that was not kept shows as a gap."""

    def __missing__(self, _name: str) -> str:
        return "…"


def level_words(level: int) -> str:
    """How often a week, at a level."""
    return _(_LEVELS[level]) if level in _LEVELS else str(level)


def reason_words(reason: Reason) -> str:
    """A reason of any kind as a sentence."""
    gaps = _gaps(reason)
    if reason.code == PlanReason.GREEN_DAY:
        number = _number(reason, "green")
        sentence = ngettext(
            "{day} felt fine.", "The last {number} practice days felt fine, up to {day}.", number
        )
        gaps["number"] = str(number)
    elif reason.code == NextReason.NEEDS_GREEN:
        number = _number(reason, "more")
        sentence = ngettext(
            "One more session that feels fine, the day after as well: {level}, from {from} at the "
            "earliest.",
            "{number} more sessions running that feel fine, the days after as well: {level}, from "
            "{from} at the earliest.",
            number,
        )
        gaps["number"] = str(number)
    else:
        sentence = _(_FACTS.get(reason.code, ""))
    return begun(sentence.format_map(gaps)) or _unknown()


def brief_words(plan: Plan, *, due: bool) -> str:
    """Why the plan is as it is, in one sentence; when no session is due, why it rests.

    What made it take a step back is told first, on rest days as well.
    """
    rests = [one for one in plan.reasons if one.code in {*RestReason}]
    if rests and not due and plan.action not in {Action.BACK_OFF, Action.STOP_REFER}:
        return reason_words(rests[0])
    if not plan.reasons:
        return _unknown()
    first = plan.reasons[0]
    sentence = _(_BRIEFLY.get(first.code, "")).format_map(_gaps(first))
    return begun(sentence) or reason_words(first)


def rule_words(plan: Plan) -> str:
    """The rule that the decisive reason follows, and the one that the rest days follow."""
    rests = [one for one in plan.reasons[1:] if one.code in {*RestReason}]
    sentences = (
        _(_RULES.get(one.code, "")).format_map(_gaps(one)) for one in (*plan.reasons[:1], *rests)
    )
    return " ".join(filter(None, sentences))


def evidence_words(plan: Plan) -> tuple[str, ...]:
    """What a plan rests on, a sentence each; the decisive one first."""
    return tuple(reason_words(one) for one in plan.reasons if one.code not in {*NextReason})


def change_words(plan: Plan) -> tuple[str, ...]:
    """What would change a plan, a sentence each: what takes it up first."""
    found = [reason_words(one) for one in plan.reasons if one.code in {*NextReason}]
    if plan.stopped:
        return tuple(found)
    if any(one.code == EvidenceReason.NOT_ANSWERED for one in plan.reasons):
        found.append(_("An answer to how it felt: it can be given for a week."))
    found.append(
        _(
            "A session that turns out too much, by pain, soreness, a pinch or a feeling that "
            "something isn't right: one step back, and two full days of rest."
        )
    )
    return tuple(found)


def version_words(version: int) -> str:
    """By which rules it was decided."""
    return _("By version {number} of the rules").format(number=version)


def _unknown() -> str:
    return _("A reason that a newer version of HipCoach has noted.")


def _number(reason: Reason, name: str) -> int:
    """One of its numbers, 0 where it was not kept."""
    value = dict(reason.numbers).get(name)
    return value if isinstance(value, int) else 0


def _gaps(reason: Reason) -> _Gaps:
    """The numbers of a reason as words."""
    return _Gaps((name, _said(name, value)) for name, value in reason.numbers)


def _said(name: str, value: int | str) -> str:
    if isinstance(value, int):
        return level_words(value) if name in {"from", "to", "level"} else str(value)
    if name in _TEXTS:
        return _TEXTS[name](value)
    try:
        return day_words(date.fromisoformat(value))
    except ValueError:
        return value


def _flags(codes: str) -> str:
    return "; ".join(
        _("a warning sign") if code == UNSPECIFIED else flag_words(code)
        for code in codes.split(",")
    )


def _fields(codes: str) -> str:
    return ", ".join(_(_FIELDS.get(code, code)) for code in codes.split(","))


def _soreness(code: str) -> str:
    return _("severely sore") if code == Soreness.SEVERE else _("moderately sore")


_TEXTS: Final[Mapping[str, Callable[[str], str]]] = {
    "flags": _flags,
    "fields": _fields,
    "value": _soreness,
}
