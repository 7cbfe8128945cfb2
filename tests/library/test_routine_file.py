"""A routine's file: everything that is wrong is told at once, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.app.phrases.errors import error_words
from hipcoach.core.errors import ContentError
from hipcoach.library.load import own_shelf
from hipcoach.library.routine_file import LARGEST, RoutineFile, look_at

GOOD = """\
colour = "teal"

[words]
name = "Mine"
summary = "For me."

[[steps]]
exercise = "leg-swings"
reps = 12
rest_s = 20

[[steps]]
exercise = "half-kneeling-hip-flexor"
sides = "left"
rung = 2
"""
BAD = """\
colour = 3
coulor = "teal"
order = 1000
[words]
name = "Bad one
summary = ""
name = "again"
[[steps]]
exercise = "leg-swing"
rung = 0
[[steps]]
exercise = "leg-swings"
hold_s = 30
reps = 300
rep_ms = 3
rung = 12
rest_min = 3
sides = "lft"
[[steps]]
exercise = "supine-knee-to-chest"
hold_s = "thirty"
sets = 2.5
rest_s = -1
sides = both
[[steps]]
hold_s = 30
[[steps]]
exercise = knee
hold_s
reps = 3 4
"""
MISTAKES = [
    (1, "wrong-type", "colour"),
    (2, "unknown-field", "coulor"),
    (3, "out-of-bounds", "order"),
    (5, "unclosed-text", "name"),
    (6, "missing-field", "summary"),
    (7, "twice", "name"),
    (9, "unknown-exercise", "exercise"),
    (10, "out-of-bounds", "rung"),
    (13, "unknown-field", "hold_s"),
    (14, "out-of-bounds", "reps"),
    (15, "wrong-unit", "rep_ms"),
    (16, "out-of-bounds", "rung"),
    (17, "wrong-unit", "rest_min"),
    (18, "unknown-choice", "sides"),
    (21, "wrong-type", "hold_s"),
    (22, "wrong-type", "sets"),
    (23, "out-of-bounds", "rest_s"),
    (24, "no-value", "sides"),
    (25, "missing-field", "exercise"),
    (28, "no-value", "exercise"),
    (29, "no-equals", "hold_s"),
    (30, "more-on-line", "reps"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def _look(path: Path, written: str) -> RoutineFile:
    path.write_text(written, encoding="utf-8")
    return look_at(path, own_shelf())


def _told(file: RoutineFile) -> list[tuple[object, str, object]]:
    return [(fault.details["line"], fault.code, fault.details["field"]) for fault in file.faults]


def test_a_good_file_is_a_routine_with_its_words(path: Path) -> None:
    routine, words = _look(path, GOOD).held()
    assert ("mine", "Mine", "For me.") == (routine.id, words.name, words.summary)
    assert [("leg-swings", 20.0), ("half-kneeling-hip-flexor", 0.0)] == [
        (step.exercise, step.rest_s) for step in routine.steps
    ]
    assert () == _look(path, GOOD).faults


def test_twenty_two_mistakes_are_told_apart_each_in_its_line(path: Path) -> None:
    assert MISTAKES == _told(_look(path, BAD))


def test_each_mistake_is_one_sentence_of_its_own(path: Path) -> None:
    sentences = [error_words(fault) for fault in _look(path, BAD).faults]
    assert len(MISTAKES) == len(set(sentences))
    for (line, _code, field), sentence in zip(MISTAKES, sentences, strict=True):
        assert sentence.startswith(f"{path}, line {line}, ")
        assert f"{field}: " in sentence
        assert sentence.endswith((".", "?"))
        assert "not usable" not in sentence
        assert "\n" not in sentence


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ('"For me."', '"For me.', 5, "unclosed-text"),
        ('"For me."', "'For me.", 5, "unclosed-text"),
        ('"For me."', "", 5, "no-value"),
        ('"For me."', '"C:\\me"', 5, "bad-escape"),
        ('"For me."', '"a\x01b"', 5, "bad-mark"),
        ("[words]", "[words", 3, "unclosed-heading"),
        ("[[steps]]", "[[steps]", 7, "unclosed-heading"),
        ("reps = 12", "reps 12", 9, "no-equals"),
        ("reps = 12", "reps = 12 rest", 9, "more-on-line"),
        ("reps = 12", "= 12", 9, "no-name"),
        ("reps = 12", "reps = [1, 2", 9, "unclosed-list"),
        ("reps = 12", "reps = {a = 1", 9, "unclosed-table"),
        ("reps = 12", "reps = 12\nreps = 12", 10, "twice"),
        ("reps = 12", "reps = 2020-99-99", 9, "more-on-line"),
    ],
)
def test_each_slip_of_the_pen_has_a_code(
    path: Path, old: str, new: str, line: int, code: str
) -> None:
    assert old in GOOD
    file = _look(path, GOOD.replace(old, new, 1))
    assert (line, code) == _told(file)[0][:2]
    assert "not usable" not in error_words(file.faults[0])


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "entry"),
    [
        ('"Mine"', f'"{"x" * 81}"', 4, "too-long", "words"),
        ('sides = "left"', 'sides = "left"\nsets = true', 15, "wrong-type", "steps.2"),
        ('"leg-swings"', '""', 8, "missing-field", "steps.1"),
        ("[words]", "[wrds]", 1, "missing-field", ""),
        ('colour = "teal"\n', "\n", 1, "missing-field", ""),
    ],
)
def test_what_does_not_fit_is_told_with_its_entry(
    path: Path, old: str, new: str, line: int, code: str, entry: str
) -> None:
    assert old in GOOD
    found = _look(path, GOOD.replace(old, new, 1)).faults[0]
    assert (line, code, entry) == (found.details["line"], found.code, found.details["entry"])


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("[words]", "[words", 3, "unclosed-heading"),
        ("[[steps]]", "[[steps]", 7, "unclosed-heading"),
        ('sides = "left"', "sides = left", 14, "no-value"),
    ],
)
def test_after_a_slip_the_rest_is_looked_at_too(
    path: Path, old: str, new: str, line: int, code: str
) -> None:
    file = _look(path, GOOD.replace(old, new, 1) + "sets = 9\nsets = 9\nholt = 1\n")
    assert [(line, code), (16, "out-of-bounds"), (17, "twice"), (18, "unknown-field")] == [
        told[:2] for told in _told(file)
    ]


def test_a_step_without_its_exercise_is_looked_at_for_the_rest(path: Path) -> None:
    file = _look(path, GOOD.replace("exercise = ", "Exercise = ", 1).replace("= 20", "= 999"))
    assert {(7, "missing-field"), (8, "unknown-field"), (10, "out-of-bounds")} == {
        told[:2] for told in _told(file)
    }


def test_an_exercise_without_sides_has_none_to_choose(path: Path) -> None:
    shelf = own_shelf()
    middle = next(name for name in shelf.exercise_ids if not shelf.exercise(name)[0].sided)
    file = _look(path, GOOD.replace("half-kneeling-hip-flexor", middle).replace("rung = 2\n", ""))
    assert [(14, "no-sides", "sides")] == _told(file)


@pytest.mark.parametrize("steps", ["", "steps = []\n", "steps = 3\n", "steps = [1]\n"])
def test_without_steps_it_is_no_routine(path: Path, steps: str) -> None:
    head = GOOD.partition("[[steps]]")[0]
    file = _look(path, steps + head)
    assert {"steps", ""} >= {str(fault.details["field"]) for fault in file.faults}
    assert 1 == len(file.faults)
    with pytest.raises(ContentError):
        file.held()


def test_more_steps_than_anybody_does_are_refused(path: Path) -> None:
    file = _look(path, GOOD + '[[steps]]\nexercise = "leg-swings"\n' * 70)
    assert [(7, "out-of-bounds", "steps")] == _told(file)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"colour = '\xff'\n", "not-text"),
        (b"x = 1\n" * LARGEST, "too-large"),
        (b"x = " + b"[" * 5000 + b"]" * 5000, "too-deep"),
        (b"\x00\x01\x02", "no-name"),
        (b"", "missing-field"),
        (b"PK\x03\x04 is no text", "no-equals"),
    ],
)
def test_whatever_bytes_it_holds_it_is_told_and_not_fallen_over(
    path: Path, content: bytes, code: str
) -> None:
    path.write_bytes(content)
    file = look_at(path, own_shelf())
    assert code in {fault.code for fault in file.faults}
    assert all("not usable" not in error_words(fault) for fault in file.faults)


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_how_an_editor_ends_its_lines_is_no_matter(path: Path, mark: str, end: str) -> None:
    path.write_bytes((mark + GOOD.replace("\n", end)).encode())
    assert () == look_at(path, own_shelf()).faults


def test_a_folder_and_nothing_at_all_can_not_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.toml"):
        (fault,) = look_at(path, own_shelf()).faults
        assert ("unreadable", str(path)) == (fault.code, fault.details["file"])
