"""The plan as a value: how often to practise, from when on, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hipcoach.core.value import value

if TYPE_CHECKING:
    from datetime import date

RULES_VERSION: Final = 1
"""Of the rules in `core.ramp`: a stored plan keeps the one that it was made by."""

LEVELS: Final = (1, 2, 3)
TARGETS: Final = {1: (2, 2), 2: (3, 4), 3: (5, 7)}
"""Sessions a week at each level, at least and at most."""
GENTLE_TARGET: Final = (1, 2)
"""At level 1 after a back-off: with the gentlest variants."""
STOPPED: Final = (0, 0)


class Action(StrEnum):
    """What the plan does; the codes are kept in the journal and never change."""

    START = "start"
    HOLD = "hold"
    ADVANCE = "advance"
    BACK_OFF = "back_off"
    STOP_REFER = "stop_refer"


@value
class Reason:
    """One of the facts that a plan rests on, as a code and its numbers."""

    code: str
    numbers: tuple[tuple[str, int | str], ...] = ()
    """(name, value), sorted by name; dates as ISO text."""


@value
class Plan:
    """How often to practise, for one practice day."""

    action: Action
    level: int
    """1 to 3; while the plan is stopped, 1."""
    weekly_min: int
    weekly_max: int
    """Sessions in 7 days, at least and at most."""
    next_day: date | None
    """The first day on which a session is on plan; `None` while the plan is stopped."""
    reasons: tuple[Reason, ...] = ()
    """The decisive one first."""
    rules_version: int = RULES_VERSION

    @property
    def stopped(self) -> bool:
        """Whether nothing is to be practised until a clearance is recorded."""
        return self.action is Action.STOP_REFER

    @property
    def gentle(self) -> bool:
        """Whether only the gentlest variants are on plan."""
        return (self.weekly_min, self.weekly_max) == GENTLE_TARGET

    def due(self, day: date) -> bool:
        """Whether a session on that day is on plan."""
        return self.next_day is not None and self.next_day <= day
