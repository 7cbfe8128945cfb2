"""Bodies for property tests: any pose within the ranges of the joints."""

from __future__ import annotations

from hypothesis import strategies as st

from hipcoach.core.figure.checks import BODY_RANGES, LIMB_RANGES
from hipcoach.core.figure.pose import Contact, Grip, Half, Limbs, Pose, Prop

LEGS_AND_ARMS = ("thigh-near", "thigh-front-near", "shin-near", "knee-far", "hip", "desk")
DESK = Prop("desk", 0.2, 0.55)


def _within(bounds: tuple[float, float]) -> st.SearchStrategy[float]:
    return st.floats(*bounds, allow_nan=False, width=32)


def limbs() -> st.SearchStrategy[Limbs]:
    return st.builds(Limbs, **{name: _within(bounds) for name, bounds in LIMB_RANGES.items()})


def _grips(hand: Half) -> st.SearchStrategy[tuple[Grip, ...]]:
    return st.one_of(st.just(()), st.sampled_from(LEGS_AND_ARMS).map(lambda on: (Grip(hand, on),)))


_PLANTED = st.sampled_from(
    [
        (),
        (Contact("back"),),
        (Contact("shoulders"),),
        (Contact("foot-far"),),
        (Contact("foot-far"), Contact("toes-near")),
        (Contact("knee-near"), Contact("foot-far")),
        (Contact("pelvis"), Contact("heel-far")),
    ]
)


def free_poses() -> st.SearchStrategy[Pose]:
    """Poses whose limbs meet nothing, so that every angle is what the pose says."""
    return st.builds(
        Pose,
        near=limbs(),
        far=limbs(),
        planted=st.just((Contact("pelvis"),)),
        **{name: _within(bounds) for name, bounds in BODY_RANGES.items()},
    )


def poses() -> st.SearchStrategy[Pose]:
    """Poses that stand or lie on something and may hold something."""
    return st.builds(
        Pose,
        near=limbs(),
        far=limbs(),
        planted=_PLANTED,
        grips=st.builds(lambda a, b: a + b, _grips("near"), _grips("far")),
        props=st.just((DESK,)),
        **{name: _within(bounds) for name, bounds in BODY_RANGES.items()},
    )
