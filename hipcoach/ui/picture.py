"""The person in the pages: one pose, or a slow move between two."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import far_apart, pose_at
from hipcoach.core.figure.pose import Pose
from hipcoach.core.side import Side

Draw = Callable[[QPainter, QRectF, FigureFrame], None]
"""Paints a frame into a rectangle, in logical pixels."""

_ROUND = 14.0
_STAY = 0.18
"""Share of the way there in which the picture rests in a pose, so that it can be looked at."""


class PictureBook(QObject):
    """Every pose by its full name, and the pen that draws them."""

    changed = Signal()
    """The pen has changed (another theme, another look): draw again."""

    def __init__(self, poses: Mapping[str, Pose], draw: Draw | None = None) -> None:
        super().__init__()
        self._poses = poses
        self._draw = draw

    def use(self, draw: Draw | None) -> None:
        """Draw with this pen from now on; without one pictures are empty grounds."""
        self._draw = draw
        self.changed.emit()

    def frame(
        self, pose: str, side: Side | None = None, *, to: str = "", fraction: float = 0.0
    ) -> FigureFrame | None:
        """The picture of a pose, or of the way to another; `None` where it is not known.

        `fraction` runs 0 to 1 to `to`, resting a little at both ends.
        """
        start, end = self._poses.get(pose), self._poses.get(to)
        if start is None:
            return None
        if end is None or end == start:
            return FigureFrame(start, side)
        way = min(1.0, max(0.0, (fraction - _STAY) / (1.0 - 2.0 * _STAY)))
        if 0.0 < way < 1.0 and far_apart(start, end):
            return FigureFrame(end, side, teaching=False, fade=way, leaving=start)
        return FigureFrame(pose_at(start, end, way), side)

    def paint(self, painter: QPainter, area: QRectF, frame: FigureFrame) -> None:
        """Draw the frame, where there is a pen."""
        if self._draw is not None:
            self._draw(painter, area, frame)

    def pixmap(self, pose: str, size: QSize, ratio: float) -> QPixmap:
        """A pose as a small picture with round corners, for a list; `ratio` is the screen's."""
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        frame = self.frame(pose)
        if frame is not None:
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(0.0, 0.0, size.width(), size.height())
            painter.setClipPath(_rounded(area, _ROUND / 2))
            self.paint(painter, area, frame)
            painter.end()
        return made


class Picture(QWidget):
    """One frame on a quiet ground with round corners."""

    def __init__(self, book: PictureBook, words: str, least: QSize) -> None:
        """`words` say what is to be seen, for those who don't see it."""
        super().__init__()
        self._book = book
        self._frame: FigureFrame | None = None
        self.setMinimumSize(least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(words)
        book.changed.connect(self.update)

    def show_frame(self, frame: FigureFrame | None) -> None:
        """Show this frame; `None` an empty ground."""
        self._frame = frame
        self.update()

    @property
    def frame_shown(self) -> FigureFrame | None:
        """The frame that is shown."""
        return self._frame

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and the figure on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setClipPath(_rounded(area, _ROUND))
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.AlternateBase))
        if self._frame is not None:
            self._book.paint(painter, area, self._frame)
        painter.end()


def _rounded(area: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path
