from __future__ import annotations

from pathlib import Path

from tests.library.samples import Spoil


def test_a_folder_with_poses_alone_is_no_exercise_yet(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil()
    drawn = tmp_path / "exercises/drawn/poses.toml"
    drawn.parent.mkdir()
    drawn.write_text("", encoding="utf-8")

    assert ("kneeling",) == shelf.exercise_ids
