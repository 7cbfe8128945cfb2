"""How an exercise looks in the list: picture, name, and where the body is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

THUMB: Final = QSize(92, 69)
DETAIL: Final = Qt.ItemDataRole.UserRole

_EDGE: Final = 10
_GAP: Final = 14

Index = QModelIndex | QPersistentModelIndex


class ExerciseDelegate(QStyledItemDelegate):
    """Paints name and detail under each other, beside the picture."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as the picture, or as three lines where text is large."""
        lines = option.fontMetrics.height() * 3
        return QSize(200, max(THUMB.height(), lines) + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground as the style sheet has it, and what stands on it."""
        place = QStyleOptionViewItem(option)
        self.initStyleOption(place, index)
        ground = QStyleOptionViewItem(place)
        ground.text = ""
        ground.icon = ground.icon.__class__()
        widget: QWidget = place.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, widget)
        area: QRect = place.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        thumb = QRect(area.topLeft(), THUMB)
        thumb.moveTop(area.center().y() - THUMB.height() // 2)
        ratio = widget.devicePixelRatioF()
        painter.drawPixmap(thumb, place.icon.pixmap(THUMB, ratio))
        area.setLeft(thumb.right() + _GAP)
        self._write(painter, area, index, widget)

    def _write(self, painter: QPainter, area: QRect, index: Index, widget: QWidget) -> None:
        strong = QFont(widget.font())
        strong.setWeight(QFont.Weight.DemiBold)
        colours = widget.palette()
        name, detail = str(index.data()), str(index.data(DETAIL))
        wrap = Qt.TextFlag.TextWordWrap
        painter.save()
        painter.setFont(strong)
        needed = painter.boundingRect(area, wrap, name)
        line = widget.fontMetrics().height()
        top = area.center().y() - (needed.height() + line) // 2
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        painter.drawText(QRect(area.left(), top, area.width(), needed.height()), wrap, name)
        painter.setFont(widget.font())
        painter.setPen(colours.color(QPalette.ColorRole.Dark))
        under = QRect(area.left(), top + needed.height(), area.width(), line)
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, detail)
        painter.restore()
