"""The list of every key, over the whole page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipcoach.app.words import _
from hipcoach.ui.fitted_text import PITCH, fit
from hipcoach.ui.session_keys import GROUPS, HELP_KEYS, said_keys
from hipcoach.ui.tokens import LIGHT, Tokens

_SHARES: Final = (0.55, 0.45)
"""Widths of the columns: the first one has the longer lists of keys."""


class KeyList(QWidget):
    """Every control with its keys, in two columns; a click puts it away."""

    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self.columns = _columns()
        """For each column its sections: (title, rows), a row being (what it does, keys)."""
        self.setAccessibleName(_("Keys"))
        self.setAccessibleDescription(
            "; ".join(
                f"{label}: {', '.join(keys)}"
                for column in self.columns
                for _title, rows in column
                for label, keys in rows
            )
        )
        self.hide()

    def show_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self._tokens = tokens
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Put it away."""
        self.dismissed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the list as large as it fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._tokens.window))
        edge = round(min(self.width(), self.height()) * 0.06)
        most = max(sum(len(rows) + 1.6 for _title, rows in column) for column in self.columns)
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        row = min(room.height() / (most + 1.2), room.width() * 0.05)
        gap = room.width() * 0.06
        widths = [(room.width() - gap) * share for share in _SHARES]
        for index, column in enumerate(self.columns):
            top = room.top() + (room.height() - row * most) / 2
            left = room.left() + index * (widths[0] + gap)
            wide = widths[index]
            for title, rows in column:
                self._draw_title(painter, title, QRectF(left, top, wide, row))
                top += row
                for label, keys in rows:
                    self._draw_row(painter, label, keys, QRectF(left, top, wide, row))
                    top += row
                top += row * 0.6

    def _draw_title(self, painter: QPainter, title: str, box: QRectF) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        painter.setPen(QColor(self._tokens.accent))
        cap = box.height() / PITCH * 0.62
        fitted = fit(title, font, (box.width(), box.height()), cap)
        fitted.draw(painter, box, Qt.AlignmentFlag.AlignLeft)

    def _draw_row(self, painter: QPainter, label: str, keys: tuple[str, ...], box: QRectF) -> None:
        cap = box.height() / PITCH * 0.62
        right = box.right()
        for key in reversed(keys):
            right = self._draw_key(painter, key, right, box, cap * 0.82) - box.height() * 0.14
        room = QRectF(box.left(), box.top(), right - box.left() - box.height() * 0.3, box.height())
        painter.setPen(QColor(self._tokens.ink))
        fitted = fit(label, self.font(), (room.width(), room.height()), cap, least=5)
        fitted.draw(painter, room, Qt.AlignmentFlag.AlignLeft)

    def _draw_key(
        self, painter: QPainter, key: str, right: float, box: QRectF, cap: float
    ) -> float:
        """A key's cap that ends at `right`; its left edge."""
        words = fit(key, self.font(), (box.width() / 3, box.height()), cap, least=5)
        tall = box.height() * 0.76
        wide = max(tall, words.width + tall * 0.55)
        spot = QRectF(right - wide, box.center().y() - tall / 2, wide, tall)
        painter.setPen(QColor(self._tokens.edge))
        painter.setBrush(QColor(self._tokens.surface))
        painter.drawRoundedRect(spot, tall * 0.22, tall * 0.22)
        painter.setPen(QColor(self._tokens.ink))
        words.draw(painter, spot, Qt.AlignmentFlag.AlignHCenter)
        return spot.left()


_Row = tuple[str, tuple[str, ...]]
_Section = tuple[str, tuple[_Row, ...]]


def _columns() -> tuple[tuple[_Section, ...], tuple[_Section, ...]]:
    sections: list[_Section] = [
        (
            _(group.title),
            tuple((_(control.label), said_keys(control.keys)) for control in group.controls),
        )
        for group in GROUPS
    ]
    title, rows = sections[-1]
    sections[-1] = (title, (*rows, (_("These keys"), said_keys(HELP_KEYS))))
    return tuple(sections[:2]), tuple(sections[2:])
