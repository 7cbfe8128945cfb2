"""How much room a journal takes."""

from __future__ import annotations

from pathlib import Path

from hipcoach.bootstrap.data import size_of


def test_what_is_not_yet_in_the_file_counts_as_well(tmp_path: Path) -> None:
    journal = tmp_path / "journal.sqlite"
    journal.write_bytes(b"x" * 700)
    assert 700 == size_of(journal)
    (tmp_path / "journal.sqlite-wal").write_bytes(b"x" * 50)
    assert 750 == size_of(journal)


def test_a_journal_that_is_not_there_takes_none(tmp_path: Path) -> None:
    assert 0 == size_of(tmp_path / "journal.sqlite")
