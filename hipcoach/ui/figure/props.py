"""Things that an exercise needs: pad, strap, desk, wall, chair, and the rest of the shelf."""

from __future__ import annotations

from hipcoach.core.figure.pose import Prop
from hipcoach.core.figure.skeleton import Skeleton
from hipcoach.core.figure.vectors import Vec
from hipcoach.ui.figure.curve import ellipse, line, polygon
from hipcoach.ui.figure.ground import MAT_HALF, rounded_polygon
from hipcoach.ui.figure.lens import Lens
from hipcoach.ui.figure.palette import Cloth, Palette, clear
from hipcoach.ui.figure.shapes import Part

BEHIND = -0.9
"""Depth of what stands behind the whole figure, in body heights."""
BEFORE = 0.9
PAD_HALF = 0.085
"""Half of a pad's length and breadth."""
PAD_THICK = 0.018


def parts_of(lens: Lens, body: Skeleton, colours: Palette) -> list[Part]:
    """All things in the picture but the mat, which lies under everything."""
    parts: list[Part] = []
    for prop in body.props:
        draw = _DRAW.get(prop.kind)
        if prop.kind == "pad":
            parts += _pad(lens, prop, min(body.near.knee, body.far.knee, key=_height), colours)
        elif draw is not None:
            parts += draw(lens, prop, colours)
    if body.strap:
        parts += _strap(lens, body, colours)
    return parts


def _box(
    lens: Lens,
    left: float,
    right: float,
    low: float,
    high: float,
    back: float,
    front: float,
    cloth: Cloth,
    part: Part,
    *,
    soft: float = 0.006,
) -> None:
    """A box: its front and its top, and the end that this lens sees."""

    def at(x: float, y: float, z: float) -> complex:
        return lens.point((x, y, z))

    radius = soft * lens.scale
    top = [
        at(left, high, back),
        at(right, high, back),
        at(right, high, front),
        at(left, high, front),
    ]
    face = [
        at(left, high, front),
        at(right, high, front),
        at(right, low, front),
        at(left, low, front),
    ]
    if lens.view == "front":
        face = [
            at(right, high, back),
            at(right, high, front),
            at(right, low, front),
            at(right, low, back),
        ]
    if lens.view == "side":
        # All that is seen of it in one piece, or round corners would leave gaps.
        end = [at(right, high, front), at(right, high, back), at(right, low, back), face[2]]
        hull = [face[0], top[0], top[1], end[2], face[2], face[3]]
        part.fill(rounded_polygon(hull, radius), cloth.base.lighter(108))
        part.fill(rounded_polygon(end, radius * 0.5), cloth.shade)
    else:
        part.fill(rounded_polygon(top, radius), cloth.base.lighter(108))
    if lens.view != "top":
        part.fill(rounded_polygon(face, radius), cloth.base)


def _height(point: Vec) -> float:
    return point[1]


def _pad(lens: Lens, prop: Prop, knee: Vec, colours: Palette) -> list[Part]:
    """A pad under a knee that sinks into it: its front edge is before the knee."""
    behind, before = Part(BEHIND), Part(lens.depth(knee) + 0.1)
    left, right = prop.x - PAD_HALF, prop.x + PAD_HALF
    high = max(prop.y, PAD_THICK)
    back, front = knee[2] - PAD_HALF, knee[2] + PAD_HALF
    cloth = colours.room.pad
    _box(lens, left, right, 0.0, high, back, front, cloth, behind, soft=0.012)
    if lens.view == "side":
        edge = [(left, high), (right, high), (right, 0.0), (left, 0.0)]
        face = [lens.point((x, y, front)) for x, y in edge]
        before.fill(rounded_polygon(face, 0.008 * lens.scale), cloth.base)
    return [behind, before]


def _desk(lens: Lens, prop: Prop, colours: Palette) -> list[Part]:
    wood = colours.room.wood
    edge = prop.x - 0.07
    far = edge + 0.36
    legs, before = Part(BEHIND), Part(BEFORE)
    for x, z in ((edge + 0.05, -0.24), (far - 0.04, -0.24)):
        _leg(lens, x, z, prop.y - 0.02, wood, legs, dark=True)
    for x, z in ((edge + 0.05, 0.20), (far - 0.04, 0.20)):
        _leg(lens, x, z, prop.y - 0.02, wood, before, dark=False)
    top = Part(BEHIND + 0.1)
    _box(lens, edge, far, prop.y - 0.022, prop.y, -0.28, 0.24, wood, top, soft=0.010)
    _laptop(lens, edge + 0.20, prop.y, colours, top)
    return [legs, top, before]


def _laptop(lens: Lens, x: float, y: float, colours: Palette, part: Part) -> None:
    """What makes a table a desk."""
    cloth = colours.room.cloth
    low, high = y + 0.002, y + 0.010
    _box(lens, x, x + 0.13, low, high, -0.14, 0.06, cloth, part, soft=0.004)
    hinge, lid = x + 0.128, x + 0.175
    screen = [
        lens.point(spot)
        for spot in ((hinge, high, -0.14), (lid, y + 0.125, -0.14), (lid, y + 0.125, 0.06))
    ]
    screen.append(lens.point((hinge, high, 0.06)))
    part.fill(rounded_polygon(screen, 0.008 * lens.scale), cloth.shade)


def _leg(
    lens: Lens, x: float, z: float, high: float, cloth: Cloth, part: Part, *, dark: bool
) -> None:
    a, b = lens.point((x, high, z)), lens.point((x, 0.0, z))
    half = 0.011 * lens.scale
    part.fill(
        polygon([a - half, a + half, b + half * 0.7, b - half * 0.7]),
        cloth.shade if dark else cloth.base,
    )


