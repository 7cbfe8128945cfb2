"""What is shown of stretch breaks, as values; all words are ready to show."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hipcoach.core.value import value

if TYPE_CHECKING:  # the icon in the tray is there before the machine
    from hipcoach.core.breaks import Standing

NEAR_S: Final = 60.0
"""A break that comes so soon can be put off."""


class Mark(StrEnum):
    """What the icon in the tray shows."""

    RUNNING = "running"
    """Counting, or a break is there."""
    HELD = "held"
    PAUSED = "paused"
    """Also outside the hours, and where reminders are switched off."""


@value
class BreakSnapshot:
    """How it stands with breaks."""

    on: bool
    """Whether there are reminders at all."""
    standing: Standing
    line: str
    """One line, such as `Next break in 24 min`."""
    mark: Mark
    owed_long: bool = False
    """Whether a break has been held for so long that the icon says so, quietly."""
    can_snooze: bool = False
    can_resume: bool = False
    """Whether a pause can be ended."""
    in_meeting: bool = False
    """Whether a meeting was told that can be ended."""
    remaining_s: float = 0.0
    """Waiting: seconds of sitting until the break."""

    @property
    def near(self) -> bool:
        """Whether there is a break to put off: one that is due, or comes within a minute."""
        from hipcoach.core.breaks import Standing  # noqa: PLC0415 - see above

        if self.standing is Standing.WAITING:
            return self.on and self.remaining_s < NEAR_S
        return self.standing in {Standing.HELD, Standing.OFFERED}


@value
class OfferSnapshot:
    """A break as it is offered, or announced."""

    title: str
    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    """(key, label), the more important first; none: it asks for nothing."""
    lasts_s: float = 0.0
    """So long it is shown; 0: until it is answered or taken back."""
