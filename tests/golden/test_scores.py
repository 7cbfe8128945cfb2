"""Some routines as scores, line by line, as they were last read and found good.

`pytest tests/golden --update-golden` writes them anew: read the difference before you commit.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.app.score_text import KINDS, PHASES, as_json, readable
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.cueing import estimate_s
from hipcoach.core.timeline import CueKind, Phase, Timeline
from hipcoach.core.wording import Wording
from hipcoach.library.load import load_for

HERE = Path(__file__).parent
ROUTINES = ["balanced-hips", "desk-reset", "desk-reset-seated", "first-warm-up", "gentle-start"]


def _score(routine: str) -> tuple[Timeline, Wording]:
    """With lengths of words estimated, and everything explained in full."""
    loaded = load_for(routine)
    found = compile_timeline(
        loaded.routine,
        loaded.exercises,
        lambda text: estimate_s(loaded.wording.words(text)),
        CompileOptions(),
    )
    return found, loaded.wording


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_score_is_as_it_was_read(routine: str, pytestconfig: pytest.Config) -> None:
    path = HERE / f"{routine}.txt"
    score = readable(*_score(routine)) + "\n"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(score, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == score


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_score_misses_nothing(routine: str) -> None:
    found, wording = _score(routine)
    lines = readable(found, wording).splitlines()

    assert len(found.segments) + len(found.cues) == len([line for line in lines[1:] if line])


def test_the_json_has_the_fields_that_were_promised_and_no_others() -> None:
    found, wording = _score("desk-reset")
    score = as_json(found, wording)

    assert ["routine", "length_s", "segments", "cues"] == list(score)
    assert "desk-reset" == score["routine"]
    assert found.length_s == score["length_s"]
    segments, cues = score["segments"], score["cues"]
    assert isinstance(segments, list)
    assert isinstance(cues, list)
    assert {
        "start_s": 0.0,
        "length_s": 3.5,
        "phase": "announce",
        "exercise": "desk-split-stance",
        "side": "right",
        "rung": 1,
    } == segments[0]
    assert {
        "at_s": 0.3,
        "length_s": 2.8,
        "kind": "name",
        "priority": 6,
        "text": "Standing hip stretch. Right leg back.",
    } == cues[0]
    assert {""} == {cue["text"] for cue in cues if cue["kind"] == "start"}
    assert (len(found.segments), len(found.cues)) == (len(segments), len(cues))


def test_every_phase_and_every_kind_has_a_label() -> None:
    assert set(Phase) == set(PHASES)
    assert set(CueKind) == set(KINDS)
