"""What the person says about themselves, on its way from the page to the journal and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipcoach.core.plan_log import AboutYou
from hipcoach.core.value import value

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@value
class SetUp:
    """What was said: an intent. The fields are those of `AboutYou`."""

    goals: tuple[str, ...] = ()
    usual_pain: int | None = None
    kneels: bool | None = None
    props: tuple[str, ...] | None = None
    weekdays: tuple[int, ...] = ()
    time: str = ""


def set_up_of(about: AboutYou | None) -> SetUp:
    """What was said last; of nothing nothing."""
    if about is None:
        return SetUp()
    return SetUp(
        about.goals, about.usual_pain, about.kneels, about.props, about.weekdays, about.time
    )


def row_of(said: SetUp, row_id: UUID, at: datetime) -> AboutYou:
    """What was said as the journal keeps it."""
    return AboutYou(
        row_id,
        at,
        said.goals,
        said.usual_pain,
        said.kneels,
        said.props,
        said.weekdays,
        said.time,
    )
