"""Exercises found by words, and by what one wants and has at hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from hipcoach.core.exercise import Goal, Position
from hipcoach.core.value import value

TIMES_S: Final = (60.0, 120.0, 300.0)
"""Lengths that one can ask for: an exercise takes so many seconds at most."""

_SURE: Final = 4
"""Letters from which a word may have a wrong one: of shorter ones half would be another word."""
_WITHIN: Final = 3
"""Letters from which a word is also looked for inside others, such as `flexor` in `hipflexor`."""
_LETTERS: Final = re.compile(r"[^\W_]+")


@value
class Entry:
    """What an exercise is found by."""

    id: str
    name: str
    position: Position
    goals: tuple[Goal, ...]
    props: tuple[str, ...]
    """Codes of what it can't be done without."""
    length_s: float
    """Seconds that it takes at its own dose, with all that is said."""
    words: frozenset[str]
    """Every word that it is found by, as `words_in` gives them."""
    order: int = 0
    """Where it stands among those of its position: the smallest first."""


@value
class Wanted:
    """What is looked for; without arguments everything is."""

    text: str = ""
    goals: frozenset[Goal] = frozenset()
    """Any of these; empty: whichever."""
    positions: frozenset[Position] = frozenset()
    """Any of these; empty: whichever."""
    props: frozenset[str] | None = None
    """What is at hand, nothing else may be needed; `None`: whatever it needs."""
    most_s: float | None = None
    """Seconds that it may take; `None`: however long."""

    @property
    def filtered(self) -> bool:
        """Whether more than words narrows it."""
        return replace(self, text="") != Wanted()

    def suits(self, entry: Entry) -> bool:
        """Whether an exercise passes the filters, whatever its words."""
        return (
            (not self.goals or not self.goals.isdisjoint(entry.goals))
            and (not self.positions or entry.position in self.positions)
            and (self.props is None or self.props.issuperset(entry.props))
            and (self.most_s is None or entry.length_s <= self.most_s)
        )


def words_in(text: str) -> frozenset[str]:
    """The words of a text, without accents and capitals."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(_LETTERS.findall(bare))


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by position, from the floor up, and by their order there, else by name."""
    places = list(Position)
    return tuple(
        sorted(
            entries,
            key=lambda one: (places.index(one.position), one.order, one.name.casefold(), one.id),
        )
    )


def found(entries: Sequence[Entry], wanted: Wanted) -> tuple[Entry, ...]:
    """The entries that have every word, or the beginning of one, and pass the filters; in order.

    A word of four letters or more that none of all entries has may have one wrong letter:
    another, one too many, one missing, or two in the wrong order.
    """
    left = list(entries)
    for word in words_in(wanted.text):
        hit = [one for one in entries if _has(one, word)]
        if not hit and len(word) >= _SURE:
            hit = [one for one in entries if _nearly_has(one, word)]
        left = [one for one in left if one in hit]
    return in_order(one for one in left if wanted.suits(one))


def _has(entry: Entry, word: str) -> bool:
    if len(word) < _WITHIN:
        return any(known.startswith(word) for known in entry.words)
    return any(word in known for known in entry.words)


def _nearly_has(entry: Entry, word: str) -> bool:
    """Whether one of its words begins nearly so: who types has not come to the end yet."""
    lengths = (len(word) - 1, len(word), len(word) + 1)
    return any(_one_wrong(word, known[:length]) for known in entry.words for length in lengths)


def _one_wrong(one: str, other: str) -> bool:
    """Whether two words differ by no more than one slip of the fingers."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    here, there = one[same:], other[same:]
    swapped = here[:2] == there[1::-1] and here[2:] == there[2:]
    return swapped or here[1:] == there[1:] or here[1:] == there or here == there[1:]
