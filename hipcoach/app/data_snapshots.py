"""The journal as a whole, as its page shows it."""

from __future__ import annotations

from datetime import date
from enum import Enum

from hipcoach.core.value import value


class Part(Enum):
    """What can be done with a journal as a whole; each has a card of its own."""

    OUT = "out"
    IN = "in"
    COPIES = "copies"
    DELETE = "delete"


class Form(Enum):
    """A file that a journal goes out in; the value is how its name ends."""

    WHOLE = "json"
    TABLE = "csv"
    CALENDAR = "ics"


@value
class Offer:
    """A file that is about to be chosen."""

    title: str
    """Of the dialog."""
    name: str
    """A sensible one, with its ending."""
    kind: str
    """What such files are called."""
    form: Form


@value
class CopyRow:
    """A copy of the journal."""

    path: str
    when: str
    why: str
    """Why it was made; empty where that is not known."""
    words: str
    """What is in it."""
    readable: bool
    question: str
    """Asked before it is taken back."""
    more: str
    """What that question has to say besides."""


@value
class Work:
    """What is being done."""

    part: Part
    words: str
    stoppable: bool
    """Whether it can be called off."""
    share: float | None = None
    """How much of it is done, 0 to 1; `None`: that can't be told."""


@value
class Leftover:
    """What a journal that was brought in has, and what was deleted here or elsewhere."""

    path: str
    """Of the file that it is in."""
    question: str
    """Asked before it is brought back."""
    more: str


@value
class Outcome:
    """What became of it."""

    part: Part
    words: str
    wrong: bool = False
    path: str = ""
    """A file that it left behind; empty: none."""
    leftover: Leftover | None = None


@value
class Wish:
    """What is to be deleted: practice days, first and last among them."""

    span: tuple[date, date] | None
    """`None`: everything."""
    copies: bool = False
    """Whether the copies of the journal go as well."""


@value
class Weighed:
    """How much a wish would delete."""

    wish: Wish
    question: str
    more: str


@value
class DataSnapshot:
    """All of it."""

    place: str
    """Where the journal is: a path, or an address without a password."""
    in_file: bool
    """Whether that is a file on this computer."""
    figures: tuple[tuple[str, str], ...] = ()
    """(figure, what it counts)."""
    words: str = ""
    """What there is to say in their place, or besides."""
    days: tuple[date, date] | None = None
    """First and last of which something is recorded."""
    copies: tuple[CopyRow, ...] = ()
    copies_words: str = ""
    """What there is to say in the place of copies."""
    work: Work | None = None
    outcome: Outcome | None = None
