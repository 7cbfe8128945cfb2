"""A history written down as JSON, for trying the rules on it without anyone's journal.

`docs/plan.md` shows the format. The rows carry dates and no hours: a clearance counts from its
date on and ends what came before that date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Final

from hipcoach.core.errors import KnownError
from hipcoach.core.evidence import Day, any_of, sorest, worst
from hipcoach.core.plan import LEVELS
from hipcoach.core.plan_log import Soreness
from hipcoach.core.value import value

UNSPECIFIED: Final = "unspecified"
"""Code of a red flag that is told without saying which."""
MOST_PAIN: Final = 10
ASKED: Final = (
    "completed",
    "effort",
    "pain_during",
    "front_of_hip_pinch",
    "pain_next_day",
    "soreness_next_day",
    "sketchy",
)
"""Fields of a session; each may be missing or null, which is *not answered*."""
TOLD: Final = ("clearance", "baseline", "ceiling", "declined")
"""Fields that make a row one without a session, unless it has one of a session, too."""
DECLINED: Final = 2
"""The most that a person wants who declined to practise daily."""


class CaseFault(StrEnum):
    """What is wrong with a history: the codes of `CaseError`."""

    NO_HISTORY = "case-no-history"
    """The document is no object with a list `history`."""
    NO_ROW = "case-no-row"
    """Something in the list is no object; details: `row`."""
    BAD_DATE = "case-bad-date"
    """Missing, or no date such as 2026-01-05; details: `row`, `field`, `value`."""
    BAD_YES_NO = "case-bad-yes-no"
    """Neither true nor false nor null; details as above."""
    BAD_NUMBER = "case-bad-number"
    """No whole number, or outside of `least` and `most`; details as above."""
    BAD_WORD = "case-bad-word"
    """Not one of `words`; details as above."""


class CaseError(KnownError):
    """A history that can't be used; `row` counts from 1, and 0 is the document itself."""


@value
class _Fields:
    """The fields of a row, read with what they may be."""

    number: int
    """Of the row, from 1."""
    values: Mapping[str, object]

    def yes_no(self, field: str) -> bool | None:
        value = self.values.get(field)
        if value is None or isinstance(value, bool):
            return value
        raise self._fault(CaseFault.BAD_YES_NO, field)

    def whole(self, field: str, least: int = 0, most: int = MOST_PAIN) -> int | None:
        value = self.values.get(field)
        if value is None:
            return None
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise self._fault(CaseFault.BAD_NUMBER, field, least=least, most=most)

    def soreness(self, field: str) -> Soreness | None:
        value = self.values.get(field)
        if value is None:
            return None
        if isinstance(value, str) and value in list(Soreness):
            return Soreness(value)
        raise self._fault(CaseFault.BAD_WORD, field, words=", ".join(Soreness))

    def day(self) -> date:
        value = self.values.get("date")
        try:
            return date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            raise self._fault(CaseFault.BAD_DATE, "date") from None

    def _fault(self, code: CaseFault, field: str, **details: object) -> CaseError:
        value = self.values.get(field)
        return CaseError(code, {"row": self.number, "field": field, "value": value, **details})


@value
class _Row:
    """What one row says."""

    felt: Day
    """With its date, and what was felt."""
    is_session: bool
    is_break: bool
    flag: bool
    cleared: bool


def read_case(document: object) -> tuple[Day, ...]:
    """The practice days of a history, by date; the order of its rows does not matter.

    Raises CaseError, which names the row and the field.
    """
    if not isinstance(document, Mapping) or not isinstance(document.get("history"), list):
        raise CaseError(CaseFault.NO_HISTORY, {"row": 0, "field": "history"})
    found: dict[date, list[_Row]] = {}
    usual_pain = _Fields(0, document).whole("baseline")
    for number, values in enumerate(document["history"], start=1):
        if not isinstance(values, Mapping):
            raise CaseError(CaseFault.NO_ROW, {"row": number, "field": ""})
        row = _row(_Fields(number, values))
        found.setdefault(row.felt.day, []).append(row)
    days = [_together(day, rows) for day, rows in sorted(found.items())]
    if usual_pain is not None:
        days.insert(0, Day(date.min, usual_pain=usual_pain))
    return tuple(days)


def _row(fields: _Fields) -> _Row:
    levels = {"least": LEVELS[0], "most": LEVELS[-1]}
    declined = DECLINED if fields.yes_no("declined") else None
    felt = Day(
        fields.day(),
        completed=fields.yes_no("completed"),
        effort=fields.whole("effort"),
        pain_during=fields.whole("pain_during"),
        pinch=fields.yes_no("front_of_hip_pinch"),
        pain_next_day=fields.whole("pain_next_day"),
        soreness=fields.soreness("soreness_next_day"),
        sketchy=fields.yes_no("sketchy"),
        ceiling=_least(fields.whole("ceiling", **levels), declined),
        usual_pain=fields.whole("baseline"),
    )
    is_break, flag = fields.yes_no("break") or False, fields.yes_no("red_flag") or False
    cleared = fields.yes_no("clearance") or False
    # A bare date, even one that denies every warning sign, is a session nobody was asked about.
    tells_more = flag or any(field in fields.values for field in TOLD)
    asked = any(field in fields.values for field in ASKED)
    return _Row(felt, not is_break and (asked or not tells_more), is_break, flag, cleared)


def _together(day: date, rows: Sequence[_Row]) -> Day:
    """What the rows of one date say together: the worst that is known."""
    sessions = [row.felt for row in rows if row.is_session]
    breaks = [row.felt for row in rows if row.is_break]
    flagged = any(row.flag for row in rows)
    at_start = datetime.combine(day, time.min, tzinfo=UTC)
    at_end = datetime.combine(day, time.max, tzinfo=UTC)
    return Day(
        day,
        practised=bool(sessions),
        completed=any_of(row.completed for row in sessions),
        effort=worst(row.effort for row in sessions),
        pain_during=worst(row.pain_during for row in sessions),
        pinch=any_of(row.pinch for row in sessions),
        pain_next_day=worst(row.pain_next_day for row in sessions),
        soreness=sorest(row.soreness for row in sessions),
        sketchy=any_of(row.sketchy for row in sessions),
        break_pain=worst(row.pain_during for row in breaks),
        break_pinch=any_of(row.pinch for row in breaks) or False,
        flags=(UNSPECIFIED,) if flagged else (),
        flagged_at=at_end if flagged else None,
        felt_at=at_end if sessions or breaks else None,
        cleared_at=at_start if any(row.cleared for row in rows) else None,
        ceiling=_least(*(row.felt.ceiling for row in rows)),
        usual_pain=_least(*(row.felt.usual_pain for row in rows)),
    )


def _least(*values: int | None) -> int | None:
    """The smallest that is known."""
    return min((value for value in values if value is not None), default=None)
