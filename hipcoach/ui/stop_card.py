"""What stands in the place of the plan while all is stopped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.app.plan_snapshots import PlanSnapshot
from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, column, row
from hipcoach.ui.plan_card import why_button
from hipcoach.ui.referral import Referral


class StopCard(QWidget):
    """What to do first, and the ways to the reasons and out of it; nothing starts from here."""

    whyRequested = Signal(object)
    """`None`: why today?"""
    clearanceRequested = Signal()
    """A professional has said that practice may go on: that is to be recorded."""

    def __init__(self) -> None:
        super().__init__()
        self._referral = Referral()
        self.why = why_button()
        self.why.clicked.connect(lambda: self.whyRequested.emit(None))
        cleared = Button(_("I have been &cleared…"), "", "check")
        cleared.clicked.connect(self.clearanceRequested)
        ways = row(cleared, self.why, gap=4)
        ways.addStretch(1)
        self.setLayout(column(self._referral, ways, gap=4))
        self.hide()

    def show_plan(self, plan: PlanSnapshot | None) -> None:
        """Say what to do where the plan is stopped; else be hidden."""
        stop = plan.stop if plan else None
        self.setVisible(stop is not None)
        if plan is not None and stop is not None:
            self._referral.show_advice(stop, plan.reason)
