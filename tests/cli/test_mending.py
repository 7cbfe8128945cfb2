"""A damaged journal: found, written beside, mended, and what was written comes in again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.backups import DailyBackup, back_up
from hipcoach.bootstrap.mending import JournalMending, look_daily, opened, spare_of
from hipcoach.core.backups import BackupKind, backup_name
from hipcoach.core.errors import StoreError
from hipcoach.core.journal import SafetyAnswers
from hipcoach.ports import Journal
from hipcoach.system.clock import SystemClock
from tests.cli.conftest import Run, nobody
from tests.store import samples

PATIENCE_S = 30.0
CLOCK = SystemClock()


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """Somebody with two sessions, the first of them in a copy."""
    made = Environment.of(tmp_path / "data")
    keep(made, 1)
    back_up(made, None)
    keep(made, 2)
    return made


def keep(environment: Environment, *numbers: int) -> None:
    with environment.journal() as journal:
        for number in numbers:
            journal.open_session(samples.opened(number, minutes=number))


def file_of(environment: Environment) -> Path:
    return environment.paths.data / "journal.sqlite"


def sessions(environment: Environment) -> int:
    with closing(sqlite3.connect(file_of(environment))) as connection:
        (found,) = connection.execute("SELECT count(*) FROM sessions").fetchone()
        return int(found)


def refused(environment: Environment) -> str:
    with pytest.raises(StoreError) as raised:
        opened(environment).close()
    return raised.value.code


class Desk:
    """A worker as the window has it."""

    def __init__(self, environment: Environment) -> None:
        self.bell = Event()
        self.worker = environment.journal_worker(self.bell.set)
        self.found: list[Any] = []
        self.worker.start()

    def wait(self) -> Any:
        before = len(self.found)
        while len(self.found) == before:
            assert self.bell.wait(PATIENCE_S)
            self.bell.clear()
            self.worker.poll()
        return self.found[before]

    def read(self) -> Any:
        self.worker.read(_last, self.found.append, self.found.append)
        return self.wait()

    def practise(self, number: int) -> None:
        row = samples.opened(number, minutes=number)
        self.worker.write(lambda journal: journal.open_session(row))


def _last(journal: Journal) -> object:
    return journal.unfinished()


@pytest.fixture
def desk(environment: Environment) -> Iterator[Desk]:
    """The journal is no database when this worker comes to it."""
    file_of(environment).write_bytes(b"hello")
    made = Desk(environment)
    assert "damaged" == made.read().code
    yield made
    made.worker.close(PATIENCE_S)


def test_what_was_practised_while_it_was_damaged_is_in_the_mended_journal(
    environment: Environment, desk: Desk
) -> None:
    mending = JournalMending(environment)
    desk.practise(3)
    desk.practise(4)
    assert "damaged" == desk.read().code
    newest = mending.find(()).newest
    assert newest is not None

    desk.worker.mend(lambda: mending.restore(newest.path), desk.found.append, desk.found.append)

    aside = desk.wait()
    assert b"hello" == aside.read_bytes()
    assert samples.opened(4, minutes=4) == desk.read().opened
    assert desk.worker.close(PATIENCE_S)
    assert 3 == sessions(environment)
    assert not list(environment.paths.data.glob("*meanwhile*"))


def test_it_is_in_an_empty_journal_as_well(environment: Environment, desk: Desk) -> None:
    desk.practise(3)
    assert "damaged" == desk.read().code

    mending = JournalMending(environment)
    desk.worker.mend(mending.begin_anew, desk.found.append, desk.found.append)

    assert b"hello" == desk.wait().read_bytes()
    assert samples.opened(3, minutes=3) == desk.read().opened
    assert 1 == sessions(environment)


def test_it_outlives_the_program_and_comes_in_when_somebody_has_mended_the_journal(
    environment: Environment, desk: Desk, run: Run
) -> None:
    desk.practise(3)
    assert desk.worker.close(PATIENCE_S)
    again = Desk(environment)
    assert "damaged" == again.read().code
    again.practise(4)
    assert again.worker.close(PATIENCE_S)

    assert 0 == run("--data-dir", environment.paths.data, "restore", "1", "--yes").status

    assert 3 == sessions(environment)
    assert not list(environment.paths.data.glob("*meanwhile*"))


def test_nothing_is_lost_where_somebody_mends_it_behind_the_back_of_a_program(
    environment: Environment, desk: Desk, run: Run
) -> None:
    mending = JournalMending(environment)
    mending.find(())
    desk.practise(3)
    desk.read()
    assert 0 == run("--data-dir", environment.paths.data, "restore", "1", "--yes").status
    desk.practise(4)
    desk.read()

    desk.worker.mend(mending.look_again, desk.found.append, desk.found.append)

    assert desk.wait() is None
    assert samples.opened(4, minutes=4) == desk.read().opened
    assert desk.worker.close(PATIENCE_S)
    assert 3 == sessions(environment)
    assert not list(environment.paths.data.glob("*meanwhile*"))


def test_it_is_not_looked_at_again_while_the_damaged_file_lies_there(
    environment: Environment, desk: Desk
) -> None:
    mending = JournalMending(environment)
    mending.find(())

    desk.worker.mend(mending.look_again, desk.found.append, desk.found.append)

    assert "damaged" == desk.wait().code
    assert desk.worker.damage is not None


def test_it_comes_in_where_the_journal_was_put_back_by_hand(
    environment: Environment, desk: Desk
) -> None:
    desk.practise(3)
    assert desk.worker.close(PATIENCE_S)
    (copy,) = (environment.paths.data / "backups").iterdir()
    file_of(environment).write_bytes(copy.read_bytes())

    opened(environment).close()

    assert 2 == sessions(environment)


def test_what_cannot_come_in_stays_where_it_is(
    environment: Environment, caplog: pytest.LogCaptureFixture
) -> None:
    spare = environment.paths.data / "journal-meanwhile.sqlite"
    spare.write_bytes(b"hello")

    opened(environment).close()

    assert b"hello" == spare.read_bytes()
    assert ["What was kept beside the journal stays there: damaged"] == caplog.messages


def test_what_this_run_wrote_before_the_damage_comes_back_with_an_older_copy(
    environment: Environment,
) -> None:
    desk = Desk(environment)
    desk.practise(3)
    desk.read()
    row = SafetyAnswers(CLOCK.new_id(), CLOCK.now(), ())

    def breaks(_journal: Journal) -> None:
        raise StoreError("damaged")

    desk.worker.read(breaks, desk.found.append, desk.found.append)
    desk.wait()
    desk.worker.write(lambda journal: journal.add(row))
    mending = JournalMending(environment)
    copy = mending.copies()[-1].path
    desk.worker.mend(lambda: mending.restore(copy), desk.found.append, desk.found.append)
    desk.wait()

    assert samples.opened(3, minutes=3) == desk.read().opened
    assert desk.worker.close(PATIENCE_S)
    assert 2 == sessions(environment)


def test_an_emptied_journal_with_copies_is_damaged(environment: Environment) -> None:
    file_of(environment).write_bytes(b"")

    assert "damaged" == refused(environment)
    assert b"" == file_of(environment).read_bytes()


def test_an_empty_file_without_copies_is_a_new_journal(tmp_path: Path) -> None:
    environment = Environment.of(tmp_path)
    file_of(environment).write_bytes(b"")

    opened(environment).close()

    assert 0 == sessions(environment)


def test_a_journal_nobody_may_look_at_is_told_as_such(environment: Environment) -> None:
    with nobody(environment.paths.data):
        assert "no-permission" == refused(environment)


def test_a_newer_journal_is_left_as_it_is(environment: Environment) -> None:
    with closing(sqlite3.connect(file_of(environment))) as connection:
        connection.execute("UPDATE journal_schema SET version_num = '9999'")
        connection.commit()
    before = file_of(environment).read_bytes()

    assert "newer" == refused(environment)
    (copy,) = (environment.paths.data / "backups").iterdir()
    with pytest.raises(StoreError) as raised:
        JournalMending(environment).restore(environment.paths.data / "none")
    assert "not-a-journal" == raised.value.code
    assert copy.exists()
    assert before == file_of(environment).read_bytes()


def test_garbage_in_the_write_ahead_log_costs_what_was_in_it_and_no_more(
    environment: Environment,
) -> None:
    file = file_of(environment)
    file.with_name(f"{file.name}-wal").write_bytes(b"\xa5" * 9000)
    file.with_name(f"{file.name}-shm").write_bytes(b"\x5a" * 32768)

    opened(environment).close()

    assert 2 == sessions(environment)


def test_the_newest_good_copy_is_found_with_what_it_lacks(environment: Environment) -> None:
    mending = JournalMending(environment)
    keep(environment, 3)
    (copy,) = (environment.paths.data / "backups").iterdir()
    older = copy.with_name("2026-03-02T063130Z-daily.sqlite")
    copy.rename(older)

    found = mending.find(())

    assert str(file_of(environment)) == found.damaged
    assert found.newest is not None
    assert found.newest.contents is not None
    assert (older, 1) == (found.newest.path, found.newest.contents.rows)
    assert 2 == found.sessions_since
    assert mending.find((older,)).newest is None


def test_a_journal_is_looked_through_on_a_day_without_a_copy(environment: Environment) -> None:
    keep(environment, *range(3, 400))
    file = file_of(environment)
    with file.open("r+b") as spoilt:
        spoilt.seek(file.stat().st_size - 4096)
        spoilt.write(b"\xa5" * 4096)

    with pytest.raises(StoreError) as raised:
        look_daily(environment)

    assert "damaged" == raised.value.code
    name = backup_name(CLOCK.now(), BackupKind.DAILY)
    (environment.paths.data / "backups" / name).touch()
    look_daily(environment)  # it was looked at when that was made


def test_damage_that_the_daily_copy_finds_is_told_to_who_writes(environment: Environment) -> None:
    keep(environment, *range(3, 400))
    file = file_of(environment)
    with file.open("r+b") as spoilt:
        spoilt.seek(file.stat().st_size - 4096)
        spoilt.write(b"\xa5" * 4096)
    with pytest.raises(StoreError) as raised:
        DailyBackup(environment)()

    assert "damaged" == raised.value.code


def test_damage_that_is_seen_after_a_row_was_written_costs_not_even_that_row(
    environment: Environment,
) -> None:
    def finds() -> None:
        raise StoreError("damaged")

    worker = JournalWorker(environment.open_journal, wrote=finds, spare=spare_of(environment))
    worker.start()
    worker.write(lambda journal: journal.open_session(samples.opened(500, minutes=500)))

    assert worker.close(PATIENCE_S)

    assert worker.damage is not None
    assert worker.saving
    assert list(environment.paths.data.glob("*meanwhile*"))


def test_one_that_only_looks_sound_is_set_aside_as_damaged(environment: Environment) -> None:
    mending = JournalMending(environment)
    (copy,) = mending.copies()

    aside = mending.restore(copy.path)

    assert aside is not None
    assert aside.name.startswith("journal-damaged-")
    assert 1 == sessions(environment)
