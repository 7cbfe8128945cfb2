"""Journals of several computers, joined through a folder and through a server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.sync import STATE, sync_journal
from hipcoach.cli import main
from hipcoach.core.errors import KnownError, StoreError
from hipcoach.core.exchange import CarriedRow, ExchangeError
from hipcoach.store.carried import open_carried
from tests.store import samples

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that something carries between computers."""
    made = tmp_path / "carried"
    made.mkdir()
    return made


def computer(tmp_path: Path, name: str, *sessions: int) -> Environment:
    """Somebody's HipCoach with some sessions in its journal."""
    environment = Environment.of(tmp_path / name)
    with environment.journal() as journal:
        for number in sessions:
            journal.open_session(samples.opened(number, minutes=number))
            journal.add_segment(samples.segment(1000 + number, number))
            journal.close_session(samples.closed(2000 + number, number))
    return environment


def rows(where: Environment | str) -> list[CarriedRow]:
    journal = open_carried(where if isinstance(where, str) else where.journal_place)
    found = list(journal.rows())
    journal.close()
    return found


def own_file(environment: Environment, folder: Path) -> Path:
    state = json.loads((environment.paths.data / STATE).read_text("utf-8"))
    return folder / f"hipcoach-journal-{state['computer']}.json"


def test_two_that_wrote_at_the_same_time_end_up_equal(tmp_path: Path, folder: Path) -> None:
    one, other = computer(tmp_path, "one", 1, 2), computer(tmp_path, "other", 3)

    for environment in (one, other, one):
        sync_journal(environment, str(folder))

    assert rows(one) == rows(other)
    assert 9 == len(rows(one))
    assert 2 == len(list(folder.iterdir()))


def test_a_third_is_told_by_whichever_it_meets(tmp_path: Path, folder: Path) -> None:
    one, other = computer(tmp_path, "one", 1), computer(tmp_path, "other", 2)
    sync_journal(one, str(folder))
    sync_journal(other, str(folder))
    own_file(one, folder).unlink()
    third = computer(tmp_path, "third", 3)

    done = sync_journal(third, str(folder))

    assert {"sessions": 2, "segments": 2, "session_ends": 2} == done.added
    assert rows(other) == [row for row in rows(third) if row.values[0] not in _of(3)]


def test_nobody_writes_the_file_of_another(tmp_path: Path, folder: Path) -> None:
    one, other = computer(tmp_path, "one", 1), computer(tmp_path, "other", 2)
    sync_journal(one, str(folder))
    before = own_file(one, folder).stat()

    sync_journal(other, str(folder))

    after = own_file(one, folder).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert 0o600 == own_file(other, folder).stat().st_mode & 0o777


def test_where_nothing_is_new_nothing_is_written_or_read(tmp_path: Path, folder: Path) -> None:
    one, other = computer(tmp_path, "one", 1), computer(tmp_path, "other", 2)
    for environment in (one, other, one):
        sync_journal(environment, str(folder))
    before = own_file(one, folder).stat()
    _spoil_in_place(own_file(other, folder))

    done = sync_journal(one, str(folder))

    assert ({}, {}, ()) == (done.added, done.carried, done.skipped)
    assert before.st_ino == own_file(one, folder).stat().st_ino


@pytest.mark.parametrize("content", [b"", b"{", b"hello", b"\xff\xfe", b"[" * 200_000])
def test_a_file_that_is_half_carried_is_left_with_a_word(
    tmp_path: Path, folder: Path, content: bytes
) -> None:
    one, other = computer(tmp_path, "one", 1), computer(tmp_path, "other", 2)
    sync_journal(other, str(folder))
    whole = own_file(other, folder).read_bytes()
    own_file(other, folder).write_bytes(content or whole[:-20])

    done = sync_journal(one, str(folder))
    assert [own_file(other, folder).name] == [name for name, _ in done.skipped]
    assert {} == done.added
    own_file(other, folder).write_bytes(whole)

    assert {"sessions": 1, "segments": 1, "session_ends": 1} == sync_journal(one, str(folder)).added


