"""Colours: themes of the room, and the looks a person can choose to see themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QColor

from hipcoach.core.value import value


class RoomTheme(StrEnum):
    """The light in which the picture is seen."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class HairStyle(StrEnum):
    """The shapes that hair can have."""

    CROP = "crop"
    BUN = "bun"
    BOB = "bob"
    CURLS = "curls"
    NONE = "none"


SKINS = {
    "porcelain": "#f6d3bd",
    "sand": "#eab892",
    "honey": "#d1976a",
    "bronze": "#a86d45",
    "umber": "#7c4a2e",
    "cocoa": "#54321f",
}
"""Skin tones, from light to dark."""

HAIRS = {
    "black": "#262129",
    "brown": "#533829",
    "chestnut": "#84492c",
    "blond": "#d5a75a",
    "copper": "#b5572c",
    "silver": "#b9bac2",
}
"""Colours of hair."""

CLOTHES = {
    "lagoon": ("#3fa39b", "#2f3e5c"),
    "plum": ("#9a6ab0", "#34304f"),
    "sun": ("#f0b54c", "#3d5168"),
    "rose": ("#d9798a", "#45385a"),
    "moss": ("#7f9f62", "#3b4540"),
    "sky": ("#6da3d8", "#2b3a4e"),
}
"""Pairs of top and trousers."""


@value
class Look:
    """How the figure looks: the theme and the person."""

    theme: RoomTheme = RoomTheme.LIGHT
    skin: str = "honey"
    hair: str = "brown"
    hair_style: HairStyle = HairStyle.BUN
    clothes: str = "lagoon"
    socks: bool = False


@value
class Cloth:
    """One colour of a shape and the darker one of its shaded band."""

    base: QColor
    shade: QColor


@value
class Person:
    """The colours of one side of the body: the far side is a step darker and calmer."""

    skin: Cloth
    top: Cloth
    trousers: Cloth
    band: Cloth
    foot: Cloth


@value
class Room:
    """The colours around the figure."""

    wall: QColor
    glow: QColor
    floor: QColor
    mat: QColor
    mat_edge: QColor
    shadow: QColor
    wood: Cloth
    cloth: Cloth
    pad: Cloth
    strap: Cloth
    muscle: QColor
    stretch: QColor
    arrow: QColor
    arrow_edge: QColor
    badge: QColor
    badge_ink: QColor
    wrong: QColor
    ring: QColor
    card: QColor
    card_edge: QColor
    ghost: QColor
    skirting: QColor
    outline: QColor | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """Every colour of one look; there is one palette for each, so that pictures can be kept."""

    near: Person
    far: Person
    hair: Cloth
    face: QColor
    blush: QColor
    room: Room
    look: Look = field(default_factory=Look)


def _cloth(colour: str | QColor, step: float = 0.84) -> Cloth:
    base = QColor(colour)
    h, s, v = base.hsvHueF(), base.hsvSaturationF(), base.valueF()
    # The shaded band is a little richer, not only darker, so that it stays warm.
    shade = QColor.fromHsvF(max(h, 0.0), min(1.0, s * 1.08 + 0.02), v * step)
    return Cloth(base, shade)


def _farther(cloth: Cloth, air: QColor) -> Cloth:
    """A step darker and calmer, and a breath of the wall's colour."""

    def step(colour: QColor) -> QColor:
        h, s, v = colour.hsvHueF(), colour.hsvSaturationF(), colour.valueF()
        dark = QColor.fromHsvF(max(h, 0.0), s * 0.90, v * 0.82)
        return mixed(dark, air, 0.02)

    return Cloth(step(cloth.base), step(cloth.shade))


def mixed(a: QColor, b: QColor, share: float) -> QColor:
    """The colour `share` of the way from `a` to `b`."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        a.redF() * keep + b.redF() * share,
        a.greenF() * keep + b.greenF() * share,
        a.blueF() * keep + b.blueF() * share,
        a.alphaF() * keep + b.alphaF() * share,
    )


def clear(colour: QColor | str, alpha: float) -> QColor:
    """The same colour with that opacity, 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result


def _seen(hair: str, theme: RoomTheme) -> QColor:
    """Dark hair is lit a little before a dark wall."""
    colour = QColor(hair)
    if theme is RoomTheme.LIGHT or colour.valueF() > _LIT_HAIR:
        return colour
    return QColor.fromHsvF(colour.hsvHueF(), colour.hsvSaturationF() * 0.9, _LIT_HAIR)


