"""Whether somebody is there: time, input and absence.

All times are seconds of the machine's own clock, which begins at 0 with the first sample,
runs on while the computer sleeps or the program is off, and knows no reboot.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from hipcoach.core.breaks.values import Guard, Sample
from hipcoach.core.value import value

JITTER_S: Final = 1.0
"""A suspend shorter than this is two clocks read one after the other."""
STALL_S: Final = 60.0
"""Of a longer gap between two samples nobody can tell who was there."""
AT_THE_DESK: Final = frozenset({Guard.MEETING, Guard.CALL})
"""Who listens touches nothing, and is there."""


@value
class Passed:
    """What went by between two samples."""

    boot_s: float = 0.0
    suspended_s: float = 0.0
    """Of these, suspended or switched off; jitter is 0."""
    clock_step_s: float = 0.0
    """What the clock on the wall was moved by; counts for nothing but display, hours, ends."""
    restarted: bool = False
    """Whether the program was off in between."""


@value
class Stretch:
    """Time away in one piece."""

    from_s: float
    until_s: float
    credited: bool = False
    """Whether it has been long enough for a break, and that has had its effect."""


@value
class Presence:
    """What is known of the person at the last sample."""

    now_s: float = 0.0
    idle_s: float = 0.0
    """Since the last input, or since they were last known to be there without one."""
    away: bool = False
    listened_s: float | None = None
    """When they were last known to be there without an input."""
    floor_s: float = 0.0
    """Time away is counted from here at the earliest."""
    stretches: tuple[Stretch, ...] = ()
    """The absences that a later one may still turn out to be one with; the newest last."""

    @property
    def away_s(self) -> float:
        """Seconds away by now, 0 when present."""
        return self.now_s - self.stretches[-1].from_s if self.away else 0.0

    @property
    def credited(self) -> bool:
        """Whether this absence has had its effect."""
        return self.away and self.stretches[-1].credited

    def credit(self) -> Presence:
        """The same, with this absence having had its effect."""
        *before, last = self.stretches
        return replace(self, stretches=(*before, replace(last, credited=True)))

    def forget(self) -> Presence:
        """The same, but time away is counted from now: what was before is never credited."""
        here = (Stretch(self.now_s, self.now_s),) if self.away else ()
        return replace(self, floor_s=self.now_s, stretches=here)

    def seen(
        self, passed: Passed, sample: Sample, guards: frozenset[Guard], idle_after_s: float
    ) -> Presence:
        """What is known at the next sample, which speaks for all the time that passed."""
        now_s = self.now_s + passed.boot_s
        listening = sample.idle is None or not guards.isdisjoint(AT_THE_DESK)
        listened_s = now_s if listening else self.listened_s
        idle_s = 0.0 if sample.idle is None else max(0.0, sample.idle)
        if listened_s is not None:
            idle_s = min(idle_s, now_s - listened_s)
        begins: list[float] = []
        if (
            passed.suspended_s
            or passed.boot_s > STALL_S
            or sample.locked
            or Guard.SESSION in guards
        ):
            begins.append(self.now_s)
        if idle_s >= idle_after_s:
            begins.append(now_s - idle_s)
        stretches = self.stretches
        if begins:
            stretches = _joined(stretches, Stretch(max(min(begins), self.floor_s), now_s))
        return Presence(
            now_s,
            idle_s,
            bool(begins),
            listened_s,
            self.floor_s,
            # An absence that ended before the last input can't be reached any more.
            tuple(one for one in stretches if one.until_s >= now_s - idle_s),
        )


def _joined(before: tuple[Stretch, ...], new: Stretch) -> tuple[Stretch, ...]:
    """The absences with a new one, which is one with those whose end it reaches."""
    while before and new.from_s <= before[-1].until_s:
        *rest, last = before
        before = tuple(rest)
        new = Stretch(min(last.from_s, new.from_s), new.until_s, new.credited or last.credited)
    return (*before, new)
