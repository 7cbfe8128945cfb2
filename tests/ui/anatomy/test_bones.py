"""The drawn hip held to anatomy."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF

from hipcoach.ui.anatomy.bones import (
    AIIS,
    ASIS,
    FEMUR,
    HEAD,
    HIP_BONE,
    LESSER_TROCHANTER,
    MOST_TILT,
    PATELLA,
    PUBIS,
    RIM,
    SACRUM,
    lordosis,
    spine,
    tilted,
)
from hipcoach.ui.anatomy.muscles import (
    FAN,
    iliacus,
    length,
    psoas,
    rectus_femoris,
    slips,
    tendons,
)

TILTS = st.floats(0.0, MOST_TILT)


def _outline(points: tuple[complex, ...]) -> QPolygonF:
    return QPolygonF([QPointF(point.real, point.imag) for point in points])


def test_in_neutral_the_front_hip_bone_stands_straight_above_the_pubic_bone() -> None:
    assert PUBIS.real == pytest.approx(ASIS.real)
    assert ASIS.imag > PUBIS.imag


def test_the_hip_bone_has_the_size_of_a_grown_persons() -> None:
    heights = [point.imag for point in HIP_BONE]
    assert 20 <= max(heights) - min(heights) <= 24
    femur = [point.imag for point in FEMUR]
    assert 41 <= max(femur) - min(femur) <= 46


def test_tipping_forward_brings_the_front_hip_bone_ahead_and_down() -> None:
    before, after = ASIS, tilted([ASIS], 15)[0]
    assert after.real > before.real
    assert after.imag < before.imag
    assert abs(after) == pytest.approx(abs(before))


def test_the_head_of_the_thigh_bone_stays_in_its_socket() -> None:
    assert HEAD < RIM < 1.4 * HEAD


@given(TILTS, TILTS)
def test_more_tilt_is_a_deeper_hollow(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert lordosis(low) <= lordosis(high)


def test_the_hollow_in_neutral_is_an_ordinary_one() -> None:
    # Between the tops of S1 and L1 most standing adults have 40 to 70 degrees.
    assert 40 <= lordosis(0) <= 70


@given(TILTS)
def test_the_vertebrae_stand_on_each_other(tilt: float) -> None:
    chain = spine(tilt)
    assert ("L5", "L4", "L3", "L2", "L1", "T12", "T11") == tuple(one.name for one in chain)
    for below, above in pairwise(chain):
        assert above.at.imag > below.at.imag
        gap = abs(above.at - below.at) - (above.height + below.height) / 2
        assert 0.3 < gap < 1.2


@given(TILTS)
def test_the_chest_stays_above_the_pelvis(tilt: float) -> None:
    assert abs(spine(tilt)[-1].at.real - spine(0)[-1].at.real) < 3.5


def test_the_low_back_stands_on_the_sacrum() -> None:
    back, front = SACRUM[-1], SACRUM[0]
    middle = (back + front) / 2
    lowest = spine(0)[0]
    assert abs(lowest.point(0, -lowest.height / 2) - middle) < 1.5


@given(TILTS)
def test_the_psoas_runs_from_the_last_rib_to_the_lesser_trochanter(tilt: float) -> None:
    band = psoas(tilt)
    vertebra = next(one for one in spine(tilt) if one.name == "T12")
    assert abs(band[0][0] - vertebra.at) < vertebra.height
    assert LESSER_TROCHANTER == band[-1][0]
    in_front = [point.real for point, _half in band if abs(point.imag) < 0.5]
    assert min(in_front) > HEAD
    assert ["L4", "L3", "L2", "L1"] == [
        next(one.name for one in spine(tilt) if abs(slip[0][0] - one.at) < 2)
        for slip in slips(tilt)
    ]


@given(TILTS)
def test_the_iliacus_fills_the_wing_and_ends_beside_the_psoas(tilt: float) -> None:
    assert LESSER_TROCHANTER in iliacus(tilt)
    wing = _outline(tuple(tilted(HIP_BONE, tilt)))
    for point in tilted(FAN, tilt):
        assert wing.containsPoint(QPointF(point.real, point.imag), Qt.FillRule.WindingFill)


def test_the_lesser_trochanter_lies_toward_the_back_of_the_thigh_bone() -> None:
    at_its_height = [
        point.real for point in FEMUR if abs(point.imag - LESSER_TROCHANTER.imag) < 1.5
    ]
    middle = (min(at_its_height) + max(at_its_height)) / 2
    assert LESSER_TROCHANTER.real < middle - 1


@given(TILTS)
def test_the_rectus_femoris_runs_from_the_pelvis_to_the_kneecap_and_on_to_the_shin(
    tilt: float,
) -> None:
    belly = rectus_femoris(tilt)
    upper, lower = tendons()
    assert tilted([AIIS], tilt)[0] == belly[0][0]
    assert upper[0][0].imag > belly[-1][0].imag
    assert abs(upper[-1][0] - PATELLA) < 2
    assert abs(lower[0][0] - PATELLA) < 2
    assert lower[-1][0].imag < -45


def test_tipping_forward_slackens_the_hip_flexors() -> None:
    assert length(rectus_femoris(15)) < length(rectus_femoris(0))
    own = [length(psoas(tilt)[5:]) for tilt in (0, 10, 20)]
    assert own == sorted(own, reverse=True)
