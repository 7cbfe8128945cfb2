"""The way to the journal as a whole, and the questions on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from hipcoach.app.data_desk import DataDesk
from hipcoach.ui.data_page import DataPage
from hipcoach.ui.data_way import DataWay
from tests.app import data_told
from tests.fakes import FakeErrands
from tests.ui.page_stand import button, click, settle
from tests.ui.way_stand import WayStand

TODAY = date(2026, 3, 4)
LOOK = ("restore", "--json")


class DataStand(WayStand):
    """The window with the way, and somebody who runs its commands when told to."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.errands = FakeErrands()
        self.desks = 0
        self.changes = 0
        self.reports: list[Callable[[str], None]] = []
        self.way = DataWay(self.window, self.pages, self._make, self.reports.append, lambda: TODAY)
        self.way.journalChanged.connect(self._count)

    def _make(self) -> DataDesk:
        self.desks += 1
        return DataDesk(self.errands, "/here/journal.sqlite", in_file=True, size=lambda: 1000)

    def _count(self) -> None:
        self.changes += 1

    @property
    def page(self) -> DataPage:
        return self.pages.data

    def visit(self) -> None:
        """Come from the settings, and see what there is."""
        self.open("settings")
        click(button(self.pages.settings, "Your journal"))
        self.looked()

    def looked(self) -> None:
        """What there is: a journal and a copy of it."""
        self.errands.end(data_told.look(data_told.shown(), data_told.copy(1)))
        settle()

    def choose(self, path: Path) -> None:
        """Choose a file in the dialog that stands there."""
        dialog = self.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(path))
        dialog.done(QDialog.DialogCode.Accepted)

    @property
    def offered(self) -> str:
        """The name of the file that the dialog offers."""
        dialog = self.window.findChild(QFileDialog)
        assert dialog is not None
        return Path(dialog.selectedFiles()[0]).name

    @property
    def question(self) -> QMessageBox | None:
        found = [one for one in self.window.findChildren(QMessageBox) if one.isVisible()]
        return found[0] if found else None

    def answer(self, words: str) -> None:
        """Press a button below the question."""
        assert self.question is not None
        (pressed,) = [one for one in self.question.buttons() if words in one.text()]
        pressed.click()
        settle()


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[DataStand]:
    made = DataStand(qtbot)
    yield made
    made.leave()


def test_nothing_of_it_is_made_before_it_is_wanted(stand: DataStand) -> None:
    stand.open("settings")

    assert (0, []) == (stand.desks, stand.errands.begun)


@pytest.mark.parametrize("place", ["settings", "history"])
def test_it_leads_back_to_where_one_came_from(stand: DataStand, place: str) -> None:
    stand.open(place)
    click(button(getattr(stand.pages, place), "Your journal"))
    assert "data" == stand.window.shown
    click(button(stand.page, "Back"))

    assert place == stand.window.shown


def test_in_the_settings_the_keys_are_where_they_were(stand: DataStand) -> None:
    stand.visit()
    click(button(stand.page, "Back"))

    assert QApplication.focusWidget() is button(stand.pages.settings, "Your journal")


def test_each_visit_looks_anew_and_says_nothing_of_before(stand: DataStand) -> None:
    stand.visit()
    click(button(stand.page, "Copy now"))
    stand.errands.end()
    stand.looked()
    assert stand.way.desk.snapshot.outcome is not None
    stand.window.show_page("settings")
    stand.window.show_page("data")

    assert [LOOK, ("backup",), LOOK, LOOK] == stand.errands.begun
    assert stand.way.desk.snapshot.outcome is None


@pytest.mark.parametrize(
    ("name", "offered", "option"),
    [
        ("Save as JSON…", "hipcoach-journal-2026-03-04.json", ()),
        ("Save as CSV…", "hipcoach-sessions-2026-03-04.csv", ("--csv",)),
        ("Save as iCalendar…", "hipcoach-calendar-2026-03-04.ics", ("--ical",)),
    ],
)
def test_a_file_is_offered_under_a_name_that_says_what_it_is(
    stand: DataStand, tmp_path: Path, name: str, offered: str, option: tuple[str, ...]
) -> None:
    stand.visit()
    click(button(stand.page, name))
    assert offered == stand.offered
    file = tmp_path / offered
    stand.choose(file)

    assert ("export", *option, str(file)) == stand.errands.begun[-1]
    assert 0 == stand.changes


def test_a_report_tells_here_how_it_went(stand: DataStand) -> None:
    stand.visit()
    click(button(stand.page, "Save as PDF…"))
    (tell,) = stand.reports
    tell("The report was saved: here.pdf")

    outcome = stand.way.desk.snapshot.outcome
    assert outcome is not None
    assert "The report was saved: here.pdf" == outcome.words


def test_a_journal_is_brought_in_and_told_to_the_others(stand: DataStand, tmp_path: Path) -> None:
    stand.visit()
    click(button(stand.page, "Choose a file…"))
    stand.choose(tmp_path / "other.json")
    stand.errands.end(data_told.joined(added=2))

    assert ("import", str(tmp_path / "other.json"), "--json") in stand.errands.begun
    assert 1 == stand.changes


@pytest.mark.parametrize(("answer", "times"), [("Bring it back", 2), ("Leave it", 1)])
def test_what_was_deleted_comes_back_after_a_question(
    stand: DataStand, tmp_path: Path, answer: str, times: int
) -> None:
    stand.visit()
    click(button(stand.page, "Choose a file…"))
    stand.choose(tmp_path / "other.json")
    stand.errands.end(data_told.joined(left_out=2))
    stand.looked()
    click(button(stand.page, "Bring it back…"))
    stand.answer(answer)

    assert times == len([one for one in stand.errands.begun if one[0] == "import"])


@pytest.mark.parametrize(("answer", "taken"), [("Take back", True), ("Leave it", False)])
def test_a_copy_is_taken_back_after_a_question(stand: DataStand, answer: str, taken: bool) -> None:
    stand.visit()
    row = stand.way.desk.snapshot.copies[0]
    click(button(stand.page, f"Take back the copy of {row.when}"))
    question = stand.question
    assert question is not None
    assert row.question == question.text()
    assert "In your journal now: 12 sessions" in question.informativeText()
    stand.answer(answer)

    asked = ("restore", "/copies/1.sqlite", "--yes", "--json")
    assert taken == (asked in stand.errands.begun)


@pytest.mark.parametrize(("answer", "gone"), [("Delete", True), ("Keep it", False)])
def test_days_are_deleted_after_a_question_that_says_how_much_it_is(
    stand: DataStand, answer: str, gone: bool
) -> None:
    stand.visit()
    click(button(stand.page, "Delete…"))
    stand.errands.end(data_told.weight(sessions=3))
    question = stand.question
    assert question is not None
    assert "Delete 3 sessions, 0 check-ins, 0 break events for good?" == question.text()
    default = question.defaultButton()
    assert "&Keep it" == default.text()
    stand.answer(answer)

    span = "--from", "2026-03-02", "--to", "2026-03-02"
    assert gone == (("forget", *span, "--yes", "--json") in stand.errands.begun)


def test_in_a_session_nothing_is_taken_from_the_journal(stand: DataStand) -> None:
    stand.visit()
    when = stand.way.desk.snapshot.copies[0].when
    back = button(stand.page, f"Take back the copy of {when}")
    click(back)
    stand.window.set_running(running=True)
    stand.answer("Take back")
    click(back)

    assert [LOOK] == stand.errands.begun
    assert stand.question is None
