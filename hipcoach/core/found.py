"""What was found of a person's own files: what can be used of them, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipcoach.core.value import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipcoach.core.errors import ContentError
    from hipcoach.core.exercise import Exercise
    from hipcoach.core.figure.pose import Pose
    from hipcoach.core.routine import Routine
    from hipcoach.core.wording import ExerciseWords, RoutineWords


@value
class FoundRoutines:
    """The routines that somebody made, by id, and what is wrong with the files that are none."""

    routines: Mapping[str, tuple[Routine, RoutineWords]]
    faults: tuple[ContentError, ...] = ()


@value
class FoundExercises:
    """The exercises that somebody was given, by id, and what is wrong with the others."""

    exercises: Mapping[str, tuple[Exercise, ExerciseWords]]
    poses: Mapping[str, Pose]
    """Their pictures, by full name."""
    faults: tuple[ContentError, ...] = ()
