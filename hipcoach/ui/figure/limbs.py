"""Legs and arms: each one smooth silhouette, dressed, with one shaded band."""

from __future__ import annotations

from hipcoach.core.figure.skeleton import Joints
from hipcoach.core.figure.vectors import Vec, add, cross, scale, sub, unit
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.outline import Edge, Outline, Rib, Station, bone, cap, outline, rounded
from hipcoach.ui.figure.palette import Person
from hipcoach.ui.figure.shapes import Part

# Depths and breadths in body heights, after the segment table's widths, slimmed a little as
# illustrators do: front, back, side.
THIGH = (
    Station(0.0, 0.058, 0.062, 0.056),
    Station(0.16, 0.062, 0.062, 0.060),
    Station(0.40, 0.060, 0.056, 0.055),
    Station(0.64, 0.050, 0.046, 0.046),
    Station(0.86, 0.040, 0.037, 0.038),
    Station(1.0, 0.036, 0.033, 0.036),
)
SHIN = (
    Station(0.0, 0.036, 0.033, 0.036),
    Station(0.12, 0.033, 0.037, 0.035),
    Station(0.28, 0.027, 0.046, 0.037),
    Station(0.48, 0.024, 0.040, 0.033),
    Station(0.70, 0.021, 0.027, 0.025),
    Station(0.86, 0.021, 0.023, 0.022),
)
UPPER_ARM = (
    Station(-0.05, 0.026, 0.026, 0.021),
    Station(0.08, 0.033, 0.033, 0.028),
    Station(0.26, 0.034, 0.033, 0.030),
    Station(0.48, 0.030, 0.029, 0.028),
    Station(0.76, 0.024, 0.024, 0.024),
    Station(1.0, 0.021, 0.022, 0.023),
)
FOREARM = (
    Station(0.0, 0.021, 0.022, 0.023),
    Station(0.18, 0.024, 0.022, 0.023),
    Station(0.42, 0.022, 0.019, 0.021),
    Station(0.76, 0.015, 0.015, 0.017),
    Station(1.06, 0.012, 0.013, 0.015),
)
RIM = 0.006
"""Breadth of a sleeve's dark rim, half of it covered, in body heights."""
SLEEVE = 0.56
"""How far down the upper arm a sleeve comes."""


def leg_outline(lens: Lens, joints: Joints) -> Outline:
    """The silhouette of a leg in its trousers, from the hip to above the ankle."""
    thigh_way = unit(sub(joints.knee, joints.hip))
    shin_way = unit(sub(joints.ankle, joints.knee))
    return outline(
        [
            bone(
                lens,
                joints.hip,
                joints.knee,
                joints.thigh_front,
                cross(joints.thigh_front, thigh_way),
                THIGH,
            ),
            bone(
                lens,
                joints.knee,
                joints.ankle,
                joints.shin_front,
                cross(joints.shin_front, shin_way),
                SHIN,
            ),
        ]
    )


def arm_outline(lens: Lens, joints: Joints) -> Outline:
    """The silhouette of an arm, from the shoulder to the wrist."""
    upper = unit(sub(joints.elbow, joints.shoulder))
    lower = unit(sub(joints.wrist, joints.elbow))
    return outline(
        [
            bone(
                lens,
                joints.shoulder,
                joints.elbow,
                joints.arm_front,
                cross(joints.arm_front, upper),
                UPPER_ARM,
            ),
            bone(
                lens,
                joints.elbow,
                joints.wrist,
                joints.forearm_front,
                cross(joints.forearm_front, lower),
                FOREARM,
            ),
        ]
    )


def leg(lens: Lens, joints: Joints, shape: Outline, person: Person, light: complex) -> Part:
    """A leg in trousers."""
    part = Part(lens.depth(_mean(joints.hip, joints.knee, joints.ankle)))
    part.fill(shape.path(root=cap(shape)), person.trousers.base)
    part.fill(shape.shade(light), person.trousers.shade)
    end = shape.ribs[-1].at
    part.fill(shape.between(end - 0.045, end), person.band.base)
    return part


def arm(
    lens: Lens,
    joints: Joints,
    shape: Outline,
    person: Person,
    light: complex,
    *,
    near: bool,
) -> Part:
    """A bare arm in a short sleeve; the far one is plain, in the shade of the body."""
    part = Part(lens.depth(_mean(joints.shoulder, joints.elbow, joints.palm)))
    wrist = rounded(shape.ribs[-1], 0.5)
    part.fill(shape.path(root=cap(shape, 0.35), tip=wrist), person.skin.base)
    if near:
        part.fill(shape.shade(light, start=0), person.skin.shade)
    sleeve = _sleeve(shape)
    cloth = sleeve.path(root=cap(sleeve, 0.42))
    if near:
        part.stroke(cloth, person.top.shade, RIM * lens.scale)  # it stands off from the chest
    part.fill(cloth, person.top.base)
    if near:
        part.fill(sleeve.shade(light, 0.8, start=1), person.top.shade)
    return part


def _sleeve(shape: Outline) -> Outline:
    ribs = [rib for rib in shape.ribs if rib.at < SLEEVE - 0.05]
    ribs.append(shape.rib(SLEEVE))
    result = Outline(Edge([], [], set(), 1.0), Edge([], [], set(), -1.0), [])
    looser: list[Rib] = []
    for i, rib in enumerate(ribs):
        wide = 1.02 + 0.12 * i / (len(ribs) - 1)
        looser.append(rib._replace(left=rib.left * wide, right=rib.right * wide))
    result.left.extend(looser)
    result.right.extend(looser)
    result.ribs = looser
    return result


def _mean(a: Vec, b: Vec, c: Vec) -> Vec:
    return scale(add(add(a, b), c), 1 / 3)
