"""A guided session as the desktop's media keys and panels see it."""

from __future__ import annotations

from enum import StrEnum

from hipcoach.core.value import value


class MediaWish(StrEnum):
    """What media keys, headphones and panels ask for."""

    PLAY = "play"
    PAUSE = "pause"
    TOGGLE = "toggle"
    """Pause, or go on."""
    NEXT = "next"
    PREVIOUS = "previous"
    STOP = "stop"
    RAISE = "raise"
    """Bring the window to the front."""


@value
class MediaShown:
    """What runs now: an exercise as the title, its routine as the album."""

    title: str
    routine: str
    track: int
    """Number of what runs in the session: another one is another title."""
    playing: bool
    """`False`: paused."""
    position_s: float = 0.0
    length_s: float | None = None
    """Seconds that it takes; `None` where that is not known."""
    can_next: bool = True
    can_previous: bool = True
