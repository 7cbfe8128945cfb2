"""The picture as a widget: it shows the frame that it is given, and says when it is clicked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.figure.frame import FigureFrame
from hipcoach.ui.figure.extras import PLAIN, Extras
from hipcoach.ui.figure.palette import Look


class FigureView(QWidget):
    """Shows one frame after another. Owns no clock: whoever gives the frames keeps the time.

    Name it and describe it for screen readers with `setAccessibleName` and
    `setAccessibleDescription` whenever the picture means something else.
    """

    clicked = Signal()
    """The picture was clicked, tapped, or activated by key where it has the focus."""

    def __init__(self, parent: QWidget | None = None, look: Look | None = None) -> None:
        super().__init__(parent)
        self._look = look or Look()
        self._frame: FigureFrame | None = None
        self._extras = PLAIN
        self._pressed = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)

    @property
    def frame(self) -> FigureFrame | None:
        """The frame on show."""
        return self._frame

    def show_frame(self, frame: FigureFrame, extras: Extras = PLAIN) -> None:
        """Shows a moment; the same moment again costs nothing."""
        if frame == self._frame and extras == self._extras:
            return
        self._frame, self._extras = frame, extras
        self.update()

    def set_look(self, look: Look) -> None:
        """Shows the figure in another theme or as another person."""
        if look != self._look:
            self._look = look
            self.update()

    def sizeHint(self) -> QSize:
        """Four to three, as the pictures are laid out."""
        return QSize(800, 600)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame on show, or the window's own ground before there is one."""
        painter = QPainter(self)
        if self._frame is None:
            painter.fillRect(self.rect(), self.palette().window())
        else:
            # The painter comes with the first figure: the window is there sooner without.
            from hipcoach.ui.figure.scene import draw_figure  # noqa: PLC0415

            draw_figure(painter, QRectF(self.rect()), self._frame, self._look, self._extras)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers a press of the left button."""
        self._pressed = event.button() is Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, if the button went down and up inside."""
        inside = self.rect().contains(event.position().toPoint())
        if self._pressed and inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
        self._pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A click by key; everything else goes on to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
