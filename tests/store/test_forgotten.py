"""What was deleted doesn't come back: from a file, a server, or another computer."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.backups import back_up, restore
from hipcoach.bootstrap.exchange import import_journal
from hipcoach.bootstrap.forgetting import forget_days
from hipcoach.bootstrap.sync import STATE, forget_places, sync_journal
from hipcoach.cli import main
from hipcoach.core.errors import KnownError
from hipcoach.core.exchange import FORGOTTEN, CarriedRow
from hipcoach.core.forgotten import AHEAD, Forgotten
from hipcoach.core.merge import Joined, row_of
from hipcoach.core.plan import Reason
from hipcoach.store.backups import contents_of
from hipcoach.store.carried import CarriedJournal, open_carried
from hipcoach.store.database import open_database
from hipcoach.store.deleting import delete_rows, rows_of_days
from hipcoach.store.forgetting import forget, to_forget
from hipcoach.store.journal import open_journal
from hipcoach.store.place import companions, place_of
from tests.core.meeting import LATER, Said, actions
from tests.store import samples

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
DAY = 24 * 60
EVENING = samples.at(12 * 60)
NOW = samples.at(60 * DAY)
WORDS = "something that nobody is to read again"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> Path | str:
    """Where an empty journal may be."""
    found: Path | str = request.getfixturevalue(
        "file" if request.param == "sqlite" else "postgres_url"
    )
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that something carries between computers."""
    made = tmp_path / "carried"
    made.mkdir()
    return made


def mark(first: date | None = MONDAY, last: date | None = MONDAY, number: int = 1) -> Forgotten:
    """Days that were deleted on Monday evening."""
    return Forgotten(samples.uid(number), EVENING + timedelta(minutes=number), first, last)


def practise(where: Path | str, number: int = 10, minutes: float = 0) -> None:
    """A session with its end, how it felt, and a note with those words to its day."""
    with closing(open_journal(where)) as journal:
        journal.open_session(samples.opened(number, minutes=minutes))
        journal.add_segment(samples.segment(number + 1, number, minutes + 1))
        journal.close_session(samples.closed(number + 2, number, minutes + 8))
        journal.add_answers(samples.answers(number + 3, number, minutes + 9))
        day = (samples.at(minutes)).date()
        journal.add(samples.note(number + 4, minutes + 10, day=day, words=WORDS))


def computer(tmp_path: Path, name: str, *days: int) -> Environment:
    """Somebody's HipCoach, who practised so many days after Monday."""
    environment = Environment.of(tmp_path / name)
    environment.open_journal().close()
    for day in days:
        practise(environment.journal_place, 100 * (day + 1), day * DAY)
    return environment


def carried_from(where: Path | str | Environment) -> list[CarriedRow]:
    place = where.journal_place if isinstance(where, Environment) else where
    with closing(open_carried(place)) as journal:
        return list(journal.rows())


def recorded(where: Path | str | Environment) -> list[CarriedRow]:
    return [row for row in carried_from(where) if row.table != FORGOTTEN]


def days_of(where: Path | str | Environment) -> list[date]:
    return [row.values[3] for row in recorded(where) if row.table == "notes"]


def traces(*places: Path) -> list[str]:
    """The files in which the words still stand."""
    files = [one for place in places for one in ([place] if place.is_file() else place.rglob("*"))]
    return [file.name for file in files if file.is_file() and WORDS.encode() in file.read_bytes()]


def joined(journal: CarriedJournal, *rows: CarriedRow, back: UUID | None = None) -> Joined:
    return journal.join(lambda: rows, NOW, back)


@pytest.fixture
def journal(where: Path | str) -> Iterator[CarriedJournal]:
    """A journal of each kind, with a session on Monday and one on Tuesday."""
    practise(where)
    practise(where, 20, DAY)
    opened = open_carried(where)
    yield opened
    opened.close()


def test_what_was_deleted_elsewhere_is_deleted_here(
    where: Path | str, journal: CarriedJournal
) -> None:
    done = joined(journal, row_of(mark()))

    assert [TUESDAY] == days_of(where)
    assert {"sessions", "segments", "session_ends", "session_answers", "notes"} == {*done.deleted}
    assert {1} == {*done.deleted.values()}
    assert ({}, {}, True) == (done.added, done.left_out, done.wiped)


def test_what_was_deleted_here_does_not_come_in(where: Path | str, journal: CarriedJournal) -> None:
    theirs = carried_from(where)
    forget(place_of(where), mark())

    done = joined(journal, *theirs)

    assert [TUESDAY] == days_of(where)
    assert {"sessions", "segments", "session_ends", "session_answers", "notes"} == {*done.left_out}
    assert ({}, {}) == (done.added, done.deleted)


