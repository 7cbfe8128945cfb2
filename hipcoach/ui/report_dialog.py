"""Asks of which time a report is to be, and where it is to be kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from hipcoach.app.trends_view import SpanChoice
from hipcoach.app.words import _, pgettext
from hipcoach.ui.choice_row import ChoiceRow
from hipcoach.ui.pieces import Button, column, label, row


class ReportDialog(QDialog):
    """A span, and the way to a file."""

    chosen = Signal(object)
    """The `SpanChoice` of the report."""

    def __init__(self, parent: QWidget, span: SpanChoice) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Report for a professional"))
        self.setMinimumWidth(480)
        self._span = ChoiceRow(
            [
                (SpanChoice.FOUR_WEEKS, _("4 weeks")),
                (SpanChoice.THREE_MONTHS, _("3 months")),
                (SpanChoice.YEAR, _("1 year")),
                (SpanChoice.ALL, pgettext("span", "All")),
            ],
            _("How far back?"),
        )
        self._span.pick(span)
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
        self._span.setFocus()

    def _save(self) -> None:
        (span,) = self._span.picked
        self.accept()
        self.chosen.emit(span)
