"""The exercises that a routine can be made of, to look through and take from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem

from hipcoach.app.snapshots import ExercisePageSnapshot
from hipcoach.app.words import _
from hipcoach.ui.exercise_list import DETAIL, THUMB, ExerciseDelegate
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import Button, column

NAME: Final = Qt.ItemDataRole.UserRole + 1
"""Where an item has the id of its exercise."""


class ExerciseShelf(QFrame):
    """A search field over a list; Enter takes the exercise that is marked."""

    taken = Signal(str)
    """The id of an exercise."""

    def __init__(self, book: PictureBook) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._book = book
        self._exercises: tuple[ExercisePageSnapshot, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find an exercise"))
        self.search.setAccessibleName(_("Find an exercise"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Exercises to add"))
        self.list.setIconSize(THUMB)
        self.list.setItemDelegate(ExerciseDelegate(self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setDragEnabled(True)
        self.list.itemActivated.connect(self._take)
        self.add = Button(_("&Add to the routine"), "", "plus")
        self.add.clicked.connect(self._take)
        self.setLayout(column(self.search, self.list, self.add, gap=3, margin=3))
        self.setFocusProxy(self.list)
        book.changed.connect(self._draw)

    def show_exercises(self, exercises: Sequence[ExercisePageSnapshot]) -> None:
        """Offer these exercises, in order."""
        self._exercises = tuple(exercises)
        self.list.clear()
        for exercise in self._exercises:
            item = QListWidgetItem(exercise.name)
            item.setData(DETAIL, exercise.position)
            item.setData(NAME, exercise.id)
            words = _("{exercise}, {position}")
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                words.format(exercise=exercise.name, position=exercise.position),
            )
            self.list.addItem(item)
        self._draw()
        self.list.setCurrentRow(0)

    def let_add(self, *, may: bool) -> None:
        """Offer to add, or don't: the routine is full."""
        self.add.setEnabled(may)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field the arrow keys go into the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        for item in self.list.selectedItems():
            if not item.isHidden():
                self.taken.emit(item.data(NAME))

    def _filter(self, wanted: str) -> None:
        """Leave those in which every word of the search is found."""
        words = wanted.casefold().split()
        first = None
        for number, exercise in enumerate(self._exercises):
            text = " ".join((exercise.name, exercise.summary, exercise.position, *exercise.goals))
            item = self.list.item(number)
            item.setHidden(not all(word in text.casefold() for word in words))
            if first is None and not item.isHidden():
                first = item
        if first is not None:
            self.list.setCurrentItem(first)

    def _draw(self) -> None:
        for number, exercise in enumerate(self._exercises):
            pose = exercise.poses[exercise.default_rung - 1][1]
            pixmap = self._book.pixmap(pose, THUMB, self.devicePixelRatioF())
            icon = QIcon(pixmap)
            icon.addPixmap(pixmap, QIcon.Mode.Selected)
            self.list.item(number).setIcon(icon)
