"""The person in the pages: one pose, or a slow move between two."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import far_apart, pose_at
from hipcoach.core.figure.pose import Pose
from hipcoach.core.side import Side
from hipcoach.ui.figure.extras import PLAIN, Extras
from hipcoach.ui.figure.palette import Look, palette
from hipcoach.ui.figure.scene import draw_figure

_ROUND = 14.0
_STAY = 0.18
"""Share of the way there in which the picture rests in a pose, so that it can be looked at."""


class PictureBook(QObject):
    """Every pose by its full name, and how the person in them looks."""

    changed = Signal()
    """Draw again: there are other poses, or the person looks different."""

    def __init__(self, poses: Mapping[str, Pose], look: Look | None = None) -> None:
        super().__init__()
        self._poses = poses
        self.look = look or Look()

    def set_look(self, look: Look) -> None:
        """Draw another person, or in another light, from now on."""
        if look != self.look:
            self.look = look
            self.changed.emit()

    def learn(self, poses: Mapping[str, Pose]) -> None:
        """Know these poses from now on."""
        self._poses = poses
        self.changed.emit()

    def pose(self, name: str) -> Pose | None:
        """A pose by its full name; `None` where there is none."""
        return self._poses.get(name)

    def frame(
        self, pose: str, side: Side | None = None, *, to: str = "", fraction: float = 0.0
    ) -> FigureFrame | None:
        """The picture of a pose, or of the way to another; `None` where it is not known.

        `fraction` runs from 0 to 1 (at `to`), resting a little at both ends.
        """
        start, end = self._poses.get(pose), self._poses.get(to)
        if start is None:
            return None
        if end is None or end == start:
            return FigureFrame(start, side, holding=start.hold_still)
        scope = (start, end)
        way = min(1.0, max(0.0, (fraction - _STAY) / (1.0 - 2.0 * _STAY)))
        if 0.0 < way < 1.0 and far_apart(start, end):
            return FigureFrame(end, side, teaching=False, fade=way, leaving=start, scope=scope)
        shown = pose_at(start, end, way)
        still = shown.hold_still and shown in {start, end}
        return FigureFrame(shown, side, holding=still, scope=scope)

    def pixmap(self, pose: str, size: QSize, ratio: float) -> QPixmap:
        """A pose as a small picture with round corners, for a list; `ratio` is the screen's."""
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        frame = self.frame(pose)
        if frame is not None:
            area = QRectF(0.0, 0.0, size.width(), size.height())
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_figure(painter, area, frame, self.look)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.fillPath(_corners(area, _ROUND / 2), Qt.GlobalColor.black)
            painter.end()
        return made


class Picture(QWidget):
    """One frame on a quiet ground with round corners, on a card."""

    def __init__(self, book: PictureBook, words: str, least: QSize, *, wrong: bool = False) -> None:
        """`words` say what is to be seen, for those who don't see it; `wrong` crosses it out."""
        super().__init__()
        self._wrong = wrong
        self._book = book
        self._frame: FigureFrame | None = None
        self._extras = PLAIN
        self.setMinimumSize(least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(words)
        book.changed.connect(self.update)

    def show_frame(self, frame: FigureFrame | None, extras: Extras = PLAIN) -> None:
        """Show this frame; `None` an empty ground. The same again costs nothing."""
        if (frame, extras) != (self._frame, self._extras):
            self._frame, self._extras = frame, extras
            self.update()

    @property
    def frame_shown(self) -> FigureFrame | None:
        """The frame that is shown."""
        return self._frame

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The figure, and its card around the corners."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._frame is None:
            painter.fillRect(area, self.palette().color(QPalette.ColorRole.AlternateBase))
        else:
            draw_figure(painter, area, self._frame, self._book.look, self._extras)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(_corners(area, _ROUND), self.palette().color(QPalette.ColorRole.Base))
        if self._wrong:
            self._cross_out(painter, area)
        painter.end()

    def _cross_out(self, painter: QPainter, area: QRectF) -> None:
        """A frame and a cross in the colour of what is wrong."""
        ink = QPen(palette(self._book.look).room.wrong, 3.0)
        painter.setPen(ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), _ROUND - 1.5, _ROUND - 1.5)
        painter.setBrush(ink.color())
        spot, reach = QPointF(area.right() - 26.0, area.top() + 26.0), 5.0
        painter.drawEllipse(spot, 12.0, 12.0)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 3.0))
        for way in (QPointF(reach, reach), QPointF(reach, -reach)):
            painter.drawLine(spot - way, spot + way)


def _corners(area: QRectF, radius: float) -> QPainterPath:
    """What a rectangle has more than one with round corners."""
    # A little wider, or a hair of the picture stays at the edge.
    path = QPainterPath()
    path.addRect(area.adjusted(-1.0, -1.0, 1.0, 1.0))
    path.addRoundedRect(area, radius, radius)
    return path
