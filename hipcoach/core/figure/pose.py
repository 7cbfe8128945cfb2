"""A pose in the clinician's terms: what each joint does, what is planted, what is held.

Angles are degrees. Zero is standing upright with the arms along the trunk; plus is
flexion, abduction (away from the middle), outward rotation and dorsiflexion.
`near` is the working side, drawn in front; the other side of the body is `far`.
"""

from __future__ import annotations

from dataclasses import field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from hipcoach.core.value import value

Half: TypeAlias = Literal["near", "far"]
View: TypeAlias = Literal["none", "top", "front"]

# What can rest on something. foot: the whole sole; toes: the ball of the foot, heel up;
# heel: of a leg that lies; knee: kneeling; instep: the laces, on a couch; forearm: with the flat
# hand; back: hips and shoulders; head: of one who lies; seat: on a chair; side: hip and shoulder
# of one who lies on the far side; thigh: on a roller; groin: just inside a front hip bone, on a
# ball. The first that a pose names carries the body: anything but instep and head.
PARTS = (
    "foot-near",
    "foot-far",
    "toes-near",
    "toes-far",
    "heel-near",
    "heel-far",
    "knee-near",
    "knee-far",
    "instep-near",
    "instep-far",
    "forearm-near",
    "forearm-far",
    "thigh-near",
    "thigh-far",
    "groin-near",
    "groin-far",
    "back",
    "pelvis",
    "shoulders",
    "head",
    "seat",
    "side",
)

# The prop that a part rests on, where that isn't the floor.
RESTS_ON: Final = MappingProxyType(
    {"instep": "couch", "thigh": "roller", "groin": "ball", "seat": "chair"}
)

# What a hand can hold or press. thigh: behind it; thigh-front: on its head side;
# shin: just below the knee; shin-in, shin-out: against its inner and outer side; knee: on top
# of it; kneecap: on the end of the bent thigh; hip: the crest of its own side; forehead: flat
# under it, one hand on the other.
GRIPS = (
    "thigh-near",
    "thigh-far",
    "thigh-front-near",
    "thigh-front-far",
    "shin-near",
    "shin-far",
    "shin-in-near",
    "shin-in-far",
    "shin-out-near",
    "shin-out-far",
    "knee-near",
    "knee-far",
    "kneecap-near",
    "kneecap-far",
    "ankle-near",
    "ankle-far",
    "hip",
    "forehead",
    "floor",
    "strap",
    "desk",
    "wall",
    "chair",
)

# mat: under the whole figure, or its middle over `x` where that isn't 0; pad: under the
# kneeling knee; strap: from hand to hand behind the near thigh, or around the near ankle;
# desk, chair: `x` is where hands rest (of a chair that one sits on: the middle of the seat),
# `y` the height of that surface, the desk's edge being nearer to the figure; wall: the plane
# at `x`, or at `z` where z isn't 0 (a wall beside the figure), held at the point (x, y, z);
# couch: `x` is the front edge of the seat, which goes on backward, `y` its height; roller:
# across the figure, its middle over `x`; ball: over (x, z).
PROPS = ("mat", "pad", "strap", "desk", "wall", "chair", "couch", "roller", "ball")

MUSCLES = (
    "iliopsoas",
    "rectus-femoris",
    "quadriceps",
    "tfl",
    "glute-max",
    "glute-med",
    "hamstrings",
    "adductors",
    "hip-rotators",
    "hip-capsule",
    "low-back",
    "abdominals",
    "obliques",
    "calf",
)

# turn: around the limb that it is at, inward or outward.
ARROWS = ("push", "pull", "tuck", "lean", "reach", "swing", "press", "side", "turn")

# Where an arrow starts: a joint of one side, a middle of a limb, or a place on the trunk.
ANCHORS = (
    *(
        f"{place}-{half}"
        for place in (
            "hip",
            "mid-thigh",
            "knee",
            "mid-shin",
            "ankle",
            "foot",
            "shoulder",
            "elbow",
            "palm",
        )
        for half in ("near", "far")
    ),
    "pelvis",
    "waist",
    "chest",
    "head",
)

