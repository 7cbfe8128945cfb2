"""A word on the desktop that the journal is damaged, while no window is there to ask."""

# ruff: noqa: PLC0415 - a journal is sound on nearly every day of its life
from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.app.rescue_desk import RescueDesk
from hipcoach.core.notice import Notice, NoticeClosed, NoticeEnd, NoticePressed
from hipcoach.ports import Notifier

RESCUE: Final = "rescue"
"""The key of the notice, and of what is pressed on it."""
LATER_MS: Final = 1500
"""By then a window that was opened for a break and can't lead through it has gone again."""


class RescueNotice(QObject):
    """Shows a notice that leads to what helps."""

    wanted = Signal()
    """What helps is to be shown."""

    def __init__(
        self,
        desk: RescueDesk,
        notifier: Notifier,
        seen: Callable[[], bool],
        tell: Callable[[str, str], None],
        later_ms: int = LATER_MS,
    ) -> None:
        """`seen` tells whether a window asks already, `tell` says it where there are no notices."""
        super().__init__(desk)
        self._desk = desk
        self._notifier = notifier
        self._seen = seen
        self._say = tell
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(later_ms)
        self._later.timeout.connect(self._tell)
        desk.found.connect(self._later.start)
        desk.changed.connect(lambda rescue: None if rescue else self._withdraw())

    def heed(self, event: object) -> None:
        """Take in what became of a notice."""
        match event:
            case NoticePressed(key) if key == RESCUE:
                self.lead()
            case NoticeClosed(key, NoticeEnd.LOST) if key == RESCUE:
                self._say(*_words())

    def lead(self) -> None:
        """Lead whoever opens the window to what helps, where anything has to be chosen."""
        self._withdraw()
        if self._desk.waits:
            self.wanted.emit()

    def _tell(self) -> None:
        if self._seen() or not self._desk.waits:
            return
        title, text = _words()
        if not self._notifier.show(Notice(RESCUE, title, text, click=RESCUE)):
            self._say(title, text)

    def _withdraw(self) -> None:
        self._notifier.withdraw(RESCUE)


def _words() -> tuple[str, str]:
    from hipcoach.app.phrases.rescue import notice_words

    return notice_words()
