"""`hipcoach export` and `hipcoach import`, given as a person gives them."""

from __future__ import annotations

import csv
import errno
import json
import os
import pty
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.exchange import CHUNK, import_journal, written
from hipcoach.core.errors import KnownError
from hipcoach.core.exchange import TABLES
from hipcoach.core.plan_log import Clearance
from tests.cli.conftest import ROOT, Run, Told
from tests.store import samples

OF_A_SESSION = 4
AS_OF = ("--on", "2026-03-03", "--json")


def kept(folder: Path, sessions: int = 2) -> Path:
    """Some sessions with all that belongs to them, and a row of each other kind."""
    with Environment.of(folder).journal() as journal:
        for number in range(sessions):
            first = 10_000 + 10 * number
            journal.open_session(samples.opened(first, minutes=number))
            journal.add_segment(samples.segment(first + 1, first, held_s=240.0))
            journal.close_session(samples.closed(first + 3, first))
            journal.add_answers(samples.answers(first + 4, first))
        for number, make in enumerate(samples.ENTRIES.values()):
            journal.add(make(500 + number, number))
    return folder


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_journal_goes_out_and_comes_in_with_the_same_plan(run: Run, tmp_path: Path) -> None:
    here, there, file = kept(tmp_path / "here"), tmp_path / "there", tmp_path / "journal.json"

    assert Told(0, "", "") == run("--data-dir", here, "export", file)
    told = run("--data-dir", there, "import", file)

    all_rows = 2 * OF_A_SESSION + len(samples.ENTRIES)
    assert (
        f"New here: 2 sessions, 3 check-ins, 1 break event; {all_rows} rows in all.\n" == told.out
    )
    assert (
        run("--data-dir", here, "plan", *AS_OF).out == run("--data-dir", there, "plan", *AS_OF).out
    )
    again = tmp_path / "again.json"
    run("--data-dir", there, "export", again)
    assert rows(file) == rows(again)


def test_what_is_known_is_not_doubled(run: Run, tmp_path: Path) -> None:
    here, file = kept(tmp_path / "here"), tmp_path / "journal.json"
    run("--data-dir", here, "export", file)

    told = run("--data-dir", here, "import", file)

    assert "Nothing is new: all of it was here already.\n" == told.out


def test_a_program_reads_what_has_come_in(run: Run, tmp_path: Path) -> None:
    here, there, file = kept(tmp_path / "here"), tmp_path / "there", tmp_path / "journal.json"
    run("--data-dir", here, "export", file)

    first, again = (
        json.loads(run("--data-dir", there, "import", file, "--json").out) for _ in range(2)
    )

    assert 2 == first["added"]["sessions"]
    assert [0, 0, 0] == [sum(again[name].values()) for name in ("added", "deleted", "left_out")]


def test_a_program_reads_what_was_left_out(run: Run, tmp_path: Path) -> None:
    here, file = kept(tmp_path / "here"), tmp_path / "journal.json"
    run("--data-dir", here, "export", file)
    run("--data-dir", here, "forget", "--everything", "--yes")

    told = [
        json.loads(run("--data-dir", here, "import", file, "--json", *more).out)
        for more in ((), ("--bring-back",))
    ]

    assert (2, 2) == (told[0]["left_out"]["sessions"], told[1]["added"]["sessions"])


def test_what_goes_out_is_its_owners_alone(run: Run, tmp_path: Path) -> None:
    here, out = kept(tmp_path / "here"), tmp_path / "out"
    out.mkdir()

    run("--data-dir", here, "export", out / "all.json", "--ical", out / "all.ics")
    run("--data-dir", here, "export", "--csv", out / "tables")
    run("--data-dir", here, "export", "--csv", out / "sessions.csv")

    assert {0o600} == {rights(path) for path in out.rglob("*") if path.is_file()}
    assert 0o700 == rights(out / "tables")
    assert [] == list(out.rglob(".*"))


def test_words_with_halves_of_letters_are_kept_as_far_as_can_be(run: Run, tmp_path: Path) -> None:
    words = "Dr. M\udcfcller\0, 😀"  # from a terminal that is not in UTF-8
    with Environment.of(tmp_path).journal() as journal:
        journal.add(replace(samples.clearance(1), by=words))
        journal.add(replace(samples.clearance(2), by="\0"))

    run("--data-dir", tmp_path, "export", tmp_path / "all.json")
    told = run("--data-dir", tmp_path / "there", "import", tmp_path / "all.json")

    assert (0, "") == (told.status, told.err)
    with Environment.of(tmp_path / "there").journal() as journal:
        assert ["Dr. M?ller, 😀", ""] == [one.by for one in journal.all_of(Clearance)]


