"""The content that comes with HipCoach, as the rest of it asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.resources import files

from hipcoach.core.content import Content
from hipcoach.core.figure.pose import Pose
from hipcoach.core.routine import Routine, Step
from hipcoach.core.wording import RoutineWords
from hipcoach.library.load import load_exercise, load_for, load_library, load_wording
from hipcoach.library.poses import load_poses

ALONE = "only-"
"""What the id of a routine begins with that is one exercise."""


class OwnContent:
    """`hipcoach.ports.ContentSource` over the files in the package; each is read once."""

    def __init__(self, language: str = "en", *, pictures: bool = True) -> None:
        self._language = language
        self._pictures = pictures
        self._poses: dict[str, Mapping[str, Pose]] = {}

    def programme(self, routine: str) -> Content:
        """One routine with all that it needs; an exercise alone by its id as `alone` gives it."""
        if routine.startswith(ALONE):
            return self.alone(routine.removeprefix(ALONE))
        found = load_for(routine, self._language)
        return Content(
            {routine: found.routine},
            found.exercises,
            found.wording,
            self._posed(found.exercises),
        )

    def alone(self, exercise: str) -> Content:
        """One exercise as a routine, with its own dose."""
        found = load_exercise(exercise)
        name = ALONE + exercise
        routine = Routine(name, (Step(exercise, found.dose),), "")
        wording = load_wording(self._language)
        words = wording.exercises[exercise]
        named = RoutineWords(words.name, words.summary)
        return Content(
            {name: routine},
            {exercise: found},
            replace(wording, routines={**wording.routines, name: named}),
            self._posed([exercise]),
        )

    def everything(self) -> Content:
        """All of it."""
        library = load_library()
        return Content(
            library.routines,
            library.exercises,
            load_wording(self._language),
            self._posed(library.exercises),
        )

    def _posed(self, exercises: Iterable[str]) -> dict[str, Pose]:
        """The poses of these exercises by their full names."""
        poses: dict[str, Pose] = {}
        if not self._pictures:
            return poses
        for exercise in exercises:
            if exercise not in self._poses:
                folder = files("hipcoach.library") / "content" / "exercises" / exercise
                self._poses[exercise] = load_poses(folder)
            for name, pose in self._poses[exercise].items():
                poses[f"{exercise}/{name}"] = pose
        return poses
