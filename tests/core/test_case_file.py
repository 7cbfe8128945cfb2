from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from hipcoach.core.case_file import CaseError, read_case
from hipcoach.core.evidence import Day
from hipcoach.core.plan import Action
from hipcoach.core.plan_log import Soreness
from hipcoach.core.ramp import plan_of
from tests.core.histories import jan

GOOD = {
    "completed": True,
    "effort": 4,
    "pain_during": 1,
    "pain_next_day": 0,
    "soreness_next_day": "mild",
    "sketchy": False,
    "front_of_hip_pinch": False,
    "red_flag": False,
}


def _row(day: int, **fields: Any) -> dict[str, Any]:
    return {"date": jan(day).isoformat(), **fields}


def _days(*rows: dict[str, Any], **document: Any) -> tuple[Day, ...]:
    return read_case({"history": list(rows), **document})


def _day(*rows: dict[str, Any]) -> Day:
    (day,) = _days(*rows)
    return day


def test_a_row_is_read_as_it_is_written() -> None:
    day = _day(_row(5, **GOOD))

    assert jan(5) == day.day
    assert day.practised
    assert (True, 4, 1, 0) == (day.completed, day.effort, day.pain_during, day.pain_next_day)
    assert (Soreness.MILD, False, False) == (day.soreness, day.sketchy, day.pinch)
    assert () == day.flags


@pytest.mark.parametrize("field", [name for name in GOOD if name != "red_flag"])
@pytest.mark.parametrize("missing", [True, False])
def test_what_is_missing_or_null_is_not_answered(field: str, missing: bool) -> None:
    fields = {**GOOD, field: None}
    if missing:
        del fields[field]
    today = plan_of(_days(_row(5, **fields), _row(8, **GOOD), _row(10, **fields)), jan(12))

    assert "not-answered" in [reason.code for reason in today.reasons]
    assert Action.HOLD is today.action


@pytest.mark.parametrize(
    "fields", [{}, {"red_flag": False}, {"completed": None}, {"note": "hello"}, {"effort": None}]
)
def test_a_bare_date_is_a_session_that_nobody_was_asked_about(fields: dict[str, Any]) -> None:
    found = plan_of(_days(_row(5, **fields)), jan(5))

    assert "unknown-day" == found.reasons[0].code
    assert jan(7) == found.next_day


@pytest.mark.parametrize(
    "fields",
    [
        {"clearance": True},
        {"clearance": False},
        {"baseline": 2},
        {"ceiling": 2},
        {"declined": True},
    ],
)
def test_a_row_may_tell_something_without_a_session(fields: dict[str, Any]) -> None:
    assert Action.START is plan_of(_days(_row(5, **fields)), jan(6)).action


def test_a_row_with_a_session_may_tell_something_as_well() -> None:
    day = _day(_row(5, **GOOD, ceiling=2, baseline=1))

    assert (True, 2, 1) == (day.practised, day.ceiling, day.usual_pain)


def test_a_flag_alone_is_no_session() -> None:
    day = _day(_row(6, red_flag=True))

    assert (False, ("unspecified",)) == (day.practised, day.flags)


def test_a_flag_alone_stops() -> None:
    assert plan_of(_days(_row(5, **GOOD), _row(6, red_flag=True)), jan(9)).stopped
    assert plan_of(_days(_row(5, **{**GOOD, "red_flag": True})), jan(9)).stopped


def test_a_clearance_of_a_later_date_ends_a_stop_and_one_of_the_same_does_not() -> None:
    flag, cleared = _row(5, red_flag=True), {"clearance": True, "by": "Dr. Lee", "words": "fine"}

    assert plan_of(_days(flag, _row(5, **cleared)), jan(9)).stopped
    assert plan_of(_days(_row(4, **cleared), flag), jan(9)).stopped
    assert Action.START is plan_of(_days(flag, _row(6, **cleared)), jan(9)).action
    assert plan_of(_days(flag, _row(6, clearance=False)), jan(9)).stopped


def test_three_red_up_to_the_date_of_a_clearance_stop_all_the_same() -> None:
    reds = [_row(day, **{**GOOD, "sketchy": True}) for day in (5, 8, 11)]

    assert plan_of(_days(*reds, _row(11, clearance=True)), jan(12)).stopped
    assert not plan_of(_days(*reds, _row(12, clearance=True)), jan(12)).stopped
    in_a_break = _row(11, front_of_hip_pinch=True, pain_during=4, **{"break": True})
    assert plan_of(_days(*reds[:2], in_a_break, _row(11, clearance=True)), jan(12)).stopped
    again = plan_of(
        _days(*reds, _row(12, clearance=True), _row(12, **{**GOOD, "sketchy": True})), jan(13)
    )
    assert (Action.BACK_OFF, jan(15)) == (again.action, again.next_day)


def test_a_stretch_break_does_not_count_and_its_pain_does() -> None:
    calm = _row(5, **{**GOOD, "break": True, "pain_next_day": 5})
    sore = _row(5, pain_during=6, **{"break": True})
    pinch = _row(5, front_of_hip_pinch=True, **{"break": True})

    assert (False, 1, False) == (
        _day(calm).practised,
        _day(calm).break_pain,
        _day(calm).break_pinch,
    )
    assert jan(5) == plan_of(_days(calm), jan(5)).next_day
    assert jan(8) == plan_of(_days(sore), jan(5)).next_day
    assert jan(7) == plan_of(_days(pinch), jan(5)).next_day
    assert _day(_row(5, **GOOD, **{"break": False})).practised


