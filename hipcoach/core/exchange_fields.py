"""What may stand in a field of a journal's file: read, written and described."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from math import isfinite
from typing import Any, Final
from uuid import UUID

from hipcoach.core.value import value

SHOWN: Final = 40
"""Characters of a value that a sentence names."""
INT_MOST: Final = 2**31 - 1
"""The largest whole number of a column on every database."""
EXACT_MOST: Final = 2**53
"""The largest whole number that every reader of JSON keeps."""
SECONDS_MOST: Final = 1e9
A_DAY_S: Final = 86_399
FIRST_YEAR, LAST_YEAR = 1800, 2500
"""Moments outside of these would break arithmetic with time zones somewhere."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK: Final = re.compile(r"(([01][0-9]|2[0-3]):[0-5][0-9])?")
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3}|\.[0-9]{6})?Z"
)
_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Unfit(Exception):  # noqa: N818 - a word of the readers here, told as ExchangeError
    """A value that can't stand in its field; `code` without the `exchange-` before it."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@value
class Field:
    """One field of a row."""

    read: Callable[[Any], Any]
    """The value as the journal keeps it, from that of the file; raises `Unfit`."""
    schema: Mapping[str, Any]
    """As JSON Schema."""
    write: Callable[[Any], Any] | None = None
    """The value of the file; `None`: it is the same."""


def or_none(field: Field) -> Field:
    """The same, or null."""
    read = field.read
    return Field(
        lambda found: None if found is None else read(found),
        {"anyOf": [field.schema, {"type": "null"}]},
        field.write,
    )


def one_of(kind: type[StrEnum]) -> Field:
    """A word of that kind."""
    words = tuple(word.value for word in kind)

    def read(found: Any) -> str:
        if type(found) is str and found in words:
            return found
        raise Unfit("bad-word", words=", ".join(words))

    return Field(read, {"enum": list(words)})


def whole(least: int, most: int) -> Field:
    """A whole number between two others."""

    def read(found: Any) -> int:
        if type(found) is int and least <= found <= most:
            return found
        raise Unfit("bad-number", least=least, most=most)

    return Field(read, {"type": "integer", "minimum": least, "maximum": most})


def _seconds(least: float) -> Field:
    def read(found: Any) -> float:
        if type(found) in {int, float} and least <= found <= SECONDS_MOST and isfinite(found):
            return float(found)
        raise Unfit("bad-seconds", least=round(least), most=round(SECONDS_MOST))

    return Field(read, {"type": "number", "minimum": least, "maximum": SECONDS_MOST})


def _text(found: Any) -> str:
    if type(found) is str:
        if found.isascii():
            if "\0" not in found:
                return found
        elif "\0" not in found and not _lone(found):
            return found
    raise Unfit("bad-text")


def _lone(text: str) -> bool:
    """Whether half a letter stands in it, which JSON can write and nothing can keep."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _id(found: Any) -> UUID:
    if type(found) is str and _ID.fullmatch(found):
        return UUID(found)
    raise Unfit("bad-id")


def _moment(found: Any) -> datetime:
    if type(found) is str and _MOMENT.fullmatch(found):
        try:
            at = datetime.fromisoformat(found)
        except ValueError:
            raise Unfit("bad-moment") from None
        if FIRST_YEAR <= at.year < LAST_YEAR:
            return at
    raise Unfit("bad-moment")


def _moment_written(at: datetime) -> str:
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def _day(found: Any) -> date:
    if type(found) is str and _DAY.fullmatch(found):
        try:
            day = date.fromisoformat(found)
        except ValueError:
            raise Unfit("bad-day") from None
        if FIRST_YEAR <= day.year < LAST_YEAR:
            return day
    raise Unfit("bad-day")


def _clock(found: Any) -> str:
    if type(found) is str and _CLOCK.fullmatch(found):
        return found
    raise Unfit("bad-clock")


def _yes_no(found: Any) -> bool:
    if type(found) is bool:
        return found
    raise Unfit("bad-yes-no")


def _listed(of: Field) -> Field:
    read_one = of.read

    def read(found: Any) -> list[Any]:
        if type(found) is list:
            return [read_one(one) for one in found]
        raise Unfit("bad-list")

    return Field(read, {"type": "array", "items": of.schema})


def _pair(first: Field, second: Field) -> Field:
    def read(found: Any) -> list[Any]:
        if type(found) is list and len(found) == 2:  # noqa: PLR2004 - a pair
            return [first.read(found[0]), second.read(found[1])]
        raise Unfit("bad-pair")

    return Field(
        read,
        {
            "type": "array",
            "prefixItems": [first.schema, second.schema],
            "minItems": 2,
            "maxItems": 2,
        },
    )


def _number_or_text(found: Any) -> int | str:
    if type(found) is int and abs(found) <= EXACT_MOST:
        return found
    return _text(found)


def _named(found: Any) -> dict[str, int | str]:
    if type(found) is dict:
        return {_text(name): _number_or_text(value) for name, value in found.items()}
    raise Unfit("bad-named")


def _reason(found: Any) -> dict[str, Any]:
    if type(found) is dict and found.keys() == {"code", "numbers"}:
        return {"code": _text(found["code"]), "numbers": _named(found["numbers"])}
    raise Unfit("bad-reason")


_NO_ZERO: Final = {"type": "string", "pattern": "^[^\\u0000]*$"}
_NAMED: Final = {
    "type": "object",
    "additionalProperties": {
        "anyOf": [
            {"type": "integer", "minimum": -EXACT_MOST, "maximum": EXACT_MOST},
            _NO_ZERO,
        ]
    },
}

TEXT: Final = Field(_text, _NO_ZERO)
ID: Final = Field(
    _id,
    {"type": "string", "pattern": f"^{_ID.pattern}$"},
    str,
)
MOMENT: Final = Field(
    _moment,
    {"type": "string", "pattern": f"^{_MOMENT.pattern}$"},
    _moment_written,
)
DAY: Final = Field(_day, {"type": "string", "format": "date"}, date.isoformat)
DAY_OR_NONE: Final = or_none(DAY)
CLOCK: Final = Field(_clock, {"type": "string", "pattern": f"^{_CLOCK.pattern}$"})
YES_NO: Final = Field(_yes_no, {"type": "boolean"})
YES_NO_OR_NONE: Final = or_none(YES_NO)
COUNT: Final = whole(0, INT_MOST)
RUNG: Final = whole(0, INT_MOST)
LEVEL: Final = whole(1, 3)
TEN: Final = whole(0, 10)
OFFSET: Final = whole(-A_DAY_S, A_DAY_S)
OFFSET_OR_NONE: Final = or_none(OFFSET)
LENGTH: Final = _seconds(0.0)
SECONDS: Final = _seconds(-SECONDS_MOST)
TEXTS: Final = _listed(TEXT)
TEXTS_OR_NONE: Final = or_none(TEXTS)
WEEKDAYS: Final = _listed(whole(0, 6))
RUNGS: Final = _listed(_pair(TEXT, RUNG))
ANSWERS: Final = _listed(_pair(TEXT, TEXT))
SETTINGS: Final = Field(_named, _NAMED)
REASONS: Final = _listed(
    Field(
        _reason,
        {
            "type": "object",
            "properties": {"code": TEXT.schema, "numbers": _NAMED},
            "required": ["code", "numbers"],
            "additionalProperties": False,
        },
    )
)
