"""The pieces of a painting: filled shapes in the order of their depth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from hipcoach.core.value import value


@value
class Fill:
    """A filled shape."""

    path: QPainterPath
    colour: QColor


@value
class Stroke:
    """A line with round ends."""

    path: QPainterPath
    colour: QColor
    width: float


@dataclass(slots=True)
class Part:
    """A part of the body or a thing, all of it at one depth."""

    depth: float
    marks: list[Fill | Stroke] = field(default_factory=list)
    rimmed: bool = True
    """Whether it gets an outline where pictures have outlines."""

    def fill(self, path: QPainterPath | None, colour: QColor) -> None:
        """Adds a filled shape on top."""
        if path is not None:
            self.marks.append(Fill(path, colour))

    def stroke(self, path: QPainterPath, colour: QColor, width: float) -> None:
        """Adds a line on top."""
        self.marks.append(Stroke(path, colour, width))


def paint(
    painter: QPainter, parts: Iterable[Part], rim: QColor | None = None, width: float = 0.0
) -> None:
    """Paints the parts from far to near, each with a rim around it where there is a colour."""
    for part in sorted(parts, key=lambda p: p.depth):
        if rim is not None and part.rimmed:
            line = pen(rim, width)
            for mark in part.marks:
                if isinstance(mark, Fill):
                    painter.strokePath(mark.path, line)
        paint_marks(painter, part.marks)


def paint_marks(painter: QPainter, marks: list[Fill | Stroke]) -> None:
    """Paints shapes and lines in their order."""
    for mark in marks:
        if isinstance(mark, Fill):
            painter.fillPath(mark.path, QBrush(mark.colour))
        else:
            painter.strokePath(mark.path, pen(mark.colour, mark.width))


def pen(colour: QColor, width: float) -> QPen:
    """A pen with round ends and joins."""
    return QPen(
        QBrush(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
