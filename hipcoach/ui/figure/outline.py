"""Silhouettes: the outline of a limb or a trunk from its bones and its thickness along them.

A station says how thick the body is at a place along a bone: to the front, to the back and to
the sides, in body heights. Seen by any lens, each station is an ellipse; its two outermost
points, square to the bone's picture, belong to the silhouette.
"""

from __future__ import annotations

from cmath import phase
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, hypot, sin
from typing import NamedTuple

from PySide6.QtGui import QPainterPath

from hipcoach.core.figure.vectors import Vec, distance
from hipcoach.ui.figure.curve import WINDING, cross, dot, ellipse, meeting, ribbon, trace, unit
from hipcoach.ui.figure.lens import Lens

_BENT = 0.3
"""Radians from which a joint has a crease inside and a rounded outside."""
_SHORT = 0.02
"""Body heights below which a bone points at the viewer and has no direction in the picture."""

_END_ON = 0.45
"""Share of its length below which a bone is drawn by its sections: it points at the viewer."""
_FLAT = 0.5
"""How far down a side must face, 0 to 1, to be pressed flat by the floor."""


_THICKEST = 0.16
"""Body heights from a bone within which its flesh can touch the floor."""


class Station(NamedTuple):
    """Thickness at a place along a bone, in body heights."""

    at: float
    """0 at the bone's start, 1 at its end; may lie beyond."""
    front: float
    back: float
    side: float


class Bone(NamedTuple):
    """A bone as the lens sees it, in pixels."""

    start: complex
    end: complex
    front: complex
    """One body height toward the bone's front."""
    side: complex
    """One body height to its side."""
    stations: Sequence[Station]
    floors: tuple[float, float]
    """How far down the picture the floor is under the start and under the end."""
    shown: float = 1.0
    """How much of the bone's length is seen: little where it points at the viewer."""


class Rib(NamedTuple):
    """One station in the picture: the middle, and the silhouette on either side."""

    middle: complex
    normal: complex
    left: float
    """Pixels from the middle to the silhouette toward `normal`, and away from it."""
    right: float
    at: float
    """Which bone and how far along it: 1.25 is a quarter down the second bone."""


def bone(
    lens: Lens, start: Vec, end: Vec, front: Vec, side: Vec, stations: Sequence[Station]
) -> Bone:
    """A bone of the skeleton in the picture."""
    a, b = lens.point(start), lens.point(end)
    return Bone(
        a,
        b,
        lens.way(front),
        lens.way(side),
        stations,
        (lens.floor(start), lens.floor(end)),
        abs(b - a) / (lens.scale * distance(start, end) or 1.0),
    )


def ribs_of(part: Bone, index: int, towards: complex) -> list[Rib]:
    """The stations of one bone in the picture; `towards` is its direction where it has none."""
    whole = part.end - part.start
    scale = hypot(abs(part.front), abs(part.side)) or 1.0
    way = unit(whole, towards) if abs(whole) > _SHORT * scale else unit(towards)
    normal = way * 1j
    front, side = dot(part.front, normal), dot(part.side, normal)
    first, second = part.floors
    start = part.start
    high = min(first, second) - max(start.imag, part.end.imag)
    rests = high < _THICKEST * scale
    result: list[Rib] = []
    for at, ahead, behind, broad in part.stations:
        offset = front * (ahead - behind) / 2
        half = hypot(front * (ahead + behind) / 2, side * broad)
        middle = start + whole * at
        left, right = half + offset, half - offset
        if rests:
            floor = first + (second - first) * at
            left = _resting(left, middle, normal, floor)
            right = _resting(right, middle, -normal, floor)
        result.append(Rib(middle, normal, left, right, index + at))
    return result


def _resting(reach: float, middle: complex, way: complex, floor: float) -> float:
    """The thickness that is left where flesh lies on the floor."""
    if way.imag > _FLAT and middle.imag + way.imag * reach > floor:
        return max((floor - middle.imag) / way.imag, reach * 0.5)
    return reach


@dataclass(slots=True)
class Edge:
    """One side of a silhouette, from the root to the end."""

    points: list[complex]
    halves: list[float]
    """Half of the limb's thickness at each point."""
    corners: set[int]
    sign: float
    """1 where the limb's normal points out of this side, −1 on the other."""

    def extend(self, ribs: Sequence[Rib]) -> None:
        """Goes on through more stations."""
        if self.sign > 0:
            self.points += [rib.middle + rib.normal * rib.left for rib in ribs]
        else:
            self.points += [rib.middle - rib.normal * rib.right for rib in ribs]
        self.halves += [(rib.left + rib.right) / 2 for rib in ribs]


