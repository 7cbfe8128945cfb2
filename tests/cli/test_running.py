"""A HipCoach that is running is spoken of where the journal is changed behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hipcoach.bootstrap import Environment
from hipcoach.core.errand import STEPS_VARIABLE
from tests.cli.conftest import Run
from tests.cli.test_breaks import Running, pytestmark  # noqa: F401 - where there are such sockets
from tests.store import samples

WORD = "HipCoach is running: quit it and start it again, so that it knows of this.\n"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """One that runs, with a session in its journal."""
    data = tmp_path / "here"
    with Environment.of(data).journal() as journal:
        journal.open_session(samples.opened(1))
    with closing(Running(data)) as found:
        yield found


def test_it_is_told_where_something_has_changed(run: Run, tmp_path: Path, running: Running) -> None:
    here, there = ("--data-dir", running.data), ("--data-dir", tmp_path / "there")
    with Environment.of(tmp_path / "there").journal() as journal:
        journal.open_session(samples.opened(2, minutes=2))
    file, folder = tmp_path / "journal.json", tmp_path / "carried"
    folder.mkdir()
    run(*there, "export", file)

    assert WORD == run(*here, "import", file).err
    run(*there, "forget", "--everything", "--yes")
    run(*here, "backup")
    assert WORD == run(*here, "restore", "1", "--yes").err
    assert WORD == run(*here, "forget", "--everything", "--yes").err
    run(*there, "import", file, "--bring-back")
    run(*there, "sync", folder)
    assert WORD == run(*here, "sync", folder).err


def test_it_is_not_where_nothing_has(run: Run, tmp_path: Path, running: Running) -> None:
    file = tmp_path / "journal.json"
    run("--data-dir", running.data, "export", file)

    assert "" == run("--data-dir", running.data, "import", file).err
    assert [] == running.asked


def test_nor_where_none_is_running(run: Run, tmp_path: Path, running: Running) -> None:
    file = tmp_path / "journal.json"
    run("--data-dir", running.data, "export", file)

    assert "" == run("--data-dir", tmp_path / "there", "import", file).err


def test_the_one_that_gave_the_command_is_not_told(
    run: Run, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STEPS_VARIABLE, "1")

    assert "" == run("--data-dir", running.data, "forget", "--everything", "--yes").err
    assert [] == running.asked
