"""Trends as the page and the report show them, from series and content to charts and words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final

from hipcoach.app.break_chart import break_chart
from hipcoach.app.chart_snapshots import (
    Band,
    ChartSnapshot,
    Line,
    LineChart,
    LinePoint,
    Mark,
    Sign,
    Stop,
    Table,
    Tick,
    TrendsSnapshot,
)
from hipcoach.app.phrases import trends as phrases
from hipcoach.app.phrases.dates import begun
from hipcoach.app.phrases.history import TURNS
from hipcoach.app.phrases.next_day import soreness_words
from hipcoach.app.phrases.numbers import decimal_words
from hipcoach.app.practice_charts import rung_chart, week_chart
from hipcoach.app.span_reading import SpanFacts
from hipcoach.app.time_ticks import at, time_ticks
from hipcoach.app.words import N_, _
from hipcoach.core.content import Content
from hipcoach.core.plan import Action
from hipcoach.core.plan_log import Soreness
from hipcoach.core.trends import Felt, Pace, Spread, Standing, Trends, spread_of

TEN: Final = 10
_SIGNS: Final = {
    Action.ADVANCE: Sign.UP,
    Action.BACK_OFF: Sign.DOWN,
    Action.STOP_REFER: Sign.STOP,
    Action.START: Sign.AGAIN,
}


def trends_snapshot(facts: SpanFacts, content: Content, first_weekday: int) -> TrendsSnapshot:
    """Every chart of a span."""
    title = phrases.span_words(facts.first, facts.last)
    if facts.empty:
        ever = bool(facts.known.log.practice)
        return TrendsSnapshot(title, empty_words=phrases.empty_words(ever=ever))
    return TrendsSnapshot(title, charts(facts, content, first_weekday))


def charts(facts: SpanFacts, content: Content, first_weekday: int) -> tuple[ChartSnapshot, ...]:
    """The charts of a span, in their order."""
    return (
        pain_chart(facts, first_weekday),
        soreness_chart(facts, first_weekday),
        week_chart(facts, first_weekday),
        rung_chart(facts, content, first_weekday),
        break_chart(facts, first_weekday),
    )


def pain_chart(facts: SpanFacts, first_weekday: int) -> ChartSnapshot:
    """Pain while practising and on the day after, over the plan."""
    trends = facts.trends
    during = spread_of(one.felt.pain_during for one in facts.days)
    next_day = spread_of(one.felt.pain_next_day for one in facts.days)
    plans = _Plans(trends.standings)
    stops = tuple(
        _stop(felt, phrases.pain_point_words(felt, trends.pace, plans.words(felt.last)))
        for felt in trends.felt
    )
    lines = (
        Line(_("while practising"), _points(trends.felt, [one.during for one in trends.felt])),
        Line(_("the day after"), _points(trends.felt, [one.next_day for one in trends.felt])),
    )
    known = during is not None or next_day is not None
    backs = sum(turn.action is Action.BACK_OFF for turn in trends.turns)
    legend = ((Sign.FIRST_LINE, lines[0].name), (Sign.SECOND_LINE, lines[1].name))
    values = tuple(Tick(float(value), str(value)) for value in range(0, TEN + 1, 2))
    return ChartSnapshot(
        code="pain",
        title=_("Pain, and the plan behind it"),
        words=phrases.pain_words(during, next_day, backs),
        chart=_line_chart(trends, lines, stops, values, TEN, first_weekday) if known else None,
        table=_felt_table(trends, plans),
        legend=(*legend, *_signs(trends)),
    )


def soreness_chart(facts: SpanFacts, first_weekday: int) -> ChartSnapshot:
    """Soreness on the day after, over the plan."""
    trends = facts.trends
    plans = _Plans(trends.standings)
    answers = [one.felt.soreness for one in facts.days if one.felt.soreness is not None]
    lines = (Line(_("soreness"), _points(trends.felt, [one.soreness for one in trends.felt])),)
    stops = tuple(
        _stop(felt, phrases.sore_point_words(felt, trends.pace, plans.words(felt.last)))
        for felt in trends.felt
    )
    values = tuple(Tick(float(rank), soreness_words(one)) for rank, one in enumerate(Soreness))
    chart = _line_chart(trends, lines, stops, values, len(Soreness) - 1, first_weekday)
    return ChartSnapshot(
        code="soreness",
        title=_("Soreness on the day after"),
        words=phrases.soreness_summary(answers),
        chart=chart if answers else None,
        table=_felt_table(trends, plans),
        legend=((Sign.FIRST_LINE, lines[0].name), *_spread_sign(trends)),
    )


class _Plans:
    """What the plan asked for, by day."""

    def __init__(self, standings: Sequence[Standing]) -> None:
        self._standings = standings

    def words(self, day: date) -> str:
        """What it asked for on a day of the span."""
        place = bisect_right(self._standings, day, key=lambda one: one.first)
        return phrases.standing_words(self._standings[max(0, place - 1)])


def _line_chart(
    trends: Trends,
    lines: tuple[Line, ...],
    stops: tuple[Stop, ...],
    values: tuple[Tick, ...],
    most: int,
    first_weekday: int,
) -> LineChart:
    return LineChart(
        first=at(trends.first),
        last=at(trends.last) + 1,
        most=float(most),
        time=time_ticks(trends.first, trends.last, first_weekday),
        values=values,
        lines=lines,
        bands=tuple(
            Band(
                at(one.first),
                at(one.last) + 1,
                one.level,
                phrases.a_week_words(one),
                stopped=one.stopped,
            )
            for one in trends.standings
        ),
        marks=tuple(Mark(at(turn.day), turn.action) for turn in trends.turns),
        stops=stops,
    )


def _points(felt: Sequence[Felt], spreads: Sequence[Spread | None]) -> tuple[LinePoint, ...]:
    found = []
    for one, spread in zip(felt, spreads, strict=True):
        middle = (at(one.first) + at(one.last) + 1) / 2
        if spread is None:
            found.append(LinePoint(middle, None))
        else:
            found.append(LinePoint(middle, spread.mean, spread.least, spread.most))
    return tuple(found)


def _stop(felt: Felt, words: str) -> Stop:
    told = words if felt.practised or felt.during or felt.next_day or felt.soreness else ""
    return Stop(at(felt.first), at(felt.last) + 1, told or phrases.nothing_done_words(felt))


def _signs(trends: Trends) -> tuple[tuple[Sign, str], ...]:
    """What else the legend of such a chart explains."""
    found = [*_spread_sign(trends)]
    if any(one.level for one in trends.standings):
        found.append((Sign.BANDS, _("the plan: the stronger the shade, the more often")))
    if any(one.stopped for one in trends.standings):
        found.append((Sign.STOPPED, _("the plan was paused")))
    there = {turn.action for turn in trends.turns}
    begins = [turn.why for turn in trends.turns if turn.action is Action.START]
    words = TURNS if any(begins) else {**TURNS, Action.START: N_("the plan begins")}
    found += [(_SIGNS[one], _(words[one])) for one in _SIGNS if one in there]
    return tuple(found)


def _spread_sign(trends: Trends) -> tuple[tuple[Sign, str], ...]:
    if trends.pace is Pace.DAY:
        return ()
    return ((Sign.SPREAD, _("average, from least to most")),)


def _felt_table(trends: Trends, plans: _Plans) -> Table:
    def cell(spread: Spread | None) -> str:
        if spread is None:
            return ""
        if spread.number == 1:
            return decimal_words(spread.mean)
        least, most = decimal_words(spread.least), decimal_words(spread.most)
        return f"{decimal_words(spread.mean, 1)} ({least}–{most})"

    rows = (
        (
            phrases.short_date(felt.first),
            str(felt.practised),
            cell(felt.during),
            cell(felt.next_day),
            begun(phrases.sore_words(felt.soreness)) if felt.soreness else "",
            begun(plans.words(felt.last)),
        )
        for felt in trends.felt
    )
    return Table(_felt_header(trends.pace), tuple(rows))


def _felt_header(pace: Pace) -> tuple[str, ...]:
    return (
        _("Day") if pace is Pace.DAY else _("From"),
        _("Practice days"),
        _("Pain while practising"),
        _("Pain the day after"),
        _("Soreness"),
        _("Plan"),
    )
