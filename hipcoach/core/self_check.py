"""A look at one's own hips: questions, which routine fits, and what has changed since.

Nothing is diagnosed. The questions put together what people notice when the front of the hip
gets little length in a day (stiff after sitting or in the morning, slow to stand up straight,
a hollow back, little room for the leg behind the body), and two looks that need no helper:
how far a knee comes to the chest, and whether the other thigh lies down while it is held there
(the Thomas test). As a measure the second one is coarse, and tells nothing where the low back
hollows (Vigotsky et al. 2016, *The modified Thomas test is not a valid measure of hip extension
unless pelvic tilt is controlled*, PeerJ 4:e2325): it compares a person with the same person of
last month, no more.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from hipcoach.core.side import Side
from hipcoach.core.value import value

REPEAT_DAYS: Final = 30
"""Practice days until the next look."""

YES, NO, NOT_SURE = "yes", "no", "not-sure"


class Topic(StrEnum):
    """What a question is about; the codes are kept in the journal and never change."""

    AFTER_SITTING = "after-sitting"
    """Stiff after sitting for long."""
    MORNING = "morning"
    """Stiff in the morning."""
    STRAIGHT = "straight"
    """Not straight at once on standing up."""
    ARCH = "arch"
    """A hollow in the low back, seen or felt."""
    BACKWARD = "backward"
    """The leg goes but little behind the body."""
    KNEE_TO_CHEST = "knee-to-chest"
    """How far the knee comes, on the back."""
    LEG_HANG = "leg-hang"
    """Whether the thigh lies down at the edge of a bed while the other knee is held."""


YES_OR_NO: Final = (YES, NO, NOT_SURE)
REACHES: Final = ("short", "upright", "past-upright", "belly")
"""How far the thigh comes, the least first."""
HANGS: Final = ("high", "above", "rests")
"""How high above the bed the thigh stays, the highest first."""
_CHOICES: Final[Mapping[Topic, tuple[str, ...]]] = MappingProxyType(
    {Topic.KNEE_TO_CHEST: REACHES, Topic.LEG_HANG: HANGS}
)


@value
class Question:
    """One question, with the codes of its answers."""

    topic: Topic
    side: Side | None = None

    @property
    def key(self) -> str:
        """Its name in the journal, such as `arch` or `leg-hang/left`."""
        return f"{self.topic}/{self.side}" if self.side else str(self.topic)

    @property
    def choices(self) -> tuple[str, ...]:
        """The codes of its answers, in order."""
        return _CHOICES.get(self.topic, YES_OR_NO)

    @property
    def looks(self) -> bool:
        """Whether one looks at one's own range; else it is answered with yes or no."""
        return self.topic in _CHOICES


QUESTIONS: Final = (
    *(Question(topic) for topic in Topic if topic not in _CHOICES),
    *(Question(topic, side) for topic in _CHOICES for side in (Side.RIGHT, Side.LEFT)),
)
"""Every question, in order."""

Answers: TypeAlias = Mapping[str, str]
"""Codes of answers by the keys of their questions; what was skipped is not there."""


class Reason(StrEnum):
    """Why a routine is suggested; the codes are kept in the journal and never change."""

    LITTLE_BEND = "little-bend"
    LEG_STAYS_UP = "leg-stays-up"
    LITTLE_BACKWARD = "little-backward"
    SLOW_TO_STRAIGHTEN = "slow-to-straighten"
    ARCH = "arch"
    STIFF_AFTER_SITTING = "stiff-after-sitting"
    STIFF_IN_THE_MORNING = "stiff-in-the-morning"
    UNEVEN = "uneven"
    """The two sides differ: said along, it changes no routine."""
    NOTHING_STANDS_OUT = "nothing-stands-out"
    NOTHING_SAID = "nothing-said"
    """Every question was skipped."""


@value
class Rule:
    """These answers speak for these routines."""

    reason: Reason
    topic: Topic
    answers: tuple[str, ...]
    """Any of these, on any side."""
    routines: tuple[str, ...]
    """The best first; the first that there is counts."""

    def holds(self, answers: Answers) -> bool:
        """Whether it speaks here."""
        mine = [question.key for question in QUESTIONS if question.topic is self.topic]
        return any(answers.get(key) in self.answers for key in mine)


