"""The rules of stretch breaks, as pure functions: a state and a sample give a state and events.

A sample a second drives it, and commands come in between. A second belongs to the sample at
its end. A sample may come as late as it likes: what it passed follows in order, each once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from hipcoach.core.breaks.cycle import Cycle
from hipcoach.core.breaks.presence import JITTER_S, Passed
from hipcoach.core.breaks.settings import BreakSettings
from hipcoach.core.breaks.state import FAR, BreakState, Pause, UnreadableError, read_state
from hipcoach.core.breaks.values import Event, EventKind, Guard, Sample
from hipcoach.core.value import value

LONG_AGO: Final = datetime(2, 1, 1, tzinfo=UTC)
"""Before any clock that runs, and still with a date in every zone."""

Step = tuple[BreakState, tuple[Event, ...]]
"""What a sample or a command leads to."""


def begun(settings: BreakSettings, sample: Sample) -> Step:
    """A machine that knows nothing yet: a full interval."""
    state = BreakState(sample.mono, sample.boot, sample.wall)
    return _stepped(state, settings, sample, Passed())


def restored(text: str, settings: BreakSettings, sample: Sample) -> Step:
    """The machine as it was stored: the time since is like a suspend.

    What can't be read is a fresh start, and the event of that name says so.
    """
    try:
        state = read_state(text)
    except UnreadableError:
        state, events = begun(settings, sample)
        return state, (Event(EventKind.FRESH_START, sample.wall), *events)
    wall_s = _between_s(state.wall, sample.wall)
    off_s = max(0.0, wall_s)
    passed = Passed(off_s, _without_jitter(off_s), wall_s - off_s, restarted=True)
    return _stepped(state, settings, sample, passed)


def sampled(state: BreakState, settings: BreakSettings, sample: Sample) -> Step:
    """What the next sample leads to."""
    boot_s = max(0.0, sample.boot - state.boot)
    suspended_s = _without_jitter(boot_s - (sample.mono - state.mono))
    clock_step_s = _between_s(state.wall, sample.wall) - boot_s
    return _stepped(state, settings, sample, Passed(boot_s, suspended_s, clock_step_s))


def later(moment: datetime, seconds: float) -> datetime:
    """The moment so many seconds later, or earlier, in UTC; at most `FAR`."""
    try:
        return min(moment.astimezone(UTC) + timedelta(seconds=seconds), FAR)
    except OverflowError:
        return FAR if seconds > 0 else LONG_AGO


@value
class _Moment:
    """What the rules look at beside the state."""

    settings: BreakSettings
    sample: Sample
    passed: Passed
    guard: Guard | None
    """The first in order of those that are on."""
    closed_before: bool
    """Whether the time that passed counts for nothing."""

    def event(
        self, kind: EventKind, reason: Guard | None = None, length_s: float | None = None
    ) -> Event:
        return Event(kind, self.sample.wall, reason, length_s)


def _stepped(state: BreakState, settings: BreakSettings, sample: Sample, passed: Passed) -> Step:
    """One sample through all the rules, in the order in which they are laid down."""
    now_s = state.presence.now_s + passed.boot_s
    meeting = state.meeting_until_s is not None and now_s <= state.meeting_until_s
    guards = sample.guards | {Guard.MEETING} if meeting else sample.guards
    guard = next((one for one in Guard if one in guards), None) if guards else None
    moment = _Moment(settings, sample, passed, guard, state.closed)
    state = BreakState(
        sample.mono,
        sample.boot,
        sample.wall,
        state.presence.seen(passed, sample, guards, settings.idle_after_s),
        state.cycle,
        state.outside,
        _carried(state.pause, passed.clock_step_s),
        state.running,
        state.meeting_until_s if meeting else None,
    )
    events: list[Event] = []
    for rule in _RULES:
        state, happened = rule(state, moment)
        events += happened
    return state, tuple(events)


def _end_break(state: BreakState, moment: _Moment) -> Step:
    """A running break goes on, whoever touches what; a suspend ends it."""
    running, passed = state.running, moment.passed
    if running is None:
        return state, ()
    if not passed.suspended_s and not passed.restarted:
        running = replace(running, done_s=running.done_s + passed.boot_s)
        return replace(state, running=running), ()
    if passed.suspended_s >= moment.settings.credit_s:
        ended = moment.event(EventKind.SATISFIED, length_s=passed.suspended_s)
    else:
        ended = moment.event(running.verdict(running.done_s), length_s=running.done_s)
    return replace(state, running=None, cycle=Cycle()), (ended,)


def _end_pause(state: BreakState, moment: _Moment) -> Step:
    """A pause ends when its time has come, and a full interval begins."""
    until = state.pause.until if state.pause else None
    if until is None or moment.sample.wall.astimezone(UTC) < until:
        return state, ()
    return replace(state, pause=None, cycle=Cycle()), (moment.event(EventKind.RESUMED),)


def _keep_hours(state: BreakState, moment: _Moment) -> Step:
    """Leaving the hours drops what was owed, entering them begins a full interval."""
    outside = not moment.settings.hours.open_at(moment.sample.wall)
    if outside != state.outside:
        state = replace(state, outside=outside, cycle=Cycle())
    return state, ()


def _count(state: BreakState, moment: _Moment) -> Step:
    """The time that passed counts down, or is away; what was closed counts for nothing."""
    if state.closed:
        return state, ()
    if moment.closed_before:
        return replace(state, presence=state.presence.forget()), ()
    cycle = state.cycle.counted(moment.passed.boot_s, state.presence, moment.guard, moment.settings)
    return _with_cycle(state, cycle), ()


def _credit(state: BreakState, moment: _Moment) -> Step:
    """Time away that is long enough is the break, once."""
    presence = state.presence
    short = presence.away_s < moment.settings.credit_s
    if state.closed or not presence.away or presence.credited or short:
        return state, ()
    state = replace(state, presence=presence.credit())
    if state.cycle.untouched:
        return state, ()
    satisfied = moment.event(EventKind.SATISFIED, length_s=presence.away_s)
    return replace(state, cycle=Cycle()), (satisfied,)


def _offer(state: BreakState, moment: _Moment) -> Step:
    """Notice, due or held, and the end of an offer that nobody answers."""
    if state.closed:
        return state, ()
    cycle, happened = state.cycle.decided(state.presence, moment.guard, moment.settings)
    return _with_cycle(state, cycle), tuple(moment.event(*one) for one in happened)


_RULES: Final[tuple[Callable[[BreakState, _Moment], Step], ...]] = (
    _end_break,
    _end_pause,
    _keep_hours,
    _count,
    _credit,
    _offer,
)


def _with_cycle(state: BreakState, cycle: Cycle) -> BreakState:
    """The state with that cycle; done every second, and `replace` is slow."""
    if cycle is state.cycle:
        return state
    return BreakState(
        state.mono,
        state.boot,
        state.wall,
        state.presence,
        cycle,
        state.outside,
        state.pause,
        state.running,
        state.meeting_until_s,
    )


def _carried(pause: Pause | None, clock_step_s: float) -> Pause | None:
    """A pause of so many seconds, its end moved along with the clock."""
    if pause is None or pause.until is None or pause.by_clock or not clock_step_s:
        return pause
    return replace(pause, until=later(pause.until, clock_step_s))


def _between_s(earlier: datetime, moment: datetime) -> float:
    return (moment.astimezone(UTC) - earlier.astimezone(UTC)).total_seconds()


def _without_jitter(suspended_s: float) -> float:
    return suspended_s if suspended_s >= JITTER_S else 0.0
