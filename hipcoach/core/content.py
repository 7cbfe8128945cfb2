"""Content that has been loaded: facts, words and poses that belong together."""

from __future__ import annotations

from collections.abc import Mapping

from hipcoach.core.errors import ContentError
from hipcoach.core.exercise import Exercise
from hipcoach.core.figure.pose import Pose
from hipcoach.core.routine import Routine
from hipcoach.core.value import value
from hipcoach.core.wording import Wording


@value
class Content:
    """Routines with the exercises that they are made of, in one language."""

    routines: Mapping[str, Routine]
    exercises: Mapping[str, Exercise]
    wording: Wording
    poses: Mapping[str, Pose]
    """By full name, such as `leg-swings/front-2`."""
    own: frozenset[str] = frozenset()
    """Ids of the routines that the person made."""
    broken: tuple[ContentError, ...] = ()
    """What is wrong with files of theirs that can't be used."""
