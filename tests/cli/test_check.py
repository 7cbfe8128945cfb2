"""`hipcoach check`: what is wrong with the content, a sentence each."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from hipcoach.library import check
from hipcoach.library.load import load_library
from tests.cli.conftest import Run

TRANSLATIONS = ignore_patterns("[a-z][a-z].toml", "*.[a-z][a-z].toml")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content in English alone."""
    folder = tmp_path / "content"
    copytree(Path(check.__file__).with_name("content"), folder, ignore=TRANSLATIONS)
    return folder


def _spoil(file: Path, old: str, new: str) -> None:
    written = file.read_text(encoding="utf-8")
    assert old in written
    file.write_text(written.replace(old, new), encoding="utf-8")


def test_good_content_is_called_well(run: Run, content: Path) -> None:
    library = load_library()
    told = run("check", content)

    assert (0, "") == (told.status, told.err)
    counted = f"{len(library.exercises)} exercises, {len(library.routines)} routines"
    assert f"All is well: {counted}.\n" == told.out


def test_every_problem_gets_its_sentence(run: Run, content: Path) -> None:
    _spoil(content / "exercises/leg-swings/exercise.toml", '"wall"', '"wal"')
    _spoil(content / "routines/desk-reset.toml", "sets = 1", "reps = 1")

    told = run("check", content)

    assert (1, "") == (told.status, told.out)
    prop, dose = told.err.splitlines()
    assert "exercises/leg-swings/exercise.toml, props: there is no prop called wal." in prop
    assert prop.endswith("Did you mean wall?")
    assert dose.startswith("routines/desk-reset.toml, ")
    assert "steps.1, reps: there is no such field." in dose


def test_without_a_folder_the_content_that_comes_along_is_looked_through(run: Run) -> None:
    told = run("check")

    # Whatever it finds, it is about our own files.
    assert told.status == bool(told.err)
    assert all(".toml" in line or ".md" in line for line in told.err.splitlines())


def test_a_folder_that_is_not_there_is_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    told = run("check", tmp_path / "nowhere")

    assert 1 == told.status
    assert f"{tmp_path / 'nowhere'}: the file can't be read" in told.sentence
