"""The way to an exercise of one's own: written down, changed, or let go of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipcoach.app.editor import EditorDesk
from hipcoach.app.phrases.errors import error_words
from hipcoach.core.errors import KnownError
from hipcoach.core.own_exercise import OwnExercise
from hipcoach.ports import ExerciseFiles
from hipcoach.ui.editor_shelf import ExerciseShelf

if TYPE_CHECKING:
    from hipcoach.ui.main_window import MainWindow


class OwnExerciseWay(QObject):
    """Opens the form from the shelf, and keeps what comes back from it."""

    def __init__(self, window: MainWindow, desk: EditorDesk, files: ExerciseFiles) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._files = files
        self._shelf: ExerciseShelf | None = None
        desk.exercisesChanged.connect(self._tell_own)

    def join(self, shelf: ExerciseShelf) -> None:
        """Join the shelf, which has just been built."""
        self._shelf = shelf
        shelf.ownRequested.connect(self._write_down)
        shelf.changeRequested.connect(self._change)
        self._tell_own()

    def _tell_own(self) -> None:
        """Let the shelf know which exercises are the person's own."""
        if self._shelf is not None:
            self._shelf.know_own(frozenset(self._files.found().exercises))

    def _write_down(self) -> None:
        self._ask("")

    def _change(self, exercise: str) -> None:
        self._ask(exercise)

    def _ask(self, over: str) -> None:
        """Let an exercise be written down, or changed; then it is marked, to be added."""
        from hipcoach.ui.own_exercise_dialog import OwnExerciseDialog  # noqa: PLC0415 - rarely used

        def keep(exercise: OwnExercise, pictures: Sequence[Path]) -> None:
            self._keep(exercise, pictures, over)

        assert self._shelf is not None
        dialog = OwnExerciseDialog(self._window, keep, self._files.check_picture)
        if over:
            try:
                dialog.show_exercise(*self._files.written(over), lambda: self._let_go(over))
            except KnownError as error:
                self._window.banner.show_message(error_words(error))
        dialog.accepted.connect(self._shelf.list.setFocus)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, exercise: OwnExercise, pictures: Sequence[Path], over: str) -> None:
        """Keep an exercise; raises KnownError."""
        if over and self._desk.uses(over):
            before = self._files.written(over)[0]
            if (before.method, before.sided) != (exercise.method, exercise.sided):
                raise KnownError("exercise-in-use", {"name": before.name})
        name = self._files.save(exercise, pictures, over)
        self._desk.look_again()
        if self._shelf is not None:
            self._shelf.list.choose(name)

    def _let_go(self, exercise: str) -> None:
        """Delete an exercise; raises KnownError."""
        if self._desk.uses(exercise):
            name = self._files.written(exercise)[0].name
            raise KnownError("exercise-in-use", {"name": name})
        self._files.remove(exercise)
        self._desk.look_again()
