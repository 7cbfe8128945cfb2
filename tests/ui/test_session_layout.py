from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from hipcoach.ui.session_layout import Places, places

SIZES = st.tuples(st.integers(800, 3840), st.integers(560, 2160))
DENSITIES = st.floats(1.0, 14.0)
DISTANCES = st.floats(1.0, 4.0)


def parts(found: Places) -> dict[str, QRect]:
    return {
        name: getattr(found, name)
        for name in (
            "line",
            "name",
            "variant",
            "badge",
            "picture",
            "ring",
            "caption",
            "upcoming",
            "bar",
        )
    }


@given(SIZES, DENSITIES, DISTANCES)
def test_nothing_lies_over_anything_else(
    size: tuple[int, int], px_mm: float, distance_m: float
) -> None:
    found = places(*size, px_mm, distance_m)
    overlaps = [
        (one, other)
        for (one, a), (other, b) in combinations(parts(found).items(), 2)
        if a.intersects(b)
    ]
    assert [] == overlaps


@given(SIZES, DENSITIES, DISTANCES)
def test_everything_lies_in_the_window(
    size: tuple[int, int], px_mm: float, distance_m: float
) -> None:
    window = QRect(0, 0, *size)
    outside = [
        name
        for name, place in parts(places(*size, px_mm, distance_m)).items()
        if place.isEmpty() or not window.contains(place)
    ]
    assert [] == outside


@given(SIZES, DENSITIES, DISTANCES)
def test_the_picture_keeps_the_largest_part_of_the_page(
    size: tuple[int, int], px_mm: float, distance_m: float
) -> None:
    found = places(*size, px_mm, distance_m)
    picture = found.picture.height() * found.picture.width()
    assert picture > found.caption.height() * found.caption.width()
    assert found.picture.height() >= 0.35 * size[1]


@pytest.mark.parametrize(("distance_m", "millimetres"), [(1.0, 17.5 / 3), (3.0, 17.5)])
def test_capitals_have_their_millimetres_where_there_is_room(
    distance_m: float, millimetres: float
) -> None:
    px_mm = 1920 / 600
    found = places(1920, 1080, px_mm, distance_m)
    assert pytest.approx(millimetres * px_mm) == found.cap


@given(SIZES, DENSITIES, st.tuples(DISTANCES, DISTANCES))
def test_from_farther_away_nothing_gets_smaller(
    size: tuple[int, int], px_mm: float, distances: tuple[float, float]
) -> None:
    near, far = (places(*size, px_mm, distance) for distance in sorted(distances))
    assert near.cap <= far.cap
    assert near.ring.width() <= far.ring.width() or far.ring.height() == far.picture.height()


@given(st.integers(800, 3840), DENSITIES)
def test_the_ring_is_round(width: int, px_mm: float) -> None:
    ring = places(width, 1000, px_mm, 3.0).ring
    assert ring.width() == ring.height()
    assert 120 <= ring.width()


def test_a_tall_window_has_one_column_with_the_ring_in_its_corner() -> None:
    found = places(900, 1400, 4.0, 3.0)
    assert found.upright
    assert found.ring.left() > found.name.right()
    assert found.ring.bottom() < found.picture.top()
    assert found.picture.width() == found.caption.width()


SMALL = st.tuples(st.integers(400, 639), st.integers(380, 519))


@given(SMALL, st.floats(2.0, 6.0))
def test_a_small_window_has_room_for_everything(size: tuple[int, int], px_mm: float) -> None:
    found = parts(places(*size, px_mm, 1.0))
    window = QRect(0, 0, *size)
    assert [] == [name for name, place in found.items() if not window.contains(place)]
    assert [] == [
        (one, other)
        for (one, a), (other, b) in combinations(found.items(), 2)
        if a.intersects(b)
    ]  # fmt: skip


def test_a_small_window_is_read_from_a_metre() -> None:
    px_mm = 96 / 25.4
    found = places(460, 420, px_mm, 1.0)
    assert found.cap >= 4.5 * px_mm
    assert found.ring.height() >= 130
