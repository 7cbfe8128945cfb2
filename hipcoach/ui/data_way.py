"""The way to the page of the journal as a whole, and what is asked for there.

What it takes is imported when the page is opened: hardly anybody needs it on most days.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QFileDialog

    from hipcoach.app.data_desk import DataDesk
    from hipcoach.app.data_snapshots import CopyRow, DataSnapshot, Form, Leftover, Weighed, Wish
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

CODE: Final = "data"
"""The name of the page."""

Told = Callable[[str], None]


class DataWay(QObject):
    """Joins the page to its desk, and puts the questions in between."""

    journalChanged = Signal()
    """The journal was written, or another put in its place: what was read of it is old."""

    def __init__(
        self,
        window: MainWindow,
        pages: Pages,
        desk: Callable[[], DataDesk],
        report: Callable[[Told], None],
        today: Callable[[], date],
    ) -> None:
        """`desk` makes what the page shows; `report` asks for a report and tells how that went."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._make_desk = desk
        self._report = report
        self._today = today
        self._desk: DataDesk | None = None
        self._from = "settings"
        """The page that one came from."""
        pages.meet(self._join)
        window.placeChanged.connect(self._turned)

    @property
    def desk(self) -> DataDesk:
        """What the page shows, from its first look on."""
        if self._desk is None:
            self._desk = self._make_desk()
            self._desk.setParent(self)
            self._desk.changed.connect(self._show)
            self._desk.weighed.connect(self._ask_to_delete)
            self._desk.journalChanged.connect(self.journalChanged)
        return self._desk

    def open(self) -> None:
        """Show the page."""
        self._from = self._window.shown
        self._window.show_page(CODE)

    def _join(self, code: str) -> None:
        """Join a page that has just been built."""
        pages = self._pages
        match code:
            case "settings":
                pages.settings.journalRequested.connect(self.open)
            case "history":
                pages.history.calendar.head.journalWanted.connect(self.open)
            case "data":
                page, desk = pages.data, self.desk
                page.leaveRequested.connect(self._leave)
                page.takeOutRequested.connect(self._ask_where)
                page.reportRequested.connect(lambda: self._report(desk.tell_of_report))
                page.bringInRequested.connect(self._ask_which)
                page.bringBackRequested.connect(self._ask_to_bring_back)
                page.copyRequested.connect(desk.copy)
                page.takeBackRequested.connect(self._ask_to_take_back)
                page.deleteRequested.connect(desk.weigh)
                page.callOffRequested.connect(desk.call_off)
                page.folderRequested.connect(_show_folder)
                self._show(desk.snapshot)

    def _leave(self) -> None:
        self._window.show_page(self._from)
        if self._window.shown == "settings":
            self._pages.settings.journal.setFocus()

    def _turned(self, code: str) -> None:
        """What may have changed meanwhile is looked at when the page is seen."""
        if code == CODE:
            self.desk.look()
        elif self._desk is not None:
            self._desk.leave()

    def _show(self, shown: DataSnapshot) -> None:
        if self._pages.has(CODE):
            self._pages.data.show_snapshot(shown, self._today())

    def _ask_where(self, form: Form) -> None:
        from PySide6.QtWidgets import QFileDialog

        from hipcoach.app.phrases.data import offer_of

        offer = offer_of(form, self._today())
        start = str(_documents() / offer.name)
        kind = f"{offer.kind} (*.{form.value})"
        dialog = QFileDialog(self._window, offer.title, start, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.value)
        dialog.fileSelected.connect(lambda name: self.desk.take_out(form, Path(name)))
        _open(dialog)

    def _ask_which(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from hipcoach.app.phrases.data import wanted_words

        title, kind, any_kind = wanted_words()
        kinds = f"{kind} (*.json);;{any_kind} (*)"
        dialog = QFileDialog(self._window, title, str(_documents()), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.desk.bring_in(Path(name)))
        _open(dialog)

    def _ask_to_bring_back(self, left: Leftover) -> None:
        from hipcoach.app.words import _

        self._ask(
            left.question,
            left.more,
            (_("&Leave it as it is"), _("&Bring it back")),
            lambda: self.desk.bring_in(Path(left.path), back=True),
        )

    def _ask_to_take_back(self, copy: CopyRow) -> None:
        from hipcoach.app.words import _

        self._ask(
            copy.question,
            copy.more,
            (_("&Leave it as it is"), _("&Take back")),
            lambda: self.desk.take_back(copy.path),
        )

    def _ask_to_delete(self, found: Weighed) -> None:
        from hipcoach.app.words import _

        def forget(wish: Wish = found.wish) -> None:
            self.desk.forget(wish)

        self._ask(found.question, found.more, (_("&Keep it"), _("&Delete")), forget)

    def _ask(
        self, question: str, more: str, answers: tuple[str, str], then: Callable[[], None]
    ) -> None:
        """Ask before the journal loses something; never in the middle of a session."""
        from hipcoach.ui.dialogs import ask

        def go_on() -> None:
            # A break may have begun while the question stood there: its rows have to find a place.
            if not self._window.running:
                then()

        if not self._window.running:
            stay, leave = answers
            ask(self._window, question, more=more, stay=stay, leave=leave, then=go_on)


def _open(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _documents() -> Path:
    """Where people keep files of their own."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place))
    return found if found.is_dir() else Path.home()


def _show_folder(file: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(file).parent)))
