"""Where on which screen a window belongs that follows the person."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen


def screen_here() -> QScreen:
    """The screen where the pointer is; the first where it is on none."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def within_sight(place: QRect) -> QRect:
    """The same place; where no screen shows it any more, one of that size in the middle of one."""
    if any(screen.geometry().intersects(place) for screen in QGuiApplication.screens()):
        return place
    room = screen_here().availableGeometry()
    moved = QRect(QPoint(0, 0), place.size().boundedTo(room.size()))
    moved.moveCenter(room.center())
    return moved


def corner(room: QRect, size: QSize, gap: int) -> QRect:
    """A rectangle of that size in the lower right corner of a room, smaller where it must be."""
    edge = 2 * gap
    fitted = size.boundedTo(QSize(max(1, room.width() - edge), max(1, room.height() - edge)))
    last = room.bottomRight() - QPoint(gap, gap)
    place = QRect(QPoint(0, 0), fitted)
    place.moveBottomRight(last)
    return place
