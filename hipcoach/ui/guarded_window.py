"""A window that asks before something is lost by turning the page or closing it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMainWindow

Holds = Callable[[str, Callable[[], None]], bool]
"""Whether leaving for a page (empty: for good) waits for an answer, which then goes on."""


class GuardedWindow(QMainWindow):
    """Lets whoever holds something have a word before the page is turned."""

    def __init__(self) -> None:
        super().__init__()
        self.holds: Holds = lambda _code, _then: False
        self.lingers: Callable[[Callable[[], None]], bool] = lambda _then: False
        """Whether closing waits for an answer when nothing is lost by it; that goes on then."""
        self.shown = ""
        """Name of the page that is shown."""

    def show_page(self, code: str) -> None:
        """Turn to the page of that name, as soon as nothing is lost by it."""
        if not self.holds(code, lambda: self.show_page(code)):
            self.shown = code
            self.turn_to(code)

    def turn_to(self, code: str) -> None:
        """Show that page now."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Closing waits as turning the page does."""
        if event.type() is QEvent.Type.Close and (
            self.holds("", self._close_now) or self.lingers(self._close_now)
        ):
            event.ignore()
            return True
        return super().event(event)

    def _close_now(self) -> None:
        self.close()
