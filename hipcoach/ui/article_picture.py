"""A picture in an article: drawn, and moving where that says more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from hipcoach.app.words import _, ngettext
from hipcoach.core.article import PictureId
from hipcoach.ui.anatomy.bones import MOST_TILT
from hipcoach.ui.anatomy.diagrams import draw_cycle, draw_desk, draw_ramp
from hipcoach.ui.anatomy.hip_view import WHOLE, HipPicture, draw_hip, draw_joint
from hipcoach.ui.figure.palette import Look
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.pieces import Button, column, grown, label, row

FRAME_MS: Final = 50
ROUND_MS: Final = 9000
"""Forward and back."""
STILLS: Final = (0.0, 15.0)
"""Degrees of tilt in the two pictures that stand still side by side."""

_LEAST_WIDTH: Final = 280
_ROUND: Final = 14.0
_SHAPES: Final[Mapping[PictureId, float]] = {
    PictureId.FLEXORS: 1.25,
    PictureId.TILT: 0.95,
    PictureId.SOCKET: 0.62,
    PictureId.DESK: 0.66,
    PictureId.CONTRACT_RELAX: 0.62,
    PictureId.RAMP: 0.5,
}
"""Height of each picture as a share of its width."""


def tilt_at(share: float) -> float:
    """Degrees of tilt at a share of the way there and back, 0 to 1; slow at both ends."""
    return MOST_TILT * (1.0 - cos(2.0 * pi * share)) / 2.0


class Canvas(QWidget):
    """Paints one picture with round corners; it is named by its text alternative."""

    def __init__(self, picture: PictureId, words: str, book: PictureBook) -> None:
        super().__init__()
        self._picture = picture
        self._book = book
        self._tilts: tuple[float, ...] = (0.0,)
        self.setAccessibleName(words)
        self.setMinimumWidth(_LEAST_WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        book.changed.connect(self.update)

    @property
    def tilts(self) -> tuple[float, ...]:
        """Degrees of tilt that are shown, side by side."""
        return self._tilts

    def show_tilts(self, *tilts: float) -> None:
        """Show the pelvis tipped forward by so many degrees; several stand side by side."""
        if tilts != self._tilts:
            self._tilts = tilts
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Its shape stays."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its shape asks for."""
        return round(width * _SHAPES[self._picture])

    def sizeHint(self) -> QSize:
        """As wide as a column of text."""
        return QSize(540, self.heightForWidth(540))

    def minimumSizeHint(self) -> QSize:
        """Still legible."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, and the page around its corners."""
        painter = QPainter(self)
        painter.setFont(self.font())
        area = QRectF(self.rect())
        self._draw(painter, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = self.palette().color(QPalette.ColorRole.Window)
        painter.fillPath(_around(area), page)
        painter.end()

    def _draw(self, painter: QPainter, area: QRectF) -> None:
        look = self._book.look
        plain: Mapping[PictureId, Callable[[], None]] = {
            PictureId.FLEXORS: lambda: draw_hip(
                painter, area, HipPicture(window=WHOLE), look.theme
            ),
            PictureId.SOCKET: lambda: draw_joint(painter, area, look.theme),
            PictureId.DESK: lambda: draw_desk(painter, area, look),
            PictureId.CONTRACT_RELAX: lambda: draw_cycle(painter, area, look.theme),
            PictureId.RAMP: lambda: draw_ramp(painter, area, look.theme),
        }
        if self._picture in plain:
            plain[self._picture]()
        else:
            self._draw_tilts(painter, area, look)

    def _draw_tilts(self, painter: QPainter, area: QRectF, look: Look) -> None:
        several = len(self._tilts) > 1
        wide = area.width() / len(self._tilts)
        line = painter.fontMetrics().height() * 1.8 if several else 0.0
        for number, tilt in enumerate(self._tilts):
            place = QRectF(area.left() + number * wide, area.top(), wide, area.height())
            picture = HipPicture(tilt, labelled=not several, measured=True)
            draw_hip(painter, place, picture, look.theme)
            if several:
                painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
                below = QRectF(place.left(), place.bottom() - line, wide, line)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tilt_words(tilt))


