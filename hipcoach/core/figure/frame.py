"""One moment of the picture, as a value."""

from __future__ import annotations

from hipcoach.core.figure.pose import Pose
from hipcoach.core.side import Side
from hipcoach.core.value import value


@value
class FigureFrame:
    """What is to be drawn: a pose on its way, and what teaches beside it."""

    pose: Pose
    """The pose of this very moment, between two poses of the data."""
    side: Side | None
    """The side that works; the left one mirrors the picture."""
    ghost: Pose | None = None
    """The pose to come, drawn faintly; `None` where it is already reached."""
    holding: bool = False
    """Whether the *hold still* badge shows: in a contraction."""
    teaching: bool = True
    """Whether arrows and working muscles show."""
    breath_s: float = 0.0
    """Seconds that drive breathing; it stands still where this does (reduced motion)."""
    breathing: bool = False
    """Whether the breathing ring shows: in a hold."""
    fade: float = 1.0
    """Opacity, 0 to 1, while one pose gives way to a very different one."""
    leaving: Pose | None = None
    """The pose that is fading out under `pose`, where `fade` is below 1."""
    scope: tuple[Pose, ...] = ()
    """The poses between which the figure moves while this goes on: the picture holds them all,
    and so stands still. Empty: it follows the pose of the moment."""
    scope_before: tuple[Pose, ...] = ()
    """The scope that gives way to `scope`, where `arrived` is below 1."""
    arrived: float = 1.0
    """How far the picture has come, 0 to 1, from what it held before."""
