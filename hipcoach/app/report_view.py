"""A report for a professional, from what is known of a span to words, numbers and charts."""

from __future__ import annotations

from textwrap import shorten
from typing import Final

from hipcoach import __version__
from hipcoach.app.break_chart import break_chart
from hipcoach.app.chart_snapshots import Table
from hipcoach.app.phrases import report as phrases
from hipcoach.app.phrases.trends import a_week_words, short_date, span_words
from hipcoach.app.practice_charts import MINUTE_S, rung_table, week_chart, whole_weeks
from hipcoach.app.report_snapshots import Entries, Figure, ReportSnapshot
from hipcoach.app.span_reading import SpanFacts
from hipcoach.app.trends_view import pain_chart, soreness_chart
from hipcoach.app.words import _
from hipcoach.core.break_hours import all_ends
from hipcoach.core.content import Content
from hipcoach.core.plan import Action
from hipcoach.core.trends import spread_of

LONGEST: Final = 420
"""Characters of what somebody wrote: some five lines on paper."""
EXERCISES: Final = 8
"""So many exercises are listed, those that were held longest."""
_WEEK: Final = 7


def report_of(facts: SpanFacts, content: Content, first_weekday: int) -> ReportSnapshot:
    """The report of a span."""
    weeks = week_chart(facts, first_weekday)
    table = rung_table(facts.exercises, content)
    title = _("Exercises")
    if len(table.rows) > EXERCISES:
        title = _("Exercises: the {number} held longest, of {all}").format(
            number=EXERCISES, all=len(table.rows)
        )
    signs, turns, notes = _signs(facts), _turns(facts), _notes(facts)
    return ReportSnapshot(
        title=_("Hip mobility practice"),
        span=span_words(facts.first, facts.last),
        contents=phrases.contents_of(
            sessions=sum(week.sessions for week in facts.trends.weeks),
            exercises=len(table.rows),
            signs=len(signs.lines),
            turns=len(turns.lines),
            notes=len(notes.lines),
            breaks=all_ends(facts.breaks.values()).all,
        ),
        made=phrases.made_words(facts.today, __version__),
        name=_("Name"),
        figures=_figures(facts),
        signs=signs,
        charts=(pain_chart(facts, first_weekday), soreness_chart(facts, first_weekday), weeks),
        exercises_title=title,
        exercises=Table(table.header, table.rows[:EXERCISES]),
        turns=turns,
        notes=notes,
        breaks=break_chart(facts, first_weekday) if facts.breaks else None,
        rules_title=_("How the plan works"),
        rules=phrases.rules_words(),
        foot=phrases.foot_words(__version__),
        page=_("Page {page} of {pages}"),
        file_name=f"hipcoach-{facts.first.isoformat()}-{facts.last.isoformat()}",
    )


def _figures(facts: SpanFacts) -> tuple[Figure, ...]:
    trends = facts.trends
    days = facts.days
    done = sum(week.sessions for week in trends.weeks)
    asked = [(week.target, week.days) for week in trends.weeks if week.target]
    least = round(sum(target[0] * number / _WEEK for target, number in asked))
    most = round(sum(target[1] * number / _WEEK for target, number in asked))
    whole = whole_weeks(facts)
    minutes = "–"
    if whole:
        average = sum(week.held_s for week in whole) / len(whole) / MINUTE_S
        minutes = _("{minutes} min").format(minutes=round(average))
    backs = sum(turn.action is Action.BACK_OFF for turn in trends.turns)
    return (
        Figure(str(done), phrases.done_words(done, least, most)),
        Figure(minutes, _("a week, held")),
        Figure(
            phrases.pain_figure(spread_of(one.felt.pain_during for one in days)),
            _("pain while practising: average / worst"),
        ),
        Figure(
            phrases.pain_figure(spread_of(one.felt.pain_next_day for one in days)),
            _("pain the day after: average / worst"),
        ),
        Figure(str(backs), phrases.backs_words(backs)),
        Figure(a_week_words(trends.standings[-1]) or "–", _("on plan at the end")),
    )


def _signs(facts: SpanFacts) -> Entries:
    """Warning signs and clearances, by day."""
    lines = []
    for one in facts.days:
        if one.felt.flags:
            lines.append((short_date(one.day), phrases.sign_line(one.felt.flags)))
        lines += [
            (short_date(one.day), shorten(phrases.cleared_line(row), LONGEST, placeholder="…"))
            for row in one.clearances
        ]
    return _entries(_("Warning signs and clearances"), lines)


def _turns(facts: SpanFacts) -> Entries:
    felt = {one.day: one.felt for one in facts.days}
    lines = []
    for turn in facts.trends.turns:
        hurt = felt.get(turn.day) if turn.action is Action.BACK_OFF else None
        lines.append((short_date(turn.day), phrases.turn_line(turn, hurt)))
    return _entries(_("What the plan did, and why"), lines)


def _notes(facts: SpanFacts) -> Entries:
    """What the person wrote to these days."""
    lines = [
        (short_date(one.day), shorten(note.words, LONGEST, placeholder="…"))
        for one in facts.days
        for note in one.notes
    ]
    return _entries(_("Notes"), lines)


def _entries(title: str, lines: list[tuple[str, str]]) -> Entries:
    more = tuple(phrases.more_words(number) for number in range(len(lines) + 1))
    return Entries(title, tuple(lines), more)
