"""A link on a line of its own, which runs over several lines where it is narrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from hipcoach.ui.pieces import Button

_HIGH: Final = 5
"""Pixels of air above and below the words."""
_WIDE: Final = 2
_FLAGS: Final = int(Qt.TextFlag.TextWordWrap)


class LinkLine(Button):
    """Words to be followed, all of them to be read."""

    def __init__(self, words: str, name: str) -> None:
        """`name` says what it leads to."""
        super().__init__(words.replace("&", "&&"), "link", name=name)
        self._words = words
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        room = QRect(0, 0, max(1, width - 2 * _WIDE), 10_000)
        lines = self.fontMetrics().boundingRect(room, _FLAGS, self._words)
        return lines.height() + 2 * _HIGH

    def sizeHint(self) -> QSize:
        """One line."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(words + 2 * _WIDE, self.fontMetrics().height() + 2 * _HIGH)

    def minimumSizeHint(self) -> QSize:
        """A line, however short."""
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring of the keyboard as on every link, and the words in their lines."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        painter.drawText(self.rect().adjusted(_WIDE, _HIGH, -_WIDE, 0), _FLAGS, self._words)
