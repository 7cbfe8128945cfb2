from __future__ import annotations

from dataclasses import asdict, replace

import pytest
from hypothesis import assume, given

from hipcoach.core.figure.measure import measured
from hipcoach.core.figure.pose import Contact, Grip, Limbs, Pose
from hipcoach.core.figure.skeleton import solve
from hipcoach.core.figure.vectors import distance
from tests.core.figure.bodies import free_poses


@given(free_poses())
def test_what_is_measured_is_what_the_pose_says(pose: Pose) -> None:
    # An arm straight out to the side has no flexion to speak of.
    assume(all(abs(limbs.shoulder_abduction) < 80 for limbs in (pose.near, pose.far)))
    assume(all(abs(limbs.pronation) < 170 for limbs in (pose.near, pose.far)))
    assume(all(abs(limbs.wrist) < 80 for limbs in (pose.near, pose.far)))
    found = measured(pose, solve(pose))
    assert pytest.approx(asdict(pose.near), abs=0.01) == asdict(found.near)
    assert pytest.approx(asdict(pose.far), abs=0.01) == asdict(found.far)


def test_a_limb_bent_to_meet_a_thing_measures_as_it_lies() -> None:
    arm = Limbs(hip=105, knee=100, shoulder=8, elbow=10)
    pose = Pose(
        trunk=-90, near=arm, planted=(Contact("back"),), grips=(Grip("near", "thigh-near"),)
    )
    skeleton = solve(pose)
    free = replace(pose, near=measured(pose, skeleton).near, grips=())
    assert distance(skeleton.near.palm, solve(free).near.palm) < 1e-6
    assert distance(skeleton.near.fingers, solve(free).near.fingers) < 1e-6
