"""The form of the tables: made new, brought up to date, never brought back."""

from __future__ import annotations

import ast
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect

from hipcoach.core.errors import StoreError
from hipcoach.core.journal import JournalFault, Purpose, SafetyAnswers, SelfCheckDone
from hipcoach.store.database import open_database
from hipcoach.store.journal import SqlJournal, open_journal
from hipcoach.store.place import companions, place_of
from hipcoach.store.rows import TABLES
from hipcoach.store.schema import OURS, VERSION_TABLE, Migrations, upgrade
from tests.store import samples

RELEASED = Path(__file__).parents[1] / "data" / "journals"
SELF_CHECKS_SINCE = 2
PLAN_SINCE = 3
CORRECTIONS_SINCE = 4
VERSIONS = sorted((OURS.folder / "versions").glob("v*.py"))

# A step as it may come one day: a table that others refer to is rebuilt.
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade():
    with op.batch_alter_table("sessions") as batch:
        batch.add_column(sa.Column("mood", sa.Text(), server_default="calm", nullable=False))
        batch.alter_column("routine", nullable=True)
    {then}
"""


def next_form(tmp_path: Path, then: str = "") -> Migrations:
    """The migrations as they are, and one more."""
    folder = tmp_path / "100% migrations"
    shutil.copytree(OURS.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    head = f"{int(OURS.head) + 1:04}"
    script = NEXT.format(revision=head, before=OURS.head, then=then)
    (folder / "versions" / f"v{head}_next.py").write_text(script)
    return Migrations(folder, head)


@pytest.fixture
def released(file: Path) -> Path:
    """A copy of a journal in the newest form."""
    file.parent.mkdir()
    return Path(shutil.copy(RELEASED / f"schema-{OURS.head}.db", file))


def form(file: Path) -> list[tuple[object, ...]]:
    """All that SQLite knows of the form: its words differ where a column came later."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(
            "SELECT s.name, c.*, NULL FROM sqlite_schema s, pragma_table_xinfo(s.name) c"
            " UNION ALL SELECT s.name, k.* FROM sqlite_schema s, pragma_foreign_key_list(s.name) k"
            " UNION ALL SELECT name, sql, 0, 0, 0, 0, 0, 0, 0 FROM sqlite_schema"
            " WHERE type = 'index' ORDER BY 1, 2, 3, 4"
        ).fetchall()


def content(file: Path) -> list[str]:
    """All rows, as SQL."""
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows by their tables."""
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
            for (name,) in names.fetchall()
        }


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Connection]:
    """A database that all migrations have gone over, from nothing."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/migrated.db"
    else:
        url = request.getfixturevalue("postgres_url")
    engine = create_engine(url)
    with engine.begin() as connection:
        upgrade(connection, OURS)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_tables_and_migrations_agree(migrated: Connection) -> None:
    context = MigrationContext.configure(
        migrated,
        opts={
            "version_table": VERSION_TABLE,
            "compare_type": True,
            "compare_server_default": True,
        },
    )

    assert [] == compare_metadata(context, TABLES)


def test_a_new_journal_has_the_form_that_the_migrations_lead_to(file: Path, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/migrated.db")
    with engine.begin() as connection:
        upgrade(connection, OURS)
    engine.dispose()
    open_journal(file).close()

    assert form(tmp_path / "migrated.db") == form(file)


def test_the_journal_that_is_kept_of_the_newest_form_has_it(file: Path, tmp_path: Path) -> None:
    open_journal(file).close()

    kept = Path(shutil.copy(RELEASED / f"schema-{OURS.head}.db", tmp_path))

    assert form(file) == form(kept)


def test_every_constraint_has_its_name(migrated: Connection) -> None:
    inspector = inspect(migrated)
    for table in sorted(set(inspector.get_table_names()) - {VERSION_TABLE}):
        assert f"pk_{table}" == inspector.get_pk_constraint(table)["name"]
        names = [str(key["name"]) for key in inspector.get_foreign_keys(table)]
        assert all(name.startswith(f"fk_{table}_") for name in names)


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(OURS.folder))
    return ScriptDirectory.from_config(config)


def test_the_newest_migration_is_the_form_that_the_program_knows() -> None:
    assert [OURS.head] == scripts().get_heads()


def test_forms_are_numbered_in_order() -> None:
    steps = [step.revision for step in scripts().walk_revisions()]

    assert [f"{number:04}" for number in range(len(steps), 0, -1)] == steps


