"""A quiet word on the day after: how did it feel? At the time that the person chose."""

# ruff: noqa: PLC0415 - in the tray nothing of the plan is imported before it is time
from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from hipcoach.core.notice import Notice, NoticeClosed, NoticeEnd, NoticePressed, Urgency
from hipcoach.ports import Clock, Journal, Notifier

if TYPE_CHECKING:
    from hipcoach.app.journal_worker import JournalWorker
    from hipcoach.core.asking import Open

NEXT_DAY: Final = "next-day"
"""The key of the notice, and of what is pressed on it."""
NEVER: Final = "never"
FIRST_MS: Final = 150_000
"""Nobody is asked in the first minutes after a login, which has enough to do."""
LOOK_MS: Final = 600_000
"""So often it is looked whether a question is due."""


class NextDayReminder(QObject):
    """Shows a notice for a question that is due, once."""

    wanted = Signal()
    """The notice was pressed: the question is to be shown."""

    def __init__(
        self,
        clock: Clock,
        worker: JournalWorker,
        notifier: Notifier,
        ask_at: Callable[[], str],
    ) -> None:
        """`ask_at` gives the time of day that was chosen, `HH:MM`, or `never`."""
        super().__init__()
        self._ask_at = ask_at
        self._clock = clock
        self._worker = worker
        self._notifier = notifier
        self._told: set[tuple[object, int, object]] = set()
        """(day, days after, when) of the questions that a notice was shown for."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look, a little later."""
        self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._notifier.withdraw(NEXT_DAY)

    def look(self) -> None:
        """Ask the journal whether a question is due now."""
        self._timer.start(LOOK_MS)
        chosen = self._ask_at()
        if chosen != NEVER:
            at = time.fromisoformat(chosen)
            self._worker.read(
                lambda journal: _due(journal, self._clock, at), self._tell, lambda _error: None
            )

    def heed(self, event: object) -> None:
        """Take in what became of a notice."""
        match event:
            case NoticePressed(key) if key == NEXT_DAY:
                self.wanted.emit()
            case NoticeClosed(key, NoticeEnd.LOST) if key == NEXT_DAY:
                # Nobody has seen it: at the next look it is shown again.
                self._told.clear()

    def _tell(self, question: Open | None) -> None:
        if question is None:
            self._notifier.withdraw(NEXT_DAY)
            return
        key = (question.day, question.days_after, question.notice_at)
        if key in self._told:
            return
        from hipcoach.app.phrases.next_day import notice_words

        words = notice_words(question.day, question.days_after)
        notice = Notice(NEXT_DAY, words, click=NEXT_DAY, urgency=Urgency.LOW)
        if self._notifier.show(notice):
            self._told.add(key)


def _due(journal: Journal, clock: Clock, at: time) -> Open | None:
    """The question that a notice is to ask now; `None`: there is none."""
    from hipcoach.app.plan_book import read_plan
    from hipcoach.app.plan_view import practised
    from hipcoach.core.asking import next_notice, open_questions

    now = clock.now()
    known = read_plan(journal, now)
    if known.stop is not None:
        return None
    question = next_notice(open_questions(practised(known.log), known.log.next_day, now, at))
    return question if question is not None and question.due(now) else None
