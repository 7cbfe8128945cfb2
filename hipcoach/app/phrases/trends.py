"""What is said of trends: what a chart shows in a sentence or two, and each place in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from hipcoach.app.phrases.dates import begun, day_words, month_words, weekday_words
from hipcoach.app.phrases.lengths import minutes_words
from hipcoach.app.phrases.next_day import soreness_words
from hipcoach.app.phrases.numbers import decimal_words
from hipcoach.app.phrases.plan_reasons import level_words
from hipcoach.app.words import _, ngettext, pgettext
from hipcoach.core.break_hours import BreakEnds
from hipcoach.core.held import ExerciseTrend
from hipcoach.core.plan_log import Soreness
from hipcoach.core.trends import Felt, Pace, Spread, Standing, Week

_MONDAY: Final = date(2024, 1, 1)
HOUR_S: Final = 3600.0
_HOURS: Final = 3
_FEW: Final = 5
"""Below so many there is no hour to be named."""


def month_short(month: int) -> str:
    """Three letters or so for a month, 1 to 12."""
    return (
        pgettext("month", "Jan"),
        pgettext("month", "Feb"),
        pgettext("month", "Mar"),
        pgettext("month", "Apr"),
        pgettext("month", "May"),
        pgettext("month", "Jun"),
        pgettext("month", "Jul"),
        pgettext("month", "Aug"),
        pgettext("month", "Sep"),
        pgettext("month", "Oct"),
        pgettext("month", "Nov"),
        pgettext("month", "Dec"),
    )[month - 1]


def short_day(day: date) -> str:
    """A day on an axis: *2 Mar*."""
    return pgettext("on an axis", "{day} {month}").format(day=day.day, month=month_short(day.month))


def short_date(day: date) -> str:
    """A day in a table: *2 Mar 2026*."""
    return _("{day} {year}").format(day=short_day(day), year=day.year)


def short_month(year: int, month: int) -> str:
    """A month on an axis, with its year: *Mar 2026*."""
    return _("{month} {year}").format(month=month_short(month), year=year)


def span_words(first: date, last: date) -> str:
    """From when to when."""
    if first.year == last.year:
        return _("{first} to {last}").format(first=short_day(first), last=short_date(last))
    return _("{first} to {last}").format(first=short_date(first), last=short_date(last))


def weekday_name(weekday: int) -> str:
    """The name of a weekday, 0 for Monday."""
    return weekday_words(_MONDAY.replace(day=1 + weekday))


def weekday_date(weekday: int) -> date:
    """Some day that is such a weekday."""
    return _MONDAY.replace(day=1 + weekday)


def a_week_words(standing: Standing) -> str:
    """What the plan asked for, to stand in a chart: *3–4 a week*."""
    if standing.stopped:
        return _("paused")
    return times_words(standing.target)


def times_words(target: tuple[int, int] | None) -> str:
    """So often a week; empty where nothing was asked for."""
    if target is None or not target[1]:
        return ""
    least, most = target
    times = str(most) if least == most else f"{least}–{most}"
    return _("{times} a week").format(times=times)


def standing_words(standing: Standing) -> str:
    """What the plan asked for, in a sentence; empty before the first session."""
    if standing.stopped:
        return _("the plan was paused")
    if not standing.level:
        return ""
    if standing.gentle:
        return _("plan: the gentlest variants, once or twice a week")
    return _("plan: {level}").format(level=level_words(standing.level))


def value_words(spread: Spread | None) -> str:
    """Pain of 0 to 10; of several values their middle and the worst."""
    if spread is None:
        return _("not answered")
    if spread.number == 1:
        return _("{value} of 10").format(value=decimal_words(spread.mean))
    return _("{mean} of 10 on average, {most} at most").format(
        mean=decimal_words(spread.mean, 1), most=decimal_words(spread.most)
    )


def sore_words(spread: Spread | None) -> str:
    """How sore; of several days the worst."""
    if spread is None:
        return _("not answered")
    worst = soreness_words(tuple(Soreness)[round(spread.most)]).lower()
    return worst if spread.number == 1 else _("{worst} at most").format(worst=worst)


def when_words(felt: Felt, pace: Pace) -> str:
    """The time of a point."""
    match pace:
        case Pace.DAY:
            return begun(day_words(felt.first))
        case Pace.WEEK:
            return _("Week from {day}").format(day=short_date(felt.first))
        case Pace.MONTH:
            return begun(short_month(felt.first.year, felt.first.month))


def nothing_done_words(felt: Felt) -> str:
    """A stretch of time without practice."""
    return _("{span}: no practice.").format(span=span_words(felt.first, felt.last))


def pain_point_words(felt: Felt, pace: Pace, plan: str) -> str:
    """What hurt at a time."""
    return _sentence(
        when_words(felt, pace),
        _("while practising {value}").format(value=value_words(felt.during)),
        _("the day after {value}").format(value=value_words(felt.next_day)),
        plan,
    )


def sore_point_words(felt: Felt, pace: Pace, plan: str) -> str:
    """How sore it was at a time."""
    return _sentence(
        when_words(felt, pace),
        _("soreness {value}").format(value=sore_words(felt.soreness)),
        plan,
    )


def pain_words(during: Spread | None, next_day: Spread | None, backs: int) -> str:
    """What the chart of pain shows."""
    if during is None and next_day is None:
        return _("Nothing is known about pain in this time: the questions were not answered.")
    told = []
    if during is not None:
        told.append(
            _("Pain while practising was {mean} of 10 on average and {most} at most.").format(
                mean=decimal_words(during.mean, 1), most=decimal_words(during.most)
            )
        )
    if next_day is not None:
        told.append(
            _("On the day after it was {mean} on average and {most} at most.").format(
                mean=decimal_words(next_day.mean, 1), most=decimal_words(next_day.most)
            )
        )
    told.append(back_words(backs))
    return " ".join(told)


def back_words(backs: int) -> str:
    """How often the plan stepped back."""
    if not backs:
        return _("The plan never stepped back.")
    return ngettext(
        "The plan stepped back once.", "The plan stepped back {number} times.", backs
    ).format(number=backs)


def soreness_summary(answers: Sequence[Soreness]) -> str:
    """What the chart of soreness shows."""
    if not answers:
        return _("Nothing is known about soreness in this time: the questions were not answered.")
    none = sum(one is Soreness.NONE for one in answers)
    order = list(Soreness)
    worst = max(answers, key=order.index)
    told = _("There was no soreness after {number} of {all} practice days that were answered.")
    told = told.format(number=none, all=len(answers))
    if worst is not Soreness.NONE:
        told += " " + _("The worst was: {worst}.").format(worst=soreness_words(worst).lower())
    return told


def practice_words(
    minutes_s: float, sessions: float, kept: int, weeks: int, usual_s: float | None
) -> str:
    """What the chart of weeks shows; `weeks` are those for which the plan asked for something."""
    told = _("On average you practised {length} a week, in {sessions} sessions.").format(
        length=minutes_words(minutes_s), sessions=decimal_words(sessions, 1)
    )
    if weeks:
        told += " " + ngettext(
            "In {kept} of {number} week it was as often as the plan asked for.",
            "In {kept} of {number} weeks it was as often as the plan asked for.",
            weeks,
        ).format(kept=kept, number=weeks)
    if usual_s:
        told += " " + _(
            "The band is the plan in minutes: a session of yours holds {length}."
        ).format(length=minutes_words(usual_s))
    return told


def week_point_words(week: Week, *, open_: bool) -> str:
    """A week of practice in a sentence."""
    sessions = ngettext("{number} session", "{number} sessions", week.sessions)
    when = _("Week from {day}").format(day=short_date(week.first))
    if week.target is None and not week.sessions:
        return _("{when}: before your first session.").format(when=when)
    asked = times_words(week.target)
    return _sentence(
        when,
        sessions.format(number=week.sessions),
        minutes_words(week.held_s) if week.sessions else "",
        _("plan: {times}").format(times=asked) if asked else "",
        _("not the whole week") if open_ else "",
    )


def month_point_words(year: int, month: int, minutes: float, sessions: int) -> str:
    """A month of practice in a sentence."""
    return _("{month} {year}: {sessions} sessions, {minutes} minutes a week.").format(
        month=begun(month_words(month)), year=year, sessions=sessions, minutes=round(minutes)
    )


def rungs_words(exercises: Sequence[ExerciseTrend], longest: str) -> str:
    """What the chart of variants shows; `longest` is the name of the first exercise."""
    up = sum(one.climbed > 0 for one in exercises)
    down = sum(one.climbed < 0 for one in exercises)
    told = ngettext(
        "{number} exercise was practised: {up} at a harder variant than at first, {down} at an "
        "easier one, {same} at the same.",
        "{number} exercises were practised: {up} at a harder variant than at first, {down} at an "
        "easier one, {same} at the same.",
        len(exercises),
    ).format(number=len(exercises), up=up, down=down, same=len(exercises) - up - down)
    return (
        told
        + " "
        + _("{exercise} was held longest, {length} in all.").format(
            exercise=longest, length=held_words(exercises[0].held_s)
        )
    )


def no_rungs_words() -> str:
    """In place of the chart of variants."""
    return _("No exercise was held in this time.")


def held_words(seconds: float) -> str:
    """A length of time that may be long: minutes, or hours from three on."""
    hours = round(seconds / HOUR_S)
    if hours < _HOURS:
        return minutes_words(seconds)
    return ngettext("{number} hour", "{number} hours", hours).format(number=hours)


def held_note(one: ExerciseTrend) -> str:
    """Beside the name of an exercise."""
    holds = ngettext("{number} hold", "{number} holds", one.holds).format(number=one.holds)
    return _("{holds}, {length}").format(holds=holds, length=held_words(one.held_s))


def rung_words(name: str, span: str, rung: int, rungs: int, variant: str) -> str:
    """A run of days at one variant."""
    if not variant:
        return _("{name}, {span}: variant {rung} of {rungs}.").format(
            name=name, span=span, rung=rung, rungs=rungs
        )
    return _("{name}, {span}: variant {rung} of {rungs}, {variant}.").format(
        name=name, span=span, rung=rung, rungs=rungs, variant=variant
    )


def breaks_words(ends: BreakEnds, worst: tuple[int, int, int] | None) -> str:
    """What the grid of breaks shows; `worst` is (weekday, hour, number) of the most skipped."""
    if not ends.all:
        return _("No stretch break came up in this time.")
    told = ngettext(
        "Of {number} stretch break {taken} was taken, {away} fell into time away, and {skipped} "
        "was skipped.",
        "Of {number} stretch breaks {taken} were taken, {away} fell into time away, and {skipped} "
        "were skipped.",
        ends.all,
    ).format(number=ends.all, taken=ends.taken, away=ends.satisfied, skipped=ends.skipped)
    if worst is not None and worst[2] >= _FEW:
        told += " " + _("Most were skipped on {weekday} from {hour} on: {number}.").format(
            weekday=weekday_name(worst[0]), hour=hour_words(worst[1]), number=worst[2]
        )
    return told


def cell_words(weekday: int, hour: int, ends: BreakEnds) -> str:
    """An hour of a weekday in a sentence."""
    return _(
        "{weekday} from {hour}: {taken} taken, {away} in time away, {skipped} skipped."
    ).format(
        weekday=begun(weekday_name(weekday)),
        hour=hour_words(hour),
        taken=ends.taken,
        away=ends.satisfied,
        skipped=ends.skipped,
    )


def hour_words(hour: int) -> str:
    """An hour, as clocks show it."""
    return f"{hour}:00"


def empty_words(*, ever: bool) -> str:
    """What to do where there is nothing to be shown; `ever`: there is, in another span."""
    if ever:
        return _("Nothing is recorded in this time. A longer span shows more.")
    return _(
        "Here you will see how practice went: pain and soreness, minutes and breaks, week by week. "
        "Follow a session on Today and answer how it felt; the first points show up the day after."
    )


def _sentence(when: str, *parts: str) -> str:
    return _("{when}: {what}.").format(when=when, what="; ".join(filter(None, parts)))
