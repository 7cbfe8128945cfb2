"""Own routines on the command line: looked at, listed, printed and told apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases.lengths import length_words
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.library.source import OwnContent
from tests.cli.conftest import Run

GOOD = """\
colour = "teal"

[words]
name = "Mine"
summary = "For me."

[[steps]]
exercise = "leg-swings"
"""
ALONE = OwnContent(pictures=False).alone("leg-swings")
LENGTH = length_words(
    compile_timeline(
        ALONE.routines["only-leg-swings"],
        ALONE.exercises,
        lengths_of(ALONE.wording),
        CompileOptions(),
    ).length_s
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one good routine in it."""
    folder = tmp_path / "routines"
    folder.mkdir()
    (folder / "mine.toml").write_text(GOOD)
    return tmp_path


def test_a_good_file_is_in_order(run: Run, data: Path) -> None:
    told = run("routine", "check", data / "routines" / "mine.toml")
    assert (0, "") == (told.status, told.err)
    assert f"{data}/routines/mine.toml is in order: Mine, 1 step, {LENGTH}.\n" == told.out


def test_a_bad_file_gets_one_line_for_each_mistake(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(GOOD.replace('"teal"', "3").replace("leg-swings", "leg-swing") + "reps = 0\n")
    told = run("routine", "check", file)
    assert (1, "") == (told.status, told.out)
    first, second = told.err.splitlines()
    assert f"{file}, line 1, colour: a text in quotes is wanted here." == first
    assert f"{file}, line 8, steps.1, exercise: there is no exercise called leg-swing." in second
    assert second.endswith("Did you mean leg-swings?")


@pytest.mark.parametrize(
    "given",
    [["routine"], ["routine", "check"], ["routine", "chek", "x"], ["routine", "check", "/no"]],
)
def test_a_command_that_lacks_its_file_is_told_so(run: Run, given: list[str]) -> None:
    assert 2 == run(*given).status


def test_they_are_listed_after_those_that_come_with_it(run: Run, data: Path) -> None:
    listed = json.loads(run("--data-dir", data, "list", "--json").out)["routines"]
    assert "mine" == listed[-1]["id"]
    assert len(listed) > 1
    told = run("--data-dir", data, "routine", "list")
    assert (0, f"  mine                      Mine · {LENGTH}\n") == (told.status, told.out)


def test_a_broken_one_is_told_beside_the_others(run: Run, data: Path) -> None:
    bad = data / "routines" / "bad.toml"
    bad.write_text(GOOD.replace("Mine", "Mine\n"))
    for command, status in ((["list"], 0), (["routine", "list"], 1)):
        told = run("--data-dir", data, *command)
        assert status == told.status
        assert f"Mine · {LENGTH}" in told.out
        assert f"{bad}, line 4, name: the text has no closing quote.\n" == told.err


def test_a_broken_one_that_is_asked_for_says_what_is_wrong(run: Run, data: Path) -> None:
    bad = data / "routines" / "bad.toml"
    bad.write_text(GOOD + "reps = 99\n")
    for command in (["timeline", "bad"], ["play", "bad"], ["play", "bad", "--terminal"]):
        told = run("--data-dir", data, *command)
        sentence = f"{bad}, line 9, steps.1, reps: 99 lies outside 1 to 30."
        assert (1, sentence) == (told.status, told.sentence)


def test_its_score_is_printed(run: Run, data: Path) -> None:
    told = run("--data-dir", data, "timeline", "mine", "--voice", "estimate", "--json")
    assert (0, "mine") == (told.status, json.loads(told.out)["routine"])


def test_a_name_that_is_nearly_one_of_them_is_offered(run: Run, data: Path) -> None:
    told = run("--data-dir", data, "timeline", "mien")
    assert (2, "There is no routine called mien. Did you mean mine?") == (
        told.status,
        told.sentence,
    )


def test_without_any_it_is_said_how_to_make_one(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path / "new", "routine", "list")
    assert (0, "None yet: make one in HipCoach's window, under Today.\n") == (told.status, told.out)
    assert not (tmp_path / "new").exists()


def test_the_folder_is_told(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path, "routine", "path")
    assert (0, f"{tmp_path}/routines\n") == (told.status, told.out)


def test_few_choices_are_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(GOOD + 'sides = "LINKS"\n')
    told = run("routine", "check", file).err.rstrip()
    assert told.endswith("may stand here. There is: both, left, right.")
