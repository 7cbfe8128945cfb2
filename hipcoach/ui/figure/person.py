"""The person: all parts of the body, each at its depth.

What does not move from one frame to the next is kept: trunk, each leg and each arm by
themselves. Who lies still and lifts one leg costs one leg.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from hipcoach.core.figure.chains import Frame
from hipcoach.core.figure.pose import Half, Muscle
from hipcoach.core.figure.skeleton import Joints, Skeleton
from hipcoach.core.figure.vectors import Vec, dot, sub
from hipcoach.ui.figure.body import chest_outline, neck_part, pelvis_outline, seat_part, top_part
from hipcoach.ui.figure.curve import unit
from hipcoach.ui.figure.feet import foot
from hipcoach.ui.figure.hands import hands_parts
from hipcoach.ui.figure.head import head
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.limbs import arm, arm_outline, leg, leg_outline
from hipcoach.ui.figure.muscles import Canvas, Layers, glow
from hipcoach.ui.figure.outline import Outline, cap
from hipcoach.ui.figure.palette import Palette
from hipcoach.ui.figure.shapes import Part

LIGHT: Vec = (0.45, 0.85, 0.35)
"""Where the light comes from: above and in front."""
_SIDES: tuple[tuple[Half, bool], ...] = (("far", False), ("near", True))
RAISED = 0.11
"""Body heights that an elbow is above its shoulder when the arm passes before the face."""
_END_ON = 0.7
"""Cosine of the angle from which a trunk without a head, seen from above, hides the hips."""
_NOWHERE: Vec = (0.0, 0.0, 0.0)


class Trunk(NamedTuple):
    """The points and directions that trunk and head are drawn from."""

    pelvis: Vec
    waist: Vec
    shoulders: Vec
    neck: Vec
    head: Vec
    pelvis_frame: Frame
    chest_frame: Frame
    head_frame: Frame


def person(
    lens: Lens,
    body: Skeleton,
    colours: Palette,
    muscles: Sequence[Muscle],
    breath: float,
    *,
    arms: bool = True,
    through: bool = True,
) -> list[Part]:
    """All parts of the body; `breath` is how far the chest has risen, in body heights.

    Without `arms` the head is left out too: only trunk and legs. With `through`, muscles of
    the working side that the body hides show through it as outlines.
    """
    trunk = Trunk(
        body.pelvis,
        body.waist,
        body.shoulders,
        body.neck,
        body.head,
        body.pelvis_frame,
        body.chest_frame,
        body.head_frame,
    )
    parts, seat, chest = _trunk(lens, trunk, colours, breath)
    end_on = lens.view == "top" and abs(dot(body.chest_frame.up, lens.toward)) > _END_ON
    shown = parts[3:] if end_on and not arms else [*parts]
    if arms:
        shown.append(_seen_head(lens, body, _head(lens, trunk, colours)))
    legs = {half: _leg(lens, _legs_only(body.side(half)), colours, near) for half, near in _SIDES}
    for half, near in _SIDES:
        joints = body.side(half)
        drawn, shape = legs[half]
        shown += drawn
        mine = [muscle for muscle in muscles if muscle.half == half]
        if mine:
            layers = _layers(drawn[-1], legs["far"] if near and through else None)
            tones = colours.near if near else colours.far
            glow(lens, body, mine, Canvas(shape, seat, chest), colours.room, tones, layers)
            shown.append(layers.seen)
            if layers.hidden is not None:
                shown.append(layers.hidden)
        if arms:
            holds = body.near if joints.grip.endswith("near") else body.far
            shown += _arm(lens, _arms_only(joints), colours, near, lens.depth(holds.knee))
    return shown


def _layers(leg: Part, other: tuple[list[Part], Outline] | None) -> Layers:
    """Where the glows of a leg's side go; the other leg hides them where it is nearer."""
    seen = Part(leg.depth, rimmed=False)
    if other is None:
        return Layers(seen, None, None)
    (*_, cover), shape = other
    over = Part(max(leg.depth, cover.depth) + 0.0002, rimmed=False)
    return Layers(seen, over, shape.path(root=cap(shape)) if cover.depth > leg.depth else None)


def _seen_head(lens: Lens, body: Skeleton, part: Part) -> Part:
    """The head, before the near arm where that is raised beside it: the face stays in sight."""
    near, up = body.near, body.chest_frame.up
    if lens.view != "side" or dot(sub(near.elbow, near.shoulder), up) < RAISED:
        return part
    # Its first mark is the shadow of the chin, which would fall on the sleeve.
    return Part(lens.depth(near.shoulder) + 0.05, part.marks[1:])


@lru_cache(maxsize=8)
def _trunk(
    lens: Lens, trunk: Trunk, colours: Palette, breath: float
) -> tuple[list[Part], Outline, Outline]:
    light = unit(lens.way(LIGHT))
    seat, chest = pelvis_outline(lens, trunk), chest_outline(lens, trunk, breath)
    parts = [
        neck_part(lens, trunk, colours.near, light),
        top_part(lens, trunk, chest, colours.near, light),
        seat_part(lens, trunk, seat, colours.near, light),
    ]
    return parts, seat, chest


@lru_cache(maxsize=4)
def _head(lens: Lens, trunk: Trunk, colours: Palette) -> Part:
    return head(lens, trunk, colours)


@lru_cache(maxsize=8)
def _leg(lens: Lens, joints: Joints, colours: Palette, near: bool) -> tuple[list[Part], Outline]:
    tones = colours.near if near else colours.far
    shape = leg_outline(lens, joints)
    part = leg(lens, joints, shape, tones, unit(lens.way(LIGHT)))
    return [foot(lens, joints, tones, part.depth - 0.0005), part], shape


@lru_cache(maxsize=8)
def _arm(lens: Lens, joints: Joints, colours: Palette, near: bool, grasped: float) -> list[Part]:
    light, tones = unit(lens.way(LIGHT)), colours.near if near else colours.far
    part = arm(lens, joints, arm_outline(lens, joints), tones, light, near=near)
    hand = hands_parts(
        lens,
        joints,
        tones,
        light,
        near=near,
        depth=part.depth + 0.0005,
        behind=min(part.depth, grasped) - 0.02,
    )
    return [part, *hand]


def _legs_only(joints: Joints) -> Joints:
    """The same leg, whatever the arm does."""
    return joints._replace(
        shoulder=_NOWHERE,
        elbow=_NOWHERE,
        wrist=_NOWHERE,
        palm=_NOWHERE,
        fingers=_NOWHERE,
        arm_front=_NOWHERE,
        forearm_front=_NOWHERE,
        hand_forward=_NOWHERE,
        palm_faces=_NOWHERE,
        grip="",
        grip_error=0.0,
    )


def _arms_only(joints: Joints) -> Joints:
    """The same arm, whatever the leg does."""
    return joints._replace(
        hip=_NOWHERE,
        knee=_NOWHERE,
        ankle=_NOWHERE,
        heel=_NOWHERE,
        ball=_NOWHERE,
        toe=_NOWHERE,
        thigh_front=_NOWHERE,
        shin_front=_NOWHERE,
        foot_forward=_NOWHERE,
        foot_up=_NOWHERE,
        grip_error=0.0,
    )
