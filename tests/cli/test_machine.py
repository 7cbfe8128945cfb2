"""`say` and `doctor`: what they find on machines that have this or that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Player = Callable[[str], Path]
NO_ENGINE = "raise ImportError('no engine on this machine')\n"
GARBLED = "[voice\nrate = 150\n"


def finding(out: str, about: str) -> str:
    """The one line of the doctor's about something."""
    (line,) = [line for line in out.splitlines() if line[2:].startswith(about)]
    return line


def settings_file(data: Path, text: str) -> Path:
    file = data / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    return file


@pytest.fixture
def no_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no speech engine can be loaded."""
    for name in ("pyttsx3", "espeakng_loader"):
        (tmp_path / "broken" / name).mkdir(parents=True)
        (tmp_path / "broken" / name / "__init__.py").write_text(NO_ENGINE)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "broken"))


def test_a_sentence_is_spoken(run: Run, tmp_path: Path, player: Player) -> None:
    played = player("exit 0")
    told = run("--data-dir", tmp_path, "say", "And", "rest.")

    assert (0, "", "") == (told.status, told.out, told.err)
    (file,) = played.read_text().splitlines()
    assert Path(file).is_relative_to(tmp_path / "cache" / "sounds")
    assert b"RIFF" == Path(file).read_bytes()[:4]


def test_a_sentence_that_no_player_can_play_fails(run: Run, tmp_path: Path, player: Player) -> None:
    player("exit 1")
    told = run("--data-dir", tmp_path, "say", "And rest.")

    assert 1 == told.status
    assert "No sound can be played here; `hipcoach doctor` says what is wrong." == told.sentence


def test_a_sentence_without_a_player_fails(run: Run, tmp_path: Path, no_player: None) -> None:
    del no_player
    told = run("--data-dir", tmp_path, "say", "And rest.")

    assert 1 == told.status
    assert told.sentence.startswith("No sound can be played here")


def test_a_sentence_without_an_engine_fails(
    run: Run, tmp_path: Path, player: Player, no_engine: None
) -> None:
    del no_engine
    player("exit 0")
    told = run("--data-dir", tmp_path, "say", "And rest.")

    assert 1 == told.status
    assert "No voice is installed; `hipcoach doctor` says how to get one." == told.sentence


def test_a_machine_with_everything_is_well(run: Run, tmp_path: Path, player: Player) -> None:
    player("exit 0")
    told = run("--data-dir", tmp_path, "doctor")

    assert (0, "") == (told.status, told.err)
    assert "✓ Display: a window can open (offscreen)." == finding(told.out, "Display")
    assert finding(told.out, "Voice").startswith("✓ Voice: espeak")
    assert "✓ Sound: works, played by paplay." == finding(told.out, "Sound")
    journal = f"✓ Journal: {tmp_path}/journal.sqlite, 0 sessions in it."
    assert journal == finding(told.out, "Journal")
    assert f"✓ Settings: {tmp_path}/config/settings.toml" == finding(told.out, "Settings")
    assert told.out.endswith("All is well.\n")


def test_a_machine_with_nothing_is_told_what_mends_it(
    run: Run, tmp_path: Path, no_display: None, no_player: None, no_engine: None
) -> None:
    del no_display, no_player, no_engine
    told = run("--data-dir", tmp_path, "doctor")

    assert (1, "") == (told.status, told.err)
    assert finding(told.out, "Display").startswith("✗ Display: there is none.")
    assert finding(told.out, "Voice").startswith("✗ Voice: no speech engine can be loaded.")
    assert "✗ On Debian or Ubuntu: sudo apt install espeak-ng\n" in told.out
    assert finding(told.out, "Sound").startswith("✗ Sound: no program that plays sound")
    assert "✗ On Debian or Ubuntu: sudo apt install pulseaudio-utils\n" in told.out
    assert "All is well" not in told.out


def test_a_display_that_lets_no_window_open_is_told(
    run: Run, tmp_path: Path, no_display: None, no_player: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del no_display, no_player
    monkeypatch.setenv("DISPLAY", ":54321")
    told = run("--data-dir", tmp_path, "doctor")

    assert 1 == told.status
    assert (
        "✗ Display: there is one, but a window can't be opened on it."
        == finding(told.out, "Display")
    )  # fmt: skip


def test_a_player_that_reaches_no_sound_card_is_named(
    run: Run, tmp_path: Path, player: Player
) -> None:
    player("exit 1")
    told = run("--data-dir", tmp_path, "doctor")

    assert 1 == told.status
    assert finding(told.out, "Sound").startswith("✗ Sound: paplay can't reach a sound card.")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[voice]\nrate = 9000\n", "1 setting could not be used: Speed is now 150."),
        (GARBLED, "The settings file could not be understood, so the usual settings hold."),
    ],
)
def test_settings_that_cannot_be_used_are_told_and_kept_aside(
    run: Run, tmp_path: Path, player: Player, text: str, why: str
) -> None:
    player("exit 0")
    file = settings_file(tmp_path, text)
    told = run("--data-dir", tmp_path, "doctor")

    aside = file.with_name("settings.toml.bad-1")
    assert 1 == told.status
    assert (
        f"✗ Settings: {file}: {why} The file as it was is kept as {aside}."
        == finding(told.out, "Settings")
    )  # fmt: skip
    assert text == aside.read_text() == file.read_text()


def test_settings_that_cannot_be_opened_are_told(run: Run, tmp_path: Path, player: Player) -> None:
    player("exit 0")
    (tmp_path / "config" / "settings.toml").mkdir(parents=True)
    told = run("--data-dir", tmp_path, "doctor")

    assert 1 == told.status
    assert f"✗ The settings in {tmp_path}/config/settings.toml can't be read" in told.out
