from __future__ import annotations

from hypothesis import given

from hipcoach.core.figure.camera import Camera, seen
from hipcoach.core.figure.pose import Limbs, Pose
from hipcoach.core.figure.skeleton import solve
from hipcoach.core.side import Side
from tests.core.figure.bodies import poses


@given(poses())
def test_the_left_side_is_the_right_side_mirrored(pose: Pose) -> None:
    skeleton = solve(pose)
    for camera in Camera:
        for point in (skeleton.head, skeleton.near.toe, skeleton.far.palm):
            right, left = seen(point, camera, Side.RIGHT), seen(point, camera, Side.LEFT)
            assert (-right.x, right.y, right.depth) == tuple(left)


def test_from_the_side_one_faces_right_with_the_near_side_in_front() -> None:
    skeleton = solve(Pose())
    toe, heel = (seen(point, Camera.SIDE) for point in (skeleton.near.toe, skeleton.near.heel))
    assert toe.x > heel.x
    assert seen(skeleton.near.hip, Camera.SIDE).depth > seen(skeleton.far.hip, Camera.SIDE).depth
    assert seen(skeleton.head, Camera.SIDE).y > seen(skeleton.pelvis, Camera.SIDE).y


def test_face_to_face_the_right_side_is_on_the_left() -> None:
    skeleton = solve(Pose())
    assert seen(skeleton.near.hip, Camera.FRONT).x < 0 < seen(skeleton.far.hip, Camera.FRONT).x
    face = seen(skeleton.near.toe, Camera.FRONT).depth
    assert face > seen(skeleton.near.heel, Camera.FRONT).depth


def test_from_above_an_abducted_near_leg_is_at_the_bottom() -> None:
    skeleton = solve(Pose(near=Limbs(abduction=30)))
    assert seen(skeleton.near.knee, Camera.TOP).y < seen(skeleton.far.knee, Camera.TOP).y
