"""The bar for the mouse: the controls as signs, what is done, and why nothing is heard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipcoach.app.words import _
from hipcoach.core.controls import Action
from hipcoach.ui.big_text import BigText
from hipcoach.ui.fitted_text import fit, for_capitals
from hipcoach.ui.session_actions import SessionActions
from hipcoach.ui.session_keys import CONTROLS, HELP_KEYS, said_keys
from hipcoach.ui.session_signs import draw_sign
from hipcoach.ui.tokens import LIGHT, Tokens

_ORDER: Final = (
    Action.BACK,
    Action.PAUSE_RESUME,
    Action.NEXT,
    Action.SHORTER,
    Action.LONGER,
    Action.EASIER,
    Action.PINCH,
    Action.SWAP,
    Action.STOP,
)
_FEW: Final = frozenset({Action.PAUSE_RESUME, Action.NEXT, Action.PINCH, Action.STOP})
"""What a small window has room for."""
_ROOM: Final = 12
"""So many heights of the bar all of them take."""
_SPELT: Final = frozenset({Action.EASIER, Action.PINCH})
"""Their signs are not known from elsewhere: they carry their words where there is room."""
_APART: Final = frozenset({Action.SHORTER, Action.EASIER, Action.STOP})
"""A gap before these."""


class QuietButton(QAbstractButton):
    """A sign on the bar: plain until the mouse or the keyboard is on it."""

    def __init__(self, parent: QWidget, action: QAction, sign: str, keys: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.sign = sign
        self._tokens = LIGHT
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(action.text())
        tip = action.toolTip() or action.text()
        self.setToolTip(_("{what} ({keys})").format(what=tip, keys=", ".join(said_keys(keys)[:3])))
        self.setAccessibleDescription(self.toolTip())
        self.clicked.connect(action.trigger)
        self.setEnabled(action.isEnabled())
        action.enabledChanged.connect(self.setEnabled)

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self.update()

    def spell(self, words: str) -> None:
        """Carry these words beside the sign; empty: the sign alone."""
        self._words = words
        self.update()

    def wide(self, tall: int, words: str) -> int:
        """The width it takes with these words, when it is so high."""
        if not words:
            return tall
        font = for_capitals(self.font(), tall * 0.22)
        written = fit(words, font, (10_000.0, float(tall)), tall * 0.22).width
        return round(tall * 1.15 + written)

    def sizeHint(self) -> QSize:
        """Nothing: the bar gives the room."""
        return QSize(0, 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a click: Space pauses wherever the focus is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign, and its ground while it is touched."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box = self._tokens, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = box.height() * 0.32
        touched = self.isEnabled() and (self.underMouse() or self.isDown())
        if touched:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if not self.isDown() else tokens.line))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setColor(QColor(tokens.focus))
            pen.setWidthF(2.0)
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        ink = QColor(tokens.on_accent_soft if touched else tokens.ink_soft)
        if not self.isEnabled():
            ink.setAlphaF(0.4)
        edge = self.height() * 0.52
        left = (self.height() - edge) / 2
        sign = QRectF(left if self._words else (self.width() - edge) / 2, left, edge, edge)
        draw_sign(painter, self.sign, sign, ink)
        if self._words:
            room = QRectF(self.height() * 0.86, 0, self.width() - self.height(), self.height())
            painter.setPen(ink)
            fitted = fit(
                self._words, self.font(), (room.width() + 2, room.height()), self.height() * 0.22
            )
            fitted.draw(painter, room, Qt.AlignmentFlag.AlignLeft)


class MuteSign(QWidget):
    """A small sign with the reason why the voice is not heard; empty when it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self._reason = BigText(self, lines=3)

    @property
    def reason(self) -> BigText:
        """The words beside the sign."""
        return self._reason

    def show_reason(self, reason: str) -> None:
        """Show why nothing is heard."""
        if reason == self._reason.text():
            return
        self._reason.show_words(reason)
        self.setToolTip(reason)
        self.setVisible(bool(reason))
        self._lay_out()

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self._reason.ink(tokens.ink_soft)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words their room."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign before the words."""
        edge = self.height() * 0.5
        spot = QRectF(self._left() - edge - 6, (self.height() - edge) / 2, edge, edge)
        draw_sign(QPainter(self), "mute", spot, QColor(self._tokens.ink_soft))

    def _left(self) -> int:
        """Where the words begin, so that they end at the right edge."""
        room = self.width() - round(self.height() * 0.5) - 8
        taken = min(room, round(self._reason.fitted.width) + 2)
        return self.width() - taken

    def _lay_out(self) -> None:
        edge = round(self.height() * 0.5) + 8
        room = QRect(edge, 0, max(1, self.width() - edge), self.height())
        self._reason.place(room, self.height() * 0.21)
        left = self._left()
        self._reason.place(QRect(left, 0, self.width() - left, self.height()), self.height() * 0.21)
        self.update()


class SessionBar(QWidget):
    """Quiet signs for the mouse in the middle, how far it is on the left, mute on the right."""

    def __init__(self, parent: QWidget, actions: SessionActions) -> None:
        super().__init__(parent)
        self.buttons = {
            action: QuietButton(self, actions[action], action.value, CONTROLS[action].keys)
            for action in _ORDER
        }
        self.keys = QuietButton(self, actions.help, "keys", HELP_KEYS)
        self.done = BigText(self)
        self.mute = MuteSign(self)
        self.mute.hide()

    def show_paused(self, paused: bool) -> None:
        """Show what the middle button does now: pause, or go on."""
        button = self.buttons[Action.PAUSE_RESUME]
        sign = "play" if paused else "pause-resume"
        if sign != button.sign:
            button.sign = sign
            button.setAccessibleName(_("Go on") if paused else _("Pause"))
            button.update()

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        for button in (*self.buttons.values(), self.keys):
            button.show_tokens(tokens)
        self.mute.show_tokens(tokens)
        self.done.ink(tokens.ink_soft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the signs out in the middle, with words where there is room for them."""
        super().resizeEvent(event)
        few = self.width() < _ROOM * self.height()
        for action, button in self.buttons.items():
            button.setVisible(not few or action in _FEW)
        self.keys.setVisible(not few)
        spelt = self._widths(spelt=True)
        wide = self._middle(spelt)
        if wide > self.width() * (1.0 if few else 0.56):
            spelt = self._widths(spelt=False)
            wide = self._middle(spelt)
        x = start = max(0, (self.width() - wide) // 2)
        for action, width in spelt.items():
            x += self._gap() if action in _APART and x > start else 0
            button = self.buttons[action]
            button.spell(button.accessibleName() if width > self.height() else "")
            button.setGeometry(x, 0, width, self.height())
            x += width
        if not few:
            self.keys.setGeometry(x, 0, self.height(), self.height())
            x += self.height()
        gap, cap = self._gap(), self.height() * 0.23
        self.done.place(QRect(0, 0, max(1, start - gap), self.height()), cap)
        self.mute.setGeometry(x + gap, 0, max(1, self.width() - x - gap), self.height())

    def _gap(self) -> int:
        return self.height() // 3

    def _widths(self, *, spelt: bool) -> dict[Action, int]:
        return {
            action: button.wide(
                self.height(), button.accessibleName() if spelt and action in _SPELT else ""
            )
            for action, button in self.buttons.items()
            if not button.isHidden()
        }

    def _middle(self, widths: dict[Action, int]) -> int:
        apart = sum(action in _APART for action in widths)
        help_ = 0 if self.keys.isHidden() else self.height()
        return sum(widths.values()) + apart * self._gap() + help_
