"""Where the window was, from one start to the next; the only thing that is kept in QSettings."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

FOR_A_WHILE: Final = "for-a-while"
"""Property of a window that has been put somewhere and goes back."""
_KEY: Final = "window/geometry"
_FIRST: Final = (1180, 780)


def put_back(window: QWidget, kept: QSettings | None) -> None:
    """Put the window where it was; at first, and where that is not known, a good size."""
    place = kept.value(_KEY) if kept is not None else None
    if not isinstance(place, QByteArray) or not window.restoreGeometry(place):
        window.resize(*_FIRST)


def keep(window: QWidget, kept: QSettings | None) -> None:
    """Remember where the window is, unless it is somewhere else for a while only."""
    if kept is not None and not window.property(FOR_A_WHILE):
        kept.setValue(_KEY, window.saveGeometry())
