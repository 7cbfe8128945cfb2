"""Things beside each other, or under each other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hipcoach.ui.pieces import GAPS


class FoldingRow(QWidget):
    """A row that becomes a column; what is hidden takes no room."""

    def __init__(
        self, *items: QWidget, gap: int = 2, widest: QWidget | None = None, at_end: bool = False
    ) -> None:
        """`widest` takes the room that is left over, if there is such a one.

        Else they stand at the left, `at_end` at the right.
        """
        super().__init__()
        self._items = items
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAPS.space(gap))
        if at_end:
            self._layout.addStretch(1)
        for item in items:
            self._layout.addWidget(item, 1 if item is widest else 0)
        if widest is None and not at_end:
            self._layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        widths = [item.minimumSizeHint().width() for item in self._items if not item.isHidden()]
        return QSize(max(widths, default=0), self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the row is too long."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold anew when something has come or gone."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        seen = [item for item in self._items if not item.isHidden()]
        gaps = self._layout.spacing() * max(0, len(seen) - 1)
        ways = QBoxLayout.Direction
        beside = sum(item.sizeHint().width() for item in seen) + gaps <= self.width()
        self._layout.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
