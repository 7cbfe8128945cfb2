"""Trends on a page of their own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, ScrolledColumn, column, frame, label, row
from hipcoach.ui.session_actions import keyed
from hipcoach.ui.trends_panel import TrendsPanel


class TrendsPage(QWidget):
    """The panel, scrolled, with the way back."""

    leaveRequested = Signal()
    """Back to where one came from."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trends")
        self.panel = TrendsPanel()
        scrolled = ScrolledColumn(widest=1000)
        scrolled.body.addWidget(label(_("Trends"), "display"))
        scrolled.body.addWidget(self.panel)
        scrolled.body.addStretch(1)
        leave = Button(_("&Back"), "quiet", "back")
        leave.clicked.connect(self.leaveRequested)
        foot = row(margin=3)
        foot.addStretch(1)
        foot.addWidget(leave)
        whole = column(gap=0)
        whole.addWidget(scrolled, 1)
        whole.addWidget(frame("foot", foot))
        self.setLayout(whole)
        keyed(self, "", ("Esc",)).triggered.connect(leave.click)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the choice of the span."""
        super().focusInEvent(event)
        self.panel.setFocus(event.reason())
