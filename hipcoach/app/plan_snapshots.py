"""What the pages show of the plan, as values; all words are ready to show."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hipcoach.core.plan import Action
from hipcoach.core.safety import Advice
from hipcoach.core.value import value

if TYPE_CHECKING:
    from datetime import date

    from hipcoach.core.plan_log import Reply, Soreness


class DotState(StrEnum):
    """How a day of the week stands."""

    DONE = "done"
    """A session was done."""
    EASED = "eased"
    """A session was done, and it told to hold or to back off."""
    DUE = "due"
    """A session is on plan."""
    FREE = "free"
    """Still to come, and open."""
    REST = "rest"
    """A rest day, on plan."""


@value
class WeekDot:
    """One day of the week that is shown."""

    day: date
    initial: str
    """Short name of the weekday."""
    state: DotState
    today: bool
    words: str
    """The day in a sentence, for a tooltip and for who can't see it."""


@value
class Asked:
    """A question how a practice day felt afterwards."""

    day: date
    days_after: int
    """1, or 2 for the second question."""
    words: str
    """The question in a sentence."""
    quiet: bool = False
    """Whether it can be answered and is not asked: an earlier day, or a wish for peace."""


@value
class Told:
    """What was answered to it: an intent."""

    day: date
    days_after: int
    reply: Reply
    pain: int | None = None
    soreness: Soreness | None = None
    sketchy: bool | None = None
    flags: tuple[str, ...] = ()
    """Codes of red flags that were ticked along with it."""


@value
class Cleared:
    """A clearance as the person records it: an intent."""

    day: date
    by: str
    words: str


@value
class MuscleMinutes:
    """What a muscle had of stretch in the week so far."""

    name: str
    minutes: float
    """On the side that had less."""
    words: str
    """The minutes in words, such as `4 min`."""


@value
class PlanSnapshot:
    """The plan on the Today page."""

    action: Action
    headline: str
    """Such as `A session is due today` or `Rest day, on plan`."""
    reason: str
    """Why, in one sentence."""
    week: tuple[WeekDot, ...]
    """Seven days, from the first day of the week where the person lives."""
    week_words: str
    """Such as `1 of 2 sessions in these 7 days`."""
    routine: str
    """The id of the routine that is suggested; empty while the plan is stopped."""
    more_words: str = ""
    """A calm warning where a session today is more than the plan; empty: it is on plan."""
    offer_words: str = ""
    """Asks whether the next level is wanted, where it is a choice; empty: nothing to choose."""
    asked: tuple[Asked, ...] = ()
    """Open questions, the newest first; those of days before can be filled in."""
    changed: tuple[str, ...] = ()
    """What is otherwise in the routine than the last time, or than in the library, and why."""
    balance_words: str = ""
    """What the week has had so far and what it lacks, in a sentence."""
    muscles: tuple[MuscleMinutes, ...] = ()
    """Minutes of stretch in the week so far, the most first; empty: none is known."""
    break_words: str = ""
    """Stretch breaks of today, in a sentence."""
    stop: Advice | None = None
    """Why all is stopped; a stop without a red flag has no flags in it."""
    stopped_since: date | None = None
    """The day on which what stops it was noted; a clearance can't be older."""


@value
class WhySnapshot:
    """Why the plan of a day is as it is, from the reasons that were kept."""

    day: date
    title: str
    """The day, in words."""
    headline: str
    evidence: tuple[str, ...]
    """What it rests on, a sentence each."""
    rule: str
    """Which rule follows from it, in a sentence."""
    change: tuple[str, ...]
    """What would change it, a sentence each."""
    earlier: date | None
    """The day before it of which a plan is kept."""
    later: date | None
    version_words: str
    """By which version of the rules."""
    may_lift: bool = False
    """Whether the person's own limit keeps the plan from going up, and can be lifted now."""
