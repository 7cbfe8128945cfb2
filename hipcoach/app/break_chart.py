"""What became of stretch breaks, as a grid of weekdays and hours."""

from __future__ import annotations

from typing import Final

from hipcoach.app.chart_snapshots import Cell, ChartSnapshot, GridChart, Sign, Table
from hipcoach.app.phrases import trends as phrases
from hipcoach.app.phrases.dates import begun, weekday_short
from hipcoach.app.span_reading import SpanFacts
from hipcoach.app.words import _
from hipcoach.core.break_hours import all_ends

_WEEK: Final = 7
_HOURS: Final = 24
_LEAST_HOURS: Final = 8


def break_chart(facts: SpanFacts, first_weekday: int) -> ChartSnapshot:
    """Breaks by weekday and hour, as the person's week begins."""
    breaks = facts.breaks
    weekdays = [(first_weekday + number) % _WEEK for number in range(_WEEK)]
    hours = sorted({hour for _weekday, hour in breaks})
    begin = min(hours, default=0)
    end = max(hours, default=0) + 1
    end = min(_HOURS, max(end, begin + _LEAST_HOURS))
    begin = max(0, min(begin, end - _LEAST_HOURS))
    order = sorted(breaks, key=lambda at: (weekdays.index(at[0]), at[1]))
    worst = max(breaks, key=lambda at: (breaks[at].skipped, -at[0], -at[1]), default=None)
    return ChartSnapshot(
        code="breaks",
        title=_("Stretch breaks by weekday and hour"),
        words=phrases.breaks_words(
            all_ends(breaks.values()), (*worst, breaks[worst].skipped) if worst else None
        ),
        chart=GridChart(
            rows=tuple(weekday_short(phrases.weekday_date(one)) for one in weekdays),
            columns=tuple(str(hour) for hour in range(begin, end)),
            cells=tuple(
                Cell(
                    weekdays.index(weekday),
                    hour - begin,
                    breaks[weekday, hour].taken,
                    breaks[weekday, hour].satisfied,
                    breaks[weekday, hour].skipped,
                    phrases.cell_words(weekday, hour, breaks[weekday, hour]),
                )
                for weekday, hour in order
            ),
        )
        if breaks
        else None,
        table=Table(
            (_("Weekday"), _("Hour"), _("Taken"), _("Time away"), _("Skipped")),
            tuple(
                (
                    begun(phrases.weekday_name(weekday)),
                    phrases.hour_words(hour),
                    str(breaks[weekday, hour].taken),
                    str(breaks[weekday, hour].satisfied),
                    str(breaks[weekday, hour].skipped),
                )
                for weekday, hour in order
            ),
        ),
        legend=(
            (Sign.TAKEN, _("taken")),
            (Sign.SATISFIED, _("time away was the break")),
            (Sign.SKIPPED, _("skipped; the larger, the more breaks there were")),
        ),
    )