def test_a_journal_of_every_form_is_kept() -> None:
    kept = {path.stem.removeprefix("schema-") for path in RELEASED.glob("*.db")}

    assert {step.revision for step in scripts().walk_revisions()} == kept


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_a_migration_imports_none_of_our_code_and_leads_one_way(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or "."]
        )
    }
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

    assert {"__future__", "alembic", "sqlalchemy"} >= imported
    assert "downgrade" not in functions


@pytest.mark.parametrize("path", sorted(RELEASED.glob("*.db")), ids=lambda path: path.stem)
def test_a_journal_of_each_released_form_is_read(path: Path, file: Path) -> None:
    file.parent.mkdir()
    shutil.copy(path, file)

    journal = open_journal(file)

    last, unfinished = journal.last_session(), journal.unfinished()
    assert last is not None
    assert unfinished is not None
    assert samples.opened(10) == last.opened
    assert "2026-03-02T07:30:00.123456+01:00" == last.opened.at.isoformat()
    assert [samples.uid(11), samples.uid(12)] == [row.id for row in last.segments]
    assert (samples.event(13, 10, 2),) == last.events
    assert samples.closed(14, 10) == last.closed
    assert samples.answers(15, 10, effort=None) == last.answers
    assert (samples.segment(21, 20, 601),) == unfinished.segments
    assert samples.safety(1, -5) == journal.newest(SafetyAnswers)
    assert {"knee-to-chest": 2} == journal.times_done()
    form = int(path.stem.removeprefix("schema-"))
    checks = (samples.self_check(30, 700),) if form >= SELF_CHECKS_SINCE else ()
    assert checks == journal.all_of(SelfCheckDone)
    journal.add(samples.self_check(31, 800))
    assert samples.self_check(31, 800) == journal.newest(SelfCheckDone)
    assert Purpose.PRACTICE is last.opened.purpose
    assert [29.95 * 2] == [row.held_s for row in journal.practice()]
    for row in samples.every_entry():
        assert ((row,) if form >= PLAN_SINCE else ()) == journal.all_of(type(row))
        journal.add(replace(row, id=samples.uid(99)))
        assert samples.uid(99) in {one.id for one in journal.all_of(type(row))}
    corrected = (samples.note(50, 950), samples.withdrawal(51, 10, 951, withdrawn=False))
    for correction in corrected:
        there = (correction,) if form >= CORRECTIONS_SINCE else ()
        assert there == journal.all_of(type(correction))
    journal.close()


@pytest.mark.parametrize("path", sorted(RELEASED.glob("*.db")), ids=lambda path: path.stem)
def test_what_was_there_is_the_same_in_the_newest_form(path: Path, file: Path) -> None:
    file.parent.mkdir()
    shutil.copy(path, file)
    before = rows(file)

    open_journal(file).close()

    after = rows(file)
    for table in before.keys() - {VERSION_TABLE}:
        # Columns may have come, at the end.
        assert before[table] == [
            new[: len(old)] for old, new in zip(before[table], after[table], strict=True)
        ]
    assert [] == [table for table in after.keys() - before.keys() if after[table]]


def test_of_rows_that_were_written_without_their_offset_the_time_is_told_in_utc(
    file: Path,
) -> None:
    file.parent.mkdir()
    shutil.copy(RELEASED / "schema-0002.db", file)
    journal = open_journal(file)
    answers, check = journal.newest(SafetyAnswers), journal.newest(SelfCheckDone)
    journal.close()

    assert answers is not None
    assert check is not None
    assert "2026-03-02T06:25:00.123456+00:00" == answers.at.isoformat()
    assert "2026-03-02T18:10:00.123456+00:00" == check.at.isoformat()


def test_an_older_journal_is_brought_up_to_date(released: Path, tmp_path: Path) -> None:
    place = place_of(released)
    before = SqlJournal(place, open_database(place))
    rows = before.last_session(), before.unfinished()
    before.close()

    after = SqlJournal(place, open_database(place, migrations=next_form(tmp_path)))

    assert rows == (after.last_session(), after.unfinished())
    after.add_segment(samples.segment(22, 20, 602))
    with pytest.raises(StoreError, match="no-session"):
        after.add_segment(samples.segment(23, 999))
    after.close()
    with closing(sqlite3.connect(released)) as connection:
        moods = connection.execute("SELECT DISTINCT mood FROM sessions").fetchall()
        version = connection.execute("SELECT version_num FROM journal_schema").fetchall()
    assert [("calm",)] == moods
    assert [(f"{int(OURS.head) + 1:04}",)] == version


