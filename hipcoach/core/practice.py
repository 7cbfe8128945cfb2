"""How each method is written: a hold, repetitions, contractions."""

from __future__ import annotations

from typing import Final

from hipcoach.core.cueing import (
    AFTER_TONE_S,
    GAP_S,
    LEAD_S,
    count,
    hold_cues,
    start_tone,
    ticks,
)
from hipcoach.core.exercise import Contraction
from hipcoach.core.run import Run
from hipcoach.core.score import Score, on_grid
from hipcoach.core.timeline import CueKind, Form, Phase, Priority

GET_READY_S: Final = 3.0
BEFORE_CONTRACTION_S: Final = 0.2
"""Least silence between the last word of a command and the contraction."""
SLACK_S: Final = 1.0
"""Time to ease closer after the words."""


def write_hold(score: Score, run: Run) -> None:
    """Three seconds' count, and the hold; as often as the dose says, with a pause between."""
    # A short hold begins at the tone; one that is long is waited for in place.
    _get_ready(score, run, run.rung.start if run.dose.reps > 1 else run.rung.pose)
    _hold(score, run)
    for repeat in range(1, run.dose.reps):
        _let_go(score, run, repeat)
        _hold(score, run, repeat)


def write_repetitions(score: Score, run: Run) -> None:
    """Three seconds' count, and the repetitions."""
    _get_ready(score, run, run.rung.back)
    length = run.dose.reps * run.dose.rep_s
    _practice_cues(score, run, length)
    score.segment(
        Phase.WORK, length, run, start=run.rung.back, to=run.rung.pose, reps=run.dose.reps
    )


def write_contractions(score: Score, run: Run) -> None:
    """Command, contraction, relax: through all directions and cycles, then an easy hold.

    A contraction starts after the last word of its command has ended.
    """
    plan = [
        (cycle, contraction)
        for cycle in range(run.dose.cycles)
        for contraction in run.rung.contractions
    ]
    end_s = _command(score, run, *plan[0], at_s=LEAD_S, placed=plan[0][1].placed)
    first = plan[0][1]
    score.segment(Phase.GET_READY, on_grid(end_s + BEFORE_CONTRACTION_S), run, to=first.pose)
    for index, (cycle, contraction) in enumerate(plan):
        following = plan[index + 1] if index + 1 < len(plan) else None
        _contract(score, run, cycle, contraction, part=f".{index}")
        _relax(score, run, cycle, contraction, following, part=f".{index}")
    if run.dose.hold_s:
        _hold(score, run)


def _get_ready(score: Score, run: Run, pose: str) -> None:
    end_s = score.at_s + GET_READY_S
    score.put(count(end_s, score.length, spoken=score.spoken_count))
    score.segment(Phase.GET_READY, GET_READY_S, run, to=pose)


def _hold(score: Score, run: Run, repeat: int = 0) -> None:
    _practice_cues(score, run, run.dose.hold_s, spoken=not repeat)
    part = f".{repeat}" if repeat else ""
    score.segment(Phase.WORK, run.dose.hold_s, run, to=run.rung.pose, part=part)


def _let_go(score: Score, run: Run, repeat: int) -> None:
    """Say to come out, then to go in again; the last word ends before the hold begins."""
    score.end_tone_if_due()
    form = run.form if repeat == 1 else Form.SHORT
    out, anew = run.text("release", form), run.text("repeat", form)
    score.say(AFTER_TONE_S, CueKind.RELAX, Priority.START_END, out)
    at_s = max(run.dose.relax_s, AFTER_TONE_S + score.longest(out) + GAP_S)
    score.say(at_s, CueKind.SETUP, Priority.SETUP, anew)
    length = on_grid(at_s + score.longest(anew) + BEFORE_CONTRACTION_S)
    score.segment(Phase.RELAX, length, run, to=run.rung.start, part=f".{repeat}")


def _practice_cues(score: Score, run: Run, length_s: float, *, spoken: bool = True) -> None:
    """What is heard in it; without `spoken` only tones and count."""
    score.put(
        hold_cues(
            score.at_s,
            length_s,
            score.length,
            intent=run.intent if spoken else None,
            breathing=run.text("breathing") if spoken and not run.again else None,
            spoken_count=score.spoken_count,
        )
    )


def _command(
    score: Score, run: Run, cycle: int, contraction: Contraction, *, at_s: float, placed: bool
) -> float:
    """Say where to go and which way to push; gives the second at which it ends at the latest."""
    form = Form.SHORT if cycle else run.form
    if placed:
        place = run.text(f"{contraction.id}-place", form)
        score.say(at_s, CueKind.SETUP, Priority.SETUP, place)
        at_s += score.longest(place) + 2 * GAP_S
    push = run.text(contraction.id, form)
    score.say(at_s, CueKind.INTENT, Priority.SETUP, push)
    return at_s + score.longest(push)


def _contract(score: Score, run: Run, cycle: int, contraction: Contraction, *, part: str) -> None:
    length = run.dose.contract_s
    score.put([start_tone(score.at_s), *ticks(score.at_s, length)])
    pose = _pose(cycle, contraction)
    score.segment(
        Phase.CONTRACT, length, run, to=pose, start=pose, part=part, contraction=contraction.id
    )


def _relax(
    score: Score,
    run: Run,
    cycle: int,
    contraction: Contraction,
    following: tuple[int, Contraction] | None,
    *,
    part: str,
) -> None:
    score.end_tone_if_due()
    text = run.text(f"{contraction.id}-relax", Form.SHORT if cycle else run.form)
    score.say(AFTER_TONE_S, CueKind.RELAX, Priority.START_END, text)
    relaxed_s = max(run.dose.relax_s, AFTER_TONE_S + score.longest(text) + GAP_S)
    to = run.rung.pose
    if following is not None:
        to = _pose(*following)
        # Who goes deeper takes up the slack first, and is in place with it.
        deeper = following[0] > cycle and to != following[1].pose
        if deeper:
            relaxed_s = _slack(score, run, Form.SHORT if cycle else run.form, at_s=relaxed_s)
        placed = following[1].placed and not deeper
        length = _command(score, run, *following, at_s=relaxed_s, placed=placed)
        length += BEFORE_CONTRACTION_S
    elif run.dose.hold_s:
        length = _slack(score, run, run.form, at_s=relaxed_s)
    else:
        length = relaxed_s
    score.segment(Phase.RELAX, on_grid(length), run, to=to, part=part)


def _slack(score: Score, run: Run, form: Form, *, at_s: float) -> float:
    """Say to ease closer, and leave a second for it; gives the second at which that is over."""
    slack = run.text("slack", form)
    score.say(at_s, CueKind.SETUP, Priority.SETUP, slack)
    return at_s + score.longest(slack) + SLACK_S


def _pose(cycle: int, contraction: Contraction) -> str:
    """Where the body is in a contraction."""
    return contraction.deeper if cycle else contraction.pose
