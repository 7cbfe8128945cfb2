"""Whether HipCoach starts when the person logs in."""

from __future__ import annotations

from enum import StrEnum


class AutostartState(StrEnum):
    """What will happen at the next login."""

    ON = "on"
    OFF = "off"
    ELSEWHERE = "elsewhere"
    """Another HipCoach starts: another installation, or one with another data folder."""
    BROKEN = "broken"
    """Something is to start, but can't: its program is gone, or its entry can't be read."""
