"""The plan at the top of the Today page, with the routine that it suggests."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hipcoach.app.plan_snapshots import PlanSnapshot
from hipcoach.app.words import _
from hipcoach.ui.muscle_minutes import MuscleList
from hipcoach.ui.pieces import GAPS, Button, column, frame, grown, label, row
from hipcoach.ui.week_dots import WeekDots

_SIDE_BY_SIDE = 600
"""Pixels of width from which the week stands beside the words."""


class PlanStrip(QWidget):
    """What the plan says of today, why, and the week."""

    whyRequested = Signal(object)
    """The `date` that is asked about; `None`: today."""

    def __init__(self) -> None:
        super().__init__()
        self._headline = label("", "title")
        self._reason = label("")
        self.why = why_button()
        self.why.clicked.connect(lambda: self.whyRequested.emit(None))
        policy = self.why.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.why.setSizePolicy(policy)
        self._dots = WeekDots()
        self._dots.dayChosen.connect(self.whyRequested)
        self._week = label("", "soft")
        words = column(self._headline, self._reason, self.why, gap=1)
        # A narrow button would keep the whole column as narrow as itself.
        words.setAlignment(self.why, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        week = column(self._dots, self._week, gap=1)
        week.setAlignment(self._dots, Qt.AlignmentFlag.AlignLeft)
        week.addStretch(1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAPS.space(6))
        self._layout.addLayout(words, 1)
        self._layout.addLayout(week)

    def show_plan(self, plan: PlanSnapshot | None) -> None:
        """Show the plan; `None` keeps room for it, so that nothing jumps when it comes."""
        empty = " "
        self._headline.setText(plan.headline if plan else empty)
        self._reason.setText(plan.reason if plan else empty)
        self._week.setText(plan.week_words if plan else empty)
        self._dots.show_week(plan.week if plan else (), plan.week_words if plan else "")
        self.why.setVisible(plan is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the week below the words where the window is narrow."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = self.width() >= grown(self, _SIDE_BY_SIDE)
        self._layout.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._layout.setSpacing(GAPS.space(6 if wide else 3))


class PlanCard(QFrame):
    """The plan, the routine for today, and what else is to be known, each in a quiet line."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.strip = PlanStrip()
        self._line = frame("rule")
        self.routine: QVBoxLayout = column()
        self._last = label("", "soft")
        self._changed = label("", "soft")
        self._balance = label("", "soft")
        self._breaks = label("", "soft")
        self._muscles = MuscleList()
        quiet = column(self._changed, self._last, self._balance, self._muscles, self._breaks, gap=1)
        whole = column(self.strip, self._line, gap=4, margin=5)
        whole.addLayout(self.routine)
        whole.addLayout(quiet)
        self.setLayout(whole)
        self.show_plan(None)
        self.show_last("")

    def show_plan(self, plan: PlanSnapshot | None, *, expected: bool = False) -> None:
        """Show the plan; without one the routine alone, with room for a plan that is expected."""
        self.strip.show_plan(plan)
        for part in (self.strip, self._line):
            part.setVisible(plan is not None or expected)
        _tell(self._changed, "\n".join(plan.changed) if plan else "")
        _tell(self._balance, plan.balance_words if plan else "")
        self._muscles.show_muscles(plan.muscles if plan else ())
        _tell(self._breaks, plan.break_words if plan else "")

    def show_last(self, words: str) -> None:
        """Say what was done last; empty: it is said elsewhere."""
        _tell(self._last, words)


class OfferCard(QFrame):
    """A choice that is no recommendation: both answers are equally large."""

    accepted = Signal()
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "hero")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._words = label("")
        try_it, stay = Button(_("Try it")), Button(_("Stay at 3–4 a week"))
        try_it.clicked.connect(self.accepted)
        stay.clicked.connect(self.declined)
        answers = row(gap=3)
        for button in (try_it, stay):
            answers.addWidget(button, 1)
        answers.addStretch(1)
        self.setLayout(column(self._words, answers, margin=4))
        self.hide()

    def show_words(self, words: str) -> None:
        """Ask this; empty: there is nothing to choose."""
        self._words.setText(words)
        self.setVisible(bool(words))


def _tell(line: QLabel, words: str) -> None:
    line.setText(words)
    line.setVisible(bool(words))


def why_button() -> Button:
    """The quiet way to the reasons."""
    made = Button(_("&Why?"), "link", name=_("Why is the plan like this?"))
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
