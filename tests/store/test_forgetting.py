"""What is deleted is gone: from the journal, from the disk, from every copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from hipcoach.bootstrap import Environment
from hipcoach.cli import main
from hipcoach.core.errors import KnownError
from hipcoach.core.exchange import FORGOTTEN, TABLES, CarriedRow
from hipcoach.core.forgotten import Forgotten
from hipcoach.store.backups import back_up, keep_backups
from hipcoach.store.carried import CarriedJournal, open_carried
from hipcoach.store.forgetting import forget, forget_copies, to_forget
from hipcoach.store.journal import open_journal
from hipcoach.store.place import companions, place_of
from tests.store import samples

MONDAY = date(2026, 3, 2)
DAY = 24 * 60
BY_THE_CLOCK: tuple[Callable[..., Any], ...] = (
    *(samples.safety, samples.self_check, samples.ceiling),
    *(samples.about_you, samples.break_event),
)
UNWRITTEN = {"notes", "withdrawals", "forgotten"}
"""Tables that `filled` writes nothing to."""
WORDS = "something that nobody is to read again"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> Path | str:
    """Where an empty journal may be."""
    found: Path | str = request.getfixturevalue(
        "file" if request.param == "sqlite" else "postgres_url"
    )
    return found


def filled(where: Path | str, days: int = 3) -> None:
    """A session and a row of each other kind on each day from Monday on."""
    with closing(open_journal(where)) as journal:
        for number in range(days):
            first, minutes = 1000 * (number + 1), DAY * number
            day = MONDAY + timedelta(days=number)
            journal.open_session(samples.opened(first, minutes=minutes))
            journal.add_segment(samples.segment(first + 1, first, minutes))
            journal.add_event(samples.event(first + 2, first, minutes))
            journal.close_session(samples.closed(first + 3, first, minutes + 8))
            journal.add_answers(samples.answers(first + 4, first, minutes + 9))
            journal.add(samples.clearance(first + 10, minutes, day=day, words=WORDS))
            journal.add(samples.next_day(first + 11, minutes, day=day))
            journal.add(samples.plan(first + 12, minutes, day=day))
            for kind, make in enumerate(BY_THE_CLOCK):
                journal.add(make(first + 13 + kind, minutes))


def mark(first: date | None = None, last: date | None = None) -> Forgotten:
    """Days that are deleted when all is written; every day where none is named."""
    return Forgotten(samples.uid(1), samples.at(60 * DAY), first, last)


def counts(where: Path | str) -> set[int]:
    """How many rows the tables have that `filled` writes to."""
    with closing(open_carried(where)) as journal:
        found = journal.counts()
    return {found[name] for name in TABLES if name not in UNWRITTEN}


def recorded(journal: CarriedJournal) -> list[CarriedRow]:
    """All rows but those about what was deleted."""
    return [row for row in journal.rows() if row.table != FORGOTTEN]


def traces(file: Path) -> bool:
    """Whether the words still stand anywhere in the files of a journal."""
    return any(
        WORDS.encode() in path.read_bytes() for path in (file, *companions(file)) if path.exists()
    )


def test_a_span_goes_with_both_its_ends(where: Path | str) -> None:
    filled(where, 4)

    forget(place_of(where), mark(MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)))

    assert {2} == counts(where)
    with closing(open_journal(where)) as journal:
        left = journal.practice()
    assert [MONDAY, MONDAY + timedelta(days=3)] == [row.at.date() for row in left]


def test_what_is_about_to_go_is_counted_and_stays(where: Path | str) -> None:
    filled(where)

    told = to_forget(place_of(where), (MONDAY, MONDAY))

    assert {1} == {told[name] for name in TABLES if name not in UNWRITTEN}
    assert {3} == counts(where)
    assert told == forget(place_of(where), mark(MONDAY, MONDAY))


def test_everything_goes(where: Path | str) -> None:
    filled(where)

    forget(place_of(where), mark())

    assert {0} == counts(where)


def test_a_day_lasts_until_four_by_the_clock_on_the_wall(file: Path) -> None:
    before, after = 20 * 60 + 29, 20 * 60 + 31  # after the morning at 7:30
    with closing(open_journal(file)) as journal:
        journal.add(samples.break_event(1, before))
        journal.add(samples.break_event(2, after))

    forget(place_of(file), mark(MONDAY, MONDAY))

    with closing(open_carried(file)) as carried:
        assert [samples.uid(2)] == [row.values[0] for row in recorded(carried)]


def test_an_answer_goes_with_the_day_that_it_is_about(file: Path) -> None:
    with closing(open_journal(file)) as journal:
        journal.add(samples.next_day(1, 2 * DAY, day=MONDAY))

    forget(place_of(file), mark(MONDAY, MONDAY))

    with closing(open_carried(file)) as carried:
        assert [] == recorded(carried)


def test_no_trace_is_left_on_the_disk(file: Path) -> None:
    filled(file)
    assert any(
        WORDS.encode() in path.read_bytes() for path in (file, *companions(file)) if path.exists()
    )

    forget(place_of(file), mark(MONDAY, MONDAY + timedelta(days=2)))

    assert [] == [
        path.name
        for path in (file, *companions(file))
        if path.exists() and WORDS.encode() in path.read_bytes()
    ]


def test_the_file_is_written_anew(file: Path) -> None:
    filled(file, 60)
    before = file.stat().st_size

    forget(place_of(file), mark())

    assert file.stat().st_size < before


def test_a_journal_that_is_open_elsewhere_goes_on_and_leaves_no_trace(file: Path) -> None:
    filled(file)
    with closing(open_journal(file)) as journal:
        assert 3 == len(journal.practice())

        forget(place_of(file), mark())

        assert () == journal.practice()
        assert not traces(file)
        journal.open_session(samples.opened(1))


def test_who_reads_just_now_is_told_of(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file)
    monkeypatch.setattr("hipcoach.store.forgetting.PATIENCE_S", samples.PATIENCE_S)
    with closing(open_carried(file)) as reader:
        reading = reader.rows()
        next(reading)

        with pytest.raises(KnownError) as raised:
            forget(place_of(file), mark())

        assert "forget-not-wiped" == raised.value.code
        assert 3 * 13 == 1 + sum(1 for _ in reading)
    assert {0} == counts(file)
    forget(place_of(file), mark())
    assert not traces(file)


def test_copies_go_where_it_is_wished(file: Path) -> None:
    filled(file)
    place = place_of(file)
    assert keep_backups(place, samples.MORNING)
    back_up(place, file.with_name("journal-before-upgrade-1.db"))
    back_up(place, file.with_name("journal-damaged-2026-03-02T090000Z.db"))
    elsewhere = back_up(place, file.with_name("mine.db"))

    assert 3 == forget_copies(place)

    assert [] == list((file.parent / "backups").iterdir())
    assert {file, elsewhere} == set(file.parent.glob("*.db"))


def test_a_copy_that_was_never_finished_goes_as_well(file: Path) -> None:
    filled(file)
    place = place_of(file)
    copy = keep_backups(place, samples.MORNING)
    assert copy
    for left in (copy.with_name(f".{copy.name}.new"), file.with_name(f".{file.name}.new")):
        shutil.copy(file, left)
        left.with_name(f"{left.name}-journal").touch()

    assert 1 == forget_copies(place)
    assert [] == [*file.parent.rglob(".*")]


def test_a_server_writes_its_tables_anew(postgres: Path, postgres_url: str) -> None:
    filled(postgres_url)
    name = postgres_url.partition("@/")[2].partition("?")[0]

    with psycopg.connect(f"host={postgres} user=coach dbname={name}", autocommit=True) as server:
        asked = "SELECT pg_relation_filenode('clearances')"
        before = server.execute(asked).fetchone()
        forget(place_of(postgres_url), mark(MONDAY, MONDAY))
        after = server.execute(asked).fetchone()

    assert before != after


def give(*arguments: str | Path) -> int:
    return main([str(one) for one in arguments])


@pytest.mark.parametrize(
    "arguments",
    [(), ("--from", "2026-03-02"), ("--everything", "--to", "2026-03-02"), ("--backups",)],
)
def test_what_is_meant_has_to_be_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert 2 == give("--data-dir", tmp_path, "forget", *arguments, "--yes")
    assert "Say what to delete" in capsys.readouterr().err


def test_a_command_deletes_a_span_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = tmp_path / "journal.sqlite"
    filled(journal)
    give("--data-dir", tmp_path, "backup")
    capsys.readouterr()

    span = ("--from", "2026-03-02", "--to", "2026-03-03")
    assert 0 == give("--data-dir", tmp_path, "forget", *span, "--backups", "--yes")

    told = capsys.readouterr().out
    assert told.startswith("Deleted: 2 sessions, 4 check-ins, 2 break events; 26 rows in all.")
    assert "1 backup deleted." in told
    assert {1} == counts(journal)


def test_nothing_to_delete_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Environment.of(tmp_path).open_journal().close()

    assert 0 == give("--data-dir", tmp_path, "forget", "--everything")
    assert "There is nothing to delete.\n" == capsys.readouterr().out


def test_nobody_to_ask_deletes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path / "journal.sqlite")
    with Path("/dev/null").open(encoding="utf-8") as nobody:
        monkeypatch.setattr("sys.stdin", nobody)

        assert 2 == give("--data-dir", tmp_path, "forget", "--everything")

    assert "Nobody is here to say yes" in capsys.readouterr().err
    assert {3} == counts(tmp_path / "journal.sqlite")


def test_what_was_deleted_does_not_come_back_from_what_was_read_before(tmp_path: Path) -> None:
    folder = tmp_path / "carried"
    folder.mkdir()
    for name in ("one", "other", "one"):
        data = tmp_path / name
        data.mkdir(exist_ok=True)
        if name == "one" and not (data / "journal.sqlite").exists():
            filled(data / "journal.sqlite")
        give("--data-dir", data, "sync", folder)

    give("--data-dir", tmp_path / "one", "forget", "--everything", "--yes")
    give("--data-dir", tmp_path / "one", "sync", folder)

    assert {0} == counts(tmp_path / "one" / "journal.sqlite")
    assert 1 == sum(WORDS.encode() in path.read_bytes() for path in folder.iterdir())
