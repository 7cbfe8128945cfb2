"""What is known about the person, so that no reminder comes at a bad moment."""

from __future__ import annotations

from enum import StrEnum

from hipcoach.core.value import value


class Sense(StrEnum):
    """What there is to know; the last three are reasons to hold a reminder back."""

    IDLE = "idle"
    LOCK = "lock"
    DO_NOT_DISTURB = "do_not_disturb"
    FULLSCREEN = "fullscreen"
    CALL = "call"


class Blind(StrEnum):
    """Why something can't be known."""

    ASKING = "asking"
    """The answer has not come yet."""
    NO_ANSWER = "no-answer"
    """Whoever should know doesn't answer; tried again later."""
    NO_DISPLAY = "no-display"
    """There is no screen, or none that can be reached."""
    NO_LIBRARY = "no-library"
    """A library of the system that is needed isn't there."""
    NO_BUS = "no-bus"
    """There is no session bus, on which desktops tell such things."""
    NO_SERVER = "no-server"
    """The program that would know isn't running: a notification server, a sound server."""
    NOT_TOLD = "not-told"
    """This desktop or system doesn't tell it."""
    GONE = "gone"
    """It was known until the connection broke; tried again later."""


@value
class PresenceSample:
    """What is known about the person at one moment."""

    idle_s: float | None = None
    """Seconds since the last input; `None` where this desktop will not tell."""
    locked: bool | None = None
    """Whether the screen is locked, or `None`."""
    guards: frozenset[Sense] = frozenset()
    """Of do not disturb, full screen and call, those that are on."""


@value
class Source:
    """Whether one thing about the person can be known on this desktop."""

    sense: Sense
    way: str = ""
    """Whom it asks, as a code such as `x11` or `pulse`; empty where there is nobody to ask."""
    blind: Blind | None = None
    """Why it can't be known; `None` where it works."""
