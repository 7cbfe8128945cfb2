"""Joins trends to what reads them, and a report to its file.

What it takes is imported when trends are looked at: the first picture needs none of it.
"""

# ruff: noqa: PLC0415 - see above
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipcoach.ui.places import PLACES

if TYPE_CHECKING:
    from hipcoach.app.chart_snapshots import TrendsSnapshot
    from hipcoach.app.report_snapshots import ReportSnapshot
    from hipcoach.app.spans import SpanChoice
    from hipcoach.app.trends_desk import TrendsDesk
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages
    from hipcoach.ui.trends_panel import TrendsPanel

CODE = "trends"
"""The name of the page."""
BACK_TO = PLACES | {"data"}
"""The pages to which it leads back; from all others to Today."""


class TrendsWay(QObject):
    """Shows trends in a panel, wherever that stands, and keeps reports."""

    def __init__(
        self,
        window: MainWindow,
        pages: Pages,
        desk: Callable[[], TrendsDesk],
        keep: Callable[[Path, bytes], None],
    ) -> None:
        """`desk` makes what reads trends; `keep` writes a file, and raises KnownError."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._make_desk = desk
        self._keep = keep
        self._desk: TrendsDesk | None = None
        self._panel: TrendsPanel | None = None
        self._told: Callable[[str], None] | None = None
        """Where it is said what became of a report; `None`: in the panel."""
        self._from = "today"
        """The page that one came from."""
        pages.meet(self._join)
        window.placeChanged.connect(self._turned)

    def join(self, panel: TrendsPanel) -> None:
        """Let a panel show trends from now on."""
        self._begin()
        self._panel = panel
        panel.spanChosen.connect(lambda _span: self.look())
        panel.reportRequested.connect(self._ask_for_panel)

    def ask_report(self, told: Callable[[str], None]) -> None:
        """Ask of which time a report is to be; `told` is given what became of it, in a sentence."""
        from hipcoach.app.spans import SpanChoice

        self._begin()
        self._told = told
        self._ask_span(SpanChoice.THREE_MONTHS)

    def look(self) -> None:
        """Read what the panel is to show; when it is seen."""
        if self._desk is not None and self._panel is not None:
            self._panel.show_reading()
            self._desk.show(self._panel.chosen)

    def _begin(self) -> None:
        """Have somebody who reads, from the first time on."""
        if self._desk is None:
            self._desk = self._make_desk()
            self._desk.setParent(self)
            self._desk.changed.connect(self._show)
            self._desk.troubleChanged.connect(self._say)

    def _join(self, code: str) -> None:
        """Join the page, when it has just been built."""
        if code == CODE:
            page = self._pages.trends
            page.leaveRequested.connect(lambda: self._window.show_page(self._from))
            self.join(page.panel)

    def _turned(self, code: str) -> None:
        if code == CODE:
            self._told = None
            self.look()
        else:
            self._from = code if code in BACK_TO else "today"

    def _show(self, trends: TrendsSnapshot) -> None:
        if self._panel is not None:
            self._panel.show_snapshot(trends)

    def _say(self, words: str) -> None:
        if self._told is not None:
            self._told(words)
        elif self._panel is not None:
            self._panel.show_words(words)

    def _ask_for_panel(self) -> None:
        assert self._panel is not None
        self._told = None
        self._ask_span(self._panel.chosen)

    def _ask_span(self, span: SpanChoice) -> None:
        from hipcoach.ui.report_dialog import ReportDialog

        assert self._desk is not None
        earliest, today = self._desk.days
        dialog = ReportDialog(self._window, span, today, earliest)
        dialog.spanWanted.connect(self._desk.report)
        self._desk.reportReady.connect(dialog.show_report)
        self._desk.reportFailed.connect(dialog.show_trouble)
        dialog.chosen.connect(self._ask_where)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.begin()

    def _ask_where(self, report: ReportSnapshot) -> None:
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        from hipcoach.app.words import _

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder or Path.home()) / f"{report.file_name}.pdf")
        dialog = QFileDialog(self._window, _("Save the report"), start, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self._save(report, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, report: ReportSnapshot, path: Path) -> None:
        from hipcoach.app.phrases.errors import error_words
        from hipcoach.app.phrases.report import saved_words
        from hipcoach.core.errors import KnownError
        from hipcoach.ui.report.pdf import pdf_of

        try:
            self._keep(path, pdf_of(report))
        except KnownError as error:
            self._say(error_words(error))
        else:
            self._say(saved_words(str(path)))
