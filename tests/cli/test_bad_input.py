"""Files and folders that can't be used: one calm sentence, a status, and nothing overwritten."""

# ruff: noqa: ISC004 - sentences longer than a line, in tables

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest

import hipcoach
from hipcoach.app.journal_worker import JournalWorker
from hipcoach.app.phrases.errors import error_words
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.process import until_closed
from hipcoach.core.errors import ContentError, StoreError, UsageError
from hipcoach.core.journal import SafetyAnswers
from hipcoach.library.load import load_routine_file
from tests.cli.conftest import Run, Told, nobody, program
from tests.fakes import FakeSpeaker, MemoryJournal
from tests.store.conftest import small_disk

__all__ = ["small_disk"]

SAFE = SafetyAnswers(UUID(int=1), datetime(2026, 3, 2, tzinfo=UTC), ())
COMMANDS = ("doctor", "play")
PACKAGE = Path(hipcoach.__file__).parent


@pytest.fixture
def quiet(no_display: None, no_player: None) -> None:
    """What is looked at here needs neither screen nor sound."""
    del no_display, no_player


@pytest.fixture
def data(quiet: None) -> Iterator[Path]:
    """A data folder with a journal in it, where anybody may reach it."""
    del quiet
    with TemporaryDirectory(prefix="hipcoach-data-") as name:
        folder = Path(name)
        Environment.of(folder).open_journal().close()
        yield folder


def give(run: Run, command: str, data: Path) -> Told:
    """`doctor`, or a session in the terminal."""
    more = ["desk-reset", "--terminal"] if command == "play" else []
    return run("--data-dir", data, command, *more)


def complaint(told: Told, command: str) -> str:
    """What was said about the journal."""
    assert 1 == told.status
    if command == "play":
        return told.sentence
    (line,) = [line for line in told.out.splitlines() if line.startswith("✗ Journal: ")]
    return line.removeprefix("✗ Journal: ")


