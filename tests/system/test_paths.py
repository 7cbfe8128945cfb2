from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hipcoach.system.paths import Paths, private_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_folders_are_made_for_their_owner_alone(home: Path) -> None:
    paths = Paths.of_this_user()
    paths.create()
    folders = [paths.data, paths.config, paths.cache]
    assert [0o700] * 3 == [mode(folder) for folder in folders]
    assert 3 == len(set(folders))
    assert all(home in folder.parents and "hipcoach" in folder.name for folder in folders)


def test_a_folder_of_ones_own_holds_everything(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "mine")
    paths.create()
    assert tmp_path / "mine" == paths.data
    assert {paths.data} == {paths.config.parent, paths.cache.parent}
    assert paths.cache == paths.sounds.parent


def test_a_folder_of_ones_own_may_be_named_from_home_or_from_here(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert home / "hip" == Paths.under(Path("~/hip")).data
    assert tmp_path / "hip" == Paths.under(Path("hip")).data


def test_folders_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    paths = Paths.under(tmp_path)
    paths.create()
    paths.create()
    assert 0o755 == mode(tmp_path)


def test_a_private_file_keeps_its_content_and_becomes_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    private_file(path)
    assert 0o600 == mode(path)
    path.write_text("kept")
    path.chmod(0o644)
    private_file(path)
    assert (0o600, "kept") == (mode(path), path.read_text())
