"""Lengths on the glass: spacing that grows with the text, and true millimetres."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QScreen

from hipcoach.core.value import value

MM_PER_INCH: Final = 25.4

_SPARSEST: Final = 40.0
_DENSEST: Final = 320.0
"""Pixels an inch between which a screen is believed: a wall of television, a small tablet."""
_SKEW: Final = 1.25
"""Pixels are square, near enough; a screen that says otherwise is mistaken."""

_SPACES: Final = (0, 4, 8, 12, 16, 24, 32, 48, 64)
_READ_AT_M: Final = 3.0
"""The viewing distance for which lengths in millimetres are given."""


@value
class Measures:
    """Lengths in pixels for one size of text."""

    base: int = 15
    """Height of the running text's font."""

    def space(self, step: int) -> int:
        """A gap: 0 none, 1 hairline, 4 between things, 6 between groups, 8 around a page."""
        return round(_SPACES[step] * self.base / 15)

    def text(self, share: float) -> int:
        """A font's height as a share of the running text's."""
        return round(self.base * share)


def density(screen: QScreen | None) -> float:
    """Pixels in one millimetre of this screen.

    Screens lie: projectors report no size, virtual ones a round number.
    What can't be true gives way to the density that the system lays text out for.
    """
    if screen is None:
        return 96.0 / MM_PER_INCH
    across, down = screen.physicalDotsPerInchX(), screen.physicalDotsPerInchY()
    return believed(across, down, screen.logicalDotsPerInch()) / MM_PER_INCH


def believed(across: float, down: float, logical: float) -> float:
    """Dots an inch: those that the screen reports where they can be true, else `logical`."""
    likely = _SPARSEST <= across <= _DENSEST and _SPARSEST <= down <= _DENSEST
    if likely and max(across, down) <= _SKEW * min(across, down):
        return (across + down) / 2
    return logical if _SPARSEST <= logical <= _DENSEST else 96.0


def mm(length_mm: float, screen: QScreen | None, distance_m: float = _READ_AT_M) -> int:
    """Pixels that look like `length_mm` seen from 3 m, when seen from `distance_m`."""
    return max(1, round(length_mm * density(screen) * distance_m / _READ_AT_M))
