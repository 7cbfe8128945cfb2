"""The controls of one step: its dose, variant, sides and rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QWidget

from hipcoach.app.editor_view import StepView
from hipcoach.app.words import _
from hipcoach.core.bounds import REST_S, Bound
from hipcoach.core.edits import Edit, SetDose, SetRest, SetRung, SetSides
from hipcoach.core.routine import Sides
from hipcoach.ui.option_editors import ChoiceBox
from hipcoach.ui.pieces import GAPS, Button, column, grown, label, row

Told = Callable[[Edit], None]
LEAST_WIDTH: Final = 136
"""Pixels of width that a control needs."""


class PageUndo(QObject):
    """Leaves undo and redo to the page: a field would only know its own letters."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the field from claiming these keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in keys):
                event.ignore()
                return True
        return False


class Number(QDoubleSpinBox):
    """A number within its bounds; the wheel scrolls the page unless the box has the keyboard."""

    def __init__(self, name: str, bound: Bound) -> None:
        super().__init__()
        self._undo = PageUndo(self)
        self.lineEdit().installEventFilter(self._undo)
        self.installEventFilter(self._undo)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setDecimals(0 if bound.whole or bound.step == int(bound.step) else 1)
        self.setRange(bound.least, bound.most)
        self.setSingleStep(bound.step)
        self.setAccessibleName(name if bound.whole else _("{field}, seconds").format(field=name))
        if not bound.whole:
            self.setSuffix(_(" s"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(40)

    def textFromValue(self, value: float) -> str:
        """The number, with a decimal only where it has one."""
        whole = value == int(value)
        return self.locale().toString(value, "f", 0 if whole else 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the number only where it is being set."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberBox(QWidget):
    """A number with a button for less and one for more."""

    def __init__(self, name: str, bound: Bound, changed: Callable[[float], None]) -> None:
        super().__init__()
        self.number = Number(name, bound)
        self.number.valueChanged.connect(changed)
        less = _turn("minus", _("{field}: less").format(field=name), self.number.stepDown)
        more = _turn("plus", _("{field}: more").format(field=name), self.number.stepUp)
        line = row(less, self.number, more, gap=0)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFocusProxy(self.number)

    def show_value(self, value: float) -> None:
        """Show a value; nothing is told."""
        number = self.number
        if value != number.value():
            number.blockSignals(True)
            number.setDecimals(max(number.decimals(), int(value != int(value))))
            number.setValue(value)
            number.blockSignals(False)


class StepControls(QWidget):
    """Everything that can be set of one step, side by side where there is room."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAPS.space(4))
        self._grid.setVerticalSpacing(GAPS.space(2))
        # Where they take turns is decided by the width that there is.
        self.setMinimumWidth(1)
        self._fields: list[QWidget] = []
        self._columns = 0
        self._told = told
        self._index = 0
        self._made_for: object = None
        self._numbers: dict[str, NumberBox] = {}
        self._rest: NumberBox | None = None
        self._rung: ChoiceBox | None = None
        self._sides: ChoiceBox | None = None

    def show_step(self, index: int, step: StepView) -> None:
        """Show this step, which is at that place."""
        self._index = index
        shape = (step.exercise, tuple(field.code for field in step.dose))
        if shape != self._made_for:
            self._build(step)
            self._made_for = shape
        for field in step.dose:
            self._numbers[field.code].show_value(field.value)
        if self._rest is not None:
            self._rest.show_value(step.rest_s)
        if self._rung is not None:
            self._rung.setCurrentIndex(step.rung)
        if self._sides is not None:
            self._sides.setCurrentIndex(self._sides.findData(step.side))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many into a row as there is room for now."""
        super().resizeEvent(event)
        self._arrange()

    def focus_first(self) -> None:
        """Give the keyboard to the first control."""
        next(iter(self._numbers.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, step: StepView) -> None:
        fields: list[QWidget] = []
        self._numbers = {}
        for field in step.dose:
            told = self._tell_dose(field.code)
            self._numbers[field.code] = box = NumberBox(field.words, field.bound, told)
            fields.append(_field(field.words, box))
        self._rung = self._sides = None
        if step.rungs:
            self._rung = _choices(_("Variant"), [(words, None) for words in step.rungs])
            self._rung.activated.connect(self._tell_rung)
            fields.append(_field(_("Variant"), self._rung))
        if step.sides:
            self._sides = _choices(_("Sides"), [(words, side) for side, words in step.sides])
            self._sides.activated.connect(self._tell_sides)
            fields.append(_field(_("Sides"), self._sides))
        self._rest = NumberBox(_("Rest after it"), REST_S, self._tell_rest)
        fields.append(_field(_("Rest after it"), self._rest))
        for old in self._fields:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._fields, self._columns = fields, 0
        self._arrange()

    def _arrange(self) -> None:
        gap = self._grid.horizontalSpacing()
        columns = max(1, (self.width() + gap) // (grown(self, LEAST_WIDTH) + gap))
        if columns == self._columns:
            return
        for column_ in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column_, int(column_ < columns))
        self._columns = columns
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, place // columns, place % columns)

    def _tell_dose(self, what: str) -> Callable[[float], None]:
        return lambda value: self._told(SetDose(self._index, what, value))

    def _tell_rest(self, seconds: float) -> None:
        self._told(SetRest(self._index, seconds))

    def _tell_rung(self, place: int) -> None:
        self._told(SetRung(self._index, place or None))

    def _tell_sides(self, place: int) -> None:
        assert self._sides is not None
        self._told(SetSides(self._index, Sides(self._sides.itemData(place))))


def _turn(icon_name: str, name: str, does: Callable[[], None]) -> Button:
    """A button that goes on while it is held; the keyboard has the arrow keys for it."""
    made = Button("", "turn", icon_name, name=name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setAutoRepeat(True)
    made.clicked.connect(does)
    return made


def _field(words: str, control: QWidget) -> QWidget:
    made = QWidget()
    name = label(words, "small", wrap=False)
    name.setBuddy(control)
    made.setLayout(column(name, control, gap=1))
    return made


def _choices(name: str, choices: list[tuple[str, Sides | None]]) -> ChoiceBox:
    box = ChoiceBox()
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    box.setMinimumContentsLength(6)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for words, data in choices:
        box.addItem(words, data)
    return box
