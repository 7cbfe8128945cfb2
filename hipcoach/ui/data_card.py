"""A card of the journal's page: what can be done, and how that goes."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from hipcoach.ui.deed_strip import DeedStrip
from hipcoach.ui.option_row import OptionRow
from hipcoach.ui.pieces import Button, column, label


class DataCard(QFrame):
    """A title, a few words, what there is to do, and the strip that tells of it."""

    def __init__(self, title: str, words: str, body: QLayout) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(title)
        self.deed = DeedStrip()
        head = column(label(title, "heading"), label(words, "soft"), gap=1)
        self.setLayout(column(head, body, self.deed, gap=4, margin=5))


def deed_row(name: str, hint: str, button: Button) -> QWidget:
    """Name and meaning of something to do, with its button at the end of the line."""
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.setAccessibleDescription(hint)
    return OptionRow(column(label(name), label(hint, "small"), gap=0), button)
