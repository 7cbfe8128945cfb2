"""The Today page and the library, from content and journal to words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from hipcoach.app.lengths import lengths_of
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.lengths import length_words, minutes_words
from hipcoach.app.phrases.library import (
    goal_words,
    muscle_words,
    position_words,
    prop_words,
    too_early_words,
    unread_words,
)
from hipcoach.app.phrases.today import last_words, nothing_done_words, unfinished_words
from hipcoach.app.snapshots import ExercisePageSnapshot, RoutineCard, TodaySnapshot
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.content import Content
from hipcoach.core.exercise import Goal
from hipcoach.core.finding import Entry, in_order, words_in
from hipcoach.core.journal import SessionRecord
from hipcoach.core.practice_day import practice_day
from hipcoach.core.routine import Routine, Step
from hipcoach.core.wording import Wording


def today_of(
    content: Content,
    last: SessionRecord | None,
    unfinished: SessionRecord | None,
    now: datetime,
    *,
    blocked_words: str = "",
    times_done: Mapping[str, int] | None = None,
) -> TodaySnapshot:
    """What the Today page shows; who has done an exercise often is told the shorter length."""
    return TodaySnapshot(
        last_words=_last(last, content.wording, now),
        routines=tuple(
            routine_card(content, routine.id, times_done) for routine in offered(content)
        ),
        unfinished_words=_unfinished(unfinished, content.wording, now),
        blocked_words=blocked_words,
        broken_words=tuple(error_words(fault) for fault in content.broken),
    )


def offered(content: Content) -> list[Routine]:
    """The routines in the order in which they are offered; the person's own come last."""
    return sorted(
        content.routines.values(),
        key=lambda routine: (routine.id in content.own, routine.order, routine.id),
    )


def routine_card(
    content: Content, name: str, times_done: Mapping[str, int] | None = None
) -> RoutineCard:
    """A routine as it is offered to somebody who has done its exercises so often."""
    routine = content.routines[name]
    lengths, options = lengths_of(content.wording), CompileOptions(times_done=times_done or {})
    length = compile_timeline(routine, content.exercises, lengths, options).length_s
    exercises = [content.exercises[step.exercise] for step in routine.steps]
    props = dict.fromkeys(prop for exercise in exercises for prop in exercise.props)
    return RoutineCard(
        id=name,
        name=content.wording.routines[name].name,
        summary=content.wording.routines[name].summary,
        minutes_words=length_words(length),
        length_s=length,
        props=tuple(prop_words(prop) for prop in props),
        preview=f"{exercises[0].id}/{exercises[0].preview}",
        own=name in content.own,
    )


def exercise_pages(
    content: Content, acknowledged: Collection[str] = (), level: int = 1
) -> tuple[ExercisePageSnapshot, ...]:
    """Every exercise in words, from the floor up.

    What is not `acknowledged`, or comes later than this level of the plan, stays locked.
    """
    pages = {name: _exercise_page(content, name, acknowledged, level) for name in content.exercises}
    return tuple(pages[entry.id] for entry in in_order(page.entry for page in pages.values()))


def entry_of(content: Content, name: str) -> Entry:
    """What an exercise is found by, in the language of the content."""
    exercise, words = content.exercises[name], content.wording.exercises[name]
    alone = Routine(name, (Step(name, exercise.dose),), "")
    lengths = lengths_of(content.wording)
    codes = (
        position_words(exercise.position),
        *(goal_words(goal) for goal in exercise.goals),
        *(muscle_words(muscle) for muscle in exercise.muscles),
        *(prop_words(prop) for prop in (*exercise.props, *exercise.optional_props)),
    )
    return Entry(
        id=name,
        name=words.name,
        position=exercise.position,
        goals=exercise.goals,
        props=exercise.props,
        length_s=compile_timeline(alone, content.exercises, lengths, CompileOptions()).length_s,
        words=words_in(" ".join((words.name, words.summary, *codes))),
        # First what bends, then what opens, and so on, as the goals are listed.
        order=min((list(Goal).index(goal) for goal in exercise.goals), default=0),
    )


def routine_name(name: str, wording: Wording) -> str:
    """The name of a routine, also of one that is an exercise alone, or is gone by now."""
    if name in wording.routines:
        return wording.routines[name].name
    exercise = wording.exercises.get(name.removeprefix("only-"))
    return exercise.name if exercise else name


def _exercise_page(
    content: Content, name: str, acknowledged: Collection[str], level: int
) -> ExercisePageSnapshot:
    exercise, words = content.exercises[name], content.wording.exercises[name]
    early = exercise.locked_until_level > level
    unread = exercise.locked and name not in acknowledged
    return ExercisePageSnapshot(
        id=name,
        name=words.name,
        summary=words.summary,
        position=position_words(exercise.position),
        goals=tuple(goal_words(goal) for goal in exercise.goals),
        how=words.how,
        feel=words.feel,
        muscles=tuple(muscle_words(muscle) for muscle in exercise.muscles),
        props=tuple(prop_words(prop) for prop in exercise.props),
        faults=tuple((fault.text, fault.mend) for fault in words.faults),
        safety=words.safety,
        dose=words.dose,
        rungs=tuple((rung.name, rung.note) for rung in words.rungs),
        default_rung=exercise.default_rung,
        sided=exercise.sided,
        sources=tuple((source.title, source.url) for source in exercise.sources),
        poses=tuple(
            (f"{name}/{rung.back or rung.start}", f"{name}/{rung.pose}") for rung in exercise.rungs
        ),
        fault_pose=f"{name}/{exercise.fault_pose}",
        entry=entry_of(content, name),
        debated=words.debated,
        not_for=words.not_for,
        warning=words.warning,
        locked_words=too_early_words() if early else unread_words() if unread else "",
        may_unlock=unread and not early,
    )


def _last(last: SessionRecord | None, wording: Wording, now: datetime) -> str:
    if last is None:
        return nothing_done_words()
    days = (practice_day(now) - practice_day(last.opened.at)).days
    name = routine_name(last.opened.routine, wording)
    return last_words(name, days, minutes_words(last.held_s) if last.held_s >= 1 else "")


def _unfinished(unfinished: SessionRecord | None, wording: Wording, now: datetime) -> str:
    if unfinished is None:
        return ""
    days = (practice_day(now) - practice_day(unfinished.opened.at)).days
    name = routine_name(unfinished.opened.routine, wording)
    held = unfinished.held_s
    return unfinished_words(name, days, minutes_words(held) if held else "")
