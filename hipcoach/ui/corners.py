"""Round corners for a picture that fills its rectangle."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from hipcoach.ui.veil import ROUND


class Corners:
    """Four small covers in the page's colour, so that the picture below them looks rounded.

    Their background is a pixmap: a picture that moves repaints them without a line of Python.
    """

    def __init__(self, page: QWidget) -> None:
        self._covers = tuple(QWidget(page) for _corner in range(4))
        for cover in self._covers:
            cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            cover.setAutoFillBackground(True)

    def place(self, box: QRect) -> None:
        """Lie on the corners of this rectangle."""
        edge = round(ROUND)
        rights, bottoms = box.right() + 1 - edge, box.bottom() + 1 - edge
        spots = (
            (box.left(), box.top()),
            (rights, box.top()),
            (box.left(), bottoms),
            (rights, bottoms),
        )
        for cover, (x, y) in zip(self._covers, spots, strict=True):
            cover.setGeometry(x, y, edge, edge)

    def paint(self, colour: str, ratio: float) -> None:
        """Take the colour of the page; `ratio` is the screen's device pixels for one."""
        edge = round(ROUND)
        for index, cover in enumerate(self._covers):
            pixmap = QPixmap(round(edge * ratio), round(edge * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            path = QPainterPath()
            path.addRect(QRectF(0, 0, edge, edge))
            hole = QPainterPath()
            left, top = -edge * (index % 2), -edge * (index // 2)
            hole.addEllipse(QRectF(left, top, 2 * edge, 2 * edge))
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(path.subtracted(hole), QColor(colour))
            painter.end()
            palette = cover.palette()
            palette.setBrush(QPalette.ColorRole.Window, QBrush(pixmap))
            cover.setPalette(palette)
