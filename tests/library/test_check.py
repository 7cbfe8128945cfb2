"""Everything that is wrong with a shelf is found, each fault once."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.library.check import content_problems
from hipcoach.library.shelf import Shelf
from hipcoach.library.words import COMMON_CODES
from tests.library.samples import Spoil

EXERCISE = "exercises/kneeling/exercise.toml"
ROUTINE = "routines/short.toml"
GERMAN = """
[words]
name = "Kniend"
summary = "Öffnet die Hüfte."
how = ["Knie dich hin."]
feel = "Vorn."
safety = ["Kein Zwicken."]
faults = [{ text = "Hohlkreuz.", mend = "Becken kippen." }]
dose = "Dreißig Sekunden."
rungs = [{ name = "Tief", note = "Leicht." }]

[lines]
announce = "Kniend, {side}."
setup = ["Knie auf die Matte.", "Fuß nach vorn."]
safety = "Kein Zwicken vorn."
intent = "Gesäß fest anspannen."
breathing = "Langsam ausatmen."
switch = "Seite wechseln."
pinch = "Etwas zurück."
"""


def _found(shelf: Shelf) -> list[tuple[str, str, str, str]]:
    return [
        (
            found.code,
            str(found.details["file"]),
            str(found.details["entry"]),
            str(found.details["field"]),
        )
        for found in content_problems(shelf)
    ]


def _in_german(root: Path, exercise: str = GERMAN, *, common: str = "") -> None:
    lines = "".join(f'{code} = "Ja."\n' for code in COMMON_CODES)
    sides = '[sides]\nleft = "links"\nright = "rechts"\n'
    (root / "common.de.toml").write_text(common or f"{sides}[lines]\n{lines}", encoding="utf-8")
    (root / "exercises/kneeling/de.toml").write_text(exercise, encoding="utf-8")
    words = '[words]\nname = "Kurz"\nsummary = "Nur eine."\n'
    (root / "routines/short.de.toml").write_text(words, encoding="utf-8")


def test_a_good_shelf_has_no_problems(spoil: Spoil) -> None:
    assert [] == _found(spoil())


def test_every_problem_is_told_and_not_only_the_first(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil(EXERCISE, 'pose = "low"', 'pose = "loww"')
    path = tmp_path / EXERCISE
    spoiled = path.read_text(encoding="utf-8").replace('"iliopsoas"', '"biceps"')
    path.write_text(spoiled.replace('["pad"]', '["sofa"]'), encoding="utf-8")

    assert [
        ("unknown-muscle", EXERCISE, "", "muscles"),
        ("unknown-prop", EXERCISE, "", "props"),
        ("unknown-pose", EXERCISE, "rungs.1", "pose"),
    ] == _found(shelf)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("Breathe out slowly.", "Breathe out slowly and long, once more.", "breathing"),
        ("Squeeze your {side} glute now.", "a b c d e f g h i j k", "intent"),
    ],
)
def test_a_line_too_long_for_its_moment_is_a_problem(
    spoil: Spoil, old: str, new: str, field: str
) -> None:
    assert [("line-too-long", EXERCISE, "lines", field)] == _found(spoil(EXERCISE, old, new))


def test_an_exercise_without_pictures_is_a_problem(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil()
    (tmp_path / "exercises/kneeling/poses.toml").unlink()

    assert [("unreadable", "exercises/kneeling/poses.toml", "", "")] == _found(shelf)


def test_a_routine_is_not_blamed_for_an_exercise(spoil: Spoil) -> None:
    shelf = spoil(EXERCISE, "sided = true", "sided = 1")

    assert [("wrong-type", EXERCISE, "", "sided")] == _found(shelf)


def test_no_language_is_blamed_for_what_is_wrong_in_english(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil(EXERCISE, "hold_s = 30", "hold_s = 999")
    _in_german(tmp_path)

    assert [("out-of-bounds", EXERCISE, "dose", "hold_s")] == _found(shelf)


@pytest.mark.parametrize(
    ("minutes", "fits"), [(3.0, False), (2.9, True), (2.8, True), (2.7, False)]
)
def test_a_routine_takes_the_minutes_that_it_says(spoil: Spoil, minutes: float, fits: bool) -> None:
    shelf = spoil(ROUTINE, 'colour = "teal"', f'colour = "teal"\nminutes = {minutes}')

    assert ([] if fits else [("out-of-bounds", ROUTINE, "", "minutes")]) == _found(shelf)


def test_a_language_that_says_everything_has_no_problems(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil()
    _in_german(tmp_path)

    assert [] == _found(shelf)


@pytest.mark.parametrize(
    ("old", "entry", "field"),
    [
        ('feel = "Vorn."\n', "words", "feel"),
        ('switch = "Seite wechseln."\n', "lines", "switch"),
        (', "Fuß nach vorn."', "lines", "setup-2"),
    ],
)
def test_what_a_language_leaves_out_is_a_problem(
    spoil: Spoil, tmp_path: Path, old: str, entry: str, field: str
) -> None:
    shelf = spoil()
    assert old in GERMAN
    _in_german(tmp_path, GERMAN.replace(old, ""))

    assert [("missing-field", "exercises/kneeling/de.toml", entry, field)] == _found(shelf)


@pytest.mark.parametrize("file", ["exercises/kneeling/de.toml", "routines/short.de.toml"])
def test_a_file_that_a_language_lacks_is_a_problem(spoil: Spoil, tmp_path: Path, file: str) -> None:
    shelf = spoil()
    _in_german(tmp_path)
    (tmp_path / file).unlink()

    assert [("missing-file", file, "", "")] == _found(shelf)


def test_an_article_in_english_alone_is_a_problem_where_another_is_spoken(
    spoil: Spoil, tmp_path: Path
) -> None:
    shelf = spoil()
    article = '+++\ntitle = "Why"\nsummary = "Because."\n+++\n\nWords.\n'
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/why.md").write_text(article, encoding="utf-8")
    found = [(problem.code, problem.details["file"]) for problem in content_problems(shelf)]
    assert [] == found

    _in_german(tmp_path)
    spoken = Shelf(tmp_path)
    found = [(problem.code, problem.details["file"]) for problem in content_problems(spoken)]
    assert [("missing-file", "articles/why.de.md")] == found


def test_common_lines_that_a_language_lacks_are_problems(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil()
    _in_german(tmp_path, common='[sides]\nleft = "links"\nright = "rechts"\n')

    fields = [field for code, _, _, field in _found(shelf) if code == "missing-field"]
    assert list(COMMON_CODES) == fields


def test_a_broken_translation_is_told_once(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil()
    _in_german(tmp_path, "foo = = 1")

    assert ["not-toml"] == [found.code for found in content_problems(shelf)]
