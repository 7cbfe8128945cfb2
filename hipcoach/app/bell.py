"""Rung in any thread, heard in Qt's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    """Says that there is something to fetch."""

    rang = Signal()
    """Somebody rang; a slot of another thread is called in its own time."""
