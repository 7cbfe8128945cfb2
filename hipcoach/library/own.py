"""The routines that people made themselves: one file each, in the format of the built-in ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from hipcoach.core.bounds import dose_of
from hipcoach.core.errors import ContentError, KnownError
from hipcoach.core.names import ALONE, id_of
from hipcoach.core.routine import Routine, Sides, Step
from hipcoach.core.wording import RoutineWords
from hipcoach.library.load import own_shelf
from hipcoach.library.shelf import Shelf
from hipcoach.ports import FoundRoutines

Write = Callable[[Path, bytes], None]
"""Puts a file in place of what was there, all or nothing; raises `OSError`."""


class OwnRoutines:
    """`hipcoach.ports.RoutineFiles` over a folder; read anew each time, for people edit files."""

    def __init__(self, folder: Path, write: Write, shelf: Shelf | None = None) -> None:
        self.folder = folder
        self._write = write
        self._given = shelf

    def found(self) -> FoundRoutines:
        """The routines of the folder by id, and what is wrong with the files that are none."""
        routines, faults = {}, []
        known = {name.casefold() for name in self._shelf.routine_ids}
        try:
            paths = self._paths()
        except OSError as error:
            reason = error.strerror or ""
            fault = ContentError("unreadable", file=str(self.folder), reason=reason)
            return FoundRoutines({}, (fault,))
        if paths:
            from hipcoach.library.routine_file import look_at  # noqa: PLC0415 - few have their own
        for path in paths:
            if path.stem.casefold() in known or path.stem.startswith(ALONE):
                faults.append(ContentError("taken", file=str(path)))
                continue
            file = look_at(path, self._shelf)
            faults += file.faults[:1]
            if not file.faults:
                routines[path.stem] = file.held()
        return FoundRoutines(routines, tuple(faults))

    def read(self, path: Path) -> tuple[Routine, RoutineWords]:
        """A routine out of any file; raises ContentError."""
        from hipcoach.library.routine_file import look_at  # noqa: PLC0415 - as above

        return look_at(path, self._shelf).held()

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
            name = id_of(words.name, {*self._shelf.routine_ids, *there})
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

    @property
    def _shelf(self) -> Shelf:
        return self._given or own_shelf()

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
        lines = [f"colour = {_text(routine.colour)}", "", "[words]"]
        lines += [f"name = {_text(words.name)}", f"summary = {_text(words.summary)}"]
        for step in routine.steps:
            lines += ["", "[[steps]]", *self._step(step)]
        return "\n".join(lines) + "\n"

    def _step(self, step: Step) -> Iterator[str]:
        """A step's lines; what means nothing is left out."""
        yield f"exercise = {_text(step.exercise)}"
        if step.rung is not None:
            yield f"rung = {step.rung}"
        if step.sides is not Sides.BOTH:
            yield f"sides = {_text(step.sides)}"
        exercise = self._shelf.exercise(step.exercise)[0]
        for name, bound in dose_of(exercise).items():
            value = getattr(step.dose, name)
            if bound.least <= value <= bound.most:
                yield f"{name} = {_number(value)}"
        if step.rest_s:
            yield f"rest_s = {_number(step.rest_s)}"


def _text(words: str) -> str:
    """A text as TOML writes it; the same as JSON but for one mark."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
