"""Words in the journal, told as the core's own."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TypeVar, cast

_Word = TypeVar("_Word", bound=StrEnum)


class UnknownWordError(ValueError):
    """A word in the journal that this program doesn't know: a newer one wrote it."""


def known(kind: type[_Word], word: str) -> _Word:
    """The word of that kind; raises `UnknownWordError`."""
    return cast("_Word", _known(kind, word))


@cache  # there are few, in each of thousands of rows
def _known(kind: type[StrEnum], word: str) -> StrEnum:
    try:
        return kind(word)
    except ValueError:
        raise UnknownWordError(word) from None
