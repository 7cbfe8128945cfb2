"""Lengths of time, as one says them."""

from __future__ import annotations

from hipcoach.app.words import _, ngettext


def length_words(seconds: float) -> str:
    """A length, as one says it: `90 s` below two minutes, else minutes."""
    if seconds < 120:  # noqa: PLR2004 - two minutes, as the docstring says
        return _("{seconds} s").format(seconds=round(seconds / 5) * 5)
    return _("{minutes} min").format(minutes=round(seconds / 60))


def minutes_words(seconds: float) -> str:
    """A length in a sentence: *8 minutes*, *90 seconds*."""
    if seconds < 120:  # noqa: PLR2004 - two minutes, as above
        number = max(5, round(seconds / 5) * 5)
        return ngettext("{number} second", "{number} seconds", number).format(number=number)
    number = round(seconds / 60)
    return ngettext("{number} minute", "{number} minutes", number).format(number=number)
