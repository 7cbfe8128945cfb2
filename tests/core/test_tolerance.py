from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hipcoach.core.plan_log import Soreness
from hipcoach.core.tolerance import Judged, Runs, Tolerance, judged
from tests.core.histories import green, only

GREEN, AMBER, RED, UNKNOWN = Tolerance


def _judged(runs: Runs | None = None, usual_pain: int = 0, **felt: Any) -> Judged:
    return judged(replace(green(5), **felt), usual_pain, runs or Runs())


def _codes(found: Judged) -> list[str]:
    return [reason.code for reason in found.evidence]


@pytest.mark.parametrize(
    ("felt", "tolerance", "codes"),
    [
        ({}, GREEN, []),
        ({"pain_during": 0}, GREEN, []),
        ({"pain_during": 3}, GREEN, []),
        ({"pain_during": 4}, AMBER, ["pain-during"]),
        ({"pain_during": 5}, AMBER, ["pain-during"]),
        ({"pain_during": 6}, RED, ["pain-during"]),
        ({"pain_during": 10}, RED, ["pain-during"]),
        ({"pain_next_day": 2}, GREEN, []),
        ({"pain_next_day": 3}, AMBER, ["pain-next-day"]),
        ({"pain_next_day": 4}, RED, ["pain-next-day"]),
        ({"soreness": Soreness.MILD}, GREEN, []),
        ({"soreness": Soreness.MODERATE}, AMBER, ["soreness"]),
        ({"soreness": Soreness.SEVERE}, RED, ["soreness"]),
        ({"sketchy": True}, RED, ["sketchy"]),
        ({"effort": 7}, GREEN, []),
        ({"effort": 8}, AMBER, ["effort"]),
        ({"effort": 10}, AMBER, ["effort"]),
        ({"pinch": True}, AMBER, ["pinch"]),
        ({"pinch": True, "pain_during": 3}, AMBER, ["pinch"]),
        ({"pinch": True, "pain_during": 4}, RED, ["pinch-with-pain"]),
        ({"pinch": True, "pain_next_day": 2}, AMBER, ["pinch"]),
        ({"pinch": True, "pain_next_day": 3}, RED, ["pinch-then-pain"]),
        ({"completed": False}, UNKNOWN, ["not-completed"]),
    ],
)
def test_each_value_has_its_class(
    felt: dict[str, Any], tolerance: Tolerance, codes: list[str]
) -> None:
    found = _judged(**felt)

    assert tolerance is found.tolerance
    assert codes == _codes(found)


@pytest.mark.parametrize(
    "field",
    ["completed", "effort", "pain_during", "pinch", "pain_next_day", "soreness", "sketchy"],
)
def test_what_is_not_answered_makes_a_good_day_unknown(field: str) -> None:
    silent: dict[str, Any] = {field: None}
    found = _judged(**silent)

    assert UNKNOWN is found.tolerance
    assert [("day", "2026-01-05"), ("fields", field.replace("_", "-"))] == list(
        found.evidence[0].numbers
    )


@pytest.mark.parametrize(
    "silence",
    [
        {"completed": False},
        {"completed": None},
        {"effort": None},
        {"soreness": None, "pinch": None},
    ],
)
@pytest.mark.parametrize(
    ("felt", "tolerance"), [({"pain_during": 7}, RED), ({"pain_next_day": 3}, AMBER)]
)
def test_what_was_answered_counts_whatever_is_missing(
    silence: dict[str, Any], felt: dict[str, Any], tolerance: Tolerance
) -> None:
    assert tolerance is _judged(**silence, **felt).tolerance


def test_every_reason_of_a_class_is_told_with_its_numbers() -> None:
    found = _judged(pain_during=6, pain_next_day=4, sketchy=True)

    assert ["pain-during", "pain-next-day", "sketchy"] == _codes(found)
    assert (("day", "2026-01-05"), ("limit", 6), ("value", 6)) == found.evidence[0].numbers


@pytest.mark.parametrize(
    ("before", "now", "tolerance"),
    [
        (Soreness.MODERATE, Soreness.MODERATE, RED),
        (Soreness.SEVERE, Soreness.MODERATE, RED),
        (Soreness.MODERATE, Soreness.MILD, GREEN),
        (Soreness.MILD, Soreness.MODERATE, AMBER),
        (None, Soreness.MODERATE, AMBER),
    ],
)
def test_moderately_sore_twice_running_is_too_much(
    before: Soreness | None, now: Soreness, tolerance: Tolerance
) -> None:
    runs = _judged(soreness=before).runs

    assert tolerance is _judged(runs, soreness=now).tolerance


