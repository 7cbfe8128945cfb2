"""What was deleted for good, remembered without what it was: which days, and until when.

Journals that are joined would give each other back what one of them has deleted. So a row stays
of it, which travels as all others do and holds nothing but days: what was written about them
before that moment is gone, whoever still has it. Of several such rows the newest decides, so that
in whichever order journals meet they end up equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from hipcoach.core.value import value

if TYPE_CHECKING:
    from uuid import UUID

AHEAD: Final = timedelta(days=1)
"""So far two clocks may be apart; what lies further ahead was a clock that was wrong."""
TELLS_OF: Final = ("day", "since", "last")
"""Names of numbers in a plan's reasons that say which day was felt how."""
_LATER: Final = timedelta(milliseconds=1)


@value
class Forgotten:
    """Days whose rows are gone, as far as they were written before a moment."""

    id: UUID
    at: datetime
    """Aware."""
    first: date | None
    """Practice days, both among them; `None` for both: every day there is."""
    last: date | None
    gone: bool = True
    """False: somebody has brought them back on purpose."""

    def holds(self, day: date) -> bool:
        """Whether it is about this practice day."""
        if self.first is None or self.last is None:
            return True
        return self.first <= day <= self.last

    def spans(self, other: Forgotten) -> bool:
        """Whether it is about every day that the other is about."""
        if self.first is None:
            return True
        return (
            other.first is not None
            and other.last is not None
            and self.holds(other.first)
            and self.holds(other.last)
        )


def standing(found: Iterable[Forgotten], now: datetime) -> tuple[Forgotten, ...]:
    """Those that still decide anything, the newest first.

    What a newer one spans says nothing any more, and what lies in the future never did.
    """
    sound = [one for one in found if one.at <= now + AHEAD]
    kept: list[Forgotten] = []
    for one in sorted(sound, key=lambda one: (one.at, one.id), reverse=True):
        if not any(newer.spans(one) for newer in kept):
            kept.append(one)
    return tuple(kept)


def is_gone(kept: Sequence[Forgotten], at: datetime, day: date) -> bool:
    """Whether a row of this day that was written at that moment is gone; `kept` as they stand."""
    for one in kept:
        if one.at <= at:
            return False
        if one.holds(day):
            return one.gone
    return False


def days_told(day: date, reasons: Iterable[Mapping[str, Any]]) -> frozenset[date]:
    """The days that a plan tells something of: its own, and those that it rests on.

    `reasons` as the journal keeps them: each a `code` with its `numbers`.
    """
    named = (_day(one["numbers"].get(name)) for one in reasons for name in TELLS_OF)
    return frozenset([day, *(before for before in named if before and before < day)])


def moment_after(kept: Iterable[Forgotten], now: datetime) -> datetime:
    """When one is to be written that decides from now on, even if the clock was set back."""
    return max([now, *(one.at.astimezone(now.tzinfo) + _LATER for one in kept)])


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
