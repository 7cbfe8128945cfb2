"""The machine's state: a small value that can be written down and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import UTC, datetime
from math import isfinite
from typing import Any, Final

from hipcoach.core.breaks.cycle import IGNORED_TIMES, Cycle, Stage
from hipcoach.core.breaks.presence import Presence, Stretch
from hipcoach.core.breaks.values import EventKind, Guard
from hipcoach.core.value import value

VERSION: Final = 1
"""Of the stored form."""
FAR: Final = datetime(9000, 1, 1, tzinfo=UTC)
"""No pause ends later: every zone has a date for it."""
LONGEST_S: Final = 366 * 86_400.0
"""No snooze and no meeting is longer; what is stored as longer is damage."""

_AGES_S: Final = 1e12
"""A clock that has run for longer no longer tells one second from the next."""


@value
class Pause:
    """A pause that somebody asked for."""

    until: datetime | None = None
    """Its end in UTC; `None`: none."""
    by_clock: bool = False
    """Whether it ends when the clock shows that; else the end moves with the clock."""


@value
class Running:
    """A break that is being done."""

    break_s: float
    """Its length as it was set when it began."""
    done_s: float = 0.0
    """Seconds since it began."""

    def verdict(self, done_s: float) -> EventKind:
        """What it is once it has ended after so many seconds."""
        return EventKind.TAKEN if done_s >= self.break_s / 2 else EventKind.CUT_SHORT


@value
class BreakState:
    """All that the machine remembers; whoever holds it needs none of its parts."""

    mono: float
    """Of the last sample, as are the two below."""
    boot: float
    wall: datetime
    """Aware: local time, or UTC where it was just read from its stored form."""
    presence: Presence = field(default_factory=Presence)
    cycle: Cycle = field(default_factory=Cycle)
    outside: bool = False
    """Of the working hours."""
    pause: Pause | None = None
    running: Running | None = None
    meeting_until_s: float | None = None
    """End of a meeting on the machine's own clock."""

    @property
    def closed(self) -> bool:
        """Whether nothing counts and nothing comes due."""
        return self.outside or self.pause is not None or self.running is not None


class UnreadableError(ValueError):
    """A stored state that can't be read, or of another version."""


def stored(state: BreakState) -> str:
    """The state as JSON text; `boot` and `mono` are left out, since they may begin again."""
    presence, cycle, pause, running = state.presence, state.cycle, state.pause, state.running
    return json.dumps(
        {
            "version": VERSION,
            "wall": _text(state.wall),
            "outside": state.outside,
            "meeting_until_s": state.meeting_until_s,
            "pause": pause and {"until": _text(pause.until), "by_clock": pause.by_clock},
            "running": running and {"break_s": running.break_s, "done_s": running.done_s},
            "presence": {
                "now_s": presence.now_s,
                "idle_s": presence.idle_s,
                "away": presence.away,
                "listened_s": presence.listened_s,
                "floor_s": presence.floor_s,
                "stretches": [
                    {"from_s": one.from_s, "until_s": one.until_s, "credited": one.credited}
                    for one in presence.stretches
                ],
            },
            "cycle": {
                "stage": cycle.stage,
                "counted_s": cycle.counted_s,
                "unsure_s": cycle.unsure_s,
                "settled_s": cycle.settled_s,
                "snooze_s": cycle.snooze_s,
                "noticed": cycle.noticed,
                "snoozes": cycle.snoozes,
                "ignored": cycle.ignored,
                "guard": cycle.guard,
                "held_from_s": cycle.held_from_s,
            },
        },
        allow_nan=False,
    )


def read_state(text: str) -> BreakState:
    """The state that was stored, with clocks that stand at 0; raises UnreadableError."""
    try:
        entry = _Entry(json.loads(text))
        if entry.whole("version") != VERSION:
            raise UnreadableError("of another version")
        return _sound(_state(entry))
    # Too deep or too long is unreadable as well.
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise UnreadableError(str(error)) from error


def _state(entry: _Entry) -> BreakState:
    pause, running = entry.part_or_none("pause"), entry.part_or_none("running")
    presence = _presence(entry.part("presence"))
    return BreakState(
        mono=0.0,
        boot=0.0,
        wall=entry.moment("wall"),
        presence=presence,
        cycle=_cycle(entry.part("cycle")),
        outside=entry.flag("outside"),
        pause=_pause(pause) if pause else None,
        running=Running(running.length("break_s"), running.length("done_s")) if running else None,
        meeting_until_s=entry.number_or_none("meeting_until_s"),
    )