# The ways an arrow can point, in the figure's terms: forward is the way the trunk faces,
# headward and footward run along the trunk, outward is away from the middle of the body;
# the front of thigh and shin is where the kneecap is; along-thigh runs from hip to knee,
# into-hip from knee to hip.
# posterior: the curl of the pelvis' tuck, seat down and under; up and down are the room's.
WAYS = (
    "forward",
    "backward",
    "headward",
    "footward",
    "outward",
    "inward",
    "up",
    "down",
    "thigh-front",
    "thigh-back",
    "shin-front",
    "shin-back",
    "along-thigh",
    "into-hip",
    "posterior",
)


def half_of(name: str) -> tuple[str, Half | None]:
    """A name such as `knee-near` as what and which side; `pelvis` has no side."""
    what, _, half = name.rpartition("-")
    if half == "near":
        return what, "near"
    if half == "far":
        return what, "far"
    return name, None


@value
class Limbs:
    """The joint angles of one side, in degrees."""

    hip: float = 0.0
    abduction: float = 0.0
    rotation: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    toes: float = 0.0  # plus bends them up, as when they are tucked under
    shoulder: float = 0.0
    shoulder_abduction: float = 0.0
    shoulder_rotation: float = 0.0
    elbow: float = 0.0
    pronation: float = 0.0  # 0: thumb to the front of the bent forearm; plus turns the palm down
    wrist: float = 0.0  # plus bends the back of the hand toward the forearm
    wrist_side: float = 0.0  # plus bends it toward the thumb
    shrug: float = 0.0  # shoulder drawn toward the ear: 1 is as far as it goes


@value
class Contact:
    """A part that rests on the floor or a prop; `x` and `z`, where given, pin it to a spot.

    Content leaves `x` and `z` alone; moves between poses fill them in, so that nothing slides.
    """

    part: str
    x: float | None = None
    z: float | None = None


@value
class Grip:
    """What one hand holds.

    During a move `share` says how much of the way the hand still is, or already is, on it,
    and `clear` how far outward it swings to come around the limb, in body heights.
    """

    hand: Half
    on: str
    share: float = 1.0
    clear: float = 0.0


@value
class Prop:
    """A thing in the picture, and where it is, in body heights."""

    kind: str
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    around: str = ""  # of a strap: `ankle`; behind the thigh where nothing is said


@value
class Muscle:
    """A muscle that glows: one that works, or one that is stretched."""

    name: str
    half: Half = "near"
    works: bool = False  # False: it is being stretched


@value
class Arrow:
    """A force or a movement to show, from a place on the body in a way of the figure's."""

    kind: str
    at: str
    way: str
    length: float = 0.1  # in body heights


@value
class Pose:
    """A whole body: trunk, both sides, what it rests on, what it holds, and what it teaches."""

    near: Limbs = field(default_factory=Limbs)
    far: Limbs = field(default_factory=Limbs)
    trunk: float = 0.0  # leaning forward; -90 lies on the back, 90 face down
    roll: float = 0.0  # the whole body about the trunk's line, plus brings the near side forward
    neck: float = 0.0  # plus bends forward
    nod: float = 0.0  # head on neck, plus tucks the chin, minus pokes it
    pelvic_tilt: float = 0.0  # plus is posterior (the tuck); the trunk's line stays
    arch: float = 0.0  # ribs tipped back over a hollow low back
    side_bend: float = 0.0  # plus bends away from the near side
    twist: float = 0.0  # chest on pelvis, plus brings the near shoulder forward
    pelvis_turn: float = 0.0  # plus brings the near hip forward
    pelvis_drop: float = 0.0  # plus lowers the near hip
    planted: tuple[Contact, ...] = (Contact("foot-far"), Contact("foot-near"))
    grips: tuple[Grip, ...] = ()
    props: tuple[Prop, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    hold_still: bool = False
    inset: View = "none"
    x: float = 0.0  # where along the floor the first planted part is
    hinge: float = 0.0  # how far one leans forward to get up from here, or to come back
    picture: str = ""  # a file that is shown in place of the body: of somebody's own exercise
    # The two that only moves between poses set: where the pelvis is on its way,
    # and that the feet give way to the floor.
    pelvis_at: tuple[float, float, float] | None = None
    moving: bool = False
