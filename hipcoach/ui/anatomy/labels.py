"""Names beside a drawing, each with a line to what it names; none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from hipcoach.core.value import value
from hipcoach.ui.anatomy.inks import Inks
from hipcoach.ui.figure.shapes import pen

_GAP: Final = 8.0
"""Pixels between a name and its line, and between two names."""
_EDGE: Final = 12.0
"""Pixels between the names and the edge of the picture."""


@value
class Name:
    """A name, what it points at in pixels, and on which side of the drawing it stands."""

    text: str
    at: complex
    right: bool
    strong: bool = False


def label_all(
    painter: QPainter, area: QRectF, names: Sequence[Name], inks: Inks, breadth: float
) -> None:
    """Write all names in two columns at the edges of an area, `breadth` pixels for each."""
    for right in (False, True):
        _column(painter, area, [one for one in names if one.right is right], inks, breadth)


def places(
    heights: Sequence[float], wanted: Sequence[float], top: float, bottom: float
) -> list[float]:
    """Tops of boxes of these heights, near where they are wanted and never over each other.

    `wanted` are the middles, in rising order; all are kept between `top` and `bottom` where
    there is room for them.
    """
    tops: list[float] = []
    at = top
    for height, middle in zip(heights, wanted, strict=True):
        at = max(at, middle - height / 2)
        tops.append(at)
        at += height + _GAP
    least = bottom
    for number in reversed(range(len(tops))):
        tops[number] = min(tops[number], least - heights[number])
        least = tops[number] - _GAP
    return tops


def _column(
    painter: QPainter, area: QRectF, names: Iterable[Name], inks: Inks, breadth: float
) -> None:
    ordered = sorted(names, key=lambda one: one.at.imag)
    if not ordered:
        return
    right = ordered[0].right
    align = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    room = QRectF(0, 0, breadth - _EDGE - _GAP, 400)
    boxes = [
        QFontMetricsF(_font(painter, one)).boundingRect(room, int(flags), one.text)
        for one in ordered
    ]
    tops = places(
        [box.height() for box in boxes],
        [one.at.imag for one in ordered],
        area.top() + _EDGE,
        area.bottom() - _EDGE,
    )
    for one, box, top in zip(ordered, boxes, tops, strict=True):
        width = box.width() + 2.0
        left = area.right() - breadth + _GAP if right else area.left() + breadth - _GAP - width
        place = QRectF(left, top, width, box.height())
        start = place.left() - _GAP / 2 if right else place.right() + _GAP / 2
        _lead(painter, QPointF(start, place.center().y()), one.at, inks)
        painter.save()
        painter.setFont(_font(painter, one))
        painter.setPen(inks.text)
        painter.drawText(place, int(flags), one.text)
        painter.restore()


def _font(painter: QPainter, name: Name) -> QFont:
    font = QFont(painter.font())
    if name.strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _lead(painter: QPainter, start: QPointF, end: complex, inks: Inks) -> None:
    """A line to what is named, with a dot at its end, seen on any ground."""
    painter.save()
    spot = QPointF(end.real, end.imag)
    painter.setPen(pen(inks.wall, 3.4))
    painter.drawLine(start, spot)
    painter.setPen(pen(inks.text, 1.2))
    painter.drawLine(start, spot)
    painter.setPen(pen(inks.wall, 1.4))
    painter.setBrush(inks.text)
    painter.drawEllipse(spot, 3.4, 3.4)
    painter.restore()
