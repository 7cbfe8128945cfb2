"""`hipcoach forget`, given as a person gives it and as a program does."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hipcoach.bootstrap import Environment
from tests.cli.conftest import Run
from tests.store import samples

DAY = 24 * 60


def kept(folder: Path, days: int) -> Path:
    """A session on each day from the second of March on."""
    with Environment.of(folder).journal() as journal:
        for number in range(days):
            journal.open_session(samples.opened(number + 1, minutes=DAY * number))
    return folder


def sessions(run: Run, folder: Path) -> int:
    """How many there are now."""
    told = run("--data-dir", folder, "forget", "--everything", "--dry-run", "--json")
    found: int = json.loads(told.out)["tables"]["sessions"]
    return found


def test_what_a_span_would_take_is_told_and_stays(run: Run, tmp_path: Path) -> None:
    span = "--from", "2026-03-02", "--to", "2026-03-03"
    told = run("--data-dir", kept(tmp_path, 3), "forget", *span, "--dry-run")

    assert "That would delete 2 sessions, 0 check-ins, 0 break events; 2 rows in all.\n" == told.out
    assert 3 == sessions(run, tmp_path)


def test_a_program_reads_what_is_deleted(run: Run, tmp_path: Path) -> None:
    span = "--from", "2026-03-02", "--to", "2026-03-03"
    told = run("--data-dir", kept(tmp_path, 3), "forget", *span, "--yes", "--json")

    found = json.loads(told.out)
    assert (0, "") == (told.status, told.err)
    assert (True, "2026-03-02", "2026-03-03", 2) == (
        found["deleted"], found["from"], found["to"], found["rows"]
    )  # fmt: skip
    assert (2, 0) == (found["tables"]["sessions"], found["backups"])
    assert 1 == sessions(run, tmp_path)


def test_a_program_reads_what_would_be_deleted(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", kept(tmp_path, 3), "forget", "--everything", "--dry-run", "--json")

    found = json.loads(told.out)
    assert (False, None, None, 3) == (
        found["deleted"], found["from"], found["to"], found["rows"]
    )  # fmt: skip
    assert 3 == sessions(run, tmp_path)


def test_copies_are_counted_where_they_go_too(run: Run, tmp_path: Path) -> None:
    run("--data-dir", kept(tmp_path, 1), "backup")
    run("--data-dir", tmp_path, "backup", tmp_path / "elsewhere.sqlite")

    told = run("--data-dir", tmp_path, "forget", "--everything", "--backups", "--yes", "--json")

    assert 1 == json.loads(told.out)["backups"]
    assert (tmp_path / "elsewhere.sqlite").exists()


def test_the_same_command_again_wipes_what_a_reader_kept(run: Run, tmp_path: Path) -> None:
    kept(tmp_path, 3)
    beside = tmp_path / "journal.sqlite-wal"
    everything = "--data-dir", tmp_path, "forget", "--everything", "--yes"
    with closing(sqlite3.connect(tmp_path / "journal.sqlite", isolation_level=None)) as reader:
        reader.execute("BEGIN").execute("SELECT count(*) FROM sessions").fetchone()
        told = run(*everything)
        assert 1 == told.status
        assert told.out.startswith("Deleted: 3 sessions, ")
        assert "close it and give the command again" in told.err
        reader.execute("COMMIT")
        assert beside.stat().st_size

        assert "There is nothing to delete.\n" == run(*everything).out

        assert 0 == beside.stat().st_size


def test_copies_that_can_not_go_are_told_after_what_went(run: Run, tmp_path: Path) -> None:
    run("--data-dir", kept(tmp_path, 3), "backup")
    shutil.rmtree(tmp_path / "backups")
    (tmp_path / "backups").write_text("no folder")

    told = run("--data-dir", tmp_path, "forget", "--everything", "--yes", "--backups")

    assert 1 == told.status
    assert told.out.startswith("Deleted: 3 sessions, ")
    assert str(tmp_path / "backups") in told.err


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--yes",)])
def test_nothing_to_delete_is_said_in_words(
    run: Run, tmp_path: Path, more: tuple[str, ...]
) -> None:
    told = run("--data-dir", tmp_path, "forget", "--everything", *more)

    assert "There is nothing to delete.\n" == told.out
    assert 0 == told.status


def test_copies_go_where_the_journal_is_empty(run: Run, tmp_path: Path) -> None:
    run("--data-dir", kept(tmp_path, 1), "backup")
    run("--data-dir", tmp_path, "forget", "--everything", "--yes")

    told = run("--data-dir", tmp_path, "forget", "--everything", "--backups", "--yes")

    assert "There is nothing to delete.\n1 backup deleted.\n" == told.out
