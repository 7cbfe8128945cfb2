"""What a body can't do, or a picture must not show: joint ranges, floating, sinking, missing.

Ranges: hip flexion to 120 (more only with the knee out to the side), extension 20,
abduction 50, adduction 30, outward rotation 60, inward 40 (AFP 2014;89:27, and J Korean
Orthop Assoc 2006;41:361 for flexion with abduction); knee to 140, ankle -50 to 25,
shoulder -60 to 180, elbow to 150: ordinary clinical values. That a hip bent and out to the
side turns further outward is how people sit with an ankle on the other knee; how much
further is our own measure.
"""

from __future__ import annotations

from dataclasses import fields
from math import hypot
from types import MappingProxyType
from typing import Final

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.legs import instep_of
from hipcoach.core.figure.measure import measured
from hipcoach.core.figure.place import groin_of, prop_under, surface_of
from hipcoach.core.figure.pose import RESTS_ON, Limbs, Pose, Prop, half_of
from hipcoach.core.figure.skeleton import Joints, Skeleton, solve
from hipcoach.core.value import value

LIMB_RANGES: Final = MappingProxyType(
    {
        "hip": (-20.0, 120.0),
        "abduction": (-30.0, 50.0),
        "rotation": (-40.0, 60.0),
        "knee": (0.0, 140.0),
        "ankle": (-50.0, 25.0),
        "toes": (-30.0, 70.0),
        "shoulder": (-60.0, 180.0),
        "shoulder_abduction": (-45.0, 180.0),
        "shoulder_rotation": (-90.0, 90.0),
        "elbow": (0.0, 150.0),
        "pronation": (-180.0, 180.0),
        "wrist": (-80.0, 85.0),
        "wrist_side": (-45.0, 45.0),
        "shrug": (0.0, 1.0),
    }
)
"""Least and most of each angle of one side, in degrees; `shrug` is a share."""

BODY_RANGES: Final = MappingProxyType(
    {
        "trunk": (-130.0, 110.0),
        "roll": (-180.0, 180.0),
        "neck": (-50.0, 60.0),
        "nod": (-30.0, 30.0),
        "pelvic_tilt": (-25.0, 25.0),
        "arch": (-10.0, 40.0),
        "side_bend": (-30.0, 30.0),
        "twist": (-45.0, 45.0),
        "pelvis_turn": (-40.0, 40.0),
        "pelvis_drop": (-20.0, 20.0),
    }
)
"""Least and most of each angle of the trunk, in degrees."""

OUTWARD_FLEXION: Final = 140.0
"""Most hip flexion with the knee at least `OUTWARD_FROM` degrees out to the side."""
OUTWARD_FROM: Final = 20.0
OUTWARD_ROTATION: Final = 75.0
"""Most outward rotation of a hip bent to 90 or more with the knee as far out, in degrees."""
_BENT = 90.0

SURFACE_TOLERANCE: Final = 0.01
"""How far a planted part may be off its surface, in body heights."""
HOLD_TOLERANCE: Final = 0.02
"""How far a palm may be from what it holds, in body heights."""

NO_PROP: Final = "no-prop"
"""Code of a hand or another part on a thing that isn't in the picture."""

_ANGLE_TOLERANCE = 0.5  # degrees
_SOLE_TOLERANCE = 8.0  # degrees that the angles may leave a planted sole tilted


@value
class Problem:
    """Something wrong with a pose.

    Codes: `out-of-range` (degrees), `off-surface`, `sole-tilted` (degrees), `hand-short`,
    `below-floor` (all in body heights), `no-prop` (a part on a thing that isn't there).
    """

    code: str
    field: str  # what it is about, such as `near.hip` or `planted.foot-far`
    value: float = 0.0
    least: float = 0.0
    most: float = 0.0


def out_of_range(pose: Pose) -> tuple[Problem, ...]:
    """The angles of a pose that no joint has, as they are written."""
    found = [
        Problem("out-of-range", name, getattr(pose, name), *bounds)
        for name, bounds in BODY_RANGES.items()
        if not _within(getattr(pose, name), bounds)
    ]
    found += _limbs_out_of_range("near", pose.near)
    found += _limbs_out_of_range("far", pose.far)
    return tuple(found)


def problems(pose: Pose) -> tuple[Problem, ...]:
    """Everything that is wrong with a pose, written or solved; empty for a sound one."""
    written = out_of_range(pose)
    if written:
        return written
    skeleton = solve(pose)
    angles = measured(pose, skeleton)
    return (
        *_limbs_out_of_range("near", angles.near),
        *_limbs_out_of_range("far", angles.far),
        *_off_surface(pose, skeleton),
        *_soles(pose, angles.near, angles.far),
        *_hands(pose, skeleton),
        *_below_floor(skeleton),
    )


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] - _ANGLE_TOLERANCE <= value <= bounds[1] + _ANGLE_TOLERANCE


def _limbs_out_of_range(half: str, limbs: Limbs) -> list[Problem]:
    found = []
    for field in fields(limbs):
        value = getattr(limbs, field.name)
        least, most = LIMB_RANGES[field.name]
        if limbs.abduction >= OUTWARD_FROM:
            if field.name == "hip":
                most = OUTWARD_FLEXION
            elif field.name == "rotation" and limbs.hip >= _BENT:
                most = OUTWARD_ROTATION
        if not _within(value, (least, most)):
            found.append(Problem("out-of-range", f"{half}.{field.name}", value, least, most))
    return found


