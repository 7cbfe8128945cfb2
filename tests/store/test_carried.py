"""Journals carried out whole and joined, in a file and on a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from hipcoach.core.errors import StoreError
from hipcoach.core.exchange import FORGOTTEN, TABLES, CarriedRow, ExchangeError
from hipcoach.store.carried import BATCH, CarriedJournal, open_carried
from hipcoach.store.journal import open_journal
from hipcoach.store.rows import TABLES as SQL_TABLES
from tests.core.carried import journals
from tests.store import samples

NOW = samples.at(0)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> Path | str:
    """Where an empty journal may be."""
    found: Path | str = request.getfixturevalue(
        "file" if request.param == "sqlite" else "postgres_url"
    )
    return found


@pytest.fixture
def journal(where: Path | str) -> Iterator[CarriedJournal]:
    """An empty journal of each kind."""
    opened = open_carried(where)
    yield opened
    opened.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[CarriedJournal]:
    """Another one, in a file."""
    opened = open_carried(tmp_path / "other" / "journal.db")
    yield opened
    opened.close()


def filled(where: Path | str, sessions: int = 1) -> None:
    """Sessions with a row of each kind, and all else once."""
    journal = open_journal(where)
    for number in range(sessions):
        first = 10_000 + 10 * number
        journal.open_session(samples.opened(first, minutes=number))
        journal.add_segment(samples.segment(first + 1, first))
        journal.add_event(samples.event(first + 2, first))
        journal.close_session(samples.closed(first + 3, first))
        journal.add_answers(samples.answers(first + 4, first))
        journal.add(samples.withdrawal(first + 5, first, withdrawn=False))
    for number, make in enumerate(samples.ENTRIES.values()):
        journal.add(make(500 + number, number))
    journal.close()


def carry(source: CarriedJournal) -> Callable[[], list[CarriedRow]]:
    rows = list(source.rows())
    return lambda: rows


def test_the_form_has_the_tables_and_columns_of_the_journal() -> None:
    assert {
        name: [column.name for column in table.columns] for name, table in SQL_TABLES.tables.items()
    } == {name: [*fields] for name, fields in TABLES.items()}


def test_an_empty_journal_has_no_rows(journal: CarriedJournal) -> None:
    assert [] == list(journal.rows())
    assert dict.fromkeys(TABLES, 0) == journal.counts()


def test_a_journal_is_the_same_in_another_place(
    where: Path | str, journal: CarriedJournal, other: CarriedJournal
) -> None:
    filled(where, 3)

    added = other.join(journal.rows, NOW).added

    assert list(journal.rows()) == list(other.rows())
    assert journal.counts() == {FORGOTTEN: 0, **added} == other.counts()
    assert {3} == {added[name] for name in TABLES if name.startswith(("session", "segment"))}


def test_what_was_joined_is_not_doubled(
    where: Path | str, journal: CarriedJournal, other: CarriedJournal
) -> None:
    filled(where)
    other.join(journal.rows, NOW)

    assert {} == other.join(journal.rows, NOW).added
    assert {} == journal.join(other.rows, NOW).added
    assert journal.counts() == other.counts()


def test_more_rows_than_are_asked_for_at_once(
    journal: CarriedJournal, other: CarriedJournal
) -> None:
    rows = [
        CarriedRow("ceilings", (samples.uid(number), samples.at(number), 0, 2))
        for number in range(2 * BATCH + 1)
    ]
    journal.join(lambda: rows[:2], NOW)

    assert {"ceilings": 2 * BATCH - 1} == journal.join(lambda: rows, NOW).added
    assert {"ceilings": 2 * BATCH + 1} == other.join(journal.rows, NOW).added


@pytest.mark.parametrize(
    "bad",
    [
        CarriedRow("ceilings", (samples.uid(1), samples.at(1), 0, 3), 9),
        CarriedRow("session_ends", (samples.uid(7), samples.uid(8), samples.at(1), "stopped"), 9),
    ],
)
def test_where_one_row_is_refused_nothing_is_added(
    journal: CarriedJournal, bad: CarriedRow
) -> None:
    known = CarriedRow("ceilings", (samples.uid(1), samples.at(1), 0, 2))
    journal.join(lambda: [known], NOW)
    new = [
        CarriedRow("ceilings", (samples.uid(number), samples.at(1), 0, 2))
        for number in range(10, 20 + BATCH)
    ]

    with pytest.raises(ExchangeError) as raised:
        journal.join(lambda: [*new, bad], NOW)

    assert 9 == raised.value.details["line"]
    assert [known.values] == [row.values for row in journal.rows()]


def test_whoever_stops_in_the_middle_has_changed_nothing(journal: CarriedJournal) -> None:
    def stopped() -> Iterator[CarriedRow]:
        for number in range(2 * BATCH):
            yield CarriedRow("ceilings", (samples.uid(number), samples.at(1), 0, 2))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journal.join(stopped, NOW)

    assert [] == list(journal.rows())


def test_two_join_the_same_rows_at_once(where: Path | str) -> None:
    rows = [
        CarriedRow("ceilings", (samples.uid(number), samples.at(1), 0, 2)) for number in range(2000)
    ]
    opened = [open_carried(where) for _ in range(2)]

    with ThreadPoolExecutor(2) as pool:
        added = list(pool.map(lambda journal: journal.join(lambda: rows, NOW), opened))

    assert [rows] * 2 == [list(journal.rows()) for journal in opened]
    assert 2000 == sum(one.added.get("ceilings", 0) for one in added)
    for journal in opened:
        journal.close()


def test_rows_written_while_they_are_read_are_left_out(
    where: Path | str, journal: CarriedJournal
) -> None:
    filled(where, 2)
    reading = journal.rows()
    next(reading)
    writer = open_journal(where)
    writer.add(samples.break_event(900, kind="taken"))
    writer.close()

    assert "taken" not in {row.values[3] for row in reading if row.table == "break_events"}


def test_a_lock_is_told(file: Path) -> None:
    opened = open_carried(file, patience_s=samples.PATIENCE_S)
    keeper = open_carried(file)

    def kept() -> Iterator[CarriedRow]:
        with pytest.raises(StoreError) as raised:
            opened.join(list, NOW)
        assert "locked" == raised.value.code
        yield from ()

    keeper.join(kept, NOW)
    keeper.close()
    opened.close()


@given(one=journals(), two=journals())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_two_journals_end_up_equal_in_either_order(
    tmp_path_factory: pytest.TempPathFactory, one: Any, two: Any
) -> None:
    two = {key: one.get(key, row) for key, row in two.items()}
    folder = tmp_path_factory.mktemp("journals")
    first, second = (open_carried(folder / name) for name in ("one.db", "two.db"))
    first.join(lambda: in_order(one), NOW)
    second.join(lambda: in_order(two), NOW)
    theirs = carry(second)

    second.join(first.rows, NOW)
    first.join(theirs, NOW)

    assert list(first.rows()) == list(second.rows())
    assert len(one.keys() | two.keys()) == len(list(first.rows()))
    first.close()
    second.close()


def in_order(rows: Any) -> list[CarriedRow]:
    order = [*TABLES]
    return sorted(rows.values(), key=lambda row: order.index(row.table))
