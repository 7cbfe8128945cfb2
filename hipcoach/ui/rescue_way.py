"""The way to the page about a damaged journal, and out of it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from hipcoach.app.rescue_snapshots import RescueSnapshot
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

CODE: Final = "rescue"
"""The name of the page."""
BUSY: Final = frozenset({"session", "check-in"})
"""Pages on which nothing is said of it at all."""
FIRST: Final = BUSY | {"editor", "self-check", "set-up", "stop", "data"}
"""Pages that come to their end before somebody is asked."""


class Rescues(Protocol):
    """What knows whether the journal is damaged, and what helps."""

    found: Any
    """A signal: the person is to be asked."""
    changed: Any
    """A signal with a `RescueSnapshot`, or with `None` where nothing is wrong any more."""

    @property
    def damaged(self) -> bool:
        """Whether the journal is damaged."""
        ...

    @property
    def waits(self) -> bool:
        """Whether the person has to choose."""
        ...

    def snapshot(self) -> RescueSnapshot | None:
        """What is to be shown."""
        ...

    def show_all(self) -> None:
        """Look at every copy."""
        ...

    def take(self, path: Path) -> None:
        """Go on from a copy."""
        ...

    def begin_anew(self) -> None:
        """Go on with an empty journal."""
        ...

    def leave(self) -> None:
        """What was done has been read."""
        ...


class RescueWay(QObject):
    """Asks as soon as nothing is interrupted by it; on other pages a banner leads back to it."""

    def __init__(self, window: MainWindow, pages: Pages, desk: Rescues) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._desk = desk
        self._waits = False
        """Whether the page is to be shown when another has come to its end."""
        self._banner = False
        """Whether what stands in the banner is ours."""
        window.placeChanged.connect(self._turned)
        window.banner.actionRequested.connect(self._answer)
        desk.found.connect(self._turn)
        desk.changed.connect(self._show)
        pages.meet(self._join)
        if desk.waits:
            QTimer.singleShot(0, self, self._turn)

    def heed(self, _trouble: str = "") -> None:
        """Say it in our words, in the place of what others say of the same."""
        from hipcoach.app.phrases.rescue import banner_words  # noqa: PLC0415 - seldom needed

        window = self._window
        if not self._desk.damaged and not self._banner:
            return
        self._banner = (
            self._desk.waits
            and not self._waits
            and not window.running
            and window.shown not in BUSY | {CODE}
        )
        words, action = banner_words() if self._banner else ("", "")
        window.banner.show_message(words, action=action)

    def _join(self, code: str) -> None:
        """Join the page when it has been built."""
        if code != CODE:
            return
        page = self._pages.rescue
        page.copyChosen.connect(self._desk.take)
        page.othersRequested.connect(self._desk.show_all)
        page.emptyRequested.connect(self._desk.begin_anew)
        page.leaveRequested.connect(self._leave)
        page.closeRequested.connect(self._close)
        self._show(self._desk.snapshot())

    def _turn(self) -> None:
        """Turn to the page, or wait for the end of one that is not to be interrupted."""
        self._waits = self._window.running or self._window.shown in FIRST
        if not self._waits and self._desk.waits:
            self._window.show_page(CODE)
        self.heed()

    def _turned(self, code: str) -> None:
        if code == CODE:
            self._waits = False
        elif not self._desk.waits:
            self._desk.leave()
        elif self._waits and not self._window.running and self._window.shown not in FIRST:
            # The page that is turned to now has to stand first.
            QTimer.singleShot(0, self, self._turn)
        self.heed()

    def _show(self, rescue: RescueSnapshot | None) -> None:
        if rescue is not None:
            if self._pages.has(CODE) or self._window.shown == CODE:
                self._pages.rescue.show_snapshot(rescue)
            return
        self._waits = False
        if self._window.shown == CODE:
            self._window.show_page("today")
        self.heed()

    def _answer(self) -> None:
        if self._banner and self._desk.waits:
            self._window.show_page(CODE)

    def _leave(self) -> None:
        self._window.show_page("today")

    def _close(self) -> None:
        self._window.quitAsked.emit()
        self._window.close()
