"""The window in the corner, built when there is something to show in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipcoach.app.break_offers import BreakOffers
from hipcoach.app.break_snapshots import OfferSnapshot
from hipcoach.bootstrap.process import Process
from hipcoach.core.notice import Notice, Urgency
from hipcoach.ports import Notifier

# ruff: noqa: PLC0415 - the tray alone needs no window

if TYPE_CHECKING:
    from hipcoach.ui.offer_window import OfferWindow

TOLD: str = "told"
"""Key of the notice that says something and asks nothing."""


class Corner(QObject):
    """Shows what the desktop's notices can't show."""

    def __init__(self, process: Process, offers: BreakOffers, notifier: Notifier) -> None:
        super().__init__()
        self._process = process
        self._offers = offers
        self._notifier = notifier
        self._there = False
        offers.offerChanged.connect(self._show)

    @cached_property
    def window(self) -> OfferWindow:
        """The window, in the colours of the settings."""
        from hipcoach.ui.offer_window import OfferWindow

        made = OfferWindow()
        made.reduce_motion(still=self._process.theme.reduced_motion)
        made.pressed.connect(self._offers.press)
        self._there = True
        return made

    def tell(self, title: str, text: str) -> None:
        """Say something that asks for nothing: as a notice, or in the window."""
        if self._there and self.window.offering:
            self.window.tell(title, text)
            return
        notice = Notice(TOLD, title, text, urgency=Urgency.LOW, transient=True)
        if not self._notifier.show(notice):
            self.window.tell(title, text)

    def close(self) -> None:
        """Show nothing any more."""
        if self._there:
            self.window.hide()
            self.window.deleteLater()

    def _show(self, offer: OfferSnapshot | None) -> None:
        if offer is not None or self._there:
            self.window.show_offer(offer)
