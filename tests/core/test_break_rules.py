"""What holds for breaks whatever happens: days that nobody would think of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.breaks import (
    BreakSettings,
    BreakState,
    Event,
    EventKind,
    Finish,
    Guard,
    MeetingFor,
    Order,
    PauseFor,
    PauseUntil,
    Sample,
    Snooze,
    Standing,
    Status,
    Step,
    restored,
    sampled,
    status,
    stored,
    told,
)
from hipcoach.core.breaks.state import read_state
from hipcoach.core.hours import Hours
from tests.core.break_world import World

WALL = "2026-03-04T17:56:00+01:00"
"""Four minutes before the hours end."""
SHORT = BreakSettings(
    interval_s=20,
    break_s=6,
    notice_s=5,
    idle_after_s=8,
    credit_s=25,
    settle_s=3,
    offer_s=7,
    again_s=9,
    snooze_limit=2,
)
"""Small numbers, so that a few minutes hold everything that can happen."""
ALWAYS = replace(SHORT, hours=Hours(always=True))

LENGTH = st.integers(1, 30)
TIMED = st.builds(
    lambda do, for_s: {"do": do, "for_s": for_s},
    st.sampled_from(
        ["active", "active", "active", "idle", "locked", "unknown", "suspend", "stall"]
    ),
    LENGTH,
)
GUARDED = st.builds(
    lambda do, guard: {"do": do, "guard": guard},
    st.sampled_from(["guard_on", "guard_off"]),
    st.sampled_from([guard.value for guard in Guard]),
)
PRESSED = st.builds(
    lambda name: {"do": "command", "name": name},
    st.sampled_from(["start", "skip", "pause", "resume", "end_meeting", "break_now"]),
)
ASKED = st.builds(
    lambda name, seconds: {"do": "command", "name": name, "seconds": seconds},
    st.sampled_from(["finish", "snooze", "pause", "meeting"]),
    st.integers(-1, 25),
)
RESTARTED = st.builds(
    lambda after_s, reboot: {"do": "restart", "after_s": after_s, "reboot": reboot},
    st.integers(0, 30),
    st.booleans(),
)
CHANGED = st.builds(
    lambda key, value: {"do": "settings", key: value},
    st.sampled_from(["interval_s", "again_s", "offer_s", "credit_s", "settle_s", "notice_s"]),
    st.integers(1, 30),
)
CLOCK_SET = st.builds(lambda by_s: {"do": "clock_step", "by_s": by_s}, st.integers(-9000, 9000))
STEPS = st.one_of(*[TIMED] * 6, GUARDED, PRESSED, ASKED, RESTARTED, CHANGED)
DAYS = st.lists(STEPS, min_size=8, max_size=25)
DAYS_WITH_CLOCKS = st.lists(st.one_of(*[STEPS] * 12, CLOCK_SET), min_size=8, max_size=25)

ENDS_A_SNOOZE = frozenset(
    {EventKind.SATISFIED, EventKind.SKIPPED, EventKind.STARTED, EventKind.PAUSED}
)

BEGINS_A_CYCLE = ENDS_A_SNOOZE | {
    EventKind.MISSED,
    EventKind.RESUMED,
    EventKind.TAKEN,
    EventKind.CUT_SHORT,
}
AT_WORK = frozenset({Standing.WAITING, Standing.HELD, Standing.OFFERED})
COMES_FROM = {
    EventKind.DUE: {Standing.WAITING, Standing.HELD},
    EventKind.HELD: {Standing.WAITING, Standing.OFFERED},
    EventKind.IGNORED: {Standing.OFFERED},
    EventKind.MISSED: {Standing.OFFERED},
    EventKind.TAKEN: {Standing.RUNNING},
    EventKind.CUT_SHORT: {Standing.RUNNING},
    EventKind.SNOOZED: AT_WORK,
    EventKind.SKIPPED: AT_WORK,
    EventKind.SATISFIED: AT_WORK | {Standing.RUNNING},
    EventKind.STARTED: set(Standing) - {Standing.RUNNING},
    EventKind.RESUMED: {Standing.PAUSED, Standing.RUNNING},
}
"""Standings that an event can follow, of those that can't follow every one."""