@dataclass(slots=True)
class Outline:
    """Both sides of a silhouette, from the root to the end, in pixels."""

    left: Edge
    right: Edge
    ribs: list[Rib]
    sections: list[tuple[complex, complex, complex]] = field(default_factory=list)
    """Ellipses of bones that point at the viewer: middle and half axes."""
    root: Rib | None = None
    """Where the silhouette's edges start."""

    def path(self, root: Sequence[complex] = (), tip: Sequence[complex] = ()) -> QPainterPath:
        """The closed shape. `tip` rounds its end from left to right, `root` its start from
        right to left; an end without is cut square.
        """  # noqa: D205 - one sentence
        path = QPainterPath()
        path.setFillRule(WINDING)
        self.trace(path, root, tip)
        return path

    def trace(
        self, path: QPainterPath, root: Sequence[complex] = (), tip: Sequence[complex] = ()
    ) -> None:
        """Adds the closed shape to a path."""
        for middle, a, b in self.sections:
            path.addPath(ellipse(middle, a, b))
        if not self.left.points:
            return
        points = [*self.left.points, *tip, *self.right.points[::-1], *root]
        corners = set(self.left.corners)
        last = len(points) - 1 - len(root)
        corners.update(last - i for i in self.right.corners)
        if not tip:
            corners.update((len(self.left.points) - 1, len(self.left.points)))
        if not root:
            corners.update((0, last))
        trace(path, points, corners)

    def between(self, first: float, last: float, cover: float = 1.0) -> QPainterPath:
        """The strip across the limb between two places along it, as a band or a cuff."""
        ribs = self.span(first, last)
        return ribbon(
            [rib.middle + rib.normal * rib.left * cover for rib in ribs],
            [rib.middle - rib.normal * rib.right * cover for rib in ribs],
        )

    def span(self, first: float, last: float) -> list[Rib]:
        """The stations between two places along the limb, and those places themselves."""
        inside = [rib for rib in self.ribs if first < rib.at < last]
        return [self.rib(first), *inside, self.rib(last)]

    def rib(self, at: float) -> Rib:
        """The silhouette at any place along the limb, between two stations."""
        before = self.ribs[0]
        if at <= before.at:
            return before
        for after in self.ribs[1:]:
            if after.at >= at:
                share = (at - before.at) / ((after.at - before.at) or 1.0)
                keep = 1.0 - share
                return Rib(
                    before.middle * keep + after.middle * share,
                    unit(before.normal * keep + after.normal * share),
                    before.left * keep + after.left * share,
                    before.right * keep + after.right * share,
                    at,
                )
            before = after
        return before

    def shade(self, light: complex, depth: float = 0.9, start: int = 2) -> QPainterPath | None:
        """The softly darker band on the sides that face away from the light.

        `light` points toward the light; the band is as broad as the side is turned away, and
        grows from nothing over the first `start` points. None where nothing is dark.
        """
        path = QPainterPath()
        path.setFillRule(WINDING)
        for edge in (self.left, self.right):
            _shade_edge(path, edge, light, depth, start)
        return None if path.isEmpty() else path


def _shade_edge(path: QPainterPath, edge: Edge, light: complex, depth: float, start: int) -> None:
    points = edge.points
    n = len(points)
    out = 1j * edge.sign
    if all(dot((points[i + 1] - points[i]) * out, light) > 0 for i in range(start and 1, n - 1, 2)):
        return  # all of it is in the light
    inner: list[complex] = []
    most = 0.0
    x, y = light.real, light.imag
    for i, p in enumerate(points):
        ahead = (points[i + 1] if i < n - 1 else p) - (points[i - 1] if i else p)
        length = abs(ahead)
        if length:
            ahead *= out / length
        dark = 0.05 - ahead.real * x - ahead.imag * y
        if dark <= 0.0:
            inner.append(p)
            continue
        broad = edge.halves[i] * depth * min(dark, 1.0)
        if i < start:
            broad *= i / start
        most = max(most, broad)
        inner.append(p - ahead * broad)
    if most < 1.0:
        return
    trace(path, points, edge.corners, closed=False)
    trace(path, inner[::-1], closed=False, go_on=True)
    path.closeSubpath()


