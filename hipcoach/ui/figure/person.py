"""The person: all parts of the body, each at its depth."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.figure.pose import Half, Muscle
from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.core.figure.vectors import Vec
from hipcoach.ui.figure.body import chest_outline, neck_part, pelvis_outline, seat_part, top_part
from hipcoach.ui.figure.curve import unit
from hipcoach.ui.figure.feet import foot
from hipcoach.ui.figure.hands import hands_parts
from hipcoach.ui.figure.head import head
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.limbs import arm, arm_outline, leg, leg_outline
from hipcoach.ui.figure.muscles import Canvas, glow
from hipcoach.ui.figure.palette import Palette
from hipcoach.ui.figure.shapes import Part

LIGHT: Vec = (0.45, 0.85, 0.35)
"""Where the light comes from: above and in front."""
_SIDES: tuple[tuple[Half, bool], ...] = (("far", False), ("near", True))


def person(
    lens: Lens, body: Skeleton, colours: Palette, muscles: Iterable[Muscle], breath: float
) -> list[Part]:
    """All parts of the body; `breath` is how far the chest has risen, in body heights."""
    light = unit(lens.way(LIGHT))
    seat, chest = pelvis_outline(lens, body), chest_outline(lens, body, breath)
    parts = [
        neck_part(lens, body, colours.near, light),
        top_part(lens, body, chest, colours.near, light),
        seat_part(lens, body, seat, colours.near, light),
        head(lens, body, colours),
    ]
    glowing = list(muscles)
    for half, near in _SIDES:
        joints = body.side(half)
        tones = colours.near if near else colours.far
        legs = leg_outline(lens, joints)
        leg_part = leg(lens, joints, legs, tones, light)
        canvas = Canvas(legs, seat, chest)
        mine = [muscle for muscle in glowing if muscle.half == half]
        glow(lens, body, mine, canvas, colours.room, tones, leg_part)
        arm_part = arm(lens, joints, arm_outline(lens, joints), tones, light)
        grasped = lens.depth(body.side("near" if joints.grip.endswith("near") else "far").knee)
        parts += [foot(lens, joints, tones, leg_part.depth - 0.0005), leg_part, arm_part]
        parts += hands_parts(
            lens,
            joints,
            tones,
            light,
            near=near,
            depth=arm_part.depth + 0.0005,
            behind=min(arm_part.depth, grasped) - 0.02,
        )
    return parts
