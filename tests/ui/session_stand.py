"""A session page in a window, with what it was asked for written down."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMainWindow
from pytestqt.qtbot import QtBot

from hipcoach.app.snapshots import PlayState, SessionSnapshot
from hipcoach.core.controls import Action
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.side import Side
from hipcoach.core.timeline import Phase
from hipcoach.ui.figure.extras import PLAIN, Extras
from hipcoach.ui.figure.widget import FigureView
from hipcoach.ui.session_page import SessionPage

HOLD = SessionSnapshot(
    state=PlayState.PLAYING,
    routine="Desk reset",
    exercise="True hip-flexor stretch",
    variant="Half-kneeling, tall",
    side=Side.RIGHT,
    side_words="Right",
    phase=Phase.WORK,
    phase_words="Hold",
    remaining_s=23.4,
    length_s=30.0,
    count_in=0,
    caption="Brace, and squeeze your right glute",
    next_words="Next: left side",
    progress=0.37,
    left_s=340.0,
    chapter=2,
    chapters=8,
    figure=None,
    muted="",
)


class BlankPicture(FigureView):
    """A picture that remembers its frames and draws none."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[FigureFrame] = []

    def show_frame(self, frame: FigureFrame, extras: Extras = PLAIN) -> None:
        del extras
        self.frames.append(frame)


class Stand:
    """The page in an active window, playing."""

    def __init__(self, qtbot: QtBot, width: int = 1000, height: int = 700) -> None:
        self.qtbot = qtbot
        self.picture = BlankPicture()
        self.page = SessionPage(self.picture)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.page)
        self.window.resize(width, height)
        qtbot.addWidget(self.window)
        self.asked: list[Action] = []
        self.said: list[str] = []
        self.page.actionRequested.connect(self.asked.append)
        self.page.stopConfirmed.connect(lambda: self.said.append("stop"))
        self.page.stopDeclined.connect(lambda: self.said.append("go on"))
        self.page.show_snapshot(HOLD)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.page.setFocus()

    def press(self, key: Qt.Key) -> None:
        """Press a key and let it go, with the focus on the page."""
        QTest.keyClick(self.page, key)

    def repeat(self, key: Qt.Key) -> None:
        """What the keyboard sends while a key stays down."""
        QTest.simulateEvent(
            self.page, True, key.value, Qt.KeyboardModifier.NoModifier, "", True, -1
        )

    def button(self, name: str) -> QAbstractButton:
        """The button that a screen reader calls so."""
        found = self.page.findChildren(QAbstractButton)
        return next(button for button in found if button.accessibleName() == name)


def changed(snapshot: SessionSnapshot, **changes: Any) -> SessionSnapshot:
    """The same moment with something else in it."""
    return replace(snapshot, **changes)
