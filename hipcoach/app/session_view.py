"""The snapshot of a session in progress: what the window and the terminal show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hipcoach.app.figure_frames import frame_of
from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases.session import muted_words, next_words, phase_words, side_words
from hipcoach.app.session_plan import SessionPlan
from hipcoach.app.snapshots import PlayState, SessionSnapshot
from hipcoach.core.player import Player, State
from hipcoach.core.timeline import Phase, Segment, Timeline
from hipcoach.core.voicing import MOMENTARY

if TYPE_CHECKING:
    from hipcoach.app.session import GuidedSession

_STATES = {
    State.READY: PlayState.PREPARING,
    State.PLAYING: PlayState.PLAYING,
    State.PAUSED: PlayState.PAUSED,
    State.COUNTING_IN: PlayState.COUNTING_IN,
    State.FINISHED: PlayState.FINISHED,
}
_LEAD_IN = frozenset({Phase.ANNOUNCE, Phase.TRANSITION})
MOMENT_S: Final = 3.0
"""A line that is true for a moment stays to be read so long."""


def snapshot_of(
    session: GuidedSession, now: float, *, moving: bool, notice: str = ""
) -> SessionSnapshot:
    """What is to be shown at this moment; without `moving` the picture shows end poses."""
    shown = _snapshot(session.player, session.plan, now, moving=moving)
    # What was switched off is no fault.
    voice = session.voice_problem if session.sound.voice else None
    sounds = session.sound.voice or session.sound.beeps
    sound = session.sound_problem if sounds else None
    return replace(
        shown,
        caption=_caption(session),
        muted=muted_words(voice, sound),
        notice=notice,
    )


def _caption(session: GuidedSession) -> str:
    """The line to be read: the last one, unless its moment is over."""
    cue = session.caption
    if cue is None:
        return ""
    age_s = session.player.position_s - cue.at_s
    return (
        "" if cue.text in MOMENTARY and age_s > MOMENT_S else session.plan.wording.words(cue.text)
    )


def preview_of(plan: SessionPlan) -> SessionSnapshot:
    """The first moment of a session that is still being opened."""
    lengths = lengths_of(plan.wording)
    player = Player(plan.timeline(lengths), lengths, spoken_count=plan.options.spoken_count)
    return _snapshot(player, plan, 0.0, moving=False)


def _snapshot(player: Player, plan: SessionPlan, now: float, *, moving: bool) -> SessionSnapshot:
    here, timeline = player.segment, player.timeline
    start_s, end_s = _ring(here, timeline)
    words = plan.wording.exercises[here.exercise]
    elapsed_s = player.position_s - here.start_s
    return SessionSnapshot(
        state=_STATES[player.state],
        routine=plan.wording.routines[plan.routine.id].name,
        exercise=words.name,
        variant=words.rungs[here.rung - 1].name,
        side=here.side,
        side_words=side_words(here.side),
        phase=here.phase,
        phase_words=phase_words(here),
        remaining_s=max(0.0, end_s - player.position_s),
        length_s=end_s - start_s,
        count_in=player.count_in(now),
        caption="",
        next_words=next_words(here, next_practice(here, timeline), plan.wording),
        progress=player.position_s / timeline.length_s,
        left_s=timeline.length_s - player.position_s,
        chapter=here.chapter,
        chapters=timeline.chapters,
        figure=(
            frame_of(timeline, here, elapsed_s, plan.poses, moving=moving) if plan.poses else None
        ),
        muted="",
    )


def _ring(here: Segment, timeline: Timeline) -> tuple[float, float]:
    """Start and end of what the ring counts: a segment, or the whole of a lead-in."""
    if here.phase not in _LEAD_IN:
        return here.start_s, here.end_s
    lead_in = [
        segment
        for segment in timeline.segments
        if segment.chapter == here.chapter and segment.phase in _LEAD_IN
    ]
    return lead_in[0].start_s, lead_in[-1].end_s


def next_practice(here: Segment, timeline: Timeline) -> Segment | None:
    """The first practice of the next chapter; `None` in the last one.

    In a lead-in nothing lies between: what comes next is the chapter after.
    """
    return next(
        (
            segment
            for segment in timeline.segments[here.index + 1 :]
            if segment.chapter > here.chapter and segment.phase.practised
        ),
        None,
    )