class ArticlePicture(QWidget):
    """A picture with its text alternative; the tilting pelvis has a slider and can move."""

    def __init__(self, picture: PictureId, words: str, book: PictureBook) -> None:
        super().__init__()
        self.canvas = Canvas(picture, words, book)
        self._at_ms = 0
        self._still = False
        self._wanted = picture is PictureId.TILT
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._move_on)
        body = column(self.canvas, gap=2)
        self._controls = QWidget(self)
        self._controls.setVisible(self._wanted)
        if self._wanted:
            self._build_controls()
            body.addWidget(self._controls)
        self.setLayout(body)

    @property
    def moving(self) -> bool:
        """Whether it moves now."""
        return self._timer.isActive()

    def set_still(self, *, still: bool) -> None:
        """Show two pictures side by side in place of one that moves; or let it move."""
        self._still = still
        if hasattr(self, "_slider"):
            self._controls.setVisible(not still)
            self.canvas.show_tilts(*(STILLS if still else (float(self._slider.value()),)))
        self._run()

    def showEvent(self, event: QShowEvent) -> None:
        """Move while it is seen."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def _build_controls(self) -> None:
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, round(MOST_TILT))
        self._slider.setPageStep(5)
        self._slider.setAccessibleName(_("Forward tilt of the pelvis, in degrees"))
        self._slider.sliderPressed.connect(self._take_over)
        self._slider.actionTriggered.connect(self._take_over)
        self._slider.valueChanged.connect(self._show_tilt)
        self._degrees = label("", "small", wrap=False)
        self._degrees.setMinimumWidth(grown(self, 110))
        self._turn = Button("", "quiet")
        self._turn.clicked.connect(self._start_or_stop)
        neutral = label(_("Neutral"), "small", wrap=False)
        self._controls.setLayout(row(self._turn, neutral, self._slider, self._degrees, gap=2))
        self._show_tilt(0)

    def _start_or_stop(self) -> None:
        self._wanted = not self._wanted
        self._run()

    def _take_over(self) -> None:
        """The person moves it: it does not move by itself any more."""
        self._wanted = False
        self._run()

    def _run(self) -> None:
        if self._wanted and not self._still and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()
        if hasattr(self, "_turn"):
            words = _("&Hold still") if self._wanted else _("&Let it move")
            self._turn.setText(words)
            self._turn.setAccessibleName(words.replace("&", ""))

    def _move_on(self) -> None:
        self._at_ms = (self._at_ms + FRAME_MS) % ROUND_MS
        tilt = tilt_at(self._at_ms / ROUND_MS)
        self._slider.blockSignals(True)
        self._slider.setValue(round(tilt))
        self._slider.blockSignals(False)
        self.canvas.show_tilts(tilt)
        self._degrees.setText(_forward(tilt))

    def _show_tilt(self, tilt: int) -> None:
        self._at_ms = _moment(tilt)
        self.canvas.show_tilts(float(tilt))
        self._degrees.setText(_forward(tilt))


def tilt_words(tilt: float) -> str:
    """How far the pelvis is tipped forward, under a picture."""
    return _forward(tilt) if round(tilt) else _("Neutral")


def _forward(tilt: float) -> str:
    return ngettext("{degrees}° forward", "{degrees}° forward", round(tilt)).format(
        degrees=round(tilt)
    )


def _around(area: QRectF) -> QPainterPath:
    """What a rectangle has more than one with round corners."""
    path = QPainterPath()
    # A little wider, or a hair of the picture stays at the edge.
    path.addRect(area.adjusted(-1.0, -1.0, 1.0, 1.0))
    path.addRoundedRect(area, _ROUND, _ROUND)
    return path


def _moment(tilt: float) -> int:
    """The moment of the movement at which it comes by this tilt on the way there."""
    steps = range(0, ROUND_MS // 2 + 1, FRAME_MS)
    return min(steps, key=lambda at: abs(tilt_at(at / ROUND_MS) - tilt))
