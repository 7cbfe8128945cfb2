"""Why the plan of a day is as it is: the evidence, the rule, what would change it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QLayout, QWidget

from hipcoach.app.plan_snapshots import WhySnapshot
from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, ScrolledColumn, column, frame, label, left_out, row
from hipcoach.ui.session_actions import keyed


class WhyPage(QWidget):
    """The reasons that were kept for one day, with the way to the days before and after."""

    dayRequested = Signal(object)
    """The `date` of another day."""
    liftRequested = Signal()
    """The person's own limit is not wanted any more."""
    leaveRequested = Signal()
    """Back to the other pages."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("why")
        self._shown: WhySnapshot | None = None
        self._title = label("", "overline")
        self._headline = label("", "display")
        self._earlier = _turn(_("&Earlier"), "back", _("The day before"))
        self._earlier.clicked.connect(self._go_back)
        self._later = _turn(_("&Later"), "forward", _("The day after"))
        self._later.clicked.connect(self._go_on)
        self._leave = Button(_("To &Today"), "quiet", "close")
        self._leave.clicked.connect(self.leaveRequested)
        self._scrolled = ScrolledColumn(widest=760)
        self._reasons = column(gap=4)
        body = self._scrolled.body
        body.addLayout(column(self._title, self._headline, gap=1))
        body.addLayout(self._reasons)
        body.addStretch(1)
        foot = row(self._earlier, self._later, margin=3)
        foot.addStretch(1)
        foot.addWidget(self._leave)
        whole = column(gap=0)
        whole.addWidget(self._scrolled, 1)
        whole.addWidget(frame("foot", foot))
        self.setLayout(whole)
        keyed(self, "", ("PgUp", "Alt+Left")).triggered.connect(self._earlier.click)
        keyed(self, "", ("PgDown", "Alt+Right")).triggered.connect(self._later.click)
        keyed(self, "", ("Esc",)).triggered.connect(self._leave.click)
        bar, steps = self._scrolled.verticalScrollBar(), QAbstractSlider.SliderAction
        for key, step in (("Up", steps.SliderSingleStepSub), ("Down", steps.SliderSingleStepAdd)):
            keyed(self, "", (key,), repeats=True).triggered.connect(partial(_scroll, bar, step))

    def lead_back(self, *, to_history: bool) -> None:
        """Say where the way back leads: to the day that was looked at, or to Today."""
        words = _("To the &day") if to_history else _("To &Today")
        self._leave.setText(words)
        self._leave.setAccessibleName(words.replace("&", ""))

    def show_snapshot(self, why: WhySnapshot) -> None:
        """Show the reasons of a day."""
        self._shown = why
        self._title.setText(why.title)
        self._headline.setText(why.headline)
        left_out(self._reasons)
        if why.evidence:
            self._put(_("What it rests on"), _listed(why.evidence))
        if why.rule:
            self._put(_("The rule"), column(label(why.rule)))
        if why.change:
            self._put(_("What would change it"), _listed(why.change))
        if why.may_lift:
            self._reasons.addLayout(self._way_up())
        if why.version_words:
            self._reasons.addWidget(label(why.version_words, "small"))
        for button, day in ((self._earlier, why.earlier), (self._later, why.later)):
            button.setEnabled(day is not None)
        self._scrolled.verticalScrollBar().setValue(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the way back."""
        super().focusInEvent(event)
        self._leave.setFocus(event.reason())

    def _way_up(self) -> QLayout:
        """Take back the wish to practise no more."""
        lift = Button(_("Allow up to &daily"))
        lift.clicked.connect(self.liftRequested)
        line = row(lift)
        line.addStretch(1)
        return line

    def _put(self, title: str, words: QLayout) -> None:
        self._reasons.addWidget(_card(title, words))

    def _go_back(self) -> None:
        if self._shown is not None and self._shown.earlier is not None:
            self.dayRequested.emit(self._shown.earlier)

    def _go_on(self) -> None:
        if self._shown is not None and self._shown.later is not None:
            self.dayRequested.emit(self._shown.later)


def _scroll(bar: QAbstractSlider, step: QAbstractSlider.SliderAction) -> None:
    bar.triggerAction(step)


def _turn(words: str, icon: str, name: str) -> Button:
    made = Button(words, "", icon, name=name)
    made.setEnabled(False)
    return made


def _card(title: str, words: QLayout) -> QFrame:
    return frame("card", column(label(title, "heading"), words, gap=2, margin=5))


def _listed(sentences: Iterable[str]) -> QLayout:
    """Sentences under each other, each behind a dot that hangs."""
    lines = column(gap=1)
    for sentence in sentences:
        dot = label("•", "mark", wrap=False)
        line = row(dot, label(sentence), gap=2)
        line.setStretch(1, 1)
        line.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(line)
    return lines
