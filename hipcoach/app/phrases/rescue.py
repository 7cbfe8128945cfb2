"""What is said where the journal is damaged: calmly, and what helps."""

from __future__ import annotations

from datetime import datetime

from hipcoach.app.phrases.data import date_words, moment_words
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.words import _, ngettext
from hipcoach.core.backups import JournalContents
from hipcoach.core.errors import KnownError

BROKEN = frozenset({"damaged", "not-a-journal"})
"""Faults (`JournalFault`) of a copy that can't be taken back."""


def damaged_title() -> str:
    """What has happened."""
    return _("Your journal is damaged")


def damaged_words() -> tuple[str, ...]:
    """How that can be, and that nothing is thrown away."""
    return (
        _(
            "Part of the file with your sessions can't be read any more. A power cut while it is "
            "written, or a disk that fails, can do that."
        ),
        _(
            "Nothing is thrown away, whichever way you choose. What you practise in the meantime "
            "is kept, too, and comes along."
        ),
    )


def copy_words(contents: JournalContents) -> str:
    """What is in a copy."""
    number = contents.rows_of("sessions")
    sessions = ngettext("{number} session", "{number} sessions", number).format(number=number)
    if contents.last is None:
        return _("empty")
    return _("{sessions}, up to {day}").format(sessions=sessions, day=date_words(contents.last))


def made_words(made: datetime | None) -> str:
    """When a copy was made, as a title."""
    if made is None:
        return _("An older copy")
    return moment_words(made.astimezone())


def lacks_words(sessions: int | None) -> str:
    """What the damaged journal has beyond a copy; `None`: nobody can tell."""
    if sessions is None:
        return _("What you recorded after that is not in it; how much that is can't be seen.")
    if not sessions:
        return _("As far as can be seen, no session is missing in it.")
    return ngettext(
        "{number} session after that is not in it.",
        "{number} sessions after that are not in it.",
        sessions,
    ).format(number=sessions)


def no_copy_words() -> str:
    """Said where there is nothing to go on from."""
    return _(
        "There is no copy that can be read. You can begin with an empty journal; the damaged one "
        "stays, for somebody who knows how to get more out of it."
    )


def looking_words() -> str:
    """Said while copies are looked at."""
    return _("Looking at the copies…")


def mending_words() -> str:
    """Said while it is being mended."""
    return _("Putting your journal in order…")


def file_words(*, aside: bool) -> str:
    """Before the path of the damaged file."""
    if aside:
        return _("The damaged file is kept here:")
    return _("The damaged file, which stays on your disk:")


def empty_question() -> str:
    """Asks before an empty journal is begun."""
    return _(
        "Begin with an empty journal? The plan then starts from the beginning. The damaged file "
        "and all copies stay, and a copy can be taken back later."
    )


def mended_title() -> str:
    """It has worked."""
    return _("Your journal is in order again")


def mended_words(made: datetime | None, *, empty: bool) -> tuple[str, ...]:
    """What it is now."""
    if empty:
        first = _("You begin with an empty journal.")
    elif made is None:
        first = _("You go on from an older copy.")
    else:
        first = _("You go on from the copy of {when}.").format(when=made_words(made))
    return (first, _("What you practised while it was damaged is in it."))


def failed_words(error: KnownError) -> str:
    """Why it did not help, and that nothing is worse than before."""
    if error.code in BROKEN:
        return _("That copy turned out to be damaged as well, and nothing was changed.")
    return error_words(error) + " " + _("Nothing was changed.")


def banner_words() -> tuple[str, str]:
    """For who went on to other pages: what is wrong, and the way back to what helps."""
    return (
        _("Your journal is damaged. What you practise is kept beside it until you choose."),
        _("See &what helps"),
    )


def notice_words() -> tuple[str, str]:
    """For who sees no window: title and text."""
    return damaged_title(), _("Nothing is thrown away. Open HipCoach to see what helps.")
