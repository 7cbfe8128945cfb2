"""The settings file: nothing that a person wrote is ever lost."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from hipcoach.core.errors import SettingsError
from hipcoach.core.settings import Repair, Settings
from hipcoach.system.settings_file import HEADER, SettingsFile, SettingsRead

if TYPE_CHECKING:
    from pathlib import Path

SLOW = Settings().with_value("voice.rate", 120)
FAST = Settings().with_value("voice.rate", 200)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.toml")


def _beside(file: SettingsFile) -> list[str]:
    return sorted(path.name for path in file.path.parent.iterdir())


def _found(file: SettingsFile, content: bytes) -> SettingsRead:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(content)
    return file.read()


def test_without_a_file_there_are_the_defaults_and_still_no_file(file: SettingsFile) -> None:
    assert SettingsRead(Settings()) == file.read()
    assert not file.path.parent.exists()


def test_what_was_written_is_read(file: SettingsFile) -> None:
    file.write(SLOW)
    assert SettingsRead(SLOW) == file.read()
    file.write(FAST)
    assert SettingsRead(FAST) == file.read()
    assert ["settings.toml"] == _beside(file)


def test_only_the_owner_can_read_it(file: SettingsFile) -> None:
    before = os.umask(0)
    try:
        file.write(SLOW)
    finally:
        os.umask(before)
    assert 0o600 == stat.S_IMODE(file.path.stat().st_mode)
    assert 0o700 == stat.S_IMODE(file.path.parent.stat().st_mode)


def test_it_can_be_read_and_edited_by_hand(file: SettingsFile) -> None:
    file.write(SLOW)
    lines = file.path.read_text().splitlines()
    assert HEADER.strip() == lines[0]
    assert "[voice]" in lines
    assert "rate = 120" in lines
    read = _found(file, b"[voice]\nrate = 200\n")
    assert SettingsRead(FAST) == read


@pytest.mark.parametrize(
    "content", [b"[voice\nrate = 120", b"\xff\xfe\x00", b"a = " + b"[" * 10_000, b"a = 1\na = 2\n"]
)
def test_a_garbled_file_gives_the_defaults_and_is_kept(file: SettingsFile, content: bytes) -> None:
    read = _found(file, content)
    aside = file.path.with_name("settings.toml.bad-1")
    assert SettingsRead(Settings(), garbled=True, kept_aside=aside) == read
    assert content == aside.read_bytes()
    assert content == file.path.read_bytes()
    assert 0o600 == stat.S_IMODE(aside.stat().st_mode)


def test_an_empty_file_is_no_fault(file: SettingsFile) -> None:
    assert SettingsRead(Settings()) == _found(file, b"")


def test_bad_values_are_mended_told_and_kept(file: SettingsFile) -> None:
    content = b'[voice]\nrate = 9000\nvolume = 40\n[look]\ntheme = "pink"\n'
    read = _found(file, content)
    assert Settings().with_value("voice.volume", 40) == read.settings
    assert (
        Repair("voice.rate", 9000, 150),
        Repair("look.theme", "pink", "system"),
    ) == read.repairs
    assert not read.garbled
    assert read.kept_aside is not None
    assert content == read.kept_aside.read_bytes()


def test_the_same_bad_file_is_kept_once(file: SettingsFile) -> None:
    assert _found(file, b"[voice").kept_aside == _found(file, b"[voice").kept_aside
    assert ["settings.toml", "settings.toml.bad-1"] == _beside(file)


def test_another_bad_file_gets_another_name(file: SettingsFile) -> None:
    _found(file, b"[voice")
    read = _found(file, b"[look")
    assert file.path.with_name("settings.toml.bad-2") == read.kept_aside
    assert b"[voice" == file.path.with_name("settings.toml.bad-1").read_bytes()


def test_a_bad_file_survives_the_next_change(file: SettingsFile) -> None:
    _found(file, b"[voice")
    file.write(FAST)
    assert SettingsRead(FAST) == file.read()
    assert b"[voice" == file.path.with_name("settings.toml.bad-1").read_bytes()


def test_a_file_that_is_linked_from_elsewhere_stays_linked(
    file: SettingsFile, tmp_path: Path
) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("")
    file.path.parent.mkdir()
    file.path.symlink_to(real)
    file.write(FAST)
    assert file.path.is_symlink()
    assert SettingsRead(FAST) == SettingsFile(real).read()


def test_a_file_that_can_not_be_opened_is_told_and_left_alone(file: SettingsFile) -> None:
    # A folder of that name: the way to an unreadable file that root can't open either.
    file.path.mkdir(parents=True)
    with pytest.raises(SettingsError) as told:
        file.read()
    assert "unreadable" == told.value.code
    assert str(file.path) == told.value.details["path"]
    assert ["settings.toml"] == _beside(file)


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    # A file in the place of the folder: root could write into a read-only one.
    (tmp_path / "config").write_text("")
    with pytest.raises(SettingsError) as told:
        SettingsFile(tmp_path / "config" / "settings.toml").write(FAST)
    assert "unwritable" == told.value.code


def test_a_read_only_folder_is_told_and_the_bad_file_still_read(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    _found(file, b"")
    file.path.write_bytes(b"[voice")
    really_open = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return really_open(path, flags, mode)

    # Taken from the system's hands: root may write into a read-only folder.
    with monkeypatch.context() as machine:
        machine.setattr(os, "open", refuse)
        assert SettingsRead(Settings(), garbled=True) == file.read()
        with pytest.raises(SettingsError) as told:
            file.write(FAST)
    assert os.strerror(errno.EROFS) == told.value.details["reason"]
    assert b"[voice" == file.path.read_bytes()


def test_a_full_disk_leaves_the_old_settings(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write(SLOW)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError) as told:
        file.write(FAST)
    assert "unwritable" == told.value.code
    assert os.strerror(errno.ENOSPC) == told.value.details["reason"]
    assert SettingsRead(SLOW) == file.read()
    assert ["settings.toml"] == _beside(file)
