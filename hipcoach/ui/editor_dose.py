"""The controls of one step: its dose, variant, sides and rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from hipcoach.app.editor_view import StepView
from hipcoach.app.words import _
from hipcoach.core.bounds import REST_S, Bound
from hipcoach.core.edits import Edit, SetDose, SetRest, SetRung, SetSides
from hipcoach.core.routine import Sides
from hipcoach.ui.option_editors import ChoiceBox
from hipcoach.ui.pieces import CardGrid, column, label

Told = Callable[[Edit], None]


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


class NumberBox(QDoubleSpinBox):
    """A number within its bounds; the wheel scrolls the page unless the box has the keyboard."""

    def __init__(self, name: str, bound: Bound, changed: Callable[[float], None]) -> None:
        super().__init__()
        self._undo = PageUndo(self)
        self.lineEdit().installEventFilter(self._undo)
        self.installEventFilter(self._undo)
        self.setDecimals(0 if bound.whole or bound.step == int(bound.step) else 1)
        self.setRange(bound.least, bound.most)
        self.setSingleStep(bound.step)
        self.setAccessibleName(name if bound.whole else _("{field}, seconds").format(field=name))
        if not bound.whole:
            self.setSuffix(_(" s"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(changed)

    def show_value(self, value: float) -> None:
        """Show a value; nothing is told."""
        if value != self.value():
            self.blockSignals(True)
            self.setDecimals(max(self.decimals(), int(value != int(value))))
            self.setValue(value)
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the number only where it is being set."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class StepControls(CardGrid):
    """Everything that can be set of one step, side by side where there is room."""

    def __init__(self, told: Told) -> None:
        super().__init__(148)
        self._told = told
        self._index = 0
        self._made_for: object = None
        self._numbers: dict[str, NumberBox] = {}
        self._rest = NumberBox(_("Rest after it"), REST_S, self._tell_rest)
        self._rung = ChoiceBox()
        self._sides = ChoiceBox()

    def show_step(self, index: int, step: StepView) -> None:
        """Show this step, which is at that place."""
        self._index = index
        shape = (step.exercise, tuple(field.code for field in step.dose))
        if shape != self._made_for:
            self._build(step)
            self._made_for = shape
        for field in step.dose:
            self._numbers[field.code].show_value(field.value)
        self._rest.show_value(step.rest_s)
        self._rung.setCurrentIndex(step.rung)
        self._sides.setCurrentIndex(self._sides.findData(step.side))

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
        self._rung = _choices(_("Variant"), [(words, None) for words in step.rungs])
        self._rung.activated.connect(self._tell_rung)
        fields.append(_field(_("Variant"), self._rung))
        self._sides = _choices(_("Sides"), [(words, side) for side, words in step.sides])
        self._sides.activated.connect(self._tell_sides)
        if step.sides:
            fields.append(_field(_("Sides"), self._sides))
        self._rest = NumberBox(_("Rest after it"), REST_S, self._tell_rest)
        fields.append(_field(_("Rest after it"), self._rest))
        self.set_cards(fields)

    def _tell_dose(self, what: str) -> Callable[[float], None]:
        return lambda value: self._told(SetDose(self._index, what, value))

    def _tell_rest(self, seconds: float) -> None:
        self._told(SetRest(self._index, seconds))

    def _tell_rung(self, place: int) -> None:
        self._told(SetRung(self._index, place or None))

    def _tell_sides(self, _place: int) -> None:
        self._told(SetSides(self._index, Sides(self._sides.currentData())))


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