def test_hearing_of_it_again_changes_nothing(where: Path | str, journal: CarriedJournal) -> None:
    joined(journal, row_of(mark()))
    before = carried_from(where)

    done = joined(journal, *before)

    assert before == carried_from(where)
    assert ({}, {}, {}) == (done.added, done.left_out, done.deleted)


def test_what_was_said_of_these_days_afterwards_stays(
    where: Path | str, journal: CarriedJournal
) -> None:
    with closing(open_journal(where)) as writer:
        writer.add(samples.next_day(50, 2 * DAY, day=MONDAY))

    joined(journal, row_of(mark()))

    assert [MONDAY] == [row.values[3] for row in recorded(where) if row.table == "next_day_answers"]


def test_a_plan_that_tells_of_these_days_goes_with_them(
    where: Path | str, journal: CarriedJournal
) -> None:
    with closing(open_journal(where)) as writer:
        for number, day in enumerate((MONDAY, TUESDAY, MONDAY - timedelta(days=1))):
            felt = replace(samples.plan(1).plan, reasons=(Reason("red-day", (("day", f"{day}"),)),))
            writer.add(samples.plan(60 + number, -5, day=date(2026, 3, 4), plan=felt))
    theirs = carried_from(where)
    assert 1 == to_forget(place_of(where), (MONDAY, MONDAY))["plans"]

    joined(journal, row_of(mark()))

    left = [samples.uid(61), samples.uid(62)]
    assert left == [row.values[0] for row in recorded(where) if row.table == "plans"]
    assert 1 == joined(journal, *theirs).left_out["plans"]


def test_it_is_gone_from_the_disk(file: Path) -> None:
    practise(file)
    assert traces(file, *companions(file))

    with closing(open_carried(file)) as journal:
        joined(journal, row_of(mark()))
        assert [] == traces(*(path for path in (file, *companions(file)) if path.exists()))


def test_of_deleted_rows_nothing_stays_even_until_the_file_is_written_anew(file: Path) -> None:
    practise(file)
    place = place_of(file)
    engine = open_database(place)
    with engine.begin() as connection:
        delete_rows(connection, rows_of_days(connection, None), NOW)
    engine.dispose()

    assert file.stat().st_size > 0
    assert [] == traces(file)


