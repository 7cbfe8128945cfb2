"""Lines with two sides and two forms, and other languages laid over English."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.core.side import Side
from hipcoach.core.timeline import START_TONE, CueText, Form
from hipcoach.core.wording import Line
from hipcoach.library.lines import ENGLISH_SIDES, read_line
from hipcoach.library.load import load_exercise, load_for, load_wording
from hipcoach.library.reading import Place
from tests.library.samples import Spoil

GERMAN_COMMON = """
[sides]
left = "links"
right = "rechts"

[lines]
halfway = "Halbzeit."
"""
GERMAN = """
[words]
name = "Kniend"

[lines]
announce = { full = "Kniend, {side}.", short = "{Side}." }
switch = { left = "Jetzt das linke.", right = "Jetzt das rechte." }
"""


def _line(raw: object) -> Line:
    return read_line(raw, Place("file"), "code", ENGLISH_SIDES)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Stay.", Line("Stay.", "Stay.", "Stay.", "Stay.")),
        (
            "{Side} leg, {other} arm.",
            Line(
                "Left leg, right arm.",
                "Right leg, left arm.",
                "Left leg, right arm.",
                "Right leg, left arm.",
            ),
        ),
        (
            {"full": "Now the {side} one.", "short": "{Side}."},
            Line("Now the left one.", "Now the right one.", "Left.", "Right."),
        ),
        ({"left": "L.", "right": "R."}, Line("L.", "R.", "L.", "R.")),
        (
            {"full": {"left": "L.", "right": "R."}, "short": "Short."},
            Line("L.", "R.", "Short.", "Short."),
        ),
    ],
)
def test_a_line_becomes_one_text_for_each_side_and_form(raw: object, expected: Line) -> None:
    assert expected == _line(raw)


def test_a_line_is_said_for_its_side_in_its_form(spoil: Spoil) -> None:
    wording = load_for("short", shelf=spoil()).wording

    said = [
        wording.words(CueText("kneeling/announce", side, form)) for side in Side for form in Form
    ]

    assert [
        "Kneeling, left knee down.",
        "Left knee down.",
        "Kneeling, right knee down.",
        "Right knee down.",
    ] == said
    assert "Halfway." == wording.words(CueText("halfway"))
    assert "" == wording.words(START_TONE)


def test_another_language_lies_over_english_line_by_line(spoil: Spoil, tmp_path: Path) -> None:
    shelf = spoil("common.de.toml", "", GERMAN_COMMON)
    (tmp_path / "exercises/kneeling/de.toml").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "routines/short.de.toml").write_text('[words]\nname = "Kurz"\n', encoding="utf-8")

    wording = load_wording("de-AT", shelf)

    kneeling = wording.exercises["kneeling"]
    assert "de" == wording.language
    assert ("Kniend", "Opens the hip.") == (kneeling.name, kneeling.summary)
    assert (
        Line("Kniend, links.", "Kniend, rechts.", "Links.", "Rechts.")
        == (kneeling.lines["announce"])
    )
    assert "Jetzt das linke." == kneeling.lines["switch"].short_left
    assert "No pinch at the front." == kneeling.lines["safety"].full_left
    assert "Halbzeit." == wording.common["halfway"].full_left
    assert ("Kurz", "Only one.") == (
        wording.routines["short"].name,
        wording.routines["short"].summary,
    )
    assert ("en", "de") == shelf.languages
    assert ("short",) == shelf.routine_ids


def test_a_language_that_is_not_there_is_english(spoil: Spoil) -> None:
    wording = load_wording("fr", spoil())

    assert "en" == wording.language
    assert "Kneeling" == wording.exercises["kneeling"].name


def test_a_rung_may_have_its_own_set_up_and_intent() -> None:
    first, second = load_exercise("desk-split-stance").rungs[:2]
    lines = load_wording().exercises["desk-split-stance"].lines

    assert (False, False) == (first.own_setup, first.own_intent)
    assert (True, True) == (second.own_setup, second.own_intent)
    assert (2, 2) == (first.setup_lines, second.setup_lines)
    assert "long step" in lines["rung-2-setup-1"].full_left
    assert "sink" in lines["rung-2-intent"].full_left
