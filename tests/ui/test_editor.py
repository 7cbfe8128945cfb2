"""The routine editor in the whole window: by keyboard alone, and with nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hipcoach.app.editor import EditorDesk
from hipcoach.core.routine import Sides
from hipcoach.library.load import own_shelf
from hipcoach.library.own import OwnRoutines
from hipcoach.library.own_exercises import OwnExercises
from hipcoach.library.source import OwnContent
from hipcoach.system.paths import replace_file
from hipcoach.ui.editor_dose import Number
from hipcoach.ui.editor_page import EditorPage
from hipcoach.ui.editor_step import STEP_MIME, StepCard
from hipcoach.ui.option_editors import ChoiceBox
from hipcoach.ui.own_exercise_dialog import OwnExerciseDialog
from tests.ui.page_stand import click, nameless, press, settle
from tests.ui.shell_stand import ShellStand

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MINE = """\
colour = "teal"

[words]
name = "Mine"
summary = "For me."

[[steps]]
exercise = "leg-swings"

[[steps]]
exercise = "supine-knee-to-chest"

[[steps]]
exercise = "half-kneeling-hip-flexor"
"""


class Editor(ShellStand):
    """Somebody at the window who makes routines."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.given = OwnExercises(
            folder / "exercises", replace_file, lambda: own_shelf().exercise_ids
        )
        self.own = OwnRoutines(folder / "routines", replace_file, self.given)
        content = OwnContent(own=self.own, given=self.given)
        super().__init__(
            qtbot,
            content=content,
            editor=lambda: EditorDesk(content, self.own, self.given),
        )

    @property
    def at(self) -> EditorPage:
        return self.shell.pages.editor

    @property
    def steps(self) -> list[str]:
        """What the cards that can be seen are called."""
        cards = [one for one in self.at.findChildren(StepCard) if one.isVisible()]
        return [one.accessibleName().partition(": ")[2].partition(",")[0] for one in cards]

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert isinstance(found, QWidget)
        return found

    @property
    def focused(self) -> str:
        return self.focus.accessibleName()

    def keys(self, *keys: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            press(self.focus, key, modifier)
            settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)

    def tab_to(self, name: str) -> None:
        """Press Tab until what is called so has the keyboard."""
        for _ in range(60):
            if self.focused == name:
                return
            self.keys(K.Key_Tab)
        raise AssertionError(f"Tab never reaches {name!r}")

    def question(self) -> QMessageBox:
        found = QApplication.topLevelWidgets()
        (box,) = [one for one in found if isinstance(one, QMessageBox) and one.isVisible()]
        return box

    def answer(self, words: str) -> None:
        box = self.question()
        (button,) = [one for one in box.buttons() if one.text().replace("&", "") == words]
        click(button)
        settle()


@pytest.fixture
def stand(qtbot: QtBot, tmp_path: Path) -> Iterator[Editor]:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "mine.toml").write_text(MINE)
    made = Editor(qtbot, tmp_path)
    made.answered()
    made.open()
    made.shows("today")
    made.qtbot.waitUntil(lambda: made.reads("Mine"))
    yield made
    made.window.holds = lambda _code, _then: False
    made.leave()


@pytest.fixture
def new(stand: Editor) -> Editor:
    """In front of an empty routine."""
    stand.click("New routine")
    stand.shows("editor")
    return stand


@pytest.fixture
def mine(stand: Editor) -> Editor:
    """In front of a routine of one's own with three steps."""
    stand.click("Edit Mine")
    stand.shows("editor")
    return stand


THREE = ["Leg swings", "Knee to chest", "Half-kneeling hip flexor stretch"]


def test_a_routine_is_made_saved_and_played_by_keyboard_alone(new: Editor) -> None:
    assert new.reads("Nothing in it yet")
    new.keys(K.Key_F, modifier=CTRL)
    new.type("leg swi")
    new.keys(K.Key_Return)
    assert ["Leg swings"] == new.steps
    new.keys(K.Key_Escape)
    new.type("half-kneel")
    new.keys(K.Key_Down)
    new.keys(K.Key_Return)
    assert ["Leg swings", "Half-kneeling hip flexor stretch"] == new.steps
    new.keys(K.Key_F6)
    assert new.focused.startswith("Step 2 of 2: Half-kneeling")
    new.keys(K.Key_Up, modifier=ALT)
    assert ["Half-kneeling hip flexor stretch", "Leg swings"] == new.steps
    assert new.focused.startswith("Step 1 of 2: Half-kneeling")
    new.keys(K.Key_Return)
    assert "Sets" == new.focused
    new.keys(K.Key_Up)
    new.tab_to("Hold, seconds")
    new.keys(K.Key_Up)
    assert "3 sets · hold 35 s" in new.at.steps.card(0).accessibleName()
    new.tab_to("Name of the routine")
    new.type("Evening hips")
    new.keys(K.Key_S, modifier=CTRL)
    routine, words = new.own.found().routines["evening-hips"]
    assert ("Evening hips", 3, 35.0) == (
        words.name, routine.steps[0].dose.sets, routine.steps[0].dose.hold_s
    )  # fmt: skip
    new.tab_to("Play")
    new.keys(K.Key_Return)
    new.shows("session")
    assert "evening-hips" == new.session().session.plan.routine.id


