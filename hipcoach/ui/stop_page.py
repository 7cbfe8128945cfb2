"""The page that stands for everything while practice is stopped."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from hipcoach.app.phrases.safety import mistake_by, mistake_question, mistake_words
from hipcoach.app.plan_snapshots import Cleared
from hipcoach.app.words import _
from hipcoach.core.safety import Advice
from hipcoach.ui.clearance_panel import ClearancePanel
from hipcoach.ui.dialogs import ask
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, ScrolledColumn, column
from hipcoach.ui.referral import Referral


class StopPage(QWidget):
    """What to do first, and the one way out: a clearance, or a tick that was a mistake."""

    cleared = Signal(object)
    """A `Cleared`."""
    leaveRequested = Signal()
    """On to the other pages; practice stays stopped."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stop")
        self._today: date | None = None
        self._since: date | None = None
        self._referral = Referral()
        self._panel = ClearancePanel()
        self._panel.cleared.connect(self.cleared)
        self._panel.leaveRequested.connect(self._close)
        self._record = Button(_("I have been &cleared…"), "", "check")
        self._record.clicked.connect(self.open_clearance)
        self._mistake = Button(_("I ticked that by &mistake…"))
        self._mistake.clicked.connect(self._ask_mistake)
        self._leave = Button(_("&Look around without a session"), "quiet")
        self._leave.clicked.connect(self.leaveRequested)
        page = self._page = ScrolledColumn(widest=760)
        page.body.addWidget(self._referral)
        page.body.addWidget(self._panel)
        page.body.addWidget(FoldingRow(self._record, self._mistake, self._leave, gap=3))
        page.body.addStretch(1)
        self.setLayout(column(page))

    def show_stop(
        self, found: Advice, today: date, *, why: str = "", since: date | None = None
    ) -> None:
        """Say why all is stopped, on the day that `today` is; what is being written stays.

        `since` is the day on which it was stopped, where that is known; `why` the reason of
        the plan in a sentence, for a stop without a sign.
        """
        self._today, self._since = today, since
        self._referral.show_advice(found, why)

    def begin(self, *, fresh: bool) -> None:
        """Begin anew at the top; `fresh`: the signs were ticked a moment ago, all of them."""
        self._mistake.setVisible(fresh)
        self._close()
        self._page.verticalScrollBar().setValue(0)

    def open_clearance(self) -> None:
        """Open the record of a clearance."""
        if self._today is None:
            return
        self._panel.ask(self._today, self._since)
        self._panel.show()
        self._record.hide()
        self._mistake.hide()
        self._panel.setFocus()
        # Where it lies is known when it has been laid out.
        QTimer.singleShot(0, self, lambda: self._page.ensureWidgetVisible(self._panel))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on; an Enter too much neither leaves the page nor takes a tick back."""
        super().focusInEvent(event)
        self._record.setFocus(event.reason())

    def _close(self) -> None:
        self._panel.hide()
        self._record.show()
        if self.isVisible():
            self._record.setFocus()

    def _ask_mistake(self) -> None:
        ask(
            self,
            mistake_question(),
            stay=_("It &applies"),
            leave=_("It was a &mistake"),
            then=self._take_back,
            otherwise=lambda: None,
        )

    def _take_back(self) -> None:
        assert self._today is not None, "the page was shown with a day"
        self.cleared.emit(Cleared(self._today, mistake_by(), mistake_words()))
