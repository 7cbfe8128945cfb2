"""One break on its way: counted down, held, offered, put off.

A cycle runs from one full interval to the next.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Final

from hipcoach.core.breaks.presence import Presence
from hipcoach.core.breaks.settings import BreakSettings
from hipcoach.core.breaks.values import EventKind, Guard
from hipcoach.core.value import value

IGNORED_TIMES: Final = 3
"""So many offers without an answer, one after the other, are a break missed."""

Happened = tuple[EventKind, Guard | None]
"""Of a cycle, with the guard that holds the break."""


class Stage(StrEnum):
    """Where a cycle stands."""

    INTERVAL = "interval"
    """Counting down the full interval."""
    SNOOZE = "snooze"
    """Counting down a snooze."""
    AGAIN = "again"
    """Counting down to the return of an ignored break."""
    HELD = "held"
    OFFERED = "offered"


@value
class Cycle:
    """A break on its way; without arguments a full interval."""

    stage: Stage = Stage.INTERVAL
    counted_s: float = 0.0
    """Seconds of presence that count in this stage."""
    unsure_s: float = 0.0
    """Of these, counted since the last input: given back if they turn out to be absence."""
    settled_s: float | None = None
    """Presence without a guard, in one piece; `None`: this break need not wait for it."""
    snooze_s: float = 0.0
    """The whole length of the snooze that is counted down."""
    noticed: bool = False
    snoozes: int = 0
    ignored: int = 0
    """Offers without an answer, one after the other."""
    guard: Guard | None = None
    """What holds the break, or held it last."""
    held_from_s: float = 0.0
    """When it was held, on the machine's own clock."""

    def left_s(self, settings: BreakSettings) -> float:
        """Seconds of the countdown that are left, 0 where the break is held or offered."""
        match self.stage:
            case Stage.INTERVAL:
                whole_s = settings.interval_s
            case Stage.SNOOZE:
                whole_s = self.snooze_s
            case Stage.AGAIN:
                whole_s = settings.again_s
            case _:
                return 0.0
        return max(0.0, whole_s - self.counted_s)

    @property
    def untouched(self) -> bool:
        """Whether nothing has been sat that time away could make good."""
        return self.stage is Stage.INTERVAL and self.counted_s < 1

    @property
    def _at_once(self) -> bool:
        """Whether an ignored break has not been waited for yet, which may be no time at all."""
        return self.stage is Stage.AGAIN and not self.counted_s

    def put(self, stage: Stage) -> Cycle:
        """The same break in a stage that begins now."""
        return replace(self, stage=stage, counted_s=0.0, unsure_s=0.0, settled_s=None)

    def snoozed(self, length_s: float) -> Cycle:
        """The same break, that many seconds later; who snoozes does not ignore."""
        later = self.put(Stage.SNOOZE)
        return replace(later, snooze_s=length_s, snoozes=self.snoozes + 1, ignored=0)

    def counted(
        self, passed_s: float, presence: Presence, guard: Guard | None, settings: BreakSettings
    ) -> Cycle:
        """With the time that passed: present it counts, away the idle seconds are given back."""
        sat_s = 0.0 if presence.away else passed_s
        # Where there was an input since the sample before, all that was counted till then is sure.
        unsure_s = self.unsure_s if passed_s < presence.idle_s else 0.0
        unsure_s = min(unsure_s + sat_s, presence.idle_s)
        counted_s = self.counted_s + sat_s
        if presence.idle_s >= settings.idle_after_s:
            counted_s, unsure_s = max(0.0, counted_s - unsure_s), 0.0
        settled_s = None
        if self.stage is not Stage.OFFERED and not self.left_s(settings):
            if presence.away or guard is not None:
                settled_s = 0.0
            elif self.settled_s is not None or not self._at_once:
                settled_s = (self.settled_s or 0.0) + passed_s
        if (counted_s, unsure_s, settled_s) == (self.counted_s, self.unsure_s, self.settled_s):
            return self
        return Cycle(  # `replace` would take half of the time of a sample
            self.stage,
            counted_s,
            unsure_s,
            settled_s,
            self.snooze_s,
            self.noticed,
            self.snoozes,
            self.ignored,
            self.guard,
            self.held_from_s,
        )

    def decided(
        self, presence: Presence, guard: Guard | None, settings: BreakSettings
    ) -> tuple[Cycle, tuple[Happened, ...]]:
        """What comes of it at this sample: notice, offer, hold, or the end of an offer."""
        if guard is not None and not self.left_s(settings):
            return self._held(guard, presence.now_s)
        if presence.away or guard is not None:
            return self, ()
        if self.stage is Stage.OFFERED:
            return self._unanswered(settings)
        cycle, happened = self, list[Happened]()
        if self._notices(settings):
            cycle = replace(cycle, noticed=True)
            happened.append((EventKind.NOTICE, None))
        if self._ready(settings):
            cycle = cycle.put(Stage.OFFERED)
            happened.append((EventKind.DUE, None))
        return cycle, tuple(happened)

    def _held(self, guard: Guard, now_s: float) -> tuple[Cycle, tuple[Happened, ...]]:
        if self.stage is Stage.HELD:
            return replace(self, guard=guard), ()
        held = replace(self.put(Stage.HELD), guard=guard, held_from_s=now_s)
        return held, ((EventKind.HELD, guard),)

    def _unanswered(self, settings: BreakSettings) -> tuple[Cycle, tuple[Happened, ...]]:
        if self.counted_s < settings.offer_s:
            return self, ()
        if self.ignored + 1 == IGNORED_TIMES:
            return Cycle(), ((EventKind.MISSED, None),)
        again = replace(self.put(Stage.AGAIN), ignored=self.ignored + 1)
        return again, ((EventKind.IGNORED, None),)

    def _notices(self, settings: BreakSettings) -> bool:
        """Whether now is the time to say that a break is near."""
        near = settings.notice_s > 0 and self.left_s(settings) <= settings.notice_s
        return near and self.stage is Stage.INTERVAL and not self.noticed and self.settled_s is None

    def _ready(self, settings: BreakSettings) -> bool:
        """Whether the break may be offered: at zero at once, once it has waited when settled."""
        settled = self.settled_s is None or self.settled_s >= settings.settle_s
        return settled and not self.left_s(settings)
