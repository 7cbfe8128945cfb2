"""The list of articles: the title of each, and how long it takes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

DETAIL: Final = Qt.ItemDataRole.UserRole

_EDGE: Final = 12

Index = QModelIndex | QPersistentModelIndex


class ArticleList(QListWidget):
    """A list whose rows are as high as their titles need."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(ArticleDelegate(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks titles elsewhere; Qt lays out anew only for another height."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ArticleDelegate(QStyledItemDelegate):
    """Paints title and detail under each other."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its title needs, and one line more."""
        widget: QWidget = option.widget
        inside = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        place = QRect(0, 0, max(80, inside.width() - 2 * _EDGE), 10_000)
        metrics = QFontMetrics(_strong(widget))
        title = metrics.boundingRect(place, Qt.TextFlag.TextWordWrap, str(index.data()))
        line = widget.fontMetrics().height()
        return QSize(120, title.height() + line + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground as the style sheet has it, and what stands on it."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        widget: QWidget = ground.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, widget)
        area: QRect = ground.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        colours = widget.palette()
        title, detail = str(index.data()), str(index.data(DETAIL))
        painter.save()
        painter.setFont(_strong(widget))
        needed = painter.boundingRect(area, Qt.TextFlag.TextWordWrap, title)
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        painter.drawText(area, Qt.TextFlag.TextWordWrap, title)
        painter.setFont(widget.font())
        painter.setPen(colours.color(QPalette.ColorRole.Dark))
        area.setTop(area.top() + needed.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, detail)
        painter.restore()


def _strong(widget: QWidget) -> QFont:
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold)
    return font
