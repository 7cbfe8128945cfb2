"""Answers as big buttons in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.ui.pieces import GAPS, Button, column, label, row


class AnswerRow(QWidget):
    """One button for each answer; those who can reach the mouse may click."""

    chosen = Signal(int)
    """The number of the answer."""

    def __init__(self, answers: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self._buttons: dict[int, Button] = {}
        line = row(gap=1)
        line.addStretch(1)
        for number, words in answers:
            button = Button(words, "answer")
            button.setCheckable(True)
            # By Tab only: after a click keys still belong to the page.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, number=number: self.chosen.emit(number))
            self._buttons[number] = button
            line.addWidget(button)
        line.addStretch(1)
        self._least, self._most = label("", "small", wrap=False), label("", "small", wrap=False)
        self._ends = row(self._least)
        self._ends.addStretch(1)
        self._ends.addWidget(self._most)
        self.setLayout(column(line, self._ends, gap=2))

    def set_ends(self, least: str, most: str) -> None:
        """Say what the first and the last answer mean."""
        for end, words in ((self._least, least), (self._most, most)):
            end.setText(words)
            end.setVisible(bool(words))
        first, *_between, last = self._buttons.values()
        first.setAccessibleDescription(least)
        last.setAccessibleDescription(most)

    def mark(self, number: int | None) -> None:
        """Show which answer is chosen, if any."""
        for other, button in self._buttons.items():
            button.setChecked(other == number)

    def fit(self, width: int, digit: int) -> None:
        """Fill so many pixels at most, with digits of so many pixels at most."""
        count = len(self._buttons)
        room = (width - 2 * GAPS.space(6) - (count - 1) * GAPS.space(1)) // count
        few = count <= 3  # noqa: PLR2004 - words, not digits
        edge = min(room, round(digit * (4.5 if few else 2.6)))
        height = min(edge, round(digit * 2.6))
        letters = min(round(digit * 1.35), round(height * 0.5), edge // 2)
        self.setStyleSheet(f'QPushButton[role="answer"] {{ font-size: {max(12, letters)}px; }}')
        for button in self._buttons.values():
            button.setFixedSize(edge, max(44, height))
        side = max(0, (width - 2 * GAPS.space(6) - count * (edge + GAPS.space(1))) // 2)
        self._ends.setContentsMargins(side, 0, side, 0)