def test_what_comes_later_is_not_offered_for_a_routine(new: Editor) -> None:
    shelf = new.at.shelf.list
    offered = [shelf.item(row).text() for row in range(shelf.count())]

    assert [one for one in offered if one.startswith("Bird dog")]
    assert not [one for one in offered if one.startswith(("Couch", "Massage ball"))]


def test_del_takes_a_step_out_and_ctrl_z_brings_it_back(mine: Editor) -> None:
    assert mine.steps == THREE
    mine.keys(K.Key_F6, K.Key_Down, K.Key_Delete)
    assert mine.steps == [THREE[0], THREE[2]]
    assert mine.reads("Taken out: Knee to chest.")
    assert mine.focused.startswith("Step 2 of 2: Half-kneeling")
    mine.keys(K.Key_Delete)
    assert mine.focused.startswith("Step 1 of 1: Leg swings")
    mine.keys(K.Key_Delete)
    assert [] == mine.steps
    assert "Exercises to add" == mine.focused
    for _ in range(3):
        mine.keys(K.Key_Z, modifier=CTRL)
    assert mine.steps == THREE
    mine.keys(K.Key_Z, modifier=CTRL | SHIFT)
    assert mine.steps == [THREE[0], THREE[2]]


def test_undo_in_a_field_takes_the_routine_back_and_not_its_letters(mine: Editor) -> None:
    mine.at.name.setFocus()
    mine.keys(K.Key_End)
    mine.type(" and yours")
    mine.keys(K.Key_Z, modifier=CTRL)
    assert "Mine" == mine.at.name.text()
    mine.keys(K.Key_Y, modifier=CTRL)
    assert "Mine and yours" == mine.at.name.text()
    mine.keys(K.Key_F6, K.Key_Return, K.Key_Up, K.Key_Up)
    assert "3 sets" in mine.at.steps.card(0).accessibleName()
    mine.keys(K.Key_Z, modifier=CTRL)
    assert "1 set" in mine.at.steps.card(0).accessibleName()


def test_a_step_keeps_the_keyboard_while_it_is_moved(mine: Editor) -> None:
    mine.keys(K.Key_F6)
    mine.keys(K.Key_Down, K.Key_Down, K.Key_Down, modifier=ALT)
    assert mine.steps == [*THREE[1:], THREE[0]]
    assert mine.focused.startswith("Step 3 of 3: Leg swings")
    mine.keys(K.Key_Up, K.Key_Up, K.Key_Up, modifier=ALT)
    assert mine.steps == THREE
    mine.keys(K.Key_D, modifier=CTRL)
    assert mine.steps == [THREE[0], *THREE]
    assert mine.focused.startswith("Step 2 of 4: Leg swings")


def test_escape_goes_from_a_control_to_its_card(mine: Editor) -> None:
    mine.keys(K.Key_F6, K.Key_Return, K.Key_Escape)
    assert mine.focused.startswith("Step 1 of 3")


def test_numbers_stay_within_their_bounds(mine: Editor) -> None:
    mine.keys(K.Key_F6, K.Key_Return)
    mine.tab_to("Repetitions")
    number = mine.focus
    assert isinstance(number, Number)
    number.selectAll()
    mine.type("99")
    mine.keys(K.Key_Tab)
    assert (1.0, 30.0) == (number.minimum(), number.maximum())
    assert number.value() <= 30


def _choose(box: QWidget, place: int) -> None:
    assert isinstance(box, ChoiceBox)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_variant_sides_and_rest_are_chosen_and_kept(mine: Editor) -> None:
    mine.at.steps.choose(2)
    mine.keys(K.Key_F6, K.Key_Return)
    mine.tab_to("Variant")
    _choose(mine.focus, 3)
    mine.tab_to("Sides")
    _choose(mine.focus, 1)
    mine.tab_to("Rest after it, seconds")
    mine.keys(K.Key_Up)
    mine.keys(K.Key_S, modifier=CTRL)
    step = mine.own.found().routines["mine"][0].steps[2]
    assert (3, Sides.LEFT, 5.0) == (step.rung, step.sides, step.rest_s)


