"""Feet: from the cuff of the trousers down, a wedge with heel, arch and toes that bend."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QPainterPath

from hipcoach.core.figure.skeleton import Joints
from hipcoach.core.figure.vectors import cross, dot, mix, sub, unit
from hipcoach.ui.figure.curve import WINDING, blob, ellipse, polygon
from hipcoach.ui.figure.curve import cross as cross_flat
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
# The upper edge of the sole's shade, on the toes and then on the foot.
TOES_LIP = ((0.034, 0.006), (0.010, 0.006))
HEEL_LIP = ((0.070, 0.014), (0.034, 0.010), (0.016, 0.016))
# On the toes: along and up from the ball.
TOES = (
    (0.006, 0.000),
    (0.026, 0.000),
    (0.038, 0.002),
    (0.0425, 0.009),
    (0.037, 0.016),
    (0.016, 0.0205),
)

# Half of the breadth: of the ankle, and of each point of heel to ball, toes and instep.
ANKLE_BROAD = 0.018
HEEL_BROAD = (0.014, 0.008, 0.012, 0.017, 0.018, 0.020, 0.027)
TOES_BROAD = (0.029, 0.026, 0.017, 0.010, 0.015, 0.025)
INSTEP_BROAD = (0.024, 0.019, 0.015)
ASIDE_FROM = 0.98
"""Cosine of the angle between foot and viewer below which a foot's breadth begins to show."""
END_ON = 0.35
"""The cosine below which the profile is too narrow for curves."""
ASIDE_WHOLE = 0.72
"""The cosine at which all of it shows."""


def foot(lens: Lens, joints: Joints, person: Person, depth: float) -> Part:
    """A foot with the ankle above it: its profile, and as it turns away, its breadth."""
    part = Part(depth)
    across = cross(joints.foot_forward, joints.foot_up)
    seen = dot(across, lens.toward)
    drawn = _profile(lens, joints, _share(abs(seen), END_ON, ASIDE_WHOLE))
    share = _share(abs(seen), ASIDE_FROM, ASIDE_WHOLE)
    if share == 0.0:
        part.fill(blob(drawn.whole, _CUFF), person.foot.base)
        part.fill(blob(drawn.sole + drawn.lip), person.foot.shade)
        return part
    aside = lens.way(across) * share * (1.0 if seen > 0 else -1.0)
    edge = [p + aside * w for p, w in zip(drawn.sole, _SOLE_BROAD, strict=True)]
    below = polygon(edge + [p * 2 - q for p, q in zip(drawn.sole[::-1], edge[::-1], strict=True)])
    sees_sole = dot(joints.foot_up, lens.toward) < 0
    if not sees_sole:
        part.fill(below, person.foot.shade)
    thick = _thick(drawn.whole, aside, smooth=abs(seen) > END_ON)
    for middle, broad, high in drawn.sections:
        thick.addPath(_section(middle, aside * broad, high))
    part.fill(thick, person.foot.base)
    if abs(seen) > END_ON:
        part.fill(blob(edge + [p + aside * ANKLE_BROAD for p in drawn.lip]), person.foot.shade)
    if sees_sole:
        part.fill(below, person.foot.shade)
    return part


class _Drawn(NamedTuple):
    """A foot in the picture, in its own plane."""

    whole: list[complex]
    sole: list[complex]
    lip: list[complex]
    """The upper edge of the sole's shade, from the toes back."""
    sections: tuple[tuple[complex, float, complex], ...]
    """Middle, half breadth and half height, where round flesh is seen from an end."""


def _profile(lens: Lens, joints: Joints, lipped: float) -> _Drawn:
    """The profile; `lipped` is how much of the sole's shade shows from aside."""
    shin = lens.way(unit(sub(joints.knee, joints.ankle)))
    shin_front = lens.way(joints.shin_front)
    ahead, up = lens.way(joints.foot_forward), lens.way(joints.foot_up)
    ankle = lens.point(joints.ankle)
    heel, ball = lens.point(joints.heel), lens.point(joints.ball)
    toes = unit(sub(joints.toe, joints.ball))
    c, s = dot(toes, joints.foot_forward), dot(toes, joints.foot_up)
    toe = lens.way(toes)
    toe_up = lens.way(mix(joints.foot_up, c, joints.foot_forward, -s))
    whole = [ankle + shin * a + shin_front * f for a, f in CALF]
    whole += [heel + ahead * f + up * u for f, u in HEEL_TO_BALL]
    whole += [ball + toe * f + toe_up * u for f, u in TOES]
    whole += [heel + ahead * f + up * u for f, u in INSTEP]
    whole += [ankle + shin * a + shin_front * f for a, f in SHIN]
    sole = [heel + ahead * f + up * u for f, u in HEEL_TO_BALL[1:]]
    sole += [ball + toe * f + toe_up * u for f, u in TOES[:4]]
    lip = [ball + toe * f + toe_up * u * lipped for f, u in TOES_LIP]
    lip += [heel + ahead * f + up * u * lipped for f, u in HEEL_LIP]
    sections = (
        (ankle + shin * 0.066, 0.021, shin_front * 0.021),
        (ankle + shin * 0.036, 0.019, shin_front * 0.019),
        (ankle, 0.018, up * 0.024),
        (heel + ahead * 0.075 + up * 0.024, 0.023, up * 0.022),
        (ball + toe * 0.010 + toe_up * 0.012, 0.029, toe_up * 0.012),
    )
    return _Drawn(whole, sole, lip, sections)


def _section(middle: complex, a: complex, b: complex) -> QPainterPath:
    """A round section, the same way around as the faces of a foot."""
    return ellipse(middle, a, b if cross_flat(a, b) > 0 else -b)


def _share(value: float, none: float, whole: float) -> float:
    return min(max((value - none) / (whole - none), 0.0), 1.0)


_BROAD = (
    *(ANKLE_BROAD,) * len(CALF),
    *HEEL_BROAD,
    *TOES_BROAD,
    *INSTEP_BROAD,
    *(ANKLE_BROAD,) * len(SHIN),
)
_SOLE_BROAD = (*HEEL_BROAD[1:], *TOES_BROAD[:4])
_CUFF = frozenset((0, len(_BROAD) - 1))


def _thick(profile: list[complex], aside: complex, *, smooth: bool) -> QPainterPath:
    """The silhouette of a foot that is turned: its profile on both sides, and all between."""
    one = [p + aside * w for p, w in zip(profile, _BROAD, strict=True)]
    other = [p - aside * w for p, w in zip(profile, _BROAD, strict=True)]
    path = QPainterPath()
    path.setFillRule(WINDING)
    for side in (one, other):
        points = _one_way(side)
        path.addPath(blob(points, _CUFF) if smooth else polygon(points))
    for i in range(len(profile)):
        path.addPath(polygon(_one_way([one[i - 1], one[i], other[i], other[i - 1]])))
    return path


def _one_way(points: list[complex]) -> list[complex]:
    """The points the same way around, so that shapes on top of each other add up."""
    around = sum(cross_flat(points[i - 1], points[i]) for i in range(len(points)))
    return points if around > 0 else points[::-1]
