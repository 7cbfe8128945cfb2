"""Asks of which time a report is to be, and shows what will be in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from hipcoach.app.phrases.report import contents_words
from hipcoach.app.report_snapshots import ReportSnapshot
from hipcoach.app.spans import FromTo, Span, SpanChoice, span_of
from hipcoach.app.words import _
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.from_to import FromToFields
from hipcoach.ui.pieces import Button, ScrolledColumn, column, grown, label, row
from hipcoach.ui.report_preview import ReportPreview
from hipcoach.ui.span_row import SpanRow

_WIDTH, _HEIGHT = 800, 440
_WORDS = 340
"""Pixels of width that what is read and chosen has at least."""
_EDGE = 24
"""Pixels of the window that are seen around it."""


class ReportDialog(QDialog):
    """A span, the pages that come of it, and the way to a file."""

    spanWanted = Signal(object)
    """The `Span` of which a report is to be read: `show_report` or `show_trouble` follows."""
    chosen = Signal(object)
    """The `ReportSnapshot` that is to be kept."""

    def __init__(
        self, parent: QWidget, span: SpanChoice, today: date, earliest: date | None
    ) -> None:
        """`earliest` is the day of the first session."""
        super().__init__(parent)
        self.setWindowTitle(_("Report for a professional"))
        self._today, self._earliest = today, earliest
        self._report: ReportSnapshot | None = None
        self._ready = False
        """Whether there was a report that could be kept."""
        self._spans = SpanRow(span)
        self._spans.spanChosen.connect(self._choose)
        self._days = FromToFields()
        self._days.offer(span_of(SpanChoice.ALL, today, earliest)[0], today)
        self._days.changed.connect(self._take)
        self._told = label("", "soft")
        self._pages = ReportPreview()
        self._pages.counted.connect(self._tell)
        self._save = Button(_("&Save as PDF…"), "primary")
        self._save.clicked.connect(self._keep)
        leave = Button(_("&Cancel"))
        leave.clicked.connect(self.reject)
        foot = row(gap=3, margin=4)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self._save)
        words = _(
            "One or two pages for a doctor or physiotherapist: how often you practised, pain and "
            "soreness, what the plan did and why, the exercises and how hard they are. It stays "
            "on this computer until you give it to somebody."
        )
        asked = QWidget()
        asked.setLayout(
            column(
                label(words),
                label(_("How far back?"), "strong"),
                self._spans,
                self._days,
                self._told,
                gap=3,
            )
        )
        asked.setMinimumWidth(min(grown(self, _WORDS), parent.width() - 4 * _EDGE))
        scrolled = ScrolledColumn(margin=6)
        scrolled.body.addWidget(label(_("Report for a professional"), "heading"))
        scrolled.body.addWidget(FoldingRow(asked, self._pages, gap=5, widest=asked))
        scrolled.body.addStretch(1)
        self.setLayout(column(scrolled, foot, gap=0))
        self._save.setDefault(True)
        room = parent.size()
        self.resize(
            min(grown(self, _WIDTH), room.width() - _EDGE),
            min(grown(self, _HEIGHT), room.height() - _EDGE),
        )

    def begin(self) -> None:
        """Ask for the report of the span that is offered."""
        self._choose(self._spans.chosen)

    def show_report(self, report: ReportSnapshot) -> None:
        """Show what was asked for."""
        self._report = report
        self._pages.show_report(report)

    def show_trouble(self, words: str) -> None:
        """Say why there is none."""
        self._told.setText(words)
        self._pages.clear()

    def _choose(self, choice: SpanChoice) -> None:
        self._days.show_span(*span_of(choice, self._today, self._earliest))
        self._want(choice)

    def _take(self, days: FromTo) -> None:
        self._spans.let_go()
        self._want(days)

    def _want(self, span: Span) -> None:
        self._report = None
        self._told.setText(_("Reading the journal…"))
        self._save.setEnabled(False)
        self.spanWanted.emit(span)

    def _tell(self, pages: int) -> None:
        """Say what is in it; now it can be kept."""
        assert self._report is not None
        self._told.setText(contents_words(pages, self._report.contents))
        self._save.setEnabled(True)
        if not self._ready:
            self._ready = True
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        assert self._report is not None
        self.accept()
        self.chosen.emit(self._report)
