"""The controls for one option each, made from what the option declares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from hipcoach.app.phrases.settings import (
    choice_words,
    names_offered,
    option_words,
    value_words,
)
from hipcoach.app.words import _
from hipcoach.core.settings import Kind, Option, Value
from hipcoach.ui.figure.palette import CLOTHES, HAIRS, SKINS
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, label, row

Changed = Callable[[Value], None]

_FEW: Final = 3
"""So many choices are shown side by side, more in a list that opens."""

_SWATCHES: Final = {
    "figure.skin": SKINS,
    "figure.hair": HAIRS,
    "figure.clothes": {name: top for name, (top, _trousers) in CLOTHES.items()},
}


class Editor(QWidget):
    """Shows the value of an option and tells when the person changes it."""

    def __init__(self, option: Option, changed: Changed) -> None:
        super().__init__()
        self.option = option
        self._changed = changed

    def show_value(self, value: Value) -> None:
        """Show this value; nothing is told."""
        raise NotImplementedError


class SwitchEditor(Editor):
    """On or off."""

    def __init__(self, option: Option, changed: Changed) -> None:
        super().__init__(option, changed)
        self._switch = Switch(option_words(option.key))
        self._switch.clicked.connect(lambda: changed(self._switch.isChecked()))
        line = row(self._switch)
        line.insertStretch(0, 1)
        self.setLayout(line)
        self.setFocusProxy(self._switch)

    def show_value(self, value: Value) -> None:
        """Show it on or off."""
        self._switch.setChecked(bool(value))


class NumberEditor(Editor):
    """A slider with its value beside it."""

    def __init__(self, option: Option, changed: Changed) -> None:
        super().__init__(option, changed)
        self._slider = ScrolledSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(option_words(option.key))
        self._slider.setRange(0, round((option.most - option.least) / option.step))
        self._slider.setPageStep(max(1, self._slider.maximum() // 6))
        # Told when the hand rests; the words beside it follow at once.
        self._slider.setTracking(False)
        self._words = label("", wrap=False)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._slider.sliderMoved.connect(lambda place: self._write(self._value(place)))
        self._slider.valueChanged.connect(self._tell)
        self.setLayout(row(self._slider, self._words, gap=3))
        self.setFocusProxy(self._slider)

    def show_value(self, value: Value) -> None:
        """Show it at the nearest step, and exactly in words."""
        assert not isinstance(value, str)
        self._slider.blockSignals(True)
        self._slider.setValue(round((value - self.option.least) / self.option.step))
        self._slider.blockSignals(False)
        self._write(value)

    def _value(self, place: int) -> Value:
        value = self.option.least + place * self.option.step
        return value if self.option.kind is Kind.DECIMAL else round(value)

    def _tell(self, place: int) -> None:
        self._write(self._value(place))
        self._changed(self._value(place))

    def _write(self, value: Value) -> None:
        words = value_words(self.option.key, value)
        self._words.setText(words)
        self._words.setMinimumWidth(self._words.fontMetrics().horizontalAdvance("8888 m"))
        self._slider.setAccessibleDescription(words)


class SegmentEditor(Editor):
    """A few choices side by side."""

    def __init__(self, option: Option, changed: Changed) -> None:
        super().__init__(option, changed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        for code in option.choices:
            words = choice_words(option.key, code)
            name = _("{option}: {choice}").format(option=option_words(option.key), choice=words)
            button = Button(words, "segment", name=name)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _on=False, code=code: changed(code))
            self._group.addButton(button)
            self._buttons[code] = button
        line = FoldingRow(*self._buttons.values(), gap=1, at_end=True)
        self.setLayout(row(line, gap=0))
        self.setFocusProxy(self._buttons[option.choices[0]])

    def show_value(self, value: Value) -> None:
        """Mark the choice."""
        self._buttons[str(value)].setChecked(True)


class ListEditor(Editor):
    """Choices in a list that opens; of a name those that the machine has told."""

    def __init__(self, option: Option, changed: Changed) -> None:
        super().__init__(option, changed)
        self._box = ChoiceBox()
        self._box.setAccessibleName(option_words(option.key))
        self._box.view().setAccessibleName(option_words(option.key))
        self._box.activated.connect(lambda: changed(self._box.currentData()))
        self.offer([(code, choice_words(option.key, code)) for code in option.choices])
        if option.kind is Kind.NAME:
            self.offer([])
        self.setLayout(QHBoxLayout())
        self.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr] # just set
        self.layout().addWidget(self._box)  # type: ignore[union-attr] # the same
        self.setFocusProxy(self._box)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these as (code, words); of a name, the machine's own choice comes first."""
        chosen = self._box.currentData()
        self._box.clear()
        if self.option.kind is Kind.NAME:
            choices = [*names_offered(self.option.key), *choices]
        swatches = _SWATCHES.get(self.option.key, {})
        for code, words in choices:
            if code in swatches:
                self._box.addItem(QIcon(_swatch(swatches[code])), words, code)
            else:
                self._box.addItem(words, code)
        self.show_value(chosen or "")

    def show_value(self, value: Value) -> None:
        """Mark the choice; a name that the machine hasn't told is shown as it is."""
        place = self._box.findData(value)
        if place < 0 and self.option.kind is Kind.NAME:
            self._box.addItem(value_words(self.option.key, value), value)
            place = self._box.count() - 1
        self._box.setCurrentIndex(max(place, 0))


