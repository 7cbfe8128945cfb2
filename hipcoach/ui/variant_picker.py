"""Which side and which rung of the ladder a picture shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QSlider, QWidget

from hipcoach.app.phrases.session import side_words
from hipcoach.app.words import _
from hipcoach.core.side import Side
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, column, label, row


class VariantPicker(QWidget):
    """Two buttons for the side, and a slider from the gentlest variant to the hardest."""

    changed = Signal()
    """Another side or another rung."""

    def __init__(self) -> None:
        super().__init__()
        self._rungs: Sequence[tuple[str, str]] = ()
        self._sides = QButtonGroup(self)
        self._side_row = QWidget()
        self._buttons = {side: self._side_button(side) for side in Side}
        sides = row(*self._buttons.values(), gap=1)
        sides.addStretch(1)
        self._side_row.setLayout(sides)
        # The slider can do with less; a word can't, in any language.
        self._side_row.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._buttons[Side.RIGHT].setChecked(True)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(_("Variant, from gentle to hard"))
        self._slider.setPageStep(1)
        self._slider.setMinimum(1)
        self._slider.valueChanged.connect(self._choose)
        self._gentle = label(_("Gentle"), "small", wrap=False)
        self._hard = label(_("Hard"), "small", wrap=False)
        self._ladder = QWidget()
        self._ladder.setLayout(row(self._gentle, self._slider, self._hard, gap=2))
        self._name = label("", "strong")
        self._note = label("", "soft")
        self.setLayout(
            column(
                column(self._name, self._note, gap=0),
                FoldingRow(self._side_row, self._ladder, gap=5, widest=self._ladder),
            )
        )

    def offer(self, rungs: Sequence[tuple[str, str]], start: int, *, sided: bool) -> None:
        """Offer these rungs as (name, note), the gentlest first, and both sides where it has."""
        self._rungs = rungs
        self._slider.blockSignals(True)
        self._slider.setMaximum(max(1, len(rungs)))
        self._slider.setValue(start)
        self._slider.blockSignals(False)
        self._ladder.setVisible(len(rungs) > 1)
        self._side_row.setVisible(sided)
        self._write()

    @property
    def rung(self) -> int:
        """The number of the rung, from 1."""
        return self._slider.value()

    @property
    def side(self) -> Side:
        """The side that works."""
        return Side.LEFT if self._buttons[Side.LEFT].isChecked() else Side.RIGHT

    def _side_button(self, side: Side) -> Button:
        button = Button(side_words(side), "segment")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAccessibleName(_("{side} side").format(side=side_words(side)))
        button.clicked.connect(self.changed)
        self._sides.addButton(button)
        return button

    def _choose(self) -> None:
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        name, note = self._rungs[self.rung - 1] if self._rungs else ("", "")
        self._name.setText(name)
        self._note.setText(note)
        self._slider.setAccessibleDescription(name)