def _off_surface(pose: Pose, skeleton: Skeleton) -> list[Problem]:
    found = [
        Problem(NO_PROP, f"planted.{contact.part}")
        for contact in pose.planted
        if (part := half_of(contact.part)[0]) in RESTS_ON and prop_under(part, pose.props) is None
    ]
    if skeleton.contact_error > SURFACE_TOLERANCE:
        found.append(_off("planted", skeleton.contact_error))
    for contact in pose.planted:
        gap = max((abs(gap) for gap in _gaps(contact.part, skeleton)), default=0.0)
        if gap > SURFACE_TOLERANCE:
            found.append(_off(f"planted.{contact.part}", gap))
    return found


def _off(field: str, gap: float) -> Problem:
    return Problem("off-surface", field, gap, 0.0, SURFACE_TOLERANCE)


def _gaps(part: str, skeleton: Skeleton) -> tuple[float, ...]:
    """How far the points of a planted part are above where they rest."""
    what, half = half_of(part)
    lying = body.HIP_ON_FLOOR
    surface = surface_of(what, skeleton.props)
    if half is None:
        pelvis, shoulders = skeleton.pelvis[1], skeleton.shoulders[1]
        return {
            "back": (pelvis - lying, shoulders - lying),
            "pelvis": (pelvis - lying,),
            "shoulders": (shoulders - lying,),
            "head": (skeleton.head[1] - lying,),
            "seat": (pelvis - surface - body.HIP_ON_SEAT,),
            "side": (pelvis - body.PELVIS_BREADTH / 2, shoulders - body.SHOULDER_BREADTH / 2),
        }[what]
    joints = skeleton.side(half)
    if what == "thigh":
        return (_over_roller(joints, skeleton.props),)
    instep = instep_of(joints.ankle, joints.foot_forward, joints.foot_up)
    groin = groin_of(joints.hip, skeleton.pelvis_frame.forward)
    return {
        "foot": (joints.heel[1], joints.ball[1]),
        "toes": (joints.ball[1],),
        "heel": (joints.heel[1],),
        "knee": (joints.knee[1] - body.KNEE_ON_FLOOR,),
        "instep": (instep[1] - surface,),
        "forearm": (joints.elbow[1] - body.ELBOW_ON_FLOOR, joints.wrist[1] - body.WRIST_ON_FLOOR),
        "groin": (groin[1] - surface,),
    }[what]


def _over_roller(joints: Joints, props: tuple[Prop, ...]) -> float:
    """How far the skin of a thigh is above the roller; less than 0: pressed into it."""
    roller = prop_under("thigh", props)
    if roller is None:
        return 0.0
    hip, knee = joints.hip, joints.knee
    along_x, along_y = knee[0] - hip[0], knee[1] - hip[1]
    off_x, off_y = roller.x - hip[0], body.ROLLER - hip[1]
    share = (off_x * along_x + off_y * along_y) / max(along_x**2 + along_y**2, 1e-9)
    share = max(0.0, min(1.0, share))
    apart = hypot(off_x - share * along_x, off_y - share * along_y)
    return apart - body.ROLLER - body.THIGH_DEEP


def _soles(pose: Pose, near: Limbs, far: Limbs) -> list[Problem]:
    """Planted soles whose ankle, as written, would leave them tilted."""
    found = []
    for half, written, real in (("near", pose.near, near), ("far", pose.far, far)):
        tilt = abs(written.ankle - real.ankle)
        flat = any(contact.part == f"foot-{half}" for contact in pose.planted)
        if flat and tilt > _SOLE_TOLERANCE:
            found.append(Problem("sole-tilted", f"{half}.ankle", tilt, 0.0, _SOLE_TOLERANCE))
    return found


def _hands(pose: Pose, skeleton: Skeleton) -> list[Problem]:
    kinds = {prop.kind for prop in pose.props}
    found = [
        Problem(NO_PROP, f"hands.{grip.hand}")
        for grip in pose.grips
        if grip.on in {"strap", "desk", "wall", "chair"} - kinds
    ]
    for grip in pose.grips:
        error = skeleton.side(grip.hand).grip_error
        if error > HOLD_TOLERANCE:
            found.append(Problem("hand-short", f"hands.{grip.hand}", error, 0.0, HOLD_TOLERANCE))
    return found


def _below_floor(skeleton: Skeleton) -> list[Problem]:
    heights = {
        "pelvis": (skeleton.pelvis[1], body.HIP_ON_FLOOR),
        "shoulders": (skeleton.shoulders[1], body.HIP_ON_FLOOR),
        "head": (skeleton.head[1], body.HIP_ON_FLOOR),
        **_heights("near", skeleton.near),
        **_heights("far", skeleton.far),
    }
    return [
        Problem("below-floor", point, height - rest, -SURFACE_TOLERANCE, 0.0)
        for point, (height, rest) in heights.items()
        if height - rest < -SURFACE_TOLERANCE
    ]


def _heights(half: str, joints: Joints) -> dict[str, tuple[float, float]]:
    """Heights of the points of one side, and the least that their flesh lets them have."""
    flesh = {"knee": body.KNEE_ON_FLOOR, "elbow": 0.02, "wrist": 0.015, "fingers": 0.005}
    points = ("heel", "ball", "toe", "knee", "ankle", "elbow", "wrist", "fingers")
    return {f"{half}.{name}": (getattr(joints, name)[1], flesh.get(name, 0.0)) for name in points}
