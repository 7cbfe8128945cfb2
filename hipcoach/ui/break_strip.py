"""The breaks of a day on a line from morning to evening."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hipcoach.app.day_snapshots import BreakMark
from hipcoach.ui.history_colours import HistoryColours, history_colours
from hipcoach.ui.tokens import LIGHT

_HOUR: Final = 60
_DAY_BEGINS: Final = 4
"""The hour at which a practice day begins."""
_LEAST_HOURS: Final = 6
_DONE: Final = frozenset({"taken", "satisfied"})
OPEN: Final = frozenset({"due", "held", "started"})
"""What is no end of a break: a small dot."""


class BreakStrip(QWidget):
    """Taken is a disc with a tick, had by itself a ring with one, skipped a cross, others a ring.

    Everything in it is told by its accessible description, and in words beside it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[BreakMark, ...] = ()
        self._colours: HistoryColours = history_colours(LIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_breaks(self, marks: Sequence[BreakMark], words: str) -> None:
        """Show what happened, and say `words` for the whole."""
        self._marks = tuple(marks)
        self.setAccessibleName(words)
        self.setAccessibleDescription(", ".join(mark.words for mark in marks))
        self.update()

    def show_colours(self, colours: HistoryColours) -> None:
        """Show everything in these colours."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """A line of marks and one of hours."""
        return QSize(300, round(self._line() * 2.6))

    def event(self, event: QEvent) -> bool:
        """Say what a mark means to who points at it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            near = [
                mark.words
                for mark in self._marks
                if abs(self._place(mark.minute) - event.pos().x()) < self._line() / 2
            ]
            QToolTip.showText(event.globalPos(), ", ".join(near), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hours, and what happened in them."""
        tokens = self._colours.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, line = self._line() * 0.9, self._line()
        painter.setPen(QPen(QColor(tokens.line), 2))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        font = QFont(self.font())
        font.setPixelSize(max(9, round(self.fontInfo().pixelSize() * 0.87)))
        painter.setFont(font)
        first, last = self._hours()
        for hour in range(first, last + 1):
            place = self._place(hour * _HOUR)
            painter.setPen(QPen(QColor(tokens.edge), 1))
            painter.drawLine(QPointF(place, middle - 3), QPointF(place, middle + 3))
            painter.setPen(QColor(tokens.ink_soft))
            spot = QRectF(place - 20, middle + line * 0.6, 40, line)
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, f"{(hour + _DAY_BEGINS) % 24}")
        for mark in self._marks:
            self._paint(painter, QPointF(self._place(mark.minute), middle), mark.kind)
        painter.end()

    def _paint(self, painter: QPainter, spot: QPointF, kind: str) -> None:
        tokens, edge = self._colours.tokens, self._line() * 0.42
        accent, soft = QColor(tokens.accent), QColor(tokens.ink_soft)
        pen = QPen(soft, 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if kind in OPEN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(soft)
            painter.drawEllipse(spot, 2.5, 2.5)
            return
        painter.setPen(QPen(accent, 2) if kind in _DONE else pen)
        painter.setBrush(accent if kind == "taken" else QColor(tokens.surface))
        painter.drawEllipse(spot, edge, edge)
        third = edge * 0.45
        if kind in _DONE:
            pen.setColor(QColor(tokens.on_accent) if kind == "taken" else accent)
            painter.setPen(pen)
            painter.drawPolyline(
                [
                    spot + QPointF(-third, 0),
                    spot + QPointF(-third / 4, third * 0.8),
                    spot + QPointF(third, -third * 0.8),
                ]
            )
        elif kind == "skipped":
            painter.drawLine(spot + QPointF(-third, -third), spot + QPointF(third, third))
            painter.drawLine(spot + QPointF(-third, third), spot + QPointF(third, -third))
        elif kind == "snoozed":
            painter.drawLine(spot, spot + QPointF(0, -third * 1.2))
            painter.drawLine(spot, spot + QPointF(third, 0))

    def _hours(self) -> tuple[int, int]:
        """The first and the last hour that are shown, counted from the day's begin."""
        first = min((mark.minute for mark in self._marks), default=0) // _HOUR
        last = max((mark.minute for mark in self._marks), default=0) // _HOUR + 1
        short = max(0, _LEAST_HOURS - (last - first))
        first = max(0, first - short // 2)
        return first, max(last, first + _LEAST_HOURS)

    def _place(self, minute: int) -> float:
        first, last = self._hours()
        edge = self._line()
        share = (minute - first * _HOUR) / ((last - first) * _HOUR)
        return edge + share * (self.width() - 2 * edge)

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height()
