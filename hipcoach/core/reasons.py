"""The codes of the reasons that a plan or a rung rests on.

They are kept in the journal and never change. Each tells its numbers: days as ISO dates, pain
with the usual pain already taken off.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from hipcoach.core.plan import Reason


class PlanReason(StrEnum):
    """What decided the plan: one of these comes first."""

    FIRST_TIME = "first-time"
    """Nothing has been practised yet: the first level, today."""
    CLEARED = "cleared"
    """A clearance of `day` ended a stop: the first level anew."""
    LONG_GAP = "long-gap"
    """`days` without practice since `last`, more than `limit`: the first level anew."""
    GAP = "gap"
    """`days` without practice since `last`, at least `limit`: down `from` a level `to` another."""
    GAP_AT_FIRST_LEVEL = "gap-at-first-level"
    """The same where there is no level below: it stays, at its full target."""
    RED_DAY = "red-day"
    """The session of `day` was too much: down `from` a level `to` another."""
    RED_AT_FIRST_LEVEL = "red-at-first-level"
    """The same where there is no level below: the gentlest variants, once or twice a week."""
    AMBER_DAY = "amber-day"
    """The session of `day` was enough: the level stays."""
    UNKNOWN_DAY = "unknown-day"
    """Too little is known of `day`: the level stays."""
    GREEN_DAY = "green-day"
    """`day` was tolerated, `green` days running; more is needed to go up."""
    TWO_GREEN_SEVEN_DAYS = "two-green-seven-days"
    """Up on `day`: at the first level `since` for `days`, of which `green` running were GREEN."""
    SIX_GREEN_FOURTEEN_DAYS = "six-green-fourteen-days"
    """Up on `day`: at the second level `since` for `days`, of which `green` running were GREEN."""
    CEILING_LOWERED = "ceiling-lowered"
    """Down `from` a level `to` the most that the person wants, since `day`."""
    CEILING = "ceiling"
    """Could go up, and stays at the most that the person wants, `level`."""
    RED_FLAG = "red-flag"
    """A warning sign, of `since`; `flags` are its codes, with commas between."""
    THREE_RED = "three-red"
    """`days` RED running, the newest on `since`."""
    THREE_PINCHES = "three-pinches"
    """A pinch in `sessions` running, the newest on `since`."""


class EvidenceReason(StrEnum):
    """What made a day AMBER, RED or UNKNOWN; each tells the `day`."""

    PAIN_DURING = "pain-during"
    """`value` of 10, at or above `limit`."""
    PAIN_NEXT_DAY = "pain-next-day"
    """`value` of 10, at or above `limit`."""
    SORENESS = "soreness"
    """`value`: moderate or severe."""
    MODERATE_TWICE = "moderate-twice"
    """At least moderately sore twice running."""
    SKETCHY = "sketchy"
    """It did not feel right the next day."""
    EFFORT = "effort"
    """`value` of 10, at or above `limit`."""
    PINCH = "pinch"
    """At the front of the hip, once and mildly."""
    PINCH_WITH_PAIN = "pinch-with-pain"
    """With pain of `value` during the session, at or above `limit`."""
    PINCH_THEN_PAIN = "pinch-then-pain"
    """With pain of `value` the next day, at or above `limit`."""
    PINCH_TWICE = "pinch-twice"
    """In `sessions` running."""
    RISING = "rising"
    """Next-day pain rose twice running: `first`, `second`, `third`."""
    NOT_COMPLETED = "not-completed"
    """The session was not finished."""
    NOT_ANSWERED = "not-answered"
    """`fields` lists what is not known, with commas between."""


class RestReason(StrEnum):
    """Why the next session is not on plan before the day `until`."""

    REST_DAYS = "rest-days"
    """`days` after the session of `day`, by the level."""
    REST_AFTER_AMBER = "rest-after-amber"
    """`days` after `day`, which was AMBER."""
    REST_AFTER_RED = "rest-after-red"
    """`days` after `day`, which was RED."""
    WEEK_FULL = "week-full"
    """`most` sessions in any 7 days, and `sessions` are done since `since`."""


class NextReason(StrEnum):
    """What would change the plan; the last of its reasons."""

    NEEDS_CLEARANCE = "needs-clearance"
    """A health professional's word that practice may go on."""
    NEEDS_GREEN = "needs-green"
    """`more` GREEN days running for `level`, which comes on `from` at the earliest."""
    NEEDS_DAYS = "needs-days"
    """GREEN days are enough; `level` comes on `from`."""
    AT_CEILING = "at-ceiling"
    """The person wants no more than `level`."""
    AT_TOP = "at-top"
    """There is no level above."""


class RungReason(StrEnum):
    """Why an exercise goes to another rung; each tells `exercise`, `from` and `to`."""

    EASED = "rung-eased"
    """Made easier, or pinched, in the middle of the session of `day`."""
    PINCH = "rung-pinch"
    """A pinch in the session of `day`, told afterwards."""
    RED_DAY = "rung-red-day"
    """`day` was RED."""
    GENTLEST = "rung-gentlest"
    """Only the gentlest variants are on plan."""
    START_AGAIN = "rung-start-again"
    """Practice starts again: no higher than where a newcomer begins."""
    TWO_GREEN = "rung-two-green"
    """Two GREEN days at its rung, the newest on `day`."""


def reason(code: StrEnum, **numbers: int | str | date) -> Reason:
    """A reason with its numbers sorted; `from_` stands for `from`."""
    told = {
        name.rstrip("_"): value.isoformat() if isinstance(value, date) else value
        for name, value in numbers.items()
    }
    return Reason(code.value, tuple(sorted(told.items())))
