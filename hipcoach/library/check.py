"""The whole content held to what no single file can know: poses, props, muscles, languages."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from hipcoach.core.exercise import Exercise
from hipcoach.core.figure.pose import MUSCLES, PROPS
from hipcoach.library.load import load_library, load_wording, own_shelf
from hipcoach.library.poses import load_poses
from hipcoach.library.reading import Place, nearest
from hipcoach.library.shelf import Shelf


def check_content(shelf: Shelf | None = None) -> None:
    """Load everything in every language, and look up every name that is used.

    Raises ContentError for the first fault: what the loader finds, or `unknown-pose`,
    `unknown-prop`, `unknown-muscle`.
    """
    shelf = shelf or own_shelf()
    for exercise in load_library(shelf).exercises.values():
        place = Place(f"exercises/{exercise.id}/exercise.toml")
        _known(exercise.muscles, MUSCLES, place, "muscles", "unknown-muscle")
        props = exercise.props + exercise.optional_props
        _known(props, PROPS, place, "props", "unknown-prop")
        poses = load_poses(shelf.folder(exercise.id))
        for entry, field, pose in named_poses(exercise):
            inside = place.within(entry) if entry else place
            _known([pose], poses, inside, field, "unknown-pose")
    for language in shelf.languages:
        load_wording(language, shelf)


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


def _known(
    names: Collection[str], known: Collection[str], place: Place, field: str, code: str
) -> None:
    for name in names:
        if name not in known:
            place.refuse(code, field, value=name, nearest=nearest(name, known))
