"""Days of the week on which to practise: spread, so that muscles rest in between."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations
from typing import Final

DAYS: Final = 7


def proposed_days(times: int, suits: Collection[int] = ()) -> tuple[int, ...]:
    """So many weekdays of those that suit, in order; 0 is Monday, and nothing given means any.

    The shortest rest between two of them is as long as it can be, then the next shortest; of
    equal ones the earliest in the week. Where fewer days suit than are asked for, all of them.
    """
    open_days = sorted({*suits}) or range(DAYS)
    number = min(max(times, 0), len(open_days))
    return max(combinations(open_days, number), key=_rests, default=())


def _rests(days: Sequence[int]) -> tuple[int, ...]:
    """Days from each one to the next, around the week, the shortest first."""
    following = (*days[1:], days[0] + DAYS) if days else ()
    return tuple(sorted(later - day for day, later in zip(days, following, strict=True)))
