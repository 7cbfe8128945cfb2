"""The words of the content: English from the content's own files, other languages over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from hipcoach.core.side import Side
from hipcoach.core.wording import ExerciseWords, Fault, Line, RoutineWords, RungWords
from hipcoach.library.lines import read_line, read_lines
from hipcoach.library.reading import (
    Field,
    Place,
    Shape,
    as_it_is,
    read_table,
    rows,
    some_texts,
    table,
    text,
    texts,
)

_EXERCISE: Final[Shape] = {
    "name": Field(text),
    "summary": Field(text),
    "how": Field(some_texts),
    "feel": Field(text),
    "safety": Field(some_texts),
    "faults": Field(rows(Fault, {"text": Field(text), "mend": Field(text)})),
    "dose": Field(text),
    "rungs": Field(rows(RungWords, {"name": Field(text), "note": Field(text)})),
    "debated": Field(text, ""),
    "not_for": Field(texts, ()),
    "warning": Field(texts, ()),
}
ROUTINE: Final[Shape] = {"name": Field(text), "summary": Field(text)}
COMMON_CODES: Final = (
    *("count-3", "count-2", "count-1", "halfway", "ten-seconds"),
    *("and-rest", "again", "finish"),
    *("paused", "resumed", "skipped", "easier", "gentlest", "swapped", "longer", "shorter"),
)
"""Codes of the lines that belong to no exercise."""
_COMMON: Final[Shape] = dict.fromkeys(COMMON_CODES, Field(as_it_is, None))
_SIDES: Final[Shape] = {side.value: Field(text) for side in Side}


def read_words(
    words: object, lines: object, place: Place, sides: Mapping[Side, str]
) -> ExerciseWords:
    """The words of an exercise; what is said of it is not checked for being complete."""
    found = read_table(words, _EXERCISE, place.within("words"))
    return ExerciseWords(**found, lines=read_lines(lines, place.within("lines"), sides))


def overlaid(
    english: ExerciseWords, raw: object, place: Place, sides: Mapping[Side, str]
) -> ExerciseWords:
    """The words in another language, in English where it has none.

    Raises ContentError, also for a line that English lacks.
    """
    shape = {"words": Field(as_it_is, {}), "lines": Field(as_it_is, {})}
    found = read_table(raw, shape, place)
    optional = {name: Field(field.read, None) for name, field in _EXERCISE.items()}
    translated = read_table(found["words"], optional, place.within("words"))
    mine = {name: value for name, value in translated.items() if value is not None}
    for name in ("rungs", "faults", "not_for", "warning"):
        wanted = len(getattr(english, name))
        if name in mine and len(mine[name]) != wanted:
            place.within("words").refuse("wrong-count", name, wanted=wanted)
    lines = read_lines(found["lines"], place.within("lines"), sides)
    for code in lines:
        if code not in english.lines:
            place.within("lines").refuse("unknown-field", code, nearest="")
    return replace(english, **mine, lines={**english.lines, **lines})


def overlaid_routine(english: RoutineWords, raw: object, place: Place) -> RoutineWords:
    """The words of a routine in another language, in English where it has none."""
    shape = {name: Field(field.read, getattr(english, name)) for name, field in ROUTINE.items()}
    return RoutineWords(**read_table(raw, {"words": Field(table(shape))}, place)["words"])


def read_common(raw: object, place: Place) -> tuple[dict[Side, str], dict[str, Line]]:
    """The words for the sides, and the lines that belong to no exercise, where they are there."""
    shape = {"sides": Field(table(_SIDES)), "lines": Field(table(_COMMON), {})}
    found = read_table(raw, shape, place)
    sides = {side: found["sides"][side.value] for side in Side}
    inside = place.within("lines")
    lines = {
        code: read_line(line, inside, code, sides)
        for code, line in found["lines"].items()
        if line is not None
    }
    return sides, lines
