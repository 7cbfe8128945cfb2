"""Curves: smooth closed outlines through a few points, in device pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
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


def _tangents(points: Sequence[complex], corners: frozenset[int], closed: bool) -> list[complex]:
    """The curve's speed at every point, by chord length, so that uneven spacing makes no loops."""
    n = len(points)
    result: list[complex] = []
    for i in range(n):
        if i in corners or (not closed and i in (0, n - 1)):
            result.append(0j)
            continue
        here = points[i]
        back = here - points[i - 1]
        ahead = points[(i + 1) % n] - here
        d0, d1 = abs(back), abs(ahead)
        if d0 < _NEAR or d1 < _NEAR:
            result.append(0j)
            continue
        result.append((back / d0 * d1 + ahead / d1 * d0) / (d0 + d1))
    return result


def trace(
    path: QPainterPath,
    points: Sequence[complex],
    corners: frozenset[int] = frozenset(),
    *,
    closed: bool = True,
    go_on: bool = False,
) -> None:
    """Adds a smooth curve through the points to a path; corners stay sharp.

    With `go_on` the curve is joined to the path's end by a straight line.
    """
    n = len(points)
    tangents = _tangents(points, corners, closed)
    start = points[0]
    if go_on:
        path.lineTo(start.real, start.imag)
    else:
        path.moveTo(start.real, start.imag)
    for i in range(n if closed else n - 1):
        j = (i + 1) % n
        here, there = points[i], points[j]
        third = abs(there - here) / 3
        a = here + tangents[i] * third
        b = there - tangents[j] * third
        path.cubicTo(a.real, a.imag, b.real, b.imag, there.real, there.imag)
    if closed:
        path.closeSubpath()


def blob(points: Sequence[complex], corners: frozenset[int] = frozenset()) -> QPainterPath:
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


def meeting(a: complex, b: complex, c: complex, d: complex) -> float | None:
    """How far along from `a` to `b` the stretch from `c` to `d` crosses; None if it does not."""
    r, s = b - a, d - c
    turn = cross(r, s)
    if abs(turn) < _NEAR:
        return None
    t = cross(c - a, s) / turn
    u = cross(c - a, r) / turn
    return t if 0 <= t <= 1 and 0 <= u <= 1 else None
