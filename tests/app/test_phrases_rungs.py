"""Why an exercise is on another rung: every reason has its words."""

from __future__ import annotations

import pytest

from hipcoach.app.phrases.rungs import rung_words
from hipcoach.core.plan import Reason
from hipcoach.core.reasons import RungReason, reason
from hipcoach.library.source import OwnContent

WORDS = OwnContent().everything().wording.exercises
KNEELING = "half-kneeling-hip-flexor"


@pytest.mark.parametrize("code", RungReason)
def test_every_reason_names_the_exercise_and_its_variant(code: RungReason) -> None:
    told = rung_words(reason(code, exercise=KNEELING, from_=2, to=1, day="2026-03-02"), WORDS)

    assert told.startswith(WORDS[KNEELING].name)
    assert WORDS[KNEELING].rungs[0].name in told
    assert "{" not in told


@pytest.mark.parametrize("unknown", [Reason("rung-of-tomorrow"), reason(RungReason.PINCH, to=1)])
def test_what_is_not_known_is_left_out(unknown: Reason) -> None:
    assert "" == rung_words(unknown, WORDS)
