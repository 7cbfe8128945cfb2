"""What a person can ask for during a session, whatever the key, button or remote."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """One control of a session."""

    PAUSE_RESUME = "pause-resume"
    NEXT = "next"
    BACK = "back"
    """Restart; again within two seconds: the one before."""
    REPEAT = "repeat"
    PINCH = "pinch"
    EASIER = "easier"
    SWAP = "swap"
    LONGER = "longer"
    SHORTER = "shorter"
    LOUDER = "louder"
    SOFTER = "softer"
    STOP = "stop"
    """Asks first, paused."""
