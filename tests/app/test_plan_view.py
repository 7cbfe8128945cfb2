"""The plan on the pages, from the plan, the journal and the content."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from hipcoach.app.plan_book import about_of
from hipcoach.app.plan_snapshots import Asked, DotState, PlanSnapshot
from hipcoach.app.plan_view import (
    PREFERRED,
    first_weekday,
    plan_snapshot,
    practised,
    suggested,
    why_snapshot,
)
from hipcoach.core.balance import Balance, Seconds
from hipcoach.core.content import Content
from hipcoach.core.evidence import PlanLog, days_of
from hipcoach.core.plan import Action, Plan
from hipcoach.core.plan_log import AboutYou, Ceiling, PlanDecided, PracticeRow
from hipcoach.core.ramp import ramp_of
from hipcoach.core.reasons import PlanReason, reason
from hipcoach.core.safety import Urgency
from hipcoach.core.tolerance import Tolerance
from hipcoach.library.source import OwnContent
from tests.core.histories import jan, plan, session

CONTENT = OwnContent(pictures=False).everything()
MONDAY = jan(5)
UP_TO_DAILY = reason(
    PlanReason.SIX_GREEN_FOURTEEN_DAYS, day=jan(20), since=jan(6), days=14, green=6
)


def _row(day: int, routine: str = "gentle-start", hour: int = 18) -> PracticeRow:
    at = datetime.combine(jan(day), time(hour), tzinfo=UTC)
    return replace(session(at, number=day * 100 + hour), routine=routine)


def _log(*rows: PracticeRow, about: AboutYou | None = None) -> PlanLog:
    return PlanLog(practice=rows, about=(about,) if about else ())


def _about(*, kneels: bool | None = None, props: tuple[str, ...] | None = None) -> AboutYou:
    return AboutYou(UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC), kneels=kneels, props=props)


def _plan(level: int = 1, next_day: int = 5, target: tuple[int, int] = (2, 2)) -> Plan:
    return Plan(Action.HOLD, level, *target, jan(next_day))


def _shown(found: Plan, today: int, log: PlanLog | None = None) -> PlanSnapshot:
    return plan_snapshot(found, log or PlanLog(), CONTENT, jan(today))


def _states(shown: PlanSnapshot) -> str:
    """A letter for each day: done, eased, Due, free, rest."""
    letters = dict(zip(DotState, "deDf-", strict=True))
    return "".join(letters[dot.state] for dot in shown.week)


def test_what_is_due_starts_at_once() -> None:
    shown = _shown(plan("", 5), 5)
    assert (Action.START, "A session is on plan today", "") == (
        shown.action,
        shown.headline,
        shown.more_words,
    )
    assert "gentle-start" == shown.routine


def test_a_rest_day_says_so_and_warns_calmly() -> None:
    log = _log(_row(5))
    shown = _shown(ramp_of(days_of(log)).plan(jan(6)), 6, log)
    assert "Rest day, on plan" == shown.headline
    assert "Wednesday 7 January" in shown.reason
    assert "rests until tomorrow" in shown.more_words


def test_what_was_done_today_is_done_whatever_is_due() -> None:
    shown = _shown(_plan(next_day=5), 5, _log(_row(5)))
    assert "Done for today" == shown.headline
    assert shown.more_words.startswith("You have practised today")


def test_the_week_shows_what_was_done_what_rests_and_what_is_due() -> None:
    log = _log(_row(5), _row(6))
    shown = plan_snapshot(
        _plan(next_day=9), log, CONTENT, jan(7), classes={jan(5): Tolerance.AMBER}
    )
    assert "ed--Dff" == _states(shown)
    assert [jan(day) for day in range(5, 12)] == [dot.day for dot in shown.week]
    assert [jan(7)] == [dot.day for dot in shown.week if dot.today]
    assert "2 of 2 sessions this week; the next from Friday" == shown.week_words


@pytest.mark.parametrize(
    ("tolerance", "letter"),
    [
        (Tolerance.GREEN, "d"),
        (Tolerance.UNKNOWN, "d"),
        (Tolerance.AMBER, "e"),
        (Tolerance.RED, "e"),
    ],
)
def test_a_day_that_told_to_ease_is_marked(tolerance: Tolerance, letter: str) -> None:
    shown = plan_snapshot(
        _plan(next_day=7), _log(_row(5)), CONTENT, jan(7), classes={jan(5): tolerance}
    )
    assert f"{letter}-Dffff" == _states(shown)


def test_what_is_overdue_is_due_today_and_days_missed_are_no_reproach() -> None:
    assert "---Dfff" == _states(_shown(_plan(next_day=2), 8))


def test_a_session_that_does_not_count_is_no_dot() -> None:
    short = replace(_row(5), length_s=90.0)
    log = _log(short)
    assert frozenset() == practised(log)
    assert "0 of 2" in _shown(_plan(), 5, log).week_words


def test_who_practises_after_midnight_has_done_it_the_day_before() -> None:
    assert {jan(5)} == practised(_log(_row(6, hour=2)))


@pytest.mark.parametrize(
    ("first", "begins"),
    [(0, jan(5)), (6, jan(4)), (5, jan(3)), (2, jan(7)), (3, jan(1))],
)
def test_the_week_begins_where_weeks_begin(first: int, begins: date) -> None:
    shown = plan_snapshot(_plan(), PlanLog(), CONTENT, jan(7), first_weekday=first)
    assert begins == shown.week[0].day
    assert 7 == len(shown.week)
    assert jan(7) in [dot.day for dot in shown.week]


def test_the_first_day_of_the_week_is_one_of_seven() -> None:
    assert first_weekday() in range(7)


def test_under_a_stop_nothing_is_suggested() -> None:
    shown = _shown(plan("5F", 6), 6)
    assert shown.stop is not None
    assert (Urgency.SAME_DAY, ("fever",)) == (shown.stop.urgency, shown.stop.flags)
    assert ("", "", jan(5)) == (shown.routine, shown.more_words, shown.stopped_since)
    assert {DotState.REST} == {dot.state for dot in shown.week}


def test_a_stop_without_a_flag_is_for_an_appointment() -> None:
    shown = _shown(plan("5P 8P 11P", 12), 12)
    assert shown.stop is not None
    assert (Urgency.APPOINTMENT, ()) == (shown.stop.urgency, shown.stop.flags)
    assert jan(11) == shown.stopped_since


def test_without_a_stop_none_is_told() -> None:
    shown = _shown(_plan(), 5)
    assert (None, None) == (shown.stop, shown.stopped_since)


def test_daily_practice_is_offered_until_something_is_said_to_it() -> None:
    found = replace(_plan(level=3, next_day=20, target=(5, 7)), reasons=(UP_TO_DAILY,))

    def offered(*ceilings: Ceiling) -> bool:
        log = PlanLog(ceilings=ceilings)
        return bool(plan_snapshot(found, log, CONTENT, jan(21)).offer_words)

    def said(day: int) -> Ceiling:
        return Ceiling(UUID(int=day), datetime.combine(jan(day), time(9), tzinfo=UTC), 3)

    assert offered()
    # What was said to an offer before is no answer to this one.
    assert offered(said(19))
    assert not offered(said(20))
    assert not offered(said(12), said(21))


def test_an_offer_stands_while_practice_goes_on() -> None:
    text = "1 3 6 8 10 12 14 16 18 20 22 24"
    shown = [_shown(plan(text, day), day) for day in (13, 25)]
    assert [False, True] == [bool(one.offer_words) for one in shown]
    declined = Ceiling(UUID(int=1), datetime.combine(jan(23), time(9), tzinfo=UTC), 3)
    log = PlanLog(ceilings=(declined,))
    assert "" == plan_snapshot(plan(text, 25), log, CONTENT, jan(25)).offer_words


def test_other_plans_offer_nothing() -> None:
    assert "" == _shown(plan("5 8", 12), 12).offer_words
    assert "" == _shown(_plan(), 5).offer_words


def test_what_others_say_is_passed_on() -> None:
    asked = (Asked(MONDAY, 1, "How was it?"),)
    shown = plan_snapshot(_plan(), PlanLog(), CONTENT, MONDAY, breaks_taken=2, asked=asked)
    assert (asked, "2 stretch breaks today") == (shown.asked, shown.break_words)


def test_the_first_level_stays_with_the_gentlest() -> None:
    log = _log(_row(5), _row(8))
    assert "gentle-start" == suggested(_plan(1), log, CONTENT, jan(10))


@pytest.mark.parametrize("level", [2, 3])
def test_from_the_second_level_on_two_routines_take_turns(level: int) -> None:
    first, second = PREFERRED[level][:2]
    assert first == suggested(_plan(level), PlanLog(), CONTENT, jan(10))
    rows = (_row(6, second), _row(8, first))
    for order in (rows, rows[::-1]):
        assert second == suggested(_plan(level), _log(*order), CONTENT, jan(10))
    assert first == suggested(_plan(level), _log(_row(8, second)), CONTENT, jan(10))


def test_only_practice_takes_a_turn() -> None:
    first = PREFERRED[2][0]
    rest = replace(_row(9, "desk-reset"), length_s=90.0)
    later = _row(12, "gentle-start")
    assert first != suggested(_plan(2), _log(_row(8, first), rest), CONTENT, jan(10))
    assert first != suggested(_plan(2), _log(_row(8, first), later), CONTENT, jan(10))


def test_what_a_person_can_do_in_full_comes_before_what_is_fitted() -> None:
    kneels_not = _about(kneels=False)
    kept = ("balanced-hips", "gentle-start")
    routines = {name: CONTENT.routines[name] for name in kept}
    content = replace(CONTENT, routines=routines)
    # Both kneel somewhere, so both are fitted, and take turns all the same.
    for last, following in (kept, kept[::-1]):
        log = _log(_row(8, last), about=kneels_not)
        assert following == suggested(_plan(2), log, content, jan(10))
    steps = routines["gentle-start"].steps[:2]
    lying = replace(routines["gentle-start"], steps=steps)
    content = replace(content, routines={**routines, "gentle-start": lying})
    assert "gentle-start" == suggested(_plan(2), _log(about=kneels_not), content, jan(10))


def test_the_only_one_has_every_turn() -> None:
    routines = {"balanced-hips": CONTENT.routines["balanced-hips"]}
    content = replace(CONTENT, routines=routines)
    log = _log(_row(8, "balanced-hips"))
    assert "balanced-hips" == suggested(_plan(2), log, content, jan(10))


def test_the_week_is_kept_in_balance() -> None:
    bends, opens = (
        replace(CONTENT.routines["gentle-start"], id=name, steps=(step,))
        for name, step in (
            ("balanced-hips", CONTENT.routines["gentle-start"].steps[0]),
            ("gentle-start", CONTENT.routines["gentle-start"].steps[2]),
        )
    )
    content = replace(CONTENT, routines={"balanced-hips": bends, "gentle-start": opens})
    much = Seconds(600.0, 600.0)

    def found(balance: Balance | None) -> str:
        return suggested(_plan(2), PlanLog(), content, jan(10), balance)

    assert "balanced-hips" == found(None)
    assert "gentle-start" == found(Balance(flexion=much, extension=Seconds(280.0, 280.0)))
    assert "balanced-hips" == found(Balance(flexion=Seconds(280.0, 280.0), extension=much))


def test_what_the_week_had_is_told_by_direction_and_muscle() -> None:
    minutes = {"glute-max": Seconds(360.0, 300.0), "iliopsoas": Seconds(600.0, 660.0)}
    balance = Balance(Seconds(300.0, 300.0), Seconds(240.0, 240.0), minutes)
    shown = plan_snapshot(_plan(), PlanLog(), CONTENT, MONDAY, balance=balance)
    assert "5 minutes of bending and 4 minutes of opening" in shown.balance_words
    first, second, third = shown.muscles[:3]
    assert ("deep hip flexors (psoas and iliacus)", 10.0, "10 min") == (
        first.name,
        first.minutes,
        first.words,
    )
    assert ("buttock (gluteus maximus)", "5 min") == (second.name, second.words)
    # What had nothing is told as well, by name.
    assert 0.0 == third.minutes
    assert 6 < len(shown.muscles)
    none = plan_snapshot(_plan(), PlanLog(), CONTENT, MONDAY)
    assert ("", ()) == (none.balance_words, none.muscles)


def test_where_nothing_preferred_is_left_another_one_is_suggested() -> None:
    routines = {
        name: one
        for name, one in CONTENT.routines.items()
        if name not in {kept for names in PREFERRED.values() for kept in names}
    }
    found = suggested(_plan(), PlanLog(), replace(CONTENT, routines=routines), jan(5))
    # The desk resets come before it, and are stretch breaks.
    assert "first-warm-up" == found


def test_without_any_routine_none_is_suggested() -> None:
    empty: Content = replace(CONTENT, routines={})
    assert "" == suggested(_plan(), PlanLog(), empty, jan(5))
    nothing = _log(about=_about(kneels=False, props=()))
    only = replace(CONTENT, routines={"roll-and-release": CONTENT.routines["roll-and-release"]})
    assert "" == suggested(_plan(), nothing, only, jan(5))


def test_what_was_said_of_oneself_last_counts() -> None:
    first = _about(kneels=True)
    second = replace(first, id=UUID(int=2), at=first.at + timedelta(days=1), kneels=False)
    assert [second, second, None] == [
        about_of(rows) for rows in ((second, first), (first, second), ())
    ]


def _decided(day: int, found: Plan, hour: int = 9) -> PlanDecided:
    at = datetime.combine(jan(day), time(hour), tzinfo=UTC)
    return PlanDecided(UUID(int=day * 100 + hour), at, jan(day), found)


def test_why_tells_the_reasons_that_were_kept() -> None:
    why = why_snapshot([_decided(6, plan("5", 6))], jan(6))
    assert ("Tuesday 6 January 2026", "Rest day, on plan") == (why.title, why.headline)
    assert "Monday 5 January felt fine." in why.evidence
    assert why.rule
    assert "three to four times a week" in why.change[0]
    assert "By version 1 of the rules" == why.version_words


def test_why_never_asks_the_rules_of_now() -> None:
    kept = replace(plan("5", 6), reasons=(reason(PlanReason.RED_AT_FIRST_LEVEL, day=jan(5)),))
    why = why_snapshot([_decided(6, replace(kept, rules_version=7))], jan(6))
    assert ("Monday 5 January was too much.",) == why.evidence
    assert "By version 7 of the rules" == why.version_words


def test_of_several_plans_of_a_day_the_newest_is_told() -> None:
    rows = [_decided(6, plan("5 6R", 6), hour=20), _decided(6, plan("5", 6))]
    why = why_snapshot(rows, jan(6))
    assert "Tuesday 6 January was too much." in why.evidence


def test_a_day_with_a_session_is_told_as_done() -> None:
    why = why_snapshot([_decided(6, plan("5", 6))], jan(6), {jan(6)})
    assert "Done for today" == why.headline


def test_one_goes_to_the_nearest_days_that_were_kept() -> None:
    rows = [_decided(day, plan("", day)) for day in (2, 9, 5, 12)]
    around = [(why.earlier, why.later) for why in (why_snapshot(rows, jan(day)) for day in (5, 7))]
    assert [(jan(2), jan(9)), (jan(5), jan(9))] == around
    ends = why_snapshot(rows, jan(2)), why_snapshot(rows, jan(12))
    assert (None, None) == (ends[0].earlier, ends[1].later)


def test_ones_own_limit_can_be_lifted_where_it_holds_now() -> None:
    text = "1 3 6 8 10 12 14 16 18 20 22 23=2"
    rows = [_decided(day, plan(text, day)) for day in (12, 24, 25)]
    assert [False, False, True] == [why_snapshot(rows, jan(day)).may_lift for day in (12, 24, 25)]


def test_a_day_of_which_no_plan_was_kept_says_so() -> None:
    why = why_snapshot([_decided(5, plan("", 5))], jan(7))
    assert "No plan was kept for this day" == why.headline
    assert ((), "", (), "") == (why.evidence, why.rule, why.change, why.version_words)
