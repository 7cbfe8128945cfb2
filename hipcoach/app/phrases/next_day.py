"""The questions on the days after: three, short, and no reproach for what is not answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from hipcoach.app.phrases.dates import weekday_words
from hipcoach.app.plan_snapshots import Told
from hipcoach.app.words import N_, _, pgettext
from hipcoach.core.plan_log import Reply, Soreness

_A_WEEK: Final = 7
_SORE: Final[Mapping[Soreness, str]] = {
    Soreness.NONE: N_("no sore muscles"),
    Soreness.MILD: N_("mildly sore"),
    Soreness.MODERATE: N_("moderately sore"),
    Soreness.SEVERE: N_("severely sore"),
}


def asked_words(day: date, days_after: int, today: date) -> str:
    """How that practice day felt afterwards; the second question is the shorter one."""
    if days_after > 1:
        return _("And two days after {weekday}’s session?").format(weekday=weekday_words(day))
    if (today - day).days >= _A_WEEK:
        return _("How did your hips feel after the session a week ago?")
    return _("How did your hips feel after {weekday}’s session?").format(weekday=weekday_words(day))


def notice_words(day: date, days_after: int) -> str:
    """The same as a quiet notification that begins the day."""
    if days_after > 1:
        return _(
            "How are your hips two days after {weekday}’s session? It takes ten seconds."
        ).format(weekday=weekday_words(day))
    return _("How are your hips after {weekday}’s session? It takes ten seconds.").format(
        weekday=weekday_words(day)
    )


def fill_in_words(day: date, days_after: int) -> str:
    """A day that is still open, as a button."""
    if days_after > 1:
        return _("{weekday}, two days after").format(weekday=weekday_words(day))
    return weekday_words(day)


def soreness_words(soreness: Soreness) -> str:
    """How sore, as an answer."""
    match soreness:
        case Soreness.NONE:
            return pgettext("soreness", "None")
        case Soreness.MILD:
            return pgettext("soreness", "Mild")
        case Soreness.MODERATE:
            return pgettext("soreness", "Moderate")
        case Soreness.SEVERE:
            return pgettext("soreness", "Severe")


def kept_words(told: Told) -> str:
    """What was just answered, as it was kept."""
    if told.reply is Reply.NOT_YET:
        return _("Fine. You are asked again in three hours.")
    if told.reply is Reply.NOT_TODAY:
        return _("Fine. You are asked no more today.")
    said = []
    if told.pain is not None:
        said.append(_("pain {number}").format(number=told.pain))
    if told.soreness is not None:
        said.append(_(_SORE[told.soreness]))
    if told.sketchy is not None:
        said.append(_("something felt wrong") if told.sketchy else _("it felt right"))
    if not said:
        return _("Kept. Thank you.")
    return _("Kept: {answers}. Thank you.").format(answers=", ".join(said))
