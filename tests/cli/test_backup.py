"""`hipcoach backup` and `hipcoach restore`, given as a person gives them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from hipcoach.app.journal_worker import JournalWorker
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.backups import DailyBackup, look_through
from hipcoach.core.errors import StoreError
from tests.cli.conftest import ROOT, Run
from tests.store import samples


def kept(folder: Path, *numbers: int) -> Path:
    with Environment.of(folder).journal() as journal:
        for number in numbers:
            journal.open_session(samples.opened(number, minutes=number))
    return folder


def test_a_backup_says_what_is_in_it_and_where_it_is(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", kept(tmp_path / "here", 1, 2), "backup", tmp_path / "mine.sqlite")

    assert (
        "2 sessions, 0 check-ins, 0 break events, 2026-03-02 to 2026-03-02  "
        f"({tmp_path / 'mine.sqlite'})\n"
    ) == told.out


def test_who_has_recorded_nothing_gets_an_empty_copy(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path / "new", "backup", tmp_path / "mine.sqlite")

    assert f"empty  ({tmp_path / 'mine.sqlite'})\n" == told.out


def test_a_backup_without_a_name_stands_among_the_others(run: Run, tmp_path: Path) -> None:
    run("--data-dir", kept(tmp_path, 1), "backup")

    told = run("--data-dir", tmp_path, "restore")

    assert told.out.startswith("  1  20")
    assert "1 session, 0 check-ins, 0 break events" in told.out
    assert "-by-hand.sqlite)" in told.out


@pytest.mark.parametrize("name", ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"])
def test_no_copy_is_put_over_the_journal(run: Run, tmp_path: Path, name: str) -> None:
    kept(tmp_path)
    (tmp_path / "journal.sqlite-wal").touch()
    before = (tmp_path / "journal.sqlite").stat().st_ino

    told = run("--data-dir", tmp_path, "backup", tmp_path / "." / name)

    assert "belongs to a journal; choose another name." in told.sentence
    assert before == (tmp_path / "journal.sqlite").stat().st_ino


def test_no_copy_takes_the_place_of_what_is_no_file(run: Run, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")

    told = run("--data-dir", kept(tmp_path / "here"), "backup", pipe)

    assert f"{pipe} can't be written; see whether its folder is there and yours." == told.sentence
    assert pipe.is_fifo()


def test_what_was_backed_up_comes_back_by_its_number(run: Run, tmp_path: Path) -> None:
    run("--data-dir", kept(tmp_path, 1), "backup")
    kept(tmp_path, 2)

    told = run("--data-dir", tmp_path, "restore", "1", "--yes")

    lines = told.out.splitlines()
    assert "1 session," in lines[0]
    assert lines[1].startswith("Your journal now: 2 sessions,")
    assert lines[2] == "Your journal is what that backup was."
    assert lines[3].startswith("What was there before is kept in ")
    assert (
        "Your journal now: 1 session," in run("--data-dir", tmp_path, "restore", "1", "--yes").out
    )


def test_copies_are_told_to_a_program(run: Run, tmp_path: Path) -> None:
    run("--data-dir", kept(tmp_path, 1), "backup")
    kept(tmp_path, 2)
    upgraded = tmp_path / "journal-before-upgrade-1.sqlite"
    upgraded.write_bytes(b"hello")
    os.utime(upgraded, (0, 0))

    told = json.loads(run("--data-dir", tmp_path, "restore", "--json").out)

    by_hand, before = told["backups"]
    (file,) = (tmp_path / "backups").iterdir()
    assert datetime.fromisoformat(by_hand.pop("made")).tzinfo is not None
    assert {
        "number": 1,
        "path": str(file),
        "kind": "by-hand",
        "readable": True,
        "sessions": 1,
        "breaks": 0,
        "first": "2026-03-02",
        "last": "2026-03-02",
    } == by_hand
    assert {
        "number": 2,
        "path": str(upgraded),
        "kind": "before-upgrade",
        "made": "1970-01-01T00:00:00+00:00",
        "readable": False,
        **dict.fromkeys(("sessions", "breaks", "first", "last")),
    } == before
    assert (None, None, None, 2) == tuple(
        told["now"][field] for field in ("number", "kind", "made", "sessions")
    )


def test_a_program_is_told_that_there_is_nothing(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path, "restore", "--json")

    assert (0, {"backups": [], "now": None}) == (told.status, json.loads(told.out))


def test_a_program_reads_where_the_journal_of_before_is(run: Run, tmp_path: Path) -> None:
    run("--data-dir", kept(tmp_path, 1), "backup")
    (copy,) = (tmp_path / "backups").iterdir()
    kept(tmp_path, 2)

    told = json.loads(run("--data-dir", tmp_path, "restore", copy, "--yes", "--json").out)

    assert str(copy) == told["restored"]
    assert Path(told["aside"]).name.endswith("-before-restore.sqlite")
    assert Path(told["aside"]).is_file()


def test_nobody_to_ask_changes_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("--data-dir", kept(tmp_path, 1), "backup")
    kept(tmp_path, 2)
    monkeypatch.setattr("sys.stdin", open(os.devnull))  # noqa: PTH123, SIM115 - closed with the test

    told = run("--data-dir", tmp_path, "restore", "1")

    assert "hipcoach: Nobody is here to say yes; add --yes if you are sure.\n" == told.err
    assert 2 == told.status
    assert "2 sessions" in run("--data-dir", tmp_path, "backup").out
    sys.stdin.close()


@pytest.mark.parametrize(("answer", "sessions"), [("n", 2), ("", 2), ("y", 1)])
def test_a_terminal_is_asked_first(run: Run, tmp_path: Path, answer: str, sessions: int) -> None:
    run("--data-dir", kept(tmp_path, 1), "backup")
    kept(tmp_path, 2)
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "hipcoach", "--data-dir", tmp_path, "restore", "1"],
        cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, env={**os.environ, "LANGUAGE": "en"},
    ) as program:  # fmt: skip
        os.write(ours, f"{answer}\n".encode())
        program.communicate()
    os.close(theirs)
    os.close(ours)

    assert (0 if sessions == 1 else 1) == program.returncode
    told = run("--data-dir", tmp_path, "backup").out
    assert f" {sessions} session" in told


@pytest.mark.parametrize("which", ["1", "99"])
def test_a_number_that_there_is_not_is_told(run: Run, tmp_path: Path, which: str) -> None:
    told = run("--data-dir", tmp_path, "restore", which, "--yes")

    assert (
        "There is no such backup; `hipcoach restore` shows those that there are." == told.sentence
    )


def test_a_damaged_journal_is_told_with_what_helps(run: Run, tmp_path: Path) -> None:
    run("--data-dir", kept(tmp_path, 1), "backup")
    (tmp_path / "journal.sqlite").write_bytes(b"hello")

    assert "`hipcoach restore` shows the backups" in run("--data-dir", tmp_path, "plan").sentence
    told = run("--data-dir", tmp_path, "restore", "1", "--yes")

    assert "Your journal now: can't be read" in told.out
    assert 0 == run("--data-dir", tmp_path, "plan").status
    assert [b"hello"] == [path.read_bytes() for path in tmp_path.glob("journal-damaged-*.sqlite")]


def test_a_page_that_is_spoilt_is_found_by_the_doctor(run: Run, tmp_path: Path) -> None:
    kept(tmp_path, *range(400))
    file = tmp_path / "journal.sqlite"
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(size - 4096)
        opened.write(b"\xa5" * 4096)

    with pytest.raises(StoreError) as raised:
        look_through(Environment.of(tmp_path))

    assert "damaged" == raised.value.code
    assert "is damaged and was left as it is" in run("--data-dir", tmp_path, "doctor").out


def test_a_sound_journal_is_found_sound(tmp_path: Path) -> None:
    look_through(Environment.of(tmp_path))
    look_through(Environment.of(kept(tmp_path, 1)))


def test_the_first_row_of_a_day_makes_a_copy_in_the_journals_thread(tmp_path: Path) -> None:
    environment = Environment.of(tmp_path)
    worker = JournalWorker(environment.open_journal, wrote=DailyBackup(environment))
    worker.start()
    worker.write(lambda journal: journal.open_session(samples.opened(1)))
    worker.write(lambda journal: journal.open_session(samples.opened(2, minutes=1)))

    assert worker.close(timeout_s=30)
    (made,) = (tmp_path / "backups").iterdir()
    assert made.name.endswith("-daily.sqlite")


def test_a_copy_that_can_not_be_made_keeps_nobody_from_practising(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    environment = Environment.of(tmp_path)
    (tmp_path / "backups").write_text("a file where a folder should be")
    worker = JournalWorker(environment.open_journal, wrote=DailyBackup(environment))
    worker.start()
    worker.write(lambda journal: journal.open_session(samples.opened(1)))

    assert worker.close(timeout_s=30)
    assert worker.problem is None
    assert ["No backup today: not-a-journal"] == caplog.messages
