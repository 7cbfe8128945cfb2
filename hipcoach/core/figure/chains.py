"""Limbs as chains of two bones: from angles to points, and from a point back to the bones."""

from __future__ import annotations

from math import cos, radians, sin, sqrt
from typing import NamedTuple

from hipcoach.core.figure.vectors import (
    Vec,
    add,
    along,
    cross,
    mix,
    norm,
    scale,
    square_to,
    sub,
    unit,
)


class Frame(NamedTuple):
    """How a mass of the trunk is turned: unit vectors, square to each other."""

    up: Vec  # toward the head
    forward: Vec  # the way its front faces
    near: Vec  # toward the near side of the body


class Bones(NamedTuple):
    """A limb's two bones: points of the three joints, and which way the front of each bone is."""

    root: Vec
    middle: Vec
    end: Vec
    upper: Vec  # unit, root to middle
    lower: Vec  # unit, middle to end
    upper_front: Vec  # unit, square to `upper`: the kneecap's side, or the inside of the elbow
    lower_front: Vec


def turned(a: Vec, b: Vec, degrees: float) -> tuple[Vec, Vec]:
    """Two square unit vectors, both turned so that `a` moves toward `b`."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return mix(a, c, b, s), mix(b, c, a, -s)


def limb_way(
    frame: Frame, outward: Vec, flexion: float, abduction: float, rotation: float
) -> tuple[Vec, Vec]:
    """Which way an upper arm or thigh points, and which way its front faces.

    Flexion is in the side plane, abduction is the angle out of that plane, rotation turns the
    front outward about the bone: so the side view of the angle is the angle.
    """
    down = scale(frame.up, -1.0)
    way, front = turned(down, frame.forward, flexion)
    front = mix(frame.forward, cos(radians(flexion)), frame.up, sin(radians(flexion)))
    way, out = turned(way, outward, abduction)
    front, _ = turned(front, out, rotation)
    return way, front


def chain(root: Vec, way: Vec, front: Vec, bend: float, upper: float, lower: float) -> Bones:
    """The bones of a limb whose lower bone is bent by `bend` degrees toward the front.

    A knee bends away from the front: give it a negative bend.
    """
    below, below_front = turned(way, front, bend)
    middle = along(root, way, upper)
    return Bones(root, middle, along(middle, below, lower), way, below, front, below_front)


def reached(bones: Bones, target: Vec, upper: float, lower: float, front: float) -> Bones:
    """The bones with their end at `target`, or as near to it as they reach.

    The middle joint stays on the side where it was: a knee points to the limb's front
    (`front` 1), an elbow away from it (`front` -1).
    """
    way = sub(target, bones.root)
    far = norm(way)
    reach = min(max(far, abs(upper - lower) + 1e-6), upper + lower - 1e-6)
    axis = unit(way, bones.upper)
    ahead = (upper * upper - lower * lower + reach * reach) / (2.0 * reach)
    off = sqrt(max(upper * upper - ahead * ahead, 0.0))
    # A limb that is all but straight has no plane of its own: its front lends one.
    hint = along(sub(bones.middle, bones.root), bones.upper_front, 0.01 * front)
    pole = square_to(hint, axis, scale(bones.upper_front, front))
    hinge = scale(cross(axis, pole), front)
    middle = add(bones.root, mix(axis, ahead, pole, off))
    end = along(bones.root, axis, reach)
    above = scale(sub(middle, bones.root), 1.0 / upper)
    below = scale(sub(end, middle), 1.0 / lower)
    return Bones(bones.root, middle, end, above, below, cross(hinge, above), cross(hinge, below))


def moved(bones: Bones, by: Vec) -> Bones:
    """The same bones somewhere else."""
    return bones._replace(
        root=add(bones.root, by), middle=add(bones.middle, by), end=add(bones.end, by)
    )
