"""Compiles a routine into its timeline.

Pure: given the exercises, a routine, the lengths of cues and the person's options, the
same timeline comes out every time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from hipcoach.core.cueing import AFTER_TONE_S, LEAD_S, Lengths
from hipcoach.core.exercise import Dose, Exercise, Method, Rung
from hipcoach.core.practice import write_contractions, write_hold, write_repetitions
from hipcoach.core.routine import Routine, Sides, Step
from hipcoach.core.run import Run
from hipcoach.core.score import Score, on_grid, transition_s
from hipcoach.core.side import Side
from hipcoach.core.timeline import CueKind, CueText, Form, Phase, Priority, Timeline
from hipcoach.core.value import value

REST_S: Final = 3.0
FINISH_S: Final = 5.0
SWITCH_S: Final = (5.0, 10.0)
"""Shortest and longest change of sides."""
CARRIED: Final = frozenset({"strap", "roller", "ball"})
"""Props that change sides with the leg."""
CARRIED_S: Final = 7.0
"""Seconds that they take for it."""
FULL_WORDING_TIMES: Final = 3
"""The first so many times an exercise is explained in full."""
SHORTEST_HOLD_S: Final = 10.0
"""A wish for less leaves this much, or what there was."""


@value
class Adjustment:
    """A wish voiced in mid-session; holds from that run of the step on."""

    step: int
    run: int
    """Index of the set-and-side within the step, from 0."""
    easier: int = 0
    """Rungs down."""
    extra_s: float = 0.0
    """Seconds added to each hold; negative: taken away."""
    swap: bool = False
    """Left for right."""


@value
class CompileOptions:
    """What the person brings to a routine."""

    first_side: Side = Side.RIGHT
    rungs: Mapping[str, int] = field(default_factory=dict)
    """By exercise; the exercise's own default where none is given."""
    times_done: Mapping[str, int] = field(default_factory=dict)
    """By exercise: how often it has been done before."""
    spoken_count: bool = True
    """Numbers where `True`, ticks where not."""


def compile_timeline(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    lengths: Lengths,
    options: CompileOptions,
    adjustments: Sequence[Adjustment] = (),
) -> Timeline:
    """The timeline of a routine.

    Raises KeyError for an exercise that `exercises` lacks; the loader excludes that.
    """
    score = Score(routine.id, lengths, spoken_count=options.spoken_count)
    for index, step in enumerate(routine.steps):
        repeated = any(step.exercise == earlier.exercise for earlier in routine.steps[:index])
        runs = _runs(index, exercises[step.exercise], step, options, adjustments, repeated=repeated)
        for run in runs:
            _lead_in(score, run, runs[run.number - 1] if run.number else None)
            _practise(score, run)
        _way_out(score, runs[-1], step.rest_s, last=index == len(routine.steps) - 1)
    return score.finished()


def start_rung(step: Step, exercise: Exercise, options: CompileOptions) -> int:
    """The rung that a step begins with: the routine's, else the person's, else the default."""
    wanted = step.rung or options.rungs.get(exercise.id, exercise.default_rung)
    return exercise.rung(wanted).number


def _runs(
    index: int,
    exercise: Exercise,
    step: Step,
    options: CompileOptions,
    adjustments: Sequence[Adjustment],
    *,
    repeated: bool,
) -> list[Run]:
    """Every run of a step: its sets, one side after the other, as adjusted.

    What comes again in the same routine (`repeated`) is said short.
    """
    sides = _sides(exercise, step, options)
    known = repeated or options.times_done.get(exercise.id, 0) >= FULL_WORDING_TIMES
    runs = []
    for number, side in enumerate(sides * step.dose.sets):
        mine = [wish for wish in adjustments if wish.step == index and wish.run <= number]
        swapped = sum(wish.swap for wish in mine) % 2 == 1
        wanted = start_rung(step, exercise, options) - sum(wish.easier for wish in mine)
        runs.append(
            Run(
                step=index,
                number=number,
                again=repeated or number >= len(sides),
                exercise=exercise,
                rung=exercise.rung(wanted),
                side=side.other if side is not None and swapped else side,
                dose=_lengthened(step.dose, exercise, sum(wish.extra_s for wish in mine)),
                form=Form.SHORT if known else Form.FULL,
            )
        )
    return runs


