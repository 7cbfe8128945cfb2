"""The first page of all: what this is, what it is not, and whether something speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from hipcoach.app.phrases.safety import kept_signs_words, what_it_is, what_it_is_not
from hipcoach.app.words import _
from hipcoach.ui.flag_list import FlagList
from hipcoach.ui.pieces import (
    Button,
    CardGrid,
    ScrolledColumn,
    column,
    frame,
    label,
    row,
)


class FirstStartPage(QWidget):
    """Questions before the first session, of what has to be looked at before."""

    answered = Signal(object)
    """An `Advice`: the signs that apply, and how soon they should be looked at."""
    leaveRequested = Signal()
    """On to the other pages."""
    clearanceRequested = Signal()
    """That a professional has said yes is to be recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("first-start")
        self._flags = FlagList()
        self._flags.changed.connect(self._weigh)
        self._go = Button(_("&Continue"), "primary")
        self._go.setProperty("big", True)
        self._go.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._go.clicked.connect(self._answer)
        self._close = Button(_("Leave it as it &is"), "quiet")
        self._close.clicked.connect(self.leaveRequested)
        self._hint = label("", "soft")
        self._record = Button(_("I have been &cleared…"), "", "check")
        self._record.clicked.connect(self.clearanceRequested)
        self._page = self._question_page()
        self.setLayout(column(self._page))
        self.setFocusProxy(self._flags)
        self.show_snapshot(None)

    def show_snapshot(self, flags: Sequence[str] | None) -> None:
        """Show the questions with what was answered last: codes; `None` where never answered.

        What was ticked stays: only a clearance ends it.
        """
        self._flags.show_flags(flags, kept=True)
        self._hint.setText(
            kept_signs_words()
            if flags
            else _("Tick all that apply. The answers stay on this computer.")
        )
        self._close.setVisible(flags is not None)
        self._record.setVisible(bool(flags))
        self._page.verticalScrollBar().setValue(0)
        self._flags.setFocus()

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
        page.body.addWidget(
            frame(
                "card",
                column(
                    label(_("Does any of this apply to you at the moment?"), "heading"),
                    self._hint,
                    self._flags,
                    gap=3,
                    margin=5,
                ),
            )
        )
        buttons = row(self._go, self._record, self._close)
        buttons.addStretch(1)
        page.body.addLayout(buttons)
        page.body.addStretch(1)
        return page

    def _weigh(self) -> None:
        """Nothing ticked at all is no answer."""
        self._go.setEnabled(self._flags.answered)

    def _answer(self) -> None:
        self.answered.emit(self._flags.advice)


def _card(title: str, lines: Sequence[str]) -> QFrame:
    inner = column(label(title, "heading"), *(label(line) for line in lines), gap=2, margin=5)
    inner.addStretch(1)
    return frame("card", inner)
