"""The routines that people make: kept as files, and never lost by one that is broken."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hipcoach.core.bounds import NAME_LENGTH, dose_of
from hipcoach.core.editing import Draft
from hipcoach.core.errors import ContentError, KnownError, UsageError
from hipcoach.core.routine import Routine, Sides
from hipcoach.core.wording import RoutineWords
from hipcoach.library.load import load_library
from hipcoach.library.own import OwnRoutines
from hipcoach.library.source import OwnContent
from hipcoach.system.paths import replace_file

EXERCISES = load_library().exercises
SWINGS, KNEEL = EXERCISES["leg-swings"], EXERCISES["half-kneeling-hip-flexor"]
DRAFT = (
    Draft("Evening hips", "Before bed.")
    .added(SWINGS)
    .added(KNEEL)
    .dosed(0, SWINGS, "reps", 14)
    .dosed(1, KNEEL, "hold_s", 45)
    .on_rung(1, KNEEL, 3)
    .on_sides(1, KNEEL, Sides.RIGHT)
    .rested(0, 25)
)
WORDS = RoutineWords(DRAFT.name, DRAFT.summary)


@pytest.fixture
def own(tmp_path: Path) -> OwnRoutines:
    return OwnRoutines(tmp_path / "data" / "routines", replace_file)


def _file(own: OwnRoutines, name: str, written: str) -> None:
    own.folder.mkdir(parents=True, exist_ok=True)
    (own.folder / name).write_text(written, encoding="utf-8")


def test_what_is_kept_is_found_again(own: OwnRoutines) -> None:
    name = own.save(DRAFT.routine(""), WORDS)
    assert "evening-hips" == name
    assert {name: (DRAFT.routine(name), WORDS)} == own.found().routines
    assert () == own.found().faults


def test_a_file_is_its_owners_alone(own: OwnRoutines) -> None:
    before = os.umask(0)
    try:
        own.save(DRAFT.routine(""), WORDS)
    finally:
        os.umask(before)
    (file,) = own.folder.iterdir()
    assert 0o600 == stat.S_IMODE(file.stat().st_mode)
    assert 0o700 == stat.S_IMODE(own.folder.stat().st_mode)


def test_a_new_routine_never_takes_the_place_of_another(own: OwnRoutines) -> None:
    names = [own.save(DRAFT.routine(""), WORDS) for _ in range(3)]
    assert ["evening-hips", "evening-hips-2", "evening-hips-3"] == names
    assert 3 == len(own.found().routines)


def test_a_built_in_name_is_taken(own: OwnRoutines) -> None:
    assert "desk-reset-2" == own.save(DRAFT.routine(""), RoutineWords("Desk reset", "x"))


def test_saving_over_itself_keeps_one(own: OwnRoutines) -> None:
    name = own.save(DRAFT.routine(""), WORDS)
    shorter = DRAFT.removed(0)
    assert name == own.save(shorter.routine(name), replace(WORDS, name="Other"), over=name)
    assert {name: (shorter.routine(name), RoutineWords("Other", "Before bed."))} == (
        own.found().routines
    )


@pytest.mark.parametrize(
    "name",
    [
        "../../escaped",
        "/etc/passwd",
        "con",
        "x" * NAME_LENGTH,
        "夜の股関節",
        "a\x7fb",
        "\"\\'#",
        ".",
    ],
)
def test_hostile_names_stay_in_the_folder_and_come_back(own: OwnRoutines, name: str) -> None:
    kept = own.save(DRAFT.routine(""), RoutineWords(name, "x"))
    (file,) = own.folder.iterdir()
    assert f"{kept}.toml" == file.name
    assert own.folder == file.resolve().parent
    assert name == own.found().routines[kept][1].name


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(EXERCISES)), min_size=1, max_size=5), st.data())
def test_whatever_can_be_made_can_be_read(
    own: OwnRoutines, names: list[str], data: st.DataObject
) -> None:
    text = st.text(min_size=1, max_size=60).map(lambda words: Draft().named(words).name.strip())
    draft = Draft(data.draw(text) or "x", data.draw(text) or "y")
    for index, name in enumerate(names):
        one = EXERCISES[name]
        draft = draft.added(one)
        for field, bound in dose_of(one).items():
            value = data.draw(st.floats(bound.least, bound.most).map(lambda n: round(n, 1)))
            if getattr(one.dose, field):
                draft = draft.dosed(index, one, field, value)
        draft = draft.on_sides(index, one, data.draw(st.sampled_from(Sides)))
        draft = draft.rested(index, data.draw(st.integers(0, 180)))
    path = own.folder / "one.toml"
    own.write(draft.routine("one"), RoutineWords(draft.name, draft.summary), path)
    routine, words = own.read(path)
    assert (draft.steps, draft.colour) == (routine.steps, routine.colour)
    assert (draft.name, draft.summary) == (words.name, words.summary)


def test_a_broken_file_is_told_and_leaves_the_others_alone(own: OwnRoutines) -> None:
    name = own.save(DRAFT.routine(""), WORDS)
    _file(own, "broken.toml", "colour = 3\n")
    _file(own, "Desk-Reset.toml", "")
    _file(own, "only-me.toml", "")
    _file(own, ".hidden.toml", "not looked at")
    _file(own, "notes.txt", "not looked at")
    (own.folder / "folder.toml").mkdir()
    found = own.found()
    assert {name} == set(found.routines)
    assert {"broken.toml": "wrong-type", "Desk-Reset.toml": "taken", "only-me.toml": "taken"} == {
        Path(str(fault.details["file"])).name: fault.code for fault in found.faults
    }


def test_without_a_folder_there_are_none_and_none_is_made(own: OwnRoutines) -> None:
    assert ({}, ()) == (own.found().routines, own.found().faults)
    assert not own.folder.exists()


def test_what_is_let_go_of_is_gone(own: OwnRoutines) -> None:
    name = own.save(DRAFT.routine(""), WORDS)
    own.remove(name)
    own.remove(name)
    assert {} == own.found().routines


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    own = OwnRoutines(tmp_path / "file", replace_file)
    with pytest.raises(KnownError) as caught:
        own.save(DRAFT.routine(""), WORDS)
    assert "unwritable" == caught.value.code
    (fault,) = own.found().faults
    assert "unreadable" == fault.code


def test_a_full_disk_leaves_the_old_file(own: OwnRoutines) -> None:
    name = own.save(DRAFT.routine(""), WORDS)

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    poor = OwnRoutines(own.folder, full)
    with pytest.raises(KnownError):
        poor.save(DRAFT.removed(0).routine(name), WORDS, over=name)
    assert DRAFT.routine(name) == own.found().routines[name][0]


def test_they_come_with_everything_else_and_can_be_played(own: OwnRoutines) -> None:
    name = own.save(DRAFT.routine(""), WORDS)
    _file(own, "broken.toml", "colour = 3\n")
    content = OwnContent(own=own)
    everything = content.everything()
    assert {name} == everything.own
    assert ["wrong-type"] == [fault.code for fault in everything.broken]
    programme = content.programme(name)
    assert DRAFT.routine(name) == programme.routines[name]
    assert {"leg-swings", "half-kneeling-hip-flexor"} == set(programme.exercises)
    assert "Evening hips" == programme.wording.routines[name].name
    assert "half-kneeling-hip-flexor/tall" in programme.poses


def test_a_broken_one_that_is_asked_for_says_why(own: OwnRoutines) -> None:
    _file(own, "broken.toml", "colour = 3\n")
    with pytest.raises(ContentError) as caught:
        OwnContent(own=own).programme("broken")
    assert ("wrong-type", 1) == (caught.value.code, caught.value.details["line"])


def test_a_name_that_nobody_knows_comes_with_the_nearest(own: OwnRoutines) -> None:
    own.save(DRAFT.routine(""), WORDS)
    for asked, near in (("evening-hip", "evening-hips"), ("desk-rset", "desk-reset")):
        with pytest.raises(UsageError) as caught:
            OwnContent(own=own).programme(asked)
        assert {"name": asked, "nearest": near} == caught.value.details


def test_a_built_in_routine_is_what_it_was(own: OwnRoutines) -> None:
    built_in: Routine = OwnContent().programme("desk-reset").routines["desk-reset"]
    assert built_in == OwnContent(own=own).programme("desk-reset").routines["desk-reset"]
