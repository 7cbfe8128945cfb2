"""The look at one's own hips: when it is due, what fits, and what has changed.

What it takes to answer is imported when the journal has spoken: the first picture comes sooner.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.ports import Clock, ContentSource, Journal

if TYPE_CHECKING:
    from hipcoach.core.journal import SelfCheckDone
    from hipcoach.core.self_check import Answers


class SelfCheckDesk(QObject):
    """Keeps the answers, and tells what they come to."""

    cardChanged = Signal(str)
    """What the Today page says about it; empty: nothing, no look is due."""
    resultReady = Signal(object)
    """A `SelfCheckResult`."""

    def __init__(self, content: ContentSource, clock: Clock, worker: JournalWorker) -> None:
        super().__init__()
        self._content = content
        self._clock = clock
        self._worker = worker
        self._last: SelfCheckDone | None = None

    def look(self) -> None:
        """Ask the journal when the last look was; the card follows."""
        self._worker.read(_last_look, self._learn, lambda _error: self._show(""))

    def finish(self, answers: Answers) -> None:
        """Keep these answers, and tell what they come to; of none at all nothing is kept."""
        from hipcoach.app.phrases import self_check as phrases
        from hipcoach.app.snapshots import SelfCheckResult
        from hipcoach.app.today_view import offered, routine_card
        from hipcoach.core.journal import SelfCheckDone
        from hipcoach.core.self_check import suggested

        content = self._content.everything()
        found = suggested(answers, [routine.id for routine in offered(content)])
        card, days = routine_card(content, found.routine), self._days()
        self.resultReady.emit(
            SelfCheckResult(
                routine=card.id,
                title=phrases.suggestion_words(card.name),
                reasons=tuple(phrases.reason_words(reason) for reason in found.reasons),
                since="" if days is None else phrases.since_words(days),
                changes=self._changes(answers),
                preview=card.preview,
            )
        )
        if answers:
            row = SelfCheckDone(
                self._clock.new_id(),
                self._clock.now(),
                tuple(sorted(answers.items())),
                found.routine,
                tuple(found.reasons),
            )
            self._last = row
            self._worker.write(lambda journal: journal.add(row))
            self._show("")

    def _learn(self, row: Any) -> None:
        from hipcoach.app.phrases.self_check import card_words
        from hipcoach.core.self_check import is_due

        # What was just answered may not be written yet.
        if row is not None and (self._last is None or self._last.at <= row.at):
            self._last = row
        days = self._days()
        self._show(card_words(days) if is_due(days) else "")

    def _show(self, words: str) -> None:
        self.cardChanged.emit(words)

    def _days(self) -> int | None:
        """Practice days since the last look; `None` before the first."""
        from hipcoach.core.practice_day import practice_day

        if self._last is None:
            return None
        now = self._clock.now()
        then = self._last.at.astimezone(now.tzinfo)
        return (practice_day(now) - practice_day(then)).days

    def _changes(self, answers: Answers) -> tuple[str, ...]:
        from hipcoach.app.phrases import self_check as phrases
        from hipcoach.core.self_check import asked_twice, changes

        if self._last is None:
            return (phrases.first_words(),) if answers else ()
        before = dict(self._last.answers)
        told = [phrases.change_words(change) for change in changes(before, answers)]
        if told:
            return (*told, phrases.ups_and_downs_words())
        return (phrases.unchanged_words(len(asked_twice(before, answers))),)


def _last_look(journal: Journal) -> SelfCheckDone | None:
    from hipcoach.core.journal import SelfCheckDone

    return journal.newest(SelfCheckDone)
