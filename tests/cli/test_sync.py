"""`hipcoach sync` with the place of the settings, for a window and for the doctor."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from hipcoach.bootstrap import Environment
from hipcoach.core.settings import Settings
from hipcoach.core.sync_choices import SyncChoices
from hipcoach.core.sync_timing import LAST
from tests.cli.conftest import Run, program
from tests.store import samples

SERVER = "postgresql+psycopg://me:sesame@localhost:1/hipcoach"
SHOWN = "postgresql+psycopg://me:***@localhost:1/hipcoach"


class Computer:
    """Somebody's HipCoach that is to join with a place."""

    def __init__(self, data: Path, where: str | Path, session: int = 0) -> None:
        self.data = data
        self.environment = Environment.of(data)
        self.choose(where)
        if session:
            with self.environment.journal() as journal:
                journal.open_session(samples.opened(session, minutes=session))

    def choose(self, where: str | Path) -> None:
        self.environment.write_settings(Settings().with_sync(SyncChoices(str(where))))

    def sync(self, run: Run, *more: str | Path) -> Any:
        """What the command says as JSON."""
        return json.loads(run("--data-dir", self.data, "sync", *more, "--json").out)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "carried"
    made.mkdir()
    return made


@pytest.fixture
def here(tmp_path: Path, folder: Path) -> Computer:
    """A computer with a session, beside another one that has written into the folder."""
    other = Computer(tmp_path / "there", folder, session=2)
    assert 0 == program("--data-dir", other.data, "sync").status
    return Computer(tmp_path / "here", folder, session=1)


def test_without_a_place_that_of_the_settings_is_taken(run: Run, here: Computer) -> None:
    told = run("--data-dir", here.data, "sync")
    assert (0, "") == (told.status, told.err)
    assert told.out.startswith("New here: 1 session, ")


def test_where_none_is_chosen_it_says_what_to_do(run: Run, here: Computer) -> None:
    here.choose("")
    told = run("--data-dir", here.data, "sync")
    assert 2 == told.status
    assert told.sentence.startswith("Say where, such as `hipcoach sync FOLDER`")


def test_settings_that_cannot_be_read_are_told(run: Run, here: Computer) -> None:
    file = here.environment.paths.config / "settings.toml"
    file.unlink()
    file.mkdir()
    told = run("--data-dir", here.data, "sync")
    assert 1 == told.status
    assert "can't be read" in told.sentence


def test_a_program_is_told_what_came(run: Run, here: Computer, folder: Path) -> None:
    said = here.sync(run)
    assert (str(folder), 0, {"sessions": 1}, [], "", "") == tuple(
        said[name] for name in ("where", "failures", "added", "left", "trouble", "said")
    )
    assert said["at"] == said["joined"]
    assert {} == here.sync(run)["added"]


def test_a_program_is_told_what_went(run: Run, here: Computer, tmp_path: Path) -> None:
    here.sync(run)
    there = ("--data-dir", tmp_path / "there")
    assert 0 == run(*there, "forget", "--everything", "--yes").status
    assert 0 == run(*there, "sync").status
    said = here.sync(run)
    assert ({}, 2) == (said["added"], said["deleted"]["sessions"])


def test_what_became_of_it_is_kept_for_whoever_asks(run: Run, here: Computer) -> None:
    said = run("--data-dir", here.data, "sync", "--json").out
    kept = here.data / LAST
    assert said == kept.read_text("utf-8")
    assert 0o600 == kept.stat().st_mode & 0o777


def test_failures_are_counted_until_it_goes_well(run: Run, here: Computer, folder: Path) -> None:
    first = here.sync(run)
    away = folder.rename(folder.with_name("away"))
    said = [here.sync(run) for _ in range(2)]
    assert [(1, "sync-gone"), (2, "sync-gone")] == [
        (one["failures"], one["trouble"]) for one in said
    ]
    assert f"The folder {folder} is not there now." == said[-1]["said"]
    assert first["joined"] == said[-1]["joined"]
    away.rename(folder)
    assert (0, "") == (here.sync(run)["failures"], here.sync(run)["trouble"])


