"""The copies of the journal, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.app.data_snapshots import CopyRow
from hipcoach.app.words import _
from hipcoach.ui.pieces import Button, column, frame, label, left_out, row

FEW: Final = 5
"""So many are shown at once; the others when they are asked for."""


class CopiesList(QWidget):
    """When each was made and what is in it, with the way back to it."""

    takeBackRequested = Signal(object)
    """The `CopyRow` that is to take the place of the journal."""

    def __init__(self) -> None:
        super().__init__()
        self._copies: Sequence[CopyRow] = ()
        self._all = False
        self._resting = False
        self._backs: list[tuple[CopyRow, Button]] = []
        """The way back to each that can be read."""
        self._words = label("", "soft")
        self._rows = column(gap=3)
        self._more = Button("", "link")
        self._more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._more.clicked.connect(self._unfold)
        self.setLayout(column(self._words, self._rows, self._more, gap=3))
        self.show_copies((), "")

    def show_copies(self, copies: Sequence[CopyRow], words: str) -> None:
        """Show these, or else the words in their place."""
        self._words.setText(words)
        self._words.setVisible(bool(words))
        if copies != self._copies:
            self._copies = copies
            self._fill()
        self._more.setVisible(len(copies) > FEW and not self._all)

    def rest(self, resting: bool) -> None:
        """Let nothing be taken back for now, or again."""
        self._resting = resting
        for _copy, button in self._backs:
            button.setEnabled(not resting)

    def _fill(self) -> None:
        left_out(self._rows)
        self._backs.clear()
        shown = self._copies if self._all else self._copies[:FEW]
        for number, copy in enumerate(shown):
            if number:
                self._rows.addWidget(frame("rule"))
            self._rows.addWidget(self._row(copy))
        self._more.setText(_("Show all {number}").format(number=len(self._copies)))
        self._more.setAccessibleName(self._more.text())

    def _row(self, copy: CopyRow) -> QWidget:
        what = label(copy.words, "small" if copy.readable else "worst")
        title = " · ".join(filter(None, (copy.when, copy.why)))
        line = row(column(label(title), what, gap=0), gap=3)
        line.setStretch(0, 1)
        if copy.readable:
            name = _("Take back the copy of {when}").format(when=copy.when)
            back = Button(_("Take back…"), "", "undo", name=name)
            back.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            back.setEnabled(not self._resting)
            back.clicked.connect(partial(self.takeBackRequested.emit, copy))
            self._backs.append((copy, back))
            line.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        made = QWidget()
        made.setLayout(line)
        return made

    def _unfold(self) -> None:
        self._all = True
        self._fill()
        self._more.hide()
        new = [button for copy, button in self._backs if copy in self._copies[FEW:]]
        if new:
            new[0].setFocus()
