"""Curves: smooth closed outlines through a few points, in device pixels."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

_NEAR = 1e-6
WINDING = Qt.FillRule.WindingFill


def dot(a: complex, b: complex) -> float:
    """The scalar product of two directions."""
    return a.real * b.real + a.imag * b.imag


def cross(a: complex, b: complex) -> float:
    """How far `b` turns from `a`: positive toward `a * 1j`."""
    return a.real * b.imag - a.imag * b.real


def unit(a: complex, otherwise: complex = 1 + 0j) -> complex:
    """The direction of `a`; `otherwise` where it has none."""
    length = abs(a)
    return a / length if length > _NEAR else otherwise


def trace(
    path: QPainterPath,
    points: Sequence[complex],
    corners: Collection[int] = (),
    *,
    closed: bool = True,
    go_on: bool = False,
) -> None:
    """Adds a smooth curve through the points to a path; corners stay sharp.

    The curve's speed at each point is weighted by chord length, so that uneven spacing makes no
    loops. With `go_on` the curve is joined to the path's end by a straight line.
    """
    start = points[0]
    if go_on:
        path.lineTo(start.real, start.imag)
    else:
        path.moveTo(start.real, start.imag)
    # One loop for all, with no lists in between: half a hundred of these are in every picture.
    cubic, last = path.cubicTo, len(points) - 1
    before = start - points[-1]
    ahead = points[min(1, last)] - start
    l0, l1 = abs(before) or _NEAR, abs(ahead) or _NEAR
    here, speed = start, 0j
    if closed and 0 not in corners:
        speed = (before * (l1 / l0) + ahead * (l0 / l1)) / (l0 + l1)
    first = speed
    for i in range(1, last + 1):
        p = points[i]
        before, l0 = ahead, l1
        ahead = (points[i + 1] if i < last else start) - p
        l1 = abs(ahead) or _NEAR
        if i in corners or (i == last and not closed):
            now = 0j
        else:
            now = (before * (l1 / l0) + ahead * (l0 / l1)) / (l0 + l1)
        third = l0 / 3
        a, b = here + speed * third, p - now * third
        cubic(a.real, a.imag, b.real, b.imag, p.real, p.imag)
        here, speed = p, now
    if closed:
        third = l1 / 3
        a, b = here + speed * third, start - first * third
        cubic(a.real, a.imag, b.real, b.imag, start.real, start.imag)
        path.closeSubpath()


def blob(points: Sequence[complex], corners: Collection[int] = ()) -> QPainterPath:
    """A closed smooth shape through the points."""
    path = QPainterPath()
    path.setFillRule(WINDING)
    trace(path, points, corners)
    return path


def ribbon(one: Sequence[complex], other: Sequence[complex]) -> QPainterPath:
    """The shape between two smooth open lines that run the same way."""
    path = QPainterPath()
    path.setFillRule(WINDING)
    trace(path, one, closed=False)
    trace(path, other[::-1], closed=False, go_on=True)
    path.closeSubpath()
    return path


def line(points: Sequence[complex]) -> QPainterPath:
    """An open smooth line through the points."""
    path = QPainterPath()
    trace(path, points, closed=False)
    return path


def polygon(points: Sequence[complex]) -> QPainterPath:
    """A closed shape with straight edges."""
    path = QPainterPath()
    path.moveTo(points[0].real, points[0].imag)
    for p in points[1:]:
        path.lineTo(p.real, p.imag)
    path.closeSubpath()
    return path


def ellipse(centre: complex, a: complex, b: complex) -> QPainterPath:
    """An ellipse around a point, its half axes as two directions."""
    k = 0.5522847498
    path = QPainterPath()
    axes = ((a, b), (b, -a), (-a, -b), (-b, a))
    start = centre + a
    path.moveTo(start.real, start.imag)
    for u, v in axes:
        p = centre + u + v * k
        q = centre + v + u * k
        end = centre + v
        path.cubicTo(p.real, p.imag, q.real, q.imag, end.real, end.imag)
    path.closeSubpath()
    return path


def ring(centre: complex, radius: float, breadth: float) -> QPainterPath:
    """A round band; filling one is several times faster than drawing its line."""
    path = QPainterPath()
    for r in (radius + breadth / 2, radius - breadth / 2):
        path.addEllipse(QPointF(centre.real, centre.imag), r, r)
    return path


def meeting(a: complex, b: complex, c: complex, d: complex) -> float | None:
    """How far along from `a` to `b` the stretch from `c` to `d` crosses; None if it does not."""
    r, s = b - a, d - c
    turn = cross(r, s)
    if abs(turn) < _NEAR:
        return None
    t = cross(c - a, s) / turn
    u = cross(c - a, r) / turn
    return t if 0 <= t <= 1 and 0 <= u <= 1 else None
