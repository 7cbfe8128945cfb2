"""What is said of a journal that is joined with that of another computer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from hipcoach.app.phrases.dates import day_words
from hipcoach.app.phrases.exchange import BACKUPS, contents
from hipcoach.app.words import N_, _, ngettext
from hipcoach.core.backups import BackupFault
from hipcoach.core.exchange import ExchangeFault
from hipcoach.core.journal import JournalFault
from hipcoach.core.sync import SyncFault
from hipcoach.core.sync_choices import NO_ADDRESS, SyncChoices, SyncEvery
from hipcoach.core.sync_timing import BROKE_OFF, SyncTry

_EVERY: Final[Mapping[SyncEvery, str]] = {
    SyncEvery.HOUR: N_("Every hour"),
    SyncEvery.FOUR_HOURS: N_("Every 4 hours"),
    SyncEvery.DAY: N_("Every day"),
    SyncEvery.BY_HAND: N_("By hand"),
}
_TROUBLE: Final[Mapping[str, str]] = {
    SyncFault.GONE: N_("The folder isn't there just now; your journal here goes on as ever."),
    SyncFault.SELF: N_("That is where this very journal lies; choose another folder."),
    JournalFault.UNREACHABLE: N_(
        "The server doesn't answer or doesn't let HipCoach in just now; your journal here goes on "
        "as ever."
    ),
    NO_ADDRESS: BACKUPS[NO_ADDRESS],
    ExchangeFault.CONFLICT: N_(
        "A row says something else there than here, so it was not joined. That happens only where "
        "somebody has edited a journal; yours goes on as ever."
    ),
    BackupFault.IN_SESSION: N_(
        "A session is going on that was deleted on the other computer; it is joined afterwards."
    ),
    BROKE_OFF: N_("Joining broke off; your journal here goes on as ever."),
}
"""By the codes of what can go wrong."""


def every_choices() -> list[tuple[str, str]]:
    """How often journals can be joined, as (code, words)."""
    return [(every.value, _(words)) for every, words in _EVERY.items()]


def off_words() -> str:
    """Said where there is no place to join with."""
    return _("Your journal is on this computer alone.")


def not_yet_words() -> str:
    """Said where it was never tried."""
    return _("Not joined yet.")


def joining_words() -> str:
    """Said while journals are being joined."""
    return _("Joining…")


def joined_at_words(at: datetime, today: date, *, before: bool = False) -> str:
    """When journals were joined; `before`: and have not been since, though that was tried."""
    if at.date() == today:
        said = N_("Last joined today at {time}.") if before else N_("Joined today at {time}.")
    elif at.date() == today - timedelta(days=1):
        said = (
            N_("Last joined yesterday at {time}.") if before else N_("Joined yesterday at {time}.")
        )
    elif before:
        said = N_("Last joined on {day} at {time}.")
    else:
        said = N_("Joined on {day} at {time}.")
    return _(said).format(day=day_words(at.date()), time=f"{at:%H:%M}")


def came_words(added: Mapping[str, int]) -> str:
    """What came here of sessions, check-ins and breaks."""
    told = _contents(added)
    return _("New here: {contents}.").format(contents=told) if told else ""


def gone_words(deleted: Mapping[str, int]) -> str:
    """What was here until it was deleted there."""
    told = _contents(deleted)
    return _("Deleted here, as it was there: {contents}.").format(contents=told) if told else ""


def left_words(files: int) -> str:
    """Files that could not be read, as they were still on their way."""
    return ngettext(
        "{number} file of another computer is not all there yet; it is read the next time.",
        "{number} files of other computers are not all there yet; they are read the next time.",
        files,
    ).format(number=files)


def next_words(at: datetime, now: datetime, *, again: bool) -> str:
    """When it comes by itself; `again`: because it failed."""
    if at <= now:
        return _("The next time is soon.")
    time = f"{at:%H:%M}"
    if at.date() == now.date():
        said = N_("It is tried again at {time}.") if again else N_("The next time is at {time}.")
    else:
        said = (
            N_("It is tried again tomorrow at {time}.")
            if again
            else N_("The next time is tomorrow at {time}.")
        )
    return _(said).format(time=time)


def trouble_words(last: SyncTry) -> str:
    """Why journals could not be joined; empty: they could."""
    code = last.trouble
    if code == JournalFault.NO_DRIVER and not last.where.startswith("postgresql"):
        # There is hardly a driver to be had; it was meant to be something else.
        code = NO_ADDRESS
    known = _TROUBLE.get(code, "")
    return _(known) if known else last.said


def found_words(choices: SyncChoices, last: SyncTry | None, now: datetime) -> str:
    """How it stands, in a line for `hipcoach doctor`."""
    if not choices.on:
        return _("Two computers: this journal is joined with none.")
    if last is None:
        told = not_yet_words()
    else:
        here = last.at.astimezone(now.tzinfo)
        told = trouble_words(last) or joined_at_words(here, now.date())
    return _("Two computers: {place} · {every} · {told}").format(
        place=choices.shown, every=_(_EVERY[choices.every]), told=told
    )


def not_whole_words() -> str:
    """Said of a folder that could lie anywhere."""
    return _("Name the folder in full, such as /home/me/Sync, or choose it.")


def _contents(counts: Mapping[str, int]) -> str:
    """What people know of among rows; of none such, how many there are."""
    parts = [words for number, words in contents(counts) if number]
    rows = sum(counts.values())
    if rows and not parts:
        parts = [ngettext("{number} entry", "{number} entries", rows).format(number=rows)]
    return ", ".join(parts)
