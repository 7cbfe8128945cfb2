"""An iCalendar file (RFC 5545): what calendars of other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from hipcoach.core.value import value

LINE_MOST: Final = 75
"""Bytes of a line without its end (section 3.1)."""
_STEERING: Final = frozenset({*range(32), 127})
_DAY: Final = timedelta(days=1)


@value
class CalendarEntry:
    """Something that stands in a calendar."""

    uid: str
    """The same each time it is written, so that a calendar does not show it twice."""
    summary: str
    start: datetime | date
    """A date alone: all of that day."""
    length: timedelta = timedelta(0)
    description: str = ""


def calendar_text(
    entries: Iterable[CalendarEntry], program: str, written_at: datetime
) -> Iterator[str]:
    """The file, line by line with their ends."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//HipCoach//HipCoach {program}//EN")
    for line in head:
        yield from folded(line)
    for entry in entries:
        for line in _event(entry, written_at):
            yield from folded(line)
    yield from folded("END:VCALENDAR")


def folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 bytes, never in the middle of a letter."""
    part, size, room = "", 0, LINE_MOST
    for letter in line:
        width = len(letter.encode())
        if size + width > room:
            yield f"{part}\r\n"
            part, size = " ", 1
        part += letter
        size += width
    yield f"{part}\r\n"


def escaped(text: str) -> str:
    """A text as it stands in a line (section 3.3.11); letters that steer terminals are left out."""
    for letter, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(letter, written)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(
        letter for letter in text if letter == "\t" or (letter >= " " and letter != "\x7f")
    )


def _event(entry: CalendarEntry, written_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(entry.uid)}"
    yield f"DTSTAMP:{_moment(written_at)}"
    if isinstance(entry.start, datetime):
        yield f"DTSTART:{_moment(entry.start)}"
        yield f"DTEND:{_moment(entry.start + entry.length)}"
    else:
        yield f"DTSTART;VALUE=DATE:{entry.start:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.start + _DAY:%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{escaped(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{escaped(entry.description)}"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
