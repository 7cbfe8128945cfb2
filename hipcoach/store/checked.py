"""What comes back from the journal, checked: another program, or a hand, may have written it."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TypeVar, cast

_Word = TypeVar("_Word", bound=StrEnum)
_One = TypeVar("_One")


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


def listed(found: list[_One]) -> list[_One]:
    """The list that is kept as JSON; raises `ValueError` for anything else."""
    if not isinstance(found, list):
        raise ValueError("no list")  # noqa: TRY004 - a bad row, not a bug
    return found


def paired(found: dict[str, _One]) -> tuple[tuple[str, _One], ...]:
    """Names and values of the object that is kept as JSON; raises `ValueError` as above."""
    if not isinstance(found, dict):
        raise ValueError("no object")  # noqa: TRY004 - a bad row, not a bug
    return tuple(found.items())
