"""The colours of the drawn pictures, for each light in which they are seen."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor

from hipcoach.core.value import value
from hipcoach.ui.figure.palette import RoomTheme


@value
class Inks:
    """The colours of one light."""

    wall: QColor
    glow: QColor
    bone: QColor
    bone_far: QColor
    """Of bones that lie behind, and of the hollow of the socket."""
    bone_edge: QColor
    disc: QColor
    tendon: QColor
    psoas: QColor
    iliacus: QColor
    rectus: QColor
    fibre: QColor
    """Fine lines along the muscles."""
    text: QColor
    soft: QColor
    accent: QColor
    on_accent: QColor
    quiet: QColor
    """Of what is not filled yet."""


def _inks(*colours: str) -> Inks:
    return Inks(*(QColor(colour) for colour in colours))


INKS: Final = {
    RoomTheme.LIGHT: _inks(
        *("#efede6", "#dde7e0", "#f3e7cd", "#dfcfad", "#8f7a52", "#a9c3c6", "#efe4d2"),
        *("#c65a47", "#e59a62", "#8d5a93", "#fff3e6"),
        *("#1d2b2f", "#56646a", "#0f6f66", "#ffffff", "#cfd6cf"),
    ),
    RoomTheme.DARK: _inks(
        *("#141c1f", "#1e2a2e", "#d8cbb0", "#a89a7d", "#4a4130", "#6f9096", "#e2d7c4"),
        *("#c8604e", "#dc9560", "#a575ac", "#ffe9d6"),
        *("#e8eeee", "#a5b4b7", "#63cdbd", "#05231f", "#37454b"),
    ),
    RoomTheme.HIGH_CONTRAST: _inks(
        *("#000000", "#000000", "#c8c8c8", "#5a5a5a", "#000000", "#ffffff", "#ffffff"),
        *("#ff5a36", "#ffb000", "#c77dff", "#000000"),
        *("#ffffff", "#ffffff", "#ffd800", "#000000", "#4a4a4a"),
    ),
}
