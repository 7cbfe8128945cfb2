"""A journal in a file: whose it is, what it keeps, what it needs."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from hipcoach.core.journal import HOLDS, SessionOpened, Shell
from hipcoach.core.side import Side
from hipcoach.store.database import open_database
from hipcoach.store.journal import SqlJournal, open_journal
from hipcoach.store.place import companions, place_of
from hipcoach.store.rows import HELD
from tests.store import samples

ROOT = Path(__file__).parents[2]
LONG_AGO = datetime(1890, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(2190, 1, 1, tzinfo=UTC)


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_journal_and_its_folder_are_for_the_owner_alone(file: Path) -> None:
    journal = open_journal(file)
    journal.open_session(samples.opened(1))

    assert [0o600] * 3 == [rights(path) for path in (file, *companions(file))]
    assert 0o700 == rights(file.parent)
    journal.close()


def test_folders_made_on_the_way_are_for_the_owner_alone(tmp_path: Path) -> None:
    open_journal(tmp_path / "one" / "two" / "journal.db").close()

    assert [0o700, 0o700] == [rights(tmp_path / "one"), rights(tmp_path / "one" / "two")]


def test_a_journal_that_others_could_read_is_closed_to_them(file: Path) -> None:
    journal = open_journal(file)
    journal.open_session(samples.opened(1))
    for path in (file, *companions(file)):
        path.chmod(0o644)

    again = open_journal(file)

    assert [0o600] * 3 == [rights(path) for path in (file, *companions(file))]
    again.close()
    journal.close()


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    open_journal(tmp_path / "journal.db").close()

    assert 0o755 == rights(tmp_path)


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "what?.db", "no#1.db", "hüfte.db", "a'b.db"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    journal = open_journal(tmp_path / name)
    journal.open_session(samples.opened(1))
    journal.close()

    again = open_journal(tmp_path / name)

    assert again.unfinished() is not None
    again.close()
    assert [name] == [path.name for path in tmp_path.iterdir() if path.suffix == ".db"]


def test_a_url_of_sqlite_is_a_file_like_any_other(tmp_path: Path) -> None:
    open_journal(f"sqlite:///{tmp_path}/journal.db").close()

    assert 0o600 == rights(tmp_path / "journal.db")


def test_a_relative_path_counts_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    journal = open_journal("journal.db")
    monkeypatch.chdir("/")
    journal.open_session(samples.opened(1))
    journal.close()

    assert [tmp_path / "journal.db"] == list(tmp_path.iterdir())


WRITER = """
import sys
from hipcoach.store.journal import open_journal
from tests.store import samples

journal = open_journal(sys.argv[1])
journal.open_session(samples.opened(1))
for number in range(2, 1000):
    journal.add_segment(samples.segment(number, 1, minutes=number))
    print(number, flush=True)
"""


def test_a_killed_program_loses_nothing_that_was_finished(file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        told = [int(program.stdout.readline()) for _ in range(20)][-1]
        program.send_signal(signal.SIGKILL)
    assert -signal.SIGKILL == program.returncode

    journal = open_journal(file)
    record = journal.unfinished()
    journal.close()

    assert record is not None
    expected = [samples.segment(number, 1, minutes=number) for number in range(2, told + 1)]
    # The program may have got further than it could tell.
    assert expected == list(record.segments[: told - 1])


def test_two_programs_write_side_by_side(file: Path) -> None:
    one, other = open_journal(file), open_journal(file)
    one.open_session(samples.opened(1))
    for number in range(10, 20):
        (one if number % 2 else other).add_segment(samples.segment(number, 1, minutes=number))

    assert [one.unfinished()] == [other.unfinished()]
    record = one.unfinished()
    assert record is not None
    assert 10 == len(record.segments)
    one.close()
    other.close()


OPENER = """
import sys
from hipcoach.store.journal import open_journal

