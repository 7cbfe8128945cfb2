"""A report for a professional, from the journal to a file."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from hipcoach.app.span_reading import SpanFacts, first_day, read_facts
from hipcoach.bootstrap.environment import Environment, content_of
from hipcoach.bootstrap.exchange import written
from hipcoach.core.csv_text import csv_text
from hipcoach.core.day_table import DAY_COLUMNS, day_rows
from hipcoach.core.errors import UsageError
from hipcoach.core.practice_day import practice_day

# ruff: noqa: PLC0415 - Qt comes when there is something to be drawn


def read_span(environment: Environment, first: date | None, last: date | None) -> SpanFacts:
    """What is known of a span; without `first` three months, not far beyond the first session.

    Raises UsageError where there is nothing to tell, StoreError.
    """
    from hipcoach.app.plan_book import read_plan
    from hipcoach.app.plan_view import first_weekday
    from hipcoach.app.spans import SpanChoice, first_of

    now = environment.clock().now()
    end = last or practice_day(now)
    with environment.journal() as journal:
        begin = first
        if begin is None:
            begin = first_of(SpanChoice.THREE_MONTHS, end, first_day(read_plan(journal, now)))
        if begin > end:
            raise UsageError("span-backwards", {"day": begin})
        facts = read_facts(journal, now, begin, end, first_weekday())
    if facts.empty:
        raise UsageError("nothing-to-report", {"first": begin, "last": end})
    return facts


def write_report(environment: Environment, facts: SpanFacts, path: Path) -> None:
    """Write the report of a span; raises ContentError, KnownError."""
    content = content_of(environment.paths, pictures=False).everything()
    _draws_unseen()
    from PySide6.QtGui import QGuiApplication

    from hipcoach.app.plan_view import first_weekday
    from hipcoach.app.report_view import report_of
    from hipcoach.ui.report.pdf import pdf_of

    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        keep_report(path, pdf_of(report_of(facts, content, first_weekday())))
    finally:
        application.shutdown()


def write_days(facts: SpanFacts, path: Path) -> None:
    """Write the days of a span as CSV; raises KnownError."""
    table = csv_text(DAY_COLUMNS, day_rows(facts.days, facts.trends.standings))
    keep_report(path, "".join(table).encode())


def keep_report(path: Path, content: bytes) -> None:
    """A file that is there whole or not at all, for its owner alone; raises KnownError."""
    with written(path) as file:
        file.write(content)


def _draws_unseen() -> None:
    """Need no display to draw."""
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
