"""What others may ask about breaks."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.errors import KnownError, UsageError
from hipcoach.core.remote import (
    SESSION_LASTS_S,
    TIMED,
    BreakReport,
    BreakRequest,
    BreakWish,
    answer_breaks,
    length_s,
    play_of,
    play_request,
    session_of,
    session_request,
)

LENGTHS = st.floats(1, 86_400)
REQUESTS = st.one_of(
    st.sampled_from(sorted(set(BreakWish) - TIMED)).map(BreakRequest),
    st.builds(BreakRequest, st.sampled_from(sorted(TIMED)), LENGTHS),
    st.sampled_from(
        [BreakRequest(BreakWish.PAUSE), BreakRequest(BreakWish.PAUSE, until="tomorrow")]
    ),
)
ANYTHING = st.none() | st.booleans() | st.floats() | st.text() | st.lists(st.integers())
FIELDS = st.sampled_from(["wish", "seconds", "until", "more"])


@given(REQUESTS)
def test_a_request_comes_through_json_as_it_was(request_: BreakRequest) -> None:
    assert request_ == BreakRequest.of_plain(json.loads(json.dumps(request_.as_plain())))


@given(st.dictionaries(FIELDS, ANYTHING | st.sampled_from([*BreakWish])))
def test_whatever_else_comes_is_a_request_or_refused(plain: dict[str, object]) -> None:
    request_ = None
    with suppress(KnownError):
        request_ = BreakRequest.of_plain(plain)
    assert request_ is None or request_ == BreakRequest.of_plain(request_.as_plain())


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"wish": "dance"},
        {"wish": "snooze"},
        {"wish": "meeting"},
        {"wish": "snooze", "seconds": 0},
        {"wish": "snooze", "seconds": -1},
        {"wish": "snooze", "seconds": True},
        {"wish": "snooze", "seconds": "300"},
        {"wish": "snooze", "seconds": float("nan")},
        {"wish": "pause", "seconds": float("inf")},
        {"wish": "pause", "seconds": 400 * 86_400},
        {"wish": "pause", "seconds": 60, "until": "tomorrow"},
        {"wish": "pause", "until": "yesterday"},
        {"wish": "pause", "until": 0},
        {"wish": "pause", "until": False},
        {"wish": "pause", "until": []},
        {"wish": "pause", "seconds": ""},
        {"wish": "meeting", "until": "tomorrow"},
        {"wish": "skip", "seconds": 60},
    ],
)
def test_what_makes_no_sense_is_not_understood(plain: dict[str, object]) -> None:
    with pytest.raises(KnownError, match="not-understood"):
        BreakRequest.of_plain(plain)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5", 300),
        ("30m", 1800),
        ("45min", 2700),
        ("1h", 3600),
        ("1h30", 5400),
        ("1h 30min", 5400),
        ("2H", 7200),
        ("90s", 90),
        ("1h1m1s", 3661),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, seconds: int) -> None:
    assert seconds == length_s(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "0m",
        "-5",
        "soon",
        "5x",
        "1.5h",
        "m",
        "h",
        "²",
        "\u0661\u0660",  # ten, in digits that `int` would take
        "1e9",
        "9000h",
        "8785h",
        "9" * 5000,
        "noon",
        "nan",
    ],
)
def test_what_is_no_length_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="not-a-length"):
        length_s(text)


def test_a_request_is_answered_with_how_it_stands() -> None:
    until = datetime(2026, 3, 4, 14, tzinfo=timezone(timedelta(hours=1)))
    asked: list[BreakRequest] = []

    def ask(request_: BreakRequest) -> BreakReport:
        asked.append(request_)
        return BreakReport("paused", 3600.4, "Paused until 14:00", until=until)

    assert {
        "state": "paused",
        "remaining_s": 3600,
        "line": "Paused until 14:00",
        "reason": "",
        "until": "2026-03-04T14:00:00+01:00",
    } == answer_breaks({"ask": "break", "wish": "pause", "seconds": 300}, ask)
    assert [BreakRequest(BreakWish.PAUSE, 300)] == asked


def test_a_routine_is_asked_for_by_its_name_and_by_nothing_else() -> None:
    assert ("desk-reset", True) == play_of(play_request("desk-reset", now=True))
    assert ("desk-reset", False) == play_of({"routine": "desk-reset"})
    for bad in ({}, {"routine": ""}, {"routine": 3}, {"routine": "x" * 201}):
        with pytest.raises(KnownError, match="not-understood"):
            play_of(bad)
    with pytest.raises(KnownError, match="not-understood"):
        play_of({"routine": "desk-reset", "now": "yes"})


def test_a_session_elsewhere_is_told_for_a_short_while() -> None:
    assert SESSION_LASTS_S == session_of(session_request(runs=True))
    assert 0.0 == session_of(session_request(runs=False))
    for bad in (None, True, "20", -1, SESSION_LASTS_S + 1, float("nan")):
        with pytest.raises(KnownError, match="not-understood"):
            session_of({"seconds": bad})
