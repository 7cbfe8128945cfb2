"""A check box whose words may run over several lines."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

_EDGE = 8


class Tick(QCheckBox):
    """A box to tick, all of it to be pressed."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines, and the air around them."""
        room = QRect(0, 0, max(1, width - self._box() - 3 * _EDGE), 10_000)
        lines = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(lines.height(), self._box()) + 2 * _EDGE

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = min(460, self.fontMetrics().horizontalAdvance(self.text()) + self._box() + 40)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a few words in a line."""
        return QSize(200, self._box() + 2 * _EDGE)

    def hitButton(self, spot: QPoint) -> bool:
        """The words can be pressed as well."""
        return self.rect().contains(spot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, the tick, the words."""
        role, colours = QPalette.ColorRole, self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._box()
        box = QRectF(_EDGE, _EDGE, edge, edge)
        on = self.isChecked()
        fill = role.Accent if self.isEnabled() else role.Mid
        painter.setPen(QPen(colours.color(fill if on else role.Mid), 1.6))
        painter.setBrush(colours.color(fill if on else role.Base))
        painter.drawRoundedRect(box, edge / 4, edge / 4)
        if on:
            ink = QPen(colours.color(role.BrightText), edge / 8)
            ink.setCapStyle(Qt.PenCapStyle.RoundCap)
            ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(ink)
            marks = ((0.25, 0.53), (0.43, 0.7), (0.76, 0.32))
            painter.drawPolyline(
                QPolygonF([box.topLeft() + QPointF(x * edge, y * edge) for x, y in marks])
            )
        if self.hasFocus():
            painter.setPen(QPen(colours.color(role.WindowText), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _EDGE, _EDGE)
        painter.setPen(colours.color(role.WindowText))
        lift = (edge - self.fontMetrics().height()) // 2
        words = self.rect().adjusted(edge + 2 * _EDGE, _EDGE + lift, -_EDGE, 0)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self.text())
        painter.end()

    def _box(self) -> int:
        """How large the box is."""
        return round(self.fontMetrics().height() * 1.05)
