"""Spans of days that can be looked back on: so far back, or from one day to another."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from hipcoach.core.value import value

_DAY: Final = timedelta(days=1)


class SpanChoice(StrEnum):
    """How far back from today."""

    FOUR_WEEKS = "four-weeks"
    THREE_MONTHS = "three-months"
    YEAR = "year"
    ALL = "all"


_DAYS: Final = {SpanChoice.FOUR_WEEKS: 28, SpanChoice.THREE_MONTHS: 91, SpanChoice.YEAR: 365}


@value
class FromTo:
    """From one day to another, both of them in it."""

    first: date
    last: date


Span: TypeAlias = SpanChoice | FromTo


def span_of(span: Span, today: date, earliest: date | None) -> tuple[date, date]:
    """The first and the last day of a span; `earliest` is the day of the first session."""
    if isinstance(span, FromTo):
        return span.first, span.last
    return first_of(span, today, earliest), today


def first_of(choice: SpanChoice, today: date, earliest: date | None) -> date:
    """The first day of a span that ends today: never more than a little before the first session.

    Four weeks at least, so that a beginning is not blown up to fill the page.
    """
    least = today - (_DAYS[SpanChoice.FOUR_WEEKS] - 1) * _DAY
    known = min(earliest or least, least)
    if choice is SpanChoice.ALL:
        return known
    return max(today - (_DAYS[choice] - 1) * _DAY, known)
