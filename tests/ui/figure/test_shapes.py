from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from hipcoach.core.figure.pose import MUSCLES, Contact, Limbs, Pose
from hipcoach.core.figure.skeleton import solve
from hipcoach.core.figure.vectors import Vec
from hipcoach.ui.figure.framing import HEIGHT, WIDTH, extent, window_of
from hipcoach.ui.figure.lens import View, fitted
from hipcoach.ui.figure.limbs import arm_outline, leg_outline
from hipcoach.ui.figure.muscles import pieces
from hipcoach.ui.figure.outline import cap
from hipcoach.ui.figure.palette import CLOTHES, SKINS, Look, RoomTheme, palette
from tests.ui.figure.figure_stand import LYING, POSES, STANDING

VIEWS: tuple[View, ...] = ("side", "front", "top")

hips = st.floats(-20, 120)
knees = st.floats(0, 140)
elbows = st.floats(0, 145)
shoulders = st.floats(-40, 180)


def _pose(hip: float, knee: float, shoulder: float, elbow: float) -> Pose:
    limbs = Limbs(hip=hip, knee=knee, shoulder=shoulder, elbow=elbow)
    return Pose(near=limbs, planted=(Contact("foot-far"),))


@given(hips, knees, shoulders, elbows, st.sampled_from(VIEWS))
def test_a_limb_is_one_closed_shape_around_its_bones(
    hip: float, knee: float, shoulder: float, elbow: float, view: View
) -> None:
    body = solve(_pose(hip, knee, shoulder, elbow))
    lens = fitted(view, extent(body, view), 0, 0, 800, 600)
    near = body.near
    for shape, joints in (
        (leg_outline(lens, near), (near.hip, near.knee)),
        (arm_outline(lens, near), (near.shoulder, near.elbow)),
    ):
        path = shape.path(root=cap(shape))
        box = path.boundingRect()
        assert all(isfinite(n) for n in (box.x(), box.y(), box.width(), box.height()))
        for joint in joints:
            point = lens.point(joint)
            assert path.contains(QPointF(point.real, point.imag))


@given(knees)
def test_a_calf_bulges_behind_and_not_before(knee: float) -> None:
    body = solve(_pose(20, knee, 0, 0))
    lens = fitted("side", extent(body, "side"), 0, 0, 800, 600)
    rib = leg_outline(lens, body.near).rib(1.28)
    front = lens.way(body.near.shin_front)
    facing = (rib.normal.conjugate() * front).real
    before, behind = (rib.left, rib.right) if facing > 0 else (rib.right, rib.left)
    assert behind > before * 1.4


@pytest.mark.parametrize("name", POSES)
def test_the_window_holds_the_whole_body(name: str) -> None:
    body = solve(POSES[name])
    left, top, right, bottom = window_of([body])
    box = extent(body, "side")
    assert left <= box[0]
    assert top <= box[1]
    assert right >= box[2]
    assert bottom >= box[3] - 0.05


def test_a_swinging_leg_does_not_move_the_window() -> None:
    windows = {window_of([solve(_pose(hip, 5, 0, 10))]) for hip in (-15.0, -8.0, 0.0, 15.0, 25.0)}
    assert 1 == len({round(right - left, 6) for left, _, right, _ in windows})


def test_a_window_for_two_poses_holds_both() -> None:
    lying, standing = solve(LYING), solve(STANDING)
    both = window_of([lying, standing])
    assert min(extent(lying, "side")[0], extent(standing, "side")[0]) >= both[0]
    assert min(extent(lying, "side")[1], extent(standing, "side")[1]) >= both[1]


@given(hips, knees)
def test_small_figures_are_not_blown_up(hip: float, knee: float) -> None:
    left, top, right, bottom = window_of([solve(_pose(hip, knee, 0, 0))])
    assert right - left >= WIDTH - 1e-9
    assert bottom - top >= HEIGHT - 1e-9


@pytest.mark.parametrize("view", VIEWS)
def test_a_mirrored_lens_sees_the_mirror_image(view: View) -> None:
    box = (-1.0, -1.0, 1.5, 0.5)
    plain = fitted(view, box, 0, 0, 400, 300)
    mirrored = fitted(view, box, 0, 0, 400, 300, mirrored=True)
    spots: list[Vec] = [(0.3, 0.2, 0.1), (-0.5, 0.9, -0.2), (0.0, 0.0, 0.0)]
    for spot in spots:
        there, here = plain.point(spot), mirrored.point(spot)
        assert 400 - there.real == pytest.approx(here.real)
        assert there.imag == pytest.approx(here.imag)


def test_every_muscle_has_a_drawing() -> None:
    assert set(MUSCLES) == set(pieces())


def test_a_muscle_is_a_closed_run_of_curves() -> None:
    for name, drawn in pieces().items():
        for piece in drawn:
            assert 1 == len(piece.points) % 3, name
            assert piece.points[0] == piece.points[-1], name


def _lightness(colour: QColor) -> float:
    """CIE L*, 0 to 100."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


@pytest.mark.parametrize("theme", RoomTheme)
def test_the_accents_differ_in_lightness_and_not_in_hue_alone(theme: RoomTheme) -> None:
    room = palette(Look(theme=theme)).room
    assert abs(_lightness(room.arrow) - _lightness(room.wall)) > 40
    assert abs(_lightness(room.arrow) - _lightness(room.muscle)) > 15
    assert abs(_lightness(room.stretch) - _lightness(room.muscle)) > 8
    assert abs(_lightness(room.badge) - _lightness(room.wall)) > 60


@pytest.mark.parametrize("theme", RoomTheme)
@pytest.mark.parametrize("clothes", CLOTHES)
def test_a_glow_stands_out_from_the_trousers(theme: RoomTheme, clothes: str) -> None:
    colours = palette(Look(theme=theme, clothes=clothes))
    for tones in (colours.near, colours.far):
        cloth = _lightness(tones.trousers.base)
        assert _lightness(colours.room.muscle) - cloth > 20
        assert _lightness(colours.room.stretch) - cloth > 20


@pytest.mark.parametrize("skin", SKINS)
def test_far_limbs_are_a_step_darker(skin: str) -> None:
    colours = palette(Look(skin=skin))
    for near, far in (
        (colours.near.skin, colours.far.skin),
        (colours.near.top, colours.far.top),
    ):
        assert _lightness(near.base) - _lightness(far.base) > 2
        assert _lightness(near.base) > _lightness(near.shade)


@pytest.mark.parametrize("theme", [RoomTheme.DARK, RoomTheme.LIGHT])
@pytest.mark.parametrize("hair", ["black", "brown", "blond", "silver"])
def test_hair_stands_out_from_the_wall(theme: RoomTheme, hair: str) -> None:
    colours = palette(Look(theme=theme, hair=hair))
    for ground in (colours.room.wall, colours.room.glow):
        assert abs(_lightness(colours.hair.base) - _lightness(ground)) > 10
