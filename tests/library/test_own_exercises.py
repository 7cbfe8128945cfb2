"""Exercises that people were given: with their words and pictures, beside all the others."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases.own_exercise import lines_of
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.editing import Draft
from hipcoach.core.errors import ContentError, KnownError
from hipcoach.core.exercise import Dose, Method, Position
from hipcoach.core.figure.motion import far_apart, pose_at
from hipcoach.core.figure.pose import Pose
from hipcoach.core.own_exercise import OwnExercise, missing
from hipcoach.core.side import Side
from hipcoach.core.wording import RoutineWords
from hipcoach.library.load import own_shelf
from hipcoach.library.own import OwnRoutines
from hipcoach.library.own_exercises import OwnExercises
from hipcoach.library.source import OwnContent
from hipcoach.system.paths import replace_file
from tests.library.test_pictures import png, svg

SHIFT = OwnExercise(
    name="Hip shift",
    how=("Lie on your back.", "Shift your hips {gently}."),
    position=Position.LYING,
    method=Method.HOLD,
    sided=True,
    dose=Dose(sets=2, hold_s=20.0),
    lines=lines_of("Hip shift", sided=True),
)
ROCK = replace(
    SHIFT,
    name="Rock",
    method=Method.REPETITIONS,
    sided=False,
    dose=Dose(reps=8, rep_s=3.5),
    lines=lines_of("Rock", sided=False),
)


@pytest.fixture
def given(tmp_path: Path) -> OwnExercises:
    folder = tmp_path / "data" / "exercises"
    return OwnExercises(folder, replace_file, lambda: own_shelf().exercise_ids)


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    """Three pictures, named to deceive."""
    made = []
    for name, content in (("a.txt", png()), ("b.png", svg()), ("../c", png(9, 9))):
        path = tmp_path / name.replace("../", "")
        path.write_bytes(content)
        made.append(path)
    return made


def test_what_was_written_down_is_found_with_its_words(
    given: OwnExercises, pictures: list[Path]
) -> None:
    name = given.save(SHIFT, pictures[:2])
    found = given.found()
    exercise, words = found.exercises[name]
    assert ("hip-shift", ()) == (name, found.faults)
    assert (Method.HOLD, Position.LYING, True) == (
        exercise.method,
        exercise.position,
        exercise.sided,
    )
    assert (2, 20.0) == (exercise.dose.sets, exercise.dose.hold_s)
    assert ("Hip shift", ("Lie on your back.", "Shift your hips (gently).")) == (
        words.name,
        words.how,
    )
    assert "Hip shift, left side." == words.lines["announce"].full_left


def test_its_pictures_are_copies_named_for_what_they_hold(
    given: OwnExercises, pictures: list[Path]
) -> None:
    name = given.save(ROCK, pictures)
    for path in pictures:
        path.unlink()
    assert ["1.png", "2.svg", "3.png", "exercise.toml"] == sorted(
        one.name for one in (given.folder / name).iterdir()
    )
    poses = given.found().poses
    assert {f"{name}/start": "1.png", f"{name}/hold": "2.svg", f"{name}/back": "3.png"} == {
        pose: Path(found.picture).name for pose, found in poses.items()
    }


def test_one_picture_is_enough(given: OwnExercises, pictures: list[Path]) -> None:
    given.save(SHIFT, pictures[:1])
    assert {"1.png"} == {Path(pose.picture).name for pose in given.found().poses.values()}


def test_everything_is_its_owners_alone(given: OwnExercises, pictures: list[Path]) -> None:
    name = given.save(SHIFT, pictures)
    for one in (given.folder / name).iterdir():
        assert 0o600 == stat.S_IMODE(one.stat().st_mode)
    assert 0o700 == stat.S_IMODE((given.folder / name).stat().st_mode)


def test_two_of_one_name_are_two(given: OwnExercises, pictures: list[Path]) -> None:
    assert ["hip-shift", "hip-shift-2"] == [given.save(SHIFT, pictures) for _ in range(2)]
    assert "leg-swings-2" == given.save(replace(SHIFT, name="Leg swings"), pictures)


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", svg('<image href="/etc/passwd"/>'), png(90_000, 90_000)]
)
def test_a_picture_that_can_not_be_used_leaves_nothing_behind(
    given: OwnExercises, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(content)
    with pytest.raises(ContentError):
        given.save(SHIFT, [bad])
    with pytest.raises(ContentError):
        given.save(SHIFT, [tmp_path / "nowhere.png"])
    assert ([], {}) == ([*given.folder.glob("*")], given.found().exercises)


def test_a_line_too_long_leaves_nothing_behind(given: OwnExercises, pictures: list[Path]) -> None:
    with pytest.raises(ContentError) as caught:
        given.save(replace(SHIFT, how=("a " * 14,)), pictures)
    assert "line-too-long" == caught.value.code
    assert [] == [*given.folder.iterdir()]


def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path: Path, pictures: list[Path]) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    poor = OwnExercises(tmp_path / "exercises", full, tuple)
    with pytest.raises(KnownError) as caught:
        poor.save(SHIFT, pictures)
    assert "unwritable" == caught.value.code
    assert [] == [*poor.folder.iterdir()]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"1.png"', '"../1.png"', "picture-elsewhere"),
        ('"1.png"', '"/etc/passwd"', "picture-elsewhere"),
        ('"1.png"', '"..\\\\1.png"', "picture-elsewhere"),
        ('"1.png"', '"2.png"', "unreadable"),
        ('["1.png"]', '["1.png", "1.png", "1.png", "1.png"]', "out-of-bounds"),
        ('["1.png"]', "[]", "missing-field"),
        ('"hold"', '"contractions"', "unknown-choice"),
        ("hold_s = 20", "hold_s = 200", "out-of-bounds"),
        ("hold_s = 20", "reps = 20", "unknown-field"),
        ("switch = ", "swich = ", "unknown-field"),
        ("sided = true", "sided = 1", "wrong-type"),
        ('"Hip shift"', "3", "wrong-type"),
    ],
)
def test_a_folder_that_is_broken_is_told_and_leaves_the_others_alone(
    given: OwnExercises, pictures: list[Path], old: str, new: str, code: str
) -> None:
    given.save(SHIFT, pictures[:1])
    other = given.save(ROCK, pictures[:1])
    file = given.folder / "hip-shift" / "exercise.toml"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))
    found = given.found()
    assert {other} == set(found.exercises)
    assert [code] == [fault.code for fault in found.faults]
    assert str(file.parent) in str(found.faults[0].details["file"])


def test_a_method_that_is_not_known_is_told_with_those_that_one_may_use(
    given: OwnExercises, pictures: list[Path]
) -> None:
    given.save(SHIFT, pictures[:1])
    file = given.folder / "hip-shift" / "exercise.toml"
    file.write_text(file.read_text().replace('"hold"', '"jump"', 1))
    (fault,) = given.found().faults
    assert ["hold", "repetitions"] == fault.details["known"]


def test_an_editor_that_marks_its_files_as_utf_8_is_read(
    given: OwnExercises, pictures: list[Path]
) -> None:
    name = given.save(SHIFT, pictures[:1])
    file = given.folder / "hip-shift" / "exercise.toml"
    file.write_text(file.read_text("utf-8"), "utf-8-sig")
    assert {name} == set(given.found().exercises)


def test_a_built_in_name_and_hidden_folders_are_not_read(
    given: OwnExercises, pictures: list[Path]
) -> None:
    given.save(SHIFT, pictures[:1])
    (given.folder / "hip-shift").rename(given.folder / "leg-swings")
    (given.folder / ".half").mkdir()
    (given.folder / "notes").mkdir()
    assert ({}, ["taken"]) == (
        given.found().exercises,
        [fault.code for fault in given.found().faults],
    )


def test_a_change_in_the_folder_is_seen(given: OwnExercises, pictures: list[Path]) -> None:
    given.save(SHIFT, pictures[:1])
    assert {"hip-shift"} == set(given.found().exercises)
    (given.folder / "hip-shift" / "1.png").unlink()
    assert ["unreadable"] == [fault.code for fault in given.found().faults]


@pytest.mark.parametrize("exercise", [SHIFT, ROCK])
def test_it_is_practised_in_a_routine_like_any_other(
    tmp_path: Path, given: OwnExercises, pictures: list[Path], exercise: OwnExercise
) -> None:
    name = given.save(exercise, pictures)
    own = OwnRoutines(tmp_path / "routines", replace_file, given)
    practised = given.found().exercises[name][0]
    routine = own.save(Draft().added(practised).routine(""), RoutineWords("Mine", "x"))
    content = OwnContent(own=own, given=given)
    for programme in (
        content.programme(routine),
        content.programme(f"only-{name}"),
        content.everything(),
    ):
        chosen = next(
            one for key, one in programme.routines.items() if key in {routine, f"only-{name}"}
        )
        lengths = lengths_of(programme.wording)
        timeline = compile_timeline(chosen, programme.exercises, lengths, CompileOptions())
        poses = {each.pose_to for each in timeline.segments} | {
            each.pose_from for each in timeline.segments
        }
        assert all(programme.poses[pose].picture for pose in poses)
        said = [programme.wording.words(cue.text) for cue in timeline.cues]
        assert "Lie on your back." in said
        assert {name} == {each.exercise for each in timeline.segments}


def test_one_that_is_changed_stays_the_same_exercise(
    given: OwnExercises, pictures: list[Path]
) -> None:
    name = given.save(SHIFT, pictures)
    written, shown = given.written(name)
    assert (SHIFT.name, SHIFT.dose, 3) == (written.name, replace(written.dose, reps=0), len(shown))
    other = replace(ROCK, name="Another name")
    assert name == given.save(other, shown[1:2], over=name)
    assert [name] == [one.name for one in given.folder.iterdir()]
    assert ["1.svg", "exercise.toml"] == sorted(one.name for one in (given.folder / name).iterdir())
    assert "Another name" == given.found().exercises[name][1].name


def test_a_change_that_can_not_be_kept_leaves_what_was_there(
    given: OwnExercises, pictures: list[Path]
) -> None:
    name = given.save(SHIFT, pictures)
    with pytest.raises(ContentError):
        given.save(replace(SHIFT, how=("a " * 14,)), pictures, over=name)
    assert "Hip shift" == given.found().exercises[name][1].name
    assert [name] == [one.name for one in given.folder.iterdir()]


def test_one_that_is_let_go_of_is_gone_with_its_pictures(
    given: OwnExercises, pictures: list[Path]
) -> None:
    given.remove(given.save(SHIFT, pictures))
    assert [] == [*given.folder.iterdir()]
    with pytest.raises(KnownError):
        given.remove("hip-shift")


def test_without_it_a_routine_made_of_it_is_told(
    tmp_path: Path, given: OwnExercises, pictures: list[Path]
) -> None:
    name = given.save(SHIFT, pictures[:1])
    own = OwnRoutines(tmp_path / "routines", replace_file, given)
    practised = given.found().exercises[name][0]
    own.save(Draft().added(practised).routine(""), RoutineWords("Mine", "x"))
    (given.folder / name).rename(given.folder / ".away")
    assert ["unknown-exercise"] == [fault.code for fault in own.found().faults]


def test_one_picture_gives_way_to_the_next_without_a_body_between() -> None:
    one, other, body = Pose(picture="1.png"), Pose(picture="2.png"), Pose()
    assert far_apart(one, other)
    assert far_apart(one, body)
    assert not far_apart(one, one)
    assert {one, other} == {pose_at(one, other, fraction / 10) for fraction in range(11)}


@pytest.mark.parametrize(
    ("exercise", "pictures", "code"),
    [
        (SHIFT, 1, ""),
        (SHIFT, 0, "picture"),
        (replace(SHIFT, name="  "), 1, "name"),
        (replace(SHIFT, name="a " * 9), 1, "long-name"),
        (replace(SHIFT, how=()), 1, "how"),
        (replace(SHIFT, how=("a",) * 4), 1, "many-lines"),
        (replace(SHIFT, how=("a", "b " * 14)), 1, "long-line"),
    ],
)
def test_what_is_missing_is_known_before_it_is_kept(
    exercise: OwnExercise, pictures: int, code: str
) -> None:
    assert code == missing(exercise, pictures)[0]


def test_every_side_is_named() -> None:
    lines = lines_of("Rock", sided=True)
    assert lines["announce"][Side.LEFT] != lines["announce"][Side.RIGHT]
    assert "switch" not in lines_of("Rock", sided=False)
