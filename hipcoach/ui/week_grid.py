"""The hours of a week, painted: with the mouse, or with the keys alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hipcoach.app.phrases.break_settings import cell_words, day_hours_words
from hipcoach.app.words import _
from hipcoach.core.hours import Range
from hipcoach.core.value import value
from hipcoach.core.week_draft import WeekDraft
from hipcoach.core.week_edit import (
    DAY_MIN,
    Piece,
    Week,
    edge_moved,
    erased,
    holds,
    of_day,
    painted,
)
from hipcoach.ui.week_ground import DAYS, HOUR_MIN, STEP_MIN, Ground, Keys, WeekDrawing

_NEAR: Final = 5
"""Pixels from an edge within which it is the edge that is moved."""
_WALKS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Home: (0, -DAY_MIN),
    Qt.Key.Key_End: (0, DAY_MIN),
}
"""Lines and steps by key."""


@value
class _Stroke:
    """What the mouse is doing since it was pressed."""

    row: int
    minute: int
    paints: bool
    before: Week
    piece: Piece | None = None
    """Whose edge is moved, if so."""
    edge: int = 0


class WeekGrid(QWidget):
    """Seven days from midnight to midnight; what is painted is when reminders come.

    Drag to paint, drag on what is painted to erase, drag an edge to move it. Arrows go by a
    quarter of an hour and by days (with Ctrl by an hour), with Shift they select, Space
    turns what is selected on or off, Delete turns it off; Ctrl+C and Ctrl+V carry a day.
    """

    changed = Signal(object)
    """A `Week`: other hours hold."""
    dayChosen = Signal(int)
    """The weekday that is edited now, 0 for Monday."""

    def __init__(self, first_weekday: int = 0) -> None:
        """`first_weekday` is the day on which weeks begin, 0 for Monday."""
        super().__init__()
        self.setObjectName("week")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._order = tuple((first_weekday + place) % DAYS for place in range(DAYS))
        self._draft = WeekDraft()
        self._keys = Keys()
        self._stroke: _Stroke | None = None
        self._drawn: Week | None = None
        """What is seen while the mouse is pressed."""
        self._say()

    @property
    def week(self) -> Week:
        """The hours as they hold."""
        return self._draft.week

    @property
    def day(self) -> int:
        """The weekday that is edited, 0 for Monday."""
        return self._order[self._keys.row]

    @property
    def can_undo(self) -> bool:
        """Whether something was changed here that can be taken back."""
        return self._draft.can_undo

    def show_week(self, week: Week) -> None:
        """Show these hours; nothing is told."""
        self._draft.show(week)
        self._say()
        self.update()

    def spread(self, ranges: tuple[Range, ...], *days: int) -> None:
        """Give these weekdays those hours; that can be undone."""
        self._tell(self._draft.spread(ranges, days))

    def undo(self) -> None:
        """Take the last change back."""
        self._tell(self._draft.undo())

    def spot(self, day: int, minute: int) -> QPointF:
        """Where a minute of a weekday is."""
        row = self._order.index(day)
        return QPointF(self._ground().across(minute), self._ground().box(row, (0, 1)).center().y())

    def sizeHint(self) -> QSize:
        """Seven lines and the hours above them."""
        return QSize(720, self._ground().height)

    def minimumSizeHint(self) -> QSize:
        """It can be narrow: then fewer hours are named."""
        return QSize(360, self._ground().height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, select, turn on and off, carry days, undo."""
        step = _WALKS.get(Qt.Key(event.key()))
        if step is not None:
            held = event.modifiers()
            far = HOUR_MIN if held & Qt.KeyboardModifier.ControlModifier else STEP_MIN
            select = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self._go(self._keys.row + step[0], self._keys.minute + far * step[1], select=select)
        elif not self._edited(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint, to erase, or to move an edge."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        ground, spot = self._ground(), event.position()
        row, minute = ground.row(spot), ground.minute(spot)
        start = self._order[row] * DAY_MIN + minute
        paints = not holds(self.week, start, start + STEP_MIN)
        piece, edge = self._edge_near(spot)
        self._go(row, minute)
        self._stroke = _Stroke(row, minute, paints, self.week, piece, edge)
        self._drag(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it; else show what would be done here."""
        if self._stroke is not None:
            self._drag(event.position())
            return
        near = self._edge_near(event.position())[0] is not None
        self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.CrossCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was painted holds."""
        if event.button() is Qt.MouseButton.LeftButton and self._stroke is not None:
            drawn, self._drawn, self._stroke = self._drawn, None, None
            self._keys = self._keys.gone(self._keys.row, self._keys.minute)
            QToolTip.hideText()
            self._tell(drawn is not None and self._draft.change(drawn))
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self._say()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stand for the whole week again."""
        super().focusOutEvent(event)
        self._say()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Days, hours, and what is painted."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        week = self.week if self._drawn is None else self._drawn
        keys = self._keys if self.hasFocus() and self._stroke is None else None
        drawing = WeekDrawing(painter, self._ground(), self.palette())
        drawing.draw(week, keys, self.day, live=self.isEnabled())
        painter.end()

    def _edited(self, event: QKeyEvent) -> bool:
        """Whether a key stands for a change; it is made."""
        draft, key = self._draft, QKeySequence.StandardKey
        if event.matches(key.Undo):
            self._tell(draft.undo())
        elif event.matches(key.Redo):
            self._tell(draft.redo())
        elif event.matches(key.Copy):
            draft.copy(self.day)
        elif event.matches(key.Paste):
            self._tell(draft.paste(self._order[row] for row in self._keys.rows))
        elif event.key() == Qt.Key.Key_Space:
            self._tell(draft.turn(self._selected()))
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._tell(draft.turn(self._selected(), on=False))
        else:
            return False
        return True

    def _selected(self) -> tuple[Piece, ...]:
        """What is selected, in minutes of the week."""
        first, last = self._keys.minutes
        days = (self._order[row] * DAY_MIN for row in self._keys.rows)
        return tuple((day + first, day + last) for day in days)

    def _tell(self, changed: bool) -> None:
        self._say()
        self.update()
        if changed:
            self.changed.emit(self.week)

    def _go(self, row: int, minute: int, *, select: bool = False) -> None:
        """Let the keys be there."""
        before = self.day
        self._keys = self._keys.gone(row, minute, select=select)
        self._say()
        self.update()
        if self.day != before:
            self.dayChosen.emit(self.day)

    def _drag(self, spot: QPointF) -> None:
        """Show what the mouse has done up to there."""
        stroke, ground = self._stroke, self._ground()
        assert stroke is not None
        if stroke.piece is not None:
            to, day = ground.edge(spot), self._order[stroke.row]
            self._drawn = edge_moved(stroke.before, day, stroke.piece, stroke.edge, to)
            ends = sorted((to, sum(stroke.piece) - stroke.edge))
            span: Piece = (ends[0], ends[1])
        else:
            self._go(ground.row(spot), ground.minute(spot), select=True)
            span, self._drawn = self._keys.minutes, stroke.before
            for start, end in self._selected():
                self._drawn = (painted if stroke.paints else erased)(self._drawn, start, end)
        below = ground.box(self._keys.row, span).bottomRight().toPoint() + QPoint(4, 2)
        words = str(Range(*span)).replace("-", "–")
        QToolTip.showText(self.mapToGlobal(below), words, self)
        self.update()

    def _edge_near(self, spot: QPointF) -> tuple[Piece | None, int]:
        """The piece whose edge is there, and the minute of that edge."""
        ground = self._ground()
        for piece in of_day(self.week, self._order[ground.row(spot)]):
            for edge in piece:
                if abs(ground.across(edge) - spot.x()) <= _NEAR:
                    return piece, edge
        return None, 0

    def _ground(self) -> Ground:
        return Ground.of(self.font(), self.width(), self._order)

    def _say(self) -> None:
        """Name what the keys are on to a screen reader, else the whole week."""
        days = "; ".join(day_hours_words(day, self.week[day]) for day in self._order)
        self.setAccessibleDescription(days)
        name = _("Hours of the week")
        if self.hasFocus():
            first, last = self._keys.minutes
            inside = all(holds(self.week, *span) for span in self._selected())
            name = cell_words(self.day, first, last, inside=inside)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(event)