def test_who_reads_just_now_keeps_it_from_being_wiped_until_later(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practise(file)
    monkeypatch.setattr("hipcoach.store.deleting.PATIENCE_S", samples.PATIENCE_S)
    with closing(open_carried(file)) as reader, closing(open_carried(file)) as journal:
        reading = reader.rows()
        next(reading)

        assert not joined(journal, row_of(mark())).wiped

        assert 5 == 1 + len(list(reading))
        assert journal.wipe()
    assert [] == traces(file)


@pytest.mark.parametrize("minutes", [1.0, 14.0])
def test_a_session_that_is_going_on_is_not_deleted_under_it(
    where: Path | str, minutes: float
) -> None:
    with closing(open_journal(where)) as writer:
        writer.open_session(samples.opened(10))
        writer.add_segment(samples.segment(11, 10, 5))
    before = carried_from(where)
    now = samples.at(5 + minutes)
    deleted = replace(mark(), at=now)

    with closing(open_carried(where)) as journal, pytest.raises(KnownError) as raised:
        journal.join(lambda: [row_of(deleted)], now)
    assert "forget-in-session" == raised.value.code
    with pytest.raises(KnownError, match="forget-in-session"):
        forget(place_of(where), deleted)
    assert before == carried_from(where)


def test_one_that_broke_off_long_ago_is(where: Path | str) -> None:
    with closing(open_journal(where)) as writer:
        writer.open_session(samples.opened(10))
        writer.add_segment(samples.segment(11, 10, 5))

    forget(place_of(where), replace(mark(), at=samples.at(21)))

    assert [] == recorded(where)


def test_one_of_another_day_goes_on(where: Path | str, journal: CarriedJournal) -> None:
    with closing(open_journal(where)) as writer:
        writer.open_session(samples.opened(90, minutes=60 * DAY - 1))

    joined(journal, row_of(mark()))

    assert [samples.uid(20), samples.uid(90)] == [
        row.values[0] for row in recorded(where) if row.table == "sessions"
    ]


def test_of_days_that_all_days_took_in_nothing_is_known_any_more(
    where: Path | str, journal: CarriedJournal
) -> None:
    forget(place_of(where), mark())

    joined(journal, row_of(mark(None, None, 2)))

    (left,) = [row for row in carried_from(where) if row.table == FORGOTTEN]
    assert row_of(mark(None, None, 2)) == left


def test_a_clock_that_was_wrong_elsewhere_deletes_nothing(
    where: Path | str, journal: CarriedJournal
) -> None:
    before = carried_from(where)

    joined(journal, row_of(replace(mark(), at=NOW + AHEAD + timedelta(hours=1))))

    assert before == carried_from(where)


def test_what_comes_in_on_purpose_comes_for_everybody(where: Path | str, tmp_path: Path) -> None:
    practise(where)
    theirs = carried_from(where)
    forget(place_of(where), mark(None, None))
    other = tmp_path / "other" / "journal.db"
    with closing(open_carried(other)) as there, closing(open_carried(where)) as journal:
        joined(there, *carried_from(where))
        assert {} == joined(there, *theirs).added

        done = joined(journal, *theirs, back=samples.uid(5))

        assert (5, {}) == (sum(done.added.values()), done.left_out)
        assert 5 == sum(joined(there, *carried_from(where)).added.values())
        assert {} == joined(journal, *carried_from(other)).deleted
    assert [MONDAY] == days_of(other) == days_of(where)
    back = carried_from(where)[1]
    assert (samples.uid(5), MONDAY, MONDAY, False) == (back.values[0], *back.values[3:])


def test_where_nothing_was_deleted_nothing_is_brought_back(
    where: Path | str, journal: CarriedJournal
) -> None:
    before = carried_from(where)

    joined(journal, *before, back=samples.uid(5))

    assert before == carried_from(where)


def test_what_comes_in_on_purpose_brings_nothing_else(
    where: Path | str, journal: CarriedJournal
) -> None:
    theirs = carried_from(where)
    forget(place_of(where), replace(mark(None, None), at=samples.at(2 * DAY)))
    monday = [row for row in theirs if row.values[0].int & 0xFF in range(10, 20)]

    joined(journal, *monday, back=samples.uid(5))

    assert [MONDAY] == days_of(where)
    assert 5 == sum(joined(journal, *theirs).left_out.values())


@given(said=actions(computers=3))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_three_that_write_and_delete_end_up_equal(
    tmp_path_factory: pytest.TempPathFactory, said: list[Said]
) -> None:
    folder = tmp_path_factory.mktemp("journals")
    files = [folder / f"{number}.db" for number in range(3)]
    journals = [open_carried(file) for file in files]
    for what, one, with_ in said:
        if what == "write":
            journals[one].join(lambda rows=with_: rows, LATER)  # type: ignore[misc]
        elif what == "join" and one != with_:
            journals[one].join(journals[with_].rows, LATER)
        elif what == "forget" and with_.gone:
            forget(place_of(files[one]), with_)
        elif what == "forget":
            journals[one].join(lambda mark=with_: [row_of(mark)], LATER)  # type: ignore[misc]

    for journal, other in [*permutations(journals, 2)] * 2:
        journal.join(other.rows, LATER)

    first, *others = [list(journal.rows()) for journal in journals]
    assert [first] * 2 == others
    for journal in journals:
        journal.close()


def test_two_computers_forget_what_one_of_them_deletes(tmp_path: Path, folder: Path) -> None:
    one, other = computer(tmp_path, "one", 0, 1), computer(tmp_path, "other", 2)
    for environment in (one, other, one):
        sync_journal(environment, str(folder))

    forget_days(one, (MONDAY, TUESDAY))
    forget_places(one)
    done = [sync_journal(environment, str(folder)) for environment in (one, other, one, other)]

    assert [{}, 10, {}, {}] == [
        done[0].deleted, sum(done[1].deleted.values()), done[2].deleted, done[3].deleted
    ]  # fmt: skip
    assert carried_from(one) == carried_from(other)
    assert [MONDAY + timedelta(days=2)] == days_of(one)


def test_nothing_of_it_is_left_on_either_disk(tmp_path: Path, folder: Path) -> None:
    one, other = computer(tmp_path, "one", 0), computer(tmp_path, "other")
    for environment in (one, other, one):
        sync_journal(environment, str(folder))
    assert 4 == len(traces(tmp_path))

    forget_days(one, (MONDAY, MONDAY))
    forget_places(one)
    for environment in (one, other):
        sync_journal(environment, str(folder))

    assert [] == traces(tmp_path)


def test_a_server_forgets_it_too(tmp_path: Path, postgres_url: str) -> None:
    one, other = computer(tmp_path, "one", 0, 1), computer(tmp_path, "other", 2)
    for environment in (one, other, one):
        sync_journal(environment, postgres_url)

    forget_days(other, (MONDAY, MONDAY))
    done = [sync_journal(environment, postgres_url) for environment in (other, one, other)]

    assert [0, 5, 0] == [sum(one.deleted.values()) for one in done]
    assert carried_from(one) == carried_from(other) == carried_from(postgres_url)
    assert [TUESDAY, MONDAY + timedelta(days=2)] == days_of(postgres_url)


def test_as_many_rows_as_before_are_not_taken_for_the_same(
    tmp_path: Path, folder: Path, postgres_url: str
) -> None:
    one, other = computer(tmp_path, "one", 0), computer(tmp_path, "other")
    forget_days(one, (date(2020, 1, 1), date(2020, 1, 1)))
    for where in (str(folder), postgres_url):
        for environment in (one, other, one):
            sync_journal(environment, where)

    forget_days(one, None)  # in the place of the other mark
    practise(one.journal_place, 500, 300 * DAY)
    for where in (str(folder), postgres_url):
        for environment in (one, other):
            sync_journal(environment, where)
        assert carried_from(one) == carried_from(other)
    assert carried_from(one) == carried_from(postgres_url)
    assert 1 == len(days_of(one))


def test_what_could_not_be_wiped_is_wiped_the_next_time(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = computer(tmp_path, "one", 0), computer(tmp_path, "other")
    for environment in (one, other):
        sync_journal(environment, str(folder))
    forget_days(one, None)
    sync_journal(one, str(folder))
    monkeypatch.setattr("hipcoach.store.deleting.PATIENCE_S", samples.PATIENCE_S)
    with closing(open_carried(other.journal_place)) as reader:
        reading = reader.rows()
        next(reading)
        assert not sync_journal(other, str(folder)).wiped
        assert not sync_journal(other, str(folder)).wiped
        reading.close()  # type: ignore[attr-defined]
    assert json.loads((other.paths.data / STATE).read_text("utf-8"))["unwiped"]

    assert sync_journal(other, str(folder)).wiped

    assert not json.loads((other.paths.data / STATE).read_text("utf-8"))["unwiped"]
    assert [] == traces(other.paths.data)


def test_what_a_backup_brings_back_stays_and_comes_to_the_others(
    tmp_path: Path, folder: Path
) -> None:
    one, other = computer(tmp_path, "one", 0, 1), computer(tmp_path, "other")
    for environment in (one, other):
        sync_journal(environment, str(folder))
    copy = back_up(one, tmp_path / "copy.sqlite")
    forget_days(one, (MONDAY, MONDAY))
    for environment in (one, other):
        sync_journal(environment, str(folder))
    assert [TUESDAY] == days_of(other)

    restore(one, copy.path)
    done = [sync_journal(environment, str(folder)) for environment in (one, other, one)]

    assert [{}] * 3 == [one.deleted for one in done]
    assert [MONDAY, TUESDAY] == days_of(one) == days_of(other)
    assert carried_from(one) == carried_from(other)


def test_that_is_said_before_it_is_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, copy = computer(tmp_path, "one", 0, 1, 2), tmp_path / "copy.sqlite"
    back_up(one, copy)
    give = ["--data-dir", str(one.paths.data), "restore", str(copy), "--yes"]
    words = "This backup brings back what you deleted since, of 2026-03-02 to 2026-03-03; your"
    forget_days(one, (date(2026, 1, 1), TUESDAY))

    main(give)
    assert words in capsys.readouterr().out

    main(give)
    assert "deleted since" not in capsys.readouterr().out


def test_it_can_be_deleted_again_after_that(tmp_path: Path, folder: Path) -> None:
    one, other = computer(tmp_path, "one", 0, 1), computer(tmp_path, "other")
    copy = back_up(one, tmp_path / "copy.sqlite")
    forget_days(one, (MONDAY, MONDAY))
    restore(one, copy.path)

    forget_days(one, (MONDAY, MONDAY))
    restored = carried_from(one)
    for environment in (one, other):
        sync_journal(environment, str(folder))

    assert [TUESDAY] == days_of(other)
    assert restored == carried_from(other)


def test_a_journal_whose_rows_are_all_deleted_is_empty(tmp_path: Path) -> None:
    one = computer(tmp_path, "one", 0)
    forget_days(one, None)

    contents = contents_of(Path(one.journal_place))

    assert (0, None, None) == (contents.rows, contents.first, contents.last)


def test_what_is_deleted_last_is_gone_even_where_the_clock_was_set_back(
    where: Path | str, journal: CarriedJournal
) -> None:
    back = replace(mark(None, None, 5), at=EVENING + timedelta(hours=3), gone=False)
    joined(journal, row_of(back))
    theirs = carried_from(where)

    forget(place_of(where), mark(None, None, 6))

    assert [] == recorded(where)
    joined(journal, *theirs)
    assert {MONDAY} & {*days_of(where)} == set()


def test_a_backup_without_those_days_brings_none_of_them_back(tmp_path: Path, folder: Path) -> None:
    one, other = computer(tmp_path, "one", 0), computer(tmp_path, "other")
    copy = back_up(one, tmp_path / "copy.sqlite")
    practise(one.journal_place, 200, DAY)
    for environment in (one, other):
        sync_journal(environment, str(folder))
    forget_days(one, (TUESDAY, TUESDAY))

    restore(one, copy.path)
    for environment in (one, other):
        sync_journal(environment, str(folder))

    assert [MONDAY] == days_of(one) == days_of(other)


@pytest.mark.parametrize("spoilt", [True, False])
def test_in_the_place_of_a_damaged_journal_nothing_deleted_comes_back(
    tmp_path: Path, *, spoilt: bool
) -> None:
    one = computer(tmp_path, "one", 0, 1)
    copy = back_up(one, tmp_path / "copy.sqlite")
    forget_days(one, (MONDAY, MONDAY))
    path = Path(one.journal_place)
    if spoilt:
        with closing(sqlite3.connect(path)) as connection:
            asked = "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_notes_day'"
            (page,) = connection.execute(asked).fetchone()
        pages = bytearray(path.read_bytes())
        pages[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
        path.write_bytes(pages)

    restore(one, copy.path, damaged=not spoilt)

    assert [TUESDAY] == days_of(one)
    assert samples.uid(104).hex.encode() not in path.read_bytes()


def test_an_old_export_says_what_it_leaves_out_and_how_it_comes_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, file = computer(tmp_path, "one", 0, 1), tmp_path / "old.json"
    give = ["--data-dir", str(one.paths.data)]
    main([*give, "export", str(file)])
    main([*give, "forget", "--from", "2026-03-02", "--to", "2026-03-02", "--yes"])
    capsys.readouterr()

    assert 0 == main([*give, "import", str(file)])
    told = capsys.readouterr().out
    assert told.startswith("Left out, as it was deleted: 1 session, 1 check-in, 0 break events; 5 ")
    assert "`hipcoach import FILE --bring-back`" in told
    assert [TUESDAY] == days_of(one)

    assert 0 == main([*give, "import", str(file), "--bring-back"])
    assert capsys.readouterr().out.startswith("New here: 1 session, 1 check-in, 0 break events; 5 ")
    assert [MONDAY, TUESDAY] == days_of(one)


def test_an_export_from_after_it_says_what_it_deletes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other, file = computer(tmp_path, "one", 0), computer(tmp_path, "other", 0), tmp_path / "a"
    forget_days(one, None)
    main(["--data-dir", str(one.paths.data), "export", str(file)])
    capsys.readouterr()

    main(["--data-dir", str(other.paths.data), "import", str(file)])

    assert (
        "Deleted here, as it was there: 1 session, 1 check-in, 0 break events; 5 rows in all. "
        "Backups from before keep it.\n" == capsys.readouterr().out
    )
    assert [] == recorded(other)
    (copy,) = (other.paths.data / "backups").iterdir()
    assert [MONDAY] == days_of(copy)


def test_a_file_that_tells_nothing_to_delete_makes_no_backup(tmp_path: Path) -> None:
    one, other, file = computer(tmp_path, "one", 0), computer(tmp_path, "other", 1), tmp_path / "a"
    main(["--data-dir", str(one.paths.data), "export", str(file)])

    import_journal(other, file, lambda _share: None)

    assert not (other.paths.data / "backups").exists()


def test_a_file_in_the_first_form_is_read(tmp_path: Path) -> None:
    one, other, file = computer(tmp_path, "one", 0), computer(tmp_path, "other"), tmp_path / "a"
    main(["--data-dir", str(one.paths.data), "export", str(file)])
    text = file.read_text("utf-8").replace('"version":2', '"version":1', 1)
    file.write_text(text, "utf-8")

    assert 5 == sum(import_journal(other, file, lambda _share: None).added.values())
