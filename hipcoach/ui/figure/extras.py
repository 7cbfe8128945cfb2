"""What a caller may add to a frame; apart from the painter, which comes with the first figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipcoach.core.value import value

if TYPE_CHECKING:
    from hipcoach.core.figure.pose import Pose
    from hipcoach.ui.figure.lens import Box


@value
class Extras:
    """What a caller may add to a frame."""

    window: Box | None = None
    """What part of the side view is shown; by default what the frame's poses need."""
    hold_text: str = ""
    """Words under the hold-still badge, translated by the caller."""
    fault: Pose | None = None
    """The worst fault, shown small and crossed out."""


PLAIN = Extras()
