"""A chart with all that belongs to it: what it shows, what is pointed at, and its table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QSizePolicy

from hipcoach.app.chart_snapshots import ChartSnapshot
from hipcoach.app.words import _
from hipcoach.ui.chart_table import ChartTable
from hipcoach.ui.charts.view import ChartView
from hipcoach.ui.pieces import Button, column, label, row


class ChartCard(QFrame):
    """One chart; the same as a table where that is wished."""

    def __init__(self, shown: ChartSnapshot) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._shown = shown
        self._filled = False
        self._title, self._words = label("", "heading"), label("", "soft")
        self.view = ChartView()
        self.table = ChartTable()
        self.table.hide()
        self._place = label("", "strong")
        self._place.setMinimumHeight(QFontMetrics(self._place.font()).height())
        self._as_table = Button(_("Show as table"), "link", name=_("Show as table"))
        self._as_table.setCheckable(True)
        self._copy = Button(_("Copy as CSV"), "link")
        fixed = QSizePolicy.Policy.Fixed
        for button in (self._as_table, self._copy):
            button.setSizePolicy(fixed, fixed)
        self._copy.hide()
        self._as_table.toggled.connect(self._turn)
        self._copy.clicked.connect(lambda: self.table.copy(all_rows=True))
        self.view.placeChanged.connect(self._tell)
        foot = row(self._place, self._copy, self._as_table, gap=4)
        foot.setStretch(0, 1)
        for button in (self._copy, self._as_table):
            foot.setAlignment(button, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        words = column(self._title, self._words, gap=1)
        whole = column(words, self.view, self.table, foot, gap=3, margin=5)
        self.setLayout(whole)
        self.show_chart(shown)

    def show_chart(self, shown: ChartSnapshot) -> None:
        """Show a chart; what was a table before is one again."""
        self._shown = shown
        self._filled = False
        self.setObjectName(f"chart-{shown.code}")
        self._title.setText(shown.title)
        self._words.setText(shown.words)
        for button in (self._as_table, self._copy):
            button.setAccessibleDescription(shown.title)
        self.view.show_chart(shown)
        has_chart = shown.chart is not None
        self._as_table.setVisible(has_chart)
        if not has_chart:
            self._as_table.setChecked(False)
        self._turn(self._as_table.isChecked())

    @property
    def said(self) -> str:
        """What is said below the chart: what is there, or how to get there."""
        return self._place.text()

    def _tell(self, words: str) -> None:
        self._place.setProperty("role", "strong" if words else "soft")
        self._place.style().polish(self._place)
        if not words and not self.view.isHidden():
            words = _("Point at the chart, or walk through it with the arrow keys.")
        self._place.setText(words)

    def _turn(self, as_table: bool) -> None:
        if as_table and not self._filled:
            self._filled = True
            self.table.show_table(self._shown.table, self._shown.title)
        meant = self._as_table.hasFocus()
        for part in (self.table, self._copy):
            part.setVisible(as_table)
        self.view.setVisible(not as_table and self._shown.chart is not None)
        self._tell("")
        self._as_table.setText(_("Show as chart") if as_table else _("Show as table"))
        self._as_table.setAccessibleName(self._as_table.text())
        if as_table and meant:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
