"""The plan on the desk: what is shown follows what is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hipcoach.app.by_hand import rows_by_hand
from hipcoach.app.plan_snapshots import Cleared, PlanSnapshot, Told, WhySnapshot
from hipcoach.app.session_log import write_row
from hipcoach.app.session_plan import Person, plan_of
from hipcoach.app.set_up import SetUp
from hipcoach.core.plan import Action
from hipcoach.core.plan_log import (
    AboutYou,
    Ceiling,
    Clearance,
    NextDayAnswers,
    PlanDecided,
    Reply,
    Soreness,
)
from hipcoach.core.settings import Settings
from tests.app.coach_stand import DAMAGED, CoachStand

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


class PlanStand(CoachStand):
    """A coach of whose plan everything is written down."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.plans: list[PlanSnapshot | None] = []
        self.whys: list[WhySnapshot] = []
        self.coach.plan.planChanged.connect(self.plans.append)
        self.coach.plan.whyReady.connect(self.whys.append)
        self.answered()

    @property
    def action(self) -> Action:
        """What the plan that is shown does."""
        return self.plan.action

    @property
    def plan(self) -> PlanSnapshot:
        """The plan that is shown."""
        shown = self.plans[-1]
        assert shown is not None
        return shown

    def practised(self, days_ago: int, **felt: Any) -> date:
        """A session so many days ago, and its practice day."""
        at = self.clock.now() - days_ago * DAY
        plan = plan_of(self.content.everything(), "gentle-start", Settings(), Person())
        told = {"effort": 4, "pain_during": 1, "pinch": False, **felt}
        for row in rows_by_hand(plan, at, self.clock, completed=True, **told):
            write_row(self.journal, row)
        return at.date()

    def told(self, day: date, **felt: Any) -> None:
        """How that day felt afterwards, and wait for the plan that follows."""
        seen = len(self.plans)
        fine = {"pain": 0, "soreness": Soreness.NONE, "sketchy": False}
        self.coach.plan.tell(Told(day, 1, Reply.ANSWERED, **{**fine, **felt}))
        self.qtbot.waitUntil(lambda: len(self.plans) > seen)


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[PlanStand]:
    made = PlanStand(qtbot)
    yield made
    made.close()


def test_who_begins_is_told_to_practise_today(stand: PlanStand) -> None:
    stand.begin()

    assert Action.START is stand.action
    assert "gentle-start" == stand.plan.routine
    assert () == stand.plan.asked


def test_the_plan_of_a_day_is_kept_once_with_its_reasons(stand: PlanStand) -> None:
    stand.begin()
    stand.look()
    stand.written()

    (kept,) = stand.journal.all_of(PlanDecided)
    assert (MONDAY, Action.START) == (kept.day, kept.plan.action)
    assert "first-time" == kept.plan.reasons[0].code


def test_a_plan_that_changes_during_the_day_is_kept_again(stand: PlanStand) -> None:
    day = stand.practised(1)
    stand.begin()
    stand.told(day, pain=5)
    stand.written()

    actions = [row.plan.action for row in stand.journal.all_of(PlanDecided)]
    assert [Action.HOLD, Action.BACK_OFF] == actions


def test_the_day_before_is_asked_about_until_it_was_answered(stand: PlanStand) -> None:
    day = stand.practised(1)
    stand.begin()
    assert [(day, 1, False)] == [(one.day, one.days_after, one.quiet) for one in stand.plan.asked]

    stand.told(day)
    assert () == stand.plan.asked
    (row,) = stand.journal.all_of(NextDayAnswers)
    assert (0, Soreness.NONE, False) == (row.pain, row.soreness, row.sketchy)


def test_days_further_back_can_be_filled_in_and_are_not_asked_for(stand: PlanStand) -> None:
    far, near = stand.practised(4), stand.practised(1)
    stand.begin()

    assert [(near, False), (far, True)] == [(one.day, one.quiet) for one in stand.plan.asked]


