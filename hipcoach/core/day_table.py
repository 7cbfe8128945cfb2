"""Days as a table for a spreadsheet: one row each, empty cells where nothing is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from hipcoach.core.break_hours import SATISFIED, SKIPPED, TAKEN
from hipcoach.core.evidence import counts
from hipcoach.core.history import DayHistory
from hipcoach.core.trends import Standing

DAY_COLUMNS: Final = (
    "date", "sessions", "held_s", "effort", "pain_during", "pain_next_day", "soreness", "pinch",
    "sketchy", "tolerance", "level", "weekly_min", "weekly_max", "red_flags", "cleared_by",
    "breaks_taken", "breaks_satisfied", "breaks_skipped", "notes",
)  # fmt: skip
"""Names that never change; days as ISO text, pain and effort 0 to 10, levels 1 to 3."""


def day_rows(
    days: Sequence[DayHistory], standings: Sequence[Standing]
) -> Iterator[tuple[object, ...]]:
    """A row for each day; `standings` cover the same days (`Trends.standings`)."""
    plans = iter(one for one in standings for _day in range((one.last - one.first).days + 1))
    for one, plan in zip(days, plans, strict=True):
        felt, rows = one.felt, [row for row in one.sessions if counts(row)]
        least, most = plan.target or (None, None)
        ends = [sum(map(one.count, kinds)) for kinds in (TAKEN, SATISFIED, SKIPPED)]
        yield (
            one.day.isoformat(),
            len(rows),
            round(sum(row.held_s for row in rows), 1),
            felt.effort,
            felt.pain_during,
            felt.pain_next_day,
            felt.soreness.value if felt.soreness else None,
            felt.pinch,
            felt.sketchy,
            one.tolerance.value if one.tolerance else None,
            plan.level or None,
            least,
            most,
            list(felt.flags) or None,
            "; ".join(row.by for row in one.clearances) or None,
            *ends,
            "; ".join(note.words for note in one.notes) or None,
        )
