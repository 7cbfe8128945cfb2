"""Two minutes about the person, and the plan that follows: every question can be skipped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QStackedWidget, QWidget

from hipcoach.app.phrases import set_up as phrases
from hipcoach.app.phrases.dates import weekday_short
from hipcoach.app.set_up import SetUp
from hipcoach.app.words import _
from hipcoach.core.week import proposed_days
from hipcoach.ui.foot_bar import FootBar
from hipcoach.ui.pieces import Button, ScrolledColumn, column, frame, label, left_out, row
from hipcoach.ui.progress_dots import ProgressDots
from hipcoach.ui.session_actions import keyed
from hipcoach.ui.set_up_steps import (
    DaysStep,
    GoalsStep,
    KneelingStep,
    PainStep,
    PropsStep,
    Step,
)


class SetUpPage(QWidget):
    """One question after the other, back and forth, and at the end the plan as a proposal.

    What was answered is told at the end, and also where somebody leaves before.
    """

    finished = Signal(object)
    """A `SetUp`: what is known of the person now."""
    startRequested = Signal(str)
    """The id of the routine that is suggested."""
    leaveRequested = Signal()
    """On to the other pages."""

    def __init__(self, props: Sequence[str], first_weekday: int = 0) -> None:
        """`props` are the codes of all that some exercise needs; weeks begin on `first_weekday`.

        0 is Monday.
        """
        super().__init__()
        self.setObjectName("set-up")
        self._props = tuple(props)
        self._first_weekday = first_weekday
        self._said = self._told = SetUp()
        self._times, self._routine = 2, ""
        self._place = 0
        self._steps: tuple[Step, ...] = (
            GoalsStep(),
            PainStep(),
            KneelingStep(),
            PropsStep(props),
            DaysStep(first_weekday),
        )
        self._plan = ScrolledColumn(widest=760, margin=6)
        self._first: QWidget = self._plan
        """What has the keyboard first in the plan."""
        # A widget, since a layout without one would show its first page as a window of its own.
        self._stack = QStackedWidget()
        for page in (*self._steps, self._plan):
            self._stack.addWidget(page)
        self._back = Button(_("&Back"), "", "back")
        self._back.clicked.connect(self._go_back)
        self._dots = ProgressDots(len(self._steps))
        self._leave = Button(_("To &Today"), "quiet", "close")
        self._leave.clicked.connect(self._go_away)
        self._skip = Button(_("&Skip"), "", "forward", name=_("Skip this question"))
        self._skip.clicked.connect(self._skip_it)
        self._next = Button(_("&Continue"), "primary")
        self._next.clicked.connect(self._go_on)
        foot = FootBar((self._back, self._dots), (self._leave, self._skip, self._next))
        head = row(label(phrases.title(), "strong", wrap=False), gap=4, margin=3)
        head.addWidget(label(phrases.introduction(), "small"), 1)
        whole = column(gap=0)
        whole.addWidget(frame("bar", head))
        whole.addWidget(self._stack, 1)
        whole.addWidget(foot)
        self.setLayout(whole)
        self._learn_keys()
        self.begin(SetUp())

    def begin(self, said: SetUp, times: int = 2, routine: str = "") -> None:
        """Begin anew with what was said before.

        `times` is how often a week the plan asks for; `routine` the id of what can be started
        at the end, empty: nothing can.
        """
        self._said = self._told = said
        self._times, self._routine = times, routine
        for step in self._steps:
            step.show_answers(said)
        self._turn_to(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on: with a proxy, Tab would go around within that."""
        super().focusInEvent(event)
        self._first.setFocus(event.reason())

    def _learn_keys(self) -> None:
        for number in range(10):
            action = keyed(self, "", (str(number),))
            action.triggered.connect(lambda _on=False, number=number: self._choose(number))
        keyed(self, "", ("PgUp",)).triggered.connect(self._back.click)
        keyed(self, "", ("PgDown",)).triggered.connect(self._next.click)

    def _choose(self, number: int) -> None:
        if self._place < len(self._steps):
            self._steps[self._place].choose(number)

    def _go_on(self) -> None:
        if self._place < len(self._steps):
            self._said = self._steps[self._place].answers(self._said)
            self._turn_to(self._place + 1)

    def _skip_it(self) -> None:
        """Leave it as it was."""
        self._steps[self._place].show_answers(self._said)
        self._turn_to(self._place + 1)

    def _go_back(self) -> None:
        if self._place:
            self._turn_to(self._place - 1)

    def _go_away(self) -> None:
        self.tell()
        self.leaveRequested.emit()

    def tell(self) -> None:
        """Tell what was answered up to now, where that is new."""
        if self._said != self._told:
            self._told = self._said
            self.finished.emit(self._said)

    def _turn_to(self, place: int) -> None:
        self._place = place
        asking = place < len(self._steps)
        if not asking:
            self.tell()
            self._show_plan()
        page = self._steps[place] if asking else self._plan
        self._stack.setCurrentWidget(page)
        page.verticalScrollBar().setValue(0)
        self._dots.show_place(place)
        self._back.setEnabled(place > 0)
        for button in (self._skip, self._next, self._leave):
            button.setVisible(asking)
        if asking:
            self._first = self._steps[place].first
        if self.isVisible():
            self._first.setFocus()

    def _show_plan(self) -> None:
        left_out(self._plan.body)
        said = self._said
        days = proposed_days(self._times, said.weekdays)
        words = phrases.proposal_words(len(days), days, said.time)
        lines = [label(line) for line in phrases.follows_words(said, self._props)]
        begin = Button(_("&Start now"), "primary", "play")
        begin.setProperty("big", True)
        if not self._routine:
            begin.hide()
        begin.clicked.connect(lambda: self.startRequested.emit(self._routine))
        later = Button(_("To &Today"), "" if self._routine else "primary")
        later.setProperty("big", True)
        later.clicked.connect(self.leaveRequested)
        buttons = row(begin, later)
        for button in (begin, later):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        buttons.addStretch(1)
        self._first = begin if self._routine else later
        whole = column(label(words, "title"), gap=4, margin=6)
        whole.addLayout(self._week(days))
        whole.addLayout(column(*lines, gap=1))
        whole.addLayout(buttons)
        card = frame("card", whole)
        body = self._plan.body
        body.addStretch(1)
        body.addWidget(card)
        # What is not shown yet can't take the keyboard.
        card.show()
        changed = label(_("You can change all of this under “About you” in the settings."), "soft")
        changed.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(changed)
        body.addStretch(2)

    def _week(self, days: Sequence[int]) -> QLayout:
        """The week with the days that are proposed."""
        line = row(gap=1)
        for number in range(7):
            day = (self._first_weekday + number) % 7
            chip = label(weekday_short(phrases.A_MONDAY + timedelta(days=day)), "chip", wrap=False)
            chip.setProperty("active", "true" if day in days else "")
            chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line.addWidget(chip, 1)
        line.addStretch(2)
        return line
