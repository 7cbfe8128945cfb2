"""A chart on a page: pointed at with the mouse, walked through with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from hipcoach.app.chart_snapshots import ChartSnapshot
from hipcoach.ui.charts.choose import drawing_of, height_of
from hipcoach.ui.charts.drawing import Drawing, Place
from hipcoach.ui.charts.inks import Inks, mixed, screen_inks
from hipcoach.ui.charts.legend import legend_height, paint_legend

_AIR = 6
"""Pixels around all of it, so that a frame has room."""
_NOWHERE = -1


class ChartView(QLabel):
    """Paints a chart with its legend; says what is at the place pointed at, or stepped to.

    To a screen reader it is an image, whose name is the place that the keys are on.
    """

    placeChanged = Signal(str)
    """What is there, in a sentence; empty: nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setPixmap(QPixmap(1, 1))  # a label that shows one is an image, a bare widget nothing
        self._shown: ChartSnapshot | None = None
        self._at = _NOWHERE
        """Where the keys are."""
        self._pointed = _NOWHERE
        self._made: tuple[Drawing, list[Place]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(240)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_chart(self, shown: ChartSnapshot) -> None:
        """Show a chart."""
        self._shown, self._made = shown, None
        self._at = self._pointed = _NOWHERE
        walks = Qt.FocusPolicy.StrongFocus if shown.chart else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(walks)
        self.setAccessibleDescription(shown.words)
        self.updateGeometry()
        self.update()
        self._say()

    @property
    def words(self) -> str:
        """What is at the place pointed at, or where the keys are; empty: nowhere."""
        at = self._pointed if self._pointed != _NOWHERE else self._at
        places = self._places()
        return places[at].words if 0 <= at < len(places) else ""

    def sizeHint(self) -> QSize:
        """As high as the chart and its legend in the width there is."""
        width = self.width() if self.width() > self.minimumWidth() else 640
        return QSize(640, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as it has to be."""
        return QSize(self.minimumWidth(), self.heightForWidth(max(self.width(), 240)))

    def heightForWidth(self, width: int) -> int:
        """The legend takes more lines where it is narrow."""
        if self._shown is None or self._shown.chart is None:
            return 0
        inks = self._inks()
        legend = legend_height(self._shown.legend, width - 2 * _AIR, inks)
        return round(height_of(self._shown.chart, inks.unit) + legend + 2 * _AIR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        super().resizeEvent(event)
        self._made = None
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Take new colours and another size of text over."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._made = None
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from place to place, from row to row, or leave them."""
        key, last = event.key(), len(self._places()) - 1
        if last < 0:
            super().keyPressEvent(event)
            return
        match key:
            case Qt.Key.Key_Left:
                self._step(max(0, self._at - 1) if self._at != _NOWHERE else last)
            case Qt.Key.Key_Right:
                self._step(min(last, self._at + 1))
            case Qt.Key.Key_Home:
                self._step(0)
            case Qt.Key.Key_End:
                self._step(last)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if self._rows() > 1:
                self._step(self._in_row(1 if key == Qt.Key.Key_Down else -1))
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the pointer."""
        self._point(self._nearest(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to where the keys are."""
        super().leaveEvent(event)
        self._point(_NOWHERE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are: at the newest place first."""
        super().focusInEvent(event)
        if self._at == _NOWHERE and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._at = len(self._places()) - 1
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stand for the whole chart again."""
        super().focusOutEvent(event)
        self._at = _NOWHERE
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The place that is meant, the chart, the legend, the frame of the keyboard."""
        if self._shown is None or self._shown.chart is None:
            return
        inks = self._inks()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing, places = self._drawn()
        drawing.paint(painter)
        at = self._pointed if self._pointed != _NOWHERE else self._at
        if 0 <= at < len(places):
            self._paint_place(painter, places[at].spot, inks)
        legend = self._area().adjusted(0, height_of(self._shown.chart, inks.unit), 0, 0)
        paint_legend(painter, self._shown.legend, legend, inks)
        if self.hasFocus():
            painter.setPen(inks.stroke(inks.focus, 0.11))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        painter.end()

    def _paint_place(self, painter: QPainter, spot: QRectF, inks: Inks) -> None:
        """A frame around the place, wide enough to be seen."""
        widened = max(0.0, inks.unit * 0.7 - spot.width()) / 2
        frame = spot.adjusted(-widened, 0, widened, 0)
        shade = mixed(inks.ground, inks.ink, 0.5)
        shade.setAlphaF(0.16)
        painter.fillRect(frame, shade)
        painter.setPen(inks.stroke(inks.ink, 0.08))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 3, 3)

    def _inks(self) -> Inks:
        return screen_inks(self.palette(), self.font())

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)

    def _drawn(self) -> tuple[Drawing, list[Place]]:
        """The drawing in the room there is, and its places."""
        if self._made is None:
            assert self._shown is not None
            assert self._shown.chart is not None
            inks = self._inks()
            area = self._area()
            area.setHeight(height_of(self._shown.chart, inks.unit))
            drawing = drawing_of(self._shown.chart, area, inks)
            self._made = drawing, drawing.places()
        return self._made

    def _places(self) -> list[Place]:
        if self._shown is None or self._shown.chart is None:
            return []
        return self._drawn()[1]

    def _rows(self) -> int:
        return len({place.row for place in self._places()})

    def _in_row(self, step: int) -> int:
        """The place in the next row with anything in it that is nearest."""
        places = self._places()
        here = places[max(0, self._at)]
        rows = [one.row for one in places if (one.row - here.row) * step > 0]
        if not rows:
            return max(0, self._at)
        row = min(rows) if step > 0 else max(rows)
        across = here.spot.center().x()
        numbers = [number for number, one in enumerate(places) if one.row == row]
        return min(numbers, key=lambda one: abs(places[one].spot.center().x() - across))

    def _nearest(self, spot: QPointF) -> int:
        """The place at a spot: in it, or beside it where places are narrow."""
        best, reach = _NOWHERE, float(self._inks().unit)
        for number, place in enumerate(self._places()):
            if not place.spot.top() <= spot.y() <= place.spot.bottom():
                continue
            away = max(place.spot.left() - spot.x(), spot.x() - place.spot.right(), 0.0)
            away = away or abs(place.spot.center().x() - spot.x()) / 1e4
            if away < reach:
                best, reach = number, away
        return best

    def _step(self, at: int) -> None:
        self._at, self._pointed = at, _NOWHERE
        self._tell()

    def _point(self, at: int) -> None:
        if at != self._pointed:
            self._pointed = at
            self._tell()

    def _tell(self) -> None:
        self.update()
        self._say()
        self.placeChanged.emit(self.words)

    def _say(self) -> None:
        """Name the place to a screen reader where the keys are on one, else the chart."""
        title = self._shown.title if self._shown else ""
        words = self.words if self.hasFocus() else ""
        name = f"{title}: {words}" if words else title
        if name != self.accessibleName():
            self.setAccessibleName(name)
            event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(event)
