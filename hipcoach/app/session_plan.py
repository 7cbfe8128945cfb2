"""What a session is made from: content, words, poses, and the person's own way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING

from hipcoach.app.words import language
from hipcoach.core.compile import Adjustment, CompileOptions, compile_timeline, start_rung
from hipcoach.core.cueing import Lengths
from hipcoach.core.errors import UsageError
from hipcoach.core.exercise import Exercise
from hipcoach.core.fitting import fits, fitted
from hipcoach.core.names import ALONE
from hipcoach.core.routine import Routine
from hipcoach.core.settings import Settings
from hipcoach.core.side import Side
from hipcoach.core.timeline import CueText, Form, Timeline
from hipcoach.core.value import value
from hipcoach.core.wording import Wording
from hipcoach.ports import ContentSource, VoiceChoice

if TYPE_CHECKING:  # a score shows no poses
    from hipcoach.app.plan_book import PlanKnown
    from hipcoach.core.content import Content
    from hipcoach.core.figure.pose import Pose
    from hipcoach.core.plan_log import AboutYou

ANSWERS = (
    "paused",
    "easier",
    "gentlest",
    "swapped",
    "longer",
    "shorter",
    "count-3",
    "count-2",
    "count-1",
)
"""Common lines that a person may call up at any time."""


@value
class SessionPlan:
    """A routine with everything that is needed to play it."""

    routine: Routine
    exercises: Mapping[str, Exercise]
    wording: Wording
    poses: Mapping[str, Pose]
    """By full name, such as `leg-swings/front-2`; empty where no picture is shown."""
    options: CompileOptions

    def timeline(self, lengths: Lengths, adjustments: tuple[Adjustment, ...] = ()) -> Timeline:
        """The timeline with these lengths of cues."""
        return compile_timeline(self.routine, self.exercises, lengths, self.options, adjustments)

    def rungs(self) -> tuple[tuple[str, int], ...]:
        """(exercise, rung) that the session begins with, sorted."""
        rungs = {
            step.exercise: start_rung(step, self.exercises[step.exercise], self.options)
            for step in self.routine.steps
        }
        return tuple(sorted(rungs.items()))

    def lines(self, timeline: Timeline) -> list[str]:
        """Every line that may be said, those of the timeline first, each once."""
        texts = [cue.text for cue in timeline.cues]
        texts += [CueText(code) for code in ANSWERS]
        texts += [
            CueText(f"{exercise.id}/{code}", side, form)
            for exercise in self.exercises.values()
            for code in self.wording.exercises[exercise.id].lines
            for side in Side
            for form in Form
        ]
        return list(dict.fromkeys(self._said(texts)))

    def _said(self, texts: Iterable[CueText]) -> Iterable[str]:
        return (words for text in texts if (words := self.wording.words(text)))

    def resumed(self, rungs: Iterable[tuple[str, int]], first_side: Side) -> SessionPlan:
        """The same plan with the rungs and the first side of a session that broke off."""
        options = replace(self.options, rungs=dict(rungs), first_side=first_side)
        return replace(self, options=options)


@value
class SoundChoice:
    """What is to be heard."""

    voice: bool = True
    beeps: bool = True
    choice: VoiceChoice = field(default_factory=VoiceChoice)
    beep_volume: int = 100


@value
class Person:
    """What the journal knows of who practises, as far as it shapes a session."""

    times_done: Mapping[str, int] = field(default_factory=dict)
    """By exercise: in how many sessions it was done."""
    rungs: Mapping[str, int] = field(default_factory=dict)
    """By exercise: the rung that is next."""
    level: int = 1
    """Of the plan, 1 to 3."""
    about: AboutYou | None = None
    """What they can kneel for and have props for; `None`: nothing is known, so all of it."""


def plan_for(
    source: ContentSource,
    routine: str,
    settings: Settings,
    known: PlanKnown | None,
    times_done: Mapping[str, int],
) -> SessionPlan:
    """A routine as somebody does it now, from what the journal says; `None`: nothing is known.

    Raises as `plan_of` does, UsageError for an unknown routine, ContentError for a bad file.
    """
    content = programme_for(source, routine, known.about if known else None)
    return plan_of(content, routine, settings, person_of(known, times_done, content))


def person_of(known: PlanKnown | None, times_done: Mapping[str, int], content: Content) -> Person:
    """Who practises, with the rungs of the exercises in that content."""
    if known is None:
        return Person(times_done)
    from hipcoach.core.rungs import rungs_of  # noqa: PLC0415 - a score is nobody's

    found = rungs_of(known.log.practice, known.ramp, content.exercises.values(), known.day)
    return Person(times_done, found.rungs, known.plan.level, known.about)


def plan_of(content: Content, routine: str, settings: Settings, person: Person) -> SessionPlan:
    """A routine with the person's own way of doing it.

    What the person can't do is left out, or something stands in for it.
    Raises UsageError where it holds an exercise that comes later on the ramp (`too-early`), or
    whose warning was not acknowledged (`locked`), or nothing that they can do (`nothing-fits`).
    """
    # Who tries a single exercise has chosen just that one.
    about = None if routine.startswith(ALONE) else person.about
    fit = fitted(content.routines[routine], content.exercises, about).routine
    for step in fit.steps:
        exercise = content.exercises[step.exercise]
        name = content.wording.exercises[step.exercise].name
        if exercise.locked_until_level > person.level:
            raise UsageError("too-early", {"name": name, "level": exercise.locked_until_level})
        if exercise.locked and step.exercise not in settings.acknowledged:
            raise UsageError("locked", {"name": name})
    settings = settings.for_routine(routine)
    options = CompileOptions(
        first_side=Side(settings.word("session.first_side")),
        rungs=person.rungs,
        times_done=person.times_done,
        spoken_count=settings.speaks and settings.word("sound.count") == "spoken",
    )
    exercises = {step.exercise: content.exercises[step.exercise] for step in fit.steps}
    return SessionPlan(fit, exercises, content.wording, content.poses, options)


def programme_for(source: ContentSource, routine: str, about: AboutYou | None) -> Content:
    """The content of a routine: all there is where something else has to stand in.

    Raises UsageError for an unknown name, ContentError for a bad file.
    """
    content = source.programme(routine)
    alone = routine.startswith(ALONE)
    if alone or fits(content.routines[routine], content.exercises, about):
        return content
    return source.everything()


def sound_of(settings: Settings, routine: str) -> SoundChoice:
    """What is to be heard in a routine: its own way of sounding, else that of all."""
    settings = settings.for_routine(routine)
    beep_volume = settings.whole("sound.beeps")
    return SoundChoice(settings.speaks, settings.beeps, voice_of(settings), beep_volume)


def voice_of(settings: Settings) -> VoiceChoice:
    """How lines are to be spoken, in the language of this process."""
    return VoiceChoice(
        settings.word("voice.id"),
        settings.whole("voice.rate"),
        settings.whole("voice.volume"),
        language(),
    )
