"""Asks of which time a report is to be, and where it is to be kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from hipcoach.app.spans import SpanChoice
from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, column, label, row
from hipcoach.ui.span_row import SpanRow


class ReportDialog(QDialog):
    """A span, and the way to a file."""

    chosen = Signal(object)
    """The `SpanChoice` of the report."""

    def __init__(self, parent: QWidget, span: SpanChoice) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Report for a professional"))
        self.setMinimumWidth(480)
        self._span = SpanRow(span)
        leave, save = Button(_("&Cancel")), Button(_("&Save as PDF…"), "primary")
        leave.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        foot = row(gap=3)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(save)
        words = _(
            "One or two pages for a doctor or physiotherapist: how often you practised, pain and "
            "soreness, what the plan did and why, the exercises and how hard they are. It stays "
            "on this computer until you give it to somebody."
        )
        whole = column(
            label(_("Report for a professional"), "heading"),
            label(words),
            label(_("How far back?"), "soft"),
            self._span,
            foot,
            gap=4,
            margin=6,
        )
        self.setLayout(whole)
        save.setDefault(True)
        save.setFocus()

    def _save(self) -> None:
        self.accept()
        self.chosen.emit(self._span.chosen)
