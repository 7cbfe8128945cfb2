"""What the Today page says of the plan: never a promise, a diagnosis or a reproach."""

from __future__ import annotations

from datetime import date
from typing import Final

from hipcoach.app.phrases.dates import begun, day_words, weekday_words
from hipcoach.app.phrases.lengths import minutes_words
from hipcoach.app.plan_snapshots import DotState
from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.balance import Balance
from hipcoach.core.exercise import Goal
from hipcoach.core.plan import Plan

LEAST_TOLD_S: Final = 30.0
"""Below so many seconds in a week a direction counts as not there."""

_DOTS: Final = {
    DotState.DONE: N_("{day}: practised."),
    DotState.EASED: N_("{day}: practised; it was a sign to take it easier."),
    DotState.DUE: N_("{day}: a session is on plan."),
    DotState.FREE: N_("{day}: open."),
    DotState.REST: N_("{day}: no session needed."),
}


def headline_words(plan: Plan, today: date, *, done: bool) -> str:
    """The plan of today in a few words; `done`: a session was practised today."""
    if plan.stopped:
        return _("Practice is paused")
    if done:
        return _("Done for today")
    if plan.due(today):
        return _("A session is on plan today")
    return _("Rest day, on plan")


def target_words(plan: Plan) -> str:
    """How often a week, such as *3–4*."""
    if plan.weekly_min == plan.weekly_max:
        return f"{plan.weekly_max}"
    return f"{plan.weekly_min}–{plan.weekly_max}"


def week_words(done: int, plan: Plan, today: date) -> str:
    """How many sessions the week has had, of how many, and when the next one is on plan."""
    if plan.stopped:
        return ngettext("{number} session this week", "{number} sessions this week", done).format(
            number=done
        )
    if done > plan.weekly_max:
        words = _("{number} sessions this week, {target} on plan")
    else:
        words = ngettext(
            "{number} of {target} session this week",
            "{number} of {target} sessions this week",
            plan.weekly_max,
        )
    words = words.format(number=done, target=target_words(plan))
    if plan.next_day is None or plan.due(today):
        return words
    return _("{week}; the next from {day}").format(week=words, day=next_words(plan.next_day, today))


def next_words(day: date, today: date) -> str:
    """A day that is still to come: *tomorrow*, its weekday, or its date."""
    ahead = (day - today).days
    if ahead == 1:
        return _("tomorrow")
    return weekday_words(day) if ahead < 7 else day_words(day)  # noqa: PLR2004 - a week


def dot_words(state: DotState, day: date) -> str:
    """A day of the week in a sentence."""
    return begun(_(_DOTS[state]).format(day=day_words(day)))


def more_words(next_day: date | None, today: date, *, done: bool) -> str:
    """A calm word before a session that the plan does not ask for."""
    if done or next_day is None:
        return _(
            "You have practised today, and that is enough. If you like to move once more, keep it "
            "easy; tomorrow shows how it was."
        )
    return _(
        "The plan rests until {day}: between two sessions the body gets used to them. If you "
        "practise today, keep it easy; tomorrow shows how it was."
    ).format(day=next_words(next_day, today))


def offer_words() -> str:
    """Asks whether daily practice is wanted."""
    return _(
        "The last weeks went well. You can practise up to daily now if you like; more days by "
        "themselves are not known to bring more. Both are fine."
    )


def nothing_kept_words() -> str:
    """In place of the reasons of a day."""
    return _("No plan was kept for this day")


def look_at_it_words() -> str:
    """What to do where the plan has stopped with no red flag."""
    return _(
        "Make an appointment with a doctor or physiotherapist and say what you noticed while "
        "practising. If it gets worse before then, get advice the same day."
    )


def clearance_words() -> str:
    """What ends a stop."""
    return _(
        "Until then no session and no stretch break starts. Time alone doesn't change that: once a "
        "professional has said that exercise is fine for you, record it here, and the plan begins "
        "again gently."
    )


def break_words(taken: int) -> str:
    """Stretch breaks of today; empty before the first."""
    if not taken:
        return ""
    return ngettext("{number} stretch break today", "{number} stretch breaks today", taken).format(
        number=taken
    )


def balance_words(balance: Balance) -> str:
    """What the week has had of bending and opening; empty before there is anything to weigh."""
    bent, opened = balance.flexion.less, balance.extension.less
    if max(bent, opened) < LEAST_TOLD_S:
        return ""
    if opened < LEAST_TOLD_S:
        return _("This week so far: {bent} of bending, no opening of the hip yet.").format(
            bent=minutes_words(bent)
        )
    if bent < LEAST_TOLD_S:
        return _("This week so far: {opened} of opening the hip, no bending yet.").format(
            opened=minutes_words(opened)
        )
    if balance.leans_to is Goal.FLEXION:
        words = _("This week so far: mostly bending, {bent}, and {opened} of opening the hip.")
    elif balance.leans_to is Goal.EXTENSION:
        words = _("This week so far: mostly opening the hip, {opened}, and {bent} of bending.")
    else:
        words = _(
            "This week so far: {bent} of bending and {opened} of opening the hip, in balance."
        )
    return words.format(bent=minutes_words(bent), opened=minutes_words(opened))


def minutes_of_words(minutes: float) -> str:
    """Minutes of a muscle in a list."""
    return _("{minutes} min").format(minutes=round(minutes))
