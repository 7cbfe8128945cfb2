"""What each way to know something about the person can be asked.

Nothing here wakes the program: whoever samples once a second polls those links to which
something has come, and asks the probes then. Polling never waits.
"""

from __future__ import annotations

from typing import Protocol

from hipcoach.core.presence import Blind


class Link(Protocol):
    """A connection to something that knows."""

    @property
    def blind(self) -> Blind | None:
        """Why nothing comes through it; `None` where it is up."""
        ...

    def open(self) -> None:
        """Connect, anew where it was connected before."""
        ...

    def fileno(self) -> int:
        """What is readable when something has come; -1 where there is no such thing now."""
        ...

    def poll(self) -> None:
        """Read what has come, and ask for what is to come."""
        ...

    def close(self) -> None:
        """Leave nothing open and nothing running."""
        ...


class Probe(Protocol):
    """One way to know one thing about the person."""

    @property
    def way(self) -> str:
        """Whom it asks, as a code."""
        ...

    @property
    def blind(self) -> Blind | None:
        """Why it knows nothing now; `None` where it works."""
        ...


class IdleProbe(Probe, Protocol):
    """How long the person has touched nothing."""

    def idle_s(self) -> float | None:
        """Seconds since the last input, good to a second or so; `None` where it isn't known."""
        ...


class YesProbe(Probe, Protocol):
    """Whether something is so: the screen is locked, a call is on."""

    def on(self) -> bool | None:
        """Whether it is; `None` where it isn't known."""
        ...
