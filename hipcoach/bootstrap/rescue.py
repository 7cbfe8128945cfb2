"""What leads out of a damaged journal, hung into the window and the tray."""

# ruff: noqa: PLC0415 - a journal is sound on nearly every day of its life
from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hipcoach.core.notice import Notice, NoticeClosed, NoticeEnd, NoticePressed
from hipcoach.ports import Notifier

if TYPE_CHECKING:
    from hipcoach.app.break_offers import BreakOffers
    from hipcoach.app.coach import Coach
    from hipcoach.bootstrap.corner import Corner
    from hipcoach.bootstrap.front import Front
    from hipcoach.bootstrap.process import Process
    from hipcoach.ui.shell import Shell
    from hipcoach.ui.tray import Tray

RESCUE: Final = "rescue"
"""The key of the notice, and the page that it leads to."""


def join_rescue(shell: Shell, process: Process, coach: Coach) -> None:
    """Let the window ask what is to be done, and read anew when it is done."""
    from hipcoach.ui.rescue_way import RescueWay

    desk = process.rescue
    way = RescueWay(shell.window, shell.pages, desk)
    # After the banner that says the same in general words.
    coach.troubleChanged.connect(way.heed)
    desk.mended.connect(coach.look)


class RescueNotice:
    """Says in the tray that the journal is damaged, while no window is there to ask."""

    def __init__(self, process: Process, notifier: Notifier, corner: Corner, front: Front) -> None:
        self._desk = process.rescue
        self._notifier = notifier
        self._corner = corner
        self._front = front

    def join(self, offers: BreakOffers, tray: Tray) -> None:
        """Hear of the damage, and of what is pressed."""
        self._desk.found.connect(self._tell)
        self._desk.changed.connect(lambda rescue: None if rescue else self._withdraw())
        offers.otherHeard.connect(self._heed)
        tray.windowAsked.connect(self._lead)

    def _tell(self) -> None:
        if self._front.visible:
            return
        title, text = _words()
        if not self._notifier.show(Notice(RESCUE, title, text, click=RESCUE)):
            self._corner.tell(title, text)

    def _withdraw(self) -> None:
        self._notifier.withdraw(RESCUE)

    def _heed(self, event: object) -> None:
        match event:
            case NoticePressed(key) if key == RESCUE:
                self._lead()
            case NoticeClosed(key, NoticeEnd.LOST) if key == RESCUE:
                self._corner.tell(*_words())

    def _lead(self, _page: str = "") -> None:
        """Whoever opens the window comes to what helps first."""
        if self._desk.waits:
            self._front.show(RESCUE)
        self._withdraw()


def _words() -> tuple[str, str]:
    from hipcoach.app.phrases.rescue import notice_words

    return notice_words()
