"""A small declarative reader for TOML tables: a shape says what a table may hold.

A shape is a mapping from field to `Field`; what is read comes back checked, and what can't
be read raises `ContentError` with the file, the entry and the field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, NoReturn

from hipcoach.core.bounds import Bound
from hipcoach.core.errors import ContentError
from hipcoach.core.value import value


@value
class Place:
    """Where in the content something stands."""

    file: str
    entry: str = ""

    def within(self, entry: str) -> Place:
        """A place inside this one."""
        return Place(self.file, f"{self.entry}.{entry}" if self.entry else entry)

    def refuse(self, code: str, field: str, **details: object) -> NoReturn:
        """Raise ContentError about a field of this place."""
        raise ContentError(code, file=self.file, entry=self.entry, field=field, **details)


Reader = Callable[[object, Place, str], Any]
"""Checks one value and gives it in the type of the core."""
REQUIRED: Final = object()


@value
class Field:
    """How a field is read, and what stands for it where it is missing."""

    read: Reader
    default: object = REQUIRED


Shape = Mapping[str, Field]


def read_table(raw: object, shape: Shape, place: Place) -> dict[str, Any]:
    """The fields of a table, each as its shape says.

    Raises ContentError: `wrong-type`, `unknown-field`, `wrong-unit`, `missing-field`, and
    what the fields' own readers raise.
    """
    found, faults = read_what_can_be(raw, shape, place)
    if faults:
        raise faults[0]
    return found


def read_what_can_be(
    raw: object, shape: Shape, place: Place
) -> tuple[dict[str, Any], list[ContentError]]:
    """The fields that can be read, and what is wrong with the others, one fault each."""
    found: dict[str, Any] = {}
    faults: list[ContentError] = []
    if not isinstance(raw, dict):
        return found, [
            ContentError("wrong-type", file=place.file, entry=place.entry, wanted="table")
        ]
    for name in [*(name for name in raw if name not in shape), *shape]:
        try:
            if name not in shape:
                _refuse_unknown(name, shape, place)
            elif name in raw:
                found[name] = shape[name].read(raw[name], place, name)
            elif shape[name].default is REQUIRED:
                place.refuse("missing-field", name)
            else:
                found[name] = shape[name].default
        except ContentError as fault:
            faults.append(fault)
    return found, faults


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like this one; empty where none is."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.5)), "")


def as_it_is(raw: object, _place: Place, _field: str) -> object:
    """The value unread: another shape reads it later."""
    return raw


def text(raw: object, place: Place, field: str) -> str:
    """A text that is not empty."""
    if not isinstance(raw, str):
        place.refuse("wrong-type", field, wanted="text")
    if not raw.strip():
        place.refuse("missing-field", field)
    return raw


def texts(raw: object, place: Place, field: str) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(raw, list):
        place.refuse("wrong-type", field, wanted="list")
    return tuple(text(item, place, field) for item in raw)


def some_texts(raw: object, place: Place, field: str) -> tuple[str, ...]:
    """A list of at least one text."""
    found = texts(raw, place, field)
    if not found:
        place.refuse("missing-field", field)
    return found


def flag(raw: object, place: Place, field: str) -> bool:
    """True or false."""
    if not isinstance(raw, bool):
        place.refuse("wrong-type", field, wanted="flag")
    return raw


def address(raw: object, place: Place, field: str) -> str:
    """A link that starts with `https://`."""
    found = text(raw, place, field)
    if not found.startswith("https://"):
        place.refuse("not-a-link", field, value=found)
    return found


def number(least: float, most: float) -> Reader:
    """A reader of numbers within bounds, both included."""

    def read(raw: object, place: Place, field: str) -> float:
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            place.refuse("wrong-type", field, wanted="number")
        if not least <= raw <= most:
            place.refuse("out-of-bounds", field, value=raw, least=least, most=most)
        return float(raw)

    return read


def whole(least: int, most: int) -> Reader:
    """A reader of whole numbers within bounds, both included."""

    def read(raw: object, place: Place, field: str) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int):
            place.refuse("wrong-type", field, wanted="whole-number")
        if not least <= raw <= most:
            place.refuse("out-of-bounds", field, value=raw, least=least, most=most)
        return raw

    return read


def bounded(bound: Bound) -> Reader:
    """A reader of what lies within the bounds: whole numbers where things are counted."""
    if bound.whole:
        return whole(round(bound.least), round(bound.most))
    return number(bound.least, bound.most)


def short_text(most: int) -> Reader:
    """A reader of a text of so many characters at most."""

    def read(raw: object, place: Place, field: str) -> str:
        found = text(raw, place, field)
        if len(found) > most:
            place.refuse("too-long", field, value=len(found), most=most)
        return found

    return read


def choice(kind: type[StrEnum], only: Sequence[StrEnum] = ()) -> Reader:
    """A reader of one word out of those that the core knows, or out of some of them."""

    def read(raw: object, place: Place, field: str) -> StrEnum:
        found = text(raw, place, field)
        known = [member.value for member in only or kind]
        if found not in known:
            place.refuse(
                "unknown-choice", field, value=found, known=known, nearest=nearest(found, known)
            )
        return kind(found)

    return read


def choices(kind: type[StrEnum]) -> Reader:
    """A reader of a list of at least one such word."""
    one = choice(kind)

    def read(raw: object, place: Place, field: str) -> tuple[StrEnum, ...]:
        return tuple(one(item, place, field) for item in some_texts(raw, place, field))

    return read


def table(shape: Shape) -> Reader:
    """A reader of a table inside a table."""

    def read(raw: object, place: Place, field: str) -> dict[str, Any]:
        return read_table(raw, shape, place.within(field))

    return read


def tables(shape: Shape) -> Reader:
    """A reader of a list of tables; its entries are counted from 1."""

    def read(raw: object, place: Place, field: str) -> list[dict[str, Any]]:
        if not isinstance(raw, list):
            place.refuse("wrong-type", field, wanted="list")
        return [
            read_table(item, shape, place.within(f"{field}.{index}"))
            for index, item in enumerate(raw, 1)
        ]

    return read


def rows(kind: Callable[..., Any], shape: Shape) -> Reader:
    """A reader of a list of tables that become values of one kind, in a tuple."""
    every = tables(shape)

    def read(raw: object, place: Place, field: str) -> tuple[Any, ...]:
        return tuple(kind(**found) for found in every(raw, place, field))

    return read


def _refuse_unknown(name: str, shape: Shape, place: Place) -> NoReturn:
    """Say which field is unknown; a known one with another unit is named as such."""
    stem, _, unit = name.partition("_")
    for known in shape:
        known_stem, _, known_unit = known.partition("_")
        if known_unit == "s" and stem == known_stem and unit != known_unit:
            place.refuse("wrong-unit", name, wanted=known)
    place.refuse("unknown-field", name, nearest=nearest(name, shape))
