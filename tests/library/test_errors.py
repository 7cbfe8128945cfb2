"""Bad content is refused with the file, the entry and the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.core.errors import ContentError, UsageError
from hipcoach.library.check import check_content
from hipcoach.library.load import (
    load_exercise,
    load_for,
    load_library,
    load_routine_file,
    load_wording,
)
from tests.library.samples import FILES, ROUTINE, Spoil

EXERCISE = "exercises/kneeling/exercise.toml"
ROUTINE_FILE = "routines/short.toml"

BAD_EXERCISES = [
    (
        'setup = ["{Side} knee on the pad.", "{Other} foot in front."]',
        'setup = "Knee on the pad."',
        "wrong-type",
        "lines",
        "setup",
        {"wanted": "list"},
    ),
    ('setup = ["{Side}', 'setup = ["A.", "B.", "{Side}', "wrong-count", "lines", "setup", {}),
    ('pinch = "Come', 'slack = "No."\npinch = "Come', "unknown-field", "lines", "slack", {}),
    (
        'pinch = "Come out a little."',
        'pinch = "Come out."\n[lines.rungs.2]\nintent = "Nobody hears this one."',
        "unknown-field",
        "lines",
        "rung-2-intent",
        {},
    ),
    (
        'fault_pose = "fault"',
        'fault_poze = "fault"',
        "unknown-field",
        "",
        "fault_poze",
        {"nearest": "fault_pose"},
    ),
    (
        "sided = true",
        "sided = true\nsidde = true",
        "unknown-field",
        "",
        "sidde",
        {"nearest": "sided"},
    ),
    ("hold_s = 30", "hold_s = 30\ncycles = 3", "unknown-field", "dose", "cycles", {}),
    ("hold_s = 30", "hold_s = 30\nreps = 3", "missing-field", "lines", "release", {}),
    ('pinch = "Come', 'release = "Down."\npinch = "Come', "unknown-field", "lines", "release", {}),
    (
        "sided = true",
        "sided = true\nacknowledge = true",
        "missing-field",
        "words",
        "warning",
        {},
    ),
    (
        'name = "Kneeling"',
        'name = "Kneeling"\nwarning = ["Mind the step."]',
        "unknown-field",
        "words",
        "warning",
        {},
    ),
    (
        'pose = "low"',
        'pose = "low"\npoze = "low"',
        "unknown-field",
        "rungs.1",
        "poze",
        {"nearest": "pose"},
    ),
    ("hold_s = 30", "hold_ms = 30000", "wrong-unit", "dose", "hold_ms", {"wanted": "hold_s"}),
    ("hold_s = 30", "hold_min = 0.5", "wrong-unit", "dose", "hold_min", {"wanted": "hold_s"}),
    ("hold_s = 30", "", "missing-field", "dose", "hold_s", {}),
    ('feel = "In front."', "", "missing-field", "words", "feel", {}),
    ('feel = "In front."', 'feel = " "', "missing-field", "words", "feel", {}),
    ('how = ["Kneel."]', "how = []", "missing-field", "words", "how", {}),
    ('breathing = "Breathe out slowly."', "", "missing-field", "lines", "breathing", {}),
    (
        'setup = ["{Side} knee on the pad.", "{Other} foot in front."]',
        "",
        "missing-field",
        "lines",
        "setup-1",
        {},
    ),
    ("hold_s = 30", 'hold_s = "30 s"', "wrong-type", "dose", "hold_s", {"wanted": "number"}),
    ("hold_s = 30", "hold_s = true", "wrong-type", "dose", "hold_s", {"wanted": "number"}),
    ("sets = 2", "sets = 2.5", "wrong-type", "dose", "sets", {"wanted": "whole-number"}),
    ("sided = true", "sided = 1", "wrong-type", "", "sided", {"wanted": "flag"}),
    ('goals = ["extension"]', 'goals = "extension"', "wrong-type", "", "goals", {"wanted": "list"}),
    ('name = "Kneeling"', "name = 3", "wrong-type", "words", "name", {"wanted": "text"}),
    (
        'faults = [{ text = "Arching.", mend = "Tuck." }]',
        'faults = ["Arching."]',
        "wrong-type",
        "words.faults.1",
        "",
        {"wanted": "table"},
    ),
    (
        "hold_s = 30",
        "hold_s = 4",
        "out-of-bounds",
        "dose",
        "hold_s",
        {"value": 4, "least": 5, "most": 120},
    ),
    (
        "hold_s = 30",
        "hold_s = 121",
        "out-of-bounds",
        "dose",
        "hold_s",
        {"value": 121, "least": 5, "most": 120},
    ),
    ("hold_s = 30", "hold_s = nan", "out-of-bounds", "dose", "hold_s", {}),
    ("sets = 2", "sets = 7", "out-of-bounds", "dose", "sets", {"least": 1, "most": 6}),
    (
        'preview = "low"',
        'preview = "low"\ndefault_rung = 2',
        "out-of-bounds",
        "",
        "default_rung",
        {"least": 1, "most": 1},
    ),
    (
        'method = "hold"',
        'method = "holt"',
        "unknown-choice",
        "",
        "method",
        {"value": "holt", "nearest": "hold"},
    ),
    (
        'announce = { full = "Kneeling, {side} knee down.", short',
        "announce = { short",
        "missing-field",
        "lines.announce",
        "full",
        {},
    ),
    (', short = "{Side} knee down."', "", "missing-field", "lines.announce", "short", {}),
    (
        '"{Other} foot in front."',
        '{ left = "Right foot in front." }',
        "missing-field",
        "lines.setup-2",
        "right",
        {},
    ),
    (
        'safety = "No pinch at the front."',
        'safety = "a b c d e f g h i j k l m n"',
        "line-too-long",
        "lines",
        "safety",
        {"words": 14, "most": 13},
    ),
    (
        "{Side} knee on the pad.",
        "{sides} knee on the pad.",
        "unknown-gap",
        "lines",
        "setup-1",
        {"value": "sides"},
    ),
    (
        'url = "https://example.org/paper"',
        'url = "http://example.org/paper"',
        "not-a-link",
        "sources.1",
        "url",
        {},
    ),
    (
        '[[sources]]\ntitle = "A paper"\nurl = "https://example.org/paper"\n',
        "",
        "missing-source",
        "",
        "sources",
        {},
    ),
    (
        'rungs = [{ name = "Low", note = "Easy." }]',
        "rungs = []",
        "wrong-count",
        "words",
        "rungs",
        {"wanted": 1},
    ),
    ('pose = "low"', 'pose = "low"\nback = "tall"', "unknown-field", "rungs.1", "back", {}),
]


@pytest.mark.parametrize(("old", "new", "code", "entry", "field", "more"), BAD_EXERCISES)
def test_a_bad_exercise_is_refused_where_it_is_wrong(
    spoil: Spoil,
    old: str,
    new: str,
    code: str,
    entry: str,
    field: str,
    more: dict[str, object],
) -> None:
    shelf = spoil(EXERCISE, old, new)

    with pytest.raises(ContentError) as caught:
        load_exercise("kneeling", shelf)

    found = caught.value
    assert (code, EXERCISE, entry, field) == (
        found.code,
        found.details["file"],
        found.details["entry"],
        found.details["field"],
    )
    assert more.items() <= found.details.items()


def test_the_untouched_shelf_is_good(spoil: Spoil) -> None:
    library = load_library(spoil())

    assert 30 == library.routines["short"].steps[0].dose.hold_s
    assert 2 == library.exercises["kneeling"].rungs[0].setup_lines


BAD_ROUTINES = [
    ('exercise = "kneeling"', 'exercise = "kneelin"', "unknown-exercise", "steps.1", "exercise"),
    ('exercise = "kneeling"', "", "missing-field", "steps.1", "exercise"),
    (
        'exercise = "kneeling"',
        'exercise = "kneeling"\nreps = 5',
        "unknown-field",
        "steps.1",
        "reps",
    ),
    (
        'exercise = "kneeling"',
        'exercise = "kneeling"\nhold_s = 500',
        "out-of-bounds",
        "steps.1",
        "hold_s",
    ),
    (
        'exercise = "kneeling"',
        'exercise = "kneeling"\nhold_ms = 500',
        "wrong-unit",
        "steps.1",
        "hold_ms",
    ),
    (
        'exercise = "kneeling"',
        'exercise = "kneeling"\nrung = 2',
        "out-of-bounds",
        "steps.1",
        "rung",
    ),
    ('[[steps]]\nexercise = "kneeling"', "steps = []", "unknown-field", "words", "steps"),
    ('[[steps]]\nexercise = "kneeling"\n', "", "missing-field", "", "steps"),
    ('colour = "teal"', "", "missing-field", "", "colour"),
    ('[[steps]]\nexercise = "kneeling"\n', "[steps]\n", "wrong-type", "", "steps"),
    ('name = "Short"', "", "missing-field", "words", "name"),
]


@pytest.mark.parametrize(("old", "new", "code", "entry", "field"), BAD_ROUTINES)
def test_a_bad_routine_is_refused_where_it_is_wrong(
    spoil: Spoil, old: str, new: str, code: str, entry: str, field: str
) -> None:
    shelf = spoil(ROUTINE_FILE, old, new)

    with pytest.raises(ContentError) as caught:
        load_for("short", shelf=shelf)

    found = caught.value
    assert (code, ROUTINE_FILE, entry, field) == (
        found.code,
        found.details["file"],
        found.details["entry"],
        found.details["field"],
    )


def test_an_unknown_exercise_comes_with_the_nearest_known_one(spoil: Spoil) -> None:
    shelf = spoil(ROUTINE_FILE, '"kneeling"', '"kneelin"')

    with pytest.raises(ContentError) as caught:
        load_for("short", shelf=shelf)

    assert "kneelin" == caught.value.details["value"]
    assert "kneeling" == caught.value.details["nearest"]


@pytest.mark.parametrize(
    ("file", "wrong"),
    [(EXERCISE, "foo = = 1\n"), (ROUTINE_FILE, "foo\n"), ("common.toml", "foo = [1,")],
)
def test_a_file_that_is_no_toml_is_named_with_the_line(spoil: Spoil, file: str, wrong: str) -> None:
    shelf = spoil(file, "", wrong)

    with pytest.raises(ContentError) as caught:
        load_for("short", shelf=shelf)

    assert ("not-toml", file) == (caught.value.code, caught.value.details["file"])
    assert FILES[file].count("\n") + 1 == caught.value.details["line"]


def test_bytes_that_are_no_text_are_told_as_that(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil()
    (tmp_path / "common.toml").write_bytes(b"[sides]\nleft = '\xff'\n")

    with pytest.raises(ContentError) as caught:
        load_for("short", shelf=shelf)

    assert ("not-text", 2) == (caught.value.code, caught.value.details["line"])


def test_a_file_that_cannot_be_read_is_named(spoil: Spoil, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_routine_file(tmp_path / "nowhere.toml", shelf=spoil())

    assert "unreadable" == caught.value.code
    assert str(tmp_path / "nowhere.toml") == caught.value.details["file"]


def test_an_unknown_pose_shows_in_the_full_check(spoil: Spoil) -> None:
    shelf = spoil(EXERCISE, 'pose = "low"', 'pose = "loww"')
    load_library(shelf)

    with pytest.raises(ContentError) as caught:
        check_content(shelf)

    found = caught.value
    assert ("unknown-pose", EXERCISE, "rungs.1", "pose") == (
        found.code,
        found.details["file"],
        found.details["entry"],
        found.details["field"],
    )
    assert "low" == found.details["nearest"]


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ('preview = "low"', 'preview = "high"', "unknown-pose", "preview"),
        ('fault_pose = "fault"', 'fault_pose = "bad"', "unknown-pose", "fault_pose"),
        ('muscles = ["iliopsoas"]', 'muscles = ["biceps"]', "unknown-muscle", "muscles"),
        ('props = ["pad"]', 'props = ["sofa"]', "unknown-prop", "props"),
    ],
)
def test_names_that_nobody_knows_show_in_the_full_check(
    spoil: Spoil, old: str, new: str, code: str, field: str
) -> None:
    shelf = spoil(EXERCISE, old, new)

    with pytest.raises(ContentError) as caught:
        check_content(shelf)

    assert (code, field) == (caught.value.code, caught.value.details["field"])


def test_an_unknown_name_comes_with_the_nearest_known_one(spoil: Spoil) -> None:
    shelf = spoil()

    with pytest.raises(UsageError) as routine:
        load_for("shot", shelf=shelf)
    with pytest.raises(UsageError) as exercise:
        load_exercise("kneling", shelf)

    assert "unknown-routine" == routine.value.code
    assert {"name": "shot", "nearest": "short"} == routine.value.details
    assert "unknown-exercise" == exercise.value.code
    assert {"name": "kneling", "nearest": "kneeling"} == exercise.value.details


def test_a_translated_line_that_english_lacks_is_refused(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil("common.de.toml", "", '[sides]\nleft = "links"\nright = "rechts"\n')
    german = tmp_path / "exercises/kneeling/de.toml"
    german.write_text('[lines]\nsetup = ["Eins.", "Zwei.", "Drei."]\n', encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        load_wording("de", shelf)

    assert ("unknown-field", "exercises/kneeling/de.toml", "lines", "setup-3") == (
        caught.value.code,
        caught.value.details["file"],
        caught.value.details["entry"],
        caught.value.details["field"],
    )


def test_a_routine_of_ones_own_is_read_from_anywhere(spoil: Spoil, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(ROUTINE + "hold_s = 20\n", encoding="utf-8")

    found = load_routine_file(path, shelf=spoil())

    assert "mine" == found.routine.id
    assert 20 == found.routine.steps[0].dose.hold_s
    assert 2 == found.routine.steps[0].dose.sets
    assert {"kneeling"} == set(found.exercises)
    assert "Short" == found.wording.routines["mine"].name


def test_a_routine_reads_only_what_it_needs(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil()
    other = tmp_path / "exercises/other/exercise.toml"
    other.parent.mkdir()
    other.write_text("bad = = 1", encoding="utf-8")

    assert {"kneeling"} == set(load_for("short", shelf=shelf).exercises)
    with pytest.raises(ContentError):
        load_library(shelf)
