"""No part of a page flashes up as a window of its own before it is put in its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Flashes(QObject):
    """Hears of every window that is shown, and of those that became part of another."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[QWidget, str] = {}
        self.names: list[str] = []
        """What was a window for a moment."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look, and take nothing away."""
        kind = event.type()
        if kind is QEvent.Type.Show:
            if isinstance(watched, QWidget) and watched.isWindow():
                self._shown[watched] = type(watched).__name__
        elif kind is QEvent.Type.ParentChange and self._shown:
            name = self._shown.pop(watched, "") if isinstance(watched, QWidget) else ""
            if name:
                self.names.append(f"{name} {watched.objectName()}".rstrip())
        return False


@pytest.fixture(autouse=True)
def flashes(qapp: QApplication) -> Iterator[Flashes]:
    """What was shown as a window and then put into another has taken the keyboard meanwhile."""
    made = Flashes()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)
    assert [] == made.names
