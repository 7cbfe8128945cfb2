"""A sheet to draw on: centimetres of the body in, pixels out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from hipcoach.core.value import value
from hipcoach.ui.figure.curve import blob, ellipse, line, unit
from hipcoach.ui.figure.shapes import pen


@value
class Window:
    """What part of the body is seen, in centimetres."""

    left: float
    right: float
    bottom: float
    top: float


class Sheet:
    """Draws shapes given in centimetres into a rectangle, as large as they fit."""

    def __init__(self, painter: QPainter, area: QRectF, window: Window) -> None:
        self.painter = painter
        wide, high = window.right - window.left, window.top - window.bottom
        self.scale = min(area.width() / wide, area.height() / high)
        """Pixels of one centimetre."""
        middle = complex((window.left + window.right) / 2, (window.top + window.bottom) / 2)
        self._origin = complex(area.center().x(), area.center().y())
        self._origin -= self._turned(middle)

    def at(self, point: complex) -> complex:
        """Where a point of the body is, in pixels."""
        return self._origin + self._turned(point)

    def shape(self, points: Sequence[complex]) -> QPainterPath:
        """A smooth closed shape."""
        return blob([self.at(point) for point in points])

    def band(self, band: Sequence[tuple[complex, float]]) -> QPainterPath:
        """A shape of changing breadth along a line."""
        left, right = _sides([(self.at(point), half * self.scale) for point, half in band])
        return blob([*left, *right[::-1]])

    def inside(self, band: Sequence[tuple[complex, float]], share: float) -> QPainterPath:
        """A line along a band; `share` is −1 at its one edge and 1 at the other."""
        left, right = _sides([(self.at(point), half * self.scale) for point, half in band])
        return line([(a + b) / 2 + (a - b) / 2 * share for a, b in zip(left, right, strict=True)])

    def ring(self, middle: complex, wide: float, high: float = 0.0) -> QPainterPath:
        """An ellipse by its half axes; a circle where there is one."""
        return ellipse(
            self.at(middle),
            complex(wide * self.scale, 0),
            complex(0, (high or wide) * self.scale),
        )

    def fill(
        self, path: QPainterPath, colour: QColor, edge: QColor | None = None, breadth: float = 0.16
    ) -> None:
        """Fill a shape, and draw its edge `breadth` centimetres broad."""
        self.painter.fillPath(path, QBrush(colour))
        if edge is not None:
            self.stroke(path, edge, breadth)

    def stroke(self, path: QPainterPath, colour: QColor, breadth: float) -> None:
        """Draw a line, `breadth` centimetres broad, never thinner than it is seen."""
        self.painter.strokePath(path, pen(colour, max(1.0, breadth * self.scale)))

    def line(self, points: Sequence[complex]) -> QPainterPath:
        """A smooth open line."""
        return line([self.at(point) for point in points])

    def _turned(self, point: complex) -> complex:
        return point.conjugate() * self.scale


def _sides(band: Sequence[tuple[complex, float]]) -> tuple[list[complex], list[complex]]:
    points = [point for point, _half in band]
    ways = [unit(b - a) for a, b in pairwise(points)]
    ways = [ways[0], *(unit(a + b) for a, b in pairwise(ways)), ways[-1]]
    left = [point + way * 1j * half for (point, half), way in zip(band, ways, strict=True)]
    right = [point - way * 1j * half for (point, half), way in zip(band, ways, strict=True)]
    return left, right
