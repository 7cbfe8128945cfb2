from __future__ import annotations

from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hipcoach.core.timeline import Phase
from hipcoach.ui.ring import Count, CountdownRing
from hipcoach.ui.tokens import HIGH_CONTRAST, LIGHT, THEMES, Tokens, contrast

EDGE = 300


@pytest.fixture
def ring(qtbot: QtBot) -> CountdownRing:
    ring = CountdownRing()
    qtbot.addWidget(ring)
    ring.resize(EDGE, EDGE)
    return ring


def hold(remaining_s: float, length_s: float = 30.0, phase: Phase = Phase.WORK) -> Count:
    return Count(remaining_s, length_s, phase, "Hold")


def colour_at(ring: CountdownRing, turn: float) -> str:
    """The colour on the ring, so many turns clockwise from twelve."""
    image: QImage = ring.grab().toImage()
    radius = EDGE / 2 * 0.93
    angle = pi / 2 - 2 * pi * turn
    x, y = EDGE / 2 + radius * cos(angle), EDGE / 2 - radius * sin(angle)
    return image.pixelColor(round(x), round(y)).name()


@pytest.mark.parametrize(
    ("remaining_s", "digits"),
    [(30.0, "30"), (29.999, "30"), (29.0, "29"), (0.05, "1"), (0.0, "0"), (99.0, "99")],
)
def test_the_second_in_hand_is_counted(remaining_s: float, digits: str) -> None:
    assert digits == hold(remaining_s, 120).digits


@pytest.mark.parametrize(("remaining_s", "digits"), [(100.0, "1:40"), (119.5, "2:00")])
def test_what_two_digits_cannot_hold_is_minutes(remaining_s: float, digits: str) -> None:
    assert digits == hold(remaining_s, 120).digits


def test_where_nothing_is_counted_there_is_no_number() -> None:
    assert "" == Count().digits


@given(st.floats(0, 60), st.floats(1, 60), st.booleans())
def test_the_share_is_never_more_than_the_whole(left: float, whole: float, steps: bool) -> None:
    assert 0.0 <= hold(left, whole).share(by_second=steps) <= 1.0


@given(st.floats(0.1, 29.9), st.booleans())
def test_the_ring_never_fills_up_again(left: float, steps: bool) -> None:
    later = hold(left - 0.1).share(by_second=steps)
    assert later <= hold(left).share(by_second=steps)


def test_by_the_second_the_ring_stands_still_within_one() -> None:
    shares = {hold(left).share(by_second=True) for left in (20.0, 19.7, 19.4, 19.1)}
    assert 1 == len(shares)


def test_it_empties_clockwise_from_the_top(ring: CountdownRing) -> None:
    ring.show_tokens(LIGHT)
    ring.show_count(hold(20.0))
    gone, left = colour_at(ring, 0.2), colour_at(ring, 0.7)
    assert (LIGHT.line, LIGHT.accent) == (gone, left)


def test_a_contraction_has_a_colour_and_a_thickness_of_its_own(ring: CountdownRing) -> None:
    seen = {}
    for phase in (Phase.WORK, Phase.CONTRACT, Phase.REST):
        ring.show_count(hold(30.0, phase=phase))
        image = ring.grab().toImage()
        inked = sum(image.pixelColor(x, EDGE // 2).name() == ring.colour for x in range(60))
        seen[phase] = (ring.colour, inked)
    assert 3 == len({colour for colour, _wide in seen.values()})
    assert seen[Phase.CONTRACT][1] > seen[Phase.WORK][1] * 1.3


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: str(tokens.name))
@pytest.mark.parametrize("phase", [Phase.WORK, Phase.CONTRACT, Phase.REST])
def test_the_phase_can_be_read_in_every_theme(
    ring: CountdownRing, tokens: Tokens, phase: Phase
) -> None:
    ring.show_tokens(tokens)
    ring.show_count(hold(30.0, phase=phase))
    assert 4.5 <= contrast(ring.colour, tokens.window)


def test_it_says_what_it_shows(ring: CountdownRing) -> None:
    ring.show_tokens(HIGH_CONTRAST)
    ring.show_count(hold(12.3))
    assert "Countdown" == ring.accessibleName()
    assert "Hold, 13 seconds left" == ring.accessibleDescription()
