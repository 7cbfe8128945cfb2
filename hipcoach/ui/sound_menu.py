"""How one routine sounds, as a button that opens a menu."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from hipcoach.app.phrases.settings import sound_choice_words, sound_words
from hipcoach.app.words import _
from hipcoach.core.settings import SOUND_MODE, option
from hipcoach.ui.pieces import Button


class SoundMenu(Button):
    """Shows how the routine sounds, and offers the other ways."""

    modeChosen = Signal(str)
    """A sound mode; empty: as in the settings."""

    def __init__(self, routine: str, parent: QWidget | None = None) -> None:
        """`routine` is its name, for those who don't see where the button stands."""
        super().__init__("", "subtle", "sound")
        self.setParent(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._routine = routine
        menu = QMenu(self)
        ways = QActionGroup(menu)
        self._actions = {}
        for mode in ("", *option(SOUND_MODE).choices):
            action = menu.addAction(sound_choice_words(mode))
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, mode=mode: self._choose(mode))
            ways.addAction(action)
            self._actions[mode] = action
        self.setMenu(menu)
        self.show_mode("")

    def show_mode(self, mode: str) -> None:
        """Show this mode as the one that holds; nothing is told."""
        self._actions[mode].setChecked(True)
        self.setText(f"{sound_words(mode)} ▾")
        name = _("{routine}. {sound}")
        self.setAccessibleName(name.format(routine=self._routine, sound=sound_words(mode)))

    def _choose(self, mode: str) -> None:
        self.show_mode(mode)
        self.modeChosen.emit(mode)
