"""Small answers side by side: one Tab stop, the arrows go on from there."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.ui.pieces import GAPS, Button, column, label, row

_LEAST = 40
"""Pixels of width that a finger needs."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ChoiceRow(QWidget):
    """Answers of which one may be chosen, or several; what is pressed again is taken back."""

    changed = Signal()
    """The person has chosen something, or taken it back."""

    def __init__(
        self,
        choices: Sequence[tuple[Hashable, str]],
        question: str,
        *,
        several: bool = False,
        names: Sequence[str] = (),
    ) -> None:
        """`choices` are (value, words); `question` is what a screen reader says with each.

        `names` are what it says in place of words that are short.
        """
        super().__init__()
        self._several = several
        self._buttons: dict[Hashable, Button] = {}
        line = row(gap=1)
        for number, (value, words) in enumerate(choices):
            button = Button(words, "option", name=names[number] if names else words)
            button.setAccessibleDescription(question)
            button.setCheckable(True)
            button.setMinimumWidth(1)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(lambda _on=False, value=value: self._press(value))
            button.installEventFilter(self)
            self._buttons[value] = button
            line.addWidget(button, 1)
        self.first = next(iter(self._buttons.values()))
        """Where Tab stops."""
        self.first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.first)
        self._least, self._most = label("", "small", wrap=False), label("", "small", wrap=False)
        self._ends = row(self._least)
        self._ends.addStretch(1)
        self._ends.addWidget(self._most)
        self.set_ends("", "")
        self.setLayout(column(line, self._ends, gap=0))
        # They share the width there is: the air beside their words is the first to go.
        self.setStyleSheet('QPushButton[role="option"] { padding-left: 2px; padding-right: 2px; }')

    @property
    def picked(self) -> tuple[Hashable, ...]:
        """The values that are chosen, in the order in which they stand."""
        return tuple(value for value, button in self._buttons.items() if button.isChecked())

    @property
    def least_width(self) -> int:
        """Pixels of width in which every answer can be read and hit."""
        widths = (button.sizeHint().width() for button in self._buttons.values())
        gaps = GAPS.space(1) * (len(self._buttons) - 1)
        return len(self._buttons) * max(_LEAST, *widths) + gaps

    def set_ends(self, least: str, most: str) -> None:
        """Say what the first and the last answer mean."""
        for end, words in ((self._least, least), (self._most, most)):
            end.setText(words)
            end.setVisible(bool(words))

    def pick(self, *values: Hashable) -> None:
        """Show these as chosen; nothing is told."""
        self._show(values)

    def stop_at(self, value: Hashable) -> None:
        """Let Tab stop at that answer from now on."""
        self.first.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.first = self._buttons[value]
        self.first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.first)

    def choose(self, value: Hashable) -> None:
        """Choose this as if it was pressed, also where it is chosen already."""
        if value in self._buttons:
            self._show((value,))
            self.changed.emit()

    def press(self, value: Hashable) -> None:
        """Choose this, or take it back, as a click on it does."""
        self._buttons[value].click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go from one answer to the next."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()), 0)
            buttons = list(self._buttons.values())
            if step and watched in buttons:
                place = buttons.index(watched) + step
                buttons[min(max(place, 0), len(buttons) - 1)].setFocus()
                return True
        return super().eventFilter(watched, event)

    def _press(self, value: Hashable) -> None:
        if not self._several and self._buttons[value].isChecked():
            self._show((value,))
        self.changed.emit()

    def _show(self, values: Collection[Hashable]) -> None:
        for value, button in self._buttons.items():
            button.setChecked(value in values)
