"""The routine editor: exercises at the left, the routine's steps at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QWidget

from hipcoach.app.editor_view import EditorView
from hipcoach.app.snapshots import ExercisePageSnapshot
from hipcoach.app.words import _
from hipcoach.core.edits import Add, Describe, Edit, Remove, Rename
from hipcoach.ui.editor_dose import PageUndo
from hipcoach.ui.editor_shelf import ExerciseShelf
from hipcoach.ui.editor_steps import StepsColumn
from hipcoach.ui.editor_strip import PictureStrip
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import Button, ScrolledColumn, column, frame, grown, label, row

NARROW: Final = 640
"""Pixels of width below which words do without their icons, and the menu alone undoes."""
SHELF_WIDTH: Final = 288
SHELF_SHARE: Final = 0.4
"""Of the width, at most: the routine needs the rest."""


class EditorPage(QWidget):
    """Shows a draft, and tells what the person wants of it."""

    edited = Signal(object)
    """An Edit."""
    undoRequested = Signal()
    redoRequested = Signal()
    saveRequested = Signal()
    playRequested = Signal()
    openRequested = Signal()
    """A file is to be opened."""
    exportRequested = Signal()
    """A copy is to be written."""
    removeRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, book: PictureBook) -> None:
        super().__init__()
        self.setObjectName("editor")
        self._view: EditorView | None = None
        self._undo_rule = PageUndo(self)
        self.shelf = ExerciseShelf(book)
        self.shelf.setFixedWidth(SHELF_WIDTH)
        self.shelf.taken.connect(self._add)
        self.name = self._line(_("Name of the routine"), _("Name of the routine"), Rename)
        self.summary = self._line(_("What it is for"), _("What it is for"), Describe)
        self.steps = StepsColumn(book, _empty_state())
        self.steps.edited.connect(self._tell)
        self.steps.chosen.connect(self._mark)
        self.steps.draggedOver.connect(self._follow)
        self.steps.emptied.connect(self.shelf.list.setFocus)
        self.strip = PictureStrip(book)
        self.strip.chosen.connect(self.steps.choose)
        self.length = label("", "title", wrap=False)
        self.told = label("", "soft")
        self._scrolled = ScrolledColumn(widest=960, margin=5)
        self._scrolled.body.addWidget(self.summary)
        self._scrolled.body.addWidget(self.told)
        self._scrolled.body.addWidget(self.steps, 1)
        right = column(self._ribbon(), self._scrolled, gap=0)
        below = row(self.shelf, gap=0)
        below.addLayout(right, 1)
        self.setLayout(column(self._bar(), gap=0))
        self.layout().addLayout(below)  # type: ignore[union-attr] # a column, as made above
        self._keys()
        for back in (self.undoRequested, self.redoRequested):
            back.connect(lambda: self.tell(""))
        self.setFocusProxy(self.shelf.list)

    def show_exercises(self, exercises: Sequence[ExercisePageSnapshot]) -> None:
        """Offer these exercises."""
        self.shelf.show_exercises(exercises)

    def show_view(self, view: EditorView) -> None:
        """Show the draft as it is now."""
        self._view = view
        _show_text(self.name, view.name)
        _show_text(self.summary, view.summary)
        self.steps.show_steps(view.steps)
        self.strip.show_steps(view.steps)
        self._mark(self.steps.current)
        self.strip.setVisible(bool(view.steps))
        self.length.setText(view.length_words)
        self.length.setAccessibleName(
            _("Length in all: {length}").format(length=view.length_words or "0")
        )
        self.shelf.let_add(may=view.can_add)
        for part, may in ((self._undo, view.can_undo), (self._redo, view.can_redo)):
            part.setEnabled(may)
        for action, may in zip(self._back_and_on, (view.can_undo, view.can_redo), strict=True):
            action.setEnabled(may)
        self._save.setEnabled(bool(view.steps) and view.unsaved)
        self._play.setEnabled(bool(view.steps))
        self._export.setEnabled(bool(view.steps))
        self._remove.setEnabled(view.kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the exercises their share of the width."""
        super().resizeEvent(event)
        narrow = self.width() < grown(self, NARROW)
        for button in self._worded:
            button.lay_bare(narrow)
        for button in (self._undo, self._redo):
            button.setVisible(not narrow)
        share = min(grown(self, SHELF_WIDTH), round(self.width() * SHELF_SHARE))
        needed = min(self.shelf.minimumSizeHint().width(), self.width() // 2)
        self.shelf.setFixedWidth(max(share, needed))

    def begin(self, step: int = 0) -> None:
        """Show a draft that was just laid down, from its beginning."""
        self.tell("")
        self.steps.choose(step)
        self.shelf.search.clear()
        self._scrolled.verticalScrollBar().setValue(0)
        self.setFocus()

    def tell(self, words: str) -> None:
        """Say what has just happened, also to those who hear it; empty words say nothing."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _bar(self) -> QFrame:
        back = Button(_("&Back"), "quiet", "back")
        back.clicked.connect(self.leaveRequested)
        self._undo = _icon("undo", _("Undo"), "Ctrl+Z", self.undoRequested.emit)
        self._redo = _icon("redo", _("Redo"), "Ctrl+Shift+Z", self.redoRequested.emit)
        self._save = Button(_("&Save"), "", "check")
        self._save.clicked.connect(self.saveRequested)
        self._play = Button(_("&Play"), "primary", "play")
        self._play.clicked.connect(self.playRequested)
        more = _icon("more", _("More"), "", lambda: None)
        more.setMenu(self._menu())
        self._worded = (back, self._save, self._play, self.shelf.add, self.shelf.own)
        line = row(back, gap=2, margin=2)
        line.addStretch(1)
        for button in (self._undo, self._redo, more, self._save, self._play):
            line.addWidget(button)
        return frame("bar", line)

    def _ribbon(self) -> QFrame:
        line = row(self.name, self.length, gap=4)
        line.setStretch(0, 1)
        return frame("bar", column(line, self.strip, gap=2, margin=3))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for words, keys, signal in (
            (_("&Open a file…"), QKeySequence("Ctrl+O"), self.openRequested),
            (_("Save a &copy as a file…"), QKeySequence("Ctrl+Shift+S"), self.exportRequested),
            (_("&Delete this routine…"), QKeySequence(), self.removeRequested),
        ):
            action = QAction(words, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(signal)
            self.addAction(action)
            menu.addAction(action)
        _open, self._export, self._remove = menu.actions()
        menu.addSeparator()
        self._back_and_on = [menu.addAction(words) for words in (_("Undo"), _("Redo"))]
        for action, signal in zip(
            self._back_and_on, (self.undoRequested, self.redoRequested), strict=True
        ):
            action.triggered.connect(signal)
        return menu

    def _keys(self) -> None:
        for keys, does in (
            ("Ctrl+Z", self.undoRequested.emit),
            ("Ctrl+Shift+Z", self.redoRequested.emit),
            ("Ctrl+Y", self.redoRequested.emit),
            ("Ctrl+S", self.saveRequested.emit),
            ("Ctrl+D", self.steps.double_current),
            ("Ctrl+F", self.shelf.search.setFocus),
            ("Alt+Up", lambda: self.steps.move_current(-1)),
            ("Alt+Down", lambda: self.steps.move_current(1)),
            ("F6", self._change_sides),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _line(self, name: str, hint: str, edit: Callable[[str], Edit]) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.installEventFilter(self._undo_rule)
        made.textEdited.connect(lambda words: self.edited.emit(edit(words)))
        return made

    def _add(self, exercise: str) -> None:
        count = len(self._view.steps) if self._view else 0
        at = self.steps.current + 1 if count else 0
        self.steps.current = at
        self._tell(Add(exercise, at))
        self._mark(at)

    def _tell(self, edit: Edit) -> None:
        gone = ""
        if isinstance(edit, Remove) and self._view is not None:
            name = self._view.steps[edit.index].name
            gone = _("Taken out: {exercise}. Ctrl+Z brings it back.").format(exercise=name)
        self.edited.emit(edit)
        self.tell(gone)

    def _mark(self, index: int) -> None:
        self.strip.mark(index)
        if self._view is not None and self._view.steps:
            self._scrolled.ensureWidgetVisible(self.steps.card(index), 0, 24)

    def _follow(self, y: int) -> None:
        """Scroll on where something is carried to the edge of what is seen."""
        inside = self._scrolled.widget()
        assert inside is not None
        self._scrolled.ensureVisible(0, self.steps.mapTo(inside, QPoint(0, y)).y(), 0, 48)

    def _change_sides(self) -> None:
        """Take the keyboard from the exercises to the steps, or back."""
        if self.steps.has_keyboard:
            self.shelf.list.setFocus()
        else:
            self.steps.take_keyboard()


def _icon(icon_name: str, words: str, keys: str, does: Callable[[], None]) -> Button:
    made = Button("", "icon", icon_name, name=words)
    made.setToolTip(f"{words} ({keys})" if keys else words)
    made.clicked.connect(does)
    return made


def _show_text(line: QLineEdit, words: str) -> None:
    """Show words without moving the cursor of who is typing them."""
    if line.text() != words:
        line.setText(words)
        if not line.hasFocus():
            line.setCursorPosition(0)


def _empty_state() -> QFrame:
    """What to do where nothing is there yet."""
    return frame(
        "hero",
        column(
            label(_("Nothing in it yet"), "heading"),
            label(
                _(
                    "Choose an exercise at the left and press Enter, or drag it here. "
                    "Each one comes in its own dose, which you can change."
                )
            ),
            label(_("Alt and an arrow key move a step, Del takes it out.")),
            gap=2,
            margin=5,
        ),
    )
