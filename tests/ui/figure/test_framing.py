"""What a picture shows of the room while its figure moves."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from hipcoach.app.figure_frames import frame_of
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import there_and_back
from hipcoach.core.figure.skeleton import solve
from hipcoach.core.side import Side
from hipcoach.core.timeline import Segment, Timeline
from hipcoach.ui.figure.cards import inset_place
from hipcoach.ui.figure.framing import Shot, extent, shot_in, shot_of
from hipcoach.ui.figure.ground import mat_span
from hipcoach.ui.figure.lens import Lens, fitted
from tests.app.practice import content, plan
from tests.ui.figure.figure_stand import LYING, STANDING, drawn

POSES = content().poses
ROUTINES = ("ramp-warm-up", "strong-hips", "roll-and-release", "cool-down")
STEP_S = 0.1
LOOKED_AT_S = 4.0
PACE = 0.035
"""Body heights that the edge of a picture moves at most in a tenth of a second."""
ROLLING = (POSES["foam-roll-quad/back-1"], POSES["foam-roll-quad/front-1"])
PLACE = QRectF(0, 0, 800, 600)


def _moments(timeline: Timeline) -> list[tuple[Segment, FigureFrame]]:
    return [
        (segment, frame_of(timeline, segment, i * STEP_S, POSES, moving=True))
        for segment in timeline.segments
        for i in range(int(min(segment.length_s, LOOKED_AT_S) / STEP_S))
    ]


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_picture_neither_jumps_nor_swims(routine: str) -> None:
    moments = _moments(plan(routine).timeline(lambda _: 1.0))
    for (_, a), (segment, b) in pairwise(moments):
        before, after = shot_in(a).window, shot_in(b).window
        moved = max(abs(p - q) for p, q in zip(before, after, strict=True))
        assert moved <= PACE, segment.key
        if a.arrived == b.arrived == 1.0 and a.scope == b.scope:
            assert before == after, segment.key


@pytest.mark.parametrize("routine", ROUTINES)
def test_who_moves_stays_in_the_picture(routine: str) -> None:
    for segment, frame in _moments(plan(routine).timeline(lambda _: 1.0)):
        if frame.arrived < 1.0:
            continue
        left, top, right, _ = shot_in(frame).window
        box = extent(solve(frame.pose), "side")
        assert left <= box[0] and top <= box[1] and right >= box[2], segment.key  # noqa: PT018 - one fact


def test_a_mat_lies_still_under_one_who_rolls() -> None:
    turns = [i / 12 for i in range(12)]
    frames = [
        FigureFrame(there_and_back(*ROLLING, turn), Side.RIGHT, scope=ROLLING) for turn in turns
    ]
    assert 1 == len({shot_in(frame).mat for frame in frames})


@pytest.mark.parametrize("name", ["foam-roll-quad/front-1", "ball-iliacus/start", "plank/hold-2"])
def test_a_mat_reaches_past_the_hands_of_one_who_is_face_down(name: str) -> None:
    body = solve(POSES[name])
    span = mat_span([body])
    assert span is not None
    assert span[1] > max(body.head[0], body.near.fingers[0], body.far.fingers[0])


def test_a_mat_with_a_middle_lies_around_it() -> None:
    for name in ("foam-roll-quad/start", "foam-roll-outer-thigh/start"):
        pose = POSES[name]
        span = mat_span([solve(pose)])
        assert span is not None
        (middle,) = (prop.x for prop in pose.props if prop.kind == "mat")
        assert pytest.approx(middle) == (span[0] + span[1]) / 2


def test_without_a_mat_there_is_none() -> None:
    assert mat_span([solve(STANDING)]) is None


def test_a_shot_moves_from_one_to_another_and_stays_there() -> None:
    low, high = shot_of([solve(LYING)]), shot_of([solve(STANDING)])
    assert low.window == low.toward(high, 0.0).window
    assert high == low.toward(high, 1.0)
    middle = low.toward(high, 0.5).window
    assert all(
        min(a, b) <= m <= max(a, b) for a, m, b in zip(low.window, middle, high.window, strict=True)
    )


def test_a_mat_moves_along_between_two_shots() -> None:
    one = Shot((0.0, 0.0, 1.0, 1.0), (0.0, 1.0))
    other = Shot((0.0, 0.0, 1.0, 1.0), (0.2, 1.4))
    assert pytest.approx((0.1, 1.2)) == one.toward(other, 0.5).mat


def _lens(frame: FigureFrame) -> Lens:
    mirrored = frame.side is Side.LEFT
    window = shot_in(frame).window
    return fitted("side", window, 0, 0, PLACE.width(), PLACE.height(), mirrored=mirrored)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("name", [name for name, pose in POSES.items() if pose.inset != "none"])
def test_an_inset_keeps_clear_of_the_head_and_of_the_badge(name: str, side: Side) -> None:
    pose = POSES[name]
    frame = FigureFrame(pose, side, holding=pose.hold_still)
    lens, body = _lens(frame), solve(pose)
    place = inset_place(PLACE, frame, lens, [body])
    head = lens.point(body.head)
    reach = 0.1 * lens.scale
    grown = place.adjusted(-reach, -reach, reach, reach)
    assert not grown.contains(head.real, head.imag)
    assert PLACE.contains(place)
    if frame.holding:
        assert not place.intersects(QRectF(0, 0, 120, 120))


def test_an_inset_stands_where_nothing_comes_in_all_of_a_step() -> None:
    pose = replace(POSES["seated-figure-4/hold-1"], hold_still=False)
    bent = POSES["seated-figure-4/fault"]
    frame = FigureFrame(pose, Side.RIGHT, scope=(pose, bent))
    lens = _lens(frame)
    bodies = [solve(pose), solve(bent)]
    place = inset_place(PLACE, frame, lens, bodies)
    for body in bodies:
        head = lens.point(body.head)
        assert not place.contains(head.real, head.imag)


def test_an_inset_zooms_no_more_than_the_picture() -> None:
    ends = POSES["clamshell/back-2"], POSES["clamshell/front-2"]
    images = [
        drawn(FigureFrame(there_and_back(*ends, turn), Side.RIGHT, scope=ends), size=(800, 600))
        for turn in (0.0, 0.25, 0.5)
    ]
    # The trunk's cut edge at the right of the inset doesn't move with the leg.
    columns = [[image.pixel(770, y) for y in range(30, 220)] for image in images]
    assert columns[0] == columns[1] == columns[2]
    assert len(set(columns[0])) > 1
