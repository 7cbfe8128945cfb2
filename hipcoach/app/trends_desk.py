"""Reads what trends and reports tell, bit by bit: what is written meanwhile never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.trends import empty_words
from hipcoach.app.plan_book import PlanKnown, read_plan
from hipcoach.app.report_view import report_of
from hipcoach.app.span_reading import SpanFacts, facts_of, first_day, read_held, slices
from hipcoach.app.trends_view import SpanChoice, first_of, trends_snapshot
from hipcoach.core.errors import KnownError
from hipcoach.core.held import HeldOn
from hipcoach.core.practice_day import practice_day
from hipcoach.ports import Clock, ContentSource


class TrendsDesk(QObject):
    """Gives the charts of a span, and a report of one."""

    changed = Signal(object)
    """A `TrendsSnapshot`."""
    reportReady = Signal(object)
    """A `ReportSnapshot`."""
    troubleChanged = Signal(str)
    """Why something can't be told, in a sentence."""

    def __init__(
        self, content: ContentSource, clock: Clock, worker: JournalWorker, first_weekday: int
    ) -> None:
        """`first_weekday` is 0 for Monday."""
        super().__init__()
        self._content = content
        self._clock = clock
        self._worker = worker
        self._first_weekday = first_weekday
        self._newest = 0
        """Number of the span that was asked for last: what comes of others is let go."""

    def show(self, choice: SpanChoice) -> None:
        """Read a span and show its charts."""
        self._newest += 1
        number = self._newest
        self._read(choice, lambda: number == self._newest, self._show)

    def report(self, choice: SpanChoice) -> None:
        """Read a span for a report."""
        self._read(choice, lambda: True, self._tell)

    def _show(self, facts: SpanFacts) -> None:
        try:
            content = self._content.everything()
        except KnownError as error:
            self._fail(error)
            return
        self.changed.emit(trends_snapshot(facts, content, self._first_weekday))

    def _tell(self, facts: SpanFacts) -> None:
        if facts.empty:
            self.troubleChanged.emit(empty_words(ever=bool(facts.known.log.practice)))
            return
        try:
            content = self._content.everything()
        except KnownError as error:
            self._fail(error)
            return
        self.reportReady.emit(report_of(facts, content, self._first_weekday))

    def _read(
        self, choice: SpanChoice, wanted: Callable[[], bool], then: Callable[[SpanFacts], None]
    ) -> None:
        """The plan first, then half a year of sessions at a time, then all the rest."""
        now = self._clock.now()
        held: list[HeldOn] = []
        parts: list[tuple[date, date]] = []

        def begin(known: PlanKnown) -> None:
            today = practice_day(now)
            span = first_of(choice, today, first_day(known)), today
            parts.extend(slices(*span))
            go_on(known, span)

        def go_on(known: PlanKnown, span: tuple[date, date]) -> None:
            if not wanted():
                return
            if parts:
                part = parts.pop(0)

                def take(rows: Any) -> None:
                    held.extend(rows)
                    go_on(known, span)

                self._worker.read(lambda journal: read_held(journal, now, *part), take, self._fail)
                return
            self._worker.read(
                lambda journal: facts_of(journal, now, known, span, held, self._first_weekday),
                lambda facts: then(facts) if wanted() else None,
                self._fail,
            )

        self._worker.read(lambda journal: read_plan(journal, now), begin, self._fail)

    def _fail(self, error: KnownError) -> None:
        self.troubleChanged.emit(error_words(error))