def test_the_length_follows_every_change(mine: Editor) -> None:
    before = mine.at.length.text()
    mine.keys(K.Key_F6, K.Key_Return, K.Key_Up)
    assert mine.at.length.text() > before
    assert mine.at.length.accessibleName().endswith(mine.at.length.text())


def test_a_built_in_routine_is_changed_as_a_copy(stand: Editor) -> None:
    stand.click("Duplicate and change Desk reset")
    stand.shows("editor")
    assert "Desk reset, my way" == stand.at.name.text()
    stand.keys(K.Key_S, modifier=CTRL)
    assert {"mine", "desk-reset-my-way"} == set(stand.own.found().routines)


def test_today_offers_what_was_saved(new: Editor) -> None:
    new.at.name.setFocus()
    new.type("Brand new")
    new.at.shelf.list.setFocus()
    new.keys(K.Key_Return)
    new.keys(K.Key_S, modifier=CTRL)
    new.click("Back")
    new.shows("today")
    new.qtbot.waitUntil(lambda: new.reads("Brand new"))
    new.click("Start Brand new")
    new.shows("session")


def test_leaving_asks_where_something_would_be_lost(mine: Editor) -> None:
    mine.keys(K.Key_F6, K.Key_Delete)
    mine.click("Back")
    assert "editor" == mine.page
    press(mine.question(), K.Key_Escape)
    assert "editor" == mine.page
    mine.keys(K.Key_2, modifier=CTRL)
    mine.answer("Discard")
    mine.shows("library")
    assert 3 == len(mine.own.found().routines["mine"][0].steps)


def test_what_is_kept_when_leaving_is_kept(mine: Editor) -> None:
    mine.keys(K.Key_F6, K.Key_Delete)
    mine.keys(K.Key_1, modifier=CTRL)
    mine.answer("Save")
    mine.shows("today")
    assert 2 == len(mine.own.found().routines["mine"][0].steps)


def test_without_changes_nothing_is_asked(mine: Editor) -> None:
    mine.click("Back")
    mine.shows("today")
    assert [] == mine.window.findChildren(QMessageBox)


def test_closing_the_window_asks_and_closes_once_it_is_answered(mine: Editor) -> None:
    mine.keys(K.Key_F6, K.Key_Delete)
    mine.window.close()
    mine.window.close()
    assert mine.window.isVisible()
    mine.answer("Go on editing")
    assert mine.window.isVisible()
    mine.window.close()
    mine.answer("Discard")
    assert not mine.window.isVisible()


def test_an_empty_routine_can_not_be_kept_and_says_so(new: Editor) -> None:
    new.at.name.setFocus()
    new.type("Nothing")
    assert not new.button("Save").isEnabled()
    assert not new.button("Play").isEnabled()
    new.keys(K.Key_S, modifier=CTRL)
    assert new.reads("Add an exercise first.")
    assert ["mine"] == list(new.own.found().routines)
    new.click("Back")
    assert ["Discard", "Go on editing"] == sorted(
        one.text().replace("&", "") for one in new.question().buttons()
    )
    new.answer("Discard")
    new.shows("today")


def test_playing_a_changed_routine_asks_before_it_is_overwritten(mine: Editor) -> None:
    mine.keys(K.Key_F6, K.Key_Delete)
    mine.click("Play")
    mine.answer("Not yet")
    assert "editor" == mine.page
    mine.click("Play")
    mine.answer("Save and play")
    mine.shows("session")
    assert 2 == len(mine.own.found().routines["mine"][0].steps)


def test_what_another_program_wrote_is_only_replaced_on_ones_word(mine: Editor) -> None:
    file = mine.own.folder / "mine.toml"
    mine.keys(K.Key_F6, K.Key_Delete)
    file.write_text(MINE.replace("For me.", "For them."))
    mine.keys(K.Key_S, modifier=CTRL)
    mine.answer("Keep both")
    assert "For them." == mine.own.found().routines["mine"][1].summary
    assert 2 == len(mine.own.found().routines)


def _menu(stand: Editor, words: str) -> QAction:
    return next(one for one in stand.at.actions() if one.text().replace("&", "") == words)


def _pick(stand: Editor, path: Path) -> None:
    (dialog,) = stand.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    stand.window.activateWindow()
    stand.qtbot.waitUntil(stand.window.isActiveWindow)
    settle()


