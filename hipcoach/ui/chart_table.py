"""A chart as a table, to be read cell by cell and taken along as CSV."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from hipcoach.app.chart_snapshots import Table
from hipcoach.core.csv_text import csv_text

ROWS = 12
"""So many are seen at once."""

_SHEET = """
QTableView { border: none; background: transparent; }
QTableView::item { padding: 0 10px; }
QHeaderView { background: transparent; }
QHeaderView::section { background: transparent; border: none; padding: 4px 10px;
  border-bottom: 1px solid palette(mid); }
"""


class ChartTable(QTableWidget):
    """Rows to be read; Ctrl+C takes those that are chosen, or all, with their header."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table((), ())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setStyleSheet(_SHEET)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_table(self, table: Table, name: str) -> None:
        """Show these rows; `name` is what a screen reader says of the whole."""
        self._table = table
        for part in (self, self.horizontalHeader()):
            part.setAccessibleName(name)
        self.clear()
        self.setColumnCount(len(table.header))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels(list(table.header))
        for row, cells in enumerate(table.rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if words[:1].isdecimal():
                    top = Qt.AlignmentFlag.AlignVCenter
                    item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | top)
                self.setItem(row, column, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        line = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(header.sizeHint().height() + line * min(ROWS, len(table.rows) + 1) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is chosen."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def copy(self, *, all_rows: bool = False) -> None:
        """Put the rows that are chosen, or all of them, on the clipboard as CSV."""
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        rows = self._table.rows
        if chosen and not all_rows:
            rows = tuple(rows[row] for row in chosen)
        QGuiApplication.clipboard().setText("".join(csv_text(self._table.header, rows)))