def _sound(state: BreakState) -> BreakState:
    """The same state; raises UnreadableError where its values can't be true together.

    They would be lived with for ever: a meeting without an end, an absence that counts for
    nothing.
    """
    presence, cycle, now_s = state.presence, state.cycle, state.presence.now_s
    past = [presence.floor_s, presence.listened_s or 0.0, cycle.held_from_s]
    ordered = all(one.from_s <= one.until_s <= now_s for one in presence.stretches)
    if now_s > _AGES_S or max(past) > now_s or not ordered:
        raise UnreadableError("something has yet to begin")
    if cycle.snooze_s > LONGEST_S or (state.meeting_until_s or 0.0) > now_s + LONGEST_S:
        raise UnreadableError("longer than anybody asks for")
    if cycle.ignored >= IGNORED_TIMES or (cycle.stage is Stage.HELD and cycle.guard is None):
        raise UnreadableError("a break that is none")
    return state


def _pause(entry: _Entry) -> Pause:
    until, by_clock = entry.moment_or_none("until"), entry.flag("by_clock")
    if until is None and by_clock:
        raise UnreadableError("a pause without the end that it has")
    if until is not None and until > FAR:
        raise UnreadableError("a pause that ends too late")
    return Pause(until, by_clock)


def _presence(entry: _Entry) -> Presence:
    away, stretches = entry.flag("away"), entry.parts("stretches")
    if away and not stretches:
        raise UnreadableError("away since never")
    return Presence(
        now_s=entry.length("now_s"),
        idle_s=entry.length("idle_s"),
        away=away,
        listened_s=entry.number_or_none("listened_s"),
        floor_s=entry.length("floor_s"),
        stretches=tuple(
            Stretch(one.length("from_s"), one.length("until_s"), one.flag("credited"))
            for one in stretches
        ),
    )


def _cycle(entry: _Entry) -> Cycle:
    guard = entry.content["guard"]
    return Cycle(
        stage=Stage(entry.content["stage"]),
        counted_s=entry.length("counted_s"),
        unsure_s=entry.length("unsure_s"),
        settled_s=entry.number_or_none("settled_s"),
        snooze_s=entry.length("snooze_s"),
        noticed=entry.flag("noticed"),
        snoozes=entry.whole("snoozes"),
        ignored=entry.whole("ignored"),
        guard=None if guard is None else Guard(guard),
        held_from_s=entry.length("held_from_s"),
    )


class _Entry:
    """An object of JSON that is read strictly: each value is of its kind, or ValueError."""

    def __init__(self, content: object) -> None:
        if not isinstance(content, Mapping):
            raise UnreadableError("no object")
        self.content: Mapping[str, Any] = content

    def part(self, key: str) -> _Entry:
        """An object within."""
        return _Entry(self.content[key])

    def part_or_none(self, key: str) -> _Entry | None:
        """The same, or null."""
        return None if self.content[key] is None else self.part(key)

    def parts(self, key: str) -> list[_Entry]:
        """A list of objects."""
        if not isinstance(self.content[key], list):
            raise UnreadableError(f"{key} is no list")
        return [_Entry(one) for one in self.content[key]]

    def flag(self, key: str) -> bool:
        """True or false."""
        if not isinstance(value := self.content[key], bool):
            raise UnreadableError(f"{key} is neither true nor false")
        return value

    def length(self, key: str) -> float:
        """A number that is not below 0."""
        value = self.content[key]
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise UnreadableError(f"{key} is no number")
        if not isfinite(value) or value < 0:
            raise UnreadableError(f"{key} is no length")
        return float(value)

    def number_or_none(self, key: str) -> float | None:
        """The same, or null."""
        return None if self.content[key] is None else self.length(key)

    def whole(self, key: str) -> int:
        """A whole number that is not below 0."""
        if not isinstance(value := self.content[key], int) or isinstance(value, bool) or value < 0:
            raise UnreadableError(f"{key} is no whole number")
        return value

    def moment(self, key: str) -> datetime:
        """A moment in UTC, written with its offset."""
        moment = datetime.fromisoformat(self.content[key])
        if moment.tzinfo is None:
            raise UnreadableError(f"{key} has no offset")
        return moment.astimezone(UTC)

    def moment_or_none(self, key: str) -> datetime | None:
        """The same, or null."""
        return None if self.content[key] is None else self.moment(key)


def _text(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
