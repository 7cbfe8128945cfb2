"""Signs that belong to a professional before they belong to an exercise.

The list puts together what guidelines for low back and hip pain name as red flags: cauda equina
and nerve root signs, fracture, infection, tumour, inflammation (NICE NG59 and its clinical
knowledge summaries on sciatica and low back pain; Finucane et al. 2020, *International
Framework for Red Flags for Potential Serious Spinal Pathologies*, JOSPT 50(7)), a clot
(NICE NG158), and what surgeons and midwives ask to be cleared first.
It refers and never diagnoses, so it errs toward asking.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final

from hipcoach.core.value import value


class Urgency(IntEnum):
    """How soon someone should look at it; a larger one goes first."""

    ASK_FIRST = 1
    """Ask whoever treats it before starting."""
    APPOINTMENT = 2
    """An appointment, within days."""
    SAME_DAY = 3
    """Medical advice today."""
    EMERGENCY = 4
    """Emergency help, now."""


class RedFlag(StrEnum):
    """One sign; the codes are kept in the journal and never change."""

    SADDLE_NUMBNESS = "saddle-numbness"
    BLADDER_OR_BOWEL = "bladder-or-bowel"
    BOTH_LEGS = "both-legs"
    BREATHLESS = "breathless"
    NO_WEIGHT = "no-weight"
    LEG_WEAKNESS = "leg-weakness"
    AFTER_A_FALL = "after-a-fall"
    FEVER = "fever"
    CALF = "calf"
    SEVERE_PAIN = "severe-pain"
    LEG_NUMBNESS = "leg-numbness"
    NIGHT_PAIN = "night-pain"
    WEIGHT_OR_CANCER = "weight-or-cancer"
    SURGERY = "surgery"
    HIP_REPLACEMENT = "hip-replacement"
    PREGNANCY = "pregnancy"
    BRITTLE_BONES = "brittle-bones"


URGENCIES: Final[Mapping[str, Urgency]] = MappingProxyType(
    {
        # The nerves at the end of the spine don't wait: hours count.
        RedFlag.SADDLE_NUMBNESS: Urgency.EMERGENCY,
        RedFlag.BLADDER_OR_BOWEL: Urgency.EMERGENCY,
        RedFlag.BOTH_LEGS: Urgency.EMERGENCY,
        # A clot that has reached the lung.
        RedFlag.BREATHLESS: Urgency.EMERGENCY,
        # A broken hip, until an X-ray says otherwise.
        RedFlag.NO_WEIGHT: Urgency.EMERGENCY,
        RedFlag.LEG_WEAKNESS: Urgency.SAME_DAY,
        RedFlag.AFTER_A_FALL: Urgency.SAME_DAY,
        RedFlag.FEVER: Urgency.SAME_DAY,
        # A clot in the leg.
        RedFlag.CALF: Urgency.SAME_DAY,
        RedFlag.SEVERE_PAIN: Urgency.SAME_DAY,
        RedFlag.LEG_NUMBNESS: Urgency.APPOINTMENT,
        RedFlag.NIGHT_PAIN: Urgency.APPOINTMENT,
        RedFlag.WEIGHT_OR_CANCER: Urgency.APPOINTMENT,
        RedFlag.SURGERY: Urgency.ASK_FIRST,
        # Deep flexion and turning in can put a new joint out.
        RedFlag.HIP_REPLACEMENT: Urgency.ASK_FIRST,
        RedFlag.PREGNANCY: Urgency.ASK_FIRST,
        RedFlag.BRITTLE_BONES: Urgency.ASK_FIRST,
    }
)
"""Every flag, the most urgent first."""

UNKNOWN: Final = Urgency.APPOINTMENT
"""Of a code that a newer version has written: never nothing."""


@value
class Advice:
    """What follows from the signs that apply."""

    urgency: Urgency | None
    """The greatest of all; `None` where no sign applies."""
    flags: tuple[str, ...]
    """Their codes, the most urgent first, each once."""

    @property
    def may_start(self) -> bool:
        """Whether a session may start."""
        return self.urgency is None


def advice(flags: Iterable[str]) -> Advice:
    """The advice for the codes of the signs that apply."""
    order = list(URGENCIES)
    ranked = sorted(
        set(flags),
        key=lambda code: (-_urgency(code), order.index(code) if code in order else 0, code),
    )
    return Advice(_urgency(ranked[0]) if ranked else None, tuple(ranked))


def _urgency(code: str) -> Urgency:
    """How urgent a code is, known or not."""
    return URGENCIES.get(code, UNKNOWN)
