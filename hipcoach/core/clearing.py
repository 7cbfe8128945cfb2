"""What a recorded clearance must hold, so that it is a clearance and no click."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Lack(StrEnum):
    """What is wrong with a clearance as somebody would record it."""

    IN_FUTURE = "in-future"
    """Its day is still to come."""
    BEFORE_STOP = "before-stop"
    """Its day was over before that which it is to clear was noted."""
    NOBODY = "nobody"
    """Who gave it is left out."""
    NO_WORDS = "no-words"
    """What was said is left out."""


def lacks(
    day: date, by: str, words: str, *, today: date, since: date | None = None
) -> tuple[Lack, ...]:
    """Everything that is wrong with it; empty: it can be recorded.

    `since` is the day on which practice was stopped, where that is known.
    """
    wrong = (
        (Lack.IN_FUTURE, day > today),
        (Lack.BEFORE_STOP, since is not None and day < since),
        (Lack.NOBODY, not by.strip()),
        (Lack.NO_WORDS, not words.strip()),
    )
    return tuple(lack for lack, found in wrong if found)
