"""What a person can choose about breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from math import isfinite
from typing import Final

from hipcoach.core.hours import Hours, read_dates, read_week
from hipcoach.core.value import value

_MAY_BE_ZERO: Final = frozenset({"notice_s", "settle_s", "again_s", "snooze_limit"})


@value
class BreakSettings:
    """The lengths, in seconds, and the hours; without arguments the defaults.

    Raises ValueError for a length that is not above 0, or below 0 where 0 has a meaning.
    """

    interval_s: float = 3600
    """Sitting time until a break."""
    break_s: float = 90
    """A break; half of it counts as taken."""
    notice_s: float = 30
    """So long before the break a notice; 0: never."""
    idle_after_s: float = 60
    """Away after so long without input."""
    credit_s: float = 300
    """So long away is a break taken."""
    settle_s: float = 20
    """So long present and unguarded before a break that had to wait is offered."""
    offer_s: float = 120
    """An offer that stands so long is ignored."""
    again_s: float = 600
    """Sitting time until an ignored break is offered again."""
    snooze_limit: int = 3
    """Snoozes of one break; 0: as many as are wanted."""
    hours: Hours = field(default_factory=Hours)

    def __post_init__(self) -> None:
        for key in LENGTHS:
            value = getattr(self, key)
            # Python's yes and no are numbers too.
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if not number or not isfinite(value) or value < 0 or not (value or key in _MAY_BE_ZERO):
                raise ValueError(f"{key} can't be {value!r}")
        if not isinstance(self.snooze_limit, int):
            raise ValueError(f"snooze_limit can't be {self.snooze_limit!r}")  # noqa: TRY004 - one kind for every bad value

    def with_table(self, table: Mapping[str, object]) -> BreakSettings:
        """The same but for what the table names, as a settings file holds it.

        Its keys are the lengths above, `hours` (lists of ranges by weekday), `days_off` (list
        of dates) and `always`. Raises KeyError for an unknown key, HoursError for hours that
        can't be understood, ValueError for any other value.
        """
        hours, lengths = self.hours, {}
        for key, found in table.items():
            match key:
                case "hours":
                    hours = replace(hours, week=read_week(found))
                case "days_off":
                    hours = replace(hours, days_off=read_dates(found))
                case "always":
                    if not isinstance(found, bool):
                        raise ValueError(f"always can't be {found!r}")  # noqa: TRY004 - one kind for every bad value
                    hours = replace(hours, always=found)
                case _ if key in LENGTHS:
                    lengths[key] = found
                case _:
                    raise KeyError(key)
        return replace(self, hours=hours, **lengths)  # type: ignore[arg-type]  # checked when it is built

    def table(self) -> dict[str, object]:
        """Everything in force as plain values, for the journal or a settings file."""
        return {
            **{key: getattr(self, key) for key in LENGTHS},
            "hours": self.hours.table(),
            "days_off": [day.isoformat() for day in sorted(self.hours.days_off)],
            "always": self.hours.always,
        }


LENGTHS: Final = tuple(key for key in BreakSettings.__dataclass_fields__ if key != "hours")
"""Keys of the settings that are numbers."""