def outline(bones: Sequence[Bone]) -> Outline:
    """The silhouette of one bone, or of several that follow each other."""
    ways = [b.end - b.start for b in bones]
    result = Outline(Edge([], [], set(), 1.0), Edge([], [], set(), -1.0), [])
    joined = False
    for i, b in enumerate(bones):
        fallback = ways[i - 1] if i else (ways[1] if len(ways) > 1 else 1j)
        ribs = ribs_of(b, i, fallback)
        if b.shown < _END_ON and len(bones) > 1:
            _add_sections(result, b)
            joined = False
        else:
            result.root = result.root or ribs[0]
            if not joined or not _joined(result, ribs):
                result.left.extend(ribs)
                result.right.extend(ribs)
            joined = True
        result.ribs += ribs
    return result


def _add_sections(result: Outline, part: Bone) -> None:
    whole = part.end - part.start
    for at, ahead, behind, broad in _closer(part.stations):
        middle = part.start + whole * at + part.front * (ahead - behind) / 2
        half = part.front * (ahead + behind) / 2
        turned = part.side * broad
        if cross(half, turned) > 0:
            turned = -turned  # the way round of the edges, or they would cut each other out
        result.sections.append((middle, half, turned))


def _closer(stations: Sequence[Station]) -> list[Station]:
    """The same stations with three more between each two."""
    result = [stations[0]]
    for a, b in pairwise(stations):
        result += [
            Station(*(p + (q - p) * share for p, q in zip(a, b, strict=True)))
            for share in (0.25, 0.5, 0.75, 1.0)
        ]
    return result


def _joined(result: Outline, ribs: list[Rib]) -> bool:
    """Goes on around a bent joint: rounded outside of the bend, creased inside of it."""
    joint = result.ribs[-1]
    angle = phase(ribs[0].normal / joint.normal)
    if abs(angle) < _BENT:
        for edge in (result.left, result.right):
            edge.points.pop()
            edge.halves.pop()
        return False
    inner, outer = (result.left, result.right) if angle > 0 else (result.right, result.left)
    radius = joint.left if outer.sign > 0 else joint.right
    way = joint.normal * outer.sign
    half = outer.halves.pop()
    outer.points.pop()
    for share in (0.12, 0.5, 0.88):
        turn = angle * share
        outer.points.append(joint.middle + way * complex(cos(turn), sin(turn)) * radius)
        outer.halves.append(half)
    outer.extend(ribs[1:])
    lower = Edge([], [], set(), inner.sign)
    lower.extend(ribs)
    _crease(inner, lower)
    return True


def _crease(inner: Edge, lower: Edge) -> None:
    """Cuts the two lines inside of a bend where they meet."""
    upper, under = inner.points, lower.points
    for i in range(len(upper) - 1):
        for j in range(len(under) - 1, 0, -1):
            share = meeting(upper[i], upper[i + 1], under[j - 1], under[j])
            if share is not None:
                point = upper[i] + (upper[i + 1] - upper[i]) * share
                del upper[i + 1 :]
                del inner.halves[i + 1 :]
                inner.corners.add(i + 1)
                upper.append(point)
                inner.halves.append(inner.halves[-1] * 0.5)
                upper += under[j:]
                inner.halves += lower.halves[j:]
                return
    upper.pop()
    inner.halves.pop()
    upper += under[1:]
    inner.halves += lower.halves[1:]


def rounded(rib: Rib, bulge: float = 1.0) -> tuple[complex, complex, complex]:
    """Points that round a limb's end, from its left side to its right."""
    ahead = rib.normal * -1j
    half = (rib.left + rib.right) / 2
    centre = rib.middle + rib.normal * (rib.left - rib.right) / 2
    return (
        centre + rib.normal * half * 0.72 + ahead * half * 0.68 * bulge,
        centre + ahead * half * bulge,
        centre - rib.normal * half * 0.72 + ahead * half * 0.68 * bulge,
    )


def cap(shape: Outline, bulge: float = 1.0) -> tuple[complex, complex, complex]:
    """Points that round a limb's root, from its right side to its left."""
    a, b, c = rounded(shape.root or shape.ribs[0], -bulge)
    return c, b, a
