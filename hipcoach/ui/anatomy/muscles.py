"""The hip flexors as shapes between their two ends, at any tilt of the pelvis."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from hipcoach.ui.anatomy.bones import AIIS, LESSER_TROCHANTER, PATELLA, spine, tilted

Band = list[tuple[complex, float]]
"""Points along a muscle's middle, and half of its breadth there, in centimetres."""

_ORIGINS: Final = {"T12": 0.5, "L1": 0.85, "L2": 1.15, "L3": 1.35, "L4": 1.5, "L5": 1.55}
"""Half breadths of the psoas beside each vertebra; it is fixed from T12 to L4 and their discs."""
_BRIM: Final = ((1.9 + 6.6j, 1.45), (3.35 + 2.9j, 1.15))
"""Where the psoas runs along the edge of the pelvis."""
_IN_FRONT: Final = (3.3 - 0.1j, 0.95)
"""In front of the hip joint, whatever the tilt."""
_BELOW: Final = ((1.5 - 3.0j, 0.8), (-0.7 - 4.7j, 0.55))

FAN: Final = (
    4.5 + 7.9j,
    4.3 + 9.5j,
    3.0 + 11.2j,
    0.8 + 12.6j,
    -2.3 + 13.2j,
    -5.3 + 12.3j,
    -6.9 + 10.6j,
    -5.6 + 8.8j,
    -3.0 + 6.9j,
    -0.4 + 5.0j,
    1.5 + 3.2j,
)
"""The upper part of the iliacus, inside the wing of the pelvis; the rest follows the psoas."""
_FAN_END: Final = (4.0 + 3.4j, 4.2 + 5.6j)


def psoas(tilt: float) -> Band:
    """From the sides of T12 to L4 over the edge of the pelvis to the lesser trochanter."""
    found: Band = []
    for vertebra in reversed(spine(tilt)):
        if vertebra.name in _ORIGINS:
            forward = 0.15 if vertebra.name != "L5" else 0.9
            found.append((vertebra.point(forward, 0.0), _ORIGINS[vertebra.name]))
    found[0] = (found[0][0] - 0.3j, 0.3)
    brim = tilted([point for point, _half in _BRIM], tilt)
    found += [(point, half) for point, (_at, half) in zip(brim, _BRIM, strict=True)]
    return [*found, _IN_FRONT, *_BELOW, (LESSER_TROCHANTER, 0.35)]


def slips(tilt: float) -> list[Band]:
    """Where the psoas takes hold of the sides of the vertebrae."""
    return [
        [
            (one.point(-one.depth * 0.7, one.height * 0.42), 0.2),
            (one.point(-0.7, one.height * 0.1), 0.4),
            (one.point(-0.1, -one.height * 0.35), 0.5),
        ]
        for one in spine(tilt)
        if one.name in {"L1", "L2", "L3", "L4"}
    ]


def iliacus(tilt: float) -> list[complex]:
    """Outline: a fan inside the wing of the pelvis that narrows to the lesser trochanter."""
    fan = tilted(FAN, tilt)
    lower = [1.9 - 0.6j, 0.4 - 3.0j, -1.5 - 4.9j]
    upper = [-1.2 - 5.5j, 1.2 - 3.9j, 3.3 - 1.4j]
    end = tilted(_FAN_END, tilt)
    return [*fan, *lower, LESSER_TROCHANTER, *upper, *end]


def rectus_femoris(tilt: float) -> Band:
    """The belly, from the knob below the front hip bone down the thigh to its tendon."""
    start = tilted([AIIS], tilt)[0]
    return [
        (start, 0.35),
        (start * 0.5 + (3.7 - 3.0j) * 0.5, 0.55),
        (4.0 - 5.5j, 0.95),
        (4.4 - 11.0j, 1.4),
        (4.6 - 18.5j, 1.5),
        (4.5 - 25.0j, 1.15),
        (4.35 - 29.5j, 0.65),
        (4.25 - 32.5j, 0.12),
    ]


def tendons() -> tuple[Band, Band]:
    """From the belly of the rectus femoris to the kneecap, and from there to the shin bone."""
    upper = [
        (4.5 - 25.0j, 0.5),
        (4.35 - 30.0j, 0.5),
        (4.15 - 34.0j, 0.5),
        (PATELLA + 1.7j, 0.6),
    ]
    return upper, [(PATELLA - 1.7j, 0.5), (3.6 - 43.0j, 0.42), (2.9 - 46.4j, 0.35)]


def length(band: Sequence[tuple[complex, float]]) -> float:
    """Centimetres along the middle of a muscle."""
    points = [point for point, _half in band]
    return sum(abs(b - a) for a, b in pairwise(points))