def test_a_copy_is_written_and_opened_again(mine: Editor, tmp_path: Path) -> None:
    mine.keys(K.Key_S, modifier=CTRL | SHIFT)
    _pick(mine, tmp_path / "copy.toml")
    assert "Mine" == mine.own.read(tmp_path / "copy.toml")[1].name
    mine.keys(K.Key_O, modifier=CTRL)
    _pick(mine, tmp_path / "copy.toml")
    assert mine.steps == THREE
    mine.keys(K.Key_S, modifier=CTRL)
    assert {"mine", "mine-2"} == set(mine.own.found().routines)


def test_a_file_that_is_no_routine_is_told_with_its_line(mine: Editor, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(MINE.replace("leg-swings", "leg-swing"))
    mine.keys(K.Key_O, modifier=CTRL)
    _pick(mine, tmp_path / "bad.toml")
    assert "bad.toml, line 8, steps.1, exercise: there is no exercise" in mine.banner
    assert mine.steps == THREE


def test_a_routine_is_deleted_only_on_ones_word(mine: Editor) -> None:
    _menu(mine, "Delete this routine…").trigger()
    mine.answer("Keep it")
    assert {"mine"} == set(mine.own.found().routines)
    _menu(mine, "Delete this routine…").trigger()
    mine.answer("Delete it")
    assert {} == mine.own.found().routines
    assert mine.steps == THREE


def test_a_broken_file_is_told_on_today_beside_the_others(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "mine.toml").write_text(MINE)
    (tmp_path / "routines" / "bad.toml").write_text(MINE.replace('"Mine"', '"Mine'))
    stand = Editor(qtbot, tmp_path)
    stand.answered()
    stand.open()
    stand.shows("today")
    broken = "bad.toml, line 4, name: the text has no closing quote."
    # The plan may stand there a moment before the rest of the day.
    stand.qtbot.waitUntil(lambda: stand.reads(broken))
    assert stand.button("Start Mine").isEnabled()
    stand.leave()


def _offered(stand: Editor) -> dict[str, QAction]:
    (menu,) = [one for one in stand.window.findChildren(QMenu) if one.isVisible()]
    return {action.text(): action for action in menu.actions()}


def test_an_exercise_of_the_library_goes_into_a_routine(stand: Editor) -> None:
    stand.window.show_page("library")
    stand.shows("library")
    stand.shell.pages.library.addRequested.emit("leg-swings")
    offered = _offered(stand)
    assert ["A new routine", "Mine"] == list(offered)
    offered["Mine"].trigger()
    stand.shows("editor")
    assert stand.steps == [*THREE, "Leg swings"]
    for menu in stand.window.findChildren(QMenu):
        menu.close()


def _form(stand: Editor) -> OwnExerciseDialog:
    (form,) = [one for one in stand.window.findChildren(OwnExerciseDialog) if one.isVisible()]
    return form


def _back(stand: Editor) -> None:
    stand.window.activateWindow()
    stand.qtbot.waitUntil(stand.window.isActiveWindow)
    settle()


@pytest.fixture
def written(new: Editor, tmp_path: Path) -> Editor:
    """In front of an empty routine, an exercise having been written down."""
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(tmp_path / "mine.png"))
    new.click("An exercise of your own…")
    form = _form(new)
    form.name.setText("Hip shift")
    form.how.setPlainText("Shift your hips.")
    form.pictures[0].show_path(tmp_path / "mine.png")
    click(form.save)
    _back(new)
    return new


def test_an_exercise_that_was_written_down_is_added_saved_and_played(written: Editor) -> None:
    assert "Exercises to add" == written.focused
    written.keys(K.Key_Return)
    assert ["Hip shift"] == written.steps
    written.keys(K.Key_S, modifier=CTRL)
    written.click("Play")
    written.shows("session")
    plan = written.session().session.plan
    assert ["hip-shift"] == [step.exercise for step in plan.routine.steps]
    assert plan.poses["hip-shift/hold"].picture.endswith("1.png")


def test_an_exercise_of_ones_own_is_changed_and_deleted(written: Editor) -> None:
    written.click("Change this exercise…")
    form = _form(written)
    assert ("Hip shift", "Shift your hips.") == (form.name.text(), form.how.toPlainText())
    form.name.setText("Hip slide")
    click(form.save)
    _back(written)
    assert "Hip slide" == written.given.found().exercises["hip-shift"][1].name
    written.click("Change this exercise…")
    click(_form(written).delete)
    written.answer("Delete it")
    _back(written)
    assert {} == written.given.found().exercises
    assert not written.at.shelf.change.isVisible()


