"""The machine of the breaks: what it tells beside its events, and what it is given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hipcoach.core.breaks import (
    LENGTHS,
    BreakSettings,
    Command,
    Event,
    EventKind,
    Finish,
    Guard,
    MeetingFor,
    Order,
    PauseFor,
    PauseUntil,
    Refusal,
    Sample,
    Snooze,
    Standing,
    Status,
    begun,
    preview,
    restored,
    sampled,
    status,
    stored,
)
from hipcoach.core.breaks.state import UnreadableError, read_state
from hipcoach.core.hours import Hours, HoursError, read_dates, read_week
from tests.core.break_world import World

BERLIN = ZoneInfo("Europe/Berlin")
WALL = "2026-03-04T09:00:00+01:00"


def _world(settings: BreakSettings | None = None, wall: str = WALL) -> World:
    return World(wall, "Europe/Berlin", settings)


def _sat(seconds: int, settings: BreakSettings | None = None) -> World:
    """A world in which somebody has sat for so long."""
    world = _world(settings)
    world.do({"do": "active", "for_s": seconds})
    return world


def _status(world: World) -> Status:
    return status(world.state, world.settings)


def _last(world: World) -> Event:
    return world.happened[-1][1]


# What stands in the tray


def test_a_fresh_machine_waits_a_full_interval() -> None:
    assert Status(Standing.WAITING, 3600, can_snooze=True) == _status(_world())


def test_outside_the_hours_a_fresh_machine_says_so() -> None:
    assert Status(Standing.OUTSIDE, 3600) == _status(_world(wall="2026-03-07T09:00:00+01:00"))


def test_what_remains_is_sitting_time() -> None:
    world = _sat(600)
    world.do({"do": "locked", "for_s": 100})
    assert 3000 == _status(world).remaining_s


def test_a_held_break_tells_what_holds_it_now_and_for_how_long() -> None:
    world = _sat(3500)
    world.guards = frozenset({Guard.FULLSCREEN})
    world.do({"do": "active", "for_s": 110})
    assert Status(Standing.HELD, 0, Guard.FULLSCREEN, 10.0, can_snooze=True) == _status(world)
    world.tell(MeetingFor(60))
    world.do({"do": "active", "for_s": 10})
    assert Status(
        Standing.HELD, 0, Guard.MEETING, 20.0, meeting_s=50.0, can_snooze=True
    ) == _status(world)
    world.guards = frozenset()
    world.do({"do": "active", "for_s": 51})
    assert Guard.MEETING is _status(world).guard


def test_a_pause_tells_its_end_in_local_time() -> None:
    world = _sat(60)
    world.tell(PauseFor(1800))
    now = _status(world)
    assert Standing.PAUSED is now.standing
    assert "2026-03-04T09:31:00+01:00" == str(now.paused_until and now.paused_until.isoformat())
    assert not now.can_snooze
    world.do({"do": "zone", "to": "Europe/London"})
    world.do({"do": "active", "for_s": 1})
    until = _status(world).paused_until
    assert until is not None
    assert (8, 31) == (until.hour, until.minute)


def test_a_pause_without_an_end_tells_none() -> None:
    world = _world()
    world.tell(Order.PAUSE)
    assert Status(Standing.PAUSED, 3600) == _status(world)


def test_what_would_be_refused_is_known_before() -> None:
    world = _sat(3600, BreakSettings(snooze_limit=1))
    assert _status(world).can_snooze
    world.tell(Snooze(300))
    assert (300, 1, False) == (
        _status(world).remaining_s,
        _status(world).snoozes,
        _status(world).can_snooze,
    )


def test_in_a_break_a_pause_shows_only_after_it() -> None:
    world = _world()
    world.tell(Order.BREAK_NOW)
    world.tell(Order.PAUSE)
    assert Standing.RUNNING is _status(world).standing
    world.tell(Finish(90))
    assert Standing.PAUSED is _status(world).standing


# What events tell


def test_an_event_carries_the_time_of_its_sample() -> None:
    world = _sat(3570)
    assert EventKind.NOTICE is _last(world).kind
    assert datetime(2026, 3, 4, 9, 59, 30, tzinfo=BERLIN) == _last(world).at
    world.do({"do": "clock_step", "by_s": 100})
    world.tell(Order.SKIP)
    assert datetime(2026, 3, 4, 9, 59, 30, tzinfo=BERLIN) == _last(world).at


def test_events_tell_their_lengths() -> None:
    world = _sat(3600)
    world.tell(Snooze(300))
    assert 300 == _last(world).length_s
    world.do({"do": "locked", "for_s": 200})
    world.do({"do": "suspend", "for_s": 150})
    assert (EventKind.SATISFIED, 350) == (_last(world).kind, _last(world).length_s)
    world.tell(Order.BREAK_NOW)
    world.tell(Finish(-3))
    assert (EventKind.CUT_SHORT, 0) == (_last(world).kind, _last(world).length_s)
    world.tell(Order.BREAK_NOW)
    world.do({"do": "active", "for_s": 50})
    world.do({"do": "suspend", "for_s": 10})
    assert (EventKind.TAKEN, 50) == (_last(world).kind, _last(world).length_s)


@pytest.mark.parametrize("length_s", [0.0, -1.0, float("nan"), float("inf")])
def test_what_is_no_length_is_refused(length_s: float) -> None:
    world = _sat(3600)
    before = world.state
    for command in (Snooze(length_s), PauseFor(length_s), MeetingFor(length_s)):
        world.tell(command)
        assert Refusal.NO_LENGTH is _last(world).reason
    assert before == world.state


def test_a_refusal_tells_why() -> None:
    world = _sat(3600, BreakSettings(snooze_limit=1))
    world.tell(Snooze(60))
    world.tell(Snooze(60))
    assert Refusal.TOO_MANY is _last(world).reason
    world.tell(PauseUntil(datetime(2026, 3, 4, 10, tzinfo=BERLIN)))
    assert Refusal.NOT_IN_FUTURE is _last(world).reason
    world.tell(Order.PAUSE)
    world.tell(Order.START)
    assert (EventKind.REFUSED, Refusal.NOT_NOW) == (_last(world).kind, _last(world).reason)


def test_a_pause_may_end_beyond_all_calendars() -> None:
    world = _world()
    for command in (PauseFor(1e300), PauseUntil(datetime.max.replace(tzinfo=UTC))):
        world.tell(command)
        until = _status(world).paused_until
        assert until is not None
        assert 9000 == until.year
    world.do({"do": "clock_step", "by_s": 1e9})
    world.do({"do": "active", "for_s": 1})
    assert Standing.PAUSED is _status(world).standing


def test_a_pause_until_an_hour_that_comes_twice_ends_at_the_right_one() -> None:
    world = _world(wall="2026-10-25T02:10:00+02:00")
    world.tell(PauseUntil(datetime(2026, 10, 25, 2, 5, fold=1, tzinfo=BERLIN)))
    assert EventKind.PAUSED is _last(world).kind
    world.do({"do": "suspend", "for_s": 3299})
    assert Standing.PAUSED is _status(world).standing
    world.do({"do": "active", "for_s": 1})
    assert EventKind.RESUMED is _last(world).kind


# Clocks


def test_clocks_that_run_backwards_count_for_nothing() -> None:
    settings, wall = BreakSettings(), datetime.fromisoformat(WALL)
    state, _ = begun(settings, Sample(100.0, 100.0, wall))
    state, _ = sampled(state, settings, Sample(110.0, 110.0, wall + timedelta(seconds=10)))
    state, events = sampled(state, settings, Sample(5.0, 5.0, wall))
    assert () == events
    assert 3590 == status(state, settings).remaining_s
    state, _ = sampled(state, settings, Sample(6.0, 6.0, wall))
    assert 3589 == status(state, settings).remaining_s


@pytest.mark.parametrize(("suspended_s", "remaining_s"), [(0.9, 3599.1), (1.0, 3600.0)])
def test_a_suspend_begins_at_a_second(suspended_s: float, remaining_s: float) -> None:
    world = _world()
    world.do({"do": "suspend", "for_s": suspended_s})
    assert remaining_s == pytest.approx(_status(world).remaining_s)


@pytest.mark.parametrize(("stalled_s", "remaining_s"), [(60, 3540), (60.5, 3600)])
def test_a_stall_begins_after_a_minute(stalled_s: float, remaining_s: float) -> None:
    world = _world()
    world.do({"do": "stall", "for_s": stalled_s})
    assert remaining_s == _status(world).remaining_s


def test_a_hour_that_comes_twice_is_no_clock_step() -> None:
    settings = BreakSettings(hours=Hours(always=True))
    world = World("2026-10-25T02:50:00+02:00", "Europe/Berlin", settings)
    world.tell(PauseFor(1200))
    world.do({"do": "active", "for_s": 1199})
    assert Standing.PAUSED is _status(world).standing
    world.do({"do": "active", "for_s": 1})
    assert Standing.WAITING is _status(world).standing


# Storing


def test_what_is_stored_is_json_of_version_1_with_moments_in_utc() -> None:
    world = _sat(100)
    world.tell(PauseFor(60))
    content = json.loads(stored(world.state))
    assert 1 == content["version"]
    assert "2026-03-04T08:01:40+00:00" == content["wall"]
    assert "2026-03-04T08:02:40+00:00" == content["pause"]["until"]
    assert not {"boot", "mono"} & set(content)


def test_a_stored_state_is_small() -> None:
    world = _world()
    for _ in range(200):
        world.do({"do": "locked", "for_s": 3})
        world.do({"do": "active", "for_s": 3})
    assert 2 >= len(world.state.presence.stretches)
    assert 2000 > len(stored(world.state))


def test_every_value_that_is_stored_is_needed() -> None:
    world = _sat(100)
    world.do({"do": "unknown", "for_s": 1})
    world.do({"do": "locked", "for_s": 1})
    world.tell(Order.BREAK_NOW)
    world.tell(PauseFor(60))
    world.tell(MeetingFor(60))
    content = json.loads(stored(world.state))
    lacking = 0
    for path in _paths(content):
        part = json.loads(stored(world.state))
        inner = part
        for key in path[:-1]:
            inner = inner[key]
        del inner[path[-1]]
        with pytest.raises(UnreadableError):
            read_state(json.dumps(part))
        lacking += 1
    assert 25 < lacking


def _paths(part: Mapping[str, object]) -> list[list[str]]:
    """The way to every value in it."""
    paths: list[list[str]] = []
    for key, inner in part.items():
        paths.append([key])
        if isinstance(inner, Mapping):
            paths += [[key, *path] for path in _paths(inner)]
    return paths


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version": 1', '"version": 2'),
        ('"version": 1', '"version": true'),
        ('"version": 1', '"version": 1.0'),
        ('"version": 1', '"version": "1"'),
        ('"wall": "2026-03-04T08:01:40+00:00"', '"wall": "2026-03-04T08:01:40"'),
        ('"wall": "2026-03-04T08:01:40+00:00"', '"wall": "yesterday"'),
        ('"wall": "2026-03-04T08:01:40+00:00"', '"wall": 5'),
        ('"outside": false', '"outside": 0'),
        ('"outside": false', '"outside": null'),
        ('"counted_s": 100.0', '"counted_s": "100"'),
        ('"counted_s": 100.0', '"counted_s": true'),
        ('"counted_s": 100.0', '"counted_s": -1'),
        ('"counted_s": 100.0', '"counted_s": NaN'),
        ('"counted_s": 100.0', '"counted_s": Infinity'),
        ('"snoozes": 0', '"snoozes": 0.5'),
        ('"snoozes": 0', '"snoozes": -1'),
        ('"stage": "interval"', '"stage": "night"'),
        ('"guard": null', '"guard": "dog"'),
        ('"guard": null', '"guard": []'),
        ('"pause": null', '"pause": []'),
        ('"stretches": []', '"stretches": {}'),
        ('"stretches": []', '"stretches": [1]'),
        ('"away": false', '"away": true'),
    ],
)
def test_a_value_of_the_wrong_kind_is_a_fresh_start(old: str, new: str) -> None:
    world = _sat(100)
    text = stored(world.state)
    assert old in text
    _, events = restored(text, world.settings, world.sample())
    assert () == events
    state, events = restored(text.replace(old, new), world.settings, world.sample())
    assert [EventKind.FRESH_START] == [event.kind for event in events]
    assert Status(Standing.WAITING, 3600, can_snooze=True) == status(state, world.settings)


LONG_AFTER_S = 1e9


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("presence", {"now_s": 1e18}),
        ("presence", {"floor_s": LONG_AFTER_S}),
        ("presence", {"listened_s": LONG_AFTER_S}),
        ("presence", {"stretches": [{"from_s": 9, "until_s": 8, "credited": False}]}),
        ("presence", {"stretches": [{"from_s": 9, "until_s": 999, "credited": False}]}),
        ("cycle", {"held_from_s": LONG_AFTER_S}),
        ("cycle", {"snooze_s": LONG_AFTER_S}),
        ("cycle", {"ignored": 3}),
        ("cycle", {"stage": "held"}),
        ("", {"meeting_until_s": LONG_AFTER_S}),
        ("", {"pause": {"until": None, "by_clock": True}}),
        ("", {"pause": {"until": "9999-12-31T23:59:59+00:00", "by_clock": True}}),
    ],
)
def test_what_can_not_be_true_is_a_fresh_start(part: str, values: dict[str, object]) -> None:
    world = _sat(100)
    content = json.loads(stored(world.state))
    (content[part] if part else content).update(values)
    state, events = restored(json.dumps(content), world.settings, world.sample())
    assert [EventKind.FRESH_START] == [event.kind for event in events]
    assert Status(Standing.WAITING, 3600, can_snooze=True) == status(state, world.settings)


def test_a_pause_of_seconds_is_over_where_the_clock_stood_at_the_end_of_time() -> None:
    world = _sat(100)
    world.tell(PauseFor(600))
    content = json.loads(stored(world.state))
    content["wall"] = "9999-12-31T23:59:59+00:00"
    _, events = restored(json.dumps(content), world.settings, world.sample())
    assert [EventKind.RESUMED] == [event.kind for event in events]


@pytest.mark.parametrize("command", [Snooze(LONG_AFTER_S), MeetingFor(LONG_AFTER_S)])
def test_nobody_snoozes_or_meets_for_longer_than_a_year(command: Command) -> None:
    year_s = 366 * 86_400
    world = _sat(100)
    world.tell(command)
    now = status(world.state, world.settings)
    assert year_s in {now.remaining_s, now.meeting_s}
    _, events = restored(stored(world.state), world.settings, world.sample())
    assert () == events


def test_an_input_right_after_a_sample_keeps_what_was_sat_before_it() -> None:
    world = _world()
    for idle, seconds in ((1.0, 1), (61.0, 61)):
        world._pass(seconds)
        world.idle = idle
        world._see()
    assert 3599 == status(world.state, world.settings).remaining_s


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "1", '"1"', "{}", "[" * 100_000, "9" * 9999]
)
def test_text_that_is_no_state_is_a_fresh_start(text: str) -> None:
    world = _world()
    _, events = restored(text, world.settings, world.sample())
    assert [EventKind.FRESH_START] == [event.kind for event in events]
    assert world.sample().wall == events[0].at


# Settings


@pytest.mark.parametrize("key", LENGTHS)
def test_a_setting_of_the_wrong_kind_is_refused(key: str) -> None:
    for value in (-1, float("nan"), float("inf"), "60", None, True):
        with pytest.raises(ValueError, match=key):
            BreakSettings().with_table({key: value})


@pytest.mark.parametrize("key", LENGTHS)
def test_only_some_lengths_may_be_nothing(key: str) -> None:
    if key in {"notice_s", "settle_s", "again_s", "snooze_limit"}:
        assert 0 == getattr(BreakSettings().with_table({key: 0}), key)
    else:
        with pytest.raises(ValueError, match=key):
            BreakSettings().with_table({key: 0})


def test_the_snooze_limit_is_a_whole_number() -> None:
    with pytest.raises(ValueError, match="snooze_limit"):
        BreakSettings(snooze_limit=1.5)  # type: ignore[arg-type]


def test_settings_are_written_as_they_are_read() -> None:
    table = {
        "interval_s": 1800,
        "hours": {"sat": ["10:00-12:00"]},
        "days_off": ["2026-12-25"],
        "always": True,
    }
    settings = BreakSettings().with_table(table)
    assert settings == BreakSettings().with_table(settings.table())
    assert table.items() <= settings.table().items()
    assert (
        replace(
            BreakSettings(interval_s=1800),
            hours=Hours(
                read_week({"sat": ["10:00-12:00"]}), read_dates(["2026-12-25"]), always=True
            ),
        )
        == settings
    )


def test_what_no_setting_is_called_is_refused() -> None:
    with pytest.raises(KeyError):
        BreakSettings().with_table({"interval": 60})
    with pytest.raises(ValueError, match="always"):
        BreakSettings().with_table({"always": 1})
    with pytest.raises(HoursError):
        BreakSettings().with_table({"hours": {"mon": ["9-5"]}})


# The preview


def _times(settings: BreakSettings, day: date) -> list[str]:
    return [f"{time:%H:%M}" for time in preview(settings, day, BERLIN)]


def test_the_preview_of_a_day_in_the_office() -> None:
    hours = [f"{hour}:00" for hour in range(10, 18)]
    assert hours == _times(BreakSettings(), date(2026, 3, 4))
    assert [] == _times(BreakSettings(), date(2026, 3, 7))


def test_each_range_begins_with_a_full_interval() -> None:
    settings = BreakSettings(interval_s=2700).with_table(
        {"hours": {"wed": ["08:00-10:00", "13:00-15:15"]}}
    )
    assert ["08:45", "09:30", "13:45", "14:30"] == _times(settings, date(2026, 3, 4))


def test_a_night_is_previewed_with_the_day_it_starts_on() -> None:
    settings = BreakSettings().with_table({"hours": {"fri": ["22:00-02:30"]}})
    assert ["23:00", "00:00", "01:00", "02:00"] == _times(settings, date(2026, 3, 6))
    assert [] == _times(settings, date(2026, 3, 7))


def test_the_preview_knows_what_the_clocks_do() -> None:
    settings = BreakSettings().with_table({"hours": {"sun": ["01:00-05:00"]}})
    assert ["03:00", "04:00"] == _times(settings, date(2026, 3, 29))
    assert ["02:00", "02:00", "03:00", "04:00"] == _times(settings, date(2026, 10, 25))


def test_always_is_previewed_for_the_whole_day() -> None:
    settings = BreakSettings(hours=Hours(days_off=frozenset({date(2026, 3, 5)}), always=True))
    assert 23 == len(_times(settings, date(2026, 3, 4)))
    assert [] == _times(settings, date(2026, 3, 5))


def test_an_interval_longer_than_the_day_reminds_never() -> None:
    assert [] == _times(BreakSettings(interval_s=32_400), date(2026, 3, 4))
    assert ["17:59"] == _times(BreakSettings(interval_s=32_340), date(2026, 3, 4))


def test_the_preview_is_what_happens() -> None:
    settings = BreakSettings(interval_s=1500)
    world = _world(settings)
    due = []
    for _ in range(9 * 3600):
        world.do({"do": "active", "for_s": 1})
        if world.happened and _last(world).kind is EventKind.DUE:
            due.append(_last(world).at)
            world.tell(Order.SKIP)
    assert list(preview(settings, date(2026, 3, 4), BERLIN)) == due