_BOTH_WAYS: Final = ("balanced-hips", "gentle-start")
RULES: Final = (
    # Bending comes first: what follows asks for a knee that comes to the chest with ease.
    Rule(Reason.LITTLE_BEND, Topic.KNEE_TO_CHEST, ("short", "upright"), ("gentle-start",)),
    Rule(Reason.LEG_STAYS_UP, Topic.LEG_HANG, ("high", "above"), _BOTH_WAYS),
    Rule(Reason.LITTLE_BACKWARD, Topic.BACKWARD, (YES,), _BOTH_WAYS),
    Rule(Reason.SLOW_TO_STRAIGHTEN, Topic.STRAIGHT, (YES,), _BOTH_WAYS),
    Rule(Reason.ARCH, Topic.ARCH, (YES,), _BOTH_WAYS),
    Rule(Reason.STIFF_AFTER_SITTING, Topic.AFTER_SITTING, (YES,), ("desk-reset",)),
    Rule(Reason.STIFF_IN_THE_MORNING, Topic.MORNING, (YES,), ("first-warm-up",)),
)
"""The first that holds chooses the routine; the others that hold give their reasons with it."""
OTHERWISE: Final = _BOTH_WAYS
"""The routines where no rule holds."""
FROM_SCRATCH: Final = ("gentle-start",)
"""The routines where nothing is known."""


@value
class Suggestion:
    """A routine that fits, and why."""

    routine: str
    reasons: tuple[Reason, ...]


def suggested(answers: Answers, offered: Sequence[str]) -> Suggestion:
    """The routine that fits these answers, out of those offered (one at least)."""
    holding = [rule for rule in RULES if rule.holds(answers)]
    uneven = (Reason.UNEVEN,) if _uneven(answers) else ()
    if holding:
        reasons = tuple(rule.reason for rule in holding)
        return Suggestion(_first(holding[0].routines, offered), reasons + uneven)
    if answers:
        return Suggestion(_first(OTHERWISE, offered), (Reason.NOTHING_STANDS_OUT, *uneven))
    return Suggestion(_first(FROM_SCRATCH, offered), (Reason.NOTHING_SAID,))


class Turn(StrEnum):
    """Which way an answer went."""

    EASED = "eased"
    """A sign that is gone, or more room."""
    TIGHTER = "tighter"
    """A new sign, or less room."""
    OTHER = "other"
    """Neither: one of the answers is *not sure*."""


@value
class Change:
    """An answer that is not what it was."""

    question: Question
    before: str
    now: str
    turn: Turn


def changes(before: Answers, now: Answers) -> tuple[Change, ...]:
    """What was answered both times, and differently, in the order of the questions."""
    return tuple(
        Change(one, before[one.key], now[one.key], _turn(one, before[one.key], now[one.key]))
        for one in asked_twice(before, now)
        if before[one.key] != now[one.key]
    )


def asked_twice(before: Answers, now: Answers) -> tuple[Question, ...]:
    """The questions that were answered both times, with answers that are known here."""
    return tuple(
        one
        for one in QUESTIONS
        if before.get(one.key) in one.choices and now.get(one.key) in one.choices
    )


def is_due(days: int | None) -> bool:
    """Whether it is time for a look, so many practice days after the last; `None`: the first."""
    return days is None or days >= REPEAT_DAYS


def _turn(question: Question, before: str, now: str) -> Turn:
    if NOT_SURE in {before, now}:
        return Turn.OTHER
    # For a look more room comes later in the list, as "no" does after "yes".
    further = question.choices.index(now) > question.choices.index(before)
    return Turn.EASED if further else Turn.TIGHTER


def _uneven(answers: Answers) -> bool:
    """Whether the two sides of a look differ."""
    pairs = ({answers.get(Question(topic, side).key) for side in Side} for topic in _CHOICES)
    return any(len(pair) > 1 and None not in pair for pair in pairs)


def _first(wanted: Sequence[str], offered: Collection[str]) -> str:
    return next((name for name in wanted if name in offered), next(iter(offered)))