def test_a_dash_prints_it(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", kept(tmp_path), "export", "-")

    assert 2 * OF_A_SESSION + len(samples.ENTRIES) == len(json.loads(told.out)["rows"])


def test_a_file_that_can_not_be_written_is_told_and_left(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", kept(tmp_path / "here"), "export", tmp_path / "no" / "all.json")

    assert "can't be written" in told.sentence


def test_a_folder_is_no_file_to_write(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", kept(tmp_path / "here"), "export", tmp_path)

    assert "can't be written" in told.sentence


@pytest.mark.parametrize("name", ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"])
@pytest.mark.parametrize("form", [(), ("--ical",)])
def test_nothing_is_written_over_a_journal(
    run: Run, tmp_path: Path, name: str, form: tuple[str, ...]
) -> None:
    kept(tmp_path)

    told = run("--data-dir", tmp_path, "export", *form, tmp_path / name)

    assert f"{tmp_path / name} belongs to a journal; choose another name." == told.sentence
    everything = json.loads(run("--data-dir", tmp_path, "export", "-").out)["rows"]
    assert 2 * OF_A_SESSION + len(samples.ENTRIES) == len(everything)


def test_a_journal_under_another_name_is_one_too(run: Run, tmp_path: Path) -> None:
    kept(tmp_path)
    (table := tmp_path / "sessions.csv").hardlink_to(tmp_path / "journal.sqlite")

    told = run("--data-dir", tmp_path, "export", "--csv", table)

    assert f"{table} belongs to a journal; choose another name." == told.sentence


@pytest.mark.parametrize("command", ["export", "import", "backup", "restore", "sync"])
def test_a_name_that_no_file_can_have_is_told(run: Run, tmp_path: Path, command: str) -> None:
    told = run("--data-dir", kept(tmp_path / "here"), command, tmp_path / ("x" * 300))

    assert told.status in {1, 2}
    assert "Traceback" not in told.err
    assert "x" * 300 in told.err


def test_a_full_disk_behind_the_output_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hipcoach", "--data-dir", str(kept(tmp_path))]
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [*command, "export", "-"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert (1, b"hipcoach: The disk is full, and not all was written to it; free some room.\n") == (
        told.returncode,
        told.stderr,
    )


def test_what_runs_through_a_pipe_is_no_journal(run: Run, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")

    told = run("--data-dir", tmp_path, "import", pipe)

    assert f"{pipe}: this is no journal that HipCoach has written. Nothing was changed." == (
        told.sentence
    )


def test_where_to_has_to_be_said(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path, "export")

    assert "Say where to, such as `hipcoach export journal.json`." == told.sentence


def test_every_table_is_a_csv_file_with_all_columns(run: Run, tmp_path: Path) -> None:
    here, folder = kept(tmp_path / "here"), tmp_path / "tables"

    run("--data-dir", here, "export", "--csv", folder)

    tables = {path.stem: table(path) for path in folder.iterdir()}
    assert {*TABLES} == {*tables}
    assert ["id", "at", "offset_s", "day", "given_by", "words"] == tables["clearances"][0]
    assert "may go on,\nslowly" == tables["clearances"][1][-1]
    assert 3 == len(tables["sessions"])


def test_a_table_of_sessions_tells_how_they_felt(run: Run, tmp_path: Path) -> None:
    here, file = kept(tmp_path / "here", 1), tmp_path / "sessions.csv"

    run("--data-dir", here, "export", "--csv", file)

    names, cells = table(file)
    row = dict(zip(names, cells, strict=True))
    assert ("2026-03-02", "gentle-start", "4.0", "true", "4", "0", "false") == tuple(
        row[name]
        for name in ("day", "routine", "held_min", "completed", "effort", "pain_during", "pinch")
    )


def test_an_empty_journal_goes_out_in_every_form(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"

    assert 0 == run("--data-dir", tmp_path, "export", "--csv", out, "--ical", tmp_path / "o").status
    assert 1 == len(out.read_text().splitlines())
    assert "SUMMARY:HipCoach: a session is on plan" in (tmp_path / "o").read_text()


def test_sessions_and_the_next_one_stand_in_a_calendar(run: Run, tmp_path: Path) -> None:
    here, file = kept(tmp_path / "here", 1), tmp_path / "sessions.ics"

    run("--data-dir", here, "export", "--ical", file)

    lines = file.read_bytes().decode().split("\r\n")
    assert "DTSTART:20260302T063000Z" in lines
    assert "SUMMARY:Gentle start" in lines
    assert "DESCRIPTION:4 minutes · effort 4 of 10 · pain 0 of 10" in lines
    assert 2 == lines.count("BEGIN:VEVENT")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"held_s":240.0', '"held_s":-1', "line 4, segments, held_s: -1 is no number from 0 to"),
        ('"held_s":240.0', '"held_s":1e999', "line 4, segments, held_s: Infinity is no number"),
        ('"shell":"terminal"', '"shell":"car"', "line 2, sessions, shell: car is none of window,"),
        ('"version":2', '"version":3', "line 1: a newer HipCoach has written it; update"),
        ('"format":"hipcoach', '"format":"other', "line 1: this is no journal that HipCoach has"),
        ('"completed":true', '"completed":true,"completed":true', "line 4, completed: it is there"),
        ('"routine":', '"route":', "line 2, sessions, routine: it is missing."),
        ("\n]}", "", "it ends in the middle; it was not written or carried to its end."),
        ('{"table":"sessions"', '{"table":"session_ends"', "line 2, session_ends, session_id: it"),
    ],
)
def test_a_file_that_is_wrong_changes_nothing_and_says_where(
    run: Run, tmp_path: Path, old: str, new: str, words: str
) -> None:
    file, there = tmp_path / "journal.json", tmp_path / "there"
    run("--data-dir", kept(tmp_path / "here"), "export", file)
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")

    told = run("--data-dir", there, "import", file)

    assert told.sentence.startswith(str(file))
    assert words in told.sentence
    assert told.sentence.endswith(" Nothing was changed.")
    assert [] == json.loads(run("--data-dir", there, "export", "-").out)["rows"]


def test_rows_of_a_session_that_is_nowhere_are_refused(run: Run, tmp_path: Path) -> None:
    file, there = tmp_path / "journal.json", tmp_path / "there"
    run("--data-dir", kept(tmp_path / "here", 1), "export", file)
    document = json.loads(file.read_text("utf-8"))
    del document["rows"][0]
    file.write_text(json.dumps(document), "utf-8")

    told = run("--data-dir", there, "import", file)

    assert f"its session {samples.uid(10_000)} is neither here nor before it" in told.sentence


def test_a_row_that_says_something_else_is_refused(run: Run, tmp_path: Path) -> None:
    here, file = kept(tmp_path / "here"), tmp_path / "journal.json"
    run("--data-dir", here, "export", file)
    before = rows(file)
    text = file.read_text("utf-8").replace('"level":2', '"level":3')
    file.write_text(text, "utf-8")

    told = run("--data-dir", here, "import", file)

    assert "is known, and says something else here. Nothing was changed." in told.sentence
    run("--data-dir", here, "export", file)
    assert before == rows(file)


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path, "import", tmp_path / "none.json")

    assert told.sentence.startswith(f"There is no file {tmp_path / 'none.json'}")


def test_a_folder_is_no_journal(run: Run, tmp_path: Path) -> None:
    assert "can't be read" in run("--data-dir", tmp_path, "import", tmp_path).sentence


def test_it_is_told_how_far_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "journal.json"
    run("--data-dir", kept(tmp_path / "here", CHUNK // 500), "export", file)
    shares: list[float] = []

    import_journal(Environment.of(tmp_path / "there"), file, shares.append)

    assert sorted(shares) == shares
    assert 3 <= len(shares)
    assert 1.0 == shares[-1]


def test_a_terminal_shows_how_far_it_is(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "hipcoach", "--data-dir", kept(tmp_path), "export", tmp_path / "o"],
        cwd=ROOT, check=True, stderr=theirs, env={**os.environ, "LANGUAGE": "en"},
    )  # fmt: skip
    os.close(theirs)

    assert "\rWriting   0 %\rWriting 100 %\r\x1b[K" == os.read(ours, 1000).decode()
    os.close(ours)


IMPORTER = """
import sys
from pathlib import Path
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.exchange import import_journal

def step(share):
    if share > 0.5:
        print("half", flush=True)
        input()

import_journal(Environment.of(Path(sys.argv[1])), Path(sys.argv[2]), step)
"""


def test_a_program_that_is_killed_in_the_middle_has_changed_nothing(
    run: Run, tmp_path: Path
) -> None:
    file, there = tmp_path / "journal.json", kept(tmp_path / "there", 1)
    run("--data-dir", kept(tmp_path / "here", CHUNK // 200), "export", file)
    before = json.loads(run("--data-dir", there, "export", "-").out)["rows"]

    with subprocess.Popen(
        [sys.executable, "-c", IMPORTER, there, file],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert "half\n" == program.stdout.readline()
        program.send_signal(signal.SIGKILL)

    assert -signal.SIGKILL == program.returncode
    assert before == json.loads(run("--data-dir", there, "export", "-").out)["rows"]
    assert 0 == run("--data-dir", there, "import", file).status


def rows(file: Path) -> list[object]:
    found: list[object] = json.loads(file.read_text("utf-8"))["rows"]
    return found


def table(file: Path) -> list[list[str]]:
    with file.open(newline="", encoding="utf-8") as opened:
        return list(csv.reader(opened))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_is_full_is_told_from_a_folder_that_is_closed(
    tmp_path: Path, number: int
) -> None:
    file = tmp_path / "journal.json"
    file.write_text("as it was")

    with pytest.raises(KnownError) as raised, written(file):
        raise OSError(number, "no room")

    assert "no-room" == raised.value.code
    assert "as it was" == file.read_text()
    assert [file] == [*tmp_path.iterdir()]
