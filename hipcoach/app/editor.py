"""The routine editor behind its page: a draft with its history, and the file that it goes to."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hipcoach.app.editor_view import EditorView, editor_view
from hipcoach.app.phrases.editor import copy_name, fallback_name, fallback_summary
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.words import language
from hipcoach.core.content import Content
from hipcoach.core.editing import Draft, History, draft_of
from hipcoach.core.edits import Edit
from hipcoach.core.errors import KnownError
from hipcoach.core.routine import Routine
from hipcoach.core.wording import RoutineWords
from hipcoach.ports import ContentSource, ExerciseFiles, RoutineFiles


class Saved(Enum):
    """What came of saving."""

    DONE = auto()
    CHANGED = auto()
    """The file was changed by somebody else meanwhile: nothing was written."""
    FAILED = auto()
    """It could not be written; why has been told."""


class EditorDesk(QObject):
    """Holds one draft; every change of it gives a new view."""

    viewChanged = Signal(object)
    """An EditorView."""
    routinesChanged = Signal()
    """A routine was kept, or let go of."""
    troubleChanged = Signal(str)
    """What went wrong, in a sentence; empty: nothing."""

    exercisesChanged = Signal(object)
    """The Content with an exercise that was written down just now."""

    def __init__(
        self, content: ContentSource, files: RoutineFiles, exercises: ExerciseFiles | None = None
    ) -> None:
        super().__init__()
        self._source = content
        self._files = files
        self.exercises = exercises
        """Where exercises are kept that people were given; `None`: none can be."""
        self._known: Content | None = None
        self._spoken = language()
        self._history = History(Draft())
        self._kept_draft = Draft()
        """The draft as it was kept last."""
        self._on_disk: tuple[Routine, RoutineWords] | None = None
        """The routine as it was read or written last."""
        self.routine = ""
        """Id of the routine that the draft goes to; empty: not kept yet."""

    @property
    def view(self) -> EditorView:
        """What is to be shown."""
        kept = bool(self.routine)
        return editor_view(self._content, self._history, unsaved=self.unsaved, kept=kept)

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        return self._history.now != self._kept_draft

    def own_routines(self) -> list[tuple[str, str]]:
        """(id, name) of the routines that are kept."""
        return [(name, words.name) for name, (_, words) in self._files.found().routines.items()]

    def uses(self, exercise: str) -> bool:
        """Whether the draft has an exercise, or had it and could have it again."""
        history = self._history
        drafts = (*history.past, history.now, *history.future)
        return any(step.exercise == exercise for draft in drafts for step in draft.steps)

    def new(self) -> None:
        """Begin with nothing."""
        self._lay_down(Draft(), kept=Draft())

    def open(self, routine: str) -> None:
        """Change one of the person's own routines; raises KnownError where it is gone."""
        content = self._source.programme(routine)
        words = content.wording.routines[routine]
        draft = draft_of(content.routines[routine], words.name, words.summary)
        self._lay_down(draft, kept=draft)
        self.routine, self._on_disk = routine, (content.routines[routine], words)
        self.viewChanged.emit(self.view)

    def duplicate(self, routine: str) -> None:
        """Make a new routine from any other, which stays as it is."""
        content = self._source.programme(routine)
        words = content.wording.routines[routine]
        draft = draft_of(content.routines[routine], copy_name(words.name), words.summary)
        self._lay_down(draft, kept=Draft())

    def open_file(self, path: Path) -> None:
        """Make a new routine from a file, which stays as it is; raises ContentError."""
        routine, words = self._files.read(path)
        self._lay_down(draft_of(routine, words.name, words.summary), kept=Draft())

    def edit(self, edit: Edit) -> None:
        """Change the draft."""
        draft = edit.of(self._history.now, self._content.exercises)
        self._turn(self._history.then(draft, edit.about))

    def undo(self) -> None:
        """Take the last change back."""
        self._turn(self._history.undone())

    def redo(self) -> None:
        """Bring back what was taken back."""
        self._turn(self._history.redone())

    def save(self, *, whatever_is_there: bool = False, as_new: bool = False) -> Saved:
        """Keep the routine among the person's own: over itself, or `as_new` beside it.

        What somebody else wrote into its file meanwhile is only replaced on their word.
        """
        over = "" if as_new else self.routine
        if over and not whatever_is_there:
            found = self._files.found()
            garbled = {Path(str(fault.details["file"])).stem for fault in found.faults}
            if over in garbled or found.routines.get(over) not in {None, self._on_disk}:
                return Saved.CHANGED
        routine, words = self._made()
        try:
            self.routine = self._files.save(routine, words, over)
        except KnownError as error:
            self.troubleChanged.emit(error_words(error))
            return Saved.FAILED
        self._on_disk = self._files.found().routines.get(self.routine)
        self._history = self._history.then(draft_of(routine, words.name, words.summary))
        self._kept_draft = self._history.now
        self.troubleChanged.emit("")
        self.routinesChanged.emit()
        self.viewChanged.emit(self.view)
        return Saved.DONE

    def export(self, path: Path) -> None:
        """Write a copy into any file; what goes wrong is told."""
        try:
            self._files.write(*self._made(), path)
        except KnownError as error:
            self.troubleChanged.emit(error_words(error))

    def remove(self) -> None:
        """Let go of the routine that is open; the draft stays, and can be kept again."""
        try:
            self._files.remove(self.routine)
        except KnownError as error:
            self.troubleChanged.emit(error_words(error))
            return
        self.routine, self._on_disk, self._kept_draft = "", None, Draft()
        self.routinesChanged.emit()
        self.viewChanged.emit(self.view)

    def look_again(self) -> None:
        """The exercises that people were given have changed: show them."""
        self._known = None
        self.exercisesChanged.emit(self._content)
        self.routinesChanged.emit()
        self.viewChanged.emit(self.view)

    @property
    def _content(self) -> Content:
        """Everything that a routine may be made of, read once in each language."""
        if self._known is None or self._spoken != language():
            self._known, self._spoken = self._source.everything(), language()
        return self._known

    def _made(self) -> tuple[Routine, RoutineWords]:
        """The routine as it is written: nothing is nameless."""
        draft = self._history.now
        name = draft.name.strip() or fallback_name()
        words = RoutineWords(name, draft.summary.strip() or fallback_summary())
        return draft.routine(self.routine), words

    def _lay_down(self, draft: Draft, *, kept: Draft) -> None:
        self.routine, self._on_disk = "", None
        self._history, self._kept_draft = History(draft), kept
        self.viewChanged.emit(self.view)

    def _turn(self, history: History) -> None:
        if history is not self._history:
            self._history = history
            self.viewChanged.emit(self.view)
