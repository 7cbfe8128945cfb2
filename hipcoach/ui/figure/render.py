"""Pictures into files: one pose as PNG or SVG, or all of them on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QImageWriter, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.pose import Pose
from hipcoach.core.side import Side
from hipcoach.ui.figure.palette import Look, RoomTheme, palette
from hipcoach.ui.figure.scene import draw_figure
from hipcoach.ui.figure.shapes import pen

CELL = QSize(480, 360)
"""Pixels of one picture on a sheet."""
COLUMNS = 4
CAPTION = 30
"""Pixels for the label under each picture."""


def render_pose(
    pose: Pose,
    *,
    side: Side = Side.RIGHT,
    theme: RoomTheme = RoomTheme.LIGHT,
    size: QSize = QSize(800, 600),  # noqa: B008 - never changed
    out_path: Path,
    look: Look | None = None,
) -> None:
    """Writes one pose to a file, `.png` or `.svg` by its name.

    `theme` counts where no `look` is given. Raises OSError where the file can't be written and
    ValueError for another ending. Needs a QGuiApplication.
    """
    frame = FigureFrame(pose, side, holding=pose.hold_still)
    chosen = look or Look(theme=theme)
    ending = out_path.suffix.lower()
    if ending == ".png":
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        _paint(image, size, frame, chosen)
        _save(image, out_path)
    elif ending == ".svg":
        drawn = QBuffer()
        drawing = QSvgGenerator()
        drawing.setOutputDevice(drawn)
        drawing.setSize(size)
        drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
        drawing.setResolution(96)
        _paint(drawing, size, frame, chosen)
        out_path.write_bytes(drawn.data().data())
    else:
        raise ValueError(f"no picture format: {out_path.suffix!r}")


def render_sheet(
    poses: Sequence[tuple[str, Pose]],
    theme: RoomTheme,
    out_path: Path,
    *,
    side: Side = Side.RIGHT,
    columns: int = COLUMNS,
) -> None:
    """Writes a contact sheet of labelled poses as PNG, to be looked at by a person.

    Raises OSError where the file can't be written. Needs a QGuiApplication.
    """
    look = Look(theme=theme)
    rows = max(1, -(-len(poses) // columns))
    height = CELL.height() + CAPTION
    sheet = QImage(CELL.width() * columns, height * rows, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(palette(look).room.card)
    painter = QPainter(sheet)
    font = QFont(painter.font())
    font.setPixelSize(15)
    painter.setFont(font)
    for i, (label, pose) in enumerate(poses):
        x, y = i % columns * CELL.width(), i // columns * height
        place = QRectF(x + 2, y + 2, CELL.width() - 4, CELL.height() - 4)
        draw_figure(painter, place, FigureFrame(pose, side, holding=pose.hold_still), look)
        painter.setPen(pen(palette(look).room.badge, 1))
        text = QRectF(x + 10, y + CELL.height(), CELL.width() - 20, CAPTION)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, label)
    painter.end()
    _save(sheet, out_path)


def _paint(device: QPaintDevice, size: QSize, frame: FigureFrame, look: Look) -> None:
    painter = QPainter(device)
    draw_figure(painter, QRectF(0, 0, size.width(), size.height()), frame, look)
    painter.end()


def _save(image: QImage, path: Path) -> None:
    # By way of the memory: Qt does not notice a disk that is full.
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(drawn, QByteArray(b"png")).write(image)
    path.write_bytes(drawn.data().data())
