"""Minutes of stretch by muscle, folded away until somebody wants to know."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hipcoach.app.plan_snapshots import MuscleMinutes
from hipcoach.app.words import _
from hipcoach.core.balance import ENOUGH_MINUTES, MOST_MINUTES
from hipcoach.ui.pieces import GAPS, Button, column, label, left_out

_FULL: Final = 12.0
"""Minutes at the end of a bar."""
_HEIGHT: Final = 10
_EDGE: Final = 1.2
_SHARES: Final = (4, 4, 0, 1)
"""Of the width: name, bar, minutes, and air."""


class MinutesBar(QWidget):
    """Minutes as a bar, over a frame that stands for what a week is worth."""

    def __init__(self, minutes: float) -> None:
        super().__init__()
        self._minutes = minutes
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)

    def sizeHint(self) -> QSize:
        """A thin line, as long as there is room."""
        return QSize(160, _HEIGHT + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, what was done, and the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color
        track = QRectF(1, 2, self.width() - 2, _HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(QPalette.ColorRole.Midlight))
        middle = QRectF(track.left(), track.center().y() - 1, track.width(), 2)
        painter.drawRect(middle)
        done = min(self._minutes, _FULL) / _FULL * track.width()
        if done:
            painter.setBrush(colour(QPalette.ColorRole.Accent))
            bar = QRectF(track.left(), track.top() + 2, done, _HEIGHT - 4)
            painter.drawRoundedRect(bar, 3, 3)
        begin, end = (
            track.left() + minutes / _FULL * track.width()
            for minutes in (ENOUGH_MINUTES, MOST_MINUTES)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(QPalette.ColorRole.Mid), _EDGE))
        painter.drawRoundedRect(QRectF(begin, track.top(), end - begin, _HEIGHT), 3, 3)
        painter.end()


class MuscleList(QWidget):
    """A quiet button, and below it a line for each muscle."""

    def __init__(self) -> None:
        super().__init__()
        self._muscles: tuple[MuscleMinutes, ...] = ()
        self._button = Button(_("&Minutes by muscle"), "link")
        self._button.setCheckable(True)
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.toggled.connect(self._unfold)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(GAPS.space(4))
        self._rows.setVerticalSpacing(GAPS.space(1))
        for place, share in enumerate(_SHARES):
            self._rows.setColumnStretch(place, share)
        self._list = QWidget()
        self._list.setLayout(column(label(_explained(), "small"), self._rows, gap=2))
        self._list.hide()
        whole = column(self._button, self._list, gap=1)
        whole.setAlignment(self._button, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(whole)
        self.hide()

    def show_muscles(self, muscles: tuple[MuscleMinutes, ...]) -> None:
        """Show these, in order; none: be hidden."""
        self.setVisible(bool(muscles))
        if muscles != self._muscles:
            self._muscles = muscles
            if self._button.isChecked():
                self._fill()

    def _unfold(self, opens: bool) -> None:
        if opens:
            self._fill()
        self._list.setVisible(opens)

    def _fill(self) -> None:
        left_out(self._rows)
        for place, muscle in enumerate(self._muscles):
            name, minutes = label(muscle.name, "small"), label(muscle.words, "small", wrap=False)
            said = _("{muscle}: {minutes}").format(muscle=muscle.name, minutes=muscle.words)
            name.setAccessibleName(said)
            self._rows.addWidget(name, place, 0)
            self._rows.addWidget(MinutesBar(muscle.minutes), place, 1)
            self._rows.addWidget(minutes, place, 2, Qt.AlignmentFlag.AlignRight)


def _explained() -> str:
    return _(
        "Minutes of stretch this week, on the side that had less. The mark shows 5 to 10 minutes: "
        "more is not known to bring more."
    )