def test_declining_is_a_ceiling_of_two() -> None:
    assert 2 == _day(_row(5, declined=True)).ceiling
    assert 1 == _day(_row(5, declined=True, ceiling=1)).ceiling
    assert _day(_row(5, declined=False, **GOOD)).ceiling is None


def test_usual_pain_may_stand_beside_the_history_or_in_it() -> None:
    sore = {**GOOD, "pain_during": 5}

    for rows in (
        _days(_row(5, **sore), baseline=2),
        _days(_row(5, **sore), _row(9, baseline=2)),
        _days(_row(1, baseline=2), _row(5, **sore)),
        _days(_row(1, baseline=2), _row(5, **sore), baseline=0),
    ):
        assert "green-day" == plan_of(rows, jan(6)).reasons[0].code
    assert "amber-day" == plan_of(_days(_row(5, **sore)), jan(6)).reasons[0].code
    later = _days(_row(5, **sore), _row(9, baseline=2), baseline=0)
    assert "amber-day" == plan_of(later, jan(6)).reasons[0].code


def test_rows_of_one_date_are_one_day_in_any_order() -> None:
    rows = [
        _row(5, **{**GOOD, "completed": False, "effort": 8}),
        _row(5, **{**GOOD, "pain_during": 4, "soreness_next_day": "severe"}),
        _row(5, pain_next_day=3, sketchy=True, front_of_hip_pinch=True),
        _row(5, pain_during=2, **{"break": True}),
        _row(5, red_flag=True, ceiling=2, baseline=3),
        _row(5, clearance=True, ceiling=1, baseline=1),
        _row(8, **GOOD),
    ]
    found = {_days(*order) for order in permutations(rows)}

    ((day, _),) = found
    assert (True, 8, 4, 3) == (day.completed, day.effort, day.pain_during, day.pain_next_day)
    assert (Soreness.SEVERE, True, True, 2) == (
        day.soreness,
        day.sketchy,
        day.pinch,
        day.break_pain,
    )
    assert (1, 1) == (day.ceiling, day.usual_pain)


def test_a_whole_number_may_be_written_with_a_point() -> None:
    assert 4 == _day(_row(5, effort=4.0)).effort


@pytest.mark.parametrize(
    ("document", "code", "details"),
    [
        ([], "case-no-history", {"row": 0, "field": "history"}),
        ({}, "case-no-history", {"row": 0, "field": "history"}),
        ({"history": {}}, "case-no-history", {"row": 0, "field": "history"}),
        ({"history": [{"date": "2026-01-05"}, 7]}, "case-no-row", {"row": 2, "field": ""}),
        ({"history": [{}]}, "case-bad-date", {"row": 1, "field": "date", "value": None}),
        (
            {"history": [{"date": "5 January"}]},
            "case-bad-date",
            {"row": 1, "field": "date", "value": "5 January"},
        ),
        (
            {"history": [], "baseline": 11},
            "case-bad-number",
            {"row": 0, "field": "baseline", "value": 11, "least": 0, "most": 10},
        ),
    ],
)
def test_a_fault_names_the_row_and_the_field(
    document: object, code: str, details: dict[str, object]
) -> None:
    with pytest.raises(CaseError) as caught:
        read_case(document)

    assert (code, details) == (caught.value.code, caught.value.details)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("completed", 1, "case-bad-yes-no"),
        ("sketchy", "no", "case-bad-yes-no"),
        ("front_of_hip_pinch", 0, "case-bad-yes-no"),
        ("red_flag", "yes", "case-bad-yes-no"),
        ("clearance", 1, "case-bad-yes-no"),
        ("declined", 1, "case-bad-yes-no"),
        ("break", 1, "case-bad-yes-no"),
        ("effort", -1, "case-bad-number"),
        ("effort", 11, "case-bad-number"),
        ("pain_during", "4", "case-bad-number"),
        ("pain_next_day", 2.5, "case-bad-number"),
        ("pain_next_day", True, "case-bad-number"),
        ("pain_next_day", float("nan"), "case-bad-number"),
        ("pain_next_day", float("inf"), "case-bad-number"),
        ("ceiling", 0, "case-bad-number"),
        ("ceiling", 4, "case-bad-number"),
        ("baseline", 11, "case-bad-number"),
        ("soreness_next_day", "awful", "case-bad-word"),
        ("soreness_next_day", 2, "case-bad-word"),
    ],
)
def test_a_bad_value_is_told(field: str, value: object, code: str) -> None:
    with pytest.raises(CaseError) as caught:
        _days(_row(5, **GOOD), _row(8, **{field: value}))

    assert (code, 2, field) == (
        caught.value.code,
        caught.value.details["row"],
        caught.value.details["field"],
    )


@pytest.mark.parametrize("value", [0, 10])
def test_the_ends_of_a_scale_are_in_it(value: int) -> None:
    assert value == _day(_row(5, effort=value)).effort


@pytest.mark.parametrize("value", [1, 3])
def test_the_ends_of_the_levels_are_levels(value: int) -> None:
    assert value == _day(_row(5, ceiling=value)).ceiling


def test_dates_are_told_by_date() -> None:
    days = _days(_row(8, **GOOD), _row(5, **GOOD))

    assert [date(2026, 1, 5), date(2026, 1, 8)] == [day.day for day in days]
