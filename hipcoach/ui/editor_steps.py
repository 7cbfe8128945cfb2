"""The steps of a routine under each other: one is chosen, and any can be put elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from hipcoach.app.editor_view import StepView
from hipcoach.core.edits import Add, Double, Edit, Move, Remove
from hipcoach.ui.editor_step import STEP_MIME, StepCard
from hipcoach.ui.exercise_list import EXERCISE
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import column


class StepsColumn(QWidget):
    """Cards in order; knows which is chosen, and keeps the keyboard with it."""

    edited = Signal(object)
    """An Edit."""
    emptied = Signal()
    """The last step was taken out while it had the keyboard."""
    chosen = Signal(int)
    """The index of the step that is chosen now."""
    draggedOver = Signal(int)
    """Something is carried over it, so many pixels from its top."""

    def __init__(self, book: PictureBook, empty: QWidget) -> None:
        """`empty` is shown where there are no steps."""
        super().__init__()
        self.setAcceptDrops(True)
        self._empty = empty
        self._book = book
        self._cards: list[StepCard] = []
        self._count = 0
        self.current = 0
        """Index of the step that is chosen; 0 where there is none."""
        self._line = QFrame(self)
        self._line.setProperty("role", "drop")
        self._line.hide()
        self._column = column(gap=2)
        self._column.addWidget(empty)
        # What is let go of under the last card goes behind it.
        self._column.addStretch(1)
        self.setLayout(self._column)

    def show_steps(self, steps: Sequence[StepView]) -> None:
        """Show these steps, in order."""
        keyboard = self.has_keyboard
        self._count = len(steps)
        self._empty.setVisible(not steps)
        while len(self._cards) < len(steps):
            self._add_card()
        for index, card in enumerate(self._cards):
            card.setVisible(index < len(steps))
            if index < len(steps):
                card.show_step(index, len(steps), steps[index])
        self._choose(min(self.current, max(0, len(steps) - 1)))
        if keyboard:
            self.take_keyboard()

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in one of the cards."""
        return self.isAncestorOf(self.window().focusWidget())

    def take_keyboard(self) -> None:
        """Give the keyboard to the chosen card, unless it has it already."""
        if not self._count:
            self.emptied.emit()
            return
        focus = self.window().focusWidget()
        card = self._cards[self.current]
        if not (focus is card or card.isAncestorOf(focus)):
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, index: int) -> None:
        """Open that card, and close the others."""
        if 0 <= index < self._count and index != self.current:
            self._choose(index)
            self.chosen.emit(index)

    def move_current(self, way: int) -> None:
        """Put the chosen step further down (1) or up (-1)."""
        self._tell(Move(self.current, self.current + way))

    def double_current(self) -> None:
        """The chosen step once more."""
        if self._count:
            self._tell(Double(self.current))

    def card(self, index: int) -> StepCard:
        """The card of a step."""
        return self._cards[index]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take steps of this routine, and exercises of the list."""
        if event.mimeData().hasFormat(STEP_MIME) or _is_list(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        self._show_line(self._gap(event.position().toPoint().y()))
        self.draggedOver.emit(round(event.position().y()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It goes somewhere else."""
        self._line.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it there."""
        self._line.hide()
        gap = self._gap(event.position().toPoint().y())
        if event.mimeData().hasFormat(STEP_MIME):
            index = int(bytes(event.mimeData().data(STEP_MIME).data()))
            self._tell(Move(index, gap - 1 if gap > index else gap))
        else:
            source = event.source()
            assert isinstance(source, QAbstractItemView)
            name = source.currentIndex().data(EXERCISE)
            self._tell(Add(str(name), gap))
        event.acceptProposedAction()

    def _add_card(self) -> None:
        card = StepCard(self._book)
        card.edited.connect(self._tell)
        card.chosen.connect(self.choose)
        card.stepped.connect(self._step)
        self._cards.append(card)
        self._column.insertWidget(len(self._cards) - 1, card)

    def _choose(self, index: int) -> None:
        self.current = index
        for number, card in enumerate(self._cards):
            card.set_open(open_=number == index)

    def _step(self, way: int) -> None:
        to = self.current + way
        if 0 <= to < self._count:
            self._cards[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, edit: Edit) -> None:
        """Ask for it, and choose what comes of it."""
        match edit:
            case Move(index, to):
                if not (0 <= to < self._count) or index == to:
                    return
                self.current = to
            case Double(index):
                self.current = index + 1
            case Add(_name, int(at)):
                self.current = at
            case Remove(index):
                self.current = min(index, max(0, self._count - 2))
        self.edited.emit(edit)
        self.chosen.emit(self.current)

    def _gap(self, y: int) -> int:
        """The gap between cards that is nearest: 0 before the first."""
        middles = [card.geometry().center().y() for card in self._cards[: self._count]]
        return sum(middle < y for middle in middles)

    def _show_line(self, gap: int) -> None:
        if not self._count:
            return
        last = self._cards[self._count - 1].geometry().bottom() + 2
        top = self._cards[gap].y() - 5 if gap < self._count else last
        self._line.setGeometry(0, max(0, top), self.width(), 4)
        self._line.show()
        self._line.raise_()


def _is_list(event: QDropEvent) -> bool:
    return isinstance(event.source(), QAbstractItemView)
