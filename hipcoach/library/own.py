"""The routines that people made themselves: one file each, in the format of the built-in ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.core.bounds import dose_of
from hipcoach.core.errors import ContentError, KnownError
from hipcoach.core.exercise import Exercise
from hipcoach.core.found import FoundRoutines
from hipcoach.core.names import ALONE, id_of
from hipcoach.core.routine import Routine, Sides, Step
from hipcoach.core.wording import ExerciseWords, RoutineWords
from hipcoach.library.load import own_shelf
from hipcoach.library.shelf import Shelf
from hipcoach.ports import ExerciseFiles

if TYPE_CHECKING:
    from hipcoach.library.routine_file import Exercises, RoutineFile

Write = Callable[[Path, bytes], None]
"""Puts a file in place of what was there, all or nothing; raises `OSError`."""


class OwnRoutines:
    """`hipcoach.ports.RoutineFiles` over a folder; read anew each time, for people edit files."""

    def __init__(self, folder: Path, write: Write, exercises: ExerciseFiles | None = None) -> None:
        """`exercises` are those of the person's own that routines may be made of too."""
        self.folder = folder
        self._write = write
        self._exercises = exercises

    def found(self) -> FoundRoutines:
        """The routines of the folder by id, and what is wrong with the files that are none."""
        routines, faults = {}, []
        known = {name.casefold() for name in own_shelf().routine_ids}
        try:
            paths = self._paths()
        except OSError as error:
            reason = error.strerror or ""
            fault = ContentError("unreadable", file=str(self.folder), reason=reason)
            return FoundRoutines({}, (fault,))
        shelf = self._shelf() if paths else None
        for path in paths:
            if path.stem.casefold() in known or path.stem.startswith(ALONE):
                faults.append(ContentError("taken", file=str(path)))
                continue
            file = self.look_at(path, shelf)
            faults += file.faults[:1]
            if not file.faults:
                routines[path.stem] = file.held()
        return FoundRoutines(routines, tuple(faults))

    def read(self, path: Path) -> tuple[Routine, RoutineWords]:
        """A routine out of any file; raises ContentError."""
        return self.look_at(path).held()

    def look_at(self, path: Path, shelf: Exercises | None = None) -> RoutineFile:
        """What any file holds, or everything that is wrong with it.

        `shelf` has what it may be made of, where that is known already.
        """
        from hipcoach.library.routine_file import look_at  # noqa: PLC0415 - few have their own

        return look_at(path, shelf or self._shelf())

    def save(self, routine: Routine, words: RoutineWords, over: str = "") -> str:
        """Keep a routine and give its id: that of the one it replaces (`over`), or a new one.

        Raises KnownError (`unwritable`).
        """
        name = over
        if not name:
            try:
                there = {path.stem.casefold() for path in self._paths()}
            except OSError:
                there = set()
            name = id_of(words.name, {*own_shelf().routine_ids, *there})
        self.write(routine, words, self.folder / f"{name}.toml")
        return name

    def write(self, routine: Routine, words: RoutineWords, path: Path) -> None:
        """Write a routine into a file, in place of what was there.

        Raises KnownError (`unwritable`).
        """
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(path, self._written(routine, words).encode())
        except OSError as error:
            raise KnownError("unwritable", {"path": str(path)}) from error

    def remove(self, name: str) -> None:
        """Take a routine out of the folder; raises KnownError (`unwritable`)."""
        path = self.folder / f"{name}.toml"
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise KnownError("unwritable", {"path": str(path)}) from error

    def _shelf(self) -> Exercises:
        """Every exercise that a routine may be made of."""
        mine = self._exercises.found().exercises if self._exercises else {}
        return _Wider(own_shelf(), mine)

    def _paths(self) -> list[Path]:
        """The files, in order of the alphabet; raises `OSError`."""
        try:
            entries = sorted(self.folder.iterdir())
        except FileNotFoundError:
            return []
        return [
            path
            for path in entries
            if path.suffix == ".toml" and not path.name.startswith(".") and path.is_file()
        ]

    def _written(self, routine: Routine, words: RoutineWords) -> str:
        lines = [f"colour = {toml_text(routine.colour)}", "", "[words]"]
        lines += [f"name = {toml_text(words.name)}", f"summary = {toml_text(words.summary)}"]
        shelf = self._shelf()
        for step in routine.steps:
            lines += ["", "[[steps]]", *_step(step, shelf.exercise(step.exercise)[0])]
        return "\n".join(lines) + "\n"


class _Wider:
    """The exercises that come with HipCoach, and the person's own."""

    def __init__(self, shelf: Shelf, mine: Mapping[str, tuple[Exercise, ExerciseWords]]) -> None:
        self._shelf = shelf
        self._mine = mine

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """All ids."""
        return (*self._shelf.exercise_ids, *self._mine)

    def exercise(self, name: str) -> tuple[Exercise, ExerciseWords]:
        """One of them; raises UsageError for a name that isn't there."""
        return self._mine[name] if name in self._mine else self._shelf.exercise(name)


def _step(step: Step, exercise: Exercise) -> Iterator[str]:
    """A step's lines; what means nothing is left out."""
    yield f"exercise = {toml_text(step.exercise)}"
    if step.rung is not None:
        yield f"rung = {step.rung}"
    if step.sides is not Sides.BOTH:
        yield f"sides = {toml_text(step.sides)}"
    for name, bound in dose_of(exercise).items():
        value = getattr(step.dose, name)
        if bound.least <= value <= bound.most:
            yield f"{name} = {toml_number(value)}"
    if step.rest_s:
        yield f"rest_s = {toml_number(step.rest_s)}"


def toml_text(words: str) -> str:
    """A text as TOML writes it: the same as JSON but for one mark."""
    import json  # noqa: PLC0415 - writing is seldom, and whoever only reads is there sooner

    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_number(value: float) -> str:
    """A number as TOML writes it, whole where it is."""
    return str(int(value)) if value == int(value) else str(value)
