"""The content that comes with HipCoach, as the rest of it asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.core.content import Content
from hipcoach.core.errors import UsageError
from hipcoach.core.exercise import Exercise
from hipcoach.core.figure.pose import Pose
from hipcoach.core.found import FoundExercises, FoundRoutines
from hipcoach.core.names import ALONE
from hipcoach.core.routine import Routine, Step
from hipcoach.core.wording import RoutineWords, Wording
from hipcoach.library.load import load_exercise, load_for, load_library, load_wording, own_shelf
from hipcoach.library.poses import load_poses
from hipcoach.library.reading import nearest
from hipcoach.ports import ExerciseFiles, RoutineFiles

if TYPE_CHECKING:  # articles come after the first picture
    from hipcoach.core.article import Article


class OwnContent:
    """`hipcoach.ports.ContentSource` over the files in the package; each is read once.

    What people made themselves (`own`) comes with it, and is read anew each time.
    """

    def __init__(
        self,
        language: str = "en",
        *,
        pictures: bool = True,
        own: RoutineFiles | None = None,
        given: ExerciseFiles | None = None,
    ) -> None:
        """`own` are the routines that the person made, `given` the exercises they were given."""
        self._language = language
        self._own = own
        self._given = given
        self._pictures = pictures

    def use_language(self, language: str) -> None:
        """Give all words in this language from now on, in English where it has none."""
        self._language = language

    def programme(self, routine: str) -> Content:
        """One routine with all that it needs; an exercise alone by its id as `alone` gives it."""
        if routine.startswith(ALONE):
            return self.alone(routine.removeprefix(ALONE))
        try:
            found = load_for(routine, self._language)
        except UsageError as error:
            if self._own is None:
                raise
            return self._made(routine, self._own.found(), error)
        return Content(
            {routine: found.routine},
            found.exercises,
            found.wording,
            self._posed(found.exercises),
        )

    def alone(self, exercise: str) -> Content:
        """One exercise as a routine, with its own dose."""
        given = self._found_exercises()
        found = (
            given.exercises[exercise][0] if exercise in given.exercises else load_exercise(exercise)
        )
        name = ALONE + exercise
        routine = Routine(name, (Step(exercise, found.dose),), "")
        wording = _with(load_wording(self._language), given)
        words = wording.exercises[exercise]
        named = RoutineWords(words.name, words.summary)
        return Content(
            {name: routine},
            {exercise: found},
            replace(wording, routines={**wording.routines, name: named}),
            self._posed([exercise], given),
        )

    def everything(self) -> Content:
        """All of it."""
        given = self._found_exercises()
        library, wording = load_library(), _with(load_wording(self._language), given)
        exercises = {**library.exercises, **_facts(given)}
        own = self._own.found() if self._own else FoundRoutines({})
        routines = {name: routine for name, (routine, _words) in own.routines.items()}
        words = {name: words for name, (_routine, words) in own.routines.items()}
        return Content(
            {**library.routines, **routines},
            exercises,
            replace(wording, routines={**wording.routines, **words}),
            self._posed(library.exercises, given),
            own=frozenset(routines),
            broken=(*own.faults, *given.faults),
        )

    def _made(self, name: str, own: FoundRoutines, unknown: UsageError) -> Content:
        """A routine that the person made; raises ContentError, or that it is `unknown`."""
        if name not in own.routines:
            broken = [bad for bad in own.faults if Path(str(bad.details["file"])).stem == name]
            near = nearest(name, own.routines) or unknown.details.get("nearest", "")
            missing = UsageError(unknown.code, {"name": name, "nearest": near})
            raise broken[0] if broken else missing
        routine, words = own.routines[name]
        given = self._found_exercises()
        mine = _facts(given)
        exercises = {
            step.exercise: mine.get(step.exercise) or load_exercise(step.exercise)
            for step in routine.steps
        }
        wording = _with(load_wording(self._language), given)
        wording = replace(wording, routines={**wording.routines, name: words})
        posed = self._posed(exercises, given)
        return Content({name: routine}, exercises, wording, posed, own=frozenset({name}))

    def articles(self) -> tuple[Article, ...]:
        """Everything there is to read, in order."""
        from hipcoach.library.articles import ArticleShelf  # noqa: PLC0415 - read later than seen

        shelf = own_shelf()
        return ArticleShelf(shelf.root, shelf.exercise_ids).all(self._language)

    def _found_exercises(self) -> FoundExercises:
        return self._given.found() if self._given else FoundExercises({}, {})

    def _posed(
        self, exercises: Iterable[str], given: FoundExercises | None = None
    ) -> dict[str, Pose]:
        """The poses of these exercises by their full names, and the pictures of given ones."""
        poses: dict[str, Pose] = {}
        if not self._pictures:
            return poses
        poses.update(given.poses if given else {})
        for exercise in exercises:
            if given is not None and exercise in given.exercises:
                continue
            for name, pose in _poses_of(exercise).items():
                poses[f"{exercise}/{name}"] = pose
        return poses


@cache
def _poses_of(exercise: str) -> Mapping[str, Pose]:
    """The poses of an exercise that comes with HipCoach; raises ContentError."""
    return load_poses(own_shelf().root / "exercises" / exercise)


def _facts(given: FoundExercises) -> dict[str, Exercise]:
    return {name: exercise for name, (exercise, _words) in given.exercises.items()}


def _with(wording: Wording, given: FoundExercises) -> Wording:
    """The words, and those of the exercises that somebody was given."""
    mine = {name: words for name, (_exercise, words) in given.exercises.items()}
    return replace(wording, exercises={**wording.exercises, **mine}) if mine else wording
