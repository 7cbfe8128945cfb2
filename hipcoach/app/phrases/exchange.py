"""What is said of journals that go out and come in, are kept and forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from hipcoach.app.phrases.lengths import minutes_words
from hipcoach.app.words import N_, _, ngettext

if TYPE_CHECKING:  # these sentences stand among all others: a window that starts reads them
    from hipcoach.core.errors import KnownError
    from hipcoach.core.plan_log import PracticeRow

EXCHANGE_USAGE: Final[Mapping[str, str]] = {
    "span-backwards": N_("{day} lies after the day that --to names; --from is the earlier one."),
    "no-export": N_("Say where to, such as `hipcoach export journal.json`."),
    "sync-nowhere": N_(
        "Say where, such as `hipcoach sync FOLDER`; without a place the one that is chosen in the "
        "window is taken, and none is."
    ),
}
"""Of what is asked for in a command."""

BACKUPS: Final[Mapping[str, str]] = {
    "backup-on-server": N_(
        "Your journal is in the database {url}: its server makes the backups. "
        "`hipcoach export` writes all of it into a file."
    ),
    "of-journal": N_("{path} belongs to a journal; choose another name."),
    "backup-none": N_("There is no such backup; `hipcoach restore` shows those that there are."),
    "sync-gone": N_("The folder {where} is not there now."),
    "sync-self": N_("{where} is this journal itself; there is nothing to join."),
    "sync-no-address": N_(
        "This is no address of a database; one looks like postgresql+psycopg://me@server/hipcoach."
    ),
    "forget-in-session": N_(
        "A session is going on that would be deleted with its day: nothing was changed. Give the "
        "command again when it is over."
    ),
    "forget-not-wiped": N_(
        "It is deleted, but another program still reads the journal {path}: close it and give "
        "the command again, so that no trace is left on the disk."
    ),
}
"""Faults by their codes."""
BACKUP_USAGE: Final[Mapping[str, str]] = {
    "not-confirmed": N_("Nobody is here to say yes; add --yes if you are sure."),
    "nothing-to-forget": N_("Say what to delete: --everything, or --from and --to."),
}
"""Of what is asked for in a command."""

_FAULTS: Final[Mapping[str, str]] = {
    "exchange-not-ours": N_("this is no journal that HipCoach has written."),
    "exchange-newer": N_("a newer HipCoach has written it; update the program to read it."),
    "exchange-cut-off": N_("it ends in the middle; it was not written or carried to its end."),
    "exchange-not-text": N_("this is no text in UTF-8."),
    "exchange-not-json": N_("this is not written as JSON asks for."),
    "exchange-too-deep": N_("its lists lie too deep within each other."),
    "exchange-too-long": N_("this row is longer than any that HipCoach writes."),
    "exchange-twice": N_("it is there twice."),
    "exchange-no-row": N_("{value} is no row of a journal."),
    "exchange-missing": N_("it is missing."),
    "exchange-unknown": N_("there is no such field."),
    "exchange-no-session": N_("its session {session} is neither here nor before it in the file."),
    "exchange-late": N_("what was deleted has to stand before all other rows."),
    "exchange-bad-span": N_("the two days are no span: both or none, the earlier one first."),
    "exchange-conflict": N_("the row {id} is known, and says something else here."),
    "exchange-bad-id": N_("{value} is no id."),
    "exchange-bad-moment": N_("{value} is no moment such as 2026-01-05T07:30:00Z."),
    "exchange-bad-day": N_("{value} is no date such as 2026-01-05."),
    "exchange-bad-clock": N_("{value} is no time such as 07:30."),
    "exchange-bad-word": N_("{value} is none of {words}."),
    "exchange-bad-number": N_("{value} is no whole number from {least} to {most}."),
    "exchange-bad-seconds": N_("{value} is no number from {least} to {most}."),
    "exchange-bad-text": N_("{value} is no text that can be kept."),
    "exchange-bad-yes-no": N_("{value} is neither true nor false."),
    "exchange-bad-list": N_("{value} is no list."),
    "exchange-bad-pair": N_("in the list something is no pair."),
    "exchange-bad-named": N_("{value} is no object of names with numbers or texts."),
    "exchange-bad-reason": N_("in the list something is no code with its numbers."),
}


def exchange_words(error: KnownError) -> str:
    """Where a file or journal can't be joined, and why; that nothing has changed."""
    details = error.details
    place = [str(details["file"])] if details.get("file") else []
    if details.get("line"):
        place.append(_("line {line}").format(line=details["line"]))
    place += [str(details[name]) for name in ("table", "field") if details.get(name)]
    what = _(_FAULTS.get(error.code, N_("not usable ({code}).")))
    told = what.format(**{"code": error.code, "field": "", **details})
    before = f"{', '.join(place)}: " if place else ""
    return f"{before}{told} " + _("Nothing was changed.")


def contents_words(counts: Mapping[str, int]) -> str:
    """How many sessions, answers and breaks there are among rows, by their tables."""
    return ", ".join(words for _number, words in contents(counts))


def contents(counts: Mapping[str, int]) -> tuple[tuple[int, str], ...]:
    """The same one by one: (how many, in words)."""
    sessions = counts.get("sessions", 0)
    answers = counts.get("session_answers", 0) + counts.get("next_day_answers", 0)
    breaks = counts.get("break_events", 0)
    words = (
        ngettext("{number} session", "{number} sessions", sessions),
        ngettext("{number} check-in", "{number} check-ins", answers),
        ngettext("{number} break event", "{number} break events", breaks),
    )
    numbers = sessions, answers, breaks
    return tuple((one, said.format(number=one)) for one, said in zip(numbers, words, strict=True))


def joined_words(added: Mapping[str, int]) -> str:
    """What has come of joining."""
    if not sum(added.values()):
        return _("Nothing is new: all of it was here already.")
    rows = sum(added.values())
    return _("New here: {contents}; {rows} rows in all.").format(
        contents=contents_words(added), rows=rows
    )


def untouched_words() -> str:
    """Said beside what went wrong with another place."""
    return _("Your journal here works as ever; join the two later.")


def done_words(row: PracticeRow) -> str:
    """What a calendar says of a session beside its name."""
    told = [minutes_words(row.held_s)]
    if not row.completed:
        told.append(_("not finished"))
    if row.effort is not None:
        told.append(_("effort {number} of 10").format(number=row.effort))
    if row.pain_during is not None:
        told.append(_("pain {number} of 10").format(number=row.pain_during))
    return " · ".join(told)


def due_words() -> str:
    """What a calendar says on the day of the next session."""
    return _("HipCoach: a session is on plan")
