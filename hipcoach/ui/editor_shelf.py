"""The exercises that a routine can be made of, to look through and take from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyleOptionViewItem

from hipcoach.app.phrases.finding import nothing_found_words
from hipcoach.app.snapshots import ExercisePageSnapshot
from hipcoach.app.words import _
from hipcoach.core.finding import Wanted, found
from hipcoach.ui.exercise_list import EXERCISE, THUMB, ExerciseDelegate, ExerciseList, Index
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import GAPS, Button, column, label

_BESIDE = THUMB.width() + 60
"""Pixels of a row that its words don't have."""


class ExerciseShelf(QFrame):
    """A search field over a list; Enter takes the exercise that is marked."""

    taken = Signal(str)
    """The id of an exercise."""
    ownRequested = Signal()
    """An exercise of one's own is to be written down."""
    changeRequested = Signal(str)
    """The id of an exercise of one's own that is to be changed."""

    def __init__(self, book: PictureBook) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._exercises: tuple[ExercisePageSnapshot, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find an exercise"))
        self.search.setAccessibleName(_("Find an exercise"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list = ExerciseList(book)
        self.list.setAccessibleName(_("Exercises to add"))
        self.list.setItemDelegate(_NarrowDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setDragEnabled(True)
        # With large words in a small window the buttons need the room more than the list does.
        self.list.setMinimumHeight(GAPS.space(8))
        self.list.itemActivated.connect(self._take)
        self._nothing = label("", "soft")
        self._nothing.hide()
        self.add = Button(_("&Add to the routine"), "", "plus", name=_("Add to the routine"))
        self.add.clicked.connect(self._take)
        self.own = Button(_("&New exercise…"), "quiet", "plus", name=_("An exercise of your own…"))
        self.own.clicked.connect(self.ownRequested)
        self.change = Button(_("&Change this exercise…"), "quiet", "settings")
        self.change.clicked.connect(self._change)
        self.list.exerciseChanged.connect(self._offer_change)
        self._mine: frozenset[str] = frozenset()
        below = column(self.add, self.change, self.own, gap=1)
        made = column(self.search, self._nothing, self.list, gap=3, margin=3)
        made.addLayout(below)
        self.setLayout(made)
        self.setFocusProxy(self.list)

    def show_exercises(self, exercises: Sequence[ExercisePageSnapshot]) -> None:
        """Offer these exercises, in order, but for those that can't be started yet."""
        self._exercises = tuple(one for one in exercises if not one.locked_words)
        self.list.show_exercises(self._exercises)

    def know_own(self, mine: frozenset[str]) -> None:
        """Let these exercises be changed."""
        self._mine = mine
        self._offer_change()

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
                self.taken.emit(item.data(EXERCISE))

    @property
    def _chosen(self) -> str:
        items = self.list.selectedItems()
        return str(items[0].data(EXERCISE)) if items else ""

    def _offer_change(self) -> None:
        self.change.setVisible(self._chosen in self._mine)

    def _change(self) -> None:
        self.changeRequested.emit(self._chosen)

    def _filter(self, wanted: str) -> None:
        """Leave those that are found."""
        hits = found([one.entry for one in self._exercises], Wanted(wanted))
        self.list.keep({one.id for one in hits})
        self._nothing.setText("" if hits else nothing_found_words(wanted, filtered=False))
        self._nothing.setVisible(not hits)


class _NarrowDelegate(ExerciseDelegate):
    """Leaves room for names that take several lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the name needs in the width that there is."""
        size = super().sizeHint(option, index)
        if index.data(EXERCISE) is None:
            return size
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        width = option.widget.width() - _BESIDE
        room = QFontMetrics(strong).boundingRect(
            0, 0, width, 1000, Qt.TextFlag.TextWordWrap, str(index.data())
        )
        lines = room.height() + option.fontMetrics.height()
        return QSize(size.width(), max(size.height(), lines + 24))
