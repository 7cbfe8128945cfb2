"""The way into the editor, through it and out of it: questions before anything is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from hipcoach.app.editor import EditorDesk, Saved
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.words import _
from hipcoach.core.edits import Add, Edit
from hipcoach.core.errors import KnownError
from hipcoach.ui.dialogs import ask, ask_to_keep
from hipcoach.ui.own_exercise_way import OwnExerciseWay

if TYPE_CHECKING:
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

FREE: Final = frozenset({"session", "check-in"})
"""Pages that come by themselves: nothing is asked before them, and the draft stays."""


class EditorWay(QObject):
    """Joins the editor's page to its desk, and guards what is not saved yet."""

    def __init__(
        self, window: MainWindow, pages: Pages, desk: EditorDesk, play: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._desk = desk
        self._play_routine = play
        window.holds = self.holds
        desk.troubleChanged.connect(window.banner.show_message)
        desk.exercisesChanged.connect(pages.learn)
        self._exercises = (
            OwnExerciseWay(window, desk, desk.exercises) if desk.exercises is not None else None
        )

    def join(self) -> None:
        """Join the page, which has just been built."""
        page, desk = self._pages.editor, self._desk
        page.edited.connect(self._edit)
        page.undoRequested.connect(desk.undo)
        page.redoRequested.connect(desk.redo)
        page.saveRequested.connect(self._save)
        page.playRequested.connect(self._play)
        page.openRequested.connect(lambda: self._when_free(self._ask_for_file))
        page.exportRequested.connect(self._ask_where)
        page.removeRequested.connect(self._ask_to_remove)
        page.leaveRequested.connect(lambda: self._window.show_page("today"))
        page.shelf.own.setVisible(self._exercises is not None)
        if self._exercises is not None:
            self._exercises.join(page.shelf)
        desk.viewChanged.connect(page.show_view)
        page.show_view(desk.view)

    def new(self) -> None:
        """Begin a routine."""
        self._when_free(lambda: self._open(self._desk.new))

    def change(self, routine: str) -> None:
        """Change one of the person's own."""
        self._when_free(lambda: self._open(lambda: self._desk.open(routine)))

    def duplicate(self, routine: str) -> None:
        """Make one from another."""
        self._when_free(lambda: self._open(lambda: self._desk.duplicate(routine)))

    def offer(self, exercise: str) -> None:
        """Ask which routine an exercise is for: the one at hand, a new one, or one that is kept."""
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        if self._desk.unsaved:
            at_hand = menu.addAction(_("The routine that is open"))
            at_hand.triggered.connect(lambda: self._add(exercise, lambda: None))
        menu.addAction(_("A new routine")).triggered.connect(
            lambda: self._when_free(lambda: self._add(exercise, self._desk.new))
        )
        for routine, name in self._desk.own_routines():
            menu.addAction(name.replace("&", "&&")).triggered.connect(
                lambda _on=False, routine=routine: self._when_free(
                    lambda: self._add(exercise, lambda: self._desk.open(routine))
                )
            )
        focus: Any = self._window.focusWidget()
        asked: QWidget = focus or self._window
        menu.popup(asked.mapToGlobal(asked.rect().bottomLeft()))

    def holds(self, code: str, then: Callable[[], None]) -> bool:
        """Whether leaving for a page (empty: for good) waits for an answer; `then` goes on."""
        if not self._desk.unsaved or code in {*FREE, "editor"}:
            return False
        if code and self._window.shown != "editor":
            return False
        if not any(box.isVisible() for box in self._window.findChildren(QMessageBox)):
            self._when_free(then)
        return True

    def save(self, then: Callable[[], None], *, whatever: bool = False, new: bool = False) -> None:
        """Keep the routine, asking where somebody else has changed it; `then` where it is kept."""
        match self._desk.save(whatever_is_there=whatever, as_new=new):
            case Saved.DONE:
                if self._pages.has("editor"):
                    self._pages.editor.tell(_("Saved."))
                then()
            case Saved.CHANGED:
                ask(
                    self._window,
                    _("The file of this routine was changed by another program. Replace it?"),
                    stay=_("&Keep both"),
                    leave=_("&Replace it"),
                    then=lambda: self.save(then, whatever=True),
                    otherwise=lambda: self.save(then, new=True),
                )
            case Saved.FAILED:
                pass

    def _edit(self, edit: Edit) -> None:
        self._desk.edit(edit)

    def _save(self) -> None:
        """Keep the routine, where there is one."""
        view = self._desk.view
        if not view.steps:
            self._pages.editor.tell(_("Add an exercise first."))
        elif view.unsaved:
            self.save(lambda: None)
        else:
            self._pages.editor.tell(_("Saved."))

    def _open(self, lay_down: Callable[[], None]) -> None:
        """Show the editor on what is laid down; say so where that can't be had."""
        try:
            lay_down()
        except KnownError as error:
            self._window.banner.show_message(error_words(error))
            return
        self._window.show_page("editor")
        self._pages.editor.begin()

    def _add(self, exercise: str, lay_down: Callable[[], None]) -> None:
        def both() -> None:
            lay_down()
            self._desk.edit(Add(exercise))

        self._open(both)

    def _when_free(self, then: Callable[[], None]) -> None:
        """Go on, where nothing would be lost or the person has said what is to become of it."""
        if not self._desk.unsaved:
            then()
            return

        def discard() -> None:
            self._desk.new()
            then()

        ask_to_keep(
            self._window,
            _("Keep the changes to this routine?"),
            keep=(lambda: self.save(then)) if self._desk.view.steps else None,
            discard=discard,
        )

    def _play(self) -> None:
        """A session needs a routine that is kept."""
        if not self._desk.unsaved:
            self._start()
        elif not self._desk.routine:
            self.save(self._start)
        else:
            ask(
                self._window,
                _("Save the changes, and play?"),
                stay=_("&Not yet"),
                leave=_("&Save and play"),
                then=lambda: self.save(self._start),
                otherwise=lambda: None,
            )

    def _start(self) -> None:
        self._play_routine(self._desk.routine)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self._window, _("Open a routine"), str(Path.home()), _filter())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(
            lambda name: self._open(lambda: self._desk.open_file(Path(name)))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where(self) -> None:
        start = str(Path.home() / f"{self._desk.routine or 'routine'}.toml")
        dialog = QFileDialog(self._window, _("Save a copy"), start, _filter())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(lambda name: self._desk.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_to_remove(self) -> None:
        ask(
            self._window,
            _("Delete this routine? What you did with it stays in the journal."),
            stay=_("&Keep it"),
            leave=_("&Delete it"),
            then=self._desk.remove,
            otherwise=lambda: None,
        )


def _filter() -> str:
    return _("Routines (*.toml)")
