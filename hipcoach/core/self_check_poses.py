"""How one looks at one's own hips, as poses: one for each answer that is a matter of range.

No muscle glows in them: a picture that names a cause would be a diagnosis.

Angles are those of `core.figure.pose`, from the same facts as the exercises' own poses. A bed is
`x`, its edge at the foot end, and `y`, its height.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from hipcoach.core.figure import anatomy as body
from hipcoach.core.figure.pose import Arrow, Contact, Grip, Limbs, Pose, Prop
from hipcoach.core.self_check import Question, Topic

_BED: Final = Prop("bed", x=0.13, y=0.3)
_HELD: Final = Limbs(hip=118.0, knee=122.0, shoulder=5.0, elbow=64.0)


def _reach(hip: float, knee: float, on: str) -> Pose:
    """On the back, one knee brought so far, the other foot on the floor."""
    arms = {"shoulder": 8.0, "shoulder_abduction": 8.0, "elbow": 40.0}
    return Pose(
        trunk=-90.0,
        near=Limbs(hip=hip, knee=knee, **arms),
        far=Limbs(hip=45.0, knee=95.3, ankle=-39.7, **arms),
        planted=(Contact("back"), Contact("head"), Contact("foot-far")),
        grips=(Grip("near", f"{on}-near"), Grip("far", f"{on}-near")),
        props=(Prop("mat"),),
    )


def _hang(hip: float, knee: float) -> Pose:
    """On the end of a bed, the far knee held, the near leg left to its weight."""
    return Pose(
        trunk=-90.0,
        near=Limbs(hip=hip, knee=knee, ankle=-15.0, shoulder=5.0, elbow=64.0),
        far=_HELD,
        planted=(),
        grips=(Grip("near", "shin-far"), Grip("far", "shin-far")),
        props=(_BED,),
        pelvis_at=(0.0, _BED.y + body.HIP_ON_FLOOR, 0.0),
    )


_RANGES: Final[Mapping[tuple[Topic, str], Pose]] = MappingProxyType(
    {
        (Topic.KNEE_TO_CHEST, "short"): _reach(77.0, 84.0, "thigh"),
        (Topic.KNEE_TO_CHEST, "upright"): _reach(90.0, 92.0, "thigh"),
        (Topic.KNEE_TO_CHEST, "past-upright"): _reach(105.0, 108.0, "thigh"),
        (Topic.KNEE_TO_CHEST, "belly"): _reach(120.0, 132.0, "shin"),
        (Topic.LEG_HANG, "high"): _hang(32.0, 52.0),
        (Topic.LEG_HANG, "above"): _hang(13.0, 60.0),
        (Topic.LEG_HANG, "rests"): _hang(-5.0, 72.0),
    }
)
_SIGNS: Final[Mapping[Topic, Pose]] = MappingProxyType(
    {
        Topic.AFTER_SITTING: Pose(
            near=Limbs(hip=88.0, knee=88.0, shoulder=25.0, elbow=20.0),
            far=Limbs(hip=88.0, knee=88.0, shoulder=25.0, elbow=20.0),
            planted=(Contact("seat"), Contact("foot-far"), Contact("foot-near")),
            props=(Prop("chair", y=0.25),),
        ),
        Topic.MORNING: Pose(
            trunk=-90.0,
            near=Limbs(shoulder_abduction=12.0, ankle=-25.0),
            far=Limbs(shoulder_abduction=12.0, ankle=-25.0),
            planted=(),
            props=(Prop("bed", x=0.54, y=0.3),),
            pelvis_at=(0.0, 0.3 + body.HIP_ON_FLOOR, 0.0),
        ),
        Topic.STRAIGHT: Pose(
            trunk=24.0,
            neck=-8.0,
            near=Limbs(hip=30.0, knee=10.0, ankle=4.0, shoulder=14.0, elbow=14.0),
            far=Limbs(hip=30.0, knee=10.0, ankle=4.0, shoulder=14.0, elbow=14.0),
        ),
        Topic.ARCH: Pose(
            trunk=9.0,
            pelvic_tilt=-14.0,
            arch=14.0,
            neck=4.0,
            near=Limbs(hip=9.0, shoulder=-2.0, elbow=8.0),
            far=Limbs(hip=9.0, shoulder=-2.0, elbow=8.0),
        ),
        Topic.BACKWARD: Pose(
            near=Limbs(hip=-12.0, knee=20.0, ankle=8.0, shoulder=8.0, elbow=10.0),
            far=Limbs(knee=3.0, ankle=3.0, shoulder=-6.0, elbow=10.0),
            planted=(Contact("foot-far"),),
            pelvis_drop=-5.0,
            arrows=(Arrow("swing", "ankle-near", "backward", 0.12),),
        ),
    }
)


def range_pose(question: Question, answer: str) -> Pose:
    """The pose that this answer to a look describes; raises `KeyError` where there is none."""
    return _RANGES[question.topic, answer]


def sign_pose(topic: Topic) -> Pose:
    """The pose in which one would notice a sign; raises `KeyError` where there is none."""
    return _SIGNS[topic]