def test_trouble_is_a_status_for_programs_and_people(
    run: Run, here: Computer, folder: Path
) -> None:
    folder.rename(folder.with_name("away"))
    assert 1 == run("--data-dir", here.data, "sync", "--json").status
    told = run("--data-dir", here.data, "sync")
    assert (1, "") == (told.status, told.out)
    assert "Your journal here works as ever; join the two later.\n" in told.err


def test_another_place_leaves_what_is_known_of_the_chosen_one(
    run: Run, here: Computer, tmp_path: Path
) -> None:
    here.sync(run)
    before = (here.data / LAST).read_text("utf-8")
    assert "sync-gone" == here.sync(run, tmp_path / "nowhere")["trouble"]
    assert before == (here.data / LAST).read_text("utf-8")


def test_what_cannot_be_kept_is_told_all_the_same(run: Run, here: Computer) -> None:
    (here.data / LAST).mkdir()
    assert {"sessions": 1} == here.sync(run)["added"]


def test_a_row_that_says_something_else_is_trouble(run: Run, here: Computer, folder: Path) -> None:
    (theirs,) = folder.iterdir()
    here.sync(run)
    theirs.write_text(theirs.read_text("utf-8").replace("gentle-start", "gentle-stir"), "utf-8")
    said = here.sync(run)
    assert "exchange-conflict" == said["trouble"]
    assert [] == said["left"]
    assert said["said"].startswith(f"{theirs.name}: ")


def test_a_file_that_is_still_on_its_way_is_no_trouble(
    run: Run, here: Computer, folder: Path
) -> None:
    (theirs,) = folder.iterdir()
    theirs.write_bytes(theirs.read_bytes()[:-20])
    said = here.sync(run)
    assert ("", [theirs.name]) == (said["trouble"], said["left"])


@pytest.mark.parametrize("where", ["postgresql://me:sesame@server:port/x", "sqlite://", "://x"])
def test_what_is_no_address_is_told_with_one_that_is(run: Run, here: Computer, where: str) -> None:
    here.choose(where)
    told = run("--data-dir", here.data, "sync")
    assert 1 == told.status
    assert "This is no address of a database; one looks like postgresql+psycopg://" in told.err
    assert "sesame" not in told.err


def test_a_password_is_nowhere_but_in_the_settings(run: Run, here: Computer) -> None:
    here.choose(SERVER)
    told = [run("--data-dir", here.data, *words) for words in (["sync"], ["sync", "--json"])]
    told.append(run("--data-dir", here.data, "doctor"))
    assert SHOWN == json.loads(told[1].out)["where"]
    assert "sesame" not in "".join(one.out + one.err for one in told)
    files = [Path(folder) / name for folder, _, names in os.walk(here.data) for name in names]
    holding = [file for file in files if b"sesame" in file.read_bytes()]
    assert [here.environment.paths.config / "settings.toml"] == holding
    assert 0o600 == holding[0].stat().st_mode & 0o777


def test_the_doctor_tells_how_it_stands(run: Run, here: Computer, folder: Path) -> None:
    def told() -> str:
        (line,) = [
            line
            for line in run("--data-dir", here.data, "doctor").out.splitlines()
            if "Two computers" in line
        ]
        return line

    assert f"✓ Two computers: {folder} · Every hour · Not joined yet." == told()
    here.sync(run)
    assert told().startswith(f"✓ Two computers: {folder} · Every hour · Joined today at ")
    folder.rename(folder.with_name("away"))
    here.sync(run)
    assert told().startswith(f"– Two computers: {folder} · Every hour · The folder isn't there")
    here.choose(here.data)
    here.sync(run)
    assert told().startswith(f"✗ Two computers: {here.data} · Every hour · That is where")
    here.choose("")
    assert "– Two computers: this journal is joined with none." == told()
