"""The library: all exercises at the left, the one chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from hipcoach.app.snapshots import ExercisePageSnapshot
from hipcoach.app.words import _
from hipcoach.ui.exercise_list import DETAIL, THUMB, ExerciseDelegate
from hipcoach.ui.exercise_page import ExercisePage, open_in_browser
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import Button, column, frame, grown, label, row

NARROW: Final = 860
"""Pixels of width below which list and exercise take turns."""

_LIST_WIDTH: Final = 320
_UNBOUNDED: Final = 16_777_215
"""What Qt takes for no limit at all."""


class LibraryPage(QWidget):
    """Every exercise, to look at and to try."""

    tryExerciseRequested = Signal(str)
    """The id of an exercise."""

    def __init__(
        self, book: PictureBook, open_address: Callable[[str], None] = open_in_browser
    ) -> None:
        super().__init__()
        self.setObjectName("library")
        self._book = book
        self._exercises: Sequence[ExercisePageSnapshot] = ()
        self._narrow = False
        self._reading = False
        self._list = QListWidget()
        self._list.setAccessibleName(_("Exercises"))
        self._list.setIconSize(THUMB)
        self._list.setItemDelegate(ExerciseDelegate(self._list))
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._show_row)
        self._list.itemClicked.connect(self._read)
        self._list.itemActivated.connect(self._read)
        self._side = self._list_panel()
        self._page = ExercisePage(book, open_address)
        self._page.tryExerciseRequested.connect(self.tryExerciseRequested)
        self._back = Button(_("&All exercises"), "quiet", "back")
        self._back.clicked.connect(self._leave)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self._leave)
        self._top = frame("bar", row(self._back, margin=1))
        self._top.layout().addStretch(1)  # type: ignore[union-attr] # a row, as made above
        self._detail = QWidget()
        self._detail.setLayout(column(self._top, self._page, gap=0))
        self.setLayout(row(self._side, self._detail, gap=0))
        self.setFocusProxy(self._list)
        book.changed.connect(self._draw_list)
        self._arrange()

    def show_snapshot(self, exercises: Sequence[ExercisePageSnapshot]) -> None:
        """Show these exercises, in order."""
        if tuple(exercises) == tuple(self._exercises):
            return
        self._exercises = tuple(exercises)
        self._list.clear()
        for exercise in self._exercises:
            item = QListWidgetItem(exercise.name)
            item.setData(DETAIL, exercise.position)
            words = _("{exercise}, {position}")
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                words.format(exercise=exercise.name, position=exercise.position),
            )
            self._list.addItem(item)
        self._draw_list()
        self._list.setCurrentRow(0)

    def show_exercise(self, name: str) -> None:
        """Turn to the exercise of that id."""
        for number, exercise in enumerate(self._exercises):
            if exercise.id == name:
                self._list.setCurrentRow(number)
                self._read()

    def set_still(self, *, still: bool) -> None:
        """Let the picture stand still, or move."""
        self._page.set_still(still=still)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and exercise together where there is room."""
        super().resizeEvent(event)
        self._narrow = self.width() < grown(self, NARROW)
        self._arrange()

    def _list_panel(self) -> QFrame:
        title = label(_("Library"), "title")
        return frame("side", column(title, self._list, gap=3, margin=4))

    def _draw_list(self) -> None:
        for number, exercise in enumerate(self._exercises):
            pose = exercise.poses[exercise.default_rung - 1][1]
            pixmap = self._book.pixmap(pose, THUMB, self.devicePixelRatioF())
            self._list.item(number).setIcon(_as_it_is(pixmap))

    def _show_row(self, number: int) -> None:
        if 0 <= number < len(self._exercises):
            self._page.show_snapshot(self._exercises[number])

    def _read(self) -> None:
        self._reading = True
        self._arrange()
        if self._narrow:
            self._back.setFocus()

    def _leave(self) -> None:
        self._reading = False
        self._arrange()
        self._list.setFocus()

    def _arrange(self) -> None:
        self._top.setVisible(self._narrow)
        self._side.setVisible(not self._narrow or not self._reading)
        width = grown(self, _LIST_WIDTH)
        self._side.setMaximumWidth(_UNBOUNDED if self._narrow else width)
        self._side.setMinimumWidth(0 if self._narrow else width)
        self._detail.setVisible(not self._narrow or self._reading)


def _as_it_is(pixmap: QPixmap) -> QIcon:
    """An icon that keeps its colours where it is chosen."""
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)
    return made
