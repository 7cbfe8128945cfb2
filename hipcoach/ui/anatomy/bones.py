"""Bones of hip and low back from the side, in centimetres, as a pure function of pelvic tilt.

The figure faces right: `x` is forward, `y` is up, the middle of the hip joint is 0. Points are
complex numbers. In neutral the front hip bone stands straight above the pubic bone; a tilt of
`t` degrees turns the pelvis forward about the hip joints, and the spine follows so that the
chest stays upright. Measures are those of a middle-sized adult: hip bone 21 cm high, slope of
the sacrum 40 degrees, hollow of the low back about 50 degrees, thigh bone 43 cm.
"""

from __future__ import annotations

from cmath import rect
from collections.abc import Sequence
from math import radians
from typing import Final

from hipcoach.core.value import value

MOST_TILT: Final = 20.0
"""Degrees of forward tilt that are drawn at most."""
HEAD: Final = 2.35
RIM: Final = 2.95
"""Radii of the head of the thigh bone, and of the rim of its socket."""

ASIS: Final = 5.2 + 8.0j
"""The front hip bone, which is felt under the belt."""
AIIS: Final = 4.3 + 4.1j
"""The knob below it, where the rectus femoris begins."""
PUBIS: Final = 5.2 - 0.9j
SIT_BONE: Final = -4.6 - 6.6j
CREST: Final = -2.4 + 14.0j
LESSER_TROCHANTER: Final = -2.75 - 5.7j
PATELLA: Final = 4.05 - 38.6j

HIP_BONE: Final = (
    ASIS,
    4.55 + 6.6j,
    4.1 + 5.4j,
    AIIS + 0.3,
    3.75 + 2.9j,
    3.5 + 2.0j,
    4.3 + 1.5j,
    5.0 + 0.4j,
    PUBIS + 0.35,
    5.4 - 2.2j,
    4.6 - 3.7j,
    2.9 - 5.0j,
    0.6 - 6.3j,
    -1.8 - 7.3j,
    -3.7 - 7.6j,
    -5.3 - 6.4j,
    -5.5 - 4.6j,
    -4.6 - 2.8j,
    -4.5 - 1.8j,
    -5.7 - 0.8j,
    -4.5 + 0.6j,
    -3.7 + 2.4j,
    -4.2 + 4.4j,
    -5.5 + 5.7j,
    -7.2 + 6.0j,
    -8.6 + 7.0j,
    -8.7 + 8.6j,
    -9.4 + 10.2j,
    -8.7 + 11.8j,
    -6.2 + 13.3j,
    CREST,
    1.1 + 13.3j,
    3.6 + 11.5j,
    4.9 + 9.7j,
)
"""Outline of the near hip bone from the front hip bone round by the sit bone and the crest."""
FORAMEN: Final = (
    2.5 - 2.3j,
    3.9 - 2.6j,
    3.9 - 3.3j,
    2.5 - 4.3j,
    0.7 - 5.4j,
    -1.4 - 5.6j,
    -2.4 - 4.7j,
    -0.4 - 3.4j,
)
"""The hole between pubic bone and sit bone."""
SACRUM: Final = (
    -1.06 + 9.37j,
    -2.3 + 8.0j,
    -4.3 + 6.3j,
    -6.2 + 4.7j,
    -7.5 + 2.9j,
    -8.1 + 0.9j,
    -7.8 - 0.9j,
    -6.9 - 2.3j,
    -7.4 - 2.9j,
    -8.9 - 1.4j,
    -9.7 + 0.7j,
    -10.1 + 2.9j,
    -10.0 + 5.0j,
    -9.5 + 7.2j,
    -8.4 + 9.4j,
    -6.8 + 11.2j,
    -5.6 + 13.0j,
    -5.0 + 12.6j,
    -4.7 + 11.6j,
    -3.74 + 11.6j,
)
"""Sacrum and tail bone, from the front edge of the sacrum's top downward and back up."""
_PLATE: Final = -2.4 + 10.49j
_SLOPE: Final = 40.0
"""Middle of the sacrum's top, and how many degrees it slopes down toward the front."""

