"""What the Today page says."""

from __future__ import annotations

from hipcoach.app.words import _, ngettext


def when_words(days: int) -> str:
    """How long ago, in practice days."""
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("{number} day ago", "{number} days ago", days).format(number=days)


def nothing_done_words() -> str:
    """Before the first session."""
    return _("Nothing done yet. Lie down or stand up, press Start, and follow the voice.")


def last_words(routine: str, days: int, held: str) -> str:
    """The last session, with the time that was really held; `held` is empty for none."""
    if not held:
        return _("Last time, {when}: {routine}, stopped before its first hold.").format(
            when=when_words(days), routine=routine
        )
    return _("Last time, {when}: {routine}, {held} of practice.").format(
        when=when_words(days), routine=routine, held=held
    )


def unfinished_words(routine: str, days: int, held: str) -> str:
    """A session that broke off, as a question."""
    if held:
        return _("{routine} broke off {when} after {held}. Go on with it?").format(
            routine=routine, when=when_words(days), held=held
        )
    return _("{routine} broke off {when} before its first hold. Go on with it?").format(
        routine=routine, when=when_words(days)
    )
