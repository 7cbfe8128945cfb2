"""The first size of a window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hipcoach.ui.place import put_back


def test_a_first_window_fits_on_its_screen_with_its_frame(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    put_back(window, None)
    assert QSize(min(1180, room.width() - 16), min(780, room.height() - 48)) == window.size()
