"""One step of a routine as a card: closed it tells, open it can be changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget

from hipcoach.app.editor_view import StepView
from hipcoach.app.words import _
from hipcoach.core.edits import Double, Edit, Move, Remove
from hipcoach.ui.editor_dose import StepControls
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import Button, column, label, row

THUMB: Final = QSize(80, 60)
STEP_MIME: Final = "application/x-hipcoach-step"


class StepCard(QFrame):
    """Picture, name and dose; the one that is chosen opens its controls."""

    chosen = Signal(int)
    """Its index: it was clicked or has the keyboard."""
    edited = Signal(object)
    """An Edit."""
    stepped = Signal(int)
    """1 to the next card, -1 to the one before."""

    def __init__(self, book: PictureBook) -> None:
        super().__init__()
        self.setProperty("role", "step")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._book = book
        self._index = 0
        self._pressed: QPoint | None = None
        self._pose = ""
        self._picture = label("", wrap=False)
        self._picture.setFixedSize(THUMB)
        self._name = label("", "strong")
        self._words = label("", "soft")
        self._length = label("", "soft", wrap=False)
        self._buttons = QWidget()
        self._buttons.setLayout(self._build_buttons())
        self._controls = StepControls(self.edited.emit)
        words = column(self._name, self._words, gap=0)
        head = row(self._picture, words, self._length, gap=3)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._controls, self._buttons, gap=3, margin=3))
        book.changed.connect(self._draw)
        self.set_open(open_=False)

    def show_step(self, index: int, count: int, step: StepView) -> None:
        """Show this step, which is at that place of so many."""
        self._index = index
        self._name.setText(f"{index + 1}. {step.name}")
        self._words.setText(step.words)
        self._length.setText(step.length_words)
        self.setAccessibleName(step.spoken)
        self._controls.show_step(index, step)
        self._up.setEnabled(index > 0)
        self._down.setEnabled(index < count - 1)
        if step.pose != self._pose:
            self._pose = step.pose
            self._draw()

    def set_open(self, *, open_: bool) -> None:
        """Show the controls, or hide them."""
        self._buttons.setVisible(open_)
        self._controls.setVisible(open_)
        self.setProperty("open", open_)
        # Tab goes through the card that is open alone.
        policy = Qt.FocusPolicy.StrongFocus if open_ else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.style().unpolish(self)
        self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The card with the keyboard is the one that is meant."""
        super().focusInEvent(event)
        self.chosen.emit(self._index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from card to card, go into one, take one out."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not event.modifiers():
            if self.hasFocus():
                self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.hasFocus():
            self.edited.emit(Remove(self._index))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.hasFocus():
            self._controls.focus_first()
        elif key == Qt.Key.Key_Escape and not self.hasFocus():
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press is the beginning of a click or of a drag."""
        self._pressed = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the step away once the hand has moved far enough."""
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            carried = QMimeData()
            carried.setData(STEP_MIME, str(self._index).encode())
            drag.setMimeData(carried)
            drag.setPixmap(self._picture.pixmap())
            drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It was a click."""
        self._pressed = None

    def _build_buttons(self) -> QHBoxLayout:
        self._up = self._button("up", _("Move up"), "Alt+↑")
        self._up.clicked.connect(lambda: self._tell(Move(self._index, self._index - 1)))
        self._down = self._button("down", _("Move down"), "Alt+↓")
        self._down.clicked.connect(lambda: self._tell(Move(self._index, self._index + 1)))
        double = self._button("copy", _("Once more"), "Ctrl+D")
        double.clicked.connect(lambda: self._tell(Double(self._index)))
        remove = self._button("bin", _("Take out"), _("Del"))
        remove.clicked.connect(lambda: self._tell(Remove(self._index)))
        line = row(self._up, self._down, double, remove, gap=1)
        line.insertStretch(0, 1)
        return line

    def _button(self, icon_name: str, words: str, keys: str) -> Button:
        made = Button("", "icon", icon_name, name=words)
        made.setToolTip(f"{words} ({keys})")
        return made

    def _tell(self, edit: Edit) -> None:
        self.edited.emit(edit)

    def _draw(self) -> None:
        pixmap = self._book.pixmap(self._pose, THUMB, self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)
