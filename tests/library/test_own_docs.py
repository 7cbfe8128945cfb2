"""What the documentation shows can be used as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import hipcoach
from hipcoach.library.load import own_shelf
from hipcoach.library.own import OwnRoutines
from hipcoach.library.own_exercises import OwnExercises
from hipcoach.system.paths import replace_file
from tests.library.test_pictures import png, svg

DOCS = Path(hipcoach.__file__).parents[1] / "docs" / "routines.md"


def test_the_routine_and_the_exercise_that_are_shown_are_in_order(tmp_path: Path) -> None:
    routine, exercise = re.findall(
        r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL
    )
    (tmp_path / "evening.toml").write_text(routine, encoding="utf-8")
    folder = tmp_path / "exercises" / "hip-shift"
    folder.mkdir(parents=True)
    (folder / "exercise.toml").write_text(exercise, encoding="utf-8")
    (folder / "1.png").write_bytes(png())
    (folder / "2.svg").write_bytes(svg())
    given = OwnExercises(folder.parent, replace_file, lambda: own_shelf().exercise_ids)
    assert ({"hip-shift"}, ()) == (set(given.found().exercises), given.found().faults)
    assert () == OwnRoutines(tmp_path, replace_file, given).found().faults
