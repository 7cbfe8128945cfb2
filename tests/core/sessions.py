"""Exercises, routines and cue lengths made up for tests of the compiler."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from hypothesis import strategies as st

from hipcoach.core.compile import Adjustment, CompileOptions, compile_timeline
from hipcoach.core.cueing import Lengths
from hipcoach.core.exercise import Contraction, Dose, Exercise, Goal, Method, Position, Rung
from hipcoach.core.routine import Routine, Step
from hipcoach.core.side import Side
from hipcoach.core.timeline import CueText, Timeline

SHORTEST_S, LONGEST_S = 0.3, 4.5
"""Of a spoken line."""


def exercise(
    name: str = "stretch",
    *,
    method: Method = Method.HOLD,
    position: Position = Position.KNEELING,
    sided: bool = True,
    rungs: tuple[Rung, ...] = (),
    dose: Dose | None = None,
) -> Exercise:
    """An exercise with one plain rung unless told otherwise."""
    return Exercise(
        id=name,
        method=method,
        position=position,
        sided=sided,
        goals=(Goal.EXTENSION,),
        muscles=(),
        props=(),
        optional_props=(),
        dose=dose or Dose(hold_s=30.0),
        rungs=rungs or (rung(),),
        default_rung=1,
        preview="low",
        fault_pose="fault",
        sources=(),
    )


def rung(
    number: int = 1,
    *,
    contractions: tuple[Contraction, ...] = (),
    setup_lines: int = 2,
    own: bool = False,
) -> Rung:
    """A rung; `own` gives it lines of its own."""
    return Rung(number, "start", f"low-{number}", "back", contractions, setup_lines, own, own)


def timeline(
    *steps: tuple[Exercise, Dose | None],
    lengths: Lengths = lambda _text: 1.0,
    options: CompileOptions | None = None,
    adjustments: tuple[Adjustment, ...] = (),
) -> Timeline:
    """The timeline of these steps; a dose of `None` is the exercise's own."""
    routine = Routine(
        "routine", tuple(Step(each.id, dose or each.dose) for each, dose in steps), "teal"
    )
    exercises = {each.id: each for each, _ in steps}
    return compile_timeline(routine, exercises, lengths, options or CompileOptions(), adjustments)


@dataclass(frozen=True)
class Case:
    """All that the compiler is given."""

    routine: Routine
    exercises: Mapping[str, Exercise]
    seed: int
    voice: bool
    options: CompileOptions
    adjustments: tuple[Adjustment, ...]

    def length_s(self, text: CueText) -> float:
        """A length between the bounds that the same text always has."""
        if not self.voice:
            return 0.0
        shape = crc32(f"{self.seed} {text}".encode()) / 2**32
        most = 1.2 if text.code.startswith("count") else LONGEST_S
        return round(SHORTEST_S + shape * (most - SHORTEST_S), 2)

    def compiled(self) -> Timeline:
        """The timeline."""
        return compile_timeline(
            self.routine, self.exercises, self.length_s, self.options, self.adjustments
        )


def _seconds(least: float, most: float) -> st.SearchStrategy[float]:
    return st.integers(round(least * 10), round(most * 10)).map(lambda tenths: tenths / 10)


_DOSES = {
    Method.HOLD: st.builds(Dose, sets=st.integers(1, 3), hold_s=_seconds(5, 120))
    | st.builds(
        Dose,
        sets=st.integers(1, 2),
        hold_s=_seconds(5, 15),
        reps=st.integers(2, 6),
        relax_s=_seconds(2, 8),
    ),
    Method.REPETITIONS: st.builds(
        Dose, sets=st.integers(1, 3), reps=st.integers(3, 30), rep_s=_seconds(2, 8)
    ),
    Method.CONTRACTIONS: st.builds(
        Dose,
        sets=st.integers(1, 2),
        cycles=st.integers(1, 3),
        contract_s=_seconds(3, 10),
        relax_s=_seconds(2, 15),
        hold_s=st.just(0.0) | _seconds(5, 40),
    ),
}


@st.composite
def _contractions(draw: st.DrawFn) -> tuple[Contraction, ...]:
    names = draw(st.lists(st.sampled_from(["push", "pull", "turn"]), min_size=1, unique=True))
    return tuple(
        Contraction(
            name, name, draw(st.sampled_from([name, f"{name}-deeper"])), draw(st.booleans())
        )
        for name in names
    )


@st.composite
def _exercises(draw: st.DrawFn, name: str) -> Exercise:
    method = draw(st.sampled_from(list(Method)))
    rungs = tuple(
        rung(
            number,
            contractions=draw(_contractions()) if method is Method.CONTRACTIONS else (),
            setup_lines=draw(st.integers(1, 3)),
            own=draw(st.booleans()),
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    )
    return exercise(
        name,
        method=method,
        position=draw(st.sampled_from(list(Position))),
        sided=draw(st.booleans()),
        rungs=rungs,
        dose=draw(_DOSES[method]),
    )


@st.composite
def cases(draw: st.DrawFn, *, adjusted: bool = True) -> Case:
    """Random routines, doses, lengths, rungs and sides; `adjusted` with wishes, too."""
    chosen = draw(st.lists(st.sampled_from(["first", "second"]), min_size=1, max_size=3))
    names = sorted(set(chosen))
    exercises = {name: draw(_exercises(name)) for name in names}
    steps = tuple(Step(name, draw(_DOSES[exercises[name].method])) for name in chosen)
    options = CompileOptions(
        first_side=draw(st.sampled_from(Side)),
        rungs=dict.fromkeys(names, draw(st.integers(1, 5))),
        times_done=dict.fromkeys(names, draw(st.sampled_from([0, 3]))),
        spoken_count=draw(st.booleans()),
    )
    wish = st.builds(
        Adjustment,
        step=st.integers(0, len(steps) - 1),
        run=st.integers(0, 5),
        easier=st.integers(0, 2),
        extra_s=st.sampled_from([-10.0, 0.0, 10.0]),
        swap=st.booleans(),
    )
    wishes = draw(st.lists(wish, max_size=3)) if adjusted else []
    return Case(
        routine=Routine("routine", steps, "teal"),
        exercises=exercises,
        seed=draw(st.integers(0, 2**16)),
        voice=draw(st.sampled_from([True, True, False])),
        options=options,
        adjustments=tuple(wishes),
    )
