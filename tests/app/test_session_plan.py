"""What a session is made from: the person's own way, and what is to be heard."""

from __future__ import annotations

import pytest

from hipcoach.app.lengths import lengths_of
from hipcoach.app.session_plan import Person, plan_of, sound_of
from hipcoach.app.today_view import routine_card
from hipcoach.core.errors import UsageError
from hipcoach.core.settings import Settings
from hipcoach.library.source import OwnContent
from tests.app.practice import content


@pytest.mark.parametrize(
    ("mode", "heard"),
    [
        ("", (True, True)),
        ("voice+beeps", (True, True)),
        ("voice", (True, False)),
        ("beeps", (False, True)),
        ("none", (False, False)),
    ],
)
def test_a_routine_is_heard_in_its_own_way(mode: str, heard: tuple[bool, bool]) -> None:
    sound = sound_of(Settings().with_sound("desk-reset", mode), "desk-reset")
    assert heard == (sound.voice, sound.beeps)


def test_the_way_of_one_routine_is_not_that_of_another() -> None:
    mine = Settings().with_value("sound.mode", "none").with_sound("desk-reset", "voice")
    assert not sound_of(mine, "gentle-start").voice
    assert sound_of(mine, "desk-reset").voice


def test_a_routine_without_a_voice_is_not_counted_aloud() -> None:
    mine = Settings().with_sound("desk-reset", "beeps")
    spoken = {
        routine: plan_of(content(), routine, mine, Person()).options.spoken_count
        for routine in ("desk-reset", "gentle-start")
    }
    assert {"desk-reset": False, "gentle-start": True} == spoken


def test_an_exercise_that_comes_later_starts_no_session_even_when_its_warning_was_read() -> None:
    alone = OwnContent().alone("ball-iliacus")
    mine = Settings().with_acknowledged("ball-iliacus")
    with pytest.raises(UsageError, match="too-early"):
        plan_of(alone, "only-ball-iliacus", mine, Person(level=1))


def test_an_exercise_whose_warning_was_not_read_starts_no_session() -> None:
    alone = OwnContent().alone("ball-iliacus")
    with pytest.raises(UsageError, match="locked"):
        plan_of(alone, "only-ball-iliacus", Settings(), Person(level=2))


def test_no_routine_of_ours_holds_an_exercise_that_comes_later() -> None:
    everything = content()
    steps = [step for routine in everything.routines.values() for step in routine.steps]

    assert not [step for step in steps if everything.exercises[step.exercise].locked]


def test_one_whose_level_was_reached_and_whose_warning_was_read_does() -> None:
    alone = OwnContent().alone("ball-iliacus")
    mine = Settings().with_acknowledged("ball-iliacus")

    made = plan_of(alone, "only-ball-iliacus", mine, Person(level=2))
    assert "only-ball-iliacus" == made.routine.id


def test_who_knows_the_exercises_is_told_the_shorter_length() -> None:
    everything = content()
    often = dict.fromkeys(everything.exercises, 3)
    new, known = (routine_card(everything, "gentle-start", done) for done in ({}, often))

    assert known.length_s < new.length_s
    plan = plan_of(everything, "gentle-start", Settings(), Person(often))
    assert plan.timeline(lengths_of(everything.wording)).length_s == known.length_s
