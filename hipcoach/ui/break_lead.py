"""Leads through a stretch break in the window, and puts the window back where it was."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hipcoach.core.content import Content
from hipcoach.core.value import value
from hipcoach.ui.main_window import MainWindow
from hipcoach.ui.pieces import GAPS
from hipcoach.ui.place import FOR_A_WHILE
from hipcoach.ui.screens import corner, screen_here, within_sight
from hipcoach.ui.shell import Shell

SMALL: Final = QSize(460, 420)
"""Of the window of a break, in pixels, for text of the usual size."""
QUIETLY: Final = "_q_showWithoutActivating"
AWAY_MS: Final = 250
"""So long a window is gone that was there before: what comes back sooner keeps the keyboard."""
SCREENS_MS: Final = 500
"""So long after a screen has gone: the desktop puts its windows somewhere first."""


@value
class _Before:
    """How the window was."""

    visible: bool
    minimized: bool
    active: bool


class CompactWindow(QObject):
    """The main window as a small companion in the corner, and as it was before."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(SCREENS_MS)
        self._moved.timeout.connect(self._stand_in_corner)
        application.screenRemoved.connect(self._moved.start)
        self._place: QRect | None = None
        self._state = Qt.WindowState.WindowNoState
        self._least = window.minimumSize()

    @property
    def small(self) -> bool:
        """Whether it is small now."""
        return self._place is not None

    def shrink(self) -> None:
        """Stand in the corner of the screen where the person is, on top and without menu."""
        window = self._window
        if self.small:
            return
        self._state, self._least = window.windowState(), window.minimumSize()
        plain = self._state & ~Qt.WindowState.WindowActive == Qt.WindowState.WindowNoState
        self._place = window.geometry() if plain else window.normalGeometry()
        window.setProperty(FOR_A_WHILE, True)
        window.menuBar().hide()
        window.setMinimumSize(SMALL / 2)
        window.setWindowState(Qt.WindowState.WindowNoState)
        self._stand_in_corner()
        self._stay_on_top(on=True)

    def grow(self) -> None:
        """Be as it was before."""
        if self._place is None:
            return
        window = self._window
        place, self._place = self._place, None
        window.menuBar().show()
        window.setMinimumSize(self._least)
        window.setGeometry(within_sight(place))
        window.setWindowState(self._state & ~Qt.WindowState.WindowMinimized)
        window.setProperty(FOR_A_WHILE, False)
        self._stay_on_top(on=False)

    def _stand_in_corner(self) -> None:
        """Stand in the corner of the screen where the person is, while it is small."""
        if self.small:
            size = SMALL * max(1.0, self._window.fontInfo().pixelSize() / GAPS.base)
            room = screen_here().availableGeometry()
            self._window.setGeometry(corner(room, size, GAPS.space(5)))

    def _stay_on_top(self, *, on: bool) -> None:
        """Stand before all other windows and take the keyboard from none, where that is possible.

        It is asked of the desktop's window: Qt's own would vanish and come back for it.
        """
        self._window.winId()
        come_quietly(self._window, on=on)
        handle = self._window.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on)


def come_quietly(window: QWidget, *, on: bool) -> None:
    """Let a window take the keyboard from none when it is shown.

    Qt looks at the attribute when it makes the desktop's window and at the property ever after.
    """
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=on)
    handle = window.windowHandle()
    if handle is not None:
        handle.setProperty(QUIETLY, on)


class BreakLead(QObject):
    """A break in the window of a shell; what was done before goes on where it was."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._compact = CompactWindow(shell.window)
        self._before: _Before | None = None
        shell.window.placeChanged.connect(self._turned)
        shell.session.breakEnded.connect(self._end)

    def begin(self, routine: str, content: Content, *, small: bool, opened: bool) -> None:
        """Lead through a routine, in a small window or as large as it is.

        `opened`: the shell has been opened before.
        """
        window = self._shell.window
        self._before = _Before(window.isVisible(), window.isMinimized(), window.isActiveWindow())
        if small and not self._shell.session.running:
            self._compact.shrink()
        if not opened:
            self._shell.open(routine, is_break=True, words=content)
        else:
            window.turn_to("session")
            self._shell.preview(content, routine)
            self._come()
            self._shell.session.start_break(routine)

    def _come(self) -> None:
        """Show the window; a small one leaves the keyboard where it is."""
        if not self._compact.small:
            self._shell.come_back("")
            return
        self._shell.session.come_back()
        self._shell.window.show()
        self._shell.window.raise_()

    def stay(self) -> None:
        """The window was asked for meanwhile: it stays after the break."""
        self._before = None

    def _turned(self, code: str) -> None:
        """Nothing but a session is seen in the small window."""
        if code != "session":
            self._compact.grow()

    def _end(self, _done_s: float) -> None:
        before, self._before = self._before, None
        window = self._shell.window
        self._compact.grow()
        if before is None or before.active or not window.isVisible():
            return
        # Hidden first: the desktop gives the keyboard back to what had it.
        window.hide()
        if before.minimized:
            window.showMinimized()
        elif before.visible:
            QTimer.singleShot(AWAY_MS, self, self._come_behind)

    def _come_behind(self) -> None:
        """Stand behind what has the keyboard now, unless it was asked for in the meantime."""
        window = self._shell.window
        if window.isVisible() or self._shell.session.running:
            return
        come_quietly(window, on=True)
        window.show()
        window.lower()
        come_quietly(window, on=False)
