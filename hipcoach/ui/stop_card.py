"""What stands in the place of the plan while all is stopped: what to do first, and what ends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from hipcoach.app.phrases.plan import clearance_words, look_at_it_words
from hipcoach.app.phrases.safety import flag_words, urgency_title, urgency_words
from hipcoach.app.plan_snapshots import PlanSnapshot
from hipcoach.app.words import _
from hipcoach.core.safety import Urgency
from hipcoach.ui.pieces import Button, column, label, left_out, row
from hipcoach.ui.plan_card import why_button


class StopCard(QFrame):
    """Refers by how urgent it is, and names no diagnosis; nothing can be started from it."""

    whyRequested = Signal(object)
    """`None`: why today?"""
    clearanceRequested = Signal()
    """A professional has said that practice may go on: that is to be recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "referral")
        self._body = column(gap=3)
        self.why = why_button()
        self.why.clicked.connect(lambda: self.whyRequested.emit(None))
        self.cleared = Button(_("I have been &cleared…"), "", "check")
        self.cleared.clicked.connect(self.clearanceRequested)
        ways = row(self.cleared, self.why, gap=4)
        ways.addStretch(1)
        whole = column(gap=4, margin=6)
        whole.addLayout(self._body)
        whole.addLayout(ways)
        self.setLayout(whole)
        self.hide()

    def show_plan(self, plan: PlanSnapshot | None) -> None:
        """Say what to do where the plan is stopped; else be hidden."""
        stop = plan.stop if plan else None
        self.setVisible(stop is not None)
        if plan is None or stop is None:
            return
        left_out(self._body)
        urgency = stop.urgency or Urgency.APPOINTMENT
        self.setProperty("tone", "danger" if urgency is Urgency.EMERGENCY else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self._body.addWidget(label(urgency_title(urgency), "title"))
        does = urgency_words(urgency) if stop.flags else look_at_it_words()
        self._body.addWidget(label(does, "lead"))
        if stop.flags:
            self._body.addWidget(label(_("You ticked:"), "strong"))
        else:
            self._body.addWidget(label(plan.reason))
        for code in stop.flags:
            self._body.addWidget(label(f"•  {flag_words(code)}"))
        self._body.addWidget(label(clearance_words()))
