"""What the editor shows, as values."""

from __future__ import annotations

from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases.editor import (
    clock_words,
    dose_words,
    field_words,
    own_rung_words,
    rest_words,
    sides_words,
    step_words,
)
from hipcoach.core.bounds import Bound, dose_of
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.content import Content
from hipcoach.core.editing import Draft, History
from hipcoach.core.routine import Sides, Step
from hipcoach.core.value import value


@value
class DoseField:
    """One number of a dose, as it is set."""

    code: str
    words: str
    bound: Bound
    value: float


@value
class StepView:
    """A step on its card; all words are ready to show."""

    exercise: str
    name: str
    words: str
    """Its dose, variant, sides and rest in one line."""
    spoken: str
    """The whole card in a sentence, for those who don't see it."""
    pose: str
    """Full name of the pose that stands for it."""
    length_words: str
    """What it takes in all, such as `1:20`."""
    dose: tuple[DoseField, ...]
    rungs: tuple[str, ...]
    """Names of the variants, the first leaves it to the person; empty where there is but one."""
    rung: int
    """Index of the one that is chosen."""
    sides: tuple[tuple[Sides, str], ...]
    """The choices of sides; empty where the exercise has none."""
    side: Sides
    rest_s: float


@value
class EditorView:
    """The editor at one moment."""

    name: str
    summary: str
    steps: tuple[StepView, ...]
    length_s: float
    length_words: str
    """Such as `8:05`; empty without steps."""
    can_undo: bool
    can_redo: bool
    can_add: bool
    unsaved: bool
    kept: bool
    """Whether it is among the person's own routines already."""


def editor_view(content: Content, history: History, *, unsaved: bool, kept: bool) -> EditorView:
    """What the editor shows of a draft."""
    draft = history.now
    lengths = _lengths(content, draft)
    return EditorView(
        name=draft.name,
        summary=draft.summary,
        steps=tuple(
            _step(content, step, number, len(draft.steps), lengths[number - 1])
            for number, step in enumerate(draft.steps, 1)
        ),
        length_s=sum(lengths),
        length_words=clock_words(sum(lengths)) if lengths else "",
        can_undo=history.can_undo,
        can_redo=history.can_redo,
        can_add=not draft.full,
        unsaved=unsaved,
        kept=kept,
    )


def _lengths(content: Content, draft: Draft) -> list[float]:
    """Seconds of each step, as a session would take them."""
    if not draft.steps:
        return []
    timeline = compile_timeline(
        draft.routine("draft"), content.exercises, lengths_of(content.wording), CompileOptions()
    )
    lengths = [0.0] * len(draft.steps)
    for segment in timeline.segments:
        lengths[segment.step] += segment.length_s
    return lengths


def _step(content: Content, step: Step, number: int, count: int, length_s: float) -> StepView:
    exercise, words = content.exercises[step.exercise], content.wording.exercises[step.exercise]
    rung = exercise.rung(step.rung or exercise.default_rung)
    parts = [dose_words(exercise.method, step.dose)]
    parts += [words.rungs[step.rung - 1].name] if step.rung else []
    parts += [sides_words(step.sides)] if step.sides is not Sides.BOTH else []
    parts += [rest_words(step.rest_s)] if step.rest_s else []
    line = " · ".join(parts)
    return StepView(
        exercise=step.exercise,
        name=words.name,
        words=line,
        spoken=step_words(number, count, words.name, line),
        pose=f"{exercise.id}/{rung.pose}",
        length_words=clock_words(length_s),
        dose=tuple(
            DoseField(name, field_words(exercise.method, name), bound, getattr(step.dose, name))
            for name, bound in dose_of(exercise).items()
            if getattr(step.dose, name)
        ),
        rungs=(own_rung_words(), *(rung.name for rung in words.rungs)) if words.rungs[1:] else (),
        rung=step.rung or 0,
        sides=tuple((side, sides_words(side)) for side in Sides) if exercise.sided else (),
        side=step.sides,
        rest_s=step.rest_s,
    )
