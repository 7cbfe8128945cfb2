"""The poses of an exercise, out of its `poses.toml`.

A pose is a table, written in the terms of `core.figure.pose.Pose`, with these shorthands:
`like` starts from another pose of the file; `both` gives angles to both sides before `near`
and `far` say otherwise; `hands` is what both hands hold, or a table `{ near, far }`;
`props` is a table from kind to place; `stretched` and `working` list muscles, of the near
side unless they end in `-far`. What teaches (muscles, arrows, hold_still) isn't inherited.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn

from hipcoach.core.figure.checks import (
    BODY_RANGES,
    LIMB_RANGES,
    NO_PROP,
    OUTWARD_FLEXION,
    OUTWARD_ROTATION,
    Problem,
    problems,
)
from hipcoach.core.figure.pose import (
    ANCHORS,
    ARROWS,
    GRIPS,
    MUSCLES,
    PARTS,
    PROPS,
    WAYS,
    Arrow,
    Contact,
    Grip,
    Limbs,
    Muscle,
    Pose,
    Prop,
    half_of,
)
from hipcoach.library.reading import (
    Field,
    Place,
    Reader,
    Shape,
    flag,
    nearest,
    number,
    read_table,
    tables,
    text,
)
from hipcoach.library.shelf import read_toml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILE: Final = "poses.toml"


def load_poses(folder: Traversable) -> Mapping[str, Pose]:
    """The poses of the exercise in `folder`, by name.

    Raises ContentError naming file, pose and field: `unreadable`, `not-toml`,
    `unknown-field`, `missing-field`, `wrong-type`, `out-of-bounds`, `unknown-choice` (a part,
    grip, muscle, arrow…), `unknown-prop`, `unknown-pose`, `pose-circle`, and what
    `core.figure.checks` finds in the solved pose.
    """
    place = Place(f"exercises/{folder.name}/{FILE}")
    raw = read_toml(folder / FILE, place.file)
    return MappingProxyType({name: _read(name, raw, place.within(name)) for name in raw})


def _one_of(known: tuple[str, ...]) -> Reader:
    """A reader of one name out of those that a figure knows."""

    def read(raw: object, place: Place, field: str) -> str:
        found = text(raw, place, field)
        if found not in known:
            like = nearest(found, known)
            place.refuse("unknown-choice", field, value=found, known=known, nearest=like)
        return found

    return read


def _list_of(one: Reader) -> Reader:
    def read(raw: object, place: Place, field: str) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            place.refuse("wrong-type", field, wanted="list")
        return tuple(one(item, place, field) for item in raw)

    return read


def _hands(raw: object, place: Place, field: str) -> dict[str, str]:
    if isinstance(raw, str):
        raw = {"near": raw, "far": raw}
    return read_table(raw, {"near": _GRIP, "far": _GRIP}, place.within(field))


def _angles(raw: object, place: Place, field: str) -> dict[str, float]:
    """The angles that one side is given; the others stay what they are."""
    shape = {name: Field(reader, None) for name, reader in _JOINTS.items()}
    found = read_table(raw, shape, place.within(field))
    return {name: value for name, value in found.items() if value is not None}


# What a joint has in some position; in which, the solved pose is held to.
_MOST: Final = {"hip": OUTWARD_FLEXION, "rotation": OUTWARD_ROTATION}
_JOINTS: Final[Mapping[str, Reader]] = {
    name: number(least, _MOST.get(name, most)) for name, (least, most) in LIMB_RANGES.items()
}
_SPOT: Final = Field(number(-2, 2), 0.0)
_SET: Final = Field(number(-2, 2))
_PLACES: Final[Mapping[str, Shape]] = {
    "mat": {"x": _SPOT},
    "strap": {"around": Field(_one_of(("ankle",)), "")},
    "pad": {"x": _SPOT, "z": _SPOT},
    "wall": {"x": _SET, "y": _SET, "z": _SPOT},
    "desk": {"x": _SET, "y": _SET},
    "chair": {"x": _SET, "y": _SET, "z": _SPOT},
    "couch": {"x": _SET, "y": _SET},
    "roller": {"x": _SET, "y": _SPOT},
    "ball": {"x": _SET, "y": _SPOT, "z": _SPOT},
}
_GRIP: Final = Field(_one_of(GRIPS), "")
_SIDED: Final = tuple(f"{name}{end}" for name in MUSCLES for end in ("", "-near", "-far"))
_MUSCLES: Final = Field(_list_of(_one_of(_SIDED)), ())
_ARROW: Final[Shape] = {
    "kind": Field(_one_of(ARROWS)),
    "at": Field(_one_of(ANCHORS)),
    "way": Field(_one_of(WAYS)),
    "length": Field(number(0.02, 0.5), 0.1),
}


def _props(raw: object, place: Place, field: str) -> tuple[Prop, ...]:
    inside = place.within(field)
    if not isinstance(raw, dict):
        place.refuse("wrong-type", field, wanted="table")
    found = []
    for kind, spot in raw.items():
        if kind not in PROPS:
            known = nearest(kind, PROPS)
            place.refuse("unknown-prop", field, value=kind, known=PROPS, nearest=known)
        found.append(Prop(kind, **read_table(spot, _PLACES[kind], inside.within(kind))))
    return tuple(found)


_SHAPE: Final[Shape] = {
    **{name: Field(number(*bounds), 0.0) for name, bounds in BODY_RANGES.items()},
    "near": Field(_angles, {}),
    "far": Field(_angles, {}),
    "planted": Field(_list_of(_one_of(PARTS))),
    "hands": Field(_hands, {}),
    "props": Field(_props, ()),
    "stretched": _MUSCLES,
    "working": _MUSCLES,
    "arrows": Field(tables(_ARROW), ()),
    "hold_still": Field(flag, default=False),
    "inset": Field(_one_of(("none", "top", "front")), "none"),
    "x": _SPOT,
    "hinge": Field(number(0, 45), 0.0),
}
_NOT_INHERITED: Final = frozenset({"stretched", "working", "arrows", "hold_still"})
_SIDES: Final = ("near", "far")


def _read(name: str, everything: Mapping[str, Any], place: Place) -> Pose:
    found = read_table(_merged(name, everything, place, ()), _SHAPE, place)
    pose = _pose(found)
    for found_wrong in problems(pose):
        _refuse(found_wrong, place)
    return pose


def _refuse(problem: Problem, place: Place) -> NoReturn:
    if problem.code == NO_PROP:
        place.refuse(problem.code, problem.field)
    place.refuse(
        problem.code,
        problem.field,
        value=round(problem.value, 3),
        least=problem.least,
        most=problem.most,
    )


def _merged(
    name: str, everything: Mapping[str, Any], place: Place, seen: tuple[str, ...]
) -> dict[str, Any]:
    """The table of a pose with what it takes from another."""
    own = everything[name]
    if not isinstance(own, dict):
        place.refuse("wrong-type", "", wanted="table")
    own = dict(own)
    base: dict[str, Any] = {}
    if "like" in own:
        model = text(own.pop("like"), place, "like")
        if model not in everything:
            place.refuse("unknown-pose", "like", value=model, nearest=nearest(model, everything))
        if model == name or model in seen:
            place.refuse("pose-circle", "like", value=model)
        base = _merged(model, everything, place, (*seen, name))
        base = {field: value for field, value in base.items() if field not in _NOT_INHERITED}
    both = own.pop("both", {})
    _angles(both, place, "both")
    for side in _SIDES:
        given = own.get(side, {})
        _angles(given, place, side)
        own[side] = {**base.get(side, {}), **both, **given}
    return {**base, **own}


def _pose(found: dict[str, Any]) -> Pose:
    hands = found.pop("hands")
    muscles = [
        Muscle(name, half or "near", works)
        for works, listed in ((False, "stretched"), (True, "working"))
        for name, half in map(half_of, found.pop(listed))
    ]
    return Pose(
        near=Limbs(**found.pop("near")),
        far=Limbs(**found.pop("far")),
        planted=tuple(Contact(part) for part in found.pop("planted")),
        grips=tuple(Grip(side, hands[side]) for side in _SIDES if hands.get(side)),
        muscles=tuple(muscles),
        arrows=tuple(Arrow(**arrow) for arrow in found.pop("arrows")),
        **found,
    )
