"""What is said of the journal as a whole: what is in it, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from hipcoach.app.data_snapshots import Form, Offer, Part
from hipcoach.app.phrases.backups import forgotten_copies_words, forgotten_words
from hipcoach.app.phrases.dates import full_day_words, month_of_year_words, month_words
from hipcoach.app.phrases.exchange import contents_words
from hipcoach.app.phrases.numbers import decimal_words
from hipcoach.app.words import N_, _, ngettext

_KINDS: Final[Mapping[str, str]] = {
    "daily": N_("made by itself"),
    "by-hand": N_("made by you"),
    "before-restore": N_("your journal before you took another copy back"),
    "before-upgrade": N_("from before an update of HipCoach"),
}
"""Why a copy was made."""
_WORK: Final[Mapping[Part, str]] = {
    Part.OUT: N_("Writing {name}…"),
    Part.IN: N_("Reading {name}…"),
    Part.COPIES: N_("Copying…"),
    Part.DELETE: N_("Deleting…"),
}
_TOLD: Final = ("sessions", "session_answers", "next_day_answers", "break_events")
"""The tables whose rows are spoken of; what the others have goes with them."""
PARAGRAPH: Final = "\n\n"
"""Between sentences of which each stands for itself."""
_THOUSAND: Final = 1000
_UNITS: Final = (N_("{number} KB"), N_("{number} MB"), N_("{number} GB"))
_FEW: Final = 10


def lead_words(*, in_file: bool) -> str:
    """What a journal is, and that it is nobody else's."""
    if in_file:
        return _(
            "All that you have practised and told HipCoach. It is on this computer alone: HipCoach "
            "sends nothing anywhere, and where it goes is up to you."
        )
    return _("All that you have practised and told HipCoach. It is in the database you have named.")


def number_words(number: int) -> str:
    """A number with a thin gap before every three digits, as every language reads it."""
    return f"{number:,}".replace(",", "\u202f") if number >= 10 * _THOUSAND else str(number)


def size_words(size: int) -> str:
    """A size in bytes, as one says it: *840 KB*, *2.3 MB*."""
    number = size / _THOUSAND
    for words in _UNITS[:-1]:
        if number < _THOUSAND:
            return _(words).format(number=_rounded(number))
        number /= _THOUSAND
    return _(_UNITS[-1]).format(number=_rounded(number))


def sessions_caption(number: int) -> str:
    """What such a number counts."""
    return ngettext("session recorded", "sessions recorded", number)


def breaks_caption(number: int) -> str:
    """The same of what happened to breaks."""
    return ngettext("entry about breaks", "entries about breaks", number)


def since_words(first: date) -> str:
    """The month in which it began."""
    return month_of_year_words(first.year, first.month)


def since_caption() -> str:
    """What that month is."""
    return _("when it begins")


def size_caption() -> str:
    """What the size is of."""
    return _("on your disk")


