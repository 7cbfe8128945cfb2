"""Where everything is on the session page: a pure function of the window and the viewer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect

from hipcoach.core.value import value
from hipcoach.ui.fitted_text import PITCH
from hipcoach.ui.ring import DIGITS

CAPITAL_MM: Final = 17.5
"""Capitals that are read from 3 m; the digits are three times as high."""
_DIGITS: Final = 52 / CAPITAL_MM
_VARIANT: Final = 0.52
"""Capitals of the variant, as a share of the name's."""
_UPRIGHT: Final = 1.15
"""Below this ratio of width to height everything stands in one column."""
_SMALL: Final = (640, 520)
"""A window below both of these is a companion in a corner, such as that of a break."""
_BADGE: Final = 2.2
"""Height of the badge in one column, in capitals of the name."""


@value
class Places:
    """A rectangle for each thing, in pixels; none lies over another."""

    line: QRect
    name: QRect
    variant: QRect
    badge: QRect
    picture: QRect
    ring: QRect
    caption: QRect
    upcoming: QRect
    bar: QRect
    cap: float
    """Capitals of name, caption and what comes next."""
    upright: bool
    """Whether the window is taller than wide, or nearly so: one column."""

    @property
    def variant_cap(self) -> float:
        """Capitals of the variant."""
        return self.cap * _VARIANT


def places(width: int, height: int, px_mm: float, distance_m: float) -> Places:
    """The places in a window of this size, in pixels.

    `px_mm` is the screen's density in pixels a millimetre; capitals look alike from every
    distance, as far as the window has room.
    """
    wish = CAPITAL_MM * px_mm * distance_m / 3.0
    if width < _SMALL[0] and height < _SMALL[1]:
        return _small(width, height, px_mm, min(wish, 0.044 * height, 0.04 * width))
    if width >= _UPRIGHT * height:
        return _wide(width, height, px_mm, min(wish, 0.056 * height, 0.034 * width))
    return _upright(width, height, px_mm, min(wish, 0.034 * height, 0.052 * width))


@value
class _Rows:
    """What both arrangements share: heights from top and bottom."""

    margin: int
    gap: int
    line: int
    name: int
    variant: int
    caption: int
    bar: int


def _rows(width: int, height: int, px_mm: float, cap: float) -> _Rows:
    margin = round(min(64, max(12, 0.028 * min(width, height))))
    return _Rows(
        margin=margin,
        gap=round(margin * 0.6),
        line=round(min(22, max(6, 0.010 * height))),
        name=round(PITCH * cap),
        variant=round(PITCH * cap * _VARIANT),
        caption=round(2 * PITCH * cap) + 1,
        bar=round(min(max(44, 10 * px_mm, 0.03 * height), max(44, 0.06 * height))),
    )


def _wide(width: int, height: int, px_mm: float, cap: float) -> Places:
    """Picture left, ring right: name and side above, caption and what comes next below."""
    rows = _rows(width, height, px_mm, cap)
    side = round(min(max(cap * _DIGITS / DIGITS, 0.18 * width), 0.30 * width, 0.46 * height))
    column = max(side, round(0.22 * width))
    left, right = rows.margin, width - rows.margin - column
    across = right - rows.margin - left
    top = rows.line + rows.gap
    middle = top + rows.name + rows.variant + rows.gap
    bar = height - rows.gap - rows.bar
    low = bar - rows.gap - rows.caption
    tall = low - rows.gap - middle
    side = min(side, tall)
    return Places(
        line=QRect(0, 0, width, rows.line),
        name=QRect(left, top, across, rows.name),
        variant=QRect(left, top + rows.name, across, rows.variant),
        badge=QRect(right, top, column, rows.name + rows.variant),
        picture=QRect(left, middle, across, tall),
        ring=QRect(right + (column - side) // 2, middle + (tall - side) // 2, side, side),
        caption=QRect(left, low, across, rows.caption),
        upcoming=QRect(right, low, column, rows.caption),
        bar=QRect(left, bar, width - 2 * left, rows.bar),
        cap=cap,
        upright=False,
    )


def _upright(width: int, height: int, px_mm: float, cap: float) -> Places:
    """One column; the ring in the upper corner, with name and side beside it."""
    rows = _rows(width, height, px_mm, cap)
    left, across = rows.margin, width - 2 * rows.margin
    badge = round(cap * _BADGE)
    air = rows.gap // 2
    words = rows.name + rows.variant + air + badge
    side = max(words, round(min(cap * _DIGITS / DIGITS, 0.38 * across, 0.24 * height)))
    name = across - side - rows.gap
    top = rows.line + rows.gap
    first = top + (side - words) // 2
    middle = top + side + rows.gap
    bar = height - rows.gap - rows.bar
    upcoming = bar - rows.gap - rows.name
    low = upcoming - rows.gap - rows.caption
    return Places(
        line=QRect(0, 0, width, rows.line),
        name=QRect(left, first, name, rows.name),
        variant=QRect(left, first + rows.name, name, rows.variant),
        badge=QRect(left, first + words - badge, name, badge),
        picture=QRect(left, middle, across, low - rows.gap - middle),
        ring=QRect(left + name + rows.gap, top, side, side),
        caption=QRect(left, low, across, rows.caption),
        upcoming=QRect(left, upcoming, across, rows.name),
        bar=QRect(left, bar, across, rows.bar),
        cap=cap,
        upright=True,
    )


def _small(width: int, height: int, px_mm: float, cap: float) -> Places:
    """A companion: picture and ring side by side and as large as can be, words around them."""
    rows = _rows(width, height, px_mm, cap)
    left, across = rows.margin, width - 2 * rows.margin
    top = rows.line + rows.gap
    badge = round(0.34 * across)
    name = across - badge - rows.gap
    middle = top + rows.name + rows.variant + rows.gap
    bar = height - rows.gap - rows.bar
    upcoming = round(PITCH * cap * 0.8)
    low = bar - rows.gap // 2 - upcoming
    caption = low - rows.caption
    tall = max(40, caption - rows.gap - middle)
    side = min(round(0.46 * across), tall)
    picture = across - side - rows.gap
    return Places(
        line=QRect(0, 0, width, rows.line),
        name=QRect(left, top, name, rows.name),
        variant=QRect(left, top + rows.name, name, rows.variant),
        badge=QRect(left + name + rows.gap, top, badge, rows.name + rows.variant),
        picture=QRect(left, middle, picture, tall),
        ring=QRect(left + picture + rows.gap, middle + (tall - side) // 2, side, side),
        caption=QRect(left, caption, across, rows.caption),
        upcoming=QRect(left, low, across, upcoming),
        bar=QRect(left, bar, across, rows.bar),
        cap=cap,
        upright=False,
    )
