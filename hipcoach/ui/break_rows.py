"""The controls of the Breaks page, one row for each choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.option_editors import ChoiceBox, ScrolledSlider, Switch
from hipcoach.ui.option_row import OptionRow
from hipcoach.ui.pieces import Button, column, label, row


class AmountSlider(QWidget):
    """One of some amounts, on a slider with its words beside it."""

    def __init__(
        self,
        name: str,
        amounts: Sequence[float],
        words: Callable[[float], str],
        chosen: Callable[[float], None],
    ) -> None:
        """`amounts` go up; `chosen` is told what the person lets go of the slider at."""
        super().__init__()
        self._amounts = tuple(amounts)
        self._said = words
        self._chosen = chosen
        self._slider = ScrolledSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(name)
        self._slider.setRange(0, len(self._amounts) - 1)
        self._slider.setPageStep(max(1, len(self._amounts) // 6))
        # Told when the hand rests; the words beside it follow at once.
        self._slider.setTracking(False)
        self._words = label("", wrap=False)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._slider.sliderMoved.connect(lambda place: self._write(self._amounts[place]))
        self._slider.valueChanged.connect(self._choose)
        self.setLayout(row(self._slider, self._words, gap=3))
        self.setFocusProxy(self._slider)

    def show_amount(self, amount: float) -> None:
        """Show it at the nearest place, and exactly in words; nothing is told."""
        nearest = min(range(len(self._amounts)), key=lambda one: abs(self._amounts[one] - amount))
        self._slider.blockSignals(True)
        self._slider.setValue(nearest)
        self._slider.blockSignals(False)
        self._write(amount)

    def _choose(self, place: int) -> None:
        self._write(self._amounts[place])
        self._chosen(self._amounts[place])

    def _write(self, amount: float) -> None:
        words = self._said(amount)
        # As wide as the longest of any, so that sliders below each other are alike.
        self._words.setMinimumWidth(self._words.fontMetrics().horizontalAdvance("8 h 88 min"))
        self._words.setText(words)
        self._slider.setAccessibleDescription(words)


class FewChoices(QWidget):
    """A few choices side by side."""

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], chosen: Callable[[str], None]
    ) -> None:
        """`choices` are (code, words)."""
        super().__init__()
        group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        for code, words in choices:
            button = Button(words, "segment", name=f"{name}: {words}")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, code=code: chosen(code))
            group.addButton(button)
            self._buttons[code] = button
        line = FoldingRow(*self._buttons.values(), gap=1, at_end=True)
        self.setLayout(row(line, gap=0))
        self.setFocusProxy(self._buttons[choices[0][0]])

    def show_choice(self, code: str) -> None:
        """Mark the choice."""
        self._buttons[code].setChecked(True)


class ListChoice(ChoiceBox):
    """Choices in a list that opens."""

    def __init__(self, name: str, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.activated.connect(lambda: chosen(self.currentData()))

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these as (code, words)."""
        held = self.currentData()
        self.clear()
        for code, words in choices:
            self.addItem(words, code)
        self.show_choice(held or "")

    def show_choice(self, code: str) -> None:
        """Mark the choice; one that is not there any more is shown as it is."""
        place = self.findData(code)
        if place < 0 and code:
            self.addItem(code, code)
            place = self.count() - 1
        self.setCurrentIndex(max(place, 0))


def switch(name: str, turned: Callable[[bool], None]) -> Switch:
    """A switch that tells when it was turned by the person."""
    made = Switch(name)
    made.clicked.connect(lambda: turned(made.isChecked()))
    return made


def choice_row(name: str, hint: str, control: QWidget) -> OptionRow:
    """Name and meaning of a choice, with its control."""
    words = column(label(name), gap=0)
    if hint:
        words.addWidget(label(hint, "small"))
        control.setToolTip(hint)
    return OptionRow(words, control)


def switch_row(name: str, hint: QWidget | str, control: Switch) -> QWidget:
    """The same with a switch at the end of the line."""
    words = column(label(name), gap=0)
    if hint:
        words.addWidget(hint if isinstance(hint, QWidget) else label(hint, "small"))
    line = row(words, control)
    line.setStretch(0, 1)
    line.setAlignment(control, Qt.AlignmentFlag.AlignVCenter)
    made = QWidget()
    made.setLayout(line)
    return made