def test_an_exercise_in_the_open_routine_keeps_its_kind(written: Editor) -> None:
    written.keys(K.Key_Return)
    for change in ("method", "delete"):
        written.click("Change this exercise…")
        form = _form(written)
        if change == "method":
            form.method.setCurrentIndex(1)
            click(form.save)
        else:
            click(form.delete)
            written.answer("Delete it")
        words = [one.text() for one in form.findChildren(QLabel) if one.isVisible()]
        assert any("Hip shift is in the routine that is open" in one for one in words)
        form.reject()
        _back(written)
    assert ["Hip shift"] == written.steps
    written.click("Change this exercise…")
    _form(written).name.setText("Hip slide")
    click(_form(written).save)
    _back(written)
    assert ["Hip slide"] == written.steps


def test_what_comes_with_it_can_not_be_changed(new: Editor) -> None:
    assert not new.at.shelf.change.isVisible()


def _drop(stand: Editor, index: int, on: StepCard, *, below: bool) -> None:
    carried = QMimeData()
    carried.setData(STEP_MIME, str(index).encode())
    y = on.geometry().bottom() if below else on.geometry().top()
    buttons = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(QPoint(20, y)), Qt.DropAction.MoveAction, carried, buttons, none)
    stand.at.steps.dropEvent(event)
    settle()


def test_a_step_is_dragged_to_another_place(mine: Editor) -> None:
    _drop(mine, 0, mine.at.steps.card(2), below=True)
    assert mine.steps == [*THREE[1:], THREE[0]]
    _drop(mine, 2, mine.at.steps.card(0), below=False)
    assert mine.steps == THREE
    _drop(mine, 1, mine.at.steps.card(1), below=True)
    assert mine.steps == THREE
    assert not _dirty(mine)


def test_an_exercise_is_dragged_into_an_empty_routine_and_between_steps(new: Editor) -> None:
    for y in (5, 2000, 0):
        exercises = new.at.shelf.list
        event = _From(exercises, y)
        new.at.steps.dropEvent(event)
        exercises.setCurrentRow(exercises.currentRow() + 1)
        settle()
    items = [new.at.shelf.list.item(row).text() for row in (3, 1, 2)]
    cards = [new.at.steps.card(number).accessibleName() for number in range(3)]
    assert [True] * 3 == [item in card for item, card in zip(items, cards, strict=True)]


class _From(QDropEvent):
    """Something that was let go of, and where it came from."""

    def __init__(self, source: QWidget, y: int) -> None:
        buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self._carried = QMimeData()
        super().__init__(QPointF(20, y), Qt.DropAction.CopyAction, self._carried, buttons, none)
        self._source = source

    def source(self) -> QWidget:
        return self._source


def test_a_long_routine_scrolls_with_what_is_carried(mine: Editor) -> None:
    mine.window.resize(800, 560)
    for _ in range(6):
        mine.keys(K.Key_Return)
    bar = mine.at.findChildren(QScrollArea)[-1].verticalScrollBar()
    bar.setValue(0)
    carried = QMimeData()
    carried.setData(STEP_MIME, b"0")
    spot = QPoint(20, mine.at.steps.card(6).geometry().bottom())
    event = QDragMoveEvent(
        spot,
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    mine.at.steps.dragMoveEvent(event)
    assert bar.value() > 0


def _dirty(stand: Editor) -> bool:
    return stand.button("Save").isEnabled()


def test_everything_has_a_name_for_those_who_don_t_see_it(mine: Editor) -> None:
    assert [] == nameless(mine.at)
    cards = [one for one in mine.at.findChildren(StepCard) if one.isVisible()]
    for number, card in enumerate(cards, 1):
        name = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)
        assert name.startswith(f"Step {number} of 3: ")
    assert "In order: Leg swings, Knee to chest" in mine.at.strip.accessibleName()


@pytest.mark.parametrize("size", [(800, 560), (1200, 800)])
def test_nothing_is_cut_off_at_the_sides(mine: Editor, size: tuple[int, int]) -> None:
    mine.window.resize(*size)
    settle()
    for card in mine.at.findChildren(StepCard):
        if card.isVisible():
            right = card.mapTo(mine.window, card.rect().topRight()).x()
            assert right <= mine.window.width()
    for number in mine.at.findChildren(Number):
        if number.isVisible():
            assert number.width() >= number.fontMetrics().horizontalAdvance("120 s")
