"""The form on which somebody writes down an exercise that they were given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from hipcoach.app.phrases.editor import field_words
from hipcoach.app.phrases.errors import error_words
from hipcoach.app.phrases.library import position_words
from hipcoach.app.phrases.own_exercise import lines_of, method_words, missing_words
from hipcoach.app.words import _
from hipcoach.core.bounds import DOSES, NAME_LENGTH
from hipcoach.core.errors import KnownError
from hipcoach.core.exercise import Dose, Method, Position
from hipcoach.core.own_exercise import METHODS, MOST_PICTURES, OwnExercise, missing
from hipcoach.ui.banner import Banner
from hipcoach.ui.dialogs import ask
from hipcoach.ui.editor_dose import NumberBox
from hipcoach.ui.figure.own_picture import on_paper
from hipcoach.ui.option_editors import ChoiceBox, Switch
from hipcoach.ui.pieces import Button, ScrolledColumn, column, label, row

FIELDS: Final = {
    Method.HOLD: {"sets": 1.0, "hold_s": 30.0},
    Method.REPETITIONS: {"sets": 1.0, "reps": 10.0, "rep_s": 4.0},
}
"""What is asked for, and what stands there at first."""
_THUMB: Final = QSize(72, 54)
Keep = Callable[[OwnExercise, Sequence[Path]], None]
"""Keeps it, and raises KnownError where that can't be done."""
Check = Callable[[Path], None]
"""Raises KnownError for a file that is no picture, or reaches for others."""


class OwnExerciseDialog(QDialog):
    """Asks for words, dose and pictures; what is missing is said, nothing is lost by it."""

    def __init__(self, parent: QWidget, keep: Keep, check: Check) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("An exercise of your own"))
        self.setMinimumSize(480, 420)
        self.resize(600, 720)
        self._keep = keep
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LENGTH)
        self.how = QPlainTextEdit()
        self.how.setTabChangesFocus(True)
        self.how.setFixedHeight(self.how.fontMetrics().height() * 5)
        self.position = _choices([(position_words(one), one) for one in Position])
        self.method = _choices([(method_words(one), one) for one in METHODS])
        self.method.currentIndexChanged.connect(self._show_fields)
        self.sided = Switch(_("On both sides, one after the other"))
        self.sided.setChecked(True)
        self.numbers = {
            (method, field): NumberBox(
                field_words(method, field), DOSES[method][field], lambda _value: None
            )
            for method, fields in FIELDS.items()
            for field in fields
        }
        for (method, field), box in self.numbers.items():
            box.show_value(FIELDS[method][field])
        self.pictures = [PictureSlot(words, check) for words in _slots()]
        self._trouble = Banner(dismissable=False)
        self._fields: dict[tuple[Method, str], QWidget] = {}
        self.save = Button(_("&Save"), "primary", "check")
        self.save.clicked.connect(self._save)
        cancel = Button(_("&Cancel"))
        cancel.clicked.connect(self.reject)
        self.delete = Button(_("&Delete it…"), "quiet", "bin")
        self.delete.hide()
        buttons = row(self.delete, gap=3, margin=4)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        self.setLayout(column(self._form(), self._trouble, gap=0))
        self.layout().addLayout(buttons)  # type: ignore[union-attr] # a column, as made above
        self._show_fields()

    def show_exercise(
        self, exercise: OwnExercise, pictures: Sequence[Path], let_go: Callable[[], None]
    ) -> None:
        """Show what was written down before; `let_go` deletes it, or raises KnownError."""
        self.name.setText(exercise.name)
        self.how.setPlainText("\n".join(exercise.how))
        self.position.setCurrentIndex(self.position.findData(exercise.position))
        self.method.setCurrentIndex(self.method.findData(exercise.method))
        self.sided.setChecked(exercise.sided)
        for (method, field), box in self.numbers.items():
            if method is exercise.method:
                box.show_value(getattr(exercise.dose, field))
        for slot, picture in zip(self.pictures, pictures, strict=False):
            slot.show_path(picture)
        self.delete.show()
        self.delete.clicked.connect(lambda: self._ask_to_delete(let_go))

    def written(self) -> OwnExercise:
        """The exercise as it is on the form."""
        name = self.name.text().strip()
        lines = (line.strip() for line in self.how.toPlainText().splitlines())
        method = self._method
        values = {
            field: box.number.value() for (of, field), box in self.numbers.items() if of is method
        }
        return OwnExercise(
            name=name,
            how=tuple(line for line in lines if line),
            position=Position(self.position.currentData()),
            method=method,
            sided=self.sided.isChecked(),
            dose=Dose(
                sets=round(values["sets"]),
                hold_s=values.get("hold_s", 0.0),
                reps=round(values.get("reps", 0.0)),
                rep_s=values.get("rep_s", 0.0),
            ),
            lines=lines_of(name, sided=self.sided.isChecked()),
        )

    @property
    def _method(self) -> Method:
        return Method(self.method.currentData())

    def _form(self) -> ScrolledColumn:
        scrolled = ScrolledColumn(widest=640, margin=5)
        body = scrolled.body
        body.addWidget(label(_("An exercise of your own"), "title"))
        body.addWidget(
            label(_("What somebody taught you, in their words. It stays on this computer."), "soft")
        )
        body.addWidget(_field(_("Name"), self.name))
        body.addWidget(_field(_("What to do: a line for each thing that is said"), self.how))
        body.addLayout(
            row(
                _field(_("Position"), self.position),
                _field(_("How it is done"), self.method),
                gap=4,
            )
        )
        sides = row(self.sided, label(_("On both sides, one after the other")), gap=3)
        sides.setStretch(1, 1)
        body.addLayout(sides)
        numbers = row(gap=4)
        for (method, field), box in self.numbers.items():
            self._fields[method, field] = _field(field_words(method, field), box)
            numbers.addWidget(self._fields[method, field])
        body.addLayout(numbers)
        body.addWidget(label(_("Pictures, PNG or SVG"), "strong"))
        for slot in self.pictures:
            body.addWidget(slot)
        body.addStretch(1)
        return scrolled

    def _show_fields(self) -> None:
        for key, widget in self._fields.items():
            widget.setVisible(key[0] is self._method)

    def _save(self) -> None:
        exercise = self.written()
        pictures = [slot.path for slot in self.pictures if slot.path is not None]
        code, detail = missing(exercise, len(pictures))
        if code:
            self._trouble.show_message(missing_words(code, detail))
            return
        self._try(lambda: self._keep(exercise, pictures))

    def _try(self, does: Callable[[], None]) -> None:
        """Do it and be done, or say why it can't be."""
        try:
            does()
        except KnownError as error:
            self._trouble.show_message(error_words(error))
            return
        self.accept()

    def _ask_to_delete(self, let_go: Callable[[], None]) -> None:
        ask(
            self,
            _("Delete this exercise and its pictures? Routines that have it can't be played then."),
            stay=_("&Keep it"),
            leave=_("&Delete it"),
            then=lambda: self._try(let_go),
            otherwise=lambda: None,
        )


