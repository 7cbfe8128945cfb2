"""The week as seven dots: every state has a shape of its own, so that no colour is needed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip

from hipcoach.app.plan_snapshots import DotState, WeekDot

_DAYS: Final = 7
_DISC: Final = 1.6
"""Width of a dot in heights of the text's capitals and tails."""
_CELL: Final = 2.35
"""From one dot to the next, in the same measure."""
_AIR: Final = 6
"""Pixels around the name of a day and its dot."""
_TICK: Final = ((0.28, 0.53), (0.44, 0.68), (0.73, 0.35))
"""Corners of the tick in a dot, as shares of its width."""


class WeekDots(QAbstractButton):
    """Seven days; arrow keys walk through them, Enter or a click asks why.

    To a screen reader it is a button that names the day which the keys are on.

    Done is a disc with a tick, done and eased a disc with a wave, due a ring with a dot in it,
    open a thin ring, rest a dash. Today stands on a ground of its own.
    """

    dayChosen = Signal(object)
    """A `date`, today or before: why was the plan as it was?"""

    def __init__(self) -> None:
        super().__init__()
        self._dots: tuple[WeekDot, ...] = ()
        self._place = -1
        """Of the day that the keys are on; -1 before the first."""
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.clicked.connect(lambda: self._choose(self._place))

    def show_week(self, dots: tuple[WeekDot, ...], words: str) -> None:
        """Show seven days and say `words` for the whole; without days seven places for them."""
        self._dots, self._words = dots, words
        self._place = next((place for place, dot in enumerate(dots) if dot.today), 0) if dots else 0
        walks = Qt.FocusPolicy.StrongFocus if dots else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(walks)
        self.setAccessibleDescription(" ".join(dot.words for dot in dots))
        self._say()
        self.update()

    @property
    def day_words(self) -> str:
        """The sentence of the day that the keys are on; empty where no day is shown."""
        return self._dots[self._place].words if self._dots else ""

    def sizeHint(self) -> QSize:
        """Seven cells side by side."""
        return QSize(_DAYS * self._cell(), round(self._line() * (1 + _DISC)) + 3 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def spot(self, place: int) -> QRectF:
        """Where a day stands, from 0."""
        return QRectF(place * self._cell(), 0, self._cell(), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the days, or ask why."""
        last = len(self._dots) - 1
        match event.key():
            case Qt.Key.Key_Left:
                self._walk(max(0, self._place - 1))
            case Qt.Key.Key_Right:
                self._walk(min(last, self._place + 1))
            case Qt.Key.Key_Home:
                self._walk(0)
            case Qt.Key.Key_End:
                self._walk(last)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.click()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask why that day was as it was."""
        self._choose(self._place_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be asked about."""
        asks = self._may_ask(self._place_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if asks else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say what a dot means to who points at it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            words = self._dots[place].words if 0 <= place < len(self._dots) else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self._say()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stand for the whole week again."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self._say()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The names of the days, and their dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(_DAYS):
            dot = self._dots[place] if place < len(self._dots) else None
            if dot is not None:
                self._paint_name(painter, self.spot(place), dot, place)
            self._paint_dot(painter, self._disc(place), dot.state if dot else None)
        painter.end()

    def _walk(self, place: int) -> None:
        self._place = place
        self._say()
        self.update()
        below = self.spot(place).bottomLeft().toPoint()
        QToolTip.showText(self.mapToGlobal(below), self.day_words, self)

    def _choose(self, place: int) -> None:
        if self._may_ask(place):
            self.dayChosen.emit(self._dots[place].day)

    def _may_ask(self, place: int) -> bool:
        """Whether that day has come."""
        today = next((dot.day for dot in self._dots if dot.today), None)
        known = 0 <= place < len(self._dots)
        return known and today is not None and self._dots[place].day <= today

    def _say(self) -> None:
        """Name the day that the keys are on to a screen reader, else the whole."""
        words = self.day_words if self.hasFocus() else self._words
        if words != self.accessibleName():
            self.setAccessibleName(words)
            event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(event)

    def _place_at(self, spot: QPointF) -> int:
        return int(spot.x() // self._cell())

    def _line(self) -> int:
        return QFontMetrics(self.font()).height()

    def _cell(self) -> int:
        return round(self._line() * _CELL)

    def _disc(self, place: int) -> QRectF:
        """Where the dot of a day is."""
        edge = self._line() * _DISC
        cell = self.spot(place)
        return QRectF(cell.center().x() - edge / 2, cell.bottom() - _AIR - edge, edge, edge)

    def _ink(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _paint_name(self, painter: QPainter, cell: QRectF, dot: WeekDot, place: int) -> None:
        ground = cell.adjusted(2.5, 1.5, -2.5, -1.5)
        if dot.today:
            painter.setPen(QPen(self._ink(QPalette.ColorRole.Mid), 1.0))
            painter.setBrush(self._ink(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(ground, _AIR * 1.5, _AIR * 1.5)
        if self.hasFocus() and place == self._place:
            painter.setPen(QPen(self._ink(QPalette.ColorRole.WindowText), 3.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, _AIR * 1.5, _AIR * 1.5)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if dot.today else QFont.Weight.Normal)
        painter.setFont(font)
        role = QPalette.ColorRole.WindowText if dot.today else QPalette.ColorRole.Dark
        painter.setPen(self._ink(role))
        name = QRectF(cell.left(), _AIR, cell.width(), self._line())
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, dot.initial)

    def _paint_dot(self, painter: QPainter, disc: QRectF, state: DotState | None) -> None:
        """A dot; `None` is the place for one."""
        edge = disc.width()
        accent = self._ink(QPalette.ColorRole.Accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        match state:
            case DotState.DONE | DotState.EASED:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(accent)
                painter.drawEllipse(disc)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(_pen(self._ink(QPalette.ColorRole.BrightText), edge / 10))
                if state is DotState.DONE:
                    painter.drawPolyline(QPolygonF([_within(disc, *corner) for corner in _TICK]))
                else:
                    painter.drawPath(_wave(disc))
            case DotState.DUE:
                painter.setPen(_pen(accent, edge / 9))
                painter.drawEllipse(disc.adjusted(*[edge / 18] * 2, *[-edge / 18] * 2))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(accent)
                painter.drawEllipse(disc.center(), edge / 7, edge / 7)
            case DotState.REST:
                painter.setPen(_pen(self._ink(QPalette.ColorRole.Dark), edge / 11))
                painter.drawLine(_within(disc, 0.33, 0.5), _within(disc, 0.67, 0.5))
            case _:
                role = QPalette.ColorRole.Mid if state else QPalette.ColorRole.Midlight
                painter.setPen(_pen(self._ink(role), 1.4))
                painter.drawEllipse(disc.adjusted(*[edge / 8] * 2, *[-edge / 8] * 2))


def _pen(colour: QColor, width: float) -> QPen:
    made = QPen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def _within(disc: QRectF, across: float, down: float) -> QPointF:
    """A spot in a dot, as shares of its width and height."""
    return disc.topLeft() + QPointF(across * disc.width(), down * disc.height())


def _wave(disc: QRectF) -> QPainterPath:
    """What an eased day has in place of the tick."""
    path = QPainterPath(_within(disc, 0.25, 0.54))
    path.cubicTo(_within(disc, 0.38, 0.3), _within(disc, 0.48, 0.42), _within(disc, 0.5, 0.5))
    path.cubicTo(_within(disc, 0.52, 0.58), _within(disc, 0.62, 0.7), _within(disc, 0.75, 0.46))
    return path