@pytest.mark.parametrize(
    ("values", "tolerance"),
    [
        ((0, 1, 2), AMBER),
        ((1, 0, 2), GREEN),
        ((0, 2, 1), GREEN),
        ((0, 0, 1), GREEN),
        ((0, 1, 1), GREEN),
        ((1, 1, 2), GREEN),
        ((1, 2), GREEN),
        ((0, 1, 2, 2), GREEN),
        ((0, None, 1, 2), GREEN),
        ((2, 0, 1, 2), AMBER),
    ],
)
def test_three_values_of_the_next_day_that_rise_are_a_sign(
    values: tuple[int | None, ...], tolerance: Tolerance
) -> None:
    runs = Runs()
    for value in values:
        found = _judged(runs, pain_next_day=value)
        runs = found.runs

    assert tolerance is found.tolerance
    assert (["rising"] if tolerance is AMBER else []) == _codes(found)


def test_rising_values_are_told() -> None:
    found = _judged(Runs(next_days=(0, 1)), pain_next_day=2)

    assert {"day": "2026-01-05", "first": 0, "second": 1, "third": 2} == dict(
        found.evidence[0].numbers
    )


def test_usual_pain_is_taken_off_each_pain() -> None:
    assert GREEN is _judged(usual_pain=3, pain_during=6, pain_next_day=5).tolerance
    assert AMBER is _judged(usual_pain=3, pain_during=7).tolerance
    assert RED is _judged(usual_pain=3, pain_next_day=7).tolerance
    assert GREEN is _judged(usual_pain=9, pain_during=1).tolerance
    assert AMBER is _judged(usual_pain=2, pinch=True, pain_during=5, pain_next_day=4).tolerance


@pytest.mark.parametrize("values", [(1, 2, 3), (2, 3, 4)])
def test_what_is_below_the_usual_pain_does_not_rise(values: tuple[int, ...]) -> None:
    runs = Runs()
    for value in values:
        found = _judged(runs, usual_pain=3, pain_next_day=value)
        runs = found.runs

    assert GREEN is found.tolerance


def test_a_pinch_in_two_sessions_running_is_too_much() -> None:
    first = _judged(pinch=True)
    second = _judged(first.runs, pinch=True)

    assert [AMBER, RED] == [first.tolerance, second.tolerance]
    assert ["pinch-twice"] == _codes(second)
    assert 2 == second.runs.pinches


def test_a_day_free_of_pinches_ends_their_run() -> None:
    runs = _judged(_judged(pinch=True).runs).runs

    assert AMBER is _judged(runs, pinch=True).tolerance


def test_reds_run_until_a_day_that_is_known_to_be_better() -> None:
    twice = _judged(_judged(pain_during=6).runs, sketchy=True).runs

    assert 2 == twice.reds
    assert 0 == _judged(twice).runs.reds
    assert 0 == _judged(twice, pain_during=4).runs.reds


@pytest.mark.parametrize("unknown", [{"sketchy": None}, {"completed": False}])
def test_an_unknown_day_neither_adds_to_a_run_nor_ends_it(unknown: dict[str, Any]) -> None:
    runs = Runs(reds=2, pinches=1, moderate=True)
    found = _judged(runs, **unknown)

    assert UNKNOWN is found.tolerance
    assert (2, 1, True) == (found.runs.reds, found.runs.pinches, found.runs.moderate)


@pytest.mark.parametrize("felt", [{"pain_during": 4}, {"pain_during": 6}])
def test_silence_about_soreness_or_a_pinch_ends_no_run_of_them(felt: dict[str, Any]) -> None:
    runs = Runs(pinches=1, moderate=True)
    silent = _judged(runs, pinch=None, soreness=None, **felt).runs
    spoken = _judged(runs, **felt).runs

    assert (1, True) == (silent.pinches, silent.moderate)
    assert (0, False) == (spoken.pinches, spoken.moderate)


@pytest.mark.parametrize(
    ("pain", "pinch", "tolerance"),
    [
        (None, False, None),
        (3, False, None),
        (4, False, AMBER),
        (5, False, AMBER),
        (6, False, RED),
        (3, True, AMBER),
        (4, True, RED),
    ],
)
def test_a_stretch_break_can_only_be_evidence_for_the_worse(
    pain: int | None, pinch: bool, tolerance: Tolerance | None
) -> None:
    found = judged(replace(only(5), break_pain=pain, break_pinch=pinch), 0, Runs())

    assert tolerance is found.tolerance


def test_pain_in_a_stretch_break_counts_on_a_practice_day_as_well() -> None:
    assert RED is _judged(break_pain=6).tolerance
    assert RED is _judged(break_pain=1, pain_during=6).tolerance
    assert RED is _judged(break_pinch=True, pain_next_day=3).tolerance
    assert GREEN is _judged(break_pain=2).tolerance
    assert UNKNOWN is _judged(break_pain=2, pain_during=None).tolerance


def test_a_stretch_break_adds_to_runs_and_ends_none() -> None:
    runs = Runs(reds=1, pinches=1, moderate=True, next_days=(0, 1))
    calm = judged(replace(only(5), break_pain=0), 0, runs).runs
    amber = judged(replace(only(5), break_pain=4), 0, runs).runs
    red = judged(replace(only(5), break_pinch=True), 0, runs).runs

    assert runs == calm
    assert runs == amber
    assert replace(runs, reds=2, pinches=2) == red
