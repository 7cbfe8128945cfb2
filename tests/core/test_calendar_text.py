"""What other calendars read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.calendar_text import LINE_MOST, CalendarEntry, calendar_text, escaped, folded

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//HipCoach//HipCoach 0.1.0//EN
BEGIN:VEVENT
UID:1@hipcoach
DTSTAMP:20260302T090000Z
DTSTART:20260301T220000Z
DTEND:20260301T220800Z
SUMMARY:Hüfte\\, ruhig\\; ganz
DESCRIPTION:8 minutes\\nwith a back\\\\slash and so many words that the line h
 as to be folded · and öüäß
END:VEVENT
BEGIN:VEVENT
UID:2@hipcoach
DTSTAMP:20260302T090000Z
DTSTART;VALUE=DATE:20260331
DTEND;VALUE=DATE:20260401
TRANSP:TRANSPARENT
SUMMARY:On plan
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_is_written_as_others_read_it() -> None:
    entries = (
        CalendarEntry(
            "1@hipcoach",
            "Hüfte, ruhig; ganz",
            datetime(2026, 3, 1, 23, tzinfo=timezone(timedelta(hours=1))),
            timedelta(minutes=8),
            "8 minutes\nwith a back\\slash and so many words that the line has to be folded"
            " · and öüäß",
        ),
        CalendarEntry("2@hipcoach", "On plan", date(2026, 3, 31)),
    )

    text = "".join(calendar_text(entries, "0.1.0", NOW))

    assert GOLDEN.replace("\n", "\r\n") == text


@given(line=st.text(st.characters(codec="utf-8", exclude_characters="\r\n")))
def test_a_folded_line_is_short_and_unfolds_to_itself(line: str) -> None:
    text = "".join(folded(line))

    assert all(len(part.encode()) <= LINE_MOST for part in text.split("\r\n"))
    assert f"{line}\r\n" == text.replace("\r\n ", "")


@given(text=st.text(st.characters(codec="utf-8")))
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    found = escaped(text)

    assert {"\n", "\r", "\0"} & {*found} == set()
    assert "\\" != found[-1:] or found.endswith("\\\\")
    assert {",", ";"} & {*found.replace("\\\\", "").replace("\\,", "").replace("\\;", "")} == set()