print("ready", flush=True)
input()
open_journal(sys.argv[1], patience_s=30).close()
"""


def test_programs_that_start_together_make_one_journal(file: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, str(file)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(4)
    ]  # fmt: skip
    for program in programs:
        assert program.stdout is not None
        assert "ready\n" == program.stdout.readline()
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()

    assert [0] * 4 == [program.returncode for program in programs]


def test_a_session_left_open_is_seen_by_the_next_program(file: Path) -> None:
    journal = open_journal(file)
    journal.open_session(samples.opened(1))

    script = (
        "import sys; from hipcoach.store.journal import open_journal;"
        "print(open_journal(sys.argv[1]).unfinished().opened.id)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(file)],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip

    assert str(samples.uid(1)) == done.stdout.strip()
    journal.close()


def test_a_file_is_opened_so_that_it_waits_a_little_and_loses_nothing(file: Path) -> None:
    engine = open_database(place_of(file))
    with engine.connect() as connection:
        answers = {
            pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in ("busy_timeout", "foreign_keys", "journal_mode", "synchronous")
        }
    engine.dispose()

    # Synchronous 1 is NORMAL: enough for a write-ahead log.
    assert {
        "busy_timeout": 2000,
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 1,
    } == answers


def test_what_was_never_asked_is_empty_for_sql_too(file: Path) -> None:
    journal = open_journal(file)
    journal.add(samples.about_you(1, props=None))
    journal.close()

    with closing(sqlite3.connect(file)) as connection:
        assert [(None,)] == connection.execute("SELECT props FROM about_you").fetchall()


def test_any_number_of_sessions_is_read_with_six_questions(file: Path) -> None:
    place = place_of(file)
    engine = open_database(place)
    journal = SqlJournal(place, engine)
    for session in range(30):
        journal.open_session(samples.opened(session, session))
        journal.add_segment(samples.segment(session, session))
    asked: list[str] = []
    event.listen(
        engine, "before_cursor_execute", lambda *arguments: asked.append(str(arguments[2]))
    )

    found = journal.sessions(LONG_AGO, FAR_AHEAD)

    assert 30 == len(found)
    assert 6 == len([statement for statement in asked if statement.startswith("SELECT")])
    journal.close()


def test_what_was_held_is_summed_up_without_a_look_at_the_segments(file: Path) -> None:
    place = place_of(file)
    engine = open_database(place)
    journal = SqlJournal(place, engine)
    asked: list[str] = []
    event.listen(
        engine, "before_cursor_execute", lambda *arguments: asked.append(str(arguments[2]))
    )
    journal.practice()
    journal.close()

    (statement,) = [one for one in asked if "FROM segments" in one]
    with closing(sqlite3.connect(file)) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    assert ["SCAN segments USING COVERING INDEX ix_segments_session_id_phase_held_s"] == [
        step[-1] for step in plan
    ]


def test_the_index_knows_what_is_held() -> None:
    assert HOLDS == {*re.findall(r"'(\w+)'", str(HELD))}


USER = """
import sys
from hipcoach.core.journal import SafetyAnswers
from hipcoach.store.journal import open_journal
from tests.store import samples

journal = open_journal(sys.argv[1])
journal.open_session(samples.opened(int(sys.argv[2])))
journal.add(samples.safety(int(sys.argv[2])))
journal.newest(SafetyAnswers), journal.unfinished(), journal.practice(), journal.times_done()
journal.close()
never = ("_hashlib", "alembic", "asyncio", "email", "importlib.metadata", "PySide6", "psycopg",
         "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.postgresql", "sqlalchemy.ext",
         "sqlalchemy.orm", "ssl")
print(*sorted(name for name in sys.modules if name.startswith(never)))
"""


def test_a_journal_in_use_needs_no_mapper_no_migrations_and_no_other_dialect(file: Path) -> None:
    for number, state in enumerate(("new", "current")):
        done = subprocess.run(
            [sys.executable, "-c", USER, str(file), str(number)],
            cwd=ROOT, check=True, capture_output=True, text=True,
        )  # fmt: skip

        assert "" == done.stdout.strip(), state


def test_whoever_wants_event_loops_gets_them_all_the_same() -> None:
    script = (
        "import hipcoach.store.journal, asyncio, sqlalchemy.util.concurrency as its;"
        "print(asyncio.run(asyncio.sleep(0, 'slept')), its.asyncio.TimeoutError is TimeoutError,"
        " its.is_exit_exception(asyncio.CancelledError()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )

    assert "slept True True" == done.stdout.strip()


def test_plugins_and_hashes_are_there_when_they_are_wanted() -> None:
    script = (
        "import hipcoach.store.journal, sqlalchemy.util.compat as its;"
        "print(its.md5_not_for_security().hexdigest()[:4], its.importlib_metadata_get('none'));"
        "import hashlib, importlib.metadata;"
        "print(hashlib.md5 is its.hashlib.md5, importlib.metadata.version('alembic') > '')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )

    assert ["d41d", "[]", "True", "True"] == done.stdout.split()


zones = st.sampled_from(
    ["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Africa/Monrovia"]
).map(ZoneInfo)
words = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
starts = st.builds(
    SessionOpened,
    id=st.just(samples.uid(0)),
    at=st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=zones),  # noqa: DTZ001  -- hypothesis adds the zones
    zone=words,
    routine=words,
    shell=st.sampled_from(Shell),
    first_side=st.sampled_from(Side),
    rungs=st.lists(st.tuples(words, st.integers(-100, 100))).map(tuple),
    length_s=st.floats(allow_nan=False, allow_infinity=False),
    version=words,
)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> SqlJournal:
    """A file that is written again and again."""
    return open_journal(tmp_path_factory.mktemp("journal") / "journal.db")


numbers = count(1)


@given(start=starts, named=st.booleans())
def test_any_start_of_a_session_comes_back(
    big: SqlJournal, start: SessionOpened, named: bool
) -> None:
    zone = str(start.at.tzinfo) if named else start.zone
    start = replace(start, id=samples.uid(next(numbers)), zone=zone)
    big.open_session(start)

    moment = start.at.astimezone(UTC)
    found = big.sessions(moment, moment + timedelta(microseconds=1))

    assert [as_told(start)] == [
        as_told(record.opened) for record in found if start.id == record.opened.id
    ]


def as_told(start: SessionOpened) -> tuple[object, ...]:
    """All of a start, the time as it is read aloud: times of two zones are not compared."""
    return (
        start.id,
        start.at.isoformat(),
        start.zone,
        start.routine,
        start.shell,
        start.first_side,
        start.rungs,
        start.length_s,
        start.version,
    )
