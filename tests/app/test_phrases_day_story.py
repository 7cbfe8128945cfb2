"""What the story of a day says of the plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hipcoach.app.phrases.day_story import plan_title
from hipcoach.core.plan import Action, Plan

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("next_day", "practised", "today", "title"),
    [
        (MONDAY, False, MONDAY, "A session is on plan"),
        (MONDAY, False, MONDAY + DAY, "A session was on plan"),
        (MONDAY + 2 * DAY, False, MONDAY + DAY, "Rest day, on plan"),
        (MONDAY + 2 * DAY, True, MONDAY + DAY, "After the session of this day"),
        (None, True, MONDAY, "Practice is paused"),
        (None, False, MONDAY + DAY, "Practice was paused"),
    ],
)
def test_the_plan_of_a_day_is_named_for_what_it_asks(
    next_day: date | None, practised: bool, today: date, title: str
) -> None:
    action = Action.HOLD if next_day else Action.STOP_REFER
    plan = Plan(action, 1, 2, 2, next_day, ())

    assert title == plan_title(plan, MONDAY, today, practised=practised)
