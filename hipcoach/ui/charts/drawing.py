"""What every chart can do: be painted into some room, and say what is where."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from hipcoach.core.value import value


@value
class Place:
    """Somewhere in a chart that can be pointed at."""

    row: int
    """Places of a row follow each other from left to right."""
    spot: QRectF
    words: str


class Drawing(Protocol):
    """A chart in some room."""

    def places(self) -> list[Place]:
        """What can be pointed at, by rows."""
        ...

    def paint(self, painter: QPainter) -> None:
        """All of it."""
        ...
