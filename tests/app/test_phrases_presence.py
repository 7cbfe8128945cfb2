"""The sentences about what is known of the person."""

from __future__ import annotations

import pytest

from hipcoach.app.phrases.presence import reason_words, sense_name, source_words
from hipcoach.core.presence import Blind, Sense, Source


@pytest.mark.parametrize("sense", Sense)
@pytest.mark.parametrize("blind", Blind)
def test_everything_that_can_t_be_known_says_why_and_what_follows(
    sense: Sense, blind: Blind
) -> None:
    source = Source(sense, "x11", blind)
    told = source_words(source)
    assert told.startswith(f"{sense_name(sense)}: not noticed here, because {reason_words(source)}")
    assert 2 == told.count(".")


def test_reasons_are_told_apart() -> None:
    for sense in Sense:
        reasons = {reason_words(Source(sense, "", blind)) for blind in Blind}
        assert len(Blind) == len(reasons)
    assert len(Sense) == len({sense_name(sense) for sense in Sense})


def test_the_program_that_isn_t_running_is_named() -> None:
    assert (
        "Do not disturb: not noticed here, because no notification server is running."
        " Reminders come all the same; pause them when you want quiet."
    ) == source_words(Source(Sense.DO_NOT_DISTURB, "notifications", Blind.NO_SERVER))


@pytest.mark.parametrize(("way", "name"), [("pulse", "PipeWire/PulseAudio"), ("dunst", "dunst")])
def test_what_works_is_told_with_who_tells_it(way: str, name: str) -> None:
    assert (f"Calls (microphone in use): noticed, through {name}.") == source_words(
        Source(Sense.CALL, way)
    )


def test_what_is_known_needs_no_reason() -> None:
    assert "" == reason_words(Source(Sense.IDLE, "x11"))
