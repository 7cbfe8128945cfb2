"""What is said before the first session: it refers and never diagnoses."""

from __future__ import annotations

from hipcoach.app.words import _
from hipcoach.core.clearing import Lack
from hipcoach.core.safety import Advice, RedFlag, Urgency


def flag_words(code: str) -> str:  # noqa: C901, PLR0911, PLR0912 - one sentence for each sign
    """A sign, as a person would notice it."""
    match code:
        case RedFlag.SADDLE_NUMBNESS:
            return _("Numbness between the legs, around the genitals or the bottom")
        case RedFlag.BLADDER_OR_BOWEL:
            return _("New trouble with passing or holding urine, or with holding stool")
        case RedFlag.BOTH_LEGS:
            return _("Pain, numbness or weakness in both legs at once")
        case RedFlag.BREATHLESS:
            return _("Sudden breathlessness or chest pain")
        case RedFlag.NO_WEIGHT:
            return _("You can't stand on the leg, or it looks turned or shorter")
        case RedFlag.LEG_WEAKNESS:
            return _("A leg or foot that has become weak, gives way or drags")
        case RedFlag.AFTER_A_FALL:
            return _("Pain since a fall, a blow or an accident")
        case RedFlag.FEVER:
            return _("Fever or feeling ill with the pain, or a joint that is hot and swollen")
        case RedFlag.CALF:
            return _("A calf or leg that is newly swollen, red, warm or tender")
        case RedFlag.SEVERE_PAIN:
            return _("Severe pain, or pain that is getting worse from day to day")
        case RedFlag.LEG_NUMBNESS:
            return _("Numbness, pins and needles or tingling in a leg")
        case RedFlag.NIGHT_PAIN:
            return _("Pain at night that no change of position eases")
        case RedFlag.WEIGHT_OR_CANCER:
            return _("Losing weight without meaning to, or cancer now or in the past")
        case RedFlag.SURGERY:
            return _("Surgery on the hip, back, belly or leg in the last three months")
        case RedFlag.HIP_REPLACEMENT:
            return _("A hip replacement")
        case RedFlag.PREGNANCY:
            return _("Pregnancy, or a birth in the last three months")
        case RedFlag.BRITTLE_BONES:
            return _("Brittle bones, or years of cortisone tablets")
        case _unknown:
            return _("Something else that was noted in a newer version of HipCoach")


def new_signs_words() -> str:
    """Which signs are meant, of somebody who may have been cleared of an old one."""
    return _("Tick only what is new. What a professional has cleared needn’t be ticked again.")


def urgency_title(urgency: Urgency) -> str:
    """How soon, as a heading."""
    match urgency:
        case Urgency.EMERGENCY:
            return _("Please get emergency help now")
        case Urgency.SAME_DAY:
            return _("Please get medical advice today")
        case Urgency.APPOINTMENT:
            return _("Please have this looked at first")
        case Urgency.ASK_FIRST:
            return _("Please ask first")


def urgency_words(urgency: Urgency) -> str:
    """What to do, by how soon it has to be done."""
    match urgency:
        case Urgency.EMERGENCY:
            return _(
                "Call your emergency number (112 in Europe, 999 in the UK, 911 in North America) "
                "or go to an emergency department. Don't wait to see whether it passes, and "
                "don't exercise."
            )
        case Urgency.SAME_DAY:
            return _(
                "Call your doctor's practice or an urgent care line today and say what you have "
                "ticked. If it gets worse on the way, get emergency help."
            )
        case Urgency.APPOINTMENT:
            return _(
                "Make an appointment with a doctor or physiotherapist in the next days and say "
                "what you have ticked. If it gets worse before then, get advice the same day."
            )
        case Urgency.ASK_FIRST:
            return _(
                "Ask the person who treats you, such as your surgeon, midwife, doctor or "
                "physiotherapist, which of these exercises suit you."
            )


def why_not_now_words(urgency: Urgency) -> str:
    """Why nobody starts with one of these signs; empty where that needs no word."""
    if urgency is Urgency.EMERGENCY:
        return ""
    return _(
        "Most causes are harmless, but HipCoach can't tell, and stretching can be wrong for "
        "some of them."
    )


def kept_signs_words() -> str:
    """Beside what was ticked before and holds still."""
    return _(
        "What you ticked stays until a professional has said that exercise is fine for you. "
        "You can tick what is new."
    )


def mistake_question() -> str:
    """Before a tick is taken back."""
    return _(
        "Does nothing of what you ticked apply to you? That it was a mistake is kept in your "
        "journal, and the plan begins again gently."
    )


def mistake_by() -> str:
    """Who takes a tick back, as the journal keeps it."""
    return _("Myself")


def mistake_words() -> str:
    """What it was, as the journal keeps it."""
    return _("I ticked it by mistake; it doesn’t apply to me.")


def lack_words(lack: Lack) -> str:
    """What is wrong with a clearance, and what to do."""
    match lack:
        case Lack.IN_FUTURE:
            return _("That day is still to come.")
        case Lack.BEFORE_STOP:
            return _("That was before you told HipCoach of it; when were you seen since?")
        case Lack.NOBODY:
            return _("Please write down who it was.")
        case Lack.NO_WORDS:
            return _("Please write down what they said, in a few words.")


def blocked_words(advice: Advice) -> str:
    """Why no session starts, in one sentence for the Today page; empty when one may."""
    if advice.urgency is None:
        return ""
    if advice.urgency is Urgency.EMERGENCY:
        return _("Please get emergency help now: you ticked a sign that can't wait.")
    if advice.urgency is Urgency.ASK_FIRST:
        return _("Please ask the person who treats you first; no session starts until then.")
    return _("Please have what you ticked looked at first; no session starts until then.")


def what_it_is() -> tuple[str, ...]:
    """What HipCoach is, in short paragraphs."""
    return (
        _(
            "HipCoach leads you through short routines for more mobile hips. Press Start, lie "
            "down, and follow the voice and the picture; you don't need to touch the computer."
        ),
        _("Everything stays on this computer. It works without the internet."),
    )


def what_it_is_not() -> tuple[str, ...]:
    """What HipCoach is not, in short paragraphs."""
    return (
        _(
            "It is no medical device. It doesn't examine you, and it doesn't replace a doctor "
            "or physiotherapist."
        ),
        _(
            "A stretch may pull, never hurt. With a pinch at the front of the hip or any sharp "
            "pain, ease out of it at once."
        ),
    )
