from __future__ import annotations

import sys
import threading
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from hipcoach.system.clock import SystemClock, offset_name, zone_name
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

    from hipcoach.ports import Clock


@pytest.fixture(params=[FakeClock, SystemClock])
def clock(request: pytest.FixtureRequest) -> Clock:
    made: Clock = request.param()
    return made


def test_no_clock_runs_backwards(clock: Clock) -> None:
    seen = [(clock.monotonic(), clock.boot(), clock.now()) for _ in range(100)]
    for column in zip(*seen, strict=True):
        assert sorted(column) == list(column)


def test_it_knows_its_offset_and_the_name_of_its_zone(clock: Clock) -> None:
    offset = clock.now().utcoffset()
    assert offset is not None
    if not clock.zone().startswith(("+", "-")):
        assert offset == clock.now().astimezone(ZoneInfo(clock.zone())).utcoffset()


def test_ids_of_two_clocks_sort_as_well_and_never_come_twice() -> None:
    ids = [made.new_id() for _ in range(50) for made in (SystemClock(), SystemClock())]
    assert sorted(set(ids)) == ids
    assert 100 == len({made.int & (1 << 62) - 1 for made in ids})
    assert 90 < len({made.int >> 64 & 0xFFF for made in ids})


def test_ids_are_of_version_seven_and_sort_by_the_time_they_were_made(clock: Clock) -> None:
    ids = [clock.new_id() for _ in range(200)]
    assert {7} == {made.version for made in ids}
    assert {"specified in RFC 4122"} == {made.variant for made in ids}
    assert sorted(set(ids)) == ids
    made = datetime.fromtimestamp((ids[-1].int >> 80) / 1000, UTC)
    assert timedelta(seconds=5) > abs(clock.now() - made)


@pytest.mark.skipif(sys.platform == "win32", reason="compares with what POSIX has")
def test_a_second_is_a_second() -> None:
    clock = SystemClock()
    before = (clock.monotonic(), clock.boot(), clock.now().timestamp())
    threading.Event().wait(0.05)
    after = (clock.monotonic(), clock.boot(), clock.now().timestamp())
    for start, end in zip(before, after, strict=True):
        assert 0.049 <= end - start < 5


def test_the_fake_clock_stands_until_it_is_told() -> None:
    clock = FakeClock()
    monotonic, boot, now = clock.monotonic(), clock.boot(), clock.now()
    assert (monotonic, boot, now) == (clock.monotonic(), clock.boot(), clock.now())
    clock.advance(2)
    clock.suspend(3)
    assert (monotonic + 2, boot + 5) == (clock.monotonic(), clock.boot())
    assert now + timedelta(seconds=5) == clock.now()


@pytest.fixture
def etc(tmp_path: Path) -> Path:
    folder = tmp_path / "etc"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("variable", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Asia/Kolkata", "Asia/Kolkata"),
        ("/usr/share/zoneinfo/America/Lima", "America/Lima"),
        ("", "UTC"),
        ("UTC", "UTC"),
        ("CET-1CEST", None),
        ("Nowhere/Atall", None),
        ("/etc/../x", None),
    ],
)
def test_the_variable_decides_where_it_is_set(etc: Path, variable: str, name: str | None) -> None:
    (etc / "timezone").write_text("Asia/Tokyo\n")
    assert name == zone_name(variable, etc)


def test_else_the_link_decides_and_then_the_file(etc: Path, tmp_path: Path) -> None:
    assert zone_name(None, etc) is None
    (etc / "timezone").write_text("Asia/Tokyo\n")
    assert "Asia/Tokyo" == zone_name(None, etc)
    target = tmp_path / "zoneinfo" / "Europe" / "Vienna"
    target.parent.mkdir(parents=True)
    target.touch()
    (etc / "localtime").symlink_to(target)
    assert "Europe/Vienna" == zone_name(None, etc)


def test_a_copied_zone_without_a_name_has_none(etc: Path) -> None:
    (etc / "localtime").write_bytes(b"TZif2")
    (etc / "timezone").write_bytes(b"\xff")
    assert zone_name(None, etc) is None


@pytest.mark.parametrize(
    ("minutes", "name"), [(0, "+00:00"), (330, "+05:30"), (-210, "-03:30"), (-15, "-00:15")]
)
def test_an_offset_is_named_in_hours_and_minutes(minutes: int, name: str) -> None:
    zone = timezone(timedelta(minutes=minutes))
    assert name == offset_name(datetime(2026, 3, 2, tzinfo=zone))