_LIT_HAIR = 0.40
_ROOMS = {
    RoomTheme.LIGHT: Room(
        wall=QColor("#efede6"),
        glow=QColor("#dde7e0"),
        floor=QColor("#e6e0d4"),
        mat=QColor("#b9c9c4"),
        mat_edge=QColor("#97aca6"),
        shadow=QColor("#4a4438"),
        wood=_cloth("#cfae87"),
        cloth=_cloth("#aab2c4"),
        pad=_cloth("#e2c9a0"),
        strap=_cloth("#c2543c"),
        muscle=QColor("#ff7a3d"),
        stretch=QColor("#ffb347"),
        arrow=QColor("#3a2fb0"),
        arrow_edge=QColor("#fffdf8"),
        badge=QColor("#2d3142"),
        badge_ink=QColor("#ffffff"),
        wrong=QColor("#b3261e"),
        ring=QColor("#4f8f88"),
        card=QColor("#fffdf9"),
        card_edge=QColor("#d8d3c6"),
        ghost=QColor("#cdd3cb"),
        skirting=QColor("#f8f5ee"),
    ),
    RoomTheme.DARK: Room(
        wall=QColor("#141c1f"),
        glow=QColor("#1e2a2e"),
        floor=QColor("#0f1619"),
        mat=QColor("#46605f"),
        mat_edge=QColor("#324746"),
        shadow=QColor("#000000"),
        wood=_cloth("#8a6d4f"),
        cloth=_cloth("#606b82"),
        pad=_cloth("#a58c63"),
        strap=_cloth("#e07a5f"),
        muscle=QColor("#ff7a3d"),
        stretch=QColor("#ffb347"),
        arrow=QColor("#a9e8ff"),
        arrow_edge=QColor("#10141b"),
        badge=QColor("#eef1f6"),
        badge_ink=QColor("#1d222b"),
        wrong=QColor("#ff8f85"),
        ring=QColor("#63cdbd"),
        card=QColor("#1a2326"),
        card_edge=QColor("#3a484d"),
        ghost=QColor("#37454b"),
        skirting=QColor("#1c272b"),
    ),
    RoomTheme.HIGH_CONTRAST: Room(
        wall=QColor("#000000"),
        glow=QColor("#000000"),
        floor=QColor("#000000"),
        mat=QColor("#3c3c3c"),
        mat_edge=QColor("#ffffff"),
        shadow=QColor("#000000"),
        wood=_cloth("#8c8c8c"),
        cloth=_cloth("#6f6f6f"),
        pad=_cloth("#b0b0b0"),
        strap=_cloth("#ffffff"),
        muscle=QColor("#ff7a00"),
        stretch=QColor("#ffc83d"),
        arrow=QColor("#00e5ff"),
        arrow_edge=QColor("#000000"),
        badge=QColor("#ffffff"),
        badge_ink=QColor("#000000"),
        wrong=QColor("#ff9d94"),
        ring=QColor("#ffd800"),
        card=QColor("#000000"),
        card_edge=QColor("#ffffff"),
        ghost=QColor("#4a4a4a"),
        skirting=QColor("#2a2a2a"),
        outline=QColor("#ffffff"),
    ),
}


@lru_cache(maxsize=32)
def palette(look: Look) -> Palette:
    """The colours of a look; names that are not known give the first choice."""
    room = _ROOMS[look.theme]
    skin = _cloth(SKINS.get(look.skin, SKINS["honey"]), 0.86)
    top_name, trousers_name = CLOTHES.get(look.clothes, CLOTHES["lagoon"])
    top = _cloth(top_name)
    if look.theme is not RoomTheme.LIGHT:
        trousers_name = mixed(QColor(trousers_name), QColor("#8fa3c8"), 0.30).name()
    trousers = _cloth(trousers_name, 0.80)
    band = _cloth(mixed(trousers.base, QColor("#ffffff"), 0.22), 0.82)
    foot = _cloth("#e9e4da") if look.socks else skin
    near = Person(skin, top, trousers, band, foot)
    far = Person(*(_farther(c, room.wall) for c in (skin, top, trousers, band, foot)))
    hair = _cloth(_seen(HAIRS.get(look.hair, HAIRS["brown"]), look.theme), 0.78)
    ink = mixed(skin.shade, QColor("#2a1410"), 0.72)
    return Palette(near, far, hair, ink, clear("#d8503c", 0.20), room, look)
