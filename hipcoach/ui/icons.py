"""The small pictures on buttons, in the colour of what they stand on."""

from __future__ import annotations

from PySide6.QtCore import QFile, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap


def icon(name: str, colour: QColor, checked: QColor | None = None) -> QIcon:
    """The icon of that name under `:/icons`; empty where the resources were not found."""
    made, drawn = QIcon(), plain(name)
    inks = {QIcon.State.Off: colour}
    if checked is not None and checked != colour:
        inks[QIcon.State.On] = checked
    for state, ink in inks.items():
        for edge in (24, 48, 96):
            pixmap = tinted(drawn.pixmap(QSize(edge, edge)), ink)
            if not pixmap.isNull():
                made.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return made


def plain(name: str) -> QIcon:
    """The icon as it was drawn; empty where the resources were not found."""
    path = f":/icons/{name}.svg"
    return QIcon(path) if QFile.exists(path) else QIcon()


def tinted(pixmap: QPixmap, colour: QColor) -> QPixmap:
    """The same shape in one colour."""
    if pixmap.isNull():
        return pixmap
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()
    return pixmap


def sign(name: str, edge: int, colour: QColor) -> QPixmap:
    """One icon as a picture of `edge` pixels, for a label."""
    drawn = plain(name).pixmap(QSize(edge * 2, edge * 2))
    made = tinted(drawn, colour)
    if not made.isNull():
        made = made.scaled(
            edge * 2,
            edge * 2,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        made.setDevicePixelRatio(2.0)
    return made
