"""What is said while somebody tells about themselves, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from hipcoach.app.phrases.dates import weekday_words
from hipcoach.app.phrases.library import prop_words
from hipcoach.app.set_up import SetUp
from hipcoach.app.words import N_, _
from hipcoach.core.aims import Aim
from hipcoach.core.week import proposed_days

A_MONDAY: Final = date(2026, 1, 5)
"""Any one: it lends its week the names of the days."""
_AIMS: Final[Mapping[str, str]] = {
    Aim.SITTING: N_("I sit a lot, and feel it"),
    Aim.RANGE: N_("I want my hips to bend and open further"),
    Aim.SPORT: N_("I want it for a sport"),
    Aim.ACHES: N_("My hips or my low back ache at times"),
    Aim.STRENGTH: N_("I want stronger hips"),
    Aim.HABIT: N_("I want to move regularly"),
}
_PROPS: Final[Mapping[str, str]] = {
    "mat": N_("A mat, or a carpet"),
    "pad": N_("A knee pad, or a folded blanket"),
    "strap": N_("A strap, a belt or a towel"),
    "desk": N_("A desk or table"),
    "wall": N_("A free piece of wall"),
    "chair": N_("A firm chair"),
    "couch": N_("A couch or bed"),
    "roller": N_("A foam roller"),
    "ball": N_("A massage ball"),
}


def title() -> str:
    """The name of it all."""
    return _("About you")


def introduction() -> str:
    """How long it takes, and that nothing is demanded."""
    return _("Two minutes, and every question can be skipped. The answers stay on this computer.")


def aim_words(code: str) -> str:
    """What brings somebody here; an unknown code is its own name."""
    return _(_AIMS.get(code, code))


def have_words(prop: str) -> str:
    """Something that may be at hand, with what does as well."""
    return _(_PROPS[prop]) if prop in _PROPS else prop_words(prop)


def day_name(weekday: int) -> str:
    """The name of a weekday; 0 is Monday."""
    return weekday_words(A_MONDAY + timedelta(days=weekday))


def and_words(words: Sequence[str]) -> str:
    """Several things in one breath: *Monday, Wednesday and Friday*."""
    *others, last = words
    if not others:
        return last
    return _("{things} and {last}").format(things=", ".join(others), last=last)


def often_words(times: int) -> str:
    """How often a week."""
    match times:
        case 1:
            return _("once a week")
        case 2:
            return _("twice a week")
        case _more:
            return _("{number} times a week").format(number=times)


def proposal_words(times: int, days: Sequence[int], time: str) -> str:
    """The plan as a proposal: how often, and on which days for instance."""
    named = and_words([day_name(day) for day in days])
    if time:
        said = _("This is your plan: {often}, for instance on {days} at {time}.")
    else:
        said = _("This is your plan: {often}, for instance on {days}.")
    return said.format(often=often_words(times), days=named, time=time)


def follows_words(said: SetUp, props: Sequence[str]) -> tuple[str, ...]:
    """What else follows from what was said, a sentence each; `props` are all that were asked."""
    found = []
    if said.kneels is False:
        found.append(_("You don’t have to kneel: something else stands in for it."))
    if said.props is not None:
        missing = [prop_words(prop) for prop in props if prop not in said.props]
        if missing:
            words = _("What needs one of these is left out: {props}.")
            found.append(words.format(props=", ".join(missing)))
    if said.usual_pain:
        found.append(
            _("Pain counts from your usual {number} on, and not from zero.").format(
                number=said.usual_pain
            )
        )
    found.append(_("The days between are rest days, and on plan. Less is always fine."))
    return tuple(found)


def card_words(said: SetUp, times: int, *, known: bool) -> str:
    """What Today says of it: that it can be told, or the days that were proposed for it."""
    if not known:
        return _("Two minutes about you, and the plan fits your week and your knees.")
    if not said.weekdays:
        return ""
    days = and_words([day_name(day) for day in proposed_days(times, said.weekdays)])
    if said.time:
        return _("Your days: {days} at {time}.").format(days=days, time=said.time)
    return _("Your days: {days}.").format(days=days)
