"""Moments in the journal: kept in UTC, told as the clock on the wall showed them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import DateTime, Dialect, TypeDecorator


def ahead_of_utc(moment: datetime) -> timedelta:
    """How far the local time of a moment is ahead of UTC; raises `ValueError` for a naive one."""
    ahead = moment.utcoffset()
    if ahead is None:
        raise ValueError("a naive time has no place in the journal")
    return ahead


def offset_s(moment: datetime) -> int:
    """Seconds that the local time of a moment is ahead of UTC; raises `ValueError` as above."""
    return round(ahead_of_utc(moment).total_seconds())


def local(moment: datetime, offset_s: int | None) -> datetime:
    """The moment with the offset of its day; in UTC where that is not known."""
    return moment.astimezone(_fixed(offset_s or 0))


def local_of(moment: datetime, offset_s: int | None) -> datetime:
    """The same of a moment as a driver gives it: in UTC where it has no zone."""
    if moment.tzinfo is not None:
        return local(moment, offset_s)
    # `replace` and `astimezone` would take four times as long, and a year has thousands.
    zone = _fixed(offset_s or 0)
    wall = moment + zone.utcoffset(None)
    return datetime.combine(wall, wall.time(), zone)


def as_seen(moment: datetime, zone: str, offset_s: int) -> datetime:
    """The moment in the zone in which its person saw it.

    Where this machine doesn't know the zone, or has other rules for it today,
    the offset of that day stands in.
    """
    known = _zone(zone)
    if known is not None:
        seen = moment.astimezone(known)
        if seen.utcoffset() == _fixed(offset_s).utcoffset(None):
            return seen
    return local(moment, offset_s)


@lru_cache
def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def _fixed(offset_s: int) -> timezone:
    return timezone(timedelta(seconds=offset_s)) if offset_s else UTC


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept in UTC; a naive time raises `ValueError`."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC, as it is written."""
        del dialect
        if value is None:
            return None
        ahead_of_utc(value)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC; SQLite gives it back without a zone."""
        del dialect
        if value is None:
            return None
        return local_of(value, 0)