class PictureSlot(QWidget):
    """One picture to choose: what it is for, what was chosen, and how it looks."""

    def __init__(self, words: str, check: Check) -> None:
        super().__init__()
        self._check = check
        self.path: Path | None = None
        """The file that was chosen."""
        self._words = words
        self._shown = label("", wrap=False)
        self._shown.setFixedSize(_THUMB)
        self._name = label(_("none"), "soft")
        choose = Button(_("Choose…"), name=_("Choose a picture: {what}").format(what=words))
        choose.clicked.connect(self._ask)
        line = row(self._shown, column(label(words), self._name, gap=0), choose, gap=3)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_path(self, path: Path) -> None:
        """Take this file, or say why not."""
        try:
            # Looked into before it is shown: what is shown may be made to reach for other files.
            self._check(path)
        except KnownError as error:
            self.path = None
            self._name.setText(error_words(error))
            self._shown.clear()
            return
        self.path = path
        self._name.setText(path.name)
        self._shown.setPixmap(QPixmap.fromImage(on_paper(path, _THUMB)))

    def _ask(self) -> None:
        kinds = _("Pictures (*.png *.svg)")
        dialog = QFileDialog(self, self._words, str(Path.home()), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.show_path(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _slots() -> tuple[str, ...]:
    return (_("How it begins"), _("How it is held"), _("The other end"))[:MOST_PICTURES]


def _field(words: str, control: QWidget) -> QWidget:
    made = QWidget()
    name = label(words, "small")
    name.setBuddy(control)
    control.setAccessibleName(control.accessibleName() or words)
    made.setLayout(column(name, control, gap=1))
    return made


def _choices(choices: Sequence[tuple[str, object]]) -> ChoiceBox:
    box = ChoiceBox()
    for words, data in choices:
        box.addItem(words, data)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
