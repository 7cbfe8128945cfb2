"""Copies of a journal: made while it is in use, and taken back."""

from __future__ import annotations

import shutil
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
    sessions_since,
    set_aside,
)
from hipcoach.store.carried import open_carried
from hipcoach.store.journal import open_journal
from hipcoach.store.place import companions, place_of
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


def spoilt_at_the_end(file: Path) -> None:
    """A journal of which one page makes no sense, and that of none of its sessions."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE heap (words TEXT)")
        connection.execute("INSERT INTO heap VALUES (?)", ("x" * 100,))
        connection.commit()
        asked = "SELECT rootpage FROM sqlite_schema WHERE name = 'heap'"
        (page,) = connection.execute(asked).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("r+b") as opened:
        opened.seek((page - 1) * size)
        opened.write(b"\xa5" * size)


def refused(file: Path) -> str:
    """Why a journal's file can't be taken."""
    with pytest.raises(StoreError) as raised:
        contents_of(file)
    return raised.value.code


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


def test_one_that_only_looks_sound_is_set_aside_and_is_no_copy(file: Path) -> None:
    filled(file, 1)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    filled(file, 2)

    aside = restore(place_of(file), made, NOW, damaged=True)

    assert aside is not None
    assert aside.name == "journal-damaged-2026-03-02T063000Z.db"
    assert (1, 2) == (sessions(file), sessions(aside))
    assert () == backups_of(place_of(file))


def test_a_file_without_a_byte_is_set_aside(file: Path) -> None:
    filled(file, 1)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    file.write_bytes(b"")

    aside = restore(place_of(file), made, NOW)

    assert aside is not None
    assert b"" == aside.read_bytes()
    assert 1 == sessions(file)


def test_a_disk_without_second_names_serves_as_well(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file, 1)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    file.write_bytes(b"hello")

    def refuses(_one: Path, _other: Path) -> None:
        raise OSError

    monkeypatch.setattr("os.link", refuses)
    aside = restore(place_of(file), made, NOW)

    assert aside is not None
    assert b"hello" == aside.read_bytes()
    assert 1 == sessions(file)


def test_what_cannot_be_set_aside_stays_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file, 1)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    file.write_bytes(b"hello")
    beside = companions(file)
    for one in beside:
        one.write_bytes(b"beside")
    really = Path.replace

    def refuses(one: Path, other: Path) -> Path:
        if one == beside[1] and "damaged" in other.name:
            raise PermissionError(13, "no")
        return really(one, other)

    monkeypatch.setattr(Path, "replace", refuses)
    before = {*file.parent.iterdir(), file.parent / "backups"}
    with pytest.raises(StoreError):
        restore(place_of(file), made, NOW)

    assert before == {*file.parent.iterdir()}
    assert (b"hello", b"beside") == (file.read_bytes(), beside[0].read_bytes())


def test_whoever_is_broken_off_before_the_last_step_finds_it_damaged_as_before(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file, 1)
    made = back_up(place_of(file), file.parent / "copy.sqlite")
    file.write_bytes(b"hello")
    really = Path.replace

    def stops(one: Path, other: Path) -> Path:
        if other == file:
            raise OSError
        return really(one, other)

    monkeypatch.setattr(Path, "replace", stops)
    with pytest.raises(StoreError):
        restore(place_of(file), made, NOW)

    assert b"hello" == file.read_bytes()


def test_a_folder_that_cannot_be_written_leaves_all_as_it_was(as_nobody: Path) -> None:
    file = as_nobody / "journal.db"
    filled(file, 1)
    made = back_up(place_of(file), as_nobody / "copy.sqlite")
    file.write_bytes(b"hello")
    as_nobody.chmod(0o500)

    with pytest.raises(StoreError) as raised:
        restore(place_of(file), made, NOW)
    assert "read-only" == raised.value.code
    with pytest.raises(StoreError) as raised:
        set_aside(place_of(file), NOW)
    assert "read-only" == raised.value.code

    as_nobody.chmod(0o700)
    assert b"hello" == file.read_bytes()
    assert not list(as_nobody.glob("*damaged*"))


def test_a_full_disk_leaves_all_as_it_was(small_disk: Path) -> None:
    file = small_disk / "journal.db"
    filled(file, 1, 2)
    made = back_up(place_of(file), small_disk / "copy.sqlite")
    spoilt(file)
    damaged = file.read_bytes()
    (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free - 8192))

    with pytest.raises(StoreError) as raised:
        restore(place_of(file), made, NOW)

    assert "disk-full" == raised.value.code
    assert damaged == file.read_bytes()
    assert {"journal.db", "copy.sqlite", "ballast", "backups"} == {
        one.name for one in small_disk.iterdir() if not one.name.startswith("journal.db-")
    }


def test_what_came_after_a_copy_is_counted_also_in_a_damaged_journal(file: Path) -> None:
    filled(file, *range(200))
    spoilt_at_the_end(file)

    assert "damaged" == refused(file)
    after = samples.opened(197, minutes=197).at
    assert 2 == sessions_since(place_of(file), after)
    file.write_bytes(b"hello")
    assert sessions_since(place_of(file), after) is None


def test_the_newest_good_copy_may_be_one_that_was_tried(file: Path) -> None:
    filled(file, 1)
    older = keep_backups(place_of(file), NOW)
    newer = keep_backups(place_of(file), NOW + DAY)

    assert older is not None
    assert newer is not None
    for besides, expected in (((), newer), ((newer,), older), ((newer, older), None)):
        found = newest_good(place_of(file), besides)
        assert expected == (found[0] if found else None)


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
from hipcoach.store.place import companions, place_of

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
