"""The first page of all: what this is, what it is not, and whether something speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from hipcoach.app.phrases.safety import (
    flag_words,
    urgency_title,
    urgency_words,
    what_it_is,
    what_it_is_not,
    why_not_now_words,
)
from hipcoach.app.words import _
from hipcoach.core.safety import Advice, RedFlag, Urgency, advice
from hipcoach.ui.pieces import (
    Button,
    CardGrid,
    ScrolledColumn,
    column,
    frame,
    label,
    left_out,
    row,
)
from hipcoach.ui.tick import Tick


class FirstStartPage(QWidget):
    """Questions before the first session; whoever ticks a sign is referred, and starts none."""

    answered = Signal(object)
    """An `Advice`: the signs that apply, and how soon they should be looked at."""
    leaveRequested = Signal()
    """On to the other pages."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("first-start")
        self._ticks = {flag.value: Tick(flag_words(flag)) for flag in RedFlag}
        self._none = Tick(_("None of these apply to me"))
        self._none.clicked.connect(self._tick_none)
        for tick in self._ticks.values():
            tick.clicked.connect(self._tick_some)
        self._go = Button(_("&Continue"), "primary")
        self._go.setProperty("big", True)
        self._go.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._go.clicked.connect(self._answer)
        self._back = Button(_("&Change my answers"), "", "back")
        self._back.clicked.connect(self._ask_again)
        self._leave = Button(_("&Look around without a session"))
        self._leave.clicked.connect(self.leaveRequested)
        self._referral = column(gap=4, margin=6)
        self._close = Button(_("Leave it as it &is"), "quiet")
        self._close.clicked.connect(self.leaveRequested)
        self._questions = self._question_page()
        self._refers = self._referral_page()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._questions)
        self._stack.addWidget(self._refers)
        self.show_snapshot(None)

    def show_snapshot(self, flags: Sequence[str] | None) -> None:
        """Show the questions with what was answered last: codes; `None` where never answered."""
        known = set(flags or ())
        for code, tick in self._ticks.items():
            tick.setChecked(code in known)
        self._none.setChecked(flags is not None and not known)
        self._close.setVisible(flags is not None)
        self._weigh()
        self._ask_again()

    @property
    def refers(self) -> bool:
        """Whether the referral is shown."""
        return self._stack.currentWidget() is self._refers

    def _question_page(self) -> ScrolledColumn:
        page = ScrolledColumn(widest=920)
        page.body.addLayout(
            column(
                label(_("Before you start"), "display"),
                label(_("Two minutes to read, once."), "soft"),
                gap=1,
            )
        )
        both = CardGrid(320)
        both.set_cards(
            [
                _card(_("What HipCoach is"), what_it_is()),
                _card(_("What it is not"), what_it_is_not()),
            ]
        )
        page.body.addWidget(both)
        signs = column(gap=0)
        for tick in self._ticks.values():
            signs.addWidget(tick)
        rule = frame("rule")
        page.body.addWidget(
            frame(
                "card",
                column(
                    label(_("Does any of this apply to you at the moment?"), "heading"),
                    label(_("Tick all that apply. The answers stay on this computer."), "soft"),
                    signs,
                    rule,
                    self._none,
                    gap=3,
                    margin=5,
                ),
            )
        )
        buttons = row(self._go, self._close)
        buttons.addStretch(1)
        page.body.addLayout(buttons)
        page.body.addStretch(1)
        return page

    def _referral_page(self) -> ScrolledColumn:
        page = ScrolledColumn(widest=760)
        page.body.addStretch(1)
        self._card = frame("referral", self._referral)
        page.body.addWidget(self._card)
        buttons = row(self._back, self._leave)
        buttons.addStretch(1)
        page.body.addLayout(buttons)
        page.body.addStretch(2)
        return page

    def _tick_none(self) -> None:
        if self._none.isChecked():
            for tick in self._ticks.values():
                tick.setChecked(False)
        self._weigh()

    def _tick_some(self) -> None:
        self._none.setChecked(False)
        self._weigh()

    def _ticked(self) -> list[str]:
        return [code for code, tick in self._ticks.items() if tick.isChecked()]

    def _weigh(self) -> None:
        """Nothing ticked at all is no answer."""
        self._go.setEnabled(self._none.isChecked() or bool(self._ticked()))

    def _answer(self) -> None:
        found = advice(self._ticked())
        if found.urgency is not None:
            self._refer(found, found.urgency)
        self.answered.emit(found)

    def _refer(self, found: Advice, urgency: Urgency) -> None:
        left_out(self._referral)
        self._card.setProperty("tone", "danger" if urgency is Urgency.EMERGENCY else "")
        self._card.style().unpolish(self._card)
        self._card.style().polish(self._card)
        _write(self._referral, found, urgency)
        self._stack.setCurrentWidget(self._refers)
        self._back.setFocus()

    def _ask_again(self) -> None:
        self._stack.setCurrentWidget(self._questions)
        self._questions.verticalScrollBar().setValue(0)
        first = next(iter(self._ticks.values()))
        self.setFocusProxy(first)
        first.setFocus()


def _write(body: QVBoxLayout, found: Advice, urgency: Urgency) -> None:
    """What to do, and because of what."""
    body.addWidget(label(urgency_title(urgency), "display"))
    body.addWidget(label(urgency_words(urgency), "lead"))
    body.addWidget(label(_("You ticked:"), "strong"))
    for code in found.flags:
        body.addWidget(label(f"•  {flag_words(code)}"))
    body.addWidget(label(why_not_now_words(urgency)))


def _card(title: str, lines: Sequence[str]) -> QFrame:
    inner = column(label(title, "heading"), *(label(line) for line in lines), gap=2, margin=5)
    inner.addStretch(1)
    return frame("card", inner)