class Watched(World):
    """A world that keeps how it stood after everything that was done to the machine."""

    def __init__(self, settings: BreakSettings) -> None:
        self.seen: list[tuple[float, Sample | None, BreakState, Status, tuple[Event, ...]]] = []
        self.asked: Sample | None = None
        super().__init__(WALL, "Europe/Berlin", settings)

    def sample(self, *, idle: bool = True, locked: bool | None = False) -> Sample:
        self.asked = super().sample(idle=idle, locked=locked)
        return self.asked

    def _take(self, step: Step) -> None:
        super()._take(step)
        now = status(self.state, self.settings)
        self.seen.append((self.at_s, self.asked, self.state, now, step[1]))
        self.asked = None


def _lived(day: list[dict[str, Any]], settings: BreakSettings = SHORT) -> Watched:
    world = Watched(settings)
    for step in day:
        world.do(step)
    return world


@given(DAYS_WITH_CLOCKS)
def test_nothing_is_shown_to_who_is_away_guarded_paused_or_off_work(
    day: list[dict[str, Any]],
) -> None:
    for _, sample, state, now, events in _lived(day).seen:
        if {EventKind.DUE, EventKind.NOTICE} & {event.kind for event in events}:
            assert sample is not None
            assert not sample.locked
            assert not sample.guards
            assert not state.presence.away
            assert state.meeting_until_s is None
            assert now.standing in {Standing.OFFERED, Standing.WAITING}
            assert SHORT.hours.open_at(sample.wall)


@given(DAYS_WITH_CLOCKS)
def test_no_offer_comes_within_a_snooze(day: list[dict[str, Any]]) -> None:
    until_s = 0.0
    for at_s, _, _, now, events in _lived(day).seen:
        for event in events:
            if event.kind is EventKind.SNOOZED:
                assert event.length_s is not None
                until_s = at_s + event.length_s
            elif event.kind in ENDS_A_SNOOZE:
                until_s = 0.0
            elif event.kind in {EventKind.DUE, EventKind.HELD, EventKind.NOTICE}:
                assert at_s >= until_s
        if now.standing is Standing.OUTSIDE:
            until_s = 0.0


@given(DAYS_WITH_CLOCKS)
def test_what_remains_is_never_negative_nor_longer_than_its_countdown(
    day: list[dict[str, Any]],
) -> None:
    for _, _, _, now, _ in _lived(day).seen:
        assert 0 <= now.remaining_s <= 30
        assert 0 <= now.held_s
        assert 0 <= now.meeting_s <= 25
        assert (now.standing is Standing.HELD) == (now.guard is not None)
        assert now.standing not in {Standing.HELD, Standing.OFFERED} or 0 == now.remaining_s


@given(DAYS_WITH_CLOCKS)
def test_every_state_can_be_stored_and_read_again(day: list[dict[str, Any]]) -> None:
    for _, _, state, _, _ in _lived(day).seen:
        read = read_state(stored(state))
        assert replace(state, mono=0.0, boot=0.0, wall=state.wall.astimezone(UTC)) == read


@given(DAYS, st.data())
def test_a_clock_that_is_set_changes_no_remaining_time(
    day: list[dict[str, Any]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(day)))
    by_s = data.draw(st.integers(-(10**7), 10**7))
    # A clock that is set while the program is off looks like time off: a sample comes first.
    before, after = day[:place], [{"do": "active", "for_s": 1}, *day[place:]]
    calm = _lived([*before, *after], ALWAYS)
    moved = _lived([*before, {"do": "clock_step", "by_s": by_s}, *after], ALWAYS)
    assert _told(calm) == _told(moved)


def _told(world: Watched) -> list[object]:
    """All that is to be seen of a day but what the clock showed."""
    return [
        (at_s, replace(now, paused_until=None), [event.kind for event in events])
        for at_s, _, _, now, events in world.seen
    ]


@given(DAYS, st.integers(-(10**7), 10**7))
def test_the_end_of_a_pause_moves_with_the_clock(day: list[dict[str, Any]], by_s: int) -> None:
    world = _lived(day, ALWAYS)
    world.tell(PauseFor(1000))
    before = status(world.state, ALWAYS).paused_until
    world.do({"do": "clock_step", "by_s": by_s})
    world.do({"do": "active", "for_s": 1})
    after = status(world.state, ALWAYS).paused_until
    assert before is not None
    assert after is not None
    assert timedelta(seconds=by_s) == after.astimezone(UTC) - before.astimezone(UTC)


