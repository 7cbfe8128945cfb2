"""The question before a session ends: asked in the page, answered from the floor."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipcoach.app.words import _
from hipcoach.ui.big_text import BigText
from hipcoach.ui.fitted_text import PITCH, fit
from hipcoach.ui.session_actions import keyed
from hipcoach.ui.session_keys import GO_ON_KEYS, STOP_KEYS, key_words
from hipcoach.ui.tokens import LIGHT, Tokens
from hipcoach.ui.veil import ROUND


class AnswerButton(QAbstractButton):
    """A large button that names the keys which press it."""

    def __init__(self, parent: QWidget, words: str, keys: tuple[str, ...], *, main: bool) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._main = main
        self._tokens = LIGHT
        self._cap = 16.0
        self._keys = "   ".join(key_words(key) for key in keys)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._keys)

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self.update()

    def place(self, box: QRect, cap: float) -> None:
        """Take this room, with capitals of so many pixels at most."""
        self._cap = cap
        self.setGeometry(box)
        self.update()

    def sizeHint(self) -> QSize:
        """Nothing: the room is given."""
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the question."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, words and keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._tokens
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        ground = tokens.accent if self._main else tokens.surface
        written = tokens.on_accent if self._main else tokens.ink
        edge = tokens.accent if self._main else tokens.edge
        if self.underMouse() and self.isEnabled():
            ground = tokens.accent_hover if self._main else tokens.accent_soft
            written = tokens.on_accent if self._main else tokens.on_accent_soft
        pen = QPen(QColor(tokens.focus if self.hasFocus() else edge), 3 if self.hasFocus() else 2)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, ROUND, ROUND)
        painter.setPen(QColor(written))
        inner = box.adjusted(ROUND, 0, -ROUND, 0)
        upper = QRectF(inner.left(), inner.top() + box.height() * 0.12, inner.width(), 0)
        upper.setHeight(box.height() * 0.48)
        lower = QRectF(inner.left(), upper.bottom(), inner.width(), box.height() * 0.28)
        middle = Qt.AlignmentFlag.AlignHCenter
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        fit(self.text(), font, (upper.width(), upper.height()), self._cap).draw(
            painter, upper, middle
        )
        fit(self._keys, self.font(), (lower.width(), lower.height()), self._cap * 0.5).draw(
            painter, lower, middle
        )


class StopQuestion(QWidget):
    """Asks over the picture whether to stop; takes nothing from the rest of the page."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self._cap = 16.0
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = BigText(self, weight=QFont.Weight.Bold, align=middle)
        self._title.show_words(_("Stop here?"))
        self._under = BigText(self, lines=2, align=middle)
        self._under.show_words(_("What you did is kept."))
        self.go_on = AnswerButton(self, _("Go on"), ("Space", "Esc", "PgUp"), main=True)
        self.stop = AnswerButton(self, _("Stop"), ("Return", "S", "PgDown"), main=False)
        self.go_on.clicked.connect(self.declined)
        self.stop.clicked.connect(self.confirmed)
        # Born disabled: they share their keys with the session's own controls.
        self._going_on = self._answer(GO_ON_KEYS, self.go_on)
        self._stopping = self._answer(STOP_KEYS, self.stop)
        self.setAccessibleName(_("Stop here? What you did is kept."))
        self.hide()

    def ask(self) -> None:
        """Show the question and listen to its keys."""
        self.show()
        self.raise_()
        # Who listens to the screen hears the question with the answer that is safe.
        self.go_on.setFocus()
        self._listen(True)

    def put_away(self) -> None:
        """Hide the question, whatever was answered."""
        self._listen(False)
        self.hide()

    @property
    def asking(self) -> bool:
        """Whether it waits for an answer."""
        return self._going_on.isEnabled()

    def write(self, cap: float) -> None:
        """Write with capitals of about so many pixels."""
        self._cap = cap
        self._lay_out()

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self._title.ink(tokens.ink)
        self._under.ink(tokens.ink_soft)
        self.go_on.show_tokens(tokens)
        self.stop.show_tokens(tokens)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in its place."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.sunken))
        painter.drawRoundedRect(QRectF(self.rect()), ROUND, ROUND)

    def _answer(self, keys: tuple[str, ...], button: AnswerButton) -> QAction:
        action = keyed(self, button.text(), keys)
        action.triggered.connect(button.click)
        action.setEnabled(False)
        return action

    def _listen(self, wish: bool) -> None:
        self._going_on.setEnabled(wish)
        self._stopping.setEnabled(wish)

    def _lay_out(self) -> None:
        edge = round(min(self.width(), self.height()) * 0.07)
        across, tall = self.width() - 2 * edge, self.height() - 2 * edge
        if across <= 0 or tall <= 0:
            return
        # Title 1.75, words 2 lines of 0.6, a gap of 0.7, buttons 3.4: 8 capitals and a little.
        cap = min(self._cap * 1.25, tall / 8.2)
        title, under = round(cap * PITCH), round(cap * PITCH * 0.62 * 2)
        gap, button = round(cap * 0.7), round(cap * 3.4)
        self._under.place(QRect(edge, 0, across, under), cap * 0.62)
        under = round(self._under.fitted.height) + 1
        top = edge + max(0, (tall - title - under - gap - button) // 2)
        self._title.place(QRect(edge, top, across, title), cap)
        self._under.place(QRect(edge, top + title, across, under), cap * 0.62)
        row = top + title + under + gap
        wide = min((across - gap) // 2, round(cap * 14))
        left = edge + (across - 2 * wide - gap) // 2
        self.go_on.place(QRect(left, row, wide, button), cap * 0.9)
        self.stop.place(QRect(left + wide + gap, row, wide, button), cap * 0.9)
