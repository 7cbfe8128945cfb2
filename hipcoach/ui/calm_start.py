"""The button that starts a routine; where that is more than the plan, one calm word comes first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.app.words import _
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, column, frame, label

_BIG_WIDTH = 200


class BigButton(Button):
    """The one large button of a page; at least so wide, and never narrower than its words."""

    def __init__(self, text: str, role: str, *, name: str) -> None:
        super().__init__(text, role, "play", name=name)
        self.setProperty("big", True)

    def sizeHint(self) -> QSize:
        """As wide as a button that stands alone looks well."""
        return super().sizeHint().expandedTo(QSize(_BIG_WIDTH, 0))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


class CalmStart(QWidget):
    """Start; or on a rest day *Practise anyway*, which opens a sentence and the start itself."""

    startRequested = Signal()
    opened = Signal()
    """The sentence is to be read now."""

    def __init__(self, routine: str, code: str, beside: QWidget, *, big: bool) -> None:
        """`routine` is its name, `code` its id; what stands `beside` it stays there.

        The big one has a key of its own.
        """
        super().__init__()
        self._more_words = ""
        name = _("Start {routine}").format(routine=routine)
        self._now: Button = (
            BigButton(_("&Start"), "primary", name=name)
            if big
            else Button(_("Start"), "", "play", name=name)
        )
        self._now.setObjectName(f"start-{code}")
        self._now.clicked.connect(self.startRequested)
        action = _("Practise anyway")
        name = _("{action}: {routine}").format(action=action, routine=routine)
        self._anyway: Button = (
            BigButton(_("Practi&se anyway"), "", name=name)
            if big
            else Button(action, "", "play", name=name)
        )
        self._anyway.setObjectName(f"anyway-{code}")
        self._anyway.clicked.connect(self._turn)
        self._words = label("")
        action = _("Start now")
        name = _("{action}: {routine}").format(action=action, routine=routine)
        self._go = Button(action, "", "play", name=name)
        self._go.clicked.connect(self._start)
        self._rest = Button(_("Rest today"))
        self._rest.clicked.connect(self._turn)
        line = FoldingRow(self._now, self._anyway, beside, gap=1)
        answers = FoldingRow(self._go, self._rest, gap=3)
        self._care = frame("care", column(self._words, answers, margin=4))
        self.setLayout(column(line, self._care))
        fixed = QSizePolicy.Policy.Fixed
        for button in (self._now, self._anyway, self._go, self._rest):
            button.setSizePolicy(fixed, fixed)
        self._care.hide()
        self._anyway.hide()

    @property
    def first(self) -> Button:
        """The button that is there to be pressed first."""
        return self._anyway if self._more_words else self._now

    def show_more_words(self, words: str) -> None:
        """Say this before it starts; empty: it is on plan, and starts at once."""
        if words == self._more_words:
            return
        before = self.first
        self._more_words = words
        self._words.setText(words)
        self._care.hide()
        self.first.show()
        if before is not self.first:
            if before.hasFocus():
                self.first.setFocus()
            before.hide()

    def allow(self, *, allowed: bool) -> None:
        """Let it be started, or not."""
        for button in (self._now, self._anyway, self._go):
            button.setEnabled(allowed)

    def _turn(self) -> None:
        """Open the calm word, or put it away; the keyboard goes along."""
        opens = self._care.isHidden()
        if opens:
            self._care.show()
            self._go.setFocus()
            self.opened.emit()
        else:
            self._anyway.setFocus()
            self._care.hide()

    def _start(self) -> None:
        self._turn()
        self.startRequested.emit()
