"""What is shown of a break: a notice on the desktop, or a window of our own in its place."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QObject, Signal

from hipcoach.app.break_desk import BreakDesk
from hipcoach.app.break_snapshots import BreakSnapshot, OfferSnapshot
from hipcoach.app.phrases import breaks as phrases
from hipcoach.core.breaks import Standing
from hipcoach.core.notice import Notice, NoticeButton, Urgency
from hipcoach.ports import Notifier

Buttons = tuple[tuple[str, str], ...]
"""(key, label) of each."""
BREAK, MEETING = "break", "meeting"
"""What a notice is about."""
NEAR: Final = "near"
"""The same of one that only says that a break is near; it is replaced by the offer."""
LONGEST_WORD_S: Final = 60.0
"""The longest that our own window says so: a notice may lie in a list, a window is in the way."""
LATE_S: Final = 2.0
"""So much longer, for the offer to take its place without a gap."""
SECOND_SNOOZE: Final = "snooze-15"
STANDS: Final = {
    BREAK: frozenset({Standing.OFFERED}),
    NEAR: frozenset({Standing.WAITING, Standing.OFFERED}),
}
"""How it stands while a break is offered, or announced."""


class BreakShowing(QObject):
    """Shows one thing at a time, where this desktop lets it be seen and answered."""

    windowChanged = Signal(object)
    """An `OfferSnapshot` for a window of our own, or `None`: there is none to show any more."""

    def __init__(self, desk: BreakDesk, notifier: Notifier) -> None:
        super().__init__()
        self._desk = desk
        self._notifier = notifier
        self._in_window: OfferSnapshot | None = None
        self._notice: tuple[str, OfferSnapshot] | None = None
        """What is shown as a notice, and under which key."""
        self._about = ""
        """What either of them is about; empty: neither is shown."""
        desk.changed.connect(self._mind)

    def announce(self) -> None:
        """Say that a break is near."""
        self._about, lasts_s = NEAR, self._desk.settings.notice_s
        title = phrases.notice_title(lasts_s)
        notice = Notice(BREAK, title, urgency=Urgency.LOW, lasts_s=lasts_s, transient=True)
        if not self._notifier.show(notice):
            self._announce_in_window()

    def show(self, about: str, offer: OfferSnapshot) -> None:
        """Offer this, about a break or a meeting."""
        self._about = about
        can = self._notifier.support()
        notice = Notice(
            about,
            offer.title,
            offer.text,
            buttons=tuple(NoticeButton(*one) for one in _most(offer.buttons, can.buttons)),
            category=f"x-hipcoach.{about}",
            lasts_s=0,
            transient=True,
        )
        # Buttons that lie in a menu nobody knows of are none.
        if not can.in_menu and self._notifier.show(notice):
            self._notice = (about, offer)
        else:
            self._put_in_window(offer)

    def withdraw(self) -> None:
        """Show nothing any more."""
        for key in (BREAK, MEETING):
            self._notifier.withdraw(key)
        self._notice, self._about = None, ""
        if self._in_window is not None:
            self._in_window = None
            self.windowChanged.emit(None)

    def lose(self, key: str) -> None:
        """The notice of that key was not seen, or went with its server: show it ourselves."""
        if self._notice is not None and self._notice[0] == key:
            self._put_in_window(self._notice[1])
        elif self._about == NEAR:
            self._announce_in_window()

    def _announce_in_window(self) -> None:
        status = self._desk.status
        if status is None or not status.remaining_s:
            return  # the offer itself is on its way
        left_s = ceil(status.remaining_s)
        title = phrases.notice_title(left_s)
        lasts_s = min(left_s + LATE_S, LONGEST_WORD_S)
        self._put_in_window(OfferSnapshot(title, "", lasts_s=lasts_s))

    def _put_in_window(self, offer: OfferSnapshot) -> None:
        self._notice, self._in_window = None, offer
        self.windowChanged.emit(offer)

    def _mind(self, shown: BreakSnapshot) -> None:
        """Take back what lapsed without an event: the hours end, reminders are switched off."""
        stands = STANDS.get(self._about)
        if (stands and shown.standing not in stands) or not shown.on:
            self.withdraw()


def _most(buttons: Buttons, room: int) -> Buttons:
    """So many of the buttons as are drawn: the second snooze goes first, *skip* stays."""
    if len(buttons) <= room:
        return buttons
    return tuple(one for one in buttons if one[0] != SECOND_SNOOZE)[:room] or buttons
