"""Reads what trends and reports tell in the journal's thread, and words it there as well.

What that takes is imported there, too: the window never waits.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.core.errors import KnownError
from hipcoach.ports import Clock, ContentSource, Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from hipcoach.app.plan_book import PlanKnown
    from hipcoach.app.report_snapshots import ReportSnapshot
    from hipcoach.app.span_reading import SpanFacts
    from hipcoach.app.spans import Span
    from hipcoach.core.content import Content

_Told = TypeVar("_Told")


class TrendsDesk(QObject):
    """Gives the charts of a span, and a report of one."""

    changed = Signal(object)
    """A `TrendsSnapshot`."""
    reportReady = Signal(object)
    """A `ReportSnapshot`."""
    reportFailed = Signal(str)
    """Why there is no report, in a sentence."""
    troubleChanged = Signal(str)
    """Why trends can't be told, in a sentence."""

    def __init__(
        self,
        content: ContentSource,
        clock: Clock,
        worker: JournalWorker,
        first_weekday: int,
        known: Callable[[], PlanKnown | None] = lambda: None,
    ) -> None:
        """`first_weekday` is 0 for Monday; `known` gives the plan as it was read last."""
        super().__init__()
        self._content = content
        self._clock = clock
        self._worker = worker
        self._first_weekday = first_weekday
        self._known = known
        self._newest = 0
        """Number of the span that was asked for last: others are not read any more."""
        self._report = 0
        """The same of reports."""

    @property
    def days(self) -> tuple[date | None, date]:
        """The first day of which a session is known, and today."""
        from hipcoach.app.span_reading import first_day
        from hipcoach.core.practice_day import practice_day

        known = self._known()
        return first_day(known) if known else None, practice_day(self._clock.now())

    def show(self, span: Span) -> None:
        """Read a span and show its charts."""
        self._newest += 1
        number = self._newest

        def told(facts: SpanFacts, content: Content) -> object:
            from hipcoach.app.trends_view import trends_snapshot

            return trends_snapshot(facts, content, self._first_weekday)

        self._read(
            span,
            told,
            self.changed.emit,
            self.troubleChanged.emit,
            lambda: number == self._newest,
        )

    def report(self, span: Span) -> None:
        """Read a span for a report; what was asked for before is not told any more."""
        self._report += 1
        number = self._report

        def told(facts: SpanFacts, content: Content) -> ReportSnapshot | str:
            from hipcoach.app.phrases.trends import empty_words
            from hipcoach.app.report_view import report_of

            if facts.empty:
                return empty_words(ever=bool(facts.known.log.practice))
            return report_of(facts, content, self._first_weekday)

        def tell(report: ReportSnapshot | str) -> None:
            if isinstance(report, str):
                self.reportFailed.emit(report)
            else:
                self.reportReady.emit(report)

        self._read(span, told, tell, self.reportFailed.emit, lambda: number == self._report)

    def _read(
        self,
        span: Span,
        told: Callable[[SpanFacts, Content], _Told],
        tell: Callable[[_Told], None],
        say: Callable[[str], None],
        wanted: Callable[[], bool],
    ) -> None:
        """Let `tell` have what is `told` of a span, or `say` why not, as long as it is wanted."""
        now, known = self._clock.now(), self._known()

        def fail(error: KnownError) -> None:
            from hipcoach.app.phrases.errors import error_words

            if wanted():
                say(error_words(error))

        try:
            content = self._content.everything()
        except KnownError as error:
            fail(error)
            return

        def read(journal: Journal) -> _Told | None:
            if not wanted():
                return None
            facts = self._facts(journal, span, now, known)
            return told(facts, content) if wanted() else None

        def answer(found: _Told | None) -> None:
            if found is not None and wanted():
                tell(found)

        self._worker.read(read, answer, fail)

    def _facts(
        self, journal: Journal, span: Span, now: datetime, before: PlanKnown | None
    ) -> SpanFacts:
        from hipcoach.app.plan_book import read_plan
        from hipcoach.app.span_reading import charted_facts, first_day
        from hipcoach.app.spans import span_of
        from hipcoach.core.practice_day import practice_day

        known = read_plan(journal, now, before)
        days: tuple[date, date] = span_of(span, practice_day(now), first_day(known))
        return charted_facts(journal, known, days, self._first_weekday)
