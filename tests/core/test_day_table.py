"""Days as rows for a spreadsheet."""

from __future__ import annotations

from dataclasses import replace

from hipcoach.core.csv_text import csv_text
from hipcoach.core.day_table import DAY_COLUMNS, day_rows
from hipcoach.core.ramp import ramp_of
from hipcoach.core.tolerance import Tolerance
from hipcoach.core.trends import trends_of
from tests.core.histories import history, jan
from tests.core.test_trends import span


def rows(text: str, last: int) -> list[dict[str, object]]:
    days = history(text)
    ramp = ramp_of(days)
    told = [
        replace(one, tolerance=ramp.classes().get(one.day)) for one in span(days, jan(1), jan(last))
    ]
    standings = trends_of(told, ramp).standings
    return [dict(zip(DAY_COLUMNS, row, strict=True)) for row in day_rows(told, standings)]


def test_every_day_is_a_row() -> None:
    assert [f"2026-01-{day:02}" for day in range(1, 8)] == [one["date"] for one in rows("3", 7)]


def test_what_is_not_known_is_an_empty_cell_and_what_is_none_is_zero() -> None:
    before, practised, after = rows("2?", 3)

    assert (0, 0.0, None, None) == tuple(
        before[name] for name in ("sessions", "held_s", "pain_during", "level")
    )
    assert (1, 300.0, 1, None, Tolerance.UNKNOWN.value) == tuple(
        practised[name]
        for name in ("sessions", "held_s", "pain_during", "pain_next_day", "tolerance")
    )
    assert (1, 2, 2) == tuple(after[name] for name in ("level", "weekly_min", "weekly_max"))


def test_a_stop_asks_for_nothing_and_names_its_signs() -> None:
    _first, flagged, stopped = rows("1 2F", 3)

    assert (["fever"], 0, 0) == (
        flagged["red_flags"], stopped["weekly_min"], stopped["weekly_max"],
    )  # fmt: skip


def test_a_spreadsheet_reads_it() -> None:
    days = history("1")
    told = span(days, jan(1), jan(1))
    lines = "".join(
        csv_text(DAY_COLUMNS, day_rows(told, trends_of(told, ramp_of(days)).standings))
    ).split("\r\n")

    assert lines[1].startswith("2026-01-01,1,300.0,5,1,0,none,false,false,,1,2,2,,,0,0,0,")
    assert len(DAY_COLUMNS) == len(lines[1].split(","))
