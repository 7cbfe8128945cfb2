"""The page of the journal as a whole: what it shows, and what is asked for there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QFrame, QLabel, QProgressBar

from hipcoach.app.data_snapshots import (
    CopyRow,
    DataSnapshot,
    Form,
    Leftover,
    Outcome,
    Part,
    Wish,
    Work,
)
from hipcoach.ui.copies_list import FEW
from hipcoach.ui.data_page import DataPage
from hipcoach.ui.deed_strip import DeedStrip
from hipcoach.ui.pieces import Button, column, frame, label
from hipcoach.ui.tick import Tick
from tests.ui.page_stand import button, click, nameless, press, settle, show, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 3, 4)
DAYS = date(2025, 1, 5), date(2026, 3, 2)
NAMES = (
    *("Save as JSON…", "Save as CSV…", "Save as iCalendar…", "Save as PDF…"),
    *("Choose a file…", "Copy now", "Delete…"),
)


def copies(number: int) -> tuple[CopyRow, ...]:
    return tuple(
        CopyRow(f"/copies/{one}", f"Day {one}", "by you", "12 sessions", True, "Really?", "More")
        for one in range(number)
    )


def snapshot(
    work: Work | None = None,
    outcome: Outcome | None = None,
    *,
    kept: tuple[CopyRow, ...] = (),
    days: tuple[date, date] | None = DAYS,
) -> DataSnapshot:
    return DataSnapshot(
        "/here/journal.sqlite",
        in_file=True,
        figures=(("12", "sessions recorded"),),
        days=days,
        copies=kept,
        copies_words="" if kept else "There is no copy yet.",
        work=work,
        outcome=outcome,
    )


@pytest.fixture
def page(qtbot: QtBot) -> DataPage:
    made = DataPage()
    made.show_snapshot(snapshot(kept=copies(2)), TODAY)
    show(qtbot, made, 1000, 2400)
    return made


def reads(page: DataPage, words: str) -> bool:
    """Whether these words can be read."""
    return any(words in one.text() for one in page.findChildren(QLabel) if one.isVisible())


def dates(page: DataPage) -> tuple[QDateEdit, QDateEdit]:
    first, last = page.delete.findChildren(QDateEdit)
    return first, last


def test_it_says_what_there_is_and_where(page: DataPage) -> None:
    assert reads(page, "sessions recorded")
    assert reads(page, "/here/journal.sqlite")
    assert reads(page, "HipCoach sends nothing anywhere")
    assert [] == nameless(page)


def test_a_journal_on_a_server_has_neither_folder_nor_copies(page: DataPage) -> None:
    page.show_snapshot(DataSnapshot("postgresql://server/journal", in_file=False), TODAY)

    assert not reads(page, "on this computer alone")
    names = [one.accessibleName() for one in page.findChildren(Button) if one.isVisible()]
    assert not {"Show the journal in its folder", "Copy now"} & {*names}
    assert not any(one.isVisible() for one in page.findChildren(Tick))


def test_each_form_is_asked_for(page: DataPage) -> None:
    asked, report = told(page.takeOutRequested), told(page.reportRequested)
    for name in NAMES[:4]:
        click(button(page, name))

    assert ([Form.WHOLE, Form.TABLE, Form.CALENDAR], [None]) == (asked, report)


def test_the_journal_is_shown_in_its_folder(page: DataPage) -> None:
    asked = told(page.folderRequested)
    click(button(page, "Show the journal in its folder"))

    assert ["/here/journal.sqlite"] == asked


def test_where_nothing_was_done_nothing_is_told(page: DataPage) -> None:
    assert not any(one.isVisible() for one in page.findChildren(DeedStrip))


def test_esc_leads_back(page: DataPage) -> None:
    left = told(page.leaveRequested)
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert [None] == left


def test_what_is_done_is_shown_where_it_was_asked_for(page: DataPage) -> None:
    button(page, "Choose a file…").setFocus()
    page.show_snapshot(snapshot(Work(Part.IN, "Reading all.json…", True, 0.4)), TODAY)

    (line,) = [one for one in page.findChildren(QProgressBar) if one.isVisible()]
    assert ("Progress", 40) == (line.accessibleName(), line.value())
    assert reads(page, "Reading all.json…")
    off = button(page, "Call off")
    assert QApplication.focusWidget() is off
    asked = told(page.callOffRequested)
    click(off)
    assert [None] == asked


def test_nothing_else_can_be_begun_meanwhile(page: DataPage) -> None:
    page.show_snapshot(snapshot(Work(Part.OUT, "Writing…", True), kept=copies(2)), TODAY)
    resting = [name for name in NAMES if not button(page, name).isEnabled()]
    assert NAMES == tuple(resting)
    assert not button(page, "Take back the copy of Day 1").isEnabled()
    page.show_snapshot(snapshot(Work(Part.OUT, "Writing…", True), kept=copies(4)), TODAY)
    settle()
    assert not button(page, "Take back the copy of Day 3").isEnabled()
    page.show_snapshot(snapshot(kept=copies(3)), TODAY)
    settle()

    assert all(button(page, name).isEnabled() for name in NAMES)
    assert button(page, "Take back the copy of Day 2").isEnabled()


@pytest.mark.parametrize("stoppable", [True, False])
def test_the_keys_come_back_to_where_they_were(page: DataPage, stoppable: bool) -> None:
    before = button(page, "Copy now")
    before.setFocus()
    page.show_snapshot(snapshot(Work(Part.IN, "Reading…", stoppable)), TODAY)
    page.show_snapshot(snapshot(Work(Part.IN, "Reading…", stoppable, 0.5)), TODAY)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == ("Call off" if stoppable else "Reading…")
    page.show_snapshot(snapshot(outcome=Outcome(Part.COPIES, "Done.")), TODAY)

    assert QApplication.focusWidget() is before


def test_the_keys_are_not_lost_with_a_copy_that_has_gone(page: DataPage) -> None:
    button(page, "Take back the copy of Day 1").setFocus()
    page.show_snapshot(snapshot(Work(Part.COPIES, "Copying…", False), kept=copies(2)), TODAY)
    page.show_snapshot(snapshot(Work(Part.COPIES, "Copying…", False), kept=copies(1)), TODAY)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    page.show_snapshot(snapshot(kept=copies(1)), TODAY)

    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)


def test_what_went_wrong_stands_out(page: DataPage) -> None:
    page.show_snapshot(snapshot(outcome=Outcome(Part.IN, "Line 3 is wrong.", wrong=True)), TODAY)
    (wrong,) = [
        one for one in page.findChildren(QFrame)
        if one.property("role") == "banner" and one.isVisible()
    ]  # fmt: skip

    assert "Line 3 is wrong." == wrong.accessibleName()


def test_a_file_that_was_written_is_shown_in_its_folder(page: DataPage) -> None:
    page.show_snapshot(snapshot(outcome=Outcome(Part.OUT, "It is there.", path="/o/a.json")), TODAY)
    asked = told(page.folderRequested)
    click(button(page, "Show in folder"))

    assert ["/o/a.json"] == asked


def test_what_was_left_out_can_be_brought_back(page: DataPage) -> None:
    left = Leftover("/in.json", "Bring it back?", "")
    page.show_snapshot(snapshot(outcome=Outcome(Part.IN, "Left out.", leftover=left)), TODAY)
    asked = told(page.bringBackRequested)
    click(button(page, "Bring it back…"))

    assert [left] == asked


def test_a_copy_says_why_it_was_made(page: DataPage) -> None:
    assert reads(page, "Day 1 · by you")


def test_a_copy_is_taken_back_by_its_name(page: DataPage) -> None:
    asked = told(page.takeBackRequested)
    click(button(page, "Take back the copy of Day 1"))

    assert [copies(2)[1]] == asked


def test_a_copy_that_cannot_be_read_is_not_offered(page: DataPage) -> None:
    bad = CopyRow("/copies/bad", "Day 9", "", "This copy can't be read.", False, "", "")
    page.show_snapshot(snapshot(kept=(bad,)), TODAY)
    settle()

    assert reads(page, "This copy can't be read.")
    assert "Take back the copy of Day 9" not in [
        one.accessibleName() for one in page.findChildren(Button)
    ]


def test_copies_that_are_unfolded_meanwhile_rest_as_well(page: DataPage) -> None:
    work = Work(Part.OUT, "Writing…", True)
    page.show_snapshot(snapshot(work, kept=copies(FEW + 2)), TODAY)
    click(button(page, f"Show all {FEW + 2}"))
    settle()

    assert not button(page, f"Take back the copy of Day {FEW}").isEnabled()


def test_few_copies_are_all_shown(page: DataPage) -> None:
    page.show_snapshot(snapshot(kept=copies(FEW)), TODAY)
    settle()

    assert reads(page, f"Day {FEW - 1}")
    shown = [one.text() for one in page.findChildren(Button) if one.isVisible()]
    assert not any("Show all" in words for words in shown)


def test_where_there_is_no_copy_it_is_said(page: DataPage) -> None:
    page.show_snapshot(snapshot(), TODAY)

    assert reads(page, "There is no copy yet.")


def test_many_copies_are_shown_when_they_are_asked_for(page: DataPage) -> None:
    page.show_snapshot(snapshot(kept=copies(FEW + 2)), TODAY)
    assert not reads(page, f"Day {FEW}")
    click(button(page, f"Show all {FEW + 2}"))
    settle()

    assert reads(page, f"Day {FEW + 1}")
    assert QApplication.focusWidget() is button(page, f"Take back the copy of Day {FEW}")


def test_days_are_deleted_from_the_first_to_the_last(page: DataPage) -> None:
    asked = told(page.deleteRequested)
    first, last = dates(page)
    first.setDate(QDate(2026, 2, 1))
    last.setDate(QDate(2026, 2, 7))
    click(button(page, "Delete…"))

    assert [Wish((date(2026, 2, 1), date(2026, 2, 7)))] == asked


def test_the_last_day_never_lies_before_the_first(page: DataPage) -> None:
    first, last = dates(page)
    last.setDate(QDate(2026, 2, 7))
    assert (date(2026, 2, 7), date(2026, 2, 7)) == page.delete.wish.span
    first.setDate(QDate(2026, 2, 20))
    assert (date(2026, 2, 20), date(2026, 2, 20)) == page.delete.wish.span


def test_what_is_half_typed_leaves_the_other_end_alone(page: DataPage) -> None:
    first, last = dates(page)
    last.setDate(QDate(2025, 12, 20))
    first.setDate(QDate(2025, 6, 10))
    last.setFocus()
    last.setSelectedSection(QDateEdit.Section.MonthSection)
    QTest.keyClicks(last, "11")
    press(last, Qt.Key.Key_Tab)

    assert (date(2025, 6, 10), date(2025, 11, 20)) == page.delete.wish.span


def test_what_is_being_typed_is_what_is_asked_for(page: DataPage) -> None:
    asked = told(page.deleteRequested)
    first, last = dates(page)
    first.setDate(QDate(2025, 6, 10))
    last.setFocus()
    last.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(last, "1")
    button(page, "Delete…").click()

    assert [Wish((date(2025, 6, 10), date(2026, 3, 1)))] == asked


def test_only_days_with_something_in_them_are_offered_and_the_last_first(page: DataPage) -> None:
    first, last = dates(page)

    assert QDate(2025, 1, 4) == first.minimumDate()
    assert (QDate(2026, 3, 2), QDate(2026, 3, 2)) == (first.date(), last.date())


def test_where_the_first_day_is_not_known_any_can_be_deleted(qtbot: QtBot) -> None:
    page = DataPage()
    qtbot.addWidget(page)
    page.show_snapshot(snapshot(days=None), TODAY)
    first, last = dates(page)

    assert QDate(2010, 1, 1) > first.minimumDate()
    assert QDate(2026, 3, 4) == last.date() == last.maximumDate()


def test_days_that_were_chosen_stay_while_the_page_is_shown_anew(page: DataPage) -> None:
    first, _last = dates(page)
    first.setDate(QDate(2026, 2, 1))
    page.show_snapshot(snapshot(Work(Part.OUT, "Writing…", True)), TODAY)

    assert QDate(2026, 2, 1) == first.date()


def test_everything_is_deleted_with_the_copies(page: DataPage) -> None:
    asked = told(page.deleteRequested)
    click(button(page, "Delete: Everything"))
    (tick,) = page.delete.findChildren(Tick)
    tick.click()
    click(button(page, "Delete…"))

    assert [Wish(None, copies=True)] == asked
    assert not any(one.isVisible() for one in dates(page))


def test_a_panel_of_others_stands_before_what_deletes(page: DataPage) -> None:
    more = Button("More")
    page.add_panel(frame("card", column(label("Two computers", "heading"), more)))
    settle()
    walked = [QApplication.focusWidget()]
    for _step in range(40):
        press(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    names = [one.accessibleName() for one in walked if one is not None]

    assert names.index("Copy now") < names.index("More") < names.index("Delete…")
    assert names.index("Delete…") < names.index("Back")


def test_it_fits_into_a_small_window(page: DataPage) -> None:
    page.show_snapshot(snapshot(kept=copies(3)), TODAY)

    assert page.minimumSizeHint().width() <= 800
