"""The rules of the ramp one by one; days are days of January 2026 (see `histories`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from hipcoach.core.evidence import Day
from hipcoach.core.plan import RULES_VERSION, Action, Plan
from hipcoach.core.ramp import plan_of, ramp_of
from hipcoach.core.tolerance import Tolerance
from tests.core.histories import codes, green, history, jan, numbers, only, plan

AT_TWO = "5 8"
"""At the second level from the 12th on."""
AT_THREE = "5 8 12 14 16 19 21 23"
"""At the third level from the 26th on."""


def _told(found: Plan) -> tuple[str, int, tuple[int, int], date | None]:
    target = (found.weekly_min, found.weekly_max)
    return found.action.value, found.level, target, found.next_day


# R1 and R9 are about levels.


def test_nothing_practised_starts_at_the_first_level_today() -> None:
    found = plan("", 5)

    assert ("start", 1, (2, 2), jan(5)) == _told(found)
    assert ["first-time", "needs-green"] == codes(found)
    assert {"level": 2, "more": 2, "from": "2026-01-12"} == numbers(found, "needs-green")
    assert 1 == RULES_VERSION == found.rules_version


def test_each_level_has_its_target() -> None:
    assert ("hold", 1, (2, 2), jan(7)) == _told(plan("5", 6))
    assert ("hold", 2, (3, 4), jan(13)) == _told(plan(f"{AT_TWO} 12", 12))
    assert ("hold", 3, (5, 7), jan(27)) == _told(plan(f"{AT_THREE} 26", 26))


def test_the_top_has_nothing_above_it() -> None:
    found = plan(AT_THREE + " " + " ".join(str(day) for day in range(26, 60)), 60)

    assert ("hold", 3, (5, 7), jan(60)) == _told(found)
    assert ["green-day", "at-top"] == codes(found)


# R7 and R8 go up.


@pytest.mark.parametrize(
    ("text", "today", "action", "level"),
    [
        ("5 8", 11, "hold", 1),
        ("5 8", 12, "advance", 2),
        ("5 8", 13, "advance", 2),
        ("5 8 12", 12, "hold", 2),
        ("5 12", 12, "hold", 1),
        ("5 12", 13, "advance", 2),
        ("5", 12, "hold", 1),
        ("5 8A 10", 12, "hold", 1),
        ("5A 8 10", 12, "advance", 2),
        ("5 8 10A", 12, "hold", 1),
        ("5 8 10?", 12, "hold", 1),
        ("5 7? 10", 12, "hold", 1),
        ("5 7u 10", 12, "hold", 1),
    ],
)
def test_the_second_level_takes_seven_days_and_two_green_running(
    text: str, today: int, action: str, level: int
) -> None:
    found = plan(text, today)

    assert (action, level) == (found.action.value, found.level)


@pytest.mark.parametrize(
    ("text", "today", "action", "level"),
    [
        ("5 8 12 14 16 19 21 23", 25, "hold", 2),
        ("5 8 12 14 16 19 21 23", 26, "advance", 3),
        ("5 8 12 14 16 19 21", 26, "hold", 2),
        ("5 8 12 14 16 19 21 26", 26, "hold", 2),
        ("5 8 12 14 16 19 21 26", 27, "advance", 3),
        ("5 8 12 14 16A 19 21 23 25 27", 28, "hold", 2),
        ("5 8 12 14 16A 19 21 23 25 27 28", 29, "advance", 3),
        ("5 8 9 10 11 12 14 16 19 21", 26, "hold", 2),
    ],
)
def test_the_third_level_takes_fourteen_days_and_six_green_running_at_the_second(
    text: str, today: int, action: str, level: int
) -> None:
    found = plan(text, today)

    assert (action, level) == (found.action.value, found.level)


def test_an_advance_tells_what_it_rests_on() -> None:
    assert {
        "day": "2026-01-12",
        "days": 7,
        "green": 2,
        "since": "2026-01-05",
    } == numbers(plan("5 8", 14), "two-green-seven-days")
    assert {
        "day": "2026-01-26",
        "days": 14,
        "green": 6,
        "since": "2026-01-12",
    } == numbers(plan(AT_THREE, 26), "six-green-fourteen-days")


def test_an_advance_happens_on_its_own_day_whenever_one_asks() -> None:
    late = plan("5 8 17 19 21 23 25", 25)

    assert {"level": 3, "more": 1, "from": "2026-01-27"} == numbers(late, "needs-green")


def test_a_hold_tells_what_would_change_it() -> None:
    assert {"level": 2, "more": 1, "from": "2026-01-12"} == numbers(plan("5", 6), "needs-green")
    assert {"level": 2, "from": "2026-01-12"} == numbers(plan("5 8", 9), "needs-days")
    assert {"level": 2, "more": 2, "from": "2026-01-12"} == numbers(plan("5 8?", 9), "needs-green")
    assert {"level": 2, "from": "2026-01-13"} == numbers(plan("5 12", 12), "needs-days")
    assert {"level": 2, "more": 1, "from": "2026-01-17"} == numbers(
        plan("5A 14", 14), "needs-green"
    )
    assert {"level": 2, "more": 2, "from": "2026-01-21"} == numbers(plan("14A", 15), "needs-green")
    assert {"level": 2, "more": 2, "from": "2026-01-18"} == numbers(
        plan("5 8A 11A", 11), "needs-green"
    )
    assert {"level": 2, "more": 2, "from": "2026-01-19"} == numbers(plan("5 8?", 19), "needs-green")
    assert {"day": "2026-01-08", "green": 2} == numbers(plan("5 8", 9), "green-day")


# R3 and R6 hold.


def test_after_amber_the_level_stays_and_the_rest_is_longer() -> None:
    found = plan(f"{AT_TWO} 12 14A", 15)

    assert ("hold", 2, (3, 4), jan(16)) == _told(found)
    assert ["amber-day", "pain-next-day", "rest-after-amber", "needs-green"] == codes(found)
    assert {"day": "2026-01-14", "days": 2, "until": "2026-01-16"} == numbers(
        found, "rest-after-amber"
    )


def test_silence_holds() -> None:
    found = plan(f"{AT_TWO} 12 14?", 15)

    assert ("hold", 2, (3, 4), jan(15)) == _told(found)
    assert ["unknown-day", "not-answered", "needs-green"] == codes(found)
    assert {"day": "2026-01-14", "fields": "pain-next-day,soreness,sketchy"} == numbers(
        found, "not-answered"
    )


def test_silence_never_backs_off() -> None:
    assert 2 == plan(f"{AT_TWO} 12u 13u 14u? 16? 17u", 18).level


# R4 backs off.


def test_after_red_a_level_down_and_two_full_days_off() -> None:
    found = plan(f"{AT_TWO} 12 14R", 15)

    assert ("back_off", 1, (2, 2), jan(17)) == _told(found)
    assert ["red-day", "pain-during", "rest-after-red", "needs-green"] == codes(found)
    assert {"day": "2026-01-14", "from": 2, "to": 1} == numbers(found, "red-day")
    assert {"level": 2, "more": 2, "from": "2026-01-21"} == numbers(found, "needs-green")


def test_at_the_first_level_red_leads_to_the_gentlest() -> None:
    found = plan("5 8R", 9)

    assert ("back_off", 1, (1, 2), jan(11)) == _told(found)
    assert found.gentle
    assert ["red-at-first-level", "pain-during", "rest-after-red", "needs-green"] == codes(found)


def test_the_gentlest_lasts_until_the_second_level() -> None:
    assert ("hold", 1, (1, 2), jan(15)) == _told(plan("5R 8 11", 11))
    assert ("advance", 2, (3, 4), jan(12)) == _told(plan("5R 8 11", 12))


def test_a_fall_from_the_second_level_is_to_the_full_first_one() -> None:
    assert not plan(f"{AT_TWO} 12R", 13).gentle
    assert plan(f"{AT_TWO} 12R 15R", 16).gentle


def test_a_back_off_begins_the_count_anew() -> None:
    assert 1 == plan(f"{AT_TWO} 12 14R 17 20", 20).level
    assert 2 == plan(f"{AT_TWO} 12 14R 17 20", 21).level
    assert 1 == plan(f"{AT_TWO} 12 14 15 16R 23", 23).level
    assert 2 == plan("5 8R 12 14", 15).level
    assert 1 == plan("5 8R 12 14", 14).level


def test_red_is_the_newest_decision_until_the_next_session() -> None:
    assert Action.BACK_OFF is plan("5 8R", 20).action
    assert Action.HOLD is plan("5 8R 12", 12).action


# R5 stops and refers.


@pytest.mark.parametrize("today", [16, 17, 30, 400])
def test_a_red_flag_stops_and_time_does_not_end_it(today: int) -> None:
    found = plan(f"{AT_TWO} 12 16F", today)

    assert ("stop_refer", 1, (0, 0), None) == _told(found)
    assert ["red-flag", "needs-clearance"] == codes(found)
    assert {"flags": "fever", "since": "2026-01-16"} == numbers(found, "red-flag")


def test_a_flag_needs_no_other_evidence() -> None:
    assert ["red-flag", "needs-clearance"] == codes(plan("5A 8R 9F", 10))


def test_before_the_flag_nothing_was_stopped() -> None:
    assert Action.HOLD is plan(f"{AT_TWO} 12 16F", 15).action


def test_a_flag_stops_who_has_not_begun() -> None:
    assert plan("5F", 5).stopped


def test_practice_after_a_flag_changes_nothing() -> None:
    assert plan("5 8F 12 14 16 19", 30).stopped


def test_flags_add_up_while_it_is_stopped() -> None:
    days = history("5 8F")
    more = replace(
        only(10), flags=("calf",), flagged_at=datetime.combine(jan(10), time(9), tzinfo=UTC)
    )
    found = plan_of([*days, more], jan(11))

    assert {"flags": "calf,fever", "since": "2026-01-08"} == numbers(found, "red-flag")


def test_a_flag_after_three_red_is_told_from_its_own_day() -> None:
    found = plan("5R 8R 11R 15F", 16)

    assert {"flags": "fever", "since": "2026-01-15"} == numbers(found, "red-flag")
    assert plan("5R 8R 11R 13C 15F", 16).stopped


def test_what_is_usual_and_what_is_wanted_outlast_a_clearance() -> None:
    day = replace(green(12), pain_during=5)
    told = replace(only(1), usual_pain=2)

    assert "green-day" in codes(plan_of([told, *history("5 8F 10C"), day], jan(12)))
    assert 1 == plan("5=1 6 8F 10C 12 14", 20).level
    assert 2 == plan("6 8F 10C 12 14", 20).level


def test_after_a_clearance_it_starts_at_the_first_level() -> None:
    found = plan(f"{AT_THREE} 26 27F 30C", 31)

    assert ("start", 1, (2, 2), jan(31)) == _told(found)
    assert ["cleared", "needs-green"] == codes(found)
    assert {"day": "2026-01-30"} == numbers(found, "cleared")


def test_after_a_clearance_everything_before_is_gone() -> None:
    assert ("hold", 1, (2, 2), jan(12)) == _told(plan("5R 6R 8F 9C 10", 11))
    assert ("back_off", 1, (1, 2), jan(13)) == _told(plan("5R 6R 8F 9C 10R", 11))
    assert ("hold", 1, (2, 2), jan(12)) == _told(plan("5P 8F 9C 10P", 10))
    assert ("hold", 1, (2, 2), jan(12)) == _told(plan("5M 8F 9C 10M", 10))


def test_a_clearance_ends_only_what_came_before_it() -> None:
    assert plan("5 8C 9F", 30).stopped
    assert plan("5 7F 8C 9F", 30).stopped
    assert not plan("5 7F 9F 10C", 10).stopped


def test_on_one_day_the_later_of_flag_and_clearance_counts() -> None:
    day = only(8)
    noon, evening = (datetime.combine(jan(8), time(hour), tzinfo=UTC) for hour in (12, 20))
    cleared = replace(day, flags=("fever",), flagged_at=noon, cleared_at=evening)
    flagged = replace(day, flags=("fever",), flagged_at=evening, cleared_at=noon)
    unclear = replace(day, flags=("fever",), flagged_at=noon, cleared_at=noon)

    assert [False, True, True] == [
        plan_of([green(5), each], jan(9)).stopped for each in (cleared, flagged, unclear)
    ]


def test_a_clearance_older_than_the_newest_flag_ends_nothing() -> None:
    noon = datetime.combine(jan(8), time(12), tzinfo=UTC)
    flag = replace(only(8), flags=("fever",), flagged_at=noon)
    early = replace(only(10), cleared_at=noon - timedelta(minutes=1))
    late = replace(only(10), cleared_at=noon + timedelta(minutes=1))

    assert plan_of([flag, early], jan(20)).stopped
    practised = replace(green(10), cleared_at=noon - timedelta(minutes=1))
    assert plan_of([flag, practised], jan(20)).stopped
    assert not plan_of([flag, late], jan(20)).stopped


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("5R 8R 11R", True),
        ("5R 8R", False),
        ("5R 8R 11 14R", False),
        ("5R 8R 11A 14R", False),
        ("5R 8R 11? 14R", True),
        ("5R 8R 11u 14R", True),
        ("5R 8Rb 11R", True),
        ("5R 8Pb 11R 14R", True),
        ("5R 28R 60R", True),
    ],
)
def test_three_red_running_stop(text: str, stopped: bool) -> None:
    found = plan(text, 61)

    assert stopped == found.stopped
    assert ("three-red" == found.reasons[0].code) == stopped


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("5P 8P 11P", True),
        ("5P 8P", False),
        ("5P 8P 11 14P", False),
        ("5P 8P 11? 14P", True),
        ("5P 8Pb 11P", True),
        ("5P 8P 11b 14P", True),
    ],
)
def test_a_pinch_in_three_sessions_running_stops(text: str, stopped: bool) -> None:
    found = plan(text, 15)

    assert stopped == found.stopped
    assert ("three-pinches" == found.reasons[0].code) == stopped


def test_a_stop_by_a_run_tells_its_days() -> None:
    found = plan("5R 8R 11R", 12)

    assert {"days": 3, "since": "2026-01-11"} == numbers(found, "three-red")
    assert ["three-red", "red-at-first-level", "pain-during"] == codes(found)[:3]
    assert {"sessions": 3, "since": "2026-01-11"} == numbers(plan("5P 8P 11P", 12), "three-pinches")


def test_a_run_is_ended_by_a_clearance_after_it_alone() -> None:
    runs = history("5R 8R 11R")

    def cleared(hour: int, minute: int = 0) -> Day:
        return replace(runs[-1], cleared_at=datetime.combine(jan(11), time(hour, minute), UTC))

    assert plan_of([*runs[:-1], cleared(18)], jan(12)).stopped
    assert ("back_off", 1, (1, 2), jan(14)) == _told(plan_of([*runs[:-1], cleared(18, 1)], jan(12)))
    assert not plan("5R 8R 11R 12C", 12).stopped


def test_a_session_on_the_day_of_the_clearance_counts() -> None:
    day = replace(green(12), cleared_at=datetime.combine(jan(12), time(9), UTC))

    assert ("hold", 1, (2, 2), jan(14)) == _told(plan_of([*history("5R 8F"), day], jan(12)))


# R10 says when next.


@pytest.mark.parametrize(
    ("text", "today", "next_day"),
    [
        ("5", 5, 7),
        ("5", 9, 9),
        ("5A", 5, 7),
        ("5R", 5, 8),
        ("5?", 5, 7),
        ("5 7", 7, 12),
        ("5 8 12", 12, 13),
        ("5 8 12A", 12, 14),
        ("5 8 12R 13", 13, 19),
        ("5 8 15 16R 17A 18", 18, 24),
        ("5 8 15 16R 18A", 18, 23),
        ("5 8 13 14 15 16", 16, 20),
        ("5 8 13 14 15 16R", 16, 19),
        ("5 8 12 14 15 16", 16, 19),
        (f"{AT_THREE} 26 27 28 29 30 31 32 33", 33, 34),
        (f"{AT_THREE} 26 27 28 29R 30", 30, 34),
        (f"{AT_THREE} 26 33R 34", 34, 36),
        (f"{AT_THREE} 26 33R 34", 35, 36),
        ("5 6 7", 7, 13),
        ("5 6 7 8 9", 9, 15),
        ("5Rb", 5, 8),
        ("5Rb", 9, 9),
        ("5Pb", 5, 7),
        ("5 6Rb", 6, 9),
        ("5 7 8Rb", 8, 12),
    ],
)
def test_the_next_session_is_on_plan_from_a_day_on(text: str, today: int, next_day: int) -> None:
    assert jan(next_day) == plan(text, today).next_day


def test_a_full_week_is_told() -> None:
    found = plan("5 7", 7)

    assert {
        "most": 2,
        "sessions": 2,
        "since": "2026-01-05",
        "until": "2026-01-12",
    } == numbers(found, "week-full")


def test_the_longest_rest_is_told() -> None:
    found = plan(f"{AT_THREE} 26 33R 34", 34)

    assert ["green-day", "rest-after-red", "needs-green"] == codes(found)
    assert "rest-after-amber" in codes(plan(f"{AT_TWO} 12 14A 15", 15))


def test_rest_by_the_level_is_told() -> None:
    assert {"day": "2026-01-05", "days": 2, "until": "2026-01-07"} == numbers(
        plan("5", 6), "rest-days"
    )
    assert ["green-day", "needs-green"] == codes(plan("5", 7))


# R11 is about gaps.


@pytest.mark.parametrize(
    ("text", "today", "told"),
    [
        (f"{AT_TWO} 12", 26, ("hold", 2, (3, 4), jan(26))),
        (f"{AT_TWO} 12", 27, ("back_off", 1, (2, 2), jan(27))),
        (f"{AT_TWO} 12", 40, ("back_off", 1, (2, 2), jan(40))),
        (f"{AT_TWO} 12", 41, ("start", 1, (2, 2), jan(41))),
        (f"{AT_THREE} 26", 41, ("back_off", 2, (3, 4), jan(41))),
        ("5", 19, ("hold", 1, (2, 2), jan(19))),
        ("5", 20, ("hold", 1, (2, 2), jan(20))),
        ("5", 34, ("start", 1, (2, 2), jan(34))),
        ("5R", 19, ("back_off", 1, (1, 2), jan(19))),
        ("5R", 20, ("back_off", 1, (2, 2), jan(20))),
        ("5R", 34, ("start", 1, (2, 2), jan(34))),
        ("5R 8", 23, ("hold", 1, (2, 2), jan(23))),
    ],
)
def test_a_gap_takes_a_level_and_a_long_one_all(
    text: str, today: int, told: tuple[str, int, tuple[int, int], date]
) -> None:
    assert told == _told(plan(text, today))


def test_a_gap_tells_its_days() -> None:
    assert {"days": 20, "from": 2, "to": 1, "last": "2026-01-12", "limit": 15} == numbers(
        plan(f"{AT_TWO} 12", 32), "gap"
    )
    assert {"days": 20, "from": 1, "to": 1, "last": "2026-01-05", "limit": 15} == numbers(
        plan("5", 25), "gap-at-first-level"
    )
    assert ["red-at-first-level", "pain-during", "gap-at-first-level", "needs-green"] == codes(
        plan("5R", 20)
    )
    assert {"days": 29, "last": "2026-01-05", "limit": 28} == numbers(plan("5", 34), "long-gap")


def test_a_gap_counts_from_the_session_that_ends_it_on() -> None:
    at_one = f"{AT_TWO} 12 27"

    assert ("hold", 1, (2, 2), jan(29)) == _told(plan(at_one, 27))
    assert 1 == plan(f"{at_one} 29", 33).level
    assert 2 == plan(f"{at_one} 29", 34).level
    assert 1 == plan(f"{AT_THREE} 26 60 62", 66).level
    assert 2 == plan(f"{AT_THREE} 26 60 62", 67).level


def test_a_gap_begins_the_count_anew_at_the_first_level_as_well() -> None:
    assert 1 == plan("5 20", 21).level
    assert 1 == plan("5 20 22", 26).level
    assert 2 == plan("5 20 22", 27).level


def test_who_earned_a_level_before_the_gap_falls_from_that() -> None:
    assert ("back_off", 2, (3, 4), jan(40)) == _told(plan(AT_THREE, 40))
    assert 2 == plan(f"{AT_THREE} 40", 40).level


# R13 is about usual pain.


def test_pain_counts_above_what_is_usual() -> None:
    told = replace(only(1), usual_pain=3)
    day = replace(green(5), pain_during=5)

    assert Action.HOLD is plan_of([told, day], jan(6)).action
    assert "green-day" in codes(plan_of([told, day], jan(6)))
    assert "amber-day" in codes(plan_of([day], jan(6)))


def test_the_newest_usual_pain_counts_and_before_the_first_that_one() -> None:
    early = replace(green(5), pain_during=6)
    told = [early, replace(only(6), usual_pain=4), replace(only(9), usual_pain=0)]

    assert Tolerance.GREEN is ramp_of(told).classes()[jan(5)]
    assert Tolerance.RED is ramp_of([*told, replace(green(9), pain_during=6)][:1]).classes()[jan(5)]
    late = replace(green(10), pain_during=6)
    assert Tolerance.RED is ramp_of([*told, late]).classes()[jan(10)]


# By R14, less is always fine.


def test_a_ceiling_declines_the_next_level() -> None:
    found = plan(f"5 7=1 {AT_TWO.split()[1]}", 12)

    assert ("hold", 1, (2, 2), jan(12)) == _told(found)
    assert ["ceiling", "green-day", "at-ceiling"] == codes(found)
    assert {"level": 1} == numbers(found, "ceiling") == numbers(found, "at-ceiling")
    assert {"level": 2} == numbers(plan(f"{AT_THREE} 24=2", 26), "ceiling")


def test_a_ceiling_says_nothing_before_it_matters() -> None:
    assert ["green-day", "week-full", "at-ceiling"] == codes(plan("5 7=1 8", 11))
    assert "ceiling" not in codes(plan("5 7=2 8", 12))


def test_declining_on_the_day_of_the_offer_keeps_everything() -> None:
    assert 2 == plan(f"{AT_THREE} 26=2", 26).level
    found = plan(f"{AT_THREE} 26=2 28=3", 28)

    assert ("advance", 3, (5, 7), jan(28)) == _told(found)
    assert "2026-01-28" == numbers(found, "six-green-fourteen-days")["day"]


def test_coming_down_to_a_ceiling_is_no_back_off() -> None:
    found = plan(f"{AT_THREE} 26 28=2", 28)

    assert ("hold", 2, (3, 4), jan(28)) == _told(found)
    assert "ceiling-lowered" == codes(found)[0]
    assert {"day": "2026-01-28", "from": 3, "to": 2} == numbers(found, "ceiling-lowered")
    assert "green-day" == codes(plan(f"{AT_THREE} 26 28=2 30", 30))[0]


@pytest.mark.parametrize(("odd", "meant"), [(0, 1), (-3, 1), (9, 3)])
def test_a_ceiling_that_is_no_level_is_the_nearest_one(odd: int, meant: int) -> None:
    days = history(AT_THREE)
    found = plan_of([*days, Day(jan(28), ceiling=odd)], jan(28))
    assert plan_of([*days, Day(jan(28), ceiling=meant)], jan(28)) == found


def test_a_ceiling_on_a_day_of_practice_holds_for_it() -> None:
    day = replace(green(28), ceiling=2)
    found = plan_of([*history(f"{AT_THREE} 26"), day], jan(28))

    assert ("hold", 2) == _told(found)[:2]
    assert "ceiling-lowered" == codes(found)[0]


def test_who_lifts_a_ceiling_earns_the_level_again() -> None:
    again = f"{AT_THREE} 26 28=2 29=3 30 32 34 36 38 40"

    assert 2 == plan(again, 41).level
    assert 3 == plan(again, 42).level


def test_no_level_is_gained_in_a_gap() -> None:
    assert ("hold", 1, (2, 2), jan(23)) == _told(plan("5 7=1 8 23=3", 23))
    assert ("advance", 2, (3, 4), jan(22)) == _told(plan("5 7=1 8 22=3", 22))


# Stretch breaks are evidence and no practice.


def test_stretch_breaks_do_not_count() -> None:
    assert Action.START is plan("5b", 5).action
    assert ("hold", 1, (2, 2), jan(9)) == _told(plan("5 6b 7b 8b", 9))
    assert ("advance", 2) == _told(plan("5 8 10b", 12))[:2]
    assert Action.START is plan("5 20b 30b", 34).action


def test_pain_in_a_stretch_break_is_evidence() -> None:
    found = plan(f"{AT_TWO} 12 13Rb", 14)

    assert ("back_off", 1, (2, 2), jan(16)) == _told(found)
    assert ["red-day", "pain-during", "rest-after-red", "needs-green"] == codes(found)
    assert 1 == plan("5 8 10Pb", 12).level
    assert ["amber-day", "pinch"] == codes(plan("5 8 10Pb", 12))[:2]


def test_a_stretch_break_after_an_advance_is_told_beside_it() -> None:
    assert ["two-green-seven-days", "amber-day", "pinch"] == codes(plan("5 8 13Pb", 13))[:3]


def test_pain_before_the_first_session_makes_a_gentle_start() -> None:
    found = plan("5Rb", 6)

    assert ("start", 1, (1, 2), jan(8)) == _told(found)
    assert ["first-time", "red-at-first-level", "pain-during"] == codes(found)[:3]
    assert {"level": 2, "more": 1, "from": "2026-01-15"} == numbers(plan("5Rb 8", 8), "needs-green")


# The fold keeps its states.


def test_what_is_dated_after_today_is_ignored() -> None:
    assert plan("5 8", 8) == plan("5 8 9R 10F 11C 12=1", 8)


def test_each_day_with_a_class_is_told() -> None:
    found = ramp_of(history("5 8A 11R 12b 13? 14=2")).classes()

    assert {
        jan(5): Tolerance.GREEN,
        jan(8): Tolerance.AMBER,
        jan(11): Tolerance.RED,
        jan(13): Tolerance.UNKNOWN,
    } == found


def test_what_was_felt_while_all_was_stopped_is_told_and_moves_nothing() -> None:
    stopped, practised = history("5 8F"), history("5 8F 10 12R 13b")
    found = ramp_of(practised)

    felt = {jan(10): Tolerance.GREEN, jan(12): Tolerance.RED}
    assert felt == {day: one for day, one in found.classes().items() if day > jan(8)}
    assert ramp_of(stopped).plan(jan(14)) == found.plan(jan(14))


def test_folding_on_keeps_what_has_not_changed() -> None:
    ramp = ramp_of(history("5 8 12 14 16"))
    changed = ramp.following(history("5 8 12 14R 16 18"))

    assert ramp.states[2] is changed.states[2]
    assert ramp_of(history("5 8 12 14R 16 18")) == changed


def test_folding_on_sees_another_first_usual_pain() -> None:
    days = [replace(green(5), pain_during=6), *history("8 12")]
    told = [*days, replace(only(13), usual_pain=4)]

    assert ramp_of(told) == ramp_of(days).following(told)
    assert Tolerance.GREEN is ramp_of(days).following(told).classes()[jan(5)]
