"""A run: one side of one set of a step."""

from __future__ import annotations

from hipcoach.core.exercise import Dose, Exercise, Rung
from hipcoach.core.side import Side
from hipcoach.core.timeline import CueText, Form
from hipcoach.core.value import value


@value
class Run:
    """One side of one set of a step, as it is to be practised."""

    step: int
    number: int
    again: bool
    """Whether this side has done the exercise before in this routine."""
    exercise: Exercise
    rung: Rung
    side: Side | None
    dose: Dose
    form: Form

    def pose(self, name: str) -> str:
        """The full name of one of the exercise's poses."""
        return f"{self.exercise.id}/{name}"

    def text(self, code: str, form: Form | None = None) -> CueText:
        """A line of the exercise, for the side of this run."""
        return CueText(f"{self.exercise.id}/{code}", self.side, form or self.form)

    @property
    def intent(self) -> CueText:
        """What is said at the start of the hold."""
        own = self.rung.own_intent
        form = Form.SHORT if self.again else self.form
        return self.text(f"rung-{self.rung.number}-intent" if own else "intent", form)
