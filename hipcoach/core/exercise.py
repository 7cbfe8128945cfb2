"""An exercise as facts: its ladder, its doses, and the codes of what is said about it.

The words themselves are a value of their own (`core.wording`), because they change with
the language while the facts do not.
"""

from __future__ import annotations

from enum import StrEnum

from hipcoach.core.value import value


class Method(StrEnum):
    """How an exercise is done."""

    HOLD = "hold"
    """Into a position, and stay."""
    CONTRACTIONS = "contractions"
    """Push without moving, relax, ease deeper."""
    REPETITIONS = "repetitions"
    """There and back, in rhythm."""


class Position(StrEnum):
    """Where the body is."""

    LYING = "lying"
    KNEELING = "kneeling"
    STANDING = "standing"
    SEATED = "seated"


class Goal(StrEnum):
    """What an exercise is for."""

    FLEXION = "flexion"
    EXTENSION = "extension"
    STRENGTH = "strength"
    RELEASE = "release"
    WARM_UP = "warm-up"
    OFFICE = "office"


@value
class Dose:
    """How much; what does not belong to the method is 0."""

    sets: int = 1
    """Times through both sides."""
    hold_s: float = 0.0
    """Seconds of the hold; with contractions, of the easy hold that ends them."""
    cycles: int = 0
    """Times through all contractions."""
    contract_s: float = 0.0
    """Seconds of one contraction."""
    relax_s: float = 0.0
    """Least seconds between two contractions, or between two holds of the same side."""
    reps: int = 0
    """Repetitions on a side; of a hold, how often it is held before the sides change."""
    rep_s: float = 0.0
    """Seconds of one repetition, there and back."""


@value
class Contraction:
    """One direction to push in: where the body is while pushing, and afterwards."""

    id: str
    pose: str
    deeper: str
    """Pose from the second cycle on, after the slack has been taken up."""
    placed: bool
    """Whether a line says where to go before it (`place`)."""


@value
class Rung:
    """One variant of an exercise on its ladder, from the gentlest (1) up."""

    number: int
    start: str
    """Pose in which the hold is prepared."""
    pose: str
    """Pose of the hold; with repetitions, one end of the movement."""
    back: str
    """The other end of the movement; empty where there is none."""
    contractions: tuple[Contraction, ...]
    setup_lines: int
    """How many set-up lines are said."""
    own_setup: bool
    """Whether it has set-up lines of its own."""
    own_intent: bool
    """Whether it has an intent line of its own."""


@value
class Source:
    """Where a fact comes from."""

    title: str
    url: str


@value
class Exercise:
    """An exercise: everything about it but the words."""

    id: str
    method: Method
    position: Position
    sided: bool
    goals: tuple[Goal, ...]
    muscles: tuple[str, ...]
    """Codes of the muscles that are stretched or trained."""
    props: tuple[str, ...]
    optional_props: tuple[str, ...]
    dose: Dose
    rungs: tuple[Rung, ...]
    default_rung: int
    """Where a newcomer begins."""
    preview: str
    """Pose that stands for the exercise in lists."""
    fault_pose: str
    """Pose of the worst fault."""
    sources: tuple[Source, ...]
    locked_until_level: int = 0
    """Level of the plan from which it is offered; 0: from the first day."""
    acknowledge: bool = False
    """Whether its warning has to be read and acknowledged before the first time."""
    off_by_default: bool = False
    """Whether it is offered only to who has switched it on."""

    @property
    def locked(self) -> bool:
        """Whether it is to be read and not yet to be done: it comes later on the ramp."""
        return self.locked_until_level > 0

    def rung(self, number: int) -> Rung:
        """The rung of that number, or the nearest there is."""
        return self.rungs[min(max(number, 1), len(self.rungs)) - 1]
