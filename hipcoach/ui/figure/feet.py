"""Feet: from the cuff of the trousers down, a wedge with heel, arch and toes that bend."""

from __future__ import annotations

from hipcoach.core.figure.skeleton import Joints
from hipcoach.core.figure.vectors import Vec, along, cross, dot, mix, sub, unit
from hipcoach.ui.figure.curve import blob
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.palette import Person
from hipcoach.ui.figure.shapes import Part

# Points in body heights. On the shin: how far above the ankle, and to its front.
CALF = ((0.070, -0.0225), (0.034, -0.0185))
SHIN = ((0.040, 0.0165), (0.070, 0.0175))
# On the foot: along the sole from the heel, and up from it.
HEEL_TO_BALL = (
    (0.009, 0.037),
    (0.000, 0.020),
    (0.003, 0.005),
    (0.018, 0.000),
    (0.038, 0.001),
    (0.064, 0.007),
    (0.090, 0.002),
)
INSTEP = (
    (0.104, 0.027),
    (0.084, 0.037),
    (0.066, 0.051),
)
# On the toes: along and up from the ball.
TOES = (
    (0.006, 0.000),
    (0.026, 0.000),
    (0.038, 0.002),
    (0.0425, 0.009),
    (0.037, 0.016),
    (0.016, 0.0205),
)

# Seen from below: along the sole, and half its breadth there.
SOLE = (
    (0.010, 0.017),
    (0.040, 0.018),
    (0.070, 0.021),
    (0.105, 0.029),
    (0.135, 0.027),
    (0.148, 0.016),
)
SIDEWAYS = 0.55
"""Cosine of the angle to the viewer below which a foot is not seen from its side."""


def foot(lens: Lens, joints: Joints, person: Person, depth: float) -> Part:
    """A foot with the ankle above it, one closed curve."""
    part = Part(depth)
    shin = lens.way(unit(sub(joints.knee, joints.ankle)))
    shin_front = lens.way(joints.shin_front)
    ahead, up = lens.way(joints.foot_forward), lens.way(joints.foot_up)
    ankle = lens.point(joints.ankle)
    heel, ball = lens.point(joints.heel), lens.point(joints.ball)
    toes = unit(sub(joints.toe, joints.ball))
    c, s = dot(toes, joints.foot_forward), dot(toes, joints.foot_up)
    toe = lens.way(toes)
    toe_up = lens.way(mix(joints.foot_up, c, joints.foot_forward, -s))
    if abs(dot(cross(joints.foot_forward, joints.foot_up), lens.toward)) < SIDEWAYS:
        _from_in_front(lens, joints, person, part)
        return part
    points = [ankle + shin * a + shin_front * f for a, f in CALF]
    points += [heel + ahead * f + up * u for f, u in HEEL_TO_BALL]
    points += [ball + toe * f + toe_up * u for f, u in TOES]
    points += [heel + ahead * f + up * u for f, u in INSTEP]
    points += [ankle + shin * a + shin_front * f for a, f in SHIN]
    part.fill(blob(points, frozenset((0, len(points) - 1))), person.foot.base)
    sole = [heel + ahead * f + up * u for f, u in HEEL_TO_BALL[1:]]
    sole += [ball + toe * f + toe_up * u for f, u in TOES[:4]]
    inner = [ball + toe * f + toe_up * u for f, u in ((0.034, 0.006), (0.010, 0.006))]
    inner += [
        heel + ahead * f + up * u for f, u in ((0.070, 0.014), (0.034, 0.010), (0.016, 0.016))
    ]
    part.fill(blob(sole + inner), person.foot.shade)
    return part


def _from_in_front(lens: Lens, joints: Joints, person: Person, part: Part) -> None:
    """A foot that points at the viewer or away: the sole's shape, and the instep over it."""
    across = cross(joints.foot_forward, joints.foot_up)
    shin = unit(sub(joints.knee, joints.ankle))

    def at(start: Vec, ahead: float, up: float, aside: float) -> complex:
        spot = along(along(start, joints.foot_forward, ahead), joints.foot_up, up)
        return lens.point(along(spot, across, aside))

    sole = [at(joints.heel, -0.002, 0.006, 0.0)]
    sole += [at(joints.heel, f, 0.004, w) for f, w in SOLE]
    sole += [at(joints.toe, 0.0, 0.004, 0.0)]
    sole += [at(joints.heel, f, 0.004, -w) for f, w in SOLE[::-1]]
    ankle = along(joints.ankle, shin, 0.06)
    neck = [lens.point(along(ankle, across, w)) for w in (0.018, -0.018)]
    low = [at(joints.ball, 0.02, 0.012, w) for w in (-0.029, 0.029)]
    mid = [at(joints.heel, 0.05, 0.040, w) for w in (-0.023, 0.023)]
    top = [neck[0], neck[1], mid[0], low[0], low[1], mid[1]]
    seen_sole = dot(joints.foot_up, lens.toward) < 0
    if seen_sole:
        part.fill(blob(top, (0, 1)), person.foot.base)
        part.fill(blob(sole), person.foot.shade)
    else:
        part.fill(blob(sole), person.foot.shade)
        part.fill(blob(top, (0, 1)), person.foot.base)
