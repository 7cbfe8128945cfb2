"""The buttons below a page: they stay in one line as long as there is room for their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hipcoach.ui.pieces import GAPS, Button, row


class FootBar(QFrame):
    """Some at the left and some at the right; then without icons, then in two lines."""

    def __init__(self, first: Sequence[QWidget], last: Sequence[QWidget]) -> None:
        """`last` stands at the right, and below `first` where there is little room."""
        super().__init__()
        self.setProperty("role", "foot")
        self._items = (*first, *last)
        self._bare = False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setSpacing(GAPS.space(2))
        edge = GAPS.space(3)
        self._layout.setContentsMargins(edge, edge, edge, edge)
        left, right = row(*first, gap=2), row(gap=2)
        left.addStretch(1)
        right.addStretch(1)
        for item in last:
            right.addWidget(item)
        self._layout.addLayout(left, 1)
        self._layout.addLayout(right)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it may get: it finds room for its words by itself."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for all words."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """The same when something has come or gone, or has grown."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        seen = [item for item in self._items if not item.isHidden()]
        buttons = [item for item in seen if isinstance(item, Button)]
        icons = sum(button.icon_room for button in buttons)
        long = sum(item.sizeHint().width() for item in seen) + GAPS.space(2) * len(seen)
        if self._bare:
            long += icons
        room = self.width() - 2 * GAPS.space(3)
        self._bare = long > room
        for button in buttons:
            button.lay_bare(self._bare)
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if long - icons <= room else ways.TopToBottom)
