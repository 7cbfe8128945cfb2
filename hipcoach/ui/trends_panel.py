"""Trends: how practice went over weeks, months and years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hipcoach.app.spans import SpanChoice
from hipcoach.app.words import _
from hipcoach.ui.pieces import GAPS, Button, column, frame, grown, label
from hipcoach.ui.span_row import SpanRow
from hipcoach.ui.tab_order import read_through

if TYPE_CHECKING:
    from hipcoach.app.chart_snapshots import ChartSnapshot, TrendsSnapshot
    from hipcoach.ui.chart_card import ChartCard

_SIDE_BY_SIDE: Final = 640
"""Pixels of width from which the way to the report stands beside the spans."""


class TrendsPanel(QWidget):
    """The charts of a span, under the choice of how far back they go."""

    spanChosen = Signal(object)
    """A `SpanChoice`."""
    reportRequested = Signal()
    """A report for a professional is wanted."""
    filled = Signal()
    """The last of the charts is there."""

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
        self._empty = label("")
        self._nothing = frame("card", column(self._empty, margin=5))
        self._nothing.hide()
        self._column = column(self._nothing, gap=5)
        self._cards: list[ChartCard] = []
        self._coming: list[tuple[int, ChartSnapshot]] = []
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_next)
        self.setLayout(column(self._head, self._title, self._told, self._column, gap=3))
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
        """Show the charts of a span, each in the place of the one before it."""
        self._title.setText(trends.title)
        self.report.setEnabled(not trends.empty_words)
        self._empty.setText(trends.empty_words)
        self._nothing.setVisible(bool(trends.empty_words))
        for card in self._cards[len(trends.charts) :]:
            card.hide()
        self._coming = list(enumerate(trends.charts))
        self._later.start()

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
        if not self._coming:
            self._later.stop()
            read_through(self)
            self.filled.emit()
            return
        number, chart = self._coming.pop(0)
        if number < len(self._cards):
            self._cards[number].show_chart(chart)
            self._cards[number].show()
            return
        from hipcoach.ui.chart_card import ChartCard  # noqa: PLC0415 - the page is there sooner

        self._cards.append(ChartCard(chart))
        self._column.addWidget(self._cards[number])

    def _choose(self, span: SpanChoice) -> None:
        self.show_words("")
        self.spanChosen.emit(span)
