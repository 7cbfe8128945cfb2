"""Where the window was, from one start to the next; the only thing that is kept in QSettings."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QWidget

FOR_A_WHILE: Final = "for-a-while"
"""Property of a window that has been put somewhere and goes back."""
_KEY: Final = "window/geometry"
_FIRST: Final = QSize(1180, 780)
_FRAME: Final = QSize(16, 48)
"""Room for what the desktop draws around a window; how much that is it tells only later."""


def put_back(window: QWidget, kept: QSettings | None) -> None:
    """Put the window where it was; where that is not known, with a size that suits the screen."""
    place = kept.value(_KEY) if kept is not None else None
    if not isinstance(place, QByteArray) or not window.restoreGeometry(place):
        window.resize(_FIRST.boundedTo(window.screen().availableSize() - _FRAME))


def keep(window: QWidget, kept: QSettings | None) -> None:
    """Remember where the window is, unless it is somewhere else for a while only."""
    if kept is not None and not window.property(FOR_A_WHILE):
        kept.setValue(_KEY, window.saveGeometry())
