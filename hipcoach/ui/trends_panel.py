"""Trends: how practice went over weeks, months and years."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hipcoach.app.chart_snapshots import ChartSnapshot, TrendsSnapshot
from hipcoach.app.spans import SpanChoice
from hipcoach.app.words import _
from hipcoach.ui.chart_card import ChartCard
from hipcoach.ui.pieces import GAPS, Button, column, frame, grown, label, left_out
from hipcoach.ui.span_row import SpanRow
from hipcoach.ui.tab_order import read_through

_SIDE_BY_SIDE: Final = 640
"""Pixels of width from which the way to the report stands beside the spans."""


class TrendsPanel(QWidget):
    """The charts of a span, under the choice of how far back they go."""

    spanChosen = Signal(object)
    """A `SpanChoice`."""
    reportRequested = Signal()
    """A report for a professional is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trends-panel")
        self._span = SpanRow(SpanChoice.THREE_MONTHS)
        self._span.spanChosen.connect(self._choose)
        self.report = Button(_("&Report for a professional…"))
        self.report.clicked.connect(self.reportRequested)
        self._title = label("", "soft")
        self._told = label("")
        self._told.hide()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(GAPS.space(4))
        self._head.addWidget(self._span)
        self._head.addStretch(1)
        self._head.addWidget(self.report)
        self._cards = column(gap=5)
        self._coming: list[ChartSnapshot] = []
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_next)
        self.setLayout(column(self._head, self._title, self._told, self._cards, gap=3))
        self.setFocusProxy(self._span)

    @property
    def chosen(self) -> SpanChoice:
        """How far back they go."""
        return self._span.chosen

    @property
    def told(self) -> str:
        """What is said of a report, or what is wrong; empty: nothing."""
        return self._told.text()

    def show_snapshot(self, trends: TrendsSnapshot) -> None:
        """Show the charts of a span."""
        self._title.setText(trends.title)
        left_out(self._cards)
        self.report.setEnabled(not trends.empty_words)
        if trends.empty_words:
            self._cards.addWidget(frame("card", column(label(trends.empty_words), margin=5)))
        self._coming = list(trends.charts)
        self._show_next()

    def show_reading(self) -> None:
        """Say that a span is being read; what was shown before stays until then."""
        self._title.setText(_("Reading the journal…"))

    def show_words(self, words: str) -> None:
        """Say how a report went, or what is wrong; empty: nothing."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the way to the report below the spans where the window is narrow."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = self.width() >= grown(self, _SIDE_BY_SIDE)
        self._head.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._span.setMinimumWidth(min(self._span.least_width, self.width()))

    def _show_next(self) -> None:
        """Show one more chart: all at once the window would stand still for a moment."""
        if self._coming:
            self._cards.addWidget(ChartCard(self._coming.pop(0)))
            self._later.start()
        else:
            self._later.stop()
            read_through(self)

    def _choose(self, span: SpanChoice) -> None:
        self.show_words("")
        self.spanChosen.emit(span)
