"""Where a hand goes when it holds something: the spot, and how the palm lies on it."""

from __future__ import annotations

from typing import NamedTuple

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.chains import Bones, Frame
from hipcoach.core.figure.pose import Half, Prop
from hipcoach.core.figure.vectors import (
    FORWARD,
    TOWARD_VIEWER,
    UP,
    Vec,
    along,
    between,
    mix,
    scale,
    unit,
)


class Hold(NamedTuple):
    """A spot for the middle of a palm."""

    point: Vec
    out: Vec  # unit, out of the surface toward the palm
    fingers: Vec | None  # which way the fingers lie; None: as the forearm points


class Surroundings(NamedTuple):
    """What a hand can reach for."""

    pelvis: Vec
    pelvis_frame: Frame
    near_leg: Bones
    far_leg: Bones
    outward_near: Vec
    head: Vec
    head_frame: Frame
    props: tuple[Prop, ...]


# How far the palm's middle is from the bone's line: the flesh, and half a hand.
_BEHIND_THIGH = 0.034
_BEFORE_THIGH = 0.052
_BEFORE_SHIN = 0.040
_ON_KNEE = 0.042
_HANDS_APART = 0.026  # two hands side by side on one limb, from its middle
_ALONG_SHIN = 0.3  # where on it a hand is laid against its side, from the knee
_BESIDE_SHIN = 0.042
_BESIDE_ANKLE = 0.024  # an ankle behind one is held from outside, fingers around its front
_BEFORE_ANKLE = 0.008
_BROW = 0.055  # from the middle of the head to the skin of the forehead
_STACKED = 0.015  # from there down to the middle of the upper hand; as far again to the other


def hold_of(on: str, hand: Half, around: Surroundings, free: Vec) -> Hold:
    """The spot that a hand goes to for a grip; `free` is where it would be by its angles."""
    thing, _, side = on.rpartition("-")
    apart = scale(around.outward_near, _HANDS_APART if hand == "near" else -_HANDS_APART)
    if thing:
        leg = around.near_leg if side == "near" else around.far_leg
        return _on_leg(thing, leg, apart)
    if on == "hip":
        outward = around.outward_near
        outward = outward if hand == "near" else scale(outward, -1.0)
        frame = around.pelvis_frame
        crest = along(along(around.pelvis, frame.up, 0.075), outward, 0.088)
        fingers = unit(mix(frame.forward, 0.8, frame.up, -0.6))
        return Hold(along(crest, frame.forward, 0.012), outward, fingers)
    if on == "floor":
        return Hold((free[0], 0.015, free[2]), UP, FORWARD)
    if on == "forehead":
        brow = along(around.head, around.head_frame.forward, _BROW)
        inward = scale(around.head_frame.near, -1.0 if hand == "near" else 1.0)
        under = _STACKED if hand == "near" else 2.0 * _STACKED
        return Hold(along(brow, around.head_frame.forward, under), UP, inward)
    prop = next((prop for prop in around.props if prop.kind == on), None)
    if prop is None or on == "strap":
        return Hold(free, UP, None)
    return _on_prop(prop, free, hand)


def _on_leg(thing: str, leg: Bones, apart: Vec) -> Hold:
    if thing == "thigh":
        # Fingers meet behind it, so the palms lie on the back of its two flanks.
        flank = along(scale(apart, 1.5), leg.upper_front, -_BEHIND_THIGH)
        spot = between(leg.root, leg.middle, 0.69)
        return Hold(_shifted(spot, flank), unit(flank), None)
    if thing == "thigh-front":
        spot = along(between(leg.root, leg.middle, 0.74), leg.upper_front, _BEFORE_THIGH)
        return Hold(_shifted(spot, apart), leg.upper_front, None)
    if thing.startswith("shin"):
        return _on_shin(thing, leg, apart)
    if thing == "kneecap":
        out = unit(mix(leg.upper, 0.9, leg.upper_front, 0.45))
        return Hold(_shifted(along(leg.middle, out, _ON_KNEE), scale(apart, 0.6)), out, None)
    if thing == "knee":
        spot = along(between(leg.root, leg.middle, 0.93), leg.upper_front, _ON_KNEE)
        return Hold(_shifted(spot, apart), leg.upper_front, None)
    flank = _shifted(scale(unit(apart), _BESIDE_ANKLE), scale(leg.lower_front, _BEFORE_ANKLE))
    return Hold(_shifted(leg.end, flank), unit(flank), None)


def _on_shin(thing: str, leg: Bones, apart: Vec) -> Hold:
    if thing == "shin":
        spot = along(between(leg.middle, leg.end, 0.2), leg.lower_front, _BEFORE_SHIN)
        return Hold(_shifted(spot, apart), leg.lower_front, None)
    # Each hand on the side where it is: the near one outside of the near shin.
    side = unit(apart)
    spot = between(leg.middle, leg.end, _ALONG_SHIN)
    return Hold(along(spot, side, _BESIDE_SHIN), side, None)


def _shifted(spot: Vec, by: Vec) -> Vec:
    return (spot[0] + by[0], spot[1] + by[1], spot[2] + by[2])


def _on_prop(prop: Prop, free: Vec, hand: Half) -> Hold:
    if prop.kind == "wall":
        if prop.z:
            return Hold((prop.x, prop.y, prop.z + 0.015), TOWARD_VIEWER, unit((0.8, 0.6, 0.0)))
        return Hold((prop.x - 0.015, prop.y, free[2]), (-1.0, 0.0, 0.0), UP)
    width = body.SHOULDER_HALF_WIDTH if hand == "near" else -body.SHOULDER_HALF_WIDTH
    return Hold((prop.x, prop.y + 0.015, width), UP, FORWARD)
