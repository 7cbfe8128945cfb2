"""`hipcoach check`: what is wrong with the content, a sentence each."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from hipcoach.library import check
from hipcoach.library.load import load_library
from hipcoach.library.shelf import Shelf
from tests.cli.conftest import Run


def test_good_content_is_called_well(run: Run) -> None:
    library = load_library()
    told = run("check")

    assert (0, "") == (told.status, told.err)
    counted = f"{len(library.exercises)} exercises, {len(library.routines)} routines"
    assert f"All is well: {counted}.\n" == told.out


def test_every_problem_gets_its_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    copytree(Path(check.__file__).with_name("content"), content)
    swings = content / "exercises/leg-swings/exercise.toml"
    written = swings.read_text(encoding="utf-8")
    assert '"wall"' in written
    swings.write_text(written.replace('"wall"', '"wal"'), encoding="utf-8")
    desk = content / "routines/desk-reset.toml"
    desk.write_text(desk.read_text(encoding="utf-8") + "reps = 3\n", encoding="utf-8")
    monkeypatch.setattr(check, "own_shelf", lambda: Shelf(content))

    told = run("check")

    assert (1, "") == (told.status, told.out)
    prop, dose = told.err.splitlines()
    assert "exercises/leg-swings/exercise.toml, props: there is no prop called wal." in prop
    assert prop.endswith("Did you mean wall?")
    assert dose.startswith("routines/desk-reset.toml, ")
    assert "steps.1, reps: there is no such field." in dose
