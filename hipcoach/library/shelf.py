"""A folder of content: which files it holds, each read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from hipcoach.core.errors import ContentError, UsageError
from hipcoach.core.exercise import Exercise
from hipcoach.core.routine import Routine
from hipcoach.core.side import Side
from hipcoach.core.wording import ExerciseWords, Line, RoutineWords
from hipcoach.library.exercises import read_exercise
from hipcoach.library.reading import Place, nearest
from hipcoach.library.routines import read_routine
from hipcoach.library.words import overlaid, overlaid_routine, read_common

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_LINE: Final = re.compile(r"line (\d+)")
Common = tuple[dict[Side, str], dict[str, Line]]
"""The words for the sides, and the common lines."""


def read_toml(file: Traversable, name: str) -> dict[str, object]:
    """A file's table.

    Raises ContentError: `unreadable`, or `not-text` or `not-toml` with the line.
    """
    try:
        written = file.read_text(encoding="utf-8-sig")  # as some editors write it
        return tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        at = _LINE.search(str(error))
        line = int(at[1]) if at else written.count("\n") + 1
        raise ContentError("not-toml", file=name, line=line) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ContentError("not-text", file=name, line=line) from error
    except OSError as error:
        raise ContentError("unreadable", file=name, reason=error.strerror or "") from error


class Shelf:
    """Exercises and routines of one folder; English, and other languages beside it.

    `exercises/ID/exercise.toml`, `routines/ID.toml`, `common.toml`; in German
    `exercises/ID/de.toml`, `routines/ID.de.toml`, `common.de.toml`.
    """

    def __init__(self, root: Traversable) -> None:
        self._root = root
        self._exercises: dict[str, tuple[Exercise, ExerciseWords]] = {}
        self._routines: dict[str, tuple[Routine, RoutineWords]] = {}
        self._common: dict[str, Common] = {}
        self._ids: dict[str, tuple[str, ...]] = {}

    @property
    def root(self) -> Traversable:
        """The folder of the content."""
        return self._root

    @cached_property
    def exercise_ids(self) -> tuple[str, ...]:
        """Ids of all exercises, in order of the alphabet."""
        # A folder that has poses alone is no exercise yet.
        return self._listed("exercises", lambda entry: (entry / "exercise.toml").is_file())

    @cached_property
    def routine_ids(self) -> tuple[str, ...]:
        """Ids of all routines, in order of the alphabet."""
        found = self._listed("routines", lambda entry: entry.name.count(".") == 1)
        return tuple(name.removesuffix(".toml") for name in found)

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that there are words in, English first."""
        entries = (entry.name.split(".") for entry in self._root.iterdir())
        return ("en", *sorted(parts[1] for parts in entries if parts[0] == "common" and parts[2:]))

    def folder(self, exercise: str) -> Traversable:
        """The folder of an exercise."""
        return self._file(f"exercises/{exercise}")

    def exercise(self, name: str) -> tuple[Exercise, ExerciseWords]:
        """An exercise and its English words.

        Raises UsageError for a name that isn't there, ContentError for a bad file.
        """
        if name not in self._exercises:
            if name not in self.exercise_ids:
                known = nearest(name, self.exercise_ids)
                raise UsageError("unknown-exercise", {"name": name, "nearest": known})
            place = Place(f"exercises/{name}/exercise.toml")
            self._exercises[name] = read_exercise(name, self._table(place), place)
        return self._exercises[name]

    def routine(self, name: str) -> tuple[Routine, RoutineWords]:
        """A routine and its English words.

        Raises UsageError for a name that isn't there, ContentError for a bad file.
        """
        if name not in self._routines:
            if name not in self.routine_ids:
                known = nearest(name, self.routine_ids)
                raise UsageError("unknown-routine", {"name": name, "nearest": known})
            place = Place(f"routines/{name}.toml")
            self._routines[name] = self.routine_from(name, self._table(place), place)
        return self._routines[name]

    def routine_from(self, name: str, raw: object, place: Place) -> tuple[Routine, RoutineWords]:
        """A routine out of a table from anywhere, with the exercises of this shelf."""
        return read_routine(name, raw, place, self.exercise_ids, lambda one: self.exercise(one)[0])

    def common(self, language: str) -> Common:
        """The words for the sides, and the common lines, where the language has them."""
        if language not in self._common:
            place = Place("common.toml" if language == "en" else f"common.{language}.toml")
            self._common[language] = read_common(self._table(place), place)
        sides, lines = self._common[language]
        return sides, dict(lines)

    def speaks(self, language: str) -> bool:
        """Whether there is a translation; the files themselves are English."""
        return language != "en" and self._file(f"common.{language}.toml").is_file()

    def exercise_words(self, name: str, language: str, sides: dict[Side, str]) -> ExerciseWords:
        """The words of an exercise in a language, in English where it has none."""
        english = self.exercise(name)[1]
        place = Place(f"exercises/{name}/{language}.toml")
        if language == "en" or not self._file(place.file).is_file():
            return english
        return overlaid(english, self._table(place), place, sides)

    def routine_words(self, name: str, language: str) -> RoutineWords:
        """The words of a routine in a language, in English where it has none."""
        english = self.routine(name)[1]
        place = Place(f"routines/{name}.{language}.toml")
        if language == "en" or not self._file(place.file).is_file():
            return english
        return overlaid_routine(english, self._table(place), place)

    def table(self, file: str) -> dict[str, object] | None:
        """The table of a file of this shelf; `None` where there is no such file.

        Raises ContentError for a file that is no table.
        """
        return self._table(Place(file)) if self._file(file).is_file() else None

    def _table(self, place: Place) -> dict[str, object]:
        return read_toml(self._file(place.file), place.file)

    def _file(self, path: str) -> Traversable:
        return self._root.joinpath(*path.split("/"))

    def _listed(self, folder: str, wanted: Callable[[Traversable], bool]) -> tuple[str, ...]:
        if folder not in self._ids:
            entries = self._file(folder).iterdir()
            self._ids[folder] = tuple(sorted(each.name for each in entries if wanted(each)))
        return self._ids[folder]