@contextmanager
def locked(data: Path) -> Iterator[None]:
    with closing(sqlite3.connect(data / "journal.sqlite", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE held (x)")
        yield


@contextmanager
def damaged(data: Path) -> Iterator[None]:
    file = data / "journal.sqlite"
    file.write_bytes(b"SQLite format 3\0" + b"what a pity " * 800)
    yield


@contextmanager
def newer(data: Path) -> Iterator[None]:
    with closing(sqlite3.connect(data / "journal.sqlite")) as other:
        other.execute("UPDATE journal_schema SET version_num = '0999'")
        other.commit()
    yield


@contextmanager
def of_another(data: Path) -> Iterator[None]:
    (data / "journal.sqlite").unlink()
    with closing(sqlite3.connect(data / "journal.sqlite")) as other:
        other.execute("CREATE TABLE recipes (name)")
        other.commit()
    yield


@contextmanager
def read_only(data: Path) -> Iterator[None]:
    with nobody(data):
        (data / "journal.sqlite").chmod(0o400)
        data.chmod(0o500)
        try:
            yield
        finally:
            data.chmod(0o700)


@contextmanager
def closed(data: Path) -> Iterator[None]:
    with nobody(data):
        (data / "journal.sqlite").chmod(0)
        data.chmod(0o500)
        try:
            yield
        finally:
            data.chmod(0o700)


@contextmanager
def a_folder(data: Path) -> Iterator[None]:
    (data / "journal.sqlite").unlink()
    (data / "journal.sqlite").mkdir()
    yield


Wrong = Callable[[Path], AbstractContextManager[None]]
WRONG: list[tuple[Wrong, str]] = [
    (locked, "The journal {} is in use by another program; close it and try again."),
    (damaged, "The journal {} is damaged and was left as it is;"
     " `hipcoach restore` shows the backups, one of which can take its place."),
    (newer, "The journal {} was written by a newer HipCoach; update the program to read it."),
    (of_another, "{} is not a journal of HipCoach; choose another folder with --data-dir."),
    (a_folder, "{} is not a journal of HipCoach; choose another folder with --data-dir."),
    (read_only, "The journal {} can be read but not written;"
     " make the file and its folder writable."),
    (closed, "The journal {} is closed to you; give yourself the right to read and write it."),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("wrong", "sentence"), WRONG, ids=lambda one: getattr(one, "__name__", ""))
def test_a_journal_that_cannot_be_used_is_told_and_left_as_it_is(
    run: Run,
    data: Path,
    wrong: Wrong,
    sentence: str,
    command: str,
) -> None:
    file = data / "journal.sqlite"
    with wrong(data):
        before = file.read_bytes() if wrong not in {closed, a_folder} else b""
        told = give(run, command, data)
        after = file.read_bytes() if wrong not in {closed, a_folder} else b""

    assert sentence.format(file) == complaint(told, command)
    assert before == after
    assert not [other for other in data.iterdir() if "bad" in other.name]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told(run: Run, small_disk: Path, quiet: None, command: str) -> None:
    del quiet
    Environment.of(small_disk).open_journal().close()
    with pytest.raises(OSError, match="No space"), (small_disk / "filler").open("wb") as filler:
        filler.write(bytes(1 << 20))
    told = give(run, command, small_disk)

    assert (
        f"The disk with the journal {small_disk}/journal.sqlite is full;"
        " free some room and try again."
    ) == complaint(told, command)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("rubbish://", "The driver for the database rubbish:// is missing;"
         " install the Python package rubbish."),
        ("sqlite://", "HIPCOACH_DATABASE_URL is no address of a database;"
         " it looks like postgresql+psycopg://user@host/name."),
        ("://", "HIPCOACH_DATABASE_URL is no address of a database;"
         " it looks like postgresql+psycopg://user@host/name."),
        ("postgresql+psycopg://me:secret@127.0.0.1:9/x",
         "The database postgresql+psycopg://me:***@127.0.0.1:9/x does not answer;"
         " see whether it runs and can be reached."),
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_told_without_its_password(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    quiet: None,
    address: str,
    sentence: str,
    command: str,
) -> None:
    del quiet
    monkeypatch.setenv("HIPCOACH_DATABASE_URL", address)
    told = give(run, command, tmp_path)

    assert sentence == complaint(told, command)
    assert "secret" not in told.out + told.err


@pytest.mark.parametrize(
    "given", ["doctor", "play desk-reset --terminal", "say Rest.", "timeline desk-reset"]
)
def test_a_data_folder_that_is_a_file_is_told(run: Run, tmp_path: Path, given: str) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    told = run("--data-dir", file, *given.split())

    assert 1 == told.status
    assert (
        f"The folder {file} can't be made or written; choose another one with --data-dir."
        == told.sentence
    )
    assert "mine" == file.read_text()


def test_a_data_folder_that_cannot_be_made_is_told(run: Run, data: Path) -> None:
    with nobody(data):
        data.chmod(0o500)
        told = run("--data-dir", data / "deep" / "data", "doctor")
        data.chmod(0o700)

    assert 1 == told.status
    assert told.sentence.endswith("can't be made or written; choose another one with --data-dir.")


def test_a_red_flag_in_the_journal_keeps_the_terminal_from_starting(run: Run, data: Path) -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    with closing(Environment.of(data).open_journal()) as journal:
        journal.add(SafetyAnswers(UUID(int=1), at, ("saddle-numbness",)))
    told = give(run, "play", data)

    assert 1 == told.status
    assert told.sentence.startswith("Please get emergency help now")
    assert "hipcoach clearance" in told.sentence


BROKEN = [
    ("routines/desk-reset.toml", "hold_s", "hodl_s",
     "routines/desk-reset.toml, steps.1, hodl_s: there is no such field."),
    ("routines/desk-reset.toml", 'exercise = "desk-split-stance"', 'exercise = "desk-split"',
     "routines/desk-reset.toml, steps.1, exercise: there is no exercise called desk-split."
     " Did you mean desk-split-stance?"),
    ("exercises/desk-split-stance/exercise.toml", "[words]", "[words",
     "exercises/desk-split-stance/exercise.toml: line"),
]  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the whole program, to break its content."""
    return Path(
        shutil.copytree(
            PACKAGE, tmp_path / "copy" / "hipcoach", ignore=shutil.ignore_patterns("__pycache__")
        )
    )


def broken(copy: Path, file: str, old: str, new: str) -> None:
    path = copy / "library" / "content" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.parametrize("given", [["list"], ["timeline", "desk-reset"], ["play", "desk-reset"]])
@pytest.mark.parametrize(("file", "old", "new", "sentence"), BROKEN)
def test_content_that_is_wrong_is_told_with_file_entry_and_field(
    copy: Path, given: list[str], file: str, old: str, new: str, sentence: str
) -> None:
    broken(copy, file, old, new)
    told = program(*given, root=copy.parent)

    assert 1 == told.status
    assert told.sentence.startswith(sentence)


@pytest.mark.parametrize("given", [[], ["play", "desk-reset"]])
def test_content_that_is_wrong_is_told_where_the_window_would_have_opened(
    copy: Path, tmp_path: Path, given: list[str]
) -> None:
    file, old, new, sentence = BROKEN[0]
    broken(copy, file, old, new)
    screen = {"QT_QPA_PLATFORM": "offscreen"}
    told = program("--data-dir", tmp_path / "data", *given, root=copy.parent, more=screen)

    assert 1 == told.status
    assert told.err.splitlines()[-1].startswith(f"hipcoach: {sentence}")


def test_a_pose_that_no_joint_can_reach_is_told(copy: Path) -> None:
    poses = copy / "library" / "content" / "exercises" / "leg-swings" / "poses.toml"
    poses.write_text(poses.read_text() + '\n[beyond]\nplanted = ["foot-far"]\ntrunk = 999\n')
    told = program("render", "leg-swings", "--out", copy / "a.png", root=copy.parent)

    assert 1 == told.status
    assert (
        "exercises/leg-swings/poses.toml, beyond, trunk: 999 lies outside -130.0 to 110.0."
        == told.sentence
    )


MINE = """
order = 9
colour = "amber"
[words]
name = "Mine"
summary = "My own."
[[steps]]
exercise = "leg-swings"
"""


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("leg-swings", "leg-swngs", "steps.1, exercise: there is no exercise called leg-swngs."
         " Did you mean leg-swings?"),
        ("[words]", "[words", "line 4 is not written as TOML asks for."),
        ('"Mine"', "7", "words, name: a text in quotes is wanted here."),
        ("[[steps]]", "[steps]", "steps: a list is wanted here."),
        ('name = "Mine"', "", "words, name: it is missing."),
        ('"leg-swings"', '"leg-swings"\nsets = "two"', "steps.1, sets: a whole number is wanted"
         " here."),
    ],
)  # fmt: skip
def test_a_routine_of_ones_own_that_is_wrong_is_told(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    file = tmp_path / "mine.toml"
    assert old in MINE
    file.write_text(MINE.replace(old, new))
    with pytest.raises((ContentError, UsageError)) as caught:
        load_routine_file(file)

    told = error_words(caught.value)
    assert told.startswith(str(file))
    assert sentence == told.removeprefix(str(file)).lstrip(",: ")


def test_settings_are_not_touched_by_a_session_that_could_not_use_them(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text("[voice]\nrate = 9000\n")
    environment = Environment.of(tmp_path)
    settings, trouble = environment.settings_and_trouble()

    assert 150 == settings.whole("voice.rate")
    assert trouble.startswith("1 setting could not be used: Speed is now 150.")
    assert "[voice]\nrate = 9000\n" == file.read_text()
    with environment.terminal("desk-reset") as parts:
        assert trouble == parts.told[-1]


def test_a_terminal_session_of_somebody_who_was_never_asked_says_what_it_is_not(
    tmp_path: Path,
) -> None:
    with Environment.of(tmp_path).terminal("desk-reset") as parts:
        assert any("no medical device" in told for told in parts.told)


def test_a_window_that_closes_before_all_was_kept_says_so() -> None:
    speaker, journal = FakeSpeaker(), MemoryJournal()
    journal.fault = StoreError("disk-full", {"path": "journal.sqlite"})
    worker = JournalWorker(lambda: journal)
    worker.write(lambda one: one.add(SAFE))
    worker.start()
    with pytest.raises(StoreError) as caught:
        until_closed(lambda: 0, speaker.close, worker)

    assert "disk-full" == caught.value.code
    assert speaker.closed


def test_a_window_that_closes_with_all_kept_has_its_own_status() -> None:
    journal = MemoryJournal()
    worker = JournalWorker(lambda: journal)
    worker.write(lambda one: one.add(SAFE))
    worker.start()

    assert 7 == until_closed(lambda: 7, FakeSpeaker().close, worker)
    assert 1 == len(journal.all_of(SafetyAnswers))


def test_what_is_written_is_its_owners_alone(data: Path) -> None:
    assert 0o700 == data.stat().st_mode & 0o777
    assert 0o600 == (data / "journal.sqlite").stat().st_mode & 0o777


def test_a_process_of_its_own_says_one_line_about_a_damaged_journal(data: Path) -> None:
    with damaged(data):
        told = program("--data-dir", data, "play", "desk-reset", "--terminal")
    assert 1 == told.status
    assert "is damaged and was left as it is" in told.sentence
