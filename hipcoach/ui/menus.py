"""The menus of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from hipcoach.app.words import _
from hipcoach.ui.place import FOR_A_WHILE


class Menus(QMenuBar):
    """The way to the pages, what can be asked for in a session, and help."""

    placeRequested = Signal(str)
    closeRequested = Signal()
    redFlagsRequested = Signal()
    aboutRequested = Signal()

    def __init__(self, places: Sequence[tuple[str, str, str]]) -> None:
        """`places` are (code, words, icon)."""
        super().__init__()
        go = self.addMenu(_("&Go"))
        self._goes: list[QAction] = []
        for number, (code, words, _icon) in enumerate(places, 1):
            action = go.addAction(words, QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(lambda _on=False, code=code: self.placeRequested.emit(code))
            self._goes.append(action)
        trends = go.addAction(_("T&rends"))
        trends.triggered.connect(lambda: self.placeRequested.emit("trends"))
        self._goes.append(trends)
        go.addSeparator()
        full = go.addAction(_("Fu&ll screen"), QKeySequence("F11"))
        full.triggered.connect(self._turn_full)
        leave = go.addAction(_("&Quit"), QKeySequence(QKeySequence.StandardKey.Quit))
        leave.triggered.connect(self.closeRequested)
        self._session = self.addMenu(_("S&ession"))
        self._session.menuAction().setVisible(False)
        about = self.addMenu(_("&Help"))
        before = about.addAction(_("&Before you start"))
        before.triggered.connect(lambda: self.placeRequested.emit("first-start"))
        flags = about.addAction(_("&Red flags: when not to stretch"))
        flags.triggered.connect(self.redFlagsRequested)
        check = about.addAction(_("A look at your own &hips"))
        check.triggered.connect(lambda: self.placeRequested.emit("self-check"))
        you = about.addAction(_("About &you…"))
        you.triggered.connect(lambda: self.placeRequested.emit("set-up"))
        self._goes += [before, flags, check, you]
        about.addSeparator()
        about.addAction(_("&About HipCoach")).triggered.connect(self.aboutRequested)

    def add_session_actions(self, actions: Sequence[QAction]) -> None:
        """Offer what can be asked for in a session."""
        self._session.addActions(list(actions))

    def set_running(self, *, running: bool) -> None:
        """Offer what belongs to a session that runs, or to none."""
        self._session.menuAction().setVisible(running)
        for action in self._goes:
            action.setEnabled(not running)

    def _turn_full(self) -> None:
        """All of the screen, or as it was; a small window in the corner stays one."""
        window = self.window()
        if not window.property(FOR_A_WHILE):
            window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
