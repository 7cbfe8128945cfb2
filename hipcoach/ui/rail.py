"""The way between the pages: a rail at the left, a bar on top where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QSizePolicy, QWidget

from hipcoach.ui.icons import plain
from hipcoach.ui.pieces import GAPS, Button, label, restyle, row

_WIDE = 216
_LEAST: Final = 12
"""Pixels below which no word is written."""
_WAYS: Final = 3


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
        self._narrow = False
        self._needed: tuple[int, ...] = ()
        """Pixels for all places on one line, for each way to show them; none: not measured."""
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
        self._fit_anew()

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
        self._narrow = narrow
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
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it may get where it lies on top: it finds room for its words by itself."""
        least = super().minimumSizeHint()
        return QSize(1, least.height()) if self._narrow else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for all words."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The same where the words grow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # The words themselves grow a moment later.
            QTimer.singleShot(0, self, self._fit_anew)

    def _fit_anew(self) -> None:
        self._needed = ()
        self._fit()

    def _fit(self) -> None:
        """Show the places closer, then without their icons, then smaller, as far as is needed."""
        if not self._buttons:
            return
        if not self._narrow:
            self._show_as(0, 0)
            return
        if not self._needed:
            self._needed = tuple(self._measured(way) for way in range(_WAYS))
        room = self.contentsRect().width() - 2 * self._layout.contentsMargins().left()
        way = next((way for way in range(_WAYS) if self._needed[way] <= room), _WAYS - 1)
        self._show_as(way, 0)
        over = self._needed[way] - room
        if over > 0:
            buttons = self._buttons.values()
            words = sum(one.fontMetrics().horizontalAdvance(one.text()) for one in buttons)
            usual = self.fontInfo().pixelSize()
            self._show_as(way, max(_LEAST, int(usual * (words - over) / words)))

    def _measured(self, way: int) -> int:
        self._show_as(way, 0)
        long = [button.sizeHint().width() for button in self._buttons.values()]
        return sum(long) + (len(long) - 1) * self._layout.spacing()

    def _show_as(self, way: int, size: int) -> None:
        """0 as they are, 1 closer, 2 closer and without icons; `size` in pixels, 0: their own."""
        for button in self._buttons.values():
            button.lay_bare(way > 1)
            restyle(button, "tight", "true" if way else "")
            sheet = f"font-size: {size}px;" if size else ""
            if button.styleSheet() != sheet:
                button.setStyleSheet(sheet)
