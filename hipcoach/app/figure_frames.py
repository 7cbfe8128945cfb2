"""The picture of every moment: from the segment in hand to a frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.motion import far_apart, pose_at, there_and_back
from hipcoach.core.figure.pose import Pose
from hipcoach.core.timeline import Phase, Segment, Timeline

EASE_S: Final = 1.8
"""Seconds in which one pose gives way to the next."""
GHOST_PHASES: Final = frozenset({Phase.ANNOUNCE, Phase.TRANSITION, Phase.SWITCH})


def frame_of(
    timeline: Timeline,
    segment: Segment,
    elapsed_s: float,
    poses: Mapping[str, Pose],
    *,
    moving: bool,
) -> FigureFrame:
    """The picture at so many seconds into a segment; without `moving`, end poses only.

    All of a step is seen from one place, so that nothing but the figure moves.
    """
    before, after = poses[segment.pose_from], poses[segment.pose_to]
    part = min(1.0, elapsed_s / min(EASE_S, segment.length_s)) if moving else 1.0
    teaching = segment.phase not in {Phase.REST, Phase.FINISH, Phase.ANNOUNCE}
    left = timeline.segments[segment.index - 1] if segment.index else segment
    frame = FigureFrame(
        after,
        segment.side,
        scope=scope_of(timeline, segment, poses),
        scope_before=scope_of(timeline, left, poses) if left.step != segment.step else (),
        arrived=part if left.step != segment.step else 1.0,
    )
    if segment.reps and moving:
        turn = elapsed_s * segment.reps / segment.length_s
        return replace(frame, pose=there_and_back(before, after, turn), teaching=teaching)
    if part < 1.0 and segment.phase is Phase.SWITCH:
        return replace(frame, teaching=False, fade=part)
    breath_s = elapsed_s if moving else 0.0
    if part < 1.0 and far_apart(before, after):
        return replace(frame, teaching=False, fade=part, leaving=before, breath_s=breath_s)
    return replace(
        frame,
        pose=pose_at(before, after, part),
        ghost=after if part < 1.0 and segment.phase in GHOST_PHASES else None,
        holding=segment.phase is Phase.CONTRACT,
        teaching=teaching,
        breath_s=breath_s,
        breathing=moving and segment.phase in {Phase.WORK, Phase.RELAX},
    )


def scope_of(timeline: Timeline, segment: Segment, poses: Mapping[str, Pose]) -> tuple[Pose, ...]:
    """The poses of a segment's step, each once; not the one in which the step before ended."""
    names: dict[str, None] = {}
    for other in timeline.segments:
        if other.step == segment.step:
            if other.reps:
                names[other.pose_from] = None
            names[other.pose_to] = None
    return tuple(poses[name] for name in names)


def lively(segment: Segment, elapsed_s: float) -> bool:
    """Whether the picture is moving now, and not only breathing."""
    return bool(segment.reps) or elapsed_s < EASE_S