def date_words(day: date) -> str:
    """A day with its year: *5 January 2026*."""
    month = month_words(day.month)
    return _("{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def moment_words(at: datetime) -> str:
    """A local moment: *Monday 5 January 2026, 07:30*."""
    return _("{day}, {time}").format(day=full_day_words(at.date()), time=f"{at:%H:%M}")


def held_words(sessions: int, breaks: int, first: date | None, last: date | None) -> str:
    """What is in a journal."""
    if first is None or last is None:
        return _("empty")
    return _("{sessions}, {breaks}, {first} to {last}").format(
        sessions=ngettext("{number} session", "{number} sessions", sessions).format(
            number=sessions
        ),
        breaks=ngettext("{number} break event", "{number} break events", breaks).format(
            number=breaks
        ),
        first=date_words(first),
        last=date_words(last),
    )


def kind_words(kind: str) -> str:
    """Why a copy was made; empty where that is not known."""
    return _(_KINDS.get(kind, ""))


def reading_words() -> str:
    """Said until the journal has been looked at."""
    return _("Reading the journal…")


def empty_words() -> str:
    """Said of a journal with nothing in it."""
    return _("Nothing is recorded yet. What you practise is written down here, as it happens.")


def unreadable_words(*, copies: bool) -> str:
    """Said of a journal that is damaged."""
    if copies:
        return _("Your journal can't be read. One of the copies below can take its place.")
    return _("Your journal can't be read, and there is no copy of it that can.")


def unreadable_copy_words() -> str:
    """Said of a copy that is damaged."""
    return _("This copy can't be read.")


def no_copies_words() -> str:
    """Said where there is none yet."""
    return _("There is no copy yet. The first one is made when you practise next.")


def server_words() -> str:
    """Said of copies where the journal is in a database."""
    return _("Your journal is in a database: whoever looks after its server makes the copies.")


def failed_words() -> str:
    """Said where a command ended without a word."""
    return _("That did not work, and nothing was said about why. `hipcoach doctor` may know more.")


def work_words(part: Part, path: str = "") -> str:
    """What is being done."""
    return _(_WORK[part]).format(name=Path(path).name)


def taking_back_words() -> str:
    """Said while a copy takes the place of the journal."""
    return _("Taking the copy back…")


def called_off_words(part: Part) -> str:
    """What has come of it when it was called off."""
    if part is Part.OUT:
        return _("Called off: no file was written.")
    return _("Called off: your journal is as it was.")


def written_words(path: str) -> str:
    """Where a file is now."""
    return _("It is in {path}.").format(path=path)


def wrong_name_words() -> str:
    """Said of a table under a name that belongs to something else."""
    return _("A table's name ends in .csv; choose such a name.")


def copied_words() -> str:
    """A copy was made."""
    return _("The copy is made. It stays until you delete it.")


def taken_back_words(aside: str) -> str:
    """A copy was taken back; where the journal is that was there before."""
    done = _("Your journal is what that copy was.")
    if not aside:
        return done
    return done + " " + _("What was there before is kept in {path}.").format(path=aside)


def deleted_words(counts: Mapping[str, int], copies: int) -> str:
    """What was deleted."""
    told = [forgotten_words(counts)] if sum(counts.values()) else []
    return " ".join([*told, *([forgotten_copies_words(copies)] if copies else [])])


def deleted_there_words(deleted: Mapping[str, int]) -> str:
    """What has gone from here because another journal had deleted it."""
    return _("Deleted here, as it was there: {contents}. The copies still have it.").format(
        contents=contents_words(deleted)
    )


def left_out_words(left_out: Mapping[str, int]) -> str:
    """What did not come in."""
    return _("Left out, as it had been deleted: {contents}.").format(
        contents=contents_words(left_out)
    )


def bring_back_question(left_out: Mapping[str, int]) -> str:
    """Asks whether it is to come in all the same."""
    return _("Bring back what had been deleted: {contents}?").format(
        contents=contents_words(left_out)
    )


def bring_back_more() -> str:
    """What is to be known before that."""
    return _("It comes back on the other computers that you join with, too.")


def nothing_words() -> str:
    """Nothing is there to be deleted."""
    return _("There is nothing to delete.")


def delete_question(counts: Mapping[str, int]) -> str:
    """Asks before rows are deleted."""
    told = any(counts.get(name) for name in _TOLD)
    rows = sum(counts.values())
    entries = ngettext("{number} entry", "{number} entries", rows).format(number=rows)
    contents = contents_words(counts) if told else entries
    return _("Delete {contents} for good?").format(contents=contents)


def delete_copies_question() -> str:
    """Asks where the journal has nothing of it, but copies may."""
    return _("Nothing of that is in your journal. Delete every copy of it all the same?")


def delete_more(span: tuple[date, date] | None, *, copies: bool) -> str:
    """Of which days that is, and what is to be known before."""
    if copies:
        more = _("Every copy goes as well, so nothing can bring it back.")
    else:
        more = _("It stays in the copies of your journal until you delete those too.")
    if span is None:
        days = _("That is all your journal has ever recorded.")
    else:
        first, last = map(date_words, span)
        days = (
            _("That is what is recorded on {day}.").format(day=first)
            if first == last
            else _("That is what is recorded from {first} to {last}, both days among them.").format(
                first=first, last=last
            )
        )
    return PARAGRAPH.join((days, more))


def take_back_question(when: str) -> str:
    """Asks before a copy is taken back."""
    return _("Take your journal back to the copy of {when}?").format(when=when)


def take_back_more(copy: str, now: str | None, missing: int) -> str:
    """What is in the copy, and what in the journal now (`None`: that can't be read)."""
    told = [_("In the copy: {contents}.").format(contents=copy)]
    if now is None:
        told.append(_("Your journal can't be read. Its file is kept beside the new one."))
        return PARAGRAPH.join(told)
    told.append(_("In your journal now: {contents}.").format(contents=now))
    if missing:
        told.append(
            ngettext(
                "{number} session would be missing then.",
                "{number} sessions would be missing then.",
                missing,
            ).format(number=missing)
        )
    told.append(_("Your journal as it is now is kept among the copies."))
    return PARAGRAPH.join(told)


def offer_of(form: Form, today: date) -> Offer:
    """The file that a journal goes out in."""
    match form:
        case Form.WHOLE:
            name, kind = f"hipcoach-journal-{today}.json", _("Journal of HipCoach")
            return Offer(_("Save your journal"), name, kind, form)
        case Form.TABLE:
            name, kind = f"hipcoach-sessions-{today}.csv", _("Table")
            return Offer(_("Save the table of sessions"), name, kind, form)
        case Form.CALENDAR:
            name, kind = f"hipcoach-calendar-{today}.ics", _("Calendar")
            return Offer(_("Save the calendar"), name, kind, form)


def wanted_words() -> tuple[str, str, str]:
    """Of the choice of a file to bring in: its title, what such files are called, all files."""
    return _("Bring in another journal"), _("Journal of HipCoach"), _("All files")


def _rounded(number: float) -> str:
    return decimal_words(number, 1) if number < _FEW else str(round(number))