def test_an_older_journal_is_copied_aside_before_it_is_changed(
    released: Path, tmp_path: Path
) -> None:
    before = content(released)

    open_database(place_of(released), migrations=next_form(tmp_path)).dispose()

    copy = released.parent / "journal-before-upgrade-1.db"
    assert before == content(copy)
    assert 0o600 == copy.stat().st_mode & 0o777
    assert before != content(released)


def test_a_copy_never_takes_the_place_of_another(released: Path, tmp_path: Path) -> None:
    first = released.parent / "journal-before-upgrade-1.db"
    first.write_text("of last year")

    open_database(place_of(released), migrations=next_form(tmp_path)).dispose()

    assert "of last year" == first.read_text()
    assert (released.parent / "journal-before-upgrade-2.db").exists()


def test_rows_that_are_not_yet_in_the_main_file_are_in_the_copy(
    released: Path, tmp_path: Path
) -> None:
    with_rows = open_journal(released)
    with_rows.add_segment(samples.segment(22, 20, 602))

    open_database(place_of(released), migrations=next_form(tmp_path)).dispose()

    with_rows.close()
    assert samples.uid(22).hex in "".join(content(released.parent / "journal-before-upgrade-1.db"))


@pytest.mark.parametrize(
    "then",
    [
        'op.execute("INSERT INTO nowhere VALUES (1)")',
        'raise RuntimeError("a migration with a bug")',
        'op.execute("DELETE FROM sessions")',
    ],
    ids=["error", "bug", "lost-references"],
)
def test_an_upgrade_that_fails_changes_nothing(released: Path, tmp_path: Path, then: str) -> None:
    before = content(released)

    with pytest.raises((StoreError, RuntimeError)):
        open_database(place_of(released), migrations=next_form(tmp_path, then))

    assert before == content(released)
    assert [released] == list(released.parent.glob("*.db"))
    journal = open_journal(released)
    assert journal.last_session() is not None
    journal.close()


def test_a_damaged_journal_is_not_upgraded(released: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(released)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_safety_answers_at'"
        ).fetchone()
    pages = bytearray(released.read_bytes())
    # Nothing reads this page on the way: only a look at every page finds it.
    pages[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    released.write_bytes(pages)

    with pytest.raises(StoreError) as caught:
        open_database(place_of(released), migrations=next_form(tmp_path))

    assert JournalFault.DAMAGED == caught.value.code
    assert bytes(pages) == released.read_bytes()
    assert [released] == list(released.parent.glob("*.db"))


def test_an_upgrade_waits_for_nobody_who_is_writing(released: Path, tmp_path: Path) -> None:
    before = content(released)
    with closing(sqlite3.connect(released, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            open_database(place_of(released), samples.PATIENCE_S, next_form(tmp_path))
        other.execute("ROLLBACK")

    assert JournalFault.LOCKED == caught.value.code
    assert before == content(released)


def test_no_room_for_the_copy_means_no_upgrade(small_disk: Path, tmp_path: Path) -> None:
    released = Path(shutil.copy(RELEASED / "schema-0001.db", small_disk / "journal.db"))
    before = released.read_bytes()
    (small_disk / "filler").write_bytes(b"z" * 360_000)

    with pytest.raises(StoreError) as caught:
        open_database(place_of(released), migrations=next_form(tmp_path))

    assert JournalFault.DISK_FULL == caught.value.code
    assert before == released.read_bytes()
    assert {"journal.db", "filler"} == {path.name for path in small_disk.iterdir()}


def test_a_journal_on_a_server_is_brought_up_to_date(postgres_url: str, tmp_path: Path) -> None:
    place = place_of(postgres_url)
    before = SqlJournal(place, open_database(place))
    before.open_session(samples.opened(1))
    before.add_segment(samples.segment(2, 1))
    row = before.unfinished()
    before.close()

    engine = open_database(place, migrations=next_form(tmp_path))

    after = SqlJournal(place, engine)
    assert row == after.unfinished()
    with engine.connect() as connection:
        assert "calm" == connection.exec_driver_sql("SELECT mood FROM sessions").scalar()
    after.close()


def test_nothing_is_left_beside_a_journal_that_was_closed(file: Path) -> None:
    open_journal(file).close()

    assert [file] == list(file.parent.iterdir())
    assert not any(path.exists() for path in companions(file))
