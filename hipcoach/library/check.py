"""The whole content held to what no single file can know.

Names of poses, props and muscles; lines that fit their moment; routines that take as long as
they say; languages that leave nothing out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.cueing import estimate_s
from hipcoach.core.errors import ContentError
from hipcoach.core.exercise import Exercise
from hipcoach.core.figure.pose import MUSCLES, PROPS
from hipcoach.core.wording import ExerciseWords
from hipcoach.library.articles import article_problems
from hipcoach.library.load import load_for, own_shelf
from hipcoach.library.poses import load_poses
from hipcoach.library.reading import Place, nearest
from hipcoach.library.shelf import Shelf
from hipcoach.library.translations import translation_problems

LENGTH_TOLERANCE: Final = 0.03
"""Share by which a routine may be longer or shorter than it says."""
SLOT_WORDS: Final = {"intent": 10, "breathing": 6}
"""Words at most, so that there is room in a hold of 20 s: the intent is over when the breathing
line comes, and that is followed by eight quiet seconds."""


def check_content(shelf: Shelf | None = None) -> None:
    """Look through everything in every language.

    Raises ContentError for the first of `content_problems`.
    """
    for problem in content_problems(shelf):
        raise problem


def content_problems(shelf: Shelf | None = None) -> Iterator[ContentError]:
    """Everything that is wrong, file by file.

    What the loader finds, of each file the first; `unknown-pose`, `unknown-prop`,
    `unknown-muscle`; `line-too-long` for its moment; `out-of-bounds` for a routine that takes
    another time than it says; `missing-file` and `missing-field` for what is not translated.
    """
    shelf = shelf or own_shelf()
    bad: set[str] = set()
    for name in shelf.exercise_ids:
        for problem in _exercise_problems(shelf, name):
            bad.add(name)
            yield problem
    for name in shelf.routine_ids:
        yield from _routine_problems(shelf, name, bad)
    yield from article_problems(shelf.root, shelf.exercise_ids, shelf.languages)
    yield from translation_problems(shelf, bad)


def named_poses(exercise: Exercise) -> Iterator[tuple[str, str, str]]:
    """(entry, field, pose) of every pose that an exercise names."""
    yield "", "preview", exercise.preview
    yield "", "fault_pose", exercise.fault_pose
    for rung in exercise.rungs:
        entry = f"rungs.{rung.number}"
        yield entry, "start", rung.start
        yield entry, "pose", rung.pose
        if rung.back:
            yield entry, "back", rung.back
        for number, contraction in enumerate(rung.contractions, 1):
            yield f"{entry}.contractions.{number}", "pose", contraction.pose
            yield f"{entry}.contractions.{number}", "deeper", contraction.deeper


def _exercise_problems(shelf: Shelf, name: str) -> Iterator[ContentError]:
    place = Place(f"exercises/{name}/exercise.toml")
    try:
        exercise, words = shelf.exercise(name)
    except ContentError as problem:
        yield problem
        return
    yield from _known(exercise.muscles, MUSCLES, place, "muscles", "unknown-muscle")
    props = exercise.props + exercise.optional_props
    yield from _known(props, PROPS, place, "props", "unknown-prop")
    yield from _long_lines(words, place)
    try:
        poses = load_poses(shelf.folder(name))
    except ContentError as problem:
        yield problem
        return
    for entry, field, pose in named_poses(exercise):
        inside = place.within(entry) if entry else place
        yield from _known([pose], poses, inside, field, "unknown-pose")


def _known(
    names: Collection[str], known: Collection[str], place: Place, field: str, code: str
) -> Iterator[ContentError]:
    for name in names:
        if name not in known:
            like = nearest(name, known)
            yield ContentError(
                code, file=place.file, entry=place.entry, field=field, value=name, nearest=like
            )


def _long_lines(words: ExerciseWords, place: Place) -> Iterator[ContentError]:
    for code, line in words.lines.items():
        most = SLOT_WORDS.get(code.rpartition("-")[2])
        long = max(len(text.split()) for text in line.texts)
        if most is not None and long > most:
            yield ContentError(
                "line-too-long", file=place.file, entry="lines", field=code, words=long, most=most
            )


def _routine_problems(shelf: Shelf, name: str, bad: Collection[str]) -> Iterator[ContentError]:
    """What is wrong with a routine; one that needs a bad exercise can't be judged."""
    file = f"routines/{name}.toml"
    try:
        routine = shelf.routine(name)[0]
        if any(step.exercise in bad for step in routine.steps):
            return
        programme = load_for(name, shelf=shelf)
    except ContentError as problem:
        if problem.details["file"] == file:
            yield problem
        return
    if not routine.minutes:
        return
    timeline = compile_timeline(
        routine,
        programme.exercises,
        lambda text: estimate_s(programme.wording.words(text)),
        CompileOptions(),
    )
    minutes = timeline.length_s / 60
    least, most = (routine.minutes * (1 + sign * LENGTH_TOLERANCE) for sign in (-1, 1))
    if not least <= minutes <= most:
        yield ContentError(
            "out-of-bounds",
            file=file,
            field="minutes",
            value=round(minutes, 2),
            least=round(least, 2),
            most=round(most, 2),
        )