def _chair(lens: Lens, prop: Prop, colours: Palette) -> list[Part]:
    """A chair whose seat or back, at the given height, is held or sat upon."""
    wood, cloth = colours.room.wood, colours.room.cloth
    seat_y = prop.y if prop.y < 0.36 else 0.26  # noqa: PLR2004 - a seat's height at most
    left, right = prop.x - 0.13, prop.x + 0.13
    back, front = prop.z - 0.13, prop.z + 0.13
    parts = [Part(BEHIND if prop.z <= 0.05 else BEFORE)]  # noqa: PLR2004 - beside the figure
    part = parts[0]
    for x in (left + 0.02, right - 0.02):
        _leg(lens, x, back + 0.02, seat_y, wood, part, dark=True)
    rest_x = left + 0.012 if prop.y < 0.36 else right - 0.012  # noqa: PLR2004 - as above
    post = polygon(
        [
            lens.point((rest_x - 0.012, seat_y, back + 0.02)),
            lens.point((rest_x + 0.012, seat_y, back + 0.02)),
            lens.point((rest_x + 0.010, 0.50, back + 0.02)),
            lens.point((rest_x - 0.010, 0.50, back + 0.02)),
        ]
    )
    part.fill(post, wood.shade)
    _box(lens, rest_x - 0.016, rest_x + 0.016, 0.36, 0.52, back, front, cloth, part, soft=0.014)
    for x in (left + 0.02, right - 0.02):
        _leg(lens, x, front - 0.02, seat_y, wood, part, dark=False)
    _box(lens, left, right, seat_y - 0.028, seat_y, back, front, cloth, part, soft=0.012)
    return parts


def _wall(lens: Lens, prop: Prop, colours: Palette) -> list[Part]:
    """A wall in front of the figure, or, with a depth, one beside it."""
    part = Part(BEHIND - 0.1)
    if prop.z:
        return []  # it is the room's own wall: the floor ends at it
    x = prop.x
    near, far = 0.30, -0.40
    part.fill(
        polygon([lens.point((x, y, z)) for y, z in ((0, far), (0, near), (1.3, near), (1.3, far))]),
        clear(colours.room.cloth.base, 0.85),
    )
    part.fill(
        polygon(
            [
                lens.point((px, y, near))
                for px, y in ((x, 0), (x + 0.05, 0), (x + 0.05, 1.3), (x, 1.3))
            ]
        ),
        colours.room.cloth.shade,
    )
    return [part]


def _couch(lens: Lens, prop: Prop, colours: Palette) -> list[Part]:
    part = Part(BEHIND)
    cloth = colours.room.cloth
    right = prop.x
    _box(lens, right - 0.34, right, 0.02, prop.y, -0.34, 0.16, cloth, part, soft=0.03)
    _box(lens, right - 0.42, right - 0.28, 0.02, prop.y + 0.20, -0.34, 0.16, cloth, part, soft=0.04)
    return [part]


def _bed(lens: Lens, prop: Prop, colours: Palette) -> list[Part]:
    part = Part(BEHIND)
    head, wood = prop.x - 1.06, colours.room.wood
    # Seen from its side alone: the one who lies on it hides the rest.
    for leg in (prop.x - 0.05, head + 0.05):
        _box(lens, leg - 0.02, leg + 0.02, 0.0, prop.y - 0.14, 0.13, 0.14, wood, part)
    _box(lens, head, prop.x, prop.y - 0.15, prop.y - 0.1, 0.15, 0.16, wood, part, soft=0.012)
    cloth = colours.room.cloth
    _box(lens, head, prop.x, prop.y - 0.11, prop.y, 0.15, 0.16, cloth, part, soft=0.03)
    return [part]


def _roller(lens: Lens, prop: Prop, colours: Palette) -> list[Part]:
    part = Part(0.14)
    radius = 0.044
    far = lens.point((prop.x, radius, -MAT_HALF * 0.8))
    near = lens.point((prop.x, radius, MAT_HALF * 0.8))
    size = radius * lens.scale
    behind = Part(-0.2)
    behind.fill(ellipse(far, complex(size, 0), complex(0, size)), colours.room.strap.shade)
    behind.fill(
        polygon([far - size * 1j, near - size * 1j, near + size * 1j, far + size * 1j]),
        colours.room.strap.shade,
    )
    part.fill(ellipse(near, complex(size, 0), complex(0, size)), colours.room.strap.base)
    part.fill(
        ellipse(near, complex(size * 0.5, 0), complex(0, size * 0.5)), colours.room.strap.shade
    )
    return [behind, part]


def _ball(lens: Lens, prop: Prop, colours: Palette) -> list[Part]:
    part = Part(0.04)
    size = 0.026 * lens.scale
    middle = lens.point((prop.x, 0.026, prop.z))
    part.fill(ellipse(middle, complex(size, 0), complex(0, size)), colours.room.strap.base)
    return [part]


def _strap(lens: Lens, body: Skeleton, colours: Palette) -> list[Part]:
    """A strap from hand to hand; its turn behind the thigh is hidden by the thigh."""
    points = [lens.point(v) for v in body.strap]
    width = 0.018 * lens.scale
    near_end, far_end = Part(lens.depth(body.near.knee) + 0.02), Part(lens.depth(body.far.hip))
    half = len(points) // 2
    near_end.stroke(line(points[:half]), colours.room.strap.base, width)
    far_end.stroke(line(points[half:]), colours.room.strap.shade, width)
    middle = Part(lens.depth(body.near.hip) - 0.01)
    middle.stroke(line(points[half - 1 : half + 1]), colours.room.strap.shade, width)
    return [far_end, middle, near_end]


_DRAW = {
    "desk": _desk,
    "chair": _chair,
    "wall": _wall,
    "couch": _couch,
    "bed": _bed,
    "roller": _roller,
    "ball": _ball,
}
