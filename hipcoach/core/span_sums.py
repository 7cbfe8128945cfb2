"""What a span of days adds up to, without its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from hipcoach.core.break_hours import BreakEnds
from hipcoach.core.held import HeldOn
from hipcoach.core.value import value


@value
class SpanSums:
    """Holds and stretch breaks of some practice days; withdrawn sessions are left out."""

    held: tuple[HeldOn, ...] = ()
    """By day and exercise, stretch breaks among them."""
    breaks: Mapping[tuple[int, int], BreakEnds] = field(default_factory=dict)
    """How they ended, by (weekday, hour) of the clock; 0 is Monday. Empty hours are left out."""
