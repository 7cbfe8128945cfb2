"""Feet: from the cuff of the trousers down, a wedge with heel, arch and toes that bend."""

from __future__ import annotations

from hipcoach.core.figure.skeleton import Joints
from hipcoach.core.figure.vectors import dot, mix, sub, unit
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.curve import blob
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


def foot(lens: Lens, joints: Joints, person: Person) -> Part:
    """A foot with the ankle above it, one closed curve."""
    part = Part(lens.depth(joints.ankle) - 0.001)
    shin = lens.way(unit(sub(joints.knee, joints.ankle)))
    shin_front = lens.way(joints.shin_front)
    ahead, up = lens.way(joints.foot_forward), lens.way(joints.foot_up)
    ankle = lens.point(joints.ankle)
    heel, ball = lens.point(joints.heel), lens.point(joints.ball)
    toes = unit(sub(joints.toe, joints.ball))
    c, s = dot(toes, joints.foot_forward), dot(toes, joints.foot_up)
    toe = lens.way(toes)
    toe_up = lens.way(mix(joints.foot_up, c, joints.foot_forward, -s))
    points = [ankle + shin * a + shin_front * f for a, f in CALF]
    points += [heel + ahead * f + up * u for f, u in HEEL_TO_BALL]
    points += [ball + toe * f + toe_up * u for f, u in TOES]
    points += [heel + ahead * f + up * u for f, u in INSTEP]
    points += [ankle + shin * a + shin_front * f for a, f in SHIN]
    part.fill(blob(points, frozenset((0, len(points) - 1))), person.foot.base)
    sole = [heel + ahead * f + up * u for f, u in HEEL_TO_BALL[1:]]
    sole += [ball + toe * f + toe_up * u for f, u in TOES[:4]]
    inner = [ball + toe * f + toe_up * u for f, u in ((0.034, 0.006), (0.010, 0.006))]
    inner += [heel + ahead * f + up * u for f, u in ((0.070, 0.014), (0.034, 0.010), (0.016, 0.016))]
    part.fill(blob(sole + inner), person.foot.shade)
    return part
