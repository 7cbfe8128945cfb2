"""The list of exercises: picture, name and length of each, under the position of the body."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hipcoach.app.phrases.lengths import length_words
from hipcoach.app.snapshots import ExercisePageSnapshot
from hipcoach.app.words import _
from hipcoach.ui.picture import PictureBook

THUMB: Final = QSize(92, 69)
DETAIL: Final = Qt.ItemDataRole.UserRole
EXERCISE: Final = Qt.ItemDataRole.UserRole + 1
"""The id; headings have none."""

_EDGE: Final = 10
_GAP: Final = 14

Index = QModelIndex | QPersistentModelIndex


class ExerciseList(QListWidget):
    """Exercises under headings, some of them hidden while one looks for others."""

    exerciseChanged = Signal(str)
    """The id of the exercise that is current now."""
    exerciseOpened = Signal(str)
    """It was clicked, or Enter pressed."""

    def __init__(self, book: PictureBook) -> None:
        super().__init__()
        self._book = book
        self._poses: dict[str, str] = {}
        self.setAccessibleName(_("Exercises"))
        self.setIconSize(THUMB)
        self.setItemDelegate(ExerciseDelegate(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell_current)
        self.itemClicked.connect(self._open)
        self.itemActivated.connect(self._open)
        book.changed.connect(self._draw)

    def show_exercises(self, exercises: Sequence[ExercisePageSnapshot]) -> None:
        """Show these, in order, with a heading where the position changes."""
        self._poses = {one.id: one.poses[one.default_rung - 1][1] for one in exercises}
        self.clear()
        position = ""
        for one in exercises:
            if one.position != position:
                position = one.position
                heading = QListWidgetItem(position)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(heading)
            self.addItem(_item(one))
        self._draw()
        self._choose_first()

    def keep(self, ids: Collection[str]) -> None:
        """Hide the others, and the headings that have nothing under them."""
        heading: QListWidgetItem | None = None
        for number in range(self.count()):
            item = self.item(number)
            name = item.data(EXERCISE)
            if name is None:
                heading = item
            item.setHidden(name not in ids)
            if name in ids and heading is not None:
                heading.setHidden(False)
        row = self.currentRow()
        if row < 0 or self.item(row).isHidden():
            self._choose_first()
        else:
            self.scrollToItem(self.item(row))

    def choose(self, name: str) -> bool:
        """Make the exercise of that id the current one; whether there is one."""
        for number in range(self.count()):
            item = self.item(number)
            if item.data(EXERCISE) == name:
                self.setCurrentItem(item)
                return True
        return False

    def _choose_first(self) -> None:
        items = (self.item(number) for number in range(self.count()))
        seen = (item for item in items if item.data(EXERCISE) and not item.isHidden())
        first = next(seen, None)
        if first is not None:
            self.setCurrentItem(first)
            self.scrollToTop()

    def _draw(self) -> None:
        for number in range(self.count()):
            item = self.item(number)
            pose = self._poses.get(item.data(EXERCISE))
            if pose is not None:
                item.setIcon(_as_it_is(self._book.pixmap(pose, THUMB, self.devicePixelRatioF())))

    def _tell_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(EXERCISE):
            self.exerciseChanged.emit(item.data(EXERCISE))

    def _open(self, item: QListWidgetItem) -> None:
        if item.data(EXERCISE):
            self.exerciseOpened.emit(item.data(EXERCISE))


class ExerciseDelegate(QStyledItemDelegate):
    """Paints name and detail under each other, beside the picture."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the picture, or as three lines where text is large; a heading is lower."""
        if index.data(EXERCISE) is None:
            return QSize(200, round(option.fontMetrics.height() * 1.9))
        lines = option.fontMetrics.height() * 3
        return QSize(200, max(THUMB.height(), lines) + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground as the style sheet has it, and what stands on it."""
        place = QStyleOptionViewItem(option)
        self.initStyleOption(place, index)
        if index.data(EXERCISE) is None:
            self._head(painter, place)
            return
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

    def _head(self, painter: QPainter, place: QStyleOptionViewItem) -> None:
        strong = QFont(place.font)
        strong.setWeight(QFont.Weight.DemiBold)
        area: QRect = place.rect.adjusted(_EDGE, 0, -_EDGE, -_EDGE // 2)
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.save()
        painter.setFont(strong)
        painter.setPen(place.palette.color(QPalette.ColorRole.Accent))
        painter.drawText(area, bottom, place.text)
        painter.restore()

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
        cut = widget.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()


def _item(exercise: ExercisePageSnapshot) -> QListWidgetItem:
    item = QListWidgetItem(exercise.name)
    item.setData(EXERCISE, exercise.id)
    length = length_words(exercise.entry.length_s)
    item.setData(DETAIL, " · ".join((length, *exercise.goals)))
    words = _("{exercise}, {position}, {length}")
    item.setData(
        Qt.ItemDataRole.AccessibleTextRole,
        words.format(exercise=exercise.name, position=exercise.position, length=length),
    )
    return item


def _as_it_is(pixmap: QPixmap) -> QIcon:
    """An icon that keeps its colours where it is chosen."""
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)
    return made
