"""What became of a command that HipCoach ran for the person."""

from __future__ import annotations

from typing import Final

from hipcoach.core.value import value

STEPS_VARIABLE: Final = "HIPCOACH_STEPS"
"""Set for a command that is to tell how far it is, in lines that no person reads."""
STEP: Final = "\x1e"
"""What such a line on the standard error begins with; per cent follow."""


@value
class ErrandDone:
    """A command of HipCoach's own that has ended."""

    status: int
    """Its exit status: 0 where all went well; not 0 as well where it was called off."""
    said: str
    """What it printed: words for people, or JSON where that was asked for."""
    trouble: str = ""
    """What it said beside that: why it failed, or what is to be known."""
    called_off: bool = False
    """Whether the person ended it before it was done; then nothing was changed by it."""

    @property
    def went_well(self) -> bool:
        """Whether it did what it was asked for."""
        return self.status == 0 and not self.called_off