def _sides(exercise: Exercise, step: Step, options: CompileOptions) -> tuple[Side | None, ...]:
    """The sides of one set, in order."""
    if not exercise.sided:
        return (None,)
    if step.sides is not Sides.BOTH:
        return (Side(step.sides.value),)
    return (options.first_side, options.first_side.other)


def _lengthened(dose: Dose, exercise: Exercise, extra_s: float) -> Dose:
    if not extra_s:
        return dose
    if exercise.method is Method.REPETITIONS:
        least = min(dose.reps, round(SHORTEST_HOLD_S / dose.rep_s))
        return replace(dose, reps=max(least, dose.reps + round(extra_s / dose.rep_s)))
    if not dose.hold_s:
        return dose
    if dose.reps > 1:
        least = min(dose.reps, max(1, round(SHORTEST_HOLD_S / dose.hold_s)))
        return replace(dose, reps=max(least, dose.reps + round(extra_s / dose.hold_s)))
    return replace(dose, hold_s=max(min(dose.hold_s, SHORTEST_HOLD_S), dose.hold_s + extra_s))


def _lead_in(score: Score, run: Run, before: Run | None) -> None:
    score.open_chapter(run)
    if before is None:
        _announce(score, run)
        _transition(score, run)
        return
    changed = run.side is not before.side
    code = f"{run.exercise.id}/switch" if changed else "again"
    text = CueText(code, run.side, run.form if run.side else Form.SHORT)
    at_s = AFTER_TONE_S if score.end_tone_if_due() else LEAD_S
    score.say(at_s, CueKind.SWITCH, Priority.SWITCH, text)
    move_s = transition_s(run.exercise.position, run.exercise.position)
    if CARRIED.intersection(run.exercise.props):
        move_s = max(move_s, CARRIED_S)
    wanted = max(move_s + 1.0, at_s + score.longest(text) + 1.5)
    length = on_grid(min(max(wanted, SWITCH_S[0]), SWITCH_S[1]))
    score.segment(Phase.SWITCH if changed else Phase.REST, length, run, to=run.rung.start)


def _announce(score: Score, run: Run) -> None:
    text = run.text("announce")
    score.say(LEAD_S, CueKind.NAME, Priority.NAME, text)
    length = on_grid(LEAD_S + score.length(text) + LEAD_S)
    score.segment(Phase.ANNOUNCE, length, run, to=run.rung.start)


def _transition(score: Score, run: Run) -> None:
    lines = [(CueKind.SETUP, Priority.SETUP, run.text(code)) for code in setup_codes(run.rung)]
    if not run.again:
        lines.append((CueKind.SAFETY, Priority.SAFETY, run.text("safety")))
    end_s = score.say_all(LEAD_S, lines)
    needed = transition_s(score.position, run.exercise.position)
    score.position = run.exercise.position
    length = on_grid(max(needed, end_s + LEAD_S))
    score.segment(Phase.TRANSITION, length, run, to=run.rung.pose)


def setup_codes(rung: Rung) -> tuple[str, ...]:
    """Codes of the set-up lines of a rung, without the exercise's id."""
    prefix = f"rung-{rung.number}-setup" if rung.own_setup else "setup"
    return tuple(f"{prefix}-{line + 1}" for line in range(rung.setup_lines))


def _practise(score: Score, run: Run) -> None:
    match run.exercise.method:
        case Method.HOLD:
            write_hold(score, run)
        case Method.REPETITIONS:
            write_repetitions(score, run)
        case Method.CONTRACTIONS:
            write_contractions(score, run)


def _way_out(score: Score, run: Run, rest_s: float, *, last: bool) -> None:
    at_s = AFTER_TONE_S if score.end_tone_if_due() else LEAD_S
    text = CueText("finish" if last else "and-rest")
    score.say(at_s, CueKind.END, Priority.START_END, text)
    phase, least = (Phase.FINISH, FINISH_S) if last else (Phase.REST, max(REST_S, rest_s))
    length = on_grid(max(least, at_s + score.length(text) + LEAD_S))
    score.segment(phase, length, run, to=run.rung.start, part=".out")
