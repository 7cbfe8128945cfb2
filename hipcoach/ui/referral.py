"""What to do first where a red flag applies."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from hipcoach.app.phrases.safety import (
    flag_words,
    urgency_title,
    urgency_words,
    why_not_now_words,
)
from hipcoach.app.words import _
from hipcoach.core.safety import Advice, Urgency
from hipcoach.ui.pieces import column, label, left_out


class Referral(QFrame):
    """A card that sends on to someone who can look at it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "referral")
        self._body = column(gap=4, margin=6)
        self.setLayout(self._body)

    def show_advice(self, found: Advice) -> None:
        """Say what to do, and because of what; of no sign nothing."""
        left_out(self._body)
        urgency = found.urgency
        self.setProperty("tone", "danger" if urgency is Urgency.EMERGENCY else "")
        self.style().unpolish(self)
        self.style().polish(self)
        if urgency is None:
            return
        self._body.addWidget(label(urgency_title(urgency), "display"))
        self._body.addWidget(label(urgency_words(urgency), "lead"))
        self._body.addWidget(label(_("You ticked:"), "strong"))
        for code in found.flags:
            self._body.addWidget(label(f"•  {flag_words(code)}"))
        self._body.addWidget(label(why_not_now_words(urgency)))