FEMUR: Final = (
    -0.6 - 0.2j,
    -1.3 + 0.7j,
    -2.3 + 0.8j,
    -3.2 - 0.1j,
    -3.5 - 1.6j,
    -3.1 - 3.2j,
    -2.8 - 4.5j,
    LESSER_TROCHANTER - 0.5,
    -2.7 - 6.6j,
    -2.1 - 8.2j,
    -1.6 - 12.0j,
    -1.2 - 17.0j,
    -1.2 - 23.0j,
    -1.7 - 29.0j,
    -2.2 - 34.0j,
    -3.2 - 37.2j,
    -3.9 - 39.6j,
    -3.3 - 41.7j,
    -1.4 - 42.6j,
    1.0 - 42.7j,
    2.6 - 41.6j,
    3.0 - 39.5j,
    2.5 - 37.0j,
    1.6 - 34.0j,
    1.3 - 29.0j,
    1.6 - 23.0j,
    1.6 - 17.0j,
    1.1 - 12.0j,
    0.6 - 8.0j,
    0.5 - 5.4j,
    0.9 - 3.4j,
    1.2 - 2.1j,
    0.6 - 1.0j,
)
"""The thigh bone without its head: trochanters, shaft with its bow, and the knuckles."""
TIBIA: Final = (
    -3.5 - 43.5j,
    -0.5 - 43.2j,
    2.4 - 43.4j,
    2.7 - 44.6j,
    3.0 - 46.6j,
    2.3 - 48.2j,
    1.9 - 51.0j,
    1.7 - 56.0j,
    -0.9 - 56.0j,
    -1.1 - 51.0j,
    -1.7 - 47.6j,
    -3.3 - 45.2j,
)
FIBULA: Final = (
    -3.3 - 45.4j,
    -2.4 - 45.2j,
    -1.9 - 46.6j,
    -2.0 - 51.0j,
    -2.0 - 56.0j,
    -2.9 - 56.0j,
    -2.9 - 51.0j,
    -3.4 - 46.8j,
)


@value
class Segment:
    """A vertebra: its middle, its height, and how far it leans forward, in degrees."""

    name: str
    at: complex
    lean: float
    height: float
    depth: float
    """Half of the body from front to back."""

    def point(self, forward: float, up: float) -> complex:
        """A point given along the vertebra's own axes."""
        return self.at + complex(forward, up) * turn(self.lean)


@value
class _Shape:
    """A vertebra of the chain: height, disc below it, lean in neutral, share of the tilt."""

    name: str
    height: float
    disc: float
    lean: float
    share: float
    depth: float = 1.75


_CHAIN: Final = (
    _Shape("L5", 2.6, 1.0, 22.0, 0.55),
    _Shape("L4", 2.7, 1.1, 9.0, 0.10),
    _Shape("L3", 2.7, 1.05, -1.0, -0.25),
    _Shape("L2", 2.65, 0.95, -9.0, -0.45),
    _Shape("L1", 2.6, 0.85, -14.0, -0.50),
    _Shape("T12", 2.45, 0.65, -15.0, -0.45, 1.6),
    _Shape("T11", 2.3, 0.5, -12.0, -0.40, 1.55),
)
"""From below; found by drawing, so that the chest stays above the pelvis at every tilt."""

BODY: Final = (
    (1.0, 0.48),
    (0.86, 0.0),
    (1.0, -0.5),
    (0.0, -0.46),
    (-1.0, -0.5),
    (-0.92, 0.0),
    (-1.0, 0.48),
    (0.0, 0.44),
)
"""Outline of a vertebra's body, as shares of half its depth and of its height."""
ARCH: Final = (
    (-1.5, 0.95),
    (-2.5, 1.0),
    (-2.9, 1.8),
    (-3.5, 2.0),
    (-3.75, 1.0),
    (-4.9, 0.55),
    (-6.4, 0.25),
    (-6.8, -0.6),
    (-6.4, -1.5),
    (-5.2, -1.25),
    (-4.35, -1.25),
    (-4.2, -1.95),
    (-3.6, -2.1),
    (-3.15, -1.1),
    (-2.6, -0.15),
    (-1.5, -0.2),
)
"""What a vertebra has behind its body, in centimetres along its own axes."""


def turn(degrees: float) -> complex:
    """What turns a point forward by so many degrees."""
    return rect(1.0, -radians(degrees))


def tilted(points: Sequence[complex], tilt: float) -> list[complex]:
    """Points of the pelvis, turned about the hip joint."""
    way = turn(tilt)
    return [point * way for point in points]


def spine(tilt: float) -> tuple[Segment, ...]:
    """The vertebrae from L5 up to T11 at this tilt."""
    found: list[Segment] = []
    at, lean = _PLATE * turn(tilt), _SLOPE + tilt
    half = 0.0
    for shape in _CHAIN:
        own = shape.lean + shape.share * tilt
        at += (half + shape.disc / 2) * 1j * turn(lean)
        at += (shape.height / 2 + shape.disc / 2) * 1j * turn(own)
        found.append(Segment(shape.name, at, own, shape.height, shape.depth))
        lean, half = own, shape.height / 2
    return tuple(found)


def lordosis(tilt: float) -> float:
    """Degrees between the top of the sacrum and the top of L1: the hollow of the low back."""
    first = next(one for one in spine(tilt) if one.name == "L1")
    return _SLOPE + tilt - first.lean
