"""Where the days and hours of a week are, and how they are drawn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen

from hipcoach.app.phrases.break_settings import MONDAY
from hipcoach.app.phrases.dates import weekday_short
from hipcoach.core.value import value
from hipcoach.core.week_edit import DAY_MIN, Piece, Week, of_day

STEP_MIN: Final = 15
"""Minutes of the smallest piece."""
HOUR_MIN: Final = 60
DAYS: Final = 7
HOURS: Final = 24
_ROUND: Final = 4.0


@value
class Keys:
    """Where the keys are, and where their selection begins: lines from the top, minutes."""

    row: int = 0
    minute: int = 9 * HOUR_MIN
    from_row: int = 0
    from_minute: int = 9 * HOUR_MIN

    def gone(self, row: int, minute: int, *, select: bool = False) -> Keys:
        """The same somewhere else, within the week; `select` keeps where it began."""
        row = min(max(row, 0), DAYS - 1)
        minute = min(max(minute, 0), DAY_MIN - STEP_MIN)
        if select:
            return Keys(row, minute, self.from_row, self.from_minute)
        return Keys(row, minute, row, minute)

    @property
    def rows(self) -> range:
        """The lines that are selected."""
        return range(min(self.row, self.from_row), max(self.row, self.from_row) + 1)

    @property
    def minutes(self) -> Piece:
        """The minutes of these days that are selected."""
        first, last = sorted((self.minute, self.from_minute))
        return first, last + STEP_MIN


@value
class Ground:
    """Lengths in pixels: seven lines of 24 hours, names at the left, hours on top."""

    order: tuple[int, ...]
    """The weekdays from the top, 0 for Monday."""
    left: float
    top: float
    line: float
    width: float
    """Of the 24 hours."""

    @classmethod
    def of(cls, font: QFont, width: int, order: tuple[int, ...]) -> Ground:
        """The ground in a widget of that width with that font."""
        letters = QFontMetrics(font)
        names = (weekday_short(MONDAY.replace(day=1 + day)) for day in range(DAYS))
        left = max(letters.horizontalAdvance(name) for name in names) + letters.height()
        high = letters.height()
        return cls(order, left, round(high * 1.4), round(high * 1.75), width - left - high * 0.9)

    @property
    def height(self) -> int:
        """All of it."""
        return round(self.top + DAYS * self.line) + 2

    def across(self, minute: int) -> float:
        """Where a minute of a day is."""
        return self.left + minute * self.width / DAY_MIN

    def row(self, spot: QPointF) -> int:
        """The line of a spot, the nearest where it is beside them."""
        return min(max(int((spot.y() - self.top) // self.line), 0), DAYS - 1)

    def minute(self, spot: QPointF) -> int:
        """The quarter of an hour in which a spot is, by its beginning."""
        steps = int((spot.x() - self.left) / max(1.0, self.width) * DAY_MIN // STEP_MIN)
        return min(max(steps * STEP_MIN, 0), DAY_MIN - STEP_MIN)

    def edge(self, spot: QPointF) -> int:
        """The beginning of a quarter of an hour, or midnight, that is nearest."""
        steps = round((spot.x() - self.left) / max(1.0, self.width) * DAY_MIN / STEP_MIN)
        return min(max(steps * STEP_MIN, 0), DAY_MIN)

    def box(self, row: int, span: Piece) -> QRectF:
        """The place of a piece of a day."""
        left, right = self.across(span[0]), self.across(span[1])
        return QRectF(left, self.top + row * self.line, right - left, self.line)


class WeekDrawing:
    """One picture of the week."""

    def __init__(self, painter: QPainter, ground: Ground, palette: QPalette) -> None:
        self._painter = painter
        self._ground = ground
        self._palette = palette
        self._font = QFont(painter.font())
        self._small = QFont(painter.font())
        self._small.setPixelSize(max(9, round(QFontMetrics(self._font).height() * 0.6)))

    def draw(self, week: Week, keys: Keys | None, day: int, *, live: bool) -> None:
        """All of it; `keys` where they are to be seen, `day` is the weekday that is edited."""
        self._hours()
        for row, one in enumerate(self._ground.order):
            self._line(row, one, edited=one == day)
            for piece in of_day(week, one):
                self._piece(row, piece, live=live)
        if keys is not None:
            self._selection(keys)

    def _ink(self, role: QPalette.ColorRole) -> QColor:
        return self._palette.color(role)

    def _hours(self) -> None:
        painter, ground = self._painter, self._ground
        painter.setFont(self._small)
        painter.setPen(self._ink(QPalette.ColorRole.Dark))
        every = (
            2 if ground.width / 12 > QFontMetrics(self._small).horizontalAdvance("00") * 2 else 6
        )
        for hour in range(0, HOURS + 1, every):
            middle = ground.across(hour * HOUR_MIN)
            place = QRectF(middle - 30, 0, 60, ground.top - 3)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom,
                             str(hour))  # fmt: skip

    def _line(self, row: int, day: int, *, edited: bool) -> None:
        painter, ground = self._painter, self._ground
        box = ground.box(row, (0, DAY_MIN)).adjusted(0, 1.5, 0, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        line, faint = (QColor(self._ink(QPalette.ColorRole.Mid)) for _shade in range(2))
        line.setAlphaF(0.32)
        faint.setAlphaF(0.2)
        for half in range(1, 2 * HOURS):
            whole = half % 2 == 0
            painter.setPen(QPen(line if whole else faint, 1.0))
            across = round(ground.across(half * 30)) + 0.5
            inset = 0.0 if whole else box.height() * 0.3
            painter.drawLine(
                QPointF(across, box.top() + inset), QPointF(across, box.bottom() - inset)
            )
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold if edited else QFont.Weight.Normal)
        painter.setFont(font)
        role = QPalette.ColorRole.WindowText if edited else QPalette.ColorRole.Dark
        painter.setPen(self._ink(role))
        name = QRectF(0, box.top(), ground.left, box.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                         weekday_short(MONDAY.replace(day=1 + day)))  # fmt: skip

    def _piece(self, row: int, piece: Piece, *, live: bool) -> None:
        painter = self._painter
        box = self._ground.box(row, piece).adjusted(0.5, 2.5, -0.5, -2.5)
        role = QPalette.ColorRole
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink(role.Accent if live else role.Mid))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        words = "–".join(f"{minute // HOUR_MIN}:{minute % HOUR_MIN:02}" for minute in piece)
        painter.setFont(self._small)
        if QFontMetrics(self._small).horizontalAdvance(words) + 10 < box.width():
            painter.setPen(self._ink(role.BrightText if live else role.Base))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _selection(self, keys: Keys) -> None:
        painter = self._painter
        first, last = keys.rows[0], keys.rows[-1]
        box = self._ground.box(first, keys.minutes)
        box.setBottom(self._ground.box(last, keys.minutes).bottom())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Two lines, one of which is seen on any ground.
        for role, width in ((QPalette.ColorRole.Base, 4.5), (QPalette.ColorRole.WindowText, 2.0)):
            painter.setPen(QPen(self._ink(role), width))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), _ROUND, _ROUND)