def test_what_only_looks_like_a_file_of_ours_keeps_nobody_waiting(
    tmp_path: Path, folder: Path
) -> None:
    os.mkfifo(folder / "hipcoach-journal-0123456789ab.json")
    (folder / "hipcoach-journal-1123456789ab.json").mkdir()

    assert () == sync_journal(computer(tmp_path, "one", 1), str(folder)).skipped


def test_a_row_that_says_something_else_is_told_and_nothing_of_that_file_is_joined(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = computer(tmp_path, "one", 1), computer(tmp_path, "other", 1, 2)
    sync_journal(other, str(folder))
    text = own_file(other, folder).read_text("utf-8").replace("gentle-start", "something-else")
    own_file(other, folder).write_text(text, "utf-8")
    before = rows(one)

    status = main(["--data-dir", str(one.paths.data), "sync", str(folder)])

    assert 1 == status
    assert "is known, and says something else here" in capsys.readouterr().err
    assert before == rows(one)


def test_a_folder_that_is_gone_is_not_made_and_costs_nothing(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = computer(tmp_path, "one", 1)
    folder.rmdir()

    assert 1 == main(["--data-dir", str(one.paths.data), "sync", str(folder)])

    told = capsys.readouterr().err
    assert f"hipcoach: The folder {folder} is not there now.\n" in told
    assert "Your journal here works as ever" in told
    assert not folder.exists()
    assert 3 == len(rows(one))


def test_the_data_folder_is_no_other_place(tmp_path: Path) -> None:
    one = computer(tmp_path, "one", 1)
    (link := tmp_path / "link").symlink_to(one.paths.data)

    for where in (str(one.paths.data), str(link), f"sqlite:///{one.journal_place}"):
        with pytest.raises(KnownError) as raised:
            sync_journal(one, where)
        assert "sync-self" == raised.value.code


def test_a_data_folder_that_was_copied_writes_a_file_of_its_own(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = computer(tmp_path, "one", 1)
    sync_journal(one, str(folder))
    monkeypatch.setattr("platform.node", lambda: "another")

    sync_journal(one, str(folder))

    assert 2 == len(list(folder.iterdir()))


def test_two_by_one_name_are_told_apart(tmp_path: Path, folder: Path) -> None:
    one = computer(tmp_path, "one", 1)
    sync_journal(one, str(folder))
    # A copy of the whole computer: its folder, and its name as well.
    shutil.copytree(one.paths.data, tmp_path / "twin")
    twin = computer(tmp_path, "twin", 2)
    with one.journal() as journal:
        journal.open_session(samples.opened(3, minutes=3))
    shared = own_file(one, folder)

    sync_journal(one, str(folder))
    for environment in (twin, one, twin):
        sync_journal(environment, str(folder))

    assert rows(one) == rows(twin)
    assert 7 == len(rows(one))
    assert own_file(one, folder) != own_file(twin, folder)
    assert shared in {own_file(one, folder), own_file(twin, folder)}


def test_a_file_of_our_own_that_was_only_touched_stays_ours(tmp_path: Path, folder: Path) -> None:
    one = computer(tmp_path, "one", 1)
    sync_journal(one, str(folder))
    own = own_file(one, folder)
    os.utime(own, (0, 0))

    done = sync_journal(one, str(folder))

    assert ({}, ()) == (done.added, done.skipped)
    assert [own] == list(folder.iterdir())


def test_our_own_file_cut_off_by_somebody_is_written_anew(tmp_path: Path, folder: Path) -> None:
    one = computer(tmp_path, "one", 1)
    sync_journal(one, str(folder))
    own = own_file(one, folder)
    whole = own.read_text("utf-8").partition("rows")[2]
    own.write_text(whole[:50])

    assert () == sync_journal(one, str(folder)).skipped

    assert whole == own.read_text("utf-8").partition("rows")[2]
    assert [own] == list(folder.iterdir())


def test_a_journal_that_was_deleted_is_filled_again(tmp_path: Path, folder: Path) -> None:
    one, other = computer(tmp_path, "one", 1), computer(tmp_path, "other", 2)
    for environment in (one, other, one):
        sync_journal(environment, str(folder))
    for path in one.paths.data.glob("journal.sqlite*"):
        path.unlink()

    sync_journal(one, str(folder))

    assert rows(other) == rows(one)


def test_what_could_not_be_remembered_costs_a_second_reading_alone(
    tmp_path: Path, folder: Path
) -> None:
    one, other = computer(tmp_path, "one", 1), computer(tmp_path, "other", 2)
    sync_journal(other, str(folder))
    sync_journal(one, str(folder))
    (one.paths.data / STATE).write_bytes(b"\xff{")

    sync_journal(one, str(folder))

    assert 6 == len(rows(one))


def test_a_server_joins_both_ways(tmp_path: Path, postgres_url: str) -> None:
    one, other = computer(tmp_path, "one", 1, 2), computer(tmp_path, "other", 3)

    first = sync_journal(one, postgres_url)
    second = sync_journal(other, postgres_url)
    third = sync_journal(one, postgres_url)

    assert ({}, 2) == (first.added, first.carried["sessions"])
    assert (2, 1) == (second.added["sessions"], second.carried["sessions"])
    assert (1, {}) == (third.added["sessions"], third.carried)
    assert rows(one) == rows(other) == rows(postgres_url)


def test_where_nothing_is_new_on_a_server_nothing_is_done(
    tmp_path: Path, postgres_url: str
) -> None:
    one = computer(tmp_path, "one", 1)
    sync_journal(one, postgres_url)

    done = sync_journal(one, postgres_url)

    assert ({}, {}) == (done.added, done.carried)
    assert "coach@" in (one.paths.data / STATE).read_text("utf-8")


def test_two_processes_at_one_server_end_up_equal(tmp_path: Path, postgres_url: str) -> None:
    both = [computer(tmp_path, "one", *range(1, 60)), computer(tmp_path, "other", *range(30, 90))]
    command = [sys.executable, "-m", "hipcoach", "--data-dir"]

    for _ in range(2):
        programs = [
            subprocess.Popen(
                [*command, environment.paths.data, "sync", postgres_url],
                cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )
            for environment in both
        ]  # fmt: skip
        told = [program.communicate()[0] for program in programs]
        assert [0, 0] == [program.returncode for program in programs], told

    assert rows(both[0]) == rows(both[1]) == rows(postgres_url)
    assert 89 * 3 == len(rows(postgres_url))


def test_two_processes_at_one_folder_end_up_equal(tmp_path: Path, folder: Path) -> None:
    both = [computer(tmp_path, "one", *range(1, 60)), computer(tmp_path, "other", *range(30, 90))]
    command = [sys.executable, "-m", "hipcoach", "--data-dir"]

    for _ in range(3):
        programs = [
            subprocess.Popen(
                [*command, environment.paths.data, "sync", folder],
                cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )
            for environment in both
        ]  # fmt: skip
        told = [program.communicate()[0] for program in programs]
        assert [0, 0] == [program.returncode for program in programs], told

    assert rows(both[0]) == rows(both[1])
    assert 89 * 3 == len(rows(both[0]))


def test_a_server_that_is_gone_costs_nothing(tmp_path: Path) -> None:
    one = computer(tmp_path, "one", 1)

    with pytest.raises(StoreError) as raised:
        sync_journal(one, f"postgresql+psycopg://coach@/none?host={tmp_path}")

    assert "unreachable" == raised.value.code
    assert 3 == len(rows(one))


def test_a_row_that_says_something_else_on_a_server_is_refused(
    tmp_path: Path, postgres_url: str
) -> None:
    one = computer(tmp_path, "one", 1)
    there = open_carried(postgres_url)
    values = list(rows(one)[0].values)
    values[4] = "something-else"
    there.join(lambda: [CarriedRow("sessions", tuple(values))], samples.at(0))
    there.close()

    with pytest.raises(ExchangeError) as raised:
        sync_journal(one, postgres_url)

    assert "exchange-conflict" == raised.value.code
    assert (3, 1) == (len(rows(one)), len(rows(postgres_url)))


def _of(number: int) -> set[Any]:
    return {samples.uid(number), samples.uid(1000 + number), samples.uid(2000 + number)}


def _spoil_in_place(path: Path) -> None:
    """Another content of the same size and time: who looks at it has read it."""
    found = path.stat()
    path.write_bytes(b"x" * found.st_size)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
