"""Which copies of the journal are made, and which are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.backups import (
    KEPT,
    BackupKind,
    backup_name,
    daily_due,
    named,
    read_name,
    surplus,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone


@given(at=moments, kind=st.sampled_from(BackupKind))
def test_a_name_says_what_a_copy_is(at: datetime, kind: BackupKind) -> None:
    found = read_name(backup_name(at, kind))

    assert found is not None
    assert (at.replace(microsecond=0), kind) == (found.at, found.kind)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "journal.sqlite",
        "2026-13-02T090000Z-daily.sqlite",
        "2026-03-02T090000Z-daily.sqlite-wal",
    ],
)
def test_other_files_are_no_copies(name: str) -> None:
    assert read_name(name) is None


def test_a_day_has_one_copy() -> None:
    made = backup_name(NOW, BackupKind.DAILY)

    assert daily_due([], NOW)
    assert not daily_due([made], NOW + timedelta(hours=18))
    assert daily_due([made], NOW + timedelta(hours=19))


def test_a_day_lasts_until_four_by_the_clock_on_the_wall() -> None:
    here = timezone(timedelta(hours=10))
    made = backup_name(datetime(2026, 3, 2, 5, tzinfo=here), BackupKind.DAILY)

    assert not daily_due([made], datetime(2026, 3, 3, 3, tzinfo=here))
    assert daily_due([made], datetime(2026, 3, 3, 4, tzinfo=here))


def test_a_copy_by_hand_does_not_stand_for_that_of_the_day() -> None:
    assert daily_due([backup_name(NOW, BackupKind.BY_HAND)], NOW)


def test_seven_daily_copies_are_kept_and_every_other_one() -> None:
    daily = [backup_name(NOW - number * DAY, BackupKind.DAILY) for number in range(10)]
    by_hand = backup_name(NOW - 90 * DAY, BackupKind.BY_HAND)

    assert 7 == KEPT
    assert tuple(daily[7:]) == surplus([by_hand, *reversed(daily)])


@given(st.lists(moments, max_size=20))
def test_what_is_dropped_is_older_than_what_is_kept(found: list[datetime]) -> None:
    names = {backup_name(at, BackupKind.DAILY) for at in found}
    dropped = set(surplus(names))

    kept = [one.at for one in named(names - dropped)]
    assert min(KEPT, len(names)) == len(kept)
    assert all(one.at <= min(kept) for one in named(dropped))
