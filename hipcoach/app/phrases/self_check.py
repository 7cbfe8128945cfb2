"""What is said while one looks at one's own hips: what was answered and what fits, no diagnosis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.app.phrases.session import side_words
from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.self_check import QUESTIONS, Change, Question, Reason, Topic, Turn
from hipcoach.core.side import Side


def title() -> str:
    """The name of it all."""
    return _("A look at your own hips")


def introduction() -> tuple[str, ...]:
    """What it is and is not, in short paragraphs."""
    return (
        _(
            "Five questions about your days, then two looks at how far your hips go: on the "
            "floor, and at the edge of a bed. It takes about five minutes."
        ),
        _(
            "Every question can be skipped. At the end one routine is suggested, and in a month "
            "you see what has changed."
        ),
        _(
            "It finds no illness and rules none out. It only keeps what you notice yourself, on "
            "this computer."
        ),
    )


def safety_question() -> str:
    """What comes before all."""
    return _("First: does any of this apply to you at the moment?")


_ASKS: Final[Mapping[Topic, str]] = {
    Topic.AFTER_SITTING: N_("Are your hips or your low back stiff after you have sat for long?"),
    Topic.MORNING: N_("Are they stiff when you get up in the morning?"),
    Topic.STRAIGHT: N_("When you stand up, does it take a few steps until you are upright?"),
    Topic.ARCH: N_("Standing at ease, do you see or feel a clear hollow in your low back?"),
    Topic.BACKWARD: N_(
        "Standing upright, does one leg go no more than a hand’s breadth behind the other "
        "before the back begins to hollow?"
    ),
}
_SHORT: Final[Mapping[Topic, str]] = {
    Topic.AFTER_SITTING: N_("Stiff after sitting"),
    Topic.MORNING: N_("Stiff in the morning"),
    Topic.STRAIGHT: N_("Slow to stand upright"),
    Topic.ARCH: N_("Hollow low back"),
    Topic.BACKWARD: N_("Leg goes little behind the body"),
    Topic.KNEE_TO_CHEST: N_("Knee to chest"),
    Topic.LEG_HANG: N_("Leg at the edge of the bed"),
}
_HINTS: Final[Mapping[Topic, str]] = {
    Topic.AFTER_SITTING: N_("An hour at a desk or in a car, say."),
    Topic.MORNING: N_("For the first minutes, until you have moved a little."),
    Topic.STRAIGHT: N_("After a long meal or a film, say."),
    Topic.ARCH: N_("A mirror from the side helps, or your back against a wall: does a fist fit?"),
    Topic.BACKWARD: N_("Hold on to something, and slide one foot back slowly."),
}
_ANSWERS: Final[Mapping[str, str]] = {
    "yes": N_("Yes"),
    "no": N_("No"),
    "not-sure": N_("Not sure"),
    "short": N_("Not yet upright"),
    "upright": N_("Thigh upright"),
    "past-upright": N_("Past upright"),
    "belly": N_("At the belly"),
    "high": N_("Well above the bed"),
    "above": N_("A hand above it"),
    "rests": N_("On the bed"),
}


def question_words(question: Question) -> str:
    """A question."""
    match question.topic, question.side:
        case Topic.KNEE_TO_CHEST, Side.RIGHT:
            return _("Right knee to the chest: how far does the thigh come?")
        case Topic.KNEE_TO_CHEST, _side:
            return _("Left knee to the chest: how far does the thigh come?")
        case Topic.LEG_HANG, Side.RIGHT:
            return _("Right leg at the edge of a bed: where does the thigh come to rest?")
        case Topic.LEG_HANG, _side:
            return _("Left leg at the edge of a bed: where does the thigh come to rest?")
        case topic, _side:
            return _(_ASKS[topic])


def how_words(question: Question) -> tuple[str, ...]:
    """How to find out, step by step."""
    if question.topic is Topic.KNEE_TO_CHEST:
        return (
            _("Lie on your back with both knees bent."),
            _("Take one thigh from behind and draw the knee in, up to the first gentle stop."),
            _("The pelvis stays flat. Then look at the thigh."),
        )
    if question.topic is Topic.LEG_HANG:
        return (
            _("Sit on the very end of a firm bed, and roll back with both knees in your hands."),
            _("Hold the other knee, so that the low back lies flat, and let this leg sink slowly."),
            _("Look, or ask someone. Then draw the knee in again and roll to the side."),
        )
    return (_(_HINTS[question.topic]),)


def care_words(question: Question) -> str:
    """What to take care of; empty where there is nothing."""
    if question.topic is Topic.KNEE_TO_CHEST:
        return _("Stop at a pinch at the front of the hip, and skip this.")
    if question.topic is Topic.LEG_HANG:
        return _(
            "Only if it doesn’t hurt, and nothing can slide or tip. With a sore back, dizziness "
            "or no firm bed: skip it, nothing is lost."
        )
    return ""


def answer_words(answer: str) -> str:
    """An answer; one that is not known here is its own code."""
    return _(_ANSWERS.get(answer, answer))


def place_words(number: int) -> str:
    """How far the questions have come."""
    return _("Question {number} of {total}").format(number=number, total=len(QUESTIONS))


def short_words(question: Question) -> str:
    """What a question was about, in a list."""
    name = _(_SHORT[question.topic])
    if question.side is None:
        return name
    return _("{look}, {side}").format(look=name, side=side_words(question.side).lower())


_REASONS: Final[Mapping[str, str]] = {
    Reason.LITTLE_BEND: N_(
        "Your knee doesn’t come past upright yet. Bending the hips gently, lying down, is a "
        "good place to begin."
    ),
    Reason.LEG_STAYS_UP: N_(
        "Your thigh stays above the bed. This routine gives the front of the hip time to lengthen."
    ),
    Reason.LITTLE_BACKWARD: N_(
        "You said that a leg goes but little behind you. Opening the front of the hip is part "
        "of this routine."
    ),
    Reason.SLOW_TO_STRAIGHTEN: N_(
        "You said that standing upright takes a few steps. This routine goes from bending to "
        "opening, in that order."
    ),
    Reason.ARCH: N_(
        "You noticed a hollow in the low back. Here the pelvis is tucked before the hip is opened."
    ),
    Reason.STIFF_AFTER_SITTING: N_(
        "You said that you are stiff after sitting. A minute or two on your feet every hour goes "
        "well with that."
    ),
    Reason.STIFF_IN_THE_MORNING: N_(
        "You said that mornings are stiff. Moving lightly on your feet is an easy way to start."
    ),
    Reason.UNEVEN: N_("Your two sides differ. Every routine gives both the same time."),
    Reason.NOTHING_STANDS_OUT: N_(
        "Nothing stands out in your answers. A routine that bends and opens keeps it that way."
    ),
    Reason.NOTHING_SAID: N_("You have skipped everything, which is fine. This one suits all."),
}


def reason_words(reason: str) -> str:
    """Why a routine is suggested; empty for a reason that a newer version has written."""
    return _(_REASONS.get(reason, ""))


def suggestion_words(routine: str) -> str:
    """The suggestion."""
    return _("{routine} fits what you have answered").format(routine=routine)


def change_words(change: Change) -> str:
    """An answer that is not what it was."""
    words = {
        Turn.EASED: N_("{look}: “{before}” → “{now}”. More ease than last time."),
        Turn.TIGHTER: N_("{look}: “{before}” → “{now}”. Less ease than last time."),
        Turn.OTHER: N_("{look}: “{before}” → “{now}”."),
    }[change.turn]
    return _(words).format(
        look=short_words(change.question),
        before=answer_words(change.before),
        now=answer_words(change.now),
    )


def since_words(days: int) -> str:
    """With which look this one is compared."""
    return ngettext(
        "Since your last look, {number} day ago", "Since your last look, {number} days ago", days
    ).format(number=days)


def unchanged_words(number: int) -> str:
    """Nothing of what was answered both times is different."""
    if not number:
        return _("Last time you answered other questions, so there is nothing to compare.")
    return ngettext(
        "The one answer that you gave both times is the same.",
        "All {number} answers that you gave both times are the same.",
        number,
    ).format(number=number)


def ups_and_downs_words() -> str:
    """How to take a change."""
    return _("A single look varies from day to day; what counts is where it goes over months.")


def first_words() -> str:
    """There is nothing to compare with yet."""
    return _("This was your first look. The next one will show what has changed.")


def next_words() -> str:
    """When the next look is due."""
    return _("The next look is in a month. HipCoach reminds you on the Today page.")


def see_someone_words() -> str:
    """Where this ends and a professional begins."""
    return _(
        "If something hurts, gets worse or worries you, show it to a doctor or physiotherapist: "
        "this is no examination."
    )


def card_words(days: int | None) -> str:
    """The quiet card on the Today page: days since the last look, `None` for the first one."""
    if days is None:
        return _("Where do your hips stand? A few questions and two looks tell which routine fits.")
    return ngettext(
        "Your last look at your own hips was {number} day ago. What has changed since?",
        "Your last look at your own hips was {number} days ago. What has changed since?",
        days,
    ).format(number=days)
