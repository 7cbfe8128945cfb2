"""What can be done to a draft, as values: a page asks for one, and the draft follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from hipcoach.core.editing import Draft
from hipcoach.core.exercise import Exercise
from hipcoach.core.routine import Sides
from hipcoach.core.value import value

Exercises = Mapping[str, Exercise]


class Edit(Protocol):
    """One change of a draft."""

    @property
    def about(self) -> str:
        """What it is about, where it goes on in small steps that are one; else empty."""
        ...

    def of(self, draft: Draft, exercises: Exercises) -> Draft:
        """The draft as it is asked for.

        Raises IndexError for a step and KeyError for an exercise or field that is not there.
        """
        ...


@value
class Add:
    """One more step, before `at` or at the end."""

    exercise: str
    at: int | None = None
    about: str = ""

    def of(self, draft: Draft, exercises: Exercises) -> Draft:
        """With the exercise in its own dose."""
        return draft.added(exercises[self.exercise], self.at)


@value
class Remove:
    """A step less."""

    index: int
    about: str = ""

    def of(self, draft: Draft, _exercises: Exercises) -> Draft:
        """Without it."""
        return draft.removed(self.index)


@value
class Move:
    """A step to another place."""

    index: int
    to: int
    about: str = ""

    def of(self, draft: Draft, _exercises: Exercises) -> Draft:
        """With it there."""
        return draft.moved(self.index, self.to)


@value
class Double:
    """A step once more."""

    index: int
    about: str = ""

    def of(self, draft: Draft, _exercises: Exercises) -> Draft:
        """With it twice."""
        return draft.doubled(self.index)


@value
class SetDose:
    """A field of a step's dose."""

    index: int
    what: str
    value: float

    @property
    def about(self) -> str:
        """The field of that step."""
        return f"{self.index}/{self.what}"

    def of(self, draft: Draft, exercises: Exercises) -> Draft:
        """With that value, or the nearest that may be."""
        exercise = exercises[draft.steps[self.index].exercise]
        return draft.dosed(self.index, exercise, self.what, self.value)


@value
class SetRung:
    """The variant of a step; `None`: the person's own."""

    index: int
    rung: int | None
    about: str = ""

    def of(self, draft: Draft, exercises: Exercises) -> Draft:
        """With that variant, or the nearest there is."""
        exercise = exercises[draft.steps[self.index].exercise]
        return draft.on_rung(self.index, exercise, self.rung)


@value
class SetSides:
    """The sides of a step."""

    index: int
    sides: Sides
    about: str = ""

    def of(self, draft: Draft, exercises: Exercises) -> Draft:
        """On those sides."""
        exercise = exercises[draft.steps[self.index].exercise]
        return draft.on_sides(self.index, exercise, self.sides)


@value
class SetRest:
    """Seconds of rest after a step."""

    index: int
    seconds: float

    @property
    def about(self) -> str:
        """The rest after that step."""
        return f"{self.index}/rest"

    def of(self, draft: Draft, _exercises: Exercises) -> Draft:
        """With that rest, or the longest that may be."""
        return draft.rested(self.index, self.seconds)


@value
class Rename:
    """Another name."""

    name: str
    about: str = "name"

    def of(self, draft: Draft, _exercises: Exercises) -> Draft:
        """Under that name."""
        return draft.named(self.name)


@value
class Describe:
    """Other words on what it is for."""

    summary: str
    about: str = "summary"

    def of(self, draft: Draft, _exercises: Exercises) -> Draft:
        """With those words."""
        return draft.described(self.summary)