def test_a_sign_that_was_ticked_stops_everything_until_a_clearance(stand: PlanStand) -> None:
    day = stand.practised(1)
    stand.begin()
    stand.clock.advance(60)
    stand.told(day, flags=("fever",))
    assert Action.STOP_REFER is stand.action
    assert stand.plan.stop is not None
    assert ("fever",) == stand.plan.stop.flags
    assert "" == stand.plan.routine

    stand.clock.advance(60)
    seen = len(stand.plans)
    stand.coach.plan.clear(Cleared(MONDAY, "Dr. Weber", "You may go on."))
    stand.qtbot.waitUntil(lambda: len(stand.plans) > seen)
    assert "start" == stand.action.value
    (row,) = stand.journal.all_of(Clearance)
    assert (MONDAY, "Dr. Weber", "You may go on.") == (row.day, row.by, row.words)


def test_what_the_person_says_of_themselves_is_kept_and_heeded(stand: PlanStand) -> None:
    stand.begin()
    assert stand.coach.plan.about is None

    seen = len(stand.plans)
    stand.coach.plan.set_up(SetUp(kneels=False, usual_pain=2, weekdays=(0, 3), time="18:00"))
    stand.qtbot.waitUntil(lambda: len(stand.plans) > seen)
    (row,) = stand.journal.all_of(AboutYou)
    assert row == stand.coach.plan.about
    assert (False, 2, (0, 3), "18:00") == (row.kneels, row.usual_pain, row.weekdays, row.time)


@pytest.mark.parametrize(("wish", "level"), [("accept", 3), ("decline", 2)])
def test_the_next_level_is_taken_or_declined(stand: PlanStand, wish: str, level: int) -> None:
    stand.begin()
    getattr(stand.coach.plan, wish)()
    stand.written()

    (row,) = stand.journal.all_of(Ceiling)
    assert level == row.level


def test_why_tells_the_reasons_that_were_kept_not_new_ones(stand: PlanStand) -> None:
    day = stand.practised(1)
    stand.begin()
    stand.told(day, pain=5)
    stand.coach.plan.ask_why(None)
    stand.qtbot.waitUntil(lambda: bool(stand.whys))

    assert MONDAY == stand.whys[-1].day
    assert any("5 of 10" in sentence for sentence in stand.whys[-1].evidence)

    stand.coach.plan.ask_why(MONDAY - 30 * DAY)
    stand.qtbot.waitUntil(lambda: len(stand.whys) > 1)
    assert () == stand.whys[-1].evidence


def test_without_a_journal_there_is_no_plan(stand: PlanStand) -> None:
    stand.journal.fault = DAMAGED
    stand.worker.start()
    stand.coach.look()
    stand.qtbot.waitUntil(lambda: bool(stand.plans))
    assert [None] == stand.plans


def test_the_routine_of_today_leaves_out_what_kneeling_forbids(stand: PlanStand) -> None:
    stand.journal.add(
        AboutYou(stand.clock.new_id(), datetime(2026, 3, 1, tzinfo=UTC), kneels=False)
    )
    stand.begin()
    stand.coach.start("gentle-start")

    made = [step.exercise for step in stand.session().session.plan.routine.steps]
    assert "half-kneeling-hip-flexor" not in made
    assert "desk-split-stance" in made


def test_a_window_that_is_open_over_night_shows_the_new_day(stand: PlanStand) -> None:
    stand.practised(0)
    stand.begin()
    assert stand.plan.week[0].today

    stand.clock.advance(20 * 3600)
    seen = len(stand.plans)
    stand.coach.plan.turn_day()
    stand.qtbot.waitUntil(lambda: len(stand.plans) > seen)
    assert [False, True] == [dot.today for dot in stand.plan.week[:2]]
    assert [MONDAY] == [one.day for one in stand.plan.asked]


def test_what_is_otherwise_in_the_routine_is_told_with_the_reason(stand: PlanStand) -> None:
    stand.practised(1, pain_during=7)
    at = datetime(2026, 2, 20, tzinfo=UTC)
    stand.journal.add(AboutYou(stand.clock.new_id(), at, kneels=False))
    stand.begin()

    assert any("(kneeling)" in sentence for sentence in stand.plan.changed)
    assert any("gentle" in sentence for sentence in stand.plan.changed)
