"""When to ask how a practice day felt: on the next day, again when it was sore, and never twice.

The day after is when it shows whether a session was too much; soreness peaks between 24 and
72 hours after it, so a sore first day is asked about once more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

from hipcoach.core.plan_log import NextDayAnswers, Reply, Soreness
from hipcoach.core.practice_day import moment_of, practice_day
from hipcoach.core.value import value

FILL_DAYS: Final = 7
"""Days after a practice day in which its questions can be answered."""
NOTICE_DAYS: Final = 3
"""Days after it in which a notification asks; later ones are only told on the page."""
AGAIN_AFTER: Final = timedelta(hours=3)
"""How long *not yet* holds."""
LATEST: Final = time(22)
"""After it no notification asks *again*: that waits for the next day."""
USUAL_TIME: Final = time(9)
"""When a notification asks, where no other time was chosen."""
SORE: Final = frozenset({Soreness.MODERATE, Soreness.SEVERE})
"""What is asked about a second time."""

Key: TypeAlias = tuple[date, int]
"""(practice day, days after)."""


@value
class Open:
    """A question that is not answered."""

    day: date
    """The practice day that it is about."""
    days_after: int
    """1, or 2 for the second question."""
    quiet: bool
    """Whether it can be answered and is not asked: an earlier day, or a wish for peace."""
    notice_at: datetime | None
    """When a notification is to ask, or was to; `None`: none does any more."""

    def due(self, now: datetime) -> bool:
        """Whether a notification is to be there by now."""
        return self.notice_at is not None and self.notice_at <= now


def open_questions(
    days: Collection[date],
    rows: Iterable[NextDayAnswers],
    now: datetime,
    at: time = USUAL_TIME,
) -> tuple[Open, ...]:
    """The questions that are open at a moment, the newest day first.

    `days` are practice days on which a session was practised, `now` is aware and local, `at`
    the time of day at which the person wants to be asked.
    A question is on the page from the next practice day on, whatever the time is.
    Once there was another session, an earlier day is asked about no more.
    """
    newest = _newest(rows)
    today = practice_day(now)
    past = sorted((day for day in {*days} if 1 <= (today - day).days <= FILL_DAYS), reverse=True)
    return tuple(
        _asked(day, days_after, newest.get((day, days_after)), now, at)
        if day == past[0]
        else Open(day, days_after, quiet=True, notice_at=None)
        for day in past
        for days_after in (1, 2)
        if (today - day).days >= days_after and _is_open((day, days_after), newest)
    )


def next_notice(questions: Iterable[Open]) -> Open | None:
    """The question that a notification asks about, if one does: that of the newest day."""
    return next((one for one in questions if one.notice_at is not None), None)


def _newest(rows: Iterable[NextDayAnswers]) -> Mapping[Key, NextDayAnswers]:
    """Of each question what was said last."""
    newest: dict[Key, NextDayAnswers] = {}
    for row in sorted(rows, key=lambda row: (row.at, row.id)):
        newest[row.day, row.days_after] = row
    return newest


def _is_open(key: Key, newest: Mapping[Key, NextDayAnswers]) -> bool:
    """Whether that question is asked at all, and has no answer yet."""
    day, days_after = key
    if days_after > 1:
        first = newest.get((day, 1))
        if first is None or first.reply is not Reply.ANSWERED or first.soreness not in SORE:
            return False
    said = newest.get(key)
    return said is None or said.reply is not Reply.ANSWERED


def _asked(
    day: date, days_after: int, said: NextDayAnswers | None, now: datetime, at: time
) -> Open:
    notice, quiet = moment_of(day + timedelta(days=days_after), at, now), False
    if said is not None:
        # Rows are kept in UTC; the days of a person are those where they are.
        then = said.at.astimezone(now.tzinfo)
        tomorrow = practice_day(then) + timedelta(days=1)
        again = then + AGAIN_AFTER
        today_too = practice_day(now) < tomorrow
        quiet = today_too if said.reply is Reply.NOT_TODAY else now < again
        if said.reply is Reply.NOT_TODAY or again > moment_of(practice_day(then), LATEST, now):
            again = moment_of(tomorrow, at, now)
        notice = max(notice, again)
    last = day + timedelta(days=NOTICE_DAYS)
    late = last < max(practice_day(now), practice_day(notice))
    return Open(day, days_after, quiet, None if late else notice)
