"""What can be said of breaks: how things stand now, and when a day's reminders would come."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from hipcoach.core.breaks.cycle import Stage
from hipcoach.core.breaks.settings import BreakSettings
from hipcoach.core.breaks.state import BreakState
from hipcoach.core.breaks.values import Guard, Standing
from hipcoach.core.value import value


@value
class Status:
    """What a line in the tray, or a command, tells; as of the last sample."""

    standing: Standing
    remaining_s: float
    """Waiting: until the break; held or offered: 0; else a full interval."""
    guard: Guard | None = None
    """Held: what holds it, or what did last."""
    held_s: float = 0.0
    """Held: for so many seconds."""
    paused_until: datetime | None = None
    """End of the pause in local time; `None`: no pause, or one without an end."""
    meeting_s: float = 0.0
    """Seconds left of a meeting that was told."""
    can_snooze: bool = False
    """Whether a snooze would be taken."""
    snoozes: int = 0
    """How often this break has been snoozed."""


_STANDING = {Stage.HELD: Standing.HELD, Stage.OFFERED: Standing.OFFERED}


def standing(state: BreakState) -> Standing:
    """How the machine stands: the first that holds."""
    if state.running:
        return Standing.RUNNING
    if state.pause:
        return Standing.PAUSED
    if state.outside:
        return Standing.OUTSIDE
    return _STANDING.get(state.cycle.stage, Standing.WAITING)


def status(state: BreakState, settings: BreakSettings) -> Status:
    """How things stand, with the numbers."""
    cycle, now_s = state.cycle, state.presence.now_s
    held = standing(state) is Standing.HELD
    until = state.pause.until if state.pause else None
    return Status(
        standing(state),
        settings.interval_s if state.closed else cycle.left_s(settings),
        guard=cycle.guard if held else None,
        held_s=now_s - cycle.held_from_s if held else 0.0,
        paused_until=until.astimezone(state.wall.tzinfo) if until else None,
        meeting_s=max(0.0, (state.meeting_until_s or 0.0) - now_s),
        can_snooze=not state.closed
        and (settings.snooze_limit == 0 or cycle.snoozes < settings.snooze_limit),
        snoozes=cycle.snoozes,
    )


def preview(settings: BreakSettings, day: date, zone: tzinfo) -> tuple[datetime, ...]:
    """When breaks come due, in local time, for who sits all day and does none of them.

    All that starts on that day counts, with its part after midnight.
    """
    interval = timedelta(seconds=settings.interval_s)
    return tuple(
        (start + times * interval).astimezone(zone)
        for start, end in settings.hours.spans((day,), zone)
        for times in range(1, -((start - end) // interval))
    )
