"""The line that says what the voice says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QWidget

from hipcoach.ui.big_text import BigText


class Caption(BigText):
    """The caption: two lines, three where many words make them small.

    A screen reader is told of what is said, of counts it is not.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent, lines=3, weight=QFont.Weight.Medium, align=Qt.AlignmentFlag.AlignHCenter
        )

    def show_words(self, words: str) -> None:
        """Show what is said now, and tell a screen reader when it has a pause for it."""
        changed = words != self.text()
        super().show_words(words)
        if changed and is_worth_telling(words) and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, words)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)


def is_worth_telling(words: str) -> bool:
    """Whether a caption says more than a count or a tick does."""
    return any(letter.isalpha() for letter in words)
