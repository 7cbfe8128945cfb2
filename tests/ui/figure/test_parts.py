"""Feet, hands, arrows and hidden muscles: the parts that depend on where they are seen from."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.pose import Arrow, Contact, Limbs, Pose
from hipcoach.core.figure.signs import turn_circle
from hipcoach.core.figure.skeleton import solve
from hipcoach.core.figure.vectors import along, cross
from hipcoach.core.side import Side
from hipcoach.ui.figure.arrows import RING, arrows, seen
from hipcoach.ui.figure.feet import foot
from hipcoach.ui.figure.framing import extent
from hipcoach.ui.figure.hands import curl_of
from hipcoach.ui.figure.lens import Lens, View, fitted
from hipcoach.ui.figure.palette import Look, palette
from hipcoach.ui.figure.person import person
from hipcoach.ui.figure.props import parts_of
from hipcoach.ui.figure.shapes import Part, Stroke
from tests.app.practice import content
from tests.ui.figure.figure_stand import LYING, apart, drawn

POSES = content().poses
COLOURS = palette(Look())
TURN_IN = POSES["knee-to-chest-vectors/turn-in"]
INWARD = Arrow("turn", "mid-thigh-near", "inward", 0.12)


def _lens(pose: Pose, view: View = "side") -> Lens:
    return fitted(view, extent(solve(pose), view), 0, 0, 800, 600)


def _foot_box(rotation: float) -> QRectF:
    pose = Pose(near=Limbs(hip=40, rotation=rotation, knee=60), planted=(Contact("foot-far"),))
    drawn_foot = foot(_lens(Pose()), solve(pose).near, COLOURS.near, 0.0)
    box = QRectF()
    for mark in drawn_foot.marks:
        box = box.united(mark.path.boundingRect())
    return box


def test_a_foot_turns_without_a_jump() -> None:
    boxes = [_foot_box(degrees * 0.5) for degrees in range(-160, 161)]
    for before, after in pairwise(boxes):
        assert abs(before.width() - after.width()) < 3.0
        assert abs(before.height() - after.height()) < 3.0
        assert abs(before.center().x() - after.center().x()) < 4.0


def test_a_foot_is_narrower_from_the_front_than_from_its_side() -> None:
    body, lens_side = solve(Pose()), _lens(Pose())
    lens_front = _lens(Pose(), "front")
    widths = []
    for lens in (lens_side, lens_front):
        mark = foot(lens, body.near, COLOURS.near, 0.0).marks
        broad = max(m.path.boundingRect().width() for m in mark)
        widths.append(broad / lens.scale)
    assert 0.12 < widths[0] < 0.18
    assert 0.04 < widths[1] < 0.08


@pytest.mark.parametrize("rotation", range(-80, 81, 10))
def test_a_foot_has_no_holes_however_it_is_turned(rotation: float) -> None:
    pose = Pose(near=Limbs(hip=40, rotation=rotation, knee=60), planted=(Contact("foot-far"),))
    lens, near = _lens(Pose()), solve(pose).near
    base = [mark.path for mark in foot(lens, near, COLOURS.near, 0.0).marks]
    across = cross(near.foot_forward, near.foot_up)
    for ahead in (0.02, 0.04, 0.06, 0.08, 0.10):
        for aside in (-0.010, 0.0, 0.010):
            spot = along(along(near.heel, near.foot_forward, ahead), near.foot_up, 0.015)
            point = lens.point(along(spot, across, aside))
            assert any(path.contains(QPointF(point.real, point.imag)) for path in base)


@pytest.mark.parametrize("grip", ["shin-in-near", "shin-out-far", "forehead", "floor"])
def test_a_hand_that_only_leans_is_flat(grip: str) -> None:
    assert curl_of(grip) < 10.0


@pytest.mark.parametrize("grip", ["shin-near", "kneecap-far", "thigh-near", "ankle-near", "strap"])
def test_a_hand_that_holds_is_bent(grip: str) -> None:
    assert curl_of(grip) > 40.0


def _ring(view: View, way: str = "inward") -> list[Part]:
    sign = replace(INWARD, way=way)
    return arrows(_lens(TURN_IN, view), solve(TURN_IN), [sign], COLOURS.room)


def test_a_turn_is_a_ring_around_the_limb_which_hides_its_back() -> None:
    behind, before = _ring("side")
    limb = person(_lens(TURN_IN), solve(TURN_IN), COLOURS, (), 0.0)
    assert behind.depth < min(part.depth for part in limb if part.depth > 0.0)
    assert before.depth > max(part.depth for part in limb)
    around = before.marks[0].path.boundingRect()
    lens = _lens(TURN_IN)
    assert around.width() > RING * lens.scale
    middle = lens.point(turn_circle(INWARD, solve(TURN_IN)).middle)
    assert around.adjusted(-20, -20, 20, 20).contains(middle.real, middle.imag)


def test_seen_along_the_limb_all_of_a_ring_shows() -> None:
    (ring,) = _ring("top")
    box = ring.marks[0].path.boundingRect()
    scale = _lens(TURN_IN, "top").scale
    assert 1.5 * RING * scale < box.width() < 3.2 * RING * scale
    assert 1.5 * RING * scale < box.height() < 3.2 * RING * scale


def test_a_turn_inward_points_the_other_way_than_one_outward() -> None:
    inward, outward = (_ring("side", way)[1].marks[0].path for way in ("inward", "outward"))
    lens, body = _lens(TURN_IN), solve(TURN_IN)
    middle = lens.point(turn_circle(INWARD, body).middle).real
    # Of one who lies with the head at the left, the thigh's outer side turns toward the head.
    assert inward.elementAt(0).x > middle > outward.elementAt(0).x


def test_an_arrow_that_points_at_the_viewer_is_shown_by_another_view() -> None:
    body = solve(LYING)
    aside = Arrow("press", "palm-near", "inward", 0.1)
    assert not seen(_lens(LYING), body, aside)
    assert seen(_lens(LYING, "top"), body, aside)
    assert seen(_lens(LYING), body, LYING.arrows[0])
    assert seen(_lens(LYING), body, INWARD)


def _outlines(pose: Pose, *, through: bool = True) -> int:
    parts = person(_lens(pose), solve(pose), COLOURS, pose.muscles, 0.0, through=through)
    glow = {COLOURS.room.muscle.rgb(), COLOURS.room.stretch.rgb()}
    strokes = [m for part in parts for m in part.marks if isinstance(m, Stroke)]
    return sum(mark.colour.rgb() in glow for mark in strokes)


@pytest.mark.parametrize("name", ["foam-roll-hip-flexor/back-1", "foam-roll-outer-thigh/back-1"])
def test_a_working_muscle_that_the_body_hides_shows_as_an_outline(name: str) -> None:
    assert _outlines(POSES[name]) > 0
    assert 0 == _outlines(POSES[name], through=False)


@pytest.mark.parametrize("name", ["glute-bridge/front-2", "half-kneeling-hip-flexor/tuck"])
def test_a_muscle_that_is_seen_has_no_outline(name: str) -> None:
    assert 0 == _outlines(POSES[name])


def test_the_other_side_s_hidden_muscles_stay_hidden() -> None:
    assert 0 == _outlines(POSES["stand-march/back-1"])


@pytest.mark.parametrize("name", [n for n, pose in POSES.items() if pose.inset != "none"])
def test_an_inset_has_every_arrow_that_the_picture_leaves_out(name: str) -> None:
    pose = POSES[name]
    for sign in pose.arrows:
        rest = tuple(other for other in pose.arrows if other is not sign)
        assert drawn(pose) != drawn(replace(pose, arrows=rest)) or sign.at.startswith("knee")


def test_a_pose_in_which_one_holds_still_shows_the_badge_only_while_one_does() -> None:
    still = replace(LYING, hold_still=True)
    getting_ready = FigureFrame(still, Side.RIGHT)
    assert drawn(LYING) == drawn(getting_ready)
    assert drawn(LYING) != drawn(replace(getting_ready, holding=True))


@pytest.mark.parametrize("name", ["knee-to-chest-vectors/turn-in", "foam-roll-hip-flexor/back-1"])
def test_rings_and_outlines_are_mirrored_too(name: str) -> None:
    pose = replace(POSES[name], hold_still=False, inset="none")
    right, left = drawn(pose, Side.RIGHT), drawn(pose, Side.LEFT)
    mean, unlike = apart(right.flipped(Qt.Orientation.Horizontal), left)
    assert mean < 0.15
    assert unlike < 0.002


@pytest.mark.parametrize("name", ["half-kneeling-hip-flexor/tall", "couch-stretch/hold-2"])
def test_a_pad_lies_in_the_middle_under_the_knee(name: str) -> None:
    pose = POSES[name]
    body, lens = solve(pose), _lens(pose)
    padded = replace(pose, props=tuple(prop for prop in pose.props if prop.kind == "pad"))
    marks = [m for part in parts_of(lens, solve(padded), COLOURS) for m in part.marks]
    box = QRectF()
    for mark in marks:
        box = box.united(mark.path.boundingRect())
    knee = lens.point(body.near.knee)
    assert abs(box.center().x() - knee.real) < 0.004 * lens.scale
    assert box.bottom() > knee.imag
