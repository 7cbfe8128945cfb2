"""What goes wrong with a journal, and what it is called; nothing is overwritten."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from hipcoach.core.errors import StoreError
from hipcoach.core.journal import JournalFault
from hipcoach.store.database import open_database
from hipcoach.store.faults import fault_of
from hipcoach.store.journal import SqlJournal, open_journal
from hipcoach.store.place import companions, place_of
from tests.store import samples
from tests.store.samples import PATIENCE_S

MANY = range(100, 1000)


def fault(error: pytest.ExceptionInfo[StoreError]) -> JournalFault:
    return JournalFault(error.value.code)


def refused(where: Path | str) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_journal(where, patience_s=PATIENCE_S)
    return caught.value


@contextmanager
def opened(where: Path | str) -> Iterator[SqlJournal]:
    journal = open_journal(where, patience_s=PATIENCE_S)
    try:
        yield journal
    finally:
        journal.close()


@pytest.fixture
def full(file: Path) -> Path:
    """A journal with a session of many segments, closed."""
    with opened(file) as journal:
        journal.open_session(samples.opened(1))
        for number in MANY:
            journal.add_segment(samples.segment(number, 1))
    return file


@contextmanager
def held_by_another_program(file: Path) -> Iterator[None]:
    """The file, locked by another process."""
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA locking_mode = EXCLUSIVE'); c.execute('BEGIN EXCLUSIVE');"
        "c.execute('CREATE TABLE IF NOT EXISTS held (x)'); print('held', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert "held\n" == program.stdout.readline()
        try:
            yield
        finally:
            program.kill()


def test_a_journal_that_another_program_keeps_to_itself_is_locked(full: Path) -> None:
    with held_by_another_program(full):
        error = refused(full)

    assert (JournalFault.LOCKED, str(full)) == (error.code, error.details["path"])
    open_journal(full).close()


def test_a_row_that_met_a_lock_is_written_when_it_is_gone(full: Path) -> None:
    row = samples.segment(2000, 1, 50)
    with opened(full) as journal:
        with closing(sqlite3.connect(full, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError) as caught:
                journal.add_segment(row)
            other.execute("ROLLBACK")
        assert JournalFault.LOCKED is fault(caught)

        journal.add_segment(row)

        record = journal.unfinished()
        assert record is not None
        assert row == record.segments[-1]


def test_a_journal_that_someone_is_reading_can_be_opened(full: Path) -> None:
    with closing(sqlite3.connect(full, isolation_level=None)) as other:
        # As some viewers leave it: then to read is to keep others from changing the mode back.
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM segments").fetchone()

        with opened(full) as journal:
            assert journal.unfinished() is not None
            other.execute("COMMIT")
            journal.close_session(samples.closed(2000, 1))

    with opened(full) as journal:
        assert journal.last_session() is not None


def test_nothing_of_a_row_is_in_the_error_that_it_met(full: Path) -> None:
    with opened(full) as journal, closing(sqlite3.connect(full, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            journal.add_segment(samples.segment(2000, 1, exercise="a-very-private-exercise"))

    causes = "".join(traceback.format_exception(caught.value))
    assert "database is locked" in causes
    assert "a-very-private-exercise" not in causes.replace('exercise="a-very-private', "")


def test_while_another_program_writes_the_journal_can_be_read(full: Path) -> None:
    with opened(full) as journal, closing(sqlite3.connect(full, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        assert {"knee-to-chest": 1} == journal.times_done()


@pytest.mark.parametrize("mode", [0o400, 0o440])
def test_a_file_that_may_not_be_written_is_read_only(as_nobody: Path, mode: int) -> None:
    file = as_nobody / "journal.db"
    open_journal(file).close()
    file.chmod(mode)
    before = file.read_bytes()

    error = refused(file)

    assert (JournalFault.READ_ONLY, str(file)) == (error.code, error.details["path"])
    assert before == file.read_bytes()
    assert 0o400 == file.stat().st_mode & 0o777


def test_a_folder_that_may_not_be_written_is_read_only(as_nobody: Path) -> None:
    folder = as_nobody / "data"
    open_journal(folder / "journal.db").close()
    folder.chmod(0o500)

    assert JournalFault.READ_ONLY == refused(folder / "journal.db").code
    assert JournalFault.READ_ONLY == refused(folder / "new.db").code
    assert JournalFault.READ_ONLY == refused(folder / "deeper" / "new.db").code
    folder.chmod(0o700)
    assert ["journal.db"] == [path.name for path in folder.iterdir()]


def test_a_file_that_may_not_be_read_needs_permission(as_nobody: Path) -> None:
    file = as_nobody / "journal.db"
    open_journal(file).close()
    file.chmod(0o000)

    assert JournalFault.NO_PERMISSION == refused(file).code


def test_a_folder_of_someone_else_needs_permission(as_nobody: Path) -> None:
    folder = as_nobody / "data"
    open_journal(folder / "journal.db").close()
    folder.chmod(0o000)

    error = refused(folder / "journal.db")

    folder.chmod(0o700)
    assert JournalFault.NO_PERMISSION == error.code


def test_a_disk_that_is_read_only(small_disk: Path) -> None:
    file = small_disk / "journal.db"
    open_journal(file).close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    assert JournalFault.READ_ONLY == refused(file).code
    assert JournalFault.READ_ONLY == refused(small_disk / "new.db").code


@pytest.mark.parametrize(
    "content", [b"Dear diary", b"x" * 100_000, b"SQLite format 3\0" + b"y" * 5000]
)
def test_a_file_of_something_else_is_left_alone(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)

    error = refused(file)

    assert (JournalFault.DAMAGED, str(file)) == (error.code, error.details["path"])
    assert content == file.read_bytes()
    assert [file] == list(file.parent.iterdir())


def test_a_file_cut_short_is_damaged(full: Path) -> None:
    os.truncate(full, full.stat().st_size // 2)
    before = full.read_bytes()

    assert JournalFault.DAMAGED == refused(full).code
    assert before == full.read_bytes()


def garble(file: Path) -> bytes:
    """Overwrite pages in the middle, where the rows are; gives the file as it is then."""
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 5 * 4096] = b"\xa5" * (5 * 4096)
    file.write_bytes(content)
    return bytes(content)


def test_damage_found_while_reading_is_told(full: Path) -> None:
    before = garble(full)

    with opened(full) as journal, pytest.raises(StoreError) as caught:
        journal.unfinished()

    assert JournalFault.DAMAGED is fault(caught)
    assert before == full.read_bytes()


def test_damage_is_looked_for_where_the_last_program_was_killed(full: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed" / "journal.db"
    killed.parent.mkdir()
    with opened(full) as journal:
        # A copy of the files as they are now is what a killed program leaves.
        journal.add_event(samples.event(5000, 1))
        for path in (full, *companions(full)):
            shutil.copy(path, killed.parent / path.name)
    with opened(killed):
        pass

    with opened(full) as journal:
        journal.add_event(samples.event(5001, 1))
        for path in (full, *companions(full)):
            shutil.copy(path, killed.parent / path.name)
    garble(killed)
    assert JournalFault.DAMAGED == refused(killed).code


def test_a_newer_journal_is_left_alone(full: Path) -> None:
    with closing(sqlite3.connect(full)) as other:
        other.execute("UPDATE journal_schema SET version_num = '0999'")
        other.commit()
    before = full.read_bytes()

    error = refused(full)

    assert JournalFault.NEWER == error.code
    assert (str(full), "0999") == (error.details["path"], error.details["found"])
    assert before == full.read_bytes()


def test_a_newer_journal_that_was_not_closed_is_left_alone(full: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed" / "journal.db"
    killed.parent.mkdir()
    with closing(sqlite3.connect(full, isolation_level=None)) as newer:
        newer.execute("UPDATE journal_schema SET version_num = '0999'")
        for path in (full, *companions(full)):
            shutil.copy(path, killed.parent / path.name)
    log, _ = companions(killed)
    before = killed.read_bytes(), log.read_bytes()

    assert JournalFault.NEWER == refused(killed).code
    assert before == (killed.read_bytes(), log.read_bytes())


@pytest.mark.parametrize("version", ["", "a1b2c3", "1e3"])
def test_a_form_that_is_not_a_number_of_ours_is_left_alone(full: Path, version: str) -> None:
    with closing(sqlite3.connect(full)) as other:
        other.execute("UPDATE journal_schema SET version_num = ?", (version,))
        other.commit()

    assert JournalFault.NEWER == refused(full).code


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("sessions", "shell"),
        ("sessions", "first_side"),
        ("sessions", "purpose"),
        ("segments", "side"),
        ("session_events", "kind"),
        ("session_ends", "reason"),
    ],
)
def test_a_word_of_a_newer_program_is_told(file: Path, table: str, column: str) -> None:
    with opened(file) as journal:
        journal.open_session(samples.opened(1))
        journal.add_segment(samples.segment(2, 1))
        journal.add_event(samples.event(3, 1))
        journal.close_session(samples.closed(4, 1))
    with closing(sqlite3.connect(file)) as other:
        other.execute(f"UPDATE {table} SET {column} = 'upside-down'")
        other.commit()

    with opened(file) as journal, pytest.raises(StoreError) as caught:
        journal.last_session()

    assert JournalFault.NEWER is fault(caught)
    assert "upside-down" == caught.value.details["found"]


@pytest.mark.parametrize(
    ("make", "table", "column"),
    [
        (samples.next_day, "next_day_answers", "reply"),
        (samples.next_day, "next_day_answers", "soreness"),
        (samples.plan, "plans", "action"),
    ],
)
def test_a_word_of_a_newer_program_is_told_in_any_row(
    file: Path, make: Callable[[int], Any], table: str, column: str
) -> None:
    with opened(file) as journal:
        journal.add(make(1))
    with closing(sqlite3.connect(file)) as other:
        other.execute(f"UPDATE {table} SET {column} = 'upside-down'")
        other.commit()

    with opened(file) as journal, pytest.raises(StoreError) as caught:
        journal.all_of(type(make(1)))

    assert JournalFault.NEWER is fault(caught)
    assert "upside-down" == caught.value.details["found"]


@pytest.mark.parametrize(
    ("make", "table", "column", "value"),
    [
        (samples.next_day, "next_day_answers", "day", "yesterday"),
        (samples.clearance, "clearances", "at", "yesterday"),
        (samples.ceiling, "ceilings", "id", "1"),
        (samples.safety, "safety_answers", "flags", '"fever"'),
        (samples.self_check, "self_checks", "answers", "[[1]]"),
        (samples.about_you, "about_you", "goals", "none"),
        (samples.about_you, "about_you", "weekdays", "3"),
        (samples.plan, "plans", "reasons", "5"),
        (samples.plan, "plans", "reasons", "[5]"),
        (samples.plan, "plans", "reasons", '[{"code": "gap"}]'),
        (samples.plan, "plans", "reasons", '[{"code": "gap", "numbers": []}]'),
        (samples.break_event, "break_events", "settings", "[]"),
        (samples.break_event, "break_events", "offset_s", "90000"),
    ],
)
def test_any_row_that_makes_no_sense_is_damage(
    file: Path, make: Callable[[int], Any], table: str, column: str, value: str
) -> None:
    with opened(file) as journal:
        journal.add(make(1))
    with closing(sqlite3.connect(file)) as other:
        other.execute(f"UPDATE {table} SET {column} = ?", (value,))
        other.commit()

    with opened(file) as journal, pytest.raises(StoreError) as caught:
        journal.all_of(type(make(1)))

    assert JournalFault.DAMAGED is fault(caught)


@pytest.mark.parametrize("make", samples.ENTRIES.values(), ids=samples.ENTRIES)
def test_any_row_that_met_a_lock_is_written_when_it_is_gone(
    full: Path, make: Callable[[int], Any]
) -> None:
    row = make(2000)
    with opened(full) as journal:
        with closing(sqlite3.connect(full, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError) as caught:
                journal.add(row)
            other.execute("ROLLBACK")
        assert JournalFault.LOCKED is fault(caught)

        journal.add(row)

        assert (row,) == journal.all_of(type(row))


@pytest.mark.parametrize(
    ("column", "value"),
    [("id", "1"), ("at", "yesterday"), ("rungs", "none"), ("rungs", "[[1]]"), ("rungs", "5")],
)
def test_a_row_that_makes_no_sense_is_damage(file: Path, column: str, value: str) -> None:
    with opened(file) as journal:
        journal.open_session(samples.opened(1))
        journal.close_session(samples.closed(2, 1))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        # The id is what its rows are tied to.
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute(f"UPDATE sessions SET {column} = ?", (value,))
        if column == "id":
            other.execute("UPDATE session_ends SET session_id = ?", (value,))

    with opened(file) as journal:
        for ask in (journal.last_session, journal.practice):
            with pytest.raises(StoreError) as caught:
                ask()
            assert JournalFault.DAMAGED is fault(caught)


def test_a_database_of_another_program_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipes (name)")
    before = file.read_bytes()

    assert JournalFault.NOT_A_JOURNAL == refused(file).code
    assert before == file.read_bytes()


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    assert JournalFault.NOT_A_JOURNAL == refused(tmp_path).code


def test_a_file_is_no_folder_for_a_journal(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")

    assert JournalFault.NOT_A_JOURNAL == refused(tmp_path / "file" / "journal.db").code
    assert JournalFault.NOT_A_JOURNAL == refused(tmp_path / "file" / "in" / "journal.db").code


def test_a_row_that_found_no_room_is_written_when_there_is_some(file: Path) -> None:
    place = place_of(file)
    engine = open_database(place)
    journal = SqlJournal(place, engine)
    journal.open_session(samples.opened(1))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    written = []
    with pytest.raises(StoreError) as caught:  # noqa: PT012  -- which row fails is not known
        for number in MANY:
            journal.add_segment(samples.segment(number, 1))
            written.append(number)
    assert JournalFault.DISK_FULL is fault(caught)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000")

    for number in MANY[len(written) :]:
        journal.add_segment(samples.segment(number, 1))

    record = journal.unfinished()
    assert record is not None
    assert [samples.uid(number) for number in MANY] == [row.id for row in record.segments]
    journal.close()


def test_a_disk_that_fills_up_keeps_all_that_was_written(small_disk: Path) -> None:
    file = small_disk / "journal.db"
    filler = small_disk / "filler"
    filler.write_bytes(b"z" * 40_000)
    journal = open_journal(file)
    journal.open_session(samples.opened(1))
    written = 0
    with pytest.raises(StoreError) as caught:  # noqa: PT012  -- which row fails is not known
        for number in MANY:
            journal.add_segment(samples.segment(number, 1))
            written += 1
    assert JournalFault.DISK_FULL is fault(caught)
    filler.unlink()

    journal.add_segment(samples.segment(MANY[written], 1))
    journal.close()

    with opened(file) as again:
        record = again.unfinished()
    assert record is not None
    assert written + 1 == len(record.segments)


def test_a_full_disk_has_no_room_for_a_new_journal(small_disk: Path) -> None:
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"):
        filler.write_bytes(b"z" * 1_000_000)

    assert JournalFault.DISK_FULL == refused(small_disk / "journal.db").code

    filler.unlink()
    with opened(small_disk / "journal.db") as journal:
        assert journal.unfinished() is None


def test_a_file_that_may_grow_no_more_fails_like_a_disk(tmp_path: Path) -> None:
    script = (
        "import resource, sys; from hipcoach.store.journal import open_journal;"
        "from hipcoach.core.errors import StoreError;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "try: open_journal(sys.argv[1])\n"
        "except StoreError as error: print(error.code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "journal.db")],
        check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip

    assert JournalFault.DISK_FAILS == done.stdout.strip()


@pytest.mark.parametrize(
    "url",
    [
        "://",
        "postgresql://user:secret@host:port/name",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:journal.db?uri=true",
        "sqlite+aiosqlite:///journal.db",
    ],
)
def test_an_address_that_means_nothing(url: str) -> None:
    error = refused(url)

    assert JournalFault.BAD_URL == error.code
    assert "secret" not in str(error)


@pytest.mark.parametrize("url", ["nosuch://host/name", "postgresql+nosuch://host/name"])
def test_a_kind_of_database_that_nobody_knows(url: str) -> None:
    error = refused(url)

    assert JournalFault.NO_DRIVER == error.code
    assert url.partition(":")[0] == error.details["driver"]


def test_a_driver_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "asyncpg", None)

    error = refused("postgresql+asyncpg://host/name")

    assert (JournalFault.NO_DRIVER, "asyncpg") == (error.code, error.details["driver"])


def test_a_server_that_is_not_there() -> None:
    error = refused("postgresql+psycopg://coach:secret@127.0.0.1:1/name?connect_timeout=2")

    assert JournalFault.UNREACHABLE == error.code
    assert "postgresql+psycopg://coach:***@127.0.0.1:1/name" == error.details["url"]


def test_a_server_that_turns_us_away(postgres: Path) -> None:
    error = refused(f"postgresql+psycopg://stranger:secret@/postgres?host={postgres}")

    # Its driver doesn't tell why, only that there is no connection.
    assert JournalFault.UNREACHABLE == error.code
    assert "secret" not in str(error)


def test_a_server_without_that_database(postgres: Path) -> None:
    assert (
        JournalFault.UNREACHABLE
        == refused(f"postgresql+psycopg://coach@/none?host={postgres}").code
    )


def plain(url: str) -> str:
    return url.replace("+psycopg", "", 1)


def test_a_server_that_lets_nobody_write(postgres_url: str) -> None:
    open_journal(postgres_url).close()
    with psycopg.connect(plain(postgres_url), autocommit=True) as admin:
        name = admin.info.dbname
        admin.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())

    with opened(postgres_url) as journal, pytest.raises(StoreError) as caught:
        journal.open_session(samples.opened(1))

    assert JournalFault.READ_ONLY is fault(caught)


def test_a_table_that_is_held_on_a_server_is_locked(postgres_url: str) -> None:
    with opened(postgres_url) as journal:
        with psycopg.connect(plain(postgres_url)) as other:
            other.execute("LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE")
            with pytest.raises(StoreError) as caught:
                journal.open_session(samples.opened(1))
            other.rollback()
        assert JournalFault.LOCKED is fault(caught)

        journal.open_session(samples.opened(1))

        assert journal.unfinished() is not None


def test_a_server_that_was_restarted_is_found_again(postgres_url: str) -> None:
    with opened(postgres_url) as journal:
        journal.open_session(samples.opened(1))
        with psycopg.connect(plain(postgres_url), autocommit=True) as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

        journal.add_segment(samples.segment(2, 1))

        assert journal.unfinished() is not None


def test_a_newer_journal_on_a_server_is_left_alone(postgres_url: str) -> None:
    open_journal(postgres_url).close()
    with psycopg.connect(plain(postgres_url)) as admin:
        admin.execute("UPDATE journal_schema SET version_num = '0999'")

    error = refused(postgres_url)

    assert JournalFault.NEWER == error.code
    assert "host=" not in str(error.details["url"])


def test_a_database_of_another_program_on_a_server_is_left_alone(postgres_url: str) -> None:
    with psycopg.connect(plain(postgres_url)) as admin:
        admin.execute("CREATE TABLE recipes (name text)")

    assert JournalFault.NOT_A_JOURNAL == refused(postgres_url).code


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, JournalFault.DISK_FULL),
        (errno.EDQUOT, JournalFault.DISK_FULL),
        (errno.EROFS, JournalFault.READ_ONLY),
        (errno.ENOTDIR, JournalFault.NOT_A_JOURNAL),
        (errno.EIO, JournalFault.DISK_FAILS),
    ],
)
def test_what_the_system_says_has_a_name(number: int, expected: JournalFault) -> None:
    assert expected is fault_of(OSError(number, "it failed"))


def test_a_bug_stays_a_bug(file: Path) -> None:
    with opened(file) as journal, pytest.raises(AttributeError):
        journal.add_segment(None)  # type: ignore[arg-type]  # what a bug would be
