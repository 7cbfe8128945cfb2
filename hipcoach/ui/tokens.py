"""The colours of the window: one value for each theme, nothing else decides a colour."""

from __future__ import annotations

from typing import Final

from hipcoach.core.value import value


@value
class Tokens:
    """The colours of a theme, as `#rrggbb`.

    `…_soft` is a quiet ground, and `on_…` is what is written on the ground of that name.
    """

    name: str
    dark: bool
    window: str
    """Behind everything."""
    surface: str
    """Of cards and fields."""
    sunken: str
    """Of what lies a step below a card: a picture, a track."""
    line: str
    """Around cards: seen, not read."""
    edge: str
    """Around what can be operated."""
    ink: str
    ink_soft: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    danger: str
    on_danger: str
    danger_soft: str
    on_danger_soft: str
    notice_soft: str
    on_notice_soft: str
    focus: str
    """The ring around what has the keyboard."""
    left: str
    on_left: str
    right: str
    on_right: str


LIGHT: Final = Tokens(
    name="light",
    dark=False,
    window="#f6f4ef",
    surface="#ffffff",
    sunken="#efede6",
    line="#e4e0d6",
    edge="#8b8779",
    ink="#1d2b2f",
    ink_soft="#56646a",
    accent="#0f6f66",
    accent_hover="#0b5e57",
    accent_pressed="#084c46",
    on_accent="#ffffff",
    accent_soft="#dcefe9",
    on_accent_soft="#0a534c",
    danger="#b3261e",
    on_danger="#ffffff",
    danger_soft="#fbe6e2",
    on_danger_soft="#7e1a14",
    notice_soft="#fbefd2",
    on_notice_soft="#5f4300",
    focus="#1d2b2f",
    left="#1f5fae",
    on_left="#ffffff",
    right="#a8480f",
    on_right="#ffffff",
)

DARK: Final = Tokens(
    name="dark",
    dark=True,
    window="#11181a",
    surface="#1a2326",
    sunken="#141c1f",
    line="#2a363a",
    edge="#6f8087",
    ink="#e8eeee",
    ink_soft="#a5b4b7",
    accent="#63cdbd",
    accent_hover="#7edccd",
    accent_pressed="#4db5a6",
    on_accent="#05231f",
    accent_soft="#173a37",
    on_accent_soft="#a6e6dc",
    danger="#ff8f85",
    on_danger="#3a0804",
    danger_soft="#43201d",
    on_danger_soft="#ffc9c3",
    notice_soft="#3a3017",
    on_notice_soft="#f5dfa4",
    focus="#ffffff",
    left="#7db4ff",
    on_left="#06203f",
    right="#ffb27a",
    on_right="#3d1a00",
)

HIGH_CONTRAST: Final = Tokens(
    name="high-contrast",
    dark=True,
    window="#000000",
    surface="#000000",
    sunken="#000000",
    line="#ffffff",
    edge="#ffffff",
    ink="#ffffff",
    ink_soft="#ffffff",
    accent="#ffd800",
    accent_hover="#ffe766",
    accent_pressed="#e6c200",
    on_accent="#000000",
    accent_soft="#332b00",
    on_accent_soft="#ffe766",
    danger="#ff9d94",
    on_danger="#000000",
    danger_soft="#000000",
    on_danger_soft="#ffb8b1",
    notice_soft="#000000",
    on_notice_soft="#ffe766",
    focus="#00e5ff",
    left="#6cc4ff",
    on_left="#000000",
    right="#ffb000",
    on_right="#000000",
)

THEMES: Final = (LIGHT, DARK, HIGH_CONTRAST)


_KNEE: Final = 0.04045
"""Where the curve of sRGB turns from a line into a power (WCAG 2.2, relative luminance)."""


def contrast(one: str, other: str) -> float:
    """How far two colours are apart in brightness, 1 to 21 (WCAG 2.2, contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= _KNEE else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