def editor(option: Option, changed: Changed) -> Editor:
    """The control that suits an option; `changed` is told each value that the person chooses."""
    match option.kind:
        case Kind.SWITCH:
            return SwitchEditor(option, changed)
        case Kind.WHOLE | Kind.DECIMAL:
            return NumberEditor(option, changed)
        case Kind.CHOICE if len(option.choices) <= _FEW:
            return SegmentEditor(option, changed)
        case Kind.CHOICE | Kind.NAME:
            return ListEditor(option, changed)


class ScrolledSlider(QSlider):
    """A slider that stays where it is when the page is scrolled under the pointer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceBox(QComboBox):
    """A list that opens, with an arrow in the colour of its words; the wheel only scrolls."""

    def changeEvent(self, event: QEvent) -> None:
        """Need less room again where the words get smaller."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # With another font Qt forgets how large a box would like to be, not what it needs.
            super().changeEvent(QEvent(QEvent.Type.StyleChange))

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Show by dots where words are left out; a style sheet would cut a letter in two."""
        super().initStyleOption(option)
        parts = QStyle.SubControl.SC_ComboBoxEditField
        complex_ = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(complex_, option, parts, self).width()
        elided = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        option.currentText = elided

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and the arrow that the style sheet takes away."""
        super().paintEvent(event)
        edge = self.fontMetrics().height() / 3.2
        middle = self.rect().center()
        right = self.rect().right() - edge * 2.4
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QPen(self.palette().color(QPalette.ColorRole.WindowText), edge / 3.2)
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(ink)
        top, low = middle.y() - edge / 4, middle.y() + edge * 0.55
        painter.drawLine(round(right - edge), round(top), round(right), round(low))
        painter.drawLine(round(right), round(low), round(right + edge), round(top))
        painter.end()


class Switch(QCheckBox):
    """On or off as a switch; a check box to everything but the eye."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As high as a line of words and its air."""
        height = round(self.fontMetrics().height() * 1.35)
        return QSize(round(height * 1.85), height)

    def minimumSizeHint(self) -> QSize:
        """It can't be made smaller."""
        return self.sizeHint()

    def hitButton(self, _spot: object) -> bool:
        """All of it can be pressed."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A groove with a knob at one end."""
        colours = self.palette()
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groove = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        round_ = groove.height() / 2
        role = QPalette.ColorRole
        painter.setPen(QPen(colours.color(role.Accent if on else role.Mid), 1.5))
        painter.setBrush(colours.color(role.Accent if on else role.AlternateBase))
        painter.drawRoundedRect(groove, round_, round_)
        knob = groove.height() - 6
        left = groove.right() - knob - 3 if on else groove.left() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(role.BrightText if on else role.Mid))
        painter.drawEllipse(QRectF(left, groove.top() + 3, knob, knob))
        if self.hasFocus():
            painter.setPen(QPen(colours.color(role.WindowText), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), round_, round_)
        painter.end()


def _swatch(colour: str) -> QPixmap:
    """A dot of a colour."""
    made = QPixmap(36, 36)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QPen(QColor("#808080"), 2))
    painter.drawEllipse(QRectF(3, 3, 30, 30))
    painter.end()
    return made
