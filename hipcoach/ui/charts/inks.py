"""What charts are painted with: colours, strokes, a font; on paper shapes alone tell apart."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QPen

from hipcoach.core.value import value

_BANDS: Final = (0.0, 0.07, 0.15, 0.25)
"""How much of the accent is in the ground behind each level of the plan."""
_PAPER_BANDS: Final = (0.0, 0.05, 0.11, 0.19)


@value
class Inks:
    """Colours and measures of a chart; lengths are in the units of the painter."""

    ground: QColor
    ink: QColor
    soft: QColor
    """Of words beside the axes."""
    line: QColor
    """Of the grid."""
    accent: QColor
    on_accent: QColor
    alarm: QColor
    """Of what the plan stopped for."""
    focus: QColor
    font: QFont
    unit: float
    """Height of a line of text, to which everything is measured."""
    shares: tuple[float, ...]

    def band(self, level: int) -> QColor:
        """The ground behind a level of the plan."""
        return mixed(self.ground, self.accent, self.shares[min(max(level, 0), 3)])

    @property
    def faint(self) -> QColor:
        """The accent, as it stands back behind its own line."""
        return mixed(self.ground, self.accent, 0.62)

    def width(self, words: str) -> float:
        """How wide words are."""
        return QFontMetricsF(self.font).horizontalAdvance(words)

    def stroke(self, colour: QColor, share: float = 0.1, *, dashed: bool = False) -> QPen:
        """A pen as thick as a share of the unit, with round ends."""
        made = QPen(colour, self.unit * share)
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed:
            made.setCapStyle(Qt.PenCapStyle.FlatCap)
            made.setDashPattern([3.0, 2.2])
        return made

    def hair(self, colour: QColor | None = None) -> QPen:
        """The thinnest line that is seen well."""
        return QPen(colour or self.line, max(0.5, self.unit / 18))


def screen_inks(palette: QPalette, font: QFont) -> Inks:
    """Those of a theme."""
    role = QPalette.ColorRole
    # Not `Base`: the style sheet makes that see-through where a label is.
    ground, ink, line = (palette.color(one) for one in (role.Light, role.WindowText, role.Midlight))
    return Inks(
        ground=ground,
        ink=ink,
        soft=palette.color(role.Dark),
        # In high contrast lines are as strong as words, and a grid of them would drown the rest.
        line=mixed(ground, ink, 0.36) if line == ink else line,
        accent=palette.color(role.Accent),
        on_accent=palette.color(role.BrightText),
        alarm=palette.color(role.WindowText),
        focus=palette.color(role.WindowText),
        font=font,
        unit=QFontMetricsF(font).height(),
        shares=_BANDS,
    )


def paper_inks(font: QFont) -> Inks:
    """Those of a sheet of paper: black on white, and greys that a printer can keep apart."""
    black, white = QColor("#000000"), QColor("#ffffff")
    return Inks(
        ground=white,
        ink=black,
        soft=QColor("#444444"),
        line=QColor("#c8c8c8"),
        accent=QColor("#1a1a1a"),
        on_accent=white,
        alarm=black,
        focus=black,
        font=font,
        unit=QFontMetricsF(font).height(),
        shares=_PAPER_BANDS,
    )


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """The ground with a share of the colour in it."""
    pairs = (
        (ground.red(), colour.red()),
        (ground.green(), colour.green()),
        (ground.blue(), colour.blue()),
    )
    return QColor(*(round(low + (high - low) * share) for low, high in pairs))
