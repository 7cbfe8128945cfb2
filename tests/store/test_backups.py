"""Copies of a journal: made while it is in use, and taken back."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from hipcoach.core.errors import KnownError, StoreError
from hipcoach.store.backups import (
    back_up,
    backups_of,
    contents_of,
    keep_backups,
    newest_good,
    restore,
)
from hipcoach.store.carried import open_carried
from hipcoach.store.journal import open_journal
from hipcoach.store.place import place_of
from tests.store import samples

ROOT = Path(__file__).parents[2]
NOW = samples.MORNING
DAY = timedelta(days=1)


def filled(file: Path, *numbers: int) -> None:
    journal = open_journal(file)
    for number in numbers:
        journal.open_session(samples.opened(number, minutes=number))
    journal.close()


def sessions(file: Path) -> int:
    return dict(contents_of(file).counts)["sessions"]


def spoilt(file: Path) -> None:
    """A journal whose pages make no sense from the second on."""
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xa5" * (size - 4096))


def test_a_copy_holds_what_the_journal_holds_while_it_is_in_use(file: Path) -> None:
    journal = open_journal(file)
    journal.open_session(samples.opened(1))

    made = back_up(place_of(file), file.parent / "copy.sqlite")
    journal.close()

    contents = contents_of(made)
    assert (1, date(2026, 3, 2), date(2026, 3, 2)) == (
        contents.rows,
        contents.first,
        contents.last,
    )
    assert 0o600 == made.stat().st_mode & 0o777


def test_a_copy_is_one_file_alone(file: Path, tmp_path: Path) -> None:
    filled(file, 1)

    made = back_up(place_of(file), tmp_path / "copies" / "copy.sqlite")
    contents_of(made)

    assert [made] == list(made.parent.iterdir())
    assert 0o700 == made.parent.stat().st_mode & 0o777


def test_the_first_time_of_a_day_makes_a_copy_and_the_next_none(file: Path) -> None:
    filled(file, 1)

    made = keep_backups(place_of(file), NOW)

    assert made is not None
    assert made.parent == file.parent / "backups"
    assert keep_backups(place_of(file), NOW + timedelta(hours=1)) is None
    assert keep_backups(place_of(file), NOW + DAY) is not None


def test_seven_days_are_kept(file: Path) -> None:
    filled(file, 1)
    made = [keep_backups(place_of(file), NOW + number * DAY) for number in range(9)]

    assert made[:1:-1] == list(backups_of(place_of(file)))


def test_a_damaged_journal_makes_no_copy_and_costs_none(file: Path) -> None:
    filled(file, *range(200))
    made = [keep_backups(place_of(file), NOW + number * DAY) for number in range(7)]
    spoilt(file)

    with pytest.raises(StoreError) as raised:
        keep_backups(place_of(file), NOW + 8 * DAY)

    assert "damaged" == raised.value.code
    assert made[::-1] == list(backups_of(place_of(file)))
    assert 7 == len(list((file.parent / "backups").iterdir()))


def test_where_there_is_no_journal_there_is_nothing_to_copy(file: Path) -> None:
    assert keep_backups(place_of(file), NOW) is None
    assert not file.exists()


def test_a_journal_on_a_server_is_not_copied() -> None:
    place = place_of("postgresql+psycopg://me:secret@localhost/hipcoach")

    assert keep_backups(place, NOW) is None
    with pytest.raises(KnownError) as raised:
        back_up(place, Path("copy"))
    assert "backup-on-server" == raised.value.code
    assert "secret" not in str(raised.value)


def test_what_was_copied_comes_back_and_what_was_there_is_kept(file: Path) -> None:
    filled(file, 1, 2)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    filled(file, 3)

    aside = restore(place_of(file), made, NOW)

    assert aside is not None
    assert (2, 3) == (sessions(file), sessions(aside))
    assert aside in backups_of(place_of(file))


def test_a_program_that_has_the_journal_open_goes_on_with_the_copy(file: Path) -> None:
    filled(file, 1, 2)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    journal = open_journal(file)
    journal.open_session(samples.opened(3, minutes=3))

    restore(place_of(file), made, NOW)
    journal.open_session(samples.opened(4, minutes=4))

    newest = journal.unfinished()
    assert newest is not None
    assert samples.opened(4, minutes=4) == newest.opened
    journal.close()
    assert 3 == sessions(file)


def test_a_damaged_journal_is_set_aside_with_all_that_belongs_to_it(file: Path) -> None:
    filled(file, *range(200))
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    spoilt(file)
    damaged = file.read_bytes()

    aside = restore(place_of(file), made, NOW)

    assert aside is not None
    assert damaged == aside.read_bytes()
    assert 200 == sessions(file)


def test_something_that_is_no_database_is_set_aside_too(file: Path) -> None:
    filled(file, 1)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    file.write_bytes(b"hello")

    aside = restore(place_of(file), made, NOW)

    assert aside is not None
    assert b"hello" == aside.read_bytes()
    assert 1 == sessions(file)


def test_a_copy_comes_back_where_there_is_no_journal(file: Path) -> None:
    filled(file, 1)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    file.unlink()

    assert restore(place_of(file), made, NOW) is None
    assert 1 == sessions(file)
    assert 0o600 == file.stat().st_mode & 0o777


def test_a_copy_in_an_older_form_is_brought_up_to_date(file: Path) -> None:
    filled(file, 1)
    released = min((ROOT / "tests" / "data" / "journals").glob("*.db"))
    older = file.with_name("older.db")
    older.write_bytes(released.read_bytes())

    restore(place_of(file), older, NOW)

    open_carried(file).close()
    assert 0 < sessions(file)


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\xff" * 4096])
def test_what_is_no_copy_changes_nothing(file: Path, content: bytes) -> None:
    filled(file, 1)
    bad = file.parent / "bad.sqlite"
    bad.write_bytes(content)

    with pytest.raises(StoreError):
        restore(place_of(file), bad, NOW)

    assert {"journal.db", "bad.sqlite"} == {path.name for path in file.parent.iterdir()}
    assert 1 == sessions(file)


def test_the_newest_good_copy_is_found_behind_a_bad_one(file: Path) -> None:
    filled(file, 1)
    good = keep_backups(place_of(file), NOW)
    filled(file, *range(2, 200))
    bad = keep_backups(place_of(file), NOW + DAY)
    assert good is not None
    assert bad is not None
    spoilt(bad)

    found = newest_good(place_of(file))

    assert found is not None
    assert (good, 1) == (found[0], found[1].rows)


def test_copies_from_before_an_upgrade_are_among_them(file: Path) -> None:
    filled(file, 1)
    copy = file.with_name("journal-before-upgrade-1.db")
    copy.write_bytes(file.read_bytes())

    assert (copy,) == backups_of(place_of(file))


RESTORER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from hipcoach.store import backups
from hipcoach.store.place import place_of

really = backups._check
def check(place, connection):
    names = [row[2] for row in connection.execute("PRAGMA database_list")]
    if names == [sys.argv[1]]:
        print("in place", flush=True)
        input()
    really(place, connection)

backups._check = check
backups.restore(place_of(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 3, 2, tzinfo=UTC))
"""


def test_whoever_is_killed_when_it_is_in_place_leaves_a_sound_journal(file: Path) -> None:
    filled(file, 1, 2)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    filled(file, *range(3, 100))

    with subprocess.Popen(
        [sys.executable, "-c", RESTORER, str(file), str(made)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert "in place\n" == program.stdout.readline()
        program.send_signal(signal.SIGKILL)

    assert sessions(file) in {2, 99}
    with closing(sqlite3.connect(file)) as connection:
        assert ("ok",) == connection.execute("PRAGMA integrity_check").fetchone()
