"""The words of exercises and routines, in one language, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from hipcoach.core.side import Side
from hipcoach.core.timeline import CueText, Form
from hipcoach.core.value import value


@value
class Line:
    """One line to say: in full, and short for those who know it; for either side.

    Two texts rather than a gap for the word *left* or *right*, because in many languages
    the rest of the sentence changes with it.
    """

    full_left: str
    full_right: str
    short_left: str
    short_right: str

    @property
    def texts(self) -> tuple[str, ...]:
        """All four texts."""
        return self.full_left, self.full_right, self.short_left, self.short_right

    def words(self, side: Side | None, form: Form) -> str:
        """The text for that side and form; without a side the right one."""
        if form is Form.FULL:
            return self.full_left if side is Side.LEFT else self.full_right
        return self.short_left if side is Side.LEFT else self.short_right


@value
class RungWords:
    """The name of a variant, and what changes with it."""

    name: str
    note: str


@value
class Fault:
    """A common mistake and its mend."""

    text: str
    mend: str


@value
class ExerciseWords:
    """Everything that is said and shown about an exercise, in one language."""

    name: str
    summary: str
    """What it is for."""
    how: tuple[str, ...]
    """Steps to read."""
    feel: str
    """Where it should be felt."""
    safety: tuple[str, ...]
    faults: tuple[Fault, ...]
    """The worst first; that one is drawn."""
    dose: str
    """How much, and what the evidence says."""
    rungs: tuple[RungWords, ...]
    lines: Mapping[str, Line] = field(default_factory=dict)
    """By cue code, without the exercise's id."""
    debated: str = ""
    """Where those who teach it and those who measured differ, and what each says."""
    not_for: tuple[str, ...] = ()
    """Who leaves it out, and until when."""
    warning: tuple[str, ...] = ()
    """What is read and acknowledged before it is offered, where that is asked for."""


@value
class RoutineWords:
    """The name of a routine and what it is for."""

    name: str
    summary: str


@value
class Wording:
    """All words of the content in one language, and the common lines of a session."""

    language: str
    exercises: Mapping[str, ExerciseWords]
    routines: Mapping[str, RoutineWords]
    common: Mapping[str, Line]

    def words(self, text: CueText) -> str:
        """The words of a cue; empty for a tone.

        Raises KeyError for a code that the language lacks, which the content check excludes.
        """
        exercise, slash, code = text.code.partition("/")
        if slash:
            return self.exercises[exercise].lines[code].words(text.side, text.form)
        line = self.common.get(text.code)
        return line.words(text.side, text.form) if line else ""
