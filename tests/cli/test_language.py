"""The language of the commands: that of the settings, else that of the system."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

GERMAN = '[look]\nlanguage = "de"\n'


@pytest.fixture
def german_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")


def settings_in(folder: Path, written: str) -> None:
    (folder / "config").mkdir(parents=True)
    (folder / "config" / "settings.toml").write_text(written, encoding="utf-8")


@pytest.mark.usefixtures("german_system")
def test_a_command_speaks_the_language_of_the_system(run: Run) -> None:
    told = run("list")
    assert told.out.startswith("Programme\n")
    assert "Sanfter Anfang" in told.out


@pytest.mark.parametrize("given", [("--data-dir", "{}"), ("--data-dir={}",)])
def test_what_is_chosen_comes_before_the_system(
    run: Run, tmp_path: Path, given: tuple[str, ...]
) -> None:
    settings_in(tmp_path, GERMAN)
    told = run(*(one.format(tmp_path) for one in given), "list")
    assert told.out.startswith("Programme\n")


@pytest.mark.usefixtures("german_system")
def test_english_can_be_chosen_on_a_german_system(run: Run, tmp_path: Path) -> None:
    settings_in(tmp_path, '[look]\nlanguage = "en"\n')
    assert run("--data-dir", tmp_path, "list").out.startswith("Routines\n")


@pytest.mark.usefixtures("german_system")
def test_a_score_is_of_the_words_that_will_be_said(run: Run) -> None:
    told = run("timeline", "desk-reset", "--voice", "estimate")
    assert told.out.startswith("Schreibtischpause, insgesamt 1:")
    assert "Seitenwechsel, linkes Bein zurück." in told.out
    assert ",0 s  üben" in told.out


@pytest.mark.usefixtures("german_system")
@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("play",), "diese Angaben fehlen: ROUTINE; `hipcoach --help` zeigt, was es gibt."),
        (("--nothing",), "unbekannte Angaben: --nothing"),
        (("play", "desk-rest", "--terminal"), "Es gibt kein Programm namens desk-rest."),
    ],
)
def test_mistakes_are_told_in_the_same_language(
    run: Run, given: tuple[str, ...], says: str
) -> None:
    assert says in run(*given).err


def test_help_is_in_the_language_too(run: Run, tmp_path: Path) -> None:
    settings_in(tmp_path, GERMAN)
    told = run("--data-dir", tmp_path, "--help")
    assert told.out.startswith("Aufruf: hipcoach")
    assert "diese Hilfe zeigen" in told.out


def test_who_speaks_english_pays_for_no_catalogue() -> None:
    program = (
        "import sys; from hipcoach.cli import main; main(['timeline', 'desk-reset']);"
        "print(sorted({'hipcoach.app.po', 'hipcoach.app.pseudo', 'babel'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("\n[]\n")
