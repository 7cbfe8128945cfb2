"""Spoken lines: from how they are written in a file to one text for each side and form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from hipcoach.core import bounds
from hipcoach.core.side import Side
from hipcoach.core.wording import Line
from hipcoach.library.reading import Field, Place, Shape, as_it_is, read_table, text

LONGEST_LINE: Final = bounds.LONGEST_LINE
MOST_SET_UP: Final = bounds.MOST_SET_UP
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


_OPTIONAL: Final = Field(as_it_is, None)
_CODES: Final = (
    *("announce", "safety", "intent", "breathing", "switch", "pinch"),
    *("slack", "release", "repeat"),
)
_LINES: Final[Shape] = {
    **dict.fromkeys(_CODES, _OPTIONAL),
    "setup": _OPTIONAL,
    "contractions": Field(as_it_is, {}),
    "rungs": Field(as_it_is, {}),
}
_RUNG: Final[Shape] = {"setup": _OPTIONAL, "intent": _OPTIONAL}
_CONTRACTION: Final[Mapping[str, str]] = {"say": "{}", "relax": "{}-relax", "place": "{}-place"}
"""Fields of a contraction's lines, and the codes that they become."""


def read_lines(raw: object, place: Place, sides: Mapping[Side, str]) -> dict[str, Line]:
    """All lines of an exercise, by the codes that the core knows them by."""
    found = read_table(raw, _LINES, place)
    written = {code: found[code] for code in _CODES} | _set_up(found["setup"], place, "")
    for number, rung in _entries(found["rungs"], place, "rungs"):
        inside, prefix = place.within(f"rungs.{number}"), f"rung-{number}-"
        lines = read_table(rung, _RUNG, inside)
        written |= _set_up(lines["setup"], inside, prefix)
        written[f"{prefix}intent"] = lines["intent"]
    shape = dict.fromkeys(_CONTRACTION, _OPTIONAL)
    for name, contraction in _entries(found["contractions"], place, "contractions"):
        inside = place.within(f"contractions.{name}")
        for field, line in read_table(contraction, shape, inside).items():
            written[_CONTRACTION[field].format(name)] = line
    return {
        code: read_line(line, place, code, sides)
        for code, line in written.items()
        if line is not None
    }


def _set_up(raw: object, place: Place, prefix: str) -> dict[str, object]:
    """The lines of a set-up by code, counted from 1."""
    if raw is None:
        return {}
    if not isinstance(raw, list):
        place.refuse("wrong-type", "setup", wanted="list")
    if not 1 <= len(raw) <= MOST_SET_UP:
        place.refuse("wrong-count", "setup", wanted=f"1\u2013{MOST_SET_UP}")
    return {f"{prefix}setup-{number}": line for number, line in enumerate(raw, 1)}


def _entries(raw: object, place: Place, field: str) -> Iterable[tuple[str, object]]:
    if not isinstance(raw, dict):
        place.refuse("wrong-type", field, wanted="table")
    return raw.items()
