"""The content, loaded: all of it, or only what one routine needs.

Each of HipCoach's own files is read once in a process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from hipcoach.core.exercise import Exercise
from hipcoach.core.routine import Routine
from hipcoach.core.value import value
from hipcoach.core.wording import RoutineWords, Wording
from hipcoach.library.reading import Place
from hipcoach.library.shelf import Shelf, read_toml


@value
class Library:
    """All exercises and routines, by id."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]


@value
class Programme:
    """A routine with all that a session of it needs."""

    routine: Routine
    exercises: Mapping[str, Exercise]
    wording: Wording


@cache
def own_shelf() -> Shelf:
    """The content that comes with HipCoach."""
    beside = Path(__file__).with_name("content")
    if beside.is_dir():
        # `importlib.resources` would take a fifth of the time of a whole command.
        return Shelf(beside)
    from importlib.resources import files  # noqa: PLC0415 - only a zipped package needs it

    return Shelf(files("hipcoach.library") / "content")


def load_exercise(name: str, shelf: Shelf | None = None) -> Exercise:
    """One exercise by its id.

    Raises UsageError for an unknown name, with the nearest that is known; ContentError for a
    bad file, here and below.
    """
    return (shelf or own_shelf()).exercise(name)[0]


def load_library(shelf: Shelf | None = None) -> Library:
    """Everything there is."""
    shelf = shelf or own_shelf()
    return Library(
        {name: shelf.exercise(name)[0] for name in shelf.exercise_ids},
        {name: shelf.routine(name)[0] for name in shelf.routine_ids},
    )


def load_wording(language: str = "en", shelf: Shelf | None = None) -> Wording:
    """All words in a language (`de`, `pt-BR`), in English wherever it has none."""
    shelf = shelf or own_shelf()
    return _wording(shelf, language, shelf.exercise_ids, shelf.routine_ids)


def load_for(routine: str, language: str = "en", shelf: Shelf | None = None) -> Programme:
    """A routine by its id with what it needs; no other file is read.

    Raises UsageError for an unknown name, with the nearest that is known.
    """
    shelf = shelf or own_shelf()
    found = shelf.routine(routine)[0]
    exercises = {step.exercise: shelf.exercise(step.exercise)[0] for step in found.steps}
    return Programme(found, exercises, _wording(shelf, language, exercises, [routine]))


def load_routine_file(path: Path, language: str = "en", shelf: Shelf | None = None) -> Programme:
    """Somebody's own routine, made of the exercises that there are; its id is the file's name."""
    shelf = shelf or own_shelf()
    place = Place(str(path))
    found, words = shelf.routine_from(path.stem, read_toml(path, place.file), place)
    exercises = {step.exercise: shelf.exercise(step.exercise)[0] for step in found.steps}
    wording = _wording(shelf, language, exercises, [], {found.id: words})
    return Programme(found, exercises, wording)


def _wording(
    shelf: Shelf,
    language: str,
    exercises: Iterable[str],
    routines: Iterable[str],
    own: Mapping[str, RoutineWords] | None = None,
) -> Wording:
    """The words of these exercises and routines, and of `own` ones as they are."""
    tags = (language, language.partition("-")[0])
    language = next((tag for tag in tags if shelf.speaks(tag)), "en")
    sides, common = shelf.common("en")
    if language != "en":
        sides, translated = shelf.common(language)
        common |= translated
    return Wording(
        language=language,
        exercises={name: shelf.exercise_words(name, language, sides) for name in exercises},
        routines={
            **{name: shelf.routine_words(name, language) for name in routines},
            **(own or {}),
        },
        common=common,
    )
