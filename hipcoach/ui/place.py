"""Where the window was, from one start to the next; the only thing that is kept in QSettings."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

_KEY: Final = "window/geometry"
_FIRST: Final = (1180, 780)


def put_back(window: QWidget, kept: QSettings | None) -> None:
    """Put the window where it was; at first, and where that is not known, a good size."""
    place = kept.value(_KEY) if kept is not None else None
    if not isinstance(place, QByteArray) or not window.restoreGeometry(place):
        window.resize(*_FIRST)


def keep(window: QWidget, kept: QSettings | None) -> None:
    """Remember where the window is."""
    if kept is not None:
        kept.setValue(_KEY, window.saveGeometry())
