"""A month and a year of ten, read from the journal and grouped into days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter  # noqa: TID251 - it measures

from bench.decade import END, write_decade
from bench.pairs import in_turn, row
from hipcoach.app.plan_book import read_plan
from hipcoach.core.history import days_of_history, moments_around
from hipcoach.core.tolerance import Tolerance
from hipcoach.ports import Journal
from hipcoach.store.journal import open_journal

MONTH = date(2021, 5, 1), date(2021, 5, 31)
YEAR = date(2021, 1, 1), date(2021, 12, 31)
MONTH_MS = 16.0
YEAR_MS = 50.0
ABOVE_EMPTY = 3.0
ROUNDS = 15

Figure = tuple[str, str, str, bool]


def rows() -> list[Figure]:
    """Medians after the first; the painting of them is not in these."""
    with TemporaryDirectory() as name:
        full, empty = Path(name, "full"), Path(name, "empty")
        full.mkdir()
        write_decade(full)
        with (
            closing(open_journal(full / "journal.sqlite")) as journal,
            closing(open_journal(empty / "journal.sqlite")) as nothing,
        ):
            classes = read_plan(journal, END).ramp.classes()
            month = in_turn(_reading(journal, MONTH, classes), _reading(nothing, MONTH, {}), ROUNDS)
            year = median(_reading(journal, YEAR, classes)() for _ in range(ROUNDS))
        return [
            _row("a month of ten years", month.own, MONTH_MS),
            row("the same, against an empty journal", month, "ms", ABOVE_EMPTY),
            _row("a year of ten", year, YEAR_MS),
        ]


def _reading(
    journal: Journal, span: tuple[date, date], classes: Mapping[date, Tolerance]
) -> Callable[[], float]:
    """Milliseconds until the days of a span are there."""

    def read() -> float:
        start = perf_counter()
        days_of_history(journal.history(*moments_around(*span, END)), classes, *span)
        return (perf_counter() - start) * 1000

    return read


def _row(measure: str, milliseconds: float, limit: float) -> Figure:
    return measure, f"{milliseconds:.1f} ms", f"at most {limit:g} ms", milliseconds <= limit
