"""Moves between poses, as pure functions of how far they have come."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import lru_cache
from math import pi, sin
from typing import NamedTuple

from hipcoach.core.figure.legs import instep_of
from hipcoach.core.figure.measure import measured
from hipcoach.core.figure.place import groin_of
from hipcoach.core.figure.pose import Contact, Grip, Half, Limbs, Pose, Prop, half_of
from hipcoach.core.figure.skeleton import Skeleton, solve
from hipcoach.core.figure.vectors import Vec, between, distance, sub

_ANGLES = tuple(field.name for field in fields(Limbs))
_ARM = ("shoulder", "shoulder_abduction", "shoulder_rotation", "elbow")
_HALVES: tuple[Half, ...] = ("near", "far")
_TURN_APART = 45.0  # degrees of the trunk
_MOVE_APART = 0.15  # body heights of the pelvis
_STANDING = 0.4  # least height of the pelvis of one who stands
_STEP = 0.03  # body heights: a foot that goes further is lifted
_STEP_BEND = 32.0  # degrees of the knee in mid-step
_LEANS_EARLY = 0.55  # of 1, which would have the lean deepest halfway
_SHIN_SHARE = 0.5  # of the lean in mid-move, how far the shins lean too
_SWING_CLEAR = 0.07  # how far a hand swings out around a limb, in body heights
_CHEST_RISE = 0.0025  # about 4 mm


def pose_at(pose_from: Pose, pose_to: Pose, fraction: float) -> Pose:
    """The pose on the way from one to another; 0 and 1 give the very ends.

    The move starts and ends gently. What both ends hold stays held, what both have planted
    stays planted. What the picture teaches is that of the end one is going to.
    """
    if fraction <= 0.0:
        return pose_from
    if fraction >= 1.0 or pose_from == pose_to:
        return pose_to
    if pose_from.picture or pose_to.picture:
        return pose_from if fraction < 0.5 else pose_to  # noqa: PLR2004 - whichever is nearer
    if _changes_legs(pose_from, pose_to):
        return _by_both_feet(pose_from, pose_to, fraction)
    eased = eased_at(fraction)
    start, end = _settled(pose_from), _settled(pose_to)
    a, b = start.pose, end.pose
    steps = tuple(half for half in _HALVES if _steps(half, start, end))
    planted, anchored = _planted(start, end, eased, steps)
    lean = _lean(a.hinge, eased) + _lean(b.hinge, 1.0 - eased)
    return replace(
        pose_to,
        near=_limbs(a.near, b.near, eased, "near" in steps, lean),
        far=_limbs(a.far, b.far, eased, "far" in steps, lean),
        props=_props(a.props, b.props, eased),
        planted=planted,
        grips=_grips(pose_from.grips, pose_to.grips, eased),
        pelvis_at=None if anchored else between(start.skeleton.pelvis, end.skeleton.pelvis, eased),
        moving=True,
        trunk=_lerp(a.trunk, b.trunk, eased) + lean,
        roll=_lerp(a.roll, b.roll, eased),
        neck=_lerp(a.neck, b.neck, eased),
        nod=_lerp(a.nod, b.nod, eased),
        pelvic_tilt=_lerp(a.pelvic_tilt, b.pelvic_tilt, eased),
        arch=_lerp(a.arch, b.arch, eased),
        side_bend=_lerp(a.side_bend, b.side_bend, eased),
        twist=_lerp(a.twist, b.twist, eased),
        pelvis_turn=_lerp(a.pelvis_turn, b.pelvis_turn, eased),
        pelvis_drop=_lerp(a.pelvis_drop, b.pelvis_drop, eased),
    )


def there_and_back(pose_from: Pose, pose_to: Pose, phase: float) -> Pose:
    """The pose in a repetition: from (0) to (0.5) and back (1), over and over."""
    turn = phase % 1.0
    return pose_at(pose_from, pose_to, 2.0 * turn if turn <= 0.5 else 2.0 - 2.0 * turn)  # noqa: PLR2004 - half a turn


def eased_at(fraction: float) -> float:
    """How far a gentle move has come (0 to 1): slow at both ends."""
    bounded = max(0.0, min(1.0, fraction))
    return bounded * bounded * (3.0 - 2.0 * bounded)


def far_apart(a: Pose, b: Pose) -> bool:
    """Whether a move from one to the other is no plain bending of joints: fade instead."""
    if a.picture or b.picture:
        return a.picture != b.picture
    if max(abs(a.trunk - b.trunk), abs(a.roll - b.roll)) > _TURN_APART:
        return True
    return distance(_settled(a).skeleton.pelvis, _settled(b).skeleton.pelvis) > _MOVE_APART


def chest_rise(seconds: float, breaths_a_minute: float = 9.0) -> float:
    """How far the chest has risen in calm breathing, in body heights, from 0 to .0025.

    Breathing out takes one and a half times as long as breathing in.
    """
    turn = (seconds * breaths_a_minute / 60.0) % 1.0
    inhale = 0.4
    share = turn / inhale if turn < inhale else (1.0 - turn) / (1.0 - inhale)
    return _CHEST_RISE * eased_at(share)


class _Settled(NamedTuple):
    pose: Pose  # with the angles that it really has, limbs bent to what they meet
    skeleton: Skeleton


@lru_cache(maxsize=64)
def _settled(pose: Pose) -> _Settled:
    skeleton = solve(pose)
    angles = measured(pose, skeleton)
    return _Settled(replace(pose, near=angles.near, far=angles.far), skeleton)


def _lerp(a: float, b: float, fraction: float) -> float:
    return a + (b - a) * fraction


def _lean(hinge: float, share: float) -> float:
    """How far one leans at a share of the way from a pose with a hinge: before one rises."""
    return hinge * sin(pi * float(share**_LEANS_EARLY))


def _changes_legs(a: Pose, b: Pose) -> bool:
    """Whether one stands on one leg only, and then on the other only, as in marching."""
    on = [[contact.part for contact in pose.planted] for pose in (a, b)]
    return sorted(on) == [["foot-far"], ["foot-near"]]


def _by_both_feet(a: Pose, b: Pose, fraction: float) -> Pose:
    """The leg in the air comes down first, then the other one goes up."""
    middle = replace(
        b,
        near=_standing(a, b, "near"),
        far=_standing(a, b, "far"),
        planted=(a.planted[0], b.planted[0]),
    )
    half = 0.5
    if fraction < half:
        return pose_at(a, middle, fraction / half)
    return pose_at(middle, b, (fraction - half) / half)


def _standing(a: Pose, b: Pose, half: Half) -> Limbs:
    """A side with its leg as it stands in one of two poses, and its arm halfway between them."""
    stood = a if a.planted[0].part == f"foot-{half}" else b
    legs, first, last = (pose.near if half == "near" else pose.far for pose in (stood, a, b))
    arms = {name: _lerp(getattr(first, name), getattr(last, name), 0.5) for name in _ARM}
    return replace(legs, **arms)


def _props(a: tuple[Prop, ...], b: tuple[Prop, ...], eased: float) -> tuple[Prop, ...]:
    """The things of the end, on their way from where they were: a roller rolls."""
    were = {prop.kind: prop for prop in a}
    found = []
    for prop in b:
        was = were.get(prop.kind, prop)
        x, y = _lerp(was.x, prop.x, eased), _lerp(was.y, prop.y, eased)
        found.append(replace(prop, x=x, y=y, z=_lerp(was.z, prop.z, eased)))
    return tuple(found)


def _limbs(a: Limbs, b: Limbs, eased: float, steps: bool, lean: float) -> Limbs:
    limbs = Limbs(*(_lerp(getattr(a, name), getattr(b, name), eased) for name in _ANGLES))
    if lean:
        limbs = replace(limbs, hip=limbs.hip + lean, knee=limbs.knee + lean * _SHIN_SHARE)
    if not steps:
        return limbs
    raised = _STEP_BEND * sin(pi * eased)
    return replace(limbs, hip=limbs.hip + raised * 0.5, knee=limbs.knee + raised)


def _steps(half: Half, start: _Settled, end: _Settled) -> bool:
    """Whether a standing foot goes to another spot, and so is lifted on its way."""
    for settled in (start, end):
        stands = any(
            contact.part in {f"foot-{half}", f"toes-{half}"} for contact in settled.pose.planted
        )
        if not stands or settled.skeleton.pelvis[1] < _STANDING:
            return False
    way = sub(end.skeleton.side(half).ankle, start.skeleton.side(half).ankle)
    return abs(way[0]) > _STEP


def _planted(
    start: _Settled, end: _Settled, eased: float, steps: tuple[Half, ...]
) -> tuple[tuple[Contact, ...], bool]:
    """What stays planted, pinned to where it is, and whether it carries the whole body."""
    was, will = _on_toes(start.pose, end.pose), _on_toes(end.pose, start.pose)
    both = {part for part in will if half_of(part)[1] not in steps}
    parts = [part for part in was if part in both]
    pinned = tuple(_pinned(part, start.skeleton, end.skeleton, eased) for part in parts)
    anchored = bool(parts) and was[0] == will[0] == parts[0]
    return pinned, anchored


def _on_toes(pose: Pose, other: Pose) -> list[str]:
    """The planted parts; of a foot that stands on its toes before or after, the toes."""
    others = {contact.part for contact in other.planted}
    parts = [contact.part for contact in pose.planted]
    toes = {part: part.replace("foot", "toes") for part in parts}
    return [toes[part] if toes[part] in others else part for part in parts]


def _pinned(part: str, a: Skeleton, b: Skeleton, eased: float) -> Contact:
    spot = between(_spot(part, a), _spot(part, b), eased)
    return Contact(part, spot[0], spot[2])


def _spot(part: str, skeleton: Skeleton) -> Vec:
    what, half = half_of(part)
    if half is None:
        return skeleton.pelvis
    joints = skeleton.side(half)
    spots = {
        "foot": joints.ankle,
        "knee": joints.knee,
        "heel": joints.heel,
        "forearm": joints.elbow,
        "instep": instep_of(joints.ankle, joints.foot_forward, joints.foot_up),
        "thigh": skeleton.pelvis,
        "groin": groin_of(joints.hip, skeleton.pelvis_frame.forward),
    }
    return spots.get(what, joints.ball)


def _grips(a: tuple[Grip, ...], b: tuple[Grip, ...], eased: float) -> tuple[Grip, ...]:
    """The grips on the way: kept ones stay, a hand goes around from one thing to the next."""
    found: list[Grip] = []
    for hand in ("near", "far"):
        found.extend(_grip_of(hand, a, b, eased))
    return tuple(found)


def _grip_of(
    hand: Half, a: tuple[Grip, ...], b: tuple[Grip, ...], eased: float
) -> tuple[Grip, ...]:
    held = next((grip for grip in a if grip.hand == hand), None)
    then = next((grip for grip in b if grip.hand == hand), None)
    if held is None or then is None:
        return ()
    if held.on == then.on:
        return (then,)
    if "strap" in {held.on, then.on}:
        return (Grip(hand, "strap"),)  # which is where the hand is: its angles lead it there
    clear = _SWING_CLEAR * sin(pi * eased) if half_of(held.on)[1] == half_of(then.on)[1] else 0.0
    return (
        Grip(hand, held.on, 1.0 - eased, clear * (1.0 - eased)),
        Grip(hand, then.on, eased, clear * eased),
    )
