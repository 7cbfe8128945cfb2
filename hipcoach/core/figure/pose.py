"""A pose in the clinician's terms: what each joint does, what is planted, what is held.

Angles are degrees. Zero is standing upright with the arms along the trunk; plus is
flexion, abduction (away from the middle), outward rotation and dorsiflexion.
`near` is the working side, drawn in front; the other side of the body is `far`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Half: TypeAlias = Literal["near", "far"]
View: TypeAlias = Literal["none", "top", "front"]

# What can rest on something. foot: the whole sole; toes: the ball of the foot, heel up;
# heel: of a leg that lies; knee: kneeling; back: hips and shoulders; head: of one who lies.
# The first that a pose names carries the body: a foot, toes, a knee, the back, pelvis or shoulders.
PARTS = (
    "foot-near",
    "foot-far",
    "toes-near",
    "toes-far",
    "heel-near",
    "heel-far",
    "knee-near",
    "knee-far",
    "back",
    "pelvis",
    "shoulders",
    "head",
)

# What a hand can hold or press. thigh: behind it; thigh-front: on its head side;
# shin: just below the knee; knee: on top of it; hip: the crest of its own side.
GRIPS = (
    "thigh-near",
    "thigh-far",
    "thigh-front-near",
    "thigh-front-far",
    "shin-near",
    "shin-far",
    "knee-near",
    "knee-far",
    "ankle-near",
    "ankle-far",
    "hip",
    "floor",
    "strap",
    "desk",
    "wall",
    "chair",
)

# mat: under the whole figure; pad: under the kneeling knee; strap: from hand to hand behind
# the near thigh; desk, chair: `x` is where hands rest, `y` the height of that surface, the
# desk's edge being nearer to the figure; wall: the plane at `x`, or at `z` where z isn't 0
# (a wall beside the figure), held at the point (x, y, z).
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

ARROWS = ("push", "pull", "tuck", "lean", "reach", "swing", "press", "side")

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
# the front of thigh and shin is where the kneecap is; along-thigh runs from hip to knee.
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Contact:
    """A part that rests on the floor; `x` and `z`, where given, pin it to a spot.

    Content leaves `x` and `z` alone; moves between poses fill them in, so that nothing slides.
    """

    part: str
    x: float | None = None
    z: float | None = None


@dataclass(frozen=True, slots=True)
class Grip:
    """What one hand holds.

    During a move `share` says how much of the way the hand still is, or already is, on it,
    and `clear` how far outward it swings to come around the limb, in body heights.
    """

    hand: Half
    on: str
    share: float = 1.0
    clear: float = 0.0


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the picture, and where it is, in body heights."""

    kind: str
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle that glows: one that works, or one that is stretched."""

    name: str
    half: Half = "near"
    works: bool = False  # False: it is being stretched


@dataclass(frozen=True, slots=True)
class Arrow:
    """A force or a movement to show, from a place on the body in a way of the figure's."""

    kind: str
    at: str
    way: str
    length: float = 0.1  # in body heights


@dataclass(frozen=True, slots=True)
class Pose:
    """A whole body: trunk, both sides, what it rests on, what it holds, and what it teaches."""

    near: Limbs = field(default_factory=Limbs)
    far: Limbs = field(default_factory=Limbs)
    trunk: float = 0.0  # leaning forward; -90 lies on the back
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
    # The two that only moves between poses set: where the pelvis is on its way,
    # and that the feet give way to the floor.
    pelvis_at: tuple[float, float, float] | None = None
    moving: bool = False
