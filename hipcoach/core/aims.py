"""What brings people here; it is asked, kept, and decides nothing by itself."""

from __future__ import annotations

from enum import StrEnum


class Aim(StrEnum):
    """A reason to begin; the codes are kept in the journal and never change."""

    SITTING = "sitting"
    """Stiff from sitting."""
    RANGE = "range"
    """To bend and open the hips further."""
    SPORT = "sport"
    """For a sport."""
    ACHES = "aches"
    """Hips or a low back that ache."""
    STRENGTH = "strength"
    """Stronger hips."""
    HABIT = "habit"
    """To move regularly."""
