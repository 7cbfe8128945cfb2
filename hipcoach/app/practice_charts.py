"""What was done, as charts: minutes week by week against the plan, and the rungs of exercises."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from hipcoach.app.chart_snapshots import (
    Bar,
    BarChart,
    ChartSnapshot,
    RungChart,
    RungRow,
    RungStop,
    Sign,
    Stop,
    Table,
    Tick,
)
from hipcoach.app.phrases import trends as phrases
from hipcoach.app.span_reading import SpanFacts
from hipcoach.app.time_ticks import at, time_ticks
from hipcoach.app.words import _
from hipcoach.core.content import Content
from hipcoach.core.held import ExerciseTrend
from hipcoach.core.trends import Pace, Week

ROWS: Final = 10
"""So many exercises are drawn; the table has all of them."""
MINUTE_S: Final = 60.0
_WEEK: Final = 7
_STEPS: Final = (5, 10, 20, 30, 60, 120, 300, 600)
"""Minutes from one label to the next; at most some five labels."""
_LABELS: Final = 5
_AIR: Final = 1.08


def week_chart(facts: SpanFacts, first_weekday: int) -> ChartSnapshot:
    """Minutes of practice against what the plan asked for."""
    trends = facts.trends
    usual = trends.usual_s
    if trends.pace is Pace.MONTH:
        bars, stops = _months(trends.weeks, usual)
    else:
        bars = tuple(_bar(week, facts, usual) for week in trends.weeks)
        stops = tuple(
            Stop(bar.first, bar.last, phrases.week_point_words(week, open_=bar.open))
            for bar, week in zip(bars, trends.weeks, strict=True)
        )
    highest = max((edge for bar in bars for edge in (bar.value, bar.most) if edge), default=0.0)
    step = next((one for one in _STEPS if highest / one <= _LABELS), _STEPS[-1])
    values = tuple(
        Tick(float(value), _("{minutes} min").format(minutes=value))
        for value in range(0, int(highest) + 1, step)
    )
    asked = any(bar.most for bar in bars)
    opened = any(bar.open and bar.value for bar in bars)
    legend = [(Sign.BAR, _("minutes practised"))]
    legend += [(Sign.OPEN_BAR, _("not the whole week"))] if opened else []
    legend += [(Sign.TARGET, _("the plan, from least to most"))] if asked else []
    return ChartSnapshot(
        code="weeks",
        title=_("Minutes a week, against the plan"),
        words=_weeks_words(facts),
        chart=BarChart(
            first=at(trends.first),
            last=at(trends.last) + 1,
            most=highest * _AIR,
            time=time_ticks(trends.first, trends.last, first_weekday),
            values=values,
            bars=bars,
            stops=stops,
        )
        if highest
        else None,
        table=Table(
            (_("Week from"), _("Sessions"), _("Minutes"), _("Plan")),
            tuple(
                (
                    phrases.short_date(week.first),
                    str(week.sessions) if _known(week) else "",
                    str(round(week.held_s / MINUTE_S)) if _known(week) else "",
                    phrases.times_words(week.target),
                )
                for week in trends.weeks
            ),
        ),
        legend=tuple(legend),
    )


def whole_weeks(facts: SpanFacts) -> list[Week]:
    """The weeks that are over, lie in the span, and were no earlier than the first session."""
    return [
        week
        for week in facts.trends.weeks
        if week.days == _WEEK and _known(week) and not _is_open(week, facts)
    ]


def kept_weeks(weeks: Sequence[Week]) -> tuple[int, int]:
    """In how many weeks as much was done as was asked for, and of how many that asked."""
    asked = [week for week in weeks if week.target and week.target[1]]
    return sum(week.sessions >= week.target[0] for week in asked if week.target), len(asked)


def rung_chart(facts: SpanFacts, content: Content, first_weekday: int) -> ChartSnapshot:
    """The rungs of the exercises over time."""
    exercises = facts.exercises
    rows = tuple(_rung_row(one, content) for one in exercises[:ROWS])
    chart = RungChart(
        at(facts.first),
        at(facts.last) + 1,
        time_ticks(facts.first, facts.last, first_weekday),
        rows,
    )
    told = phrases.no_rungs_words()
    if exercises:
        told = phrases.rungs_words(exercises, rows[0].name)
    return ChartSnapshot(
        code="rungs",
        title=_("Variants of the exercises"),
        words=told,
        chart=chart if exercises else None,
        table=rung_table(exercises, content),
    )


def rung_table(exercises: Sequence[ExerciseTrend], content: Content) -> Table:
    """The exercises with what was held and where they went."""
    return Table(
        (
            _("Exercise"),
            _("Days"),
            _("Holds"),
            _("Minutes"),
            _("Variant at first"),
            _("Variant at last"),
            _("Pinches"),
            _("Made easier"),
        ),
        tuple(
            (
                name_of(one.exercise, content),
                str(one.days),
                str(one.holds),
                str(round(one.held_s / MINUTE_S)),
                _variant_cell(one, 0, content),
                _variant_cell(one, -1, content),
                str(one.pinches),
                str(one.eased),
            )
            for one in exercises
        ),
    )


def name_of(exercise: str, content: Content) -> str:
    """The name of an exercise; of one that is gone its id."""
    words = content.wording.exercises.get(exercise)
    return words.name if words else exercise


def _variant_cell(one: ExerciseTrend, place: int, content: Content) -> str:
    rung = one.runs[place].rung
    variant = _variant(one.exercise, rung, content)
    return f"{rung} · {variant}" if variant else str(rung)


def _variant(exercise: str, rung: int, content: Content) -> str:
    """The name of a variant; empty where it has none, or is not known."""
    words = content.wording.exercises.get(exercise)
    known = words.rungs if words else ()
    return known[rung - 1].name if len(known) > 1 and 1 <= rung <= len(known) else ""


def _rung_row(one: ExerciseTrend, content: Content) -> RungRow:
    exercise = content.exercises.get(one.exercise)
    name = name_of(one.exercise, content)
    rungs = max(len(exercise.rungs) if exercise else 1, *(run.rung for run in one.runs))
    return RungRow(
        name,
        phrases.held_note(one),
        rungs,
        tuple(
            RungStop(
                at(run.first),
                at(run.last) + 1,
                run.rung,
                phrases.rung_words(
                    name,
                    phrases.span_words(run.first, run.last),
                    run.rung,
                    rungs,
                    _variant(one.exercise, run.rung, content),
                ),
            )
            for run in one.runs
        ),
    )


def _weeks_words(facts: SpanFacts) -> str:
    if not any(week.sessions for week in facts.trends.weeks):
        return _("No session was practised in this time.")
    weeks = whole_weeks(facts)
    if not weeks:
        return _("There is no whole week to be told of yet.")
    if not any(week.sessions for week in weeks):
        return _("No session was practised in the whole weeks of this time.")
    kept, asked = kept_weeks(weeks)
    return phrases.practice_words(
        sum(week.held_s for week in weeks) / len(weeks),
        sum(week.sessions for week in weeks) / len(weeks),
        kept,
        asked,
        facts.trends.usual_s if asked else None,
    )


def _known(week: Week) -> bool:
    return week.target is not None or week.sessions > 0


def _is_open(week: Week, facts: SpanFacts) -> bool:
    """Whether more may be done in it, or was done outside the span."""
    ends = week.first.toordinal() + week.days
    return week.days < _WEEK or ends > facts.today.toordinal()


def _bar(week: Week, facts: SpanFacts, usual: float | None) -> Bar:
    least, most = _asked(week, usual)
    return Bar(
        at(week.first),
        at(week.first) + week.days,
        week.held_s / MINUTE_S if _known(week) else None,
        least,
        most,
        open=_is_open(week, facts),
    )


def _asked(week: Week, usual: float | None) -> tuple[float | None, float | None]:
    """What the plan asked for in minutes, by what a session usually holds."""
    if not week.target or not usual:
        return None, None
    least, most = week.target
    return least * usual / MINUTE_S, most * usual / MINUTE_S


def _months(weeks: Sequence[Week], usual: float | None) -> tuple[tuple[Bar, ...], tuple[Stop, ...]]:
    """Weeks by the month in which they begin: their average."""
    bars, stops = [], []
    for (year, month), group in groupby(weeks, lambda week: (week.first.year, week.first.month)):
        told = list(group)
        first, last = at(told[0].first), at(told[-1].first) + told[-1].days
        days = sum(week.days for week in told)
        minutes = sum(week.held_s for week in told) / MINUTE_S / days * _WEEK
        known = any(map(_known, told))
        asked = [_asked(week, usual) for week in told]
        least = [one for one, _most in asked if one is not None]
        most = [one for _least, one in asked if one is not None]
        bars.append(
            Bar(
                first,
                last,
                minutes if known else None,
                sum(least) / len(least) if least else None,
                sum(most) / len(most) if most else None,
            )
        )
        sessions = sum(week.sessions for week in told)
        stops.append(Stop(first, last, phrases.month_point_words(year, month, minutes, sessions)))
    return tuple(bars), tuple(stops)
