"""What is said of copies of the journal, and of what is deleted from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hipcoach.app.phrases.exchange import contents_words
from hipcoach.app.words import _, ngettext
from hipcoach.core.backups import JournalContents, read_name


def backup_words(path: Path, contents: JournalContents | None) -> str:
    """A copy in one line: when it was made, what is in it, where it is."""
    name = read_name(path.name)
    when = f"{name.at.astimezone():%Y-%m-%d %H:%M}  " if name else ""
    return f"{when}{_held(contents)}  ({path})"


def now_words(contents: JournalContents | None) -> str:
    """What is in the present journal."""
    return _("Your journal now: {contents}").format(contents=_held(contents))


def restored_words() -> str:
    """It has worked."""
    return _("Your journal is what that backup was.")


def aside_words(path: Path) -> str:
    """Where the journal is that was there before."""
    return _("What was there before is kept in {path}.").format(path=path)


def forget_question(counts: Mapping[str, int], *, backups: bool) -> str:
    """Asks before rows are deleted, and says how many."""
    words = _("Delete {contents} for good; {rows} rows in all?")
    if backups:
        words = _("Delete {contents} for good, {rows} rows in all, and every backup?")
    return words.format(contents=contents_words(counts), rows=sum(counts.values()))


def would_forget_words(counts: Mapping[str, int]) -> str:
    """What would be deleted, where nothing is yet."""
    return _("That would delete {contents}; {rows} rows in all.").format(
        contents=contents_words(counts), rows=sum(counts.values())
    )


def forgotten_words(counts: Mapping[str, int]) -> str:
    """What was deleted, and where it may still be."""
    told = _("Deleted: {contents}; {rows} rows in all.").format(
        contents=contents_words(counts), rows=sum(counts.values())
    )
    return f"{told} " + _(
        "Other computers delete it when you join with them the next time; files that you "
        "exported still have it."
    )


def forgotten_copies_words(number: int) -> str:
    """How many copies were deleted."""
    return ngettext("{number} backup deleted.", "{number} backups deleted.", number).format(
        number=number
    )


def which_words() -> str:
    """How one of the copies is taken back."""
    return _("`hipcoach restore NUMBER` takes one of them back.")


def _held(contents: JournalContents | None) -> str:
    if contents is None:
        return _("can't be read")
    if contents.first is None:
        return _("empty")
    return _("{contents}, {first} to {last}").format(
        contents=contents_words(dict(contents.counts)), first=contents.first, last=contents.last
    )
