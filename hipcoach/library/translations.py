"""What a language leaves out, or says in a way that doesn't fit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields

from hipcoach.core.errors import ContentError
from hipcoach.core.side import Side
from hipcoach.core.wording import ExerciseWords
from hipcoach.library.lines import read_lines
from hipcoach.library.reading import Place
from hipcoach.library.shelf import Shelf
from hipcoach.library.words import COMMON_CODES, ROUTINE


def translation_problems(shelf: Shelf, bad: Collection[str]) -> Iterator[ContentError]:
    """What is missing or wrong in every language but English; `bad` exercises are left out."""
    for language in shelf.languages[1:]:
        try:
            sides, common = shelf.common(language)
        except ContentError as problem:
            yield problem
            continue
        place = Place(f"common.{language}.toml")
        yield from _missing(COMMON_CODES, common, place.within("lines"))
        for name in shelf.exercise_ids:
            if name not in bad:
                yield from _exercise(shelf, name, language, sides)
        for name in shelf.routine_ids:
            yield from _routine(shelf, name, language)


def _exercise(
    shelf: Shelf, name: str, language: str, sides: Mapping[Side, str]
) -> Iterator[ContentError]:
    place = Place(f"exercises/{name}/{language}.toml")
    try:
        raw = shelf.table(place.file)
        if raw is None:
            yield ContentError("missing-file", file=place.file)
            return
        english = shelf.exercise_words(name, language, dict(sides))
        lines = read_lines(raw.get("lines", {}), place.within("lines"), sides)
    except ContentError as problem:
        yield problem
        return
    yield from _missing(_said(english), _keys(raw.get("words")), place.within("words"))
    yield from _missing(english.lines, lines, place.within("lines"))


def _said(words: ExerciseWords) -> list[str]:
    """The fields of its words that say anything."""
    names = (each.name for each in fields(words) if each.name != "lines")
    return [name for name in names if getattr(words, name)]


def _routine(shelf: Shelf, name: str, language: str) -> Iterator[ContentError]:
    place = Place(f"routines/{name}.{language}.toml")
    try:
        raw = shelf.table(place.file)
        if raw is None:
            yield ContentError("missing-file", file=place.file)
            return
        shelf.routine_words(name, language)
    except ContentError as problem:
        # What is wrong with the routine itself, or an exercise of it, was told already.
        if problem.details["file"] == place.file:
            yield problem
        return
    yield from _missing(ROUTINE, _keys(raw.get("words")), place.within("words"))


def _missing(
    wanted: Collection[str], there: Collection[str], place: Place
) -> Iterator[ContentError]:
    for field in wanted:
        if field not in there:
            yield ContentError("missing-field", file=place.file, entry=place.entry, field=field)


def _keys(raw: object) -> Collection[str]:
    return raw.keys() if isinstance(raw, dict) else ()
