"""How long nobody has touched anything, where the desktop speaks up as soon as somebody rests."""

from __future__ import annotations

from typing import Final

from hipcoach.ports import Clock

SOON_S: Final = 5
"""So long nothing was touched before the desktop is to say so."""


class Rest:
    """The time since the last input, from word that a rest began or ended."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since: float | None = None

    def begin(self, ago_s: float = SOON_S) -> None:
        """The person has rested for so many seconds."""
        self._since = self._clock.monotonic() - ago_s

    def end(self) -> None:
        """The person is back, or nothing is known of any rest."""
        self._since = None

    def idle_s(self) -> float:
        """Seconds since the last input; 0 until there are five."""
        return 0.0 if self._since is None else self._clock.monotonic() - self._since
