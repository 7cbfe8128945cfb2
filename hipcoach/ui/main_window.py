"""The main window: the pages, the way between them, the menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMessageBox, QStackedWidget, QWidget

from hipcoach.app.words import _
from hipcoach.ui.banner import Banner
from hipcoach.ui.dialogs import ask, show_about
from hipcoach.ui.guarded_window import GuardedWindow
from hipcoach.ui.menus import Menus
from hipcoach.ui.pieces import column, grown
from hipcoach.ui.place import keep, put_back
from hipcoach.ui.places import ALWAYS, places
from hipcoach.ui.rail import Rail

NARROW: Final = 960
"""Pixels of width below which the rail lies on top."""


class MainWindow(GuardedWindow):
    """Shows one page at a time; pages that are no place on the rail take the whole window."""

    placeChanged = Signal(str)
    """The page of that name is shown now."""
    pageNeeded = Signal(str)
    """The page of that name is to be shown and was not taken in yet."""
    leaveAsked = Signal()
    """Closing in mid-session: the question stands in front, let the session wait."""
    leaveDeclined = Signal()
    """The answer is to keep going."""
    redFlagsAsked = Signal()
    """The article on the signs that belong to a professional is wanted."""
    quitAsked = Signal()
    """The program is to end, not the window alone."""
    aboutToClose = Signal()
    """The window closes for good; a session that runs was given up by the person."""

    def __init__(self, geometry: QSettings | None = None) -> None:
        super().__init__()
        self.setWindowTitle("HipCoach")
        self.setMinimumSize(800, 560)
        self._geometry = geometry
        self._running = False
        self._pages: dict[str, QWidget] = {}
        self._offered = ALWAYS
        self.banner = Banner()
        self._rail = Rail()
        self._rail.placeRequested.connect(self.show_page)
        self._stack = QStackedWidget()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._rail)
        self._layout.addLayout(column(self.banner, self._stack, gap=0), 1)
        body = QWidget()
        body.setProperty("role", "page")
        body.setLayout(self._layout)
        self.setCentralWidget(body)
        self.put_words()
        put_back(self, geometry)

    @property
    def running(self) -> bool:
        """Whether a session runs."""
        return self._running

    def put_words(self) -> None:
        """Say everything in the language that is spoken now; the pages go, for others to build."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._menus = Menus(places(self._offered))
        self._menus.placeRequested.connect(self.show_page)
        self._menus.closeRequested.connect(self.quitAsked)
        self._menus.closeRequested.connect(self.close)
        self._menus.redFlagsRequested.connect(self.redFlagsAsked)
        self._menus.aboutRequested.connect(lambda: show_about(self))
        self.setMenuBar(self._menus)
        self._rail.show_places(places(self._offered))

    def offer(self, code: str) -> None:
        """Offer one more place on the rail and in the menu; what was built goes."""
        self._offered |= {code}
        self.put_words()

    def add_page(self, code: str, page: QWidget) -> None:
        """Take a page in, under the name by which it is shown (`today`, `first-start`…)."""
        self._pages[code] = page
        self._stack.addWidget(page)

    def add_session_actions(self, actions: Sequence[QAction]) -> None:
        """Put what can be asked for in a session into the menu."""
        self._menus.add_session_actions(actions)

    def turn_to(self, code: str) -> None:
        """Turn to the page of that name; in the middle of a session nothing is turned."""
        if code not in self._pages:
            self.pageNeeded.emit(code)
        page = self._pages[code]
        self._stack.setCurrentWidget(page)
        self._rail.mark(code)
        self._rail.setVisible(code in self._offered)
        page.setFocus()
        self.placeChanged.emit(code)

    def set_running(self, *, running: bool) -> None:
        """Know whether a session runs: then other pages rest, and closing asks."""
        self._running = running
        self._menus.set_running(running=running)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rail on top where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < grown(self, NARROW)
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._rail.set_narrow(narrow=narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while a session runs; remember where the window was."""
        if self._running:
            event.ignore()
            if self.findChild(QMessageBox) is None:
                self._ask_to_leave()
            return
        keep(self, self._geometry)
        self.aboutToClose.emit()
        event.accept()

    def _ask_to_leave(self) -> None:
        ask(
            self,
            _("Stop the session and close HipCoach? What you have finished is kept."),
            stay=_("Keep &going"),
            leave=_("&Stop and close"),
            then=self._leave,
            otherwise=self.leaveDeclined.emit,
        )
        self.leaveAsked.emit()

    def _leave(self) -> None:
        self.set_running(running=False)
        self.close()
