"""A picture that somebody brought, in place of the figure."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.ui.figure.palette import Palette

_PAPER: Final = QColor("#ffffff")
"""Drawings are made for white paper, in whatever light they are looked at."""
_EDGE: Final = 0.04
"""Of the shorter side, left free around it."""


def draw_own(painter: QPainter, rect: QRectF, frame: FigureFrame, colours: Palette) -> None:
    """Paint the picture of a frame whole and undistorted; a lost file leaves the ground bare."""
    painter.fillRect(rect, colours.room.wall)
    if frame.leaving is not None and frame.leaving.picture and frame.fade < 1.0:
        _lay_down(painter, rect, frame.leaving.picture, 1.0)
    _lay_down(painter, rect, frame.pose.picture, frame.fade)


def _lay_down(painter: QPainter, rect: QRectF, path: str, opacity: float) -> None:
    edge = min(rect.width(), rect.height()) * _EDGE
    room = rect.adjusted(edge, edge, -edge, -edge)
    ratio = painter.device().devicePixelRatioF()
    image = image_of(Path(path), round(room.width() * ratio), round(room.height() * ratio))
    if image.isNull():
        return
    spot = QRectF(0.0, 0.0, image.width() / ratio, image.height() / ratio)
    spot.moveCenter(room.center())
    painter.save()
    painter.setOpacity(opacity)
    paper = QPainterPath()
    paper.addRoundedRect(spot, edge / 2, edge / 2)
    painter.setClipPath(paper, Qt.ClipOperation.IntersectClip)
    painter.fillRect(spot, _PAPER)
    painter.drawImage(spot, image)
    painter.restore()


def image_of(path: Path, width: int, height: int) -> QImage:
    """A picture as large as it fits; an empty one where the file is gone or garbled."""
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        return QImage()
    return _image(path, changed, QSize(max(1, width), max(1, height)))


def on_paper(path: Path, size: QSize) -> QImage:
    """A picture on white, exactly so large."""
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(_PAPER)
    image = image_of(path, size.width(), size.height())
    painter = QPainter(paper)
    spot = image.rect()
    spot.moveCenter(paper.rect().center())
    painter.drawImage(spot, image)
    painter.end()
    return paper


@lru_cache(maxsize=24)
def _image(path: Path, _changed: int, room: QSize) -> QImage:
    with path.open("rb") as file:
        drawn = b"<svg" in file.read(2000)
    if drawn:
        return _drawn(path, room)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)


def _drawn(path: Path, room: QSize) -> QImage:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - most people have no picture of theirs

    try:
        # From what it holds, not from where it lies: so nothing beside it can be reached.
        written = QByteArray(path.read_bytes())
    except OSError:
        return QImage()
    renderer = QSvgRenderer(written)
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return QImage()
    image = QImage(
        size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
