"""Writing an exercise down: said what is missing, looked at what is brought, kept as written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipcoach.core.errors import ContentError, KnownError
from hipcoach.core.exercise import Method, Position
from hipcoach.core.figure.frame import FigureFrame
from hipcoach.core.figure.pose import Pose
from hipcoach.core.own_exercise import OwnExercise
from hipcoach.ui.figure.widget import FigureView
from hipcoach.ui.own_exercise_dialog import OwnExerciseDialog
from hipcoach.ui.picture import PictureBook
from tests.ui.page_stand import button, click, nameless, press, settle

RED = QColor("#cc0000")


@pytest.fixture
def picture(tmp_path: Path, qapp: object) -> Path:
    del qapp
    path = tmp_path / "red.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(path))
    return path


class Form:
    """The form, and what it hands over."""

    def __init__(self, qtbot: QtBot) -> None:
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.kept: list[tuple[OwnExercise, list[Path]]] = []
        self.refuse: KnownError | None = None
        self.dialog = OwnExerciseDialog(self.parent, self._keep, self._check)
        self.dialog.open()
        settle()

    def _keep(self, exercise: OwnExercise, pictures: Sequence[Path]) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.kept.append((exercise, list(pictures)))

    def _check(self, path: Path) -> None:
        if path.suffix == ".bad":
            raise ContentError("not-a-picture", file=str(path))

    def fill(self, picture: Path) -> None:
        self.dialog.name.setText(" Hip shift ")
        self.dialog.how.setPlainText("Lie down.\n\n  Shift your hips. \n")
        self.dialog.pictures[0].show_path(picture)

    def save(self) -> None:
        click(self.dialog.save)
        settle()

    def reads(self, words: str) -> bool:
        labels = self.dialog.findChildren(QLabel)
        return any(words in one.text() for one in labels if one.isVisible())


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    return Form(qtbot)


def test_what_was_written_is_kept(form: Form, picture: Path) -> None:
    form.fill(picture)
    form.dialog.position.setCurrentIndex(1)
    form.dialog.sided.setChecked(False)
    form.save()
    ((exercise, pictures),) = form.kept
    assert ("Hip shift", ("Lie down.", "Shift your hips."), [picture]) == (
        exercise.name,
        exercise.how,
        pictures,
    )
    assert (Position.KNEELING, Method.HOLD, False, 30.0, 0) == (
        exercise.position,
        exercise.method,
        exercise.sided,
        exercise.dose.hold_s,
        exercise.dose.reps,
    )
    assert "switch" not in exercise.lines
    assert not form.dialog.isVisible()


def test_repetitions_are_asked_for_in_place_of_a_hold(form: Form, picture: Path) -> None:
    form.fill(picture)
    assert form.reads("Hold")
    assert not form.reads("Repetitions")
    form.dialog.method.setCurrentIndex(1)
    assert form.reads("Repetitions")
    form.save()
    dose = form.kept[0][0].dose
    assert (10, 4.0, 0.0) == (dose.reps, dose.rep_s, dose.hold_s)


def test_what_is_missing_is_said_and_nothing_is_lost(form: Form, picture: Path) -> None:
    form.save()
    assert form.reads("Give it a name.")
    form.fill(picture)
    form.dialog.how.setPlainText("a " * 14)
    form.save()
    assert form.reads("13 words at most")
    assert ([], True) == (form.kept, form.dialog.isVisible())
    assert " Hip shift " == form.dialog.name.text()


def test_what_can_not_be_kept_is_said(form: Form, picture: Path) -> None:
    form.refuse = KnownError("unwritable", {"path": "/nowhere"})
    form.fill(picture)
    form.save()
    assert form.reads("/nowhere can't be written")
    assert form.dialog.isVisible()


def test_a_file_that_is_no_picture_is_refused_at_once(form: Form, tmp_path: Path) -> None:
    slot = form.dialog.pictures[0]
    slot.show_path(tmp_path / "x.bad")
    assert slot.path is None
    assert form.reads("this is no picture; a PNG or an SVG is one.")


def test_a_picture_is_chosen_from_the_disk(form: Form, picture: Path) -> None:
    click(button(form.dialog, "Choose a picture: How it is held"))
    (dialog,) = form.dialog.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(picture))
    dialog.reject()
    assert [None, picture, None] == [slot.path for slot in form.dialog.pictures]
    assert form.reads("red.png")


def test_escape_keeps_nothing(form: Form, picture: Path) -> None:
    form.fill(picture)
    press(form.dialog.name, Qt.Key.Key_Escape)
    assert ([], False) == (form.kept, form.dialog.isVisible())


def test_every_control_has_a_name(form: Form) -> None:
    assert [] == nameless(form.dialog)


def _shown(widget: QWidget) -> QColor:
    return widget.grab().toImage().pixelColor(widget.rect().center())


def test_the_session_shows_the_picture_in_place_of_the_figure(qtbot: QtBot, picture: Path) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show_frame(FigureFrame(Pose(picture=str(picture)), None))
    assert RED == _shown(view)
    picture.unlink()
    view.show_frame(FigureFrame(Pose(picture=str(picture)), None, holding=True))
    assert RED != _shown(view)


def test_a_drawing_is_shown_and_reaches_for_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    drawing = tmp_path / "x.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'
        '<rect width="40" height="30" fill="#cc0000"/></svg>'
    )
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show_frame(FigureFrame(Pose(picture=str(drawing)), None))
    assert RED == _shown(view)


def test_lists_show_it_too(picture: Path) -> None:
    book = PictureBook({})
    book.learn({"mine/hold": Pose(picture=str(picture))})
    pixmap = book.pixmap("mine/hold", QSize(80, 60), 1.0)
    assert RED == pixmap.toImage().pixelColor(pixmap.rect().center())