@given(DAYS_WITH_CLOCKS)
def test_an_event_comes_only_where_it_can(day: list[dict[str, Any]]) -> None:
    before = Standing.WAITING
    for _, _, _, now, events in _lived(day).seen:
        for event in events:
            assert before in COMES_FROM.get(event.kind, Standing)
        if EventKind.DUE in {event.kind for event in events}:
            assert Standing.OFFERED is now.standing
        before = now.standing


@given(DAYS_WITH_CLOCKS)
def test_there_is_one_notice_in_a_cycle_and_none_for_a_break_that_comes_back(
    day: list[dict[str, Any]],
) -> None:
    may_come = True
    for _, _, _, now, events in _lived(day).seen:
        for event in events:
            assert may_come or event.kind is not EventKind.NOTICE
            if event.kind is not EventKind.REFUSED:
                may_come = event.kind in BEGINS_A_CYCLE
        if now.standing in {Standing.OUTSIDE, Standing.PAUSED, Standing.RUNNING}:
            may_come = True


@given(st.lists(st.integers(1, 60), max_size=40))
def test_late_samples_lose_no_sitting_time(gaps: list[int]) -> None:
    world = Watched(BreakSettings(hours=Hours(always=True)))
    for gap in gaps:
        world.do({"do": "stall", "for_s": gap})
    sat_s = sum(gaps)
    assert max(0, 3600 - sat_s) == status(world.state, world.settings).remaining_s
    kinds = [event.kind for _, event in world.happened]
    passed = [
        kind for kind, at_s in ((EventKind.NOTICE, 3570), (EventKind.DUE, 3600)) if sat_s >= at_s
    ]
    assert passed == kinds


NUMBER = st.floats(-1e9, 1e9)
WALLS = st.builds(
    lambda moment, zone: (datetime(2026, 1, 1, tzinfo=UTC) + moment).astimezone(zone),
    st.timedeltas(timedelta(days=-20_000), timedelta(days=20_000)),
    st.timezones(),
)
SAMPLES = st.builds(
    Sample,
    NUMBER,
    NUMBER,
    WALLS,
    st.none() | NUMBER,
    st.none() | st.booleans(),
    st.frozensets(st.sampled_from(Guard)),
)
ANY_NUMBER = st.floats(allow_nan=True, allow_infinity=True)
COMMANDS = st.one_of(
    st.sampled_from(Order),
    st.builds(Finish, ANY_NUMBER),
    st.builds(Snooze, ANY_NUMBER),
    st.builds(PauseFor, ANY_NUMBER),
    st.builds(MeetingFor, ANY_NUMBER),
    st.builds(PauseUntil, st.datetimes(timezones=st.timezones())),
)


@given(SAMPLES, st.lists(SAMPLES | COMMANDS, max_size=12))
def test_no_sample_and_no_command_is_too_strange(
    first: Sample, later: list[Sample | object]
) -> None:
    state, _ = restored("", SHORT, first)
    for one in later:
        if isinstance(one, Sample):
            state, _ = sampled(state, SHORT, one)
        else:
            state, _ = told(state, SHORT, one)  # type: ignore[arg-type]
        now = status(state, SHORT)
        assert now.remaining_s >= 0
        state, events = restored(stored(state), SHORT, first)
        assert EventKind.FRESH_START not in {event.kind for event in events}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(DAYS, st.data())
def test_a_stored_state_with_a_strange_value_is_read_or_a_fresh_start(
    day: list[dict[str, Any]], data: st.DataObject
) -> None:
    world = _lived(day)
    content = json.loads(stored(world.state))
    table: dict[str, Any] = content
    key = data.draw(st.sampled_from(sorted(table)))
    while isinstance(table[key], Mapping) and data.draw(st.booleans()):
        table = table[key]
        key = data.draw(st.sampled_from(sorted(table)))
    if data.draw(st.booleans()):
        del table[key]
    else:
        table[key] = data.draw(JSON)
    state, events = restored(json.dumps(content), SHORT, world.sample())
    for second in range(1, 40):
        wall = state.wall + timedelta(seconds=1)
        state, _ = sampled(state, SHORT, Sample(state.mono + 1, state.boot + second, wall))
        assert status(state, SHORT).remaining_s >= 0
    lacks = key not in table
    assert not lacks or EventKind.FRESH_START is events[0].kind
