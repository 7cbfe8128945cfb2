"""The whole window on a fake machine: real pages, real coach, nothing that is heard or kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipcoach.app.editor import EditorDesk
from hipcoach.app.voice_desk import VoiceDesk
from hipcoach.core.player import State
from hipcoach.core.settings import Settings
from hipcoach.ports import ContentSource
from hipcoach.ui.banner import Banner
from hipcoach.ui.pieces import Button
from hipcoach.ui.shell import Shell
from hipcoach.ui.theme import Theme
from hipcoach.ui.tick import Tick
from tests.app.coach_stand import CoachStand
from tests.fakes import MemoryJournal
from tests.ui.page_stand import application, click, let_go, press

PAGES = (
    "today", "session", "check-in", "library", "settings", "first-start", "editor", "stop", "set-up"
)  # fmt: skip


class ShellStand(CoachStand):
    """The window, and a person in front of it."""

    def __init__(
        self,
        qtbot: QtBot,
        journal: MemoryJournal | None = None,
        content: ContentSource | None = None,
        settings: Settings | None = None,
        geometry: QSettings | None = None,
        editor: Callable[[], EditorDesk] | None = None,
    ) -> None:
        super().__init__(qtbot, journal, content, settings)
        self.theme = Theme(application())
        self.voice = VoiceDesk(lambda: self.speaker)
        self.saved: list[Settings] = []
        self.shell = Shell(
            self.coach,
            self.content,
            self.voice,
            self.theme,
            self.saved.append,
            geometry,
            editor=editor,
        )
        self.window = self.shell.window

    def open(self, routine: str = "", *, start_now: bool = False) -> None:
        """Open the window, and let it come to rest."""
        self.shell.open(routine, start_now=start_now)
        self.worker.start()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.waitUntil(lambda: bool(self.todays or self.troubles or self.opened))

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        found = [
            code
            for code in PAGES
            if self.shell.pages.has(code)
            and getattr(self.shell.pages, code.replace("-", "_")).isVisible()
        ]
        assert len(found) <= 1, found
        return found[0] if found else ""

    def shows(self, page: str) -> None:
        """Wait for a page."""
        self.qtbot.waitUntil(lambda: page == self.page)

    def button(self, name: str) -> Button:
        """The button that a screen reader calls so and that can be seen."""
        found = [
            one
            for one in self.window.findChildren(Button)
            if name in {one.accessibleName(), one.text().replace("&", "")} and one.isVisible()
        ]
        assert 1 == len(found), f"{len(found)} buttons are called {name!r}"
        return found[0]

    def click(self, name: str) -> None:
        """Click on a button."""
        click(self.button(name))

    def tick(self, words: str) -> None:
        """Tick one of the signs."""
        (found,) = [one for one in self.window.findChildren(Tick) if words in one.accessibleName()]
        found.click()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys, wherever the focus is."""
        for key in keys:
            press(QApplication.focusWidget() or self.window, key)

    def reads(self, words: str) -> bool:
        """Whether these words can be read anywhere in the window."""
        return any(words in one.text() for one in self.window.findChildren(QLabel) if _seen(one))

    @property
    def banner(self) -> str:
        """What the banner says; empty where it is hidden."""
        found = self.window.findChild(Banner)
        assert isinstance(found, Banner)
        return found.accessibleName() if found.isVisible() else ""

    @property
    def state(self) -> State:
        """How the session stands."""
        return self.session().session.player.state

    def plays(self) -> None:
        """Wait until the session plays."""
        self.qtbot.waitUntil(lambda: bool(self.opened) and self.state is State.PLAYING)

    def leave(self) -> None:
        """Close everything, whatever is going on."""
        self.window.set_running(running=False)
        self.window.close()
        self.close()
        let_go(self.window, self.theme, self.shell, self.shell.pages, self.coach, self.voice)


def _seen(widget: QWidget) -> bool:
    return widget.isVisible()
