"""A routine on the workbench: each change gives a new value, and the old ones are kept."""

from __future__ import annotations

from dataclasses import field, replace
from typing import Any, Final

from hipcoach.core.bounds import MOST_STEPS, NAME_LENGTH, REST_S, SUMMARY_LENGTH, dose_of
from hipcoach.core.exercise import Exercise
from hipcoach.core.routine import Routine, Sides, Step
from hipcoach.core.value import value

MOST_KEPT: Final = 500
"""So many changes can be taken back."""
COLOUR: Final = "violet"
"""Colour of a routine that was made here."""


@value
class Draft:
    """A routine that is being made: it may still lack a name, or have no steps.

    A step is named by its index; an index that is not there raises IndexError.
    What lies beyond the bounds is brought back to their end.
    """

    name: str = ""
    summary: str = ""
    colour: str = COLOUR
    steps: tuple[Step, ...] = ()

    @property
    def full(self) -> bool:
        """Whether no further step may be added."""
        return len(self.steps) >= MOST_STEPS

    def named(self, name: str) -> Draft:
        """The same under another name."""
        return replace(self, name=_one_line(name, NAME_LENGTH))

    def described(self, summary: str) -> Draft:
        """The same with other words on what it is for."""
        return replace(self, summary=_one_line(summary, SUMMARY_LENGTH))

    def added(self, exercise: Exercise, at: int | None = None) -> Draft:
        """With one more step in its exercise's own dose: before `at`, or at the end."""
        place = len(self.steps) if at is None else max(0, min(at, len(self.steps)))
        return self._inserted(Step(exercise.id, exercise.dose), place)

    def doubled(self, index: int) -> Draft:
        """With a step once more, after itself."""
        return self._inserted(self.steps[index], index + 1)

    def removed(self, index: int) -> Draft:
        """Without a step."""
        self.steps[index]
        return replace(self, steps=self.steps[:index] + self.steps[index + 1 :])

    def moved(self, index: int, to: int) -> Draft:
        """With a step in another place; beyond an end is that end."""
        rest = list(self.steps)
        step = rest.pop(index)
        rest.insert(max(0, min(to, len(rest))), step)
        return replace(self, steps=tuple(rest))

    def dosed(self, index: int, exercise: Exercise, what: str, value: float) -> Draft:
        """With a field of a step's dose set; raises KeyError for one that it doesn't have."""
        held: Any = dose_of(exercise)[what].held(value)
        step = self.steps[index]
        return self._with(index, replace(step, dose=replace(step.dose, **{what: held})))

    def on_rung(self, index: int, exercise: Exercise, rung: int | None) -> Draft:
        """With a rung for a step; `None`: the person's own."""
        number = None if rung is None else exercise.rung(rung).number
        return self._with(index, replace(self.steps[index], rung=number))

    def on_sides(self, index: int, exercise: Exercise, sides: Sides) -> Draft:
        """With the sides of a step; an exercise without sides keeps both."""
        kept = sides if exercise.sided else Sides.BOTH
        return self._with(index, replace(self.steps[index], sides=kept))

    def rested(self, index: int, seconds: float) -> Draft:
        """With so many seconds of rest after a step."""
        return self._with(index, replace(self.steps[index], rest_s=REST_S.held(seconds)))

    def routine(self, name: str) -> Routine:
        """What has been made, under an id."""
        return Routine(name, self.steps, self.colour)

    def _inserted(self, step: Step, at: int) -> Draft:
        if self.full:
            return self
        return replace(self, steps=(*self.steps[:at], step, *self.steps[at:]))

    def _with(self, index: int, step: Step) -> Draft:
        steps = list(self.steps)
        steps[index] = step
        return replace(self, steps=tuple(steps))


def draft_of(routine: Routine, name: str, summary: str) -> Draft:
    """A routine laid on the workbench."""
    return Draft(name, summary, routine.colour or COLOUR, routine.steps)


@value
class History:
    """A draft with the way to it, and what was taken back."""

    now: Draft
    past: tuple[Draft, ...] = ()
    """The oldest first."""
    future: tuple[Draft, ...] = field(default=())
    """What comes back next, first."""
    about: str = ""
    """What the last change was about: the next one about the same is one with it."""

    @property
    def can_undo(self) -> bool:
        """Whether anything can be taken back."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether anything was taken back."""
        return bool(self.future)

    def then(self, draft: Draft, about: str = "") -> History:
        """One change further; what had been taken back is gone.

        Changes in a row that are `about` the same (a name being typed, a number turned up)
        are taken back at once.
        """
        if draft == self.now:
            return self
        if about and about == self.about:
            return History(draft, self.past, (), about)
        return History(draft, (*self.past, self.now)[-MOST_KEPT:], (), about)

    def undone(self) -> History:
        """One change back; the same where there is none."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.now, *self.future))

    def redone(self) -> History:
        """One change forward again; the same where there is none."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.now), self.future[1:])


def _one_line(words: str, most: int) -> str:
    """The words without what a line can't hold, cut to `most` characters."""
    return "".join(mark for mark in words if mark.isprintable())[:most]
