"""The look of the application: which theme is shown, and when it changes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from hipcoach.ui.measures import Measures
from hipcoach.ui.qss import style_sheet
from hipcoach.ui.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

_SMALLEST = 15
"""Pixels of running text at the size *normal*: what is read easily at arm's length."""


class Theme(QObject):
    """Colours, palette and style sheet of the application.

    Follows the system where the choice is `system`: its dark or light scheme, its wish for
    high contrast, its wish for less motion.
    """

    changed = Signal(object)
    """A `Tokens`: the colours have changed."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._hints = application.styleHints()
        self._system_font = QFont(application.font())
        self._choice = "system"
        self._motion = "system"
        self._text_percent = 100
        self._sheet = ""
        self.tokens = LIGHT
        application.setStyle("Fusion")
        self._hints.colorSchemeChanged.connect(self._refresh)
        # What the system wishes for is told from Qt 6.10 on.
        self._wishes: Any = getattr(self._hints, "accessibility", lambda: None)()
        changed = getattr(self._wishes, "contrastPreferenceChanged", None)
        if changed is not None:
            changed.connect(self._refresh)

    def choose(self, theme: str, *, text_percent: int = 100, motion: str = "system") -> None:
        """Show a theme: `system`, `light`, `dark` or `high-contrast`.

        `text_percent` is the size of text; `motion` is `system`, `on` (reduced) or `off`.
        """
        self._choice, self._motion, self._text_percent = theme, motion, text_percent
        scheme = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "high-contrast": Qt.ColorScheme.Dark,
        }
        self._hints.setColorScheme(scheme.get(theme, Qt.ColorScheme.Unknown))
        self._refresh()

    @property
    def measures(self) -> Measures:
        """Lengths for the size of text chosen."""
        system = QFontInfo(self._system_font).pixelSize()
        return Measures(round(max(_SMALLEST, system) * self._text_percent / 100))

    @property
    def reduced_motion(self) -> bool:
        """Whether pictures stand still."""
        if self._motion != "system":
            return self._motion == "on"
        wish = getattr(self._wishes, "motionPreference", lambda: None)()
        return getattr(wish, "name", "") == "ReducedMotion"

    def _tokens_now(self) -> Tokens:
        chosen = {"light": LIGHT, "dark": DARK, "high-contrast": HIGH_CONTRAST}.get(self._choice)
        if chosen is not None:
            return chosen
        wish = getattr(self._wishes, "contrastPreference", lambda: None)()
        if getattr(wish, "name", "") == "HighContrast":
            return HIGH_CONTRAST
        return DARK if self._hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _refresh(self) -> None:
        """Put the colours where they are seen; costs nothing where nothing has changed."""
        self.tokens = self._tokens_now()
        sheet = style_sheet(self.tokens, self.measures)
        if sheet == self._sheet:
            return
        self._sheet = sheet
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(sheet)
        self.changed.emit(self.tokens)


def palette(tokens: Tokens) -> QPalette:
    """The same colours for what the style sheet does not reach, and for painted widgets.

    `Accent` is the accent, `Mid` the edge of controls, `Midlight` the line around cards,
    `AlternateBase` the ground of pictures.
    """
    made = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, tokens.window),
        (QPalette.ColorRole.WindowText, tokens.ink),
        (QPalette.ColorRole.Base, tokens.surface),
        (QPalette.ColorRole.AlternateBase, tokens.sunken),
        (QPalette.ColorRole.Text, tokens.ink),
        (QPalette.ColorRole.PlaceholderText, tokens.ink_soft),
        (QPalette.ColorRole.Button, tokens.surface),
        (QPalette.ColorRole.ButtonText, tokens.ink),
        (QPalette.ColorRole.BrightText, tokens.on_accent),
        (QPalette.ColorRole.Highlight, tokens.accent),
        (QPalette.ColorRole.HighlightedText, tokens.on_accent),
        (QPalette.ColorRole.Accent, tokens.accent),
        (QPalette.ColorRole.Link, tokens.accent),
        (QPalette.ColorRole.LinkVisited, tokens.accent),
        (QPalette.ColorRole.Mid, tokens.edge),
        (QPalette.ColorRole.Midlight, tokens.line),
        (QPalette.ColorRole.Light, tokens.surface),
        (QPalette.ColorRole.Dark, tokens.ink_soft),
        (QPalette.ColorRole.Shadow, tokens.ink),
        (QPalette.ColorRole.ToolTipBase, tokens.surface),
        (QPalette.ColorRole.ToolTipText, tokens.ink),
    ):
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text,
                 QPalette.ColorRole.ButtonText):  # fmt: skip
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink_soft))
    return made
