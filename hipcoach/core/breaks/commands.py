"""What the person asks for, as pure functions of the state.

A command acts at the time of the last sample. Other settings need no command: they are
given with the next sample, and what has been sat is kept.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from math import inf

from hipcoach.core.breaks.cycle import Cycle
from hipcoach.core.breaks.machine import Step, later
from hipcoach.core.breaks.settings import BreakSettings
from hipcoach.core.breaks.state import FAR, LONGEST_S, BreakState, Pause, Running
from hipcoach.core.breaks.values import (
    Command,
    Event,
    EventKind,
    Finish,
    MeetingFor,
    Order,
    PauseFor,
    PauseUntil,
    Refusal,
    Snooze,
)


def told(state: BreakState, settings: BreakSettings, command: Command) -> Step:
    """What a command leads to; one that can't be followed is refused with an event."""
    why = _refusal(state, settings, command)
    if why:
        return state, (Event(EventKind.REFUSED, state.wall, why),)
    return _followed(state, settings, command)


def _refusal(state: BreakState, settings: BreakSettings, command: Command) -> Refusal | None:
    """Why a command can't be followed, if so."""
    match command:
        case Order.START | Order.SKIP | Snooze() if state.closed:
            return Refusal.NOT_NOW
        case Order.BREAK_NOW if state.running:
            return Refusal.NOT_NOW
        case Snooze(length_s) | PauseFor(length_s) | MeetingFor(length_s) if not (
            0 < length_s < inf
        ):
            return Refusal.NO_LENGTH
        case Snooze() if 0 < settings.snooze_limit <= state.cycle.snoozes:
            return Refusal.TOO_MANY
        case PauseUntil(moment) if moment <= state.wall.astimezone(UTC):
            return Refusal.NOT_IN_FUTURE
    return None


def _followed(state: BreakState, settings: BreakSettings, command: Command) -> Step:
    kind: EventKind | None = None
    length_s: float | None = None
    match command:
        case Order.START | Order.BREAK_NOW:
            running = Running(settings.break_s)
            state, kind = replace(state, running=running, cycle=Cycle()), EventKind.STARTED
        case Finish(done_s) if state.running:
            length_s = max(0.0, done_s)
            kind = state.running.verdict(length_s)
            state = replace(state, running=None, presence=state.presence.forget())
        case Order.SKIP:
            state, kind = replace(state, cycle=Cycle()), EventKind.SKIPPED
        case Snooze(asked_s):
            length_s = min(asked_s, LONGEST_S)
            state, kind = replace(state, cycle=state.cycle.snoozed(length_s)), EventKind.SNOOZED
        case Order.PAUSE | Order.PAUSE_UNTIL_TOMORROW | PauseFor() | PauseUntil():
            pause = _pause(command, settings, state.wall)
            state, kind = replace(state, pause=pause, cycle=Cycle()), EventKind.PAUSED
        case Order.RESUME if state.pause:
            presence = state.presence.forget()
            state, kind = replace(state, pause=None, presence=presence), EventKind.RESUMED
        case MeetingFor(meeting_s):
            until_s = state.presence.now_s + min(meeting_s, LONGEST_S)
            state = replace(state, meeting_until_s=until_s)
        case Order.END_MEETING:
            state = replace(state, meeting_until_s=None)
    return state, (Event(kind, state.wall, length_s=length_s),) if kind else ()


def _pause(
    command: Order | PauseFor | PauseUntil, settings: BreakSettings, wall: datetime
) -> Pause:
    match command:
        case PauseFor(length_s):
            return Pause(later(wall, length_s))
        case PauseUntil(moment):
            return Pause(min(moment, FAR).astimezone(UTC), by_clock=True)
        case Order.PAUSE_UNTIL_TOMORROW:
            return Pause(settings.hours.tomorrow(wall), by_clock=True)
        case _:
            return Pause()
