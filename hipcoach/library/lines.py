"""Spoken lines: from how they are written in a file to one text for each side and form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hipcoach.core.side import Side
from hipcoach.core.wording import Line
from hipcoach.library.reading import Field, Place, Shape, as_it_is, read_table, text

LONGEST_LINE: Final = 13
"""Words of a spoken line, at most: about five seconds."""
ENGLISH_SIDES: Final[Mapping[Side, str]] = {Side.LEFT: "left", Side.RIGHT: "right"}

_GAP: Final = re.compile(r"\{(\w*)\}")
_FORMS: Final = {"full": Field(as_it_is), "short": Field(as_it_is)}
_SIDES: Final = {"left": Field(text), "right": Field(text)}


def read_line(raw: object, place: Place, code: str, sides: Mapping[Side, str]) -> Line:
    """One line, for each side, in full and short.

    It is written as one text, as a table `full` and `short`, or as a table `left` and
    `right`; `full` and `short` may be such tables again.
    A text may hold `{side}` and `{other}`, with a capital where the sentence begins.
    Raises ContentError, also for `line-too-long` and `unknown-gap`.
    """
    forms = {"full": raw, "short": raw}
    if isinstance(raw, dict) and not raw.keys() & _SIDES.keys():
        forms = read_table(raw, _FORMS, place.within(code))
    full_left, full_right = _both_sides(forms["full"], place, code, sides)
    short_left, short_right = _both_sides(forms["short"], place, code, sides)
    return Line(full_left, full_right, short_left, short_right)


def _both_sides(raw: object, place: Place, code: str, sides: Mapping[Side, str]) -> tuple[str, str]:
    if isinstance(raw, dict):
        pair = read_table(raw, _SIDES, place.within(code))
        written = {Side.LEFT: pair["left"], Side.RIGHT: pair["right"]}
    else:
        written = dict.fromkeys(Side, text(raw, place, code))
    left, right = (_said(written[side], side, place, code, sides) for side in Side)
    return left, right


def _said(written: str, side: Side, place: Place, code: str, sides: Mapping[Side, str]) -> str:
    """The text with its gaps filled for that side."""
    gaps = {"side": sides[side], "other": sides[side.other]}
    gaps |= {name.capitalize(): word.capitalize() for name, word in gaps.items()}

    def fill(gap: re.Match[str]) -> str:
        if gap[1] not in gaps:
            place.refuse("unknown-gap", code, value=gap[1], known=sorted(gaps))
        return gaps[gap[1]]

    said = _GAP.sub(fill, written)
    words = len(said.split())
    if words > LONGEST_LINE:
        place.refuse("line-too-long", code, words=words, most=LONGEST_LINE)
    return said


_LINES: Final[Shape] = {
    "announce": Field(as_it_is, None),
    "setup": Field(as_it_is, None),
    "safety": Field(as_it_is, None),
    "intent": Field(as_it_is, None),
    "breathing": Field(as_it_is, None),
    "switch": Field(as_it_is, None),
    "slack": Field(as_it_is, None),
    "pinch": Field(as_it_is, None),
    "contractions": Field(as_it_is, {}),
    "rungs": Field(as_it_is, {}),
}
_CONTRACTION: Final[Mapping[str, str]] = {"say": "{}", "relax": "{}-relax", "place": "{}-place"}
"""Fields of a contraction's lines, and the codes that they become."""
_RUNG: Final[Shape] = {"setup": Field(as_it_is, None), "intent": Field(as_it_is, None)}


def read_lines(raw: object, place: Place, sides: Mapping[Side, str]) -> dict[str, Line]:
    """All lines of an exercise, by the codes that the core knows them by."""
    found = read_table(raw, _LINES, place)
    written = dict(_coded(found, ""))
    for number, rung in _entries(found["rungs"], place, "rungs"):
        inside = place.within(f"rungs.{number}")
        written |= _coded(read_table(rung, _RUNG, inside), f"rung-{number}-")
    shape = dict.fromkeys(_CONTRACTION, Field(as_it_is, None))
    for name, lines in _entries(found["contractions"], place, "contractions"):
        inside = place.within(f"contractions.{name}")
        for field, line in read_table(lines, shape, inside).items():
            written[_CONTRACTION[field].format(name)] = line
    return {
        code: read_line(line, place, code, sides)
        for code, line in written.items()
        if line is not None
    }


def _coded(found: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    """Lines by code: those of the set-up are counted from 1."""
    for field, value in found.items():
        if field == "setup" and isinstance(value, list):
            for number, line in enumerate(value, 1):
                yield f"{prefix}setup-{number}", line
        elif field not in {"contractions", "rungs"}:
            yield f"{prefix}{field}", value


def _entries(raw: object, place: Place, field: str) -> Iterable[tuple[str, object]]:
    if not isinstance(raw, dict):
        place.refuse("wrong-type", field, wanted="table")
    return raw.items()
