"""The way between the pages: a rail at the left, a bar on top where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QSizePolicy, QWidget

from hipcoach.ui.icons import plain
from hipcoach.ui.pieces import GAPS, Button, label, row

_WIDE = 216


class Rail(QFrame):
    """One button for each place; the one that is shown is marked."""

    placeRequested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setSpacing(GAPS.space(1))
        self._title = QWidget()
        self._layout.addWidget(self._title)
        self._places: Sequence[tuple[str, str, str]] = ()
        self._marked = ""
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        self._layout.addStretch(1)
        self.set_narrow(narrow=False)

    def show_places(self, places: Sequence[tuple[str, str, str]]) -> None:
        """Offer these places, as (code, words, icon)."""
        self._places = places
        if self._title.layout() is not None:
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Be built when it is seen first: a session begins without it."""
        if self._title.layout() is None:
            self._fill_title()
            self._fill()
        super().showEvent(event)

    def _fill_title(self) -> None:
        mark = label("", wrap=False)
        mark.setPixmap(plain("hipcoach").pixmap(QSize(28, 28)))
        name = row(mark, label("HipCoach", "heading", wrap=False))
        name.setContentsMargins(GAPS.space(2), 0, GAPS.space(2), GAPS.space(4))
        name.addStretch(1)
        self._title.setLayout(name)

    def _fill(self) -> None:
        for code, words, icon_name in self._places:
            button = Button(words, "place", icon_name)
            button.setCheckable(True)
            button.setObjectName(f"place-{code}")
            button.clicked.connect(lambda _on=False, code=code: self.placeRequested.emit(code))
            self._group.addButton(button)
            gone = self._buttons.pop(code, None)
            if gone is None:
                self._layout.insertWidget(self._layout.count() - 1, button)
            else:
                self._layout.replaceWidget(gone, button)
                gone.deleteLater()
            self._buttons[code] = button
        self.mark(self._marked)

    def mark(self, code: str) -> None:
        """Show which place one is at; none where it is not on the rail."""
        self._marked = code
        button = self._buttons.get(code)
        if button is not None:
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._buttons.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Lie on top of the page in place of standing beside it."""
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if narrow else ways.TopToBottom)
        self.setProperty("role", "bar" if narrow else "rail")
        self._title.setVisible(not narrow)
        edge = GAPS.space(2 if narrow else 4)
        self._layout.setContentsMargins(edge, edge, edge, edge)
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        self.setSizePolicy(free if narrow else fixed, fixed if narrow else free)
        self.setMinimumWidth(0 if narrow else _WIDE)
        self.style().unpolish(self)
        self.style().polish(self)
