"""What the journal says of the person, before a session begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hipcoach.core.safety import advice
from hipcoach.core.value import value
from hipcoach.ports import Journal

if TYPE_CHECKING:
    from datetime import datetime

    from hipcoach.app.plan_book import PlanKnown
    from hipcoach.core.journal import SafetyAnswers, SessionRecord
    from hipcoach.core.safety import Advice


@value
class Known:
    """What the journal says that matters before a session."""

    safety: SafetyAnswers | None = None
    last: SessionRecord | None = None
    unfinished: SessionRecord | None = None
    """Practice that broke off."""
    times_done: Mapping[str, int] | None = None
    plan: PlanKnown | None = None
    stamp: str = ""
    """Of the journal (`Journal.stamp`): with another one nothing of this is sure to be true."""

    @property
    def stop(self) -> Advice | None:
        """Why nothing is to be practised; `None`: nothing speaks against it."""
        plan, safety = self.plan, self.safety
        if safety and safety.flags and (plan is None or plan.at <= safety.at):
            return advice(safety.flags)
        return plan.stop if plan else None


def read_known(journal: Journal, now: datetime, before: Known | None) -> Known:
    """Ask the journal; of `before` what is still true is not worked out again."""
    # Here, not above: a window shows its first picture before anything is known.
    from hipcoach.app.plan_book import read_plan  # noqa: PLC0415
    from hipcoach.core.journal import SafetyAnswers  # noqa: PLC0415

    stamp = journal.stamp()
    kept = before if before and before.stamp == stamp else None
    return Known(
        journal.newest(SafetyAnswers),
        journal.last_session(),
        _broken_off(journal),
        journal.times_done(),
        read_plan(journal, now, kept.plan if kept else None),
        stamp,
    )


def _broken_off(journal: Journal) -> SessionRecord | None:
    """Practice that broke off; a break that did is over."""
    from hipcoach.core.journal import Purpose  # noqa: PLC0415 - see above

    record = journal.unfinished()
    return None if record and record.opened.purpose is Purpose.BREAK else record
