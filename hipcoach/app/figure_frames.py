"""The picture of every moment: from the segment in hand to a frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import far_apart, pose_at, there_and_back
from hipcoach.core.figure.pose import Pose
from hipcoach.core.timeline import Phase, Segment

EASE_S: Final = 1.8
"""Seconds in which one pose gives way to the next."""
GHOST_PHASES: Final = frozenset({Phase.ANNOUNCE, Phase.TRANSITION, Phase.SWITCH})


def frame_of(
    segment: Segment, elapsed_s: float, poses: Mapping[str, Pose], *, moving: bool
) -> FigureFrame:
    """The picture at so many seconds into a segment; without `moving`, end poses only."""
    before, after = poses[segment.pose_from], poses[segment.pose_to]
    holding = segment.phase is Phase.CONTRACT
    breathing = segment.phase in {Phase.WORK, Phase.RELAX}
    teaching = segment.phase not in {Phase.REST, Phase.FINISH, Phase.ANNOUNCE}
    if segment.reps and moving:
        turn = elapsed_s * segment.reps / segment.length_s
        pose = there_and_back(before, after, turn)
        return FigureFrame(pose, segment.side, teaching=teaching)
    part = min(1.0, elapsed_s / min(EASE_S, segment.length_s)) if moving else 1.0
    breath_s = elapsed_s if moving else 0.0
    if part < 1.0 and segment.phase is Phase.SWITCH:
        return FigureFrame(after, segment.side, teaching=False, fade=part)
    if part < 1.0 and far_apart(before, after):
        return FigureFrame(
            after, segment.side, teaching=False, fade=part, leaving=before, breath_s=breath_s
        )
    return FigureFrame(
        pose_at(before, after, part),
        segment.side,
        ghost=after if part < 1.0 and segment.phase in GHOST_PHASES else None,
        holding=holding,
        teaching=teaching,
        breath_s=breath_s,
        breathing=breathing and moving,
    )


def lively(segment: Segment, elapsed_s: float) -> bool:
    """Whether the picture is moving now, and not only breathing."""
    return bool(segment.reps) or elapsed_s < EASE_S
