"""A quiet window in the corner that offers a break, where the desktop's notices can't.

It never takes the keyboard from what somebody is doing, and what was clicked for something
else, a moment before it came, does nothing on it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from hipcoach.app.break_snapshots import OfferSnapshot
from hipcoach.app.words import _
from hipcoach.ui.pieces import GAPS, Button, column, grown, label, left_out, row
from hipcoach.ui.screens import corner, screen_here

SETTLE_MS: Final = 2000
"""So long nothing on it can be pressed."""
FOLLOW_MS: Final = 1000
"""So often it looks on which screen the person is."""
TOLD_MS: Final = 20_000
"""So long stands what is only said."""
_WIDTH: Final = 400
_ROUND: Final = 12


class OfferWindow(QFrame):
    """Shows an offer and says which of its buttons was pressed; closed, it stays unanswered.

    What asks for nothing is shown in it as well, and goes by itself.
    """

    pressed = Signal(str)
    """The key of a button."""
    dismissed = Signal()
    """It was closed without an answer."""

    def __init__(self, settle_ms: int = SETTLE_MS) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setObjectName("offer")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle("HipCoach")
        self._settle_ms = settle_ms
        self._still = False
        self._title, self._text = label("", "heading"), label("")
        self._refused = label("", "soft")
        self._buttons = row(gap=2)
        self._answers: list[Button] = []
        self._close = Button("", "subtle", "close")
        self._close.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._close.clicked.connect(self.close)
        self._settling = _SettleLine()
        head = row(self._title, self._close)
        head.setStretch(0, 1)
        head.setAlignment(self._close, Qt.AlignmentFlag.AlignTop)
        whole = column(head, self._text, self._refused, self._settling, gap=2, margin=4)
        whole.addLayout(self._buttons)
        self.setLayout(whole)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._settle)
        self._follow = QTimer(self)
        self._follow.setInterval(FOLLOW_MS)
        self._follow.timeout.connect(self._place_where_the_person_is)
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.timeout.connect(self.hide)
        self._screen: QScreen | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._screen_gone)
        application.primaryScreenChanged.connect(self._screen_gone)

    @property
    def settled(self) -> bool:
        """Whether it can be answered by now."""
        return not self._settled.isActive()

    def reduce_motion(self, *, still: bool) -> None:
        """Let nothing move while it settles."""
        self._still = still

    def show_offer(self, offer: OfferSnapshot | None) -> None:
        """Offer this; `None`: there is nothing to offer any more."""
        self._told.stop()
        if offer is None:
            self.hide()
            return
        self._fill(offer.title, offer.text, asks=bool(offer.buttons))
        for key, words in offer.buttons:
            button = Button(words, "" if self._answers else "primary")
            button.clicked.connect(lambda _on=False, key=key: self.pressed.emit(key))
            self._buttons.addWidget(button, 0 if self._answers else 1)
            self._answers.append(button)
        self._come(lasts_ms=round(offer.lasts_s * 1000))

    @property
    def offering(self) -> bool:
        """Whether something is offered in it just now."""
        return self.isVisible() and bool(self._answers)

    def tell(self, title: str, text: str) -> None:
        """Say this: below the offer where there is one, else alone and for a while."""
        if self.offering:
            self._refused.setText(text)
            self._refused.show()
            self._fit()
            self._announce(text)
            return
        self._fill(title, text, asks=False)
        self._come(lasts_ms=TOLD_MS)

    def event(self, event: QEvent) -> bool:
        """Stay in the corner when its words take more room, or less."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc once it has settled; no other key means anything here."""
        if event.key() == Qt.Key.Key_Escape and self.settled:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the offer as it is."""
        super().closeEvent(event)
        self.dismissed.emit()

    def hideEvent(self, event: QEvent) -> None:
        """Rest."""
        super().hideEvent(event)  # type: ignore[arg-type]  # it is a QHideEvent
        for timer in (self._settled, self._follow, self._told):
            timer.stop()
        self._settling.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have round corners, also where nothing can shine through a window."""
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _ROUND, _ROUND)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a line around it, for it stands on whatever is on the screen."""
        painter = QPainter(self)
        colours = self.palette()
        painter.fillRect(self.rect(), colours.color(QPalette.ColorRole.Mid))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND - 1, _ROUND - 1)
        painter.end()

    def _fill(self, title: str, text: str, *, asks: bool) -> None:
        left_out(self._buttons)
        self._answers = []
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._refused.hide()
        close = _("Close; the break stays unanswered") if asks else _("Close")
        self._close.setAccessibleName(close)
        self._close.setToolTip(_("Close"))
        self.setAccessibleName(f"{title}. {text}".strip())

    def _come(self, *, lasts_ms: int) -> None:
        """Appear, and settle; go again after so long, 0: never by itself."""
        self._answerable(False)
        self._settled.start(self._settle_ms)
        self._settling.stop()
        if lasts_ms:
            self._told.start(lasts_ms)
        if not (lasts_ms and self._still):
            self._settling.start(lasts_ms or self._settle_ms, still=self._still)
        self._screen = None
        # Polished first: only then it is known how large the words are.
        self.ensurePolished()
        self._place_where_the_person_is()
        self.show()
        self.raise_()
        self._follow.start()
        self._fit()
        self._announce(self.accessibleName())

    def _settle(self) -> None:
        if self._answers:
            self._settling.stop()
        self._answerable(True)

    def _answerable(self, can: bool) -> None:
        for button in (*self._answers, self._close):
            button.setEnabled(can)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _screen_gone(self, _screen: QScreen) -> None:
        self._screen = None
        if self.isVisible():
            self._place_where_the_person_is()

    def _place_where_the_person_is(self) -> None:
        here = screen_here()
        if here is not self._screen:
            self._screen = here
            self._fit()

    def _fit(self) -> None:
        """Take the room that the words need, in the corner of its screen."""
        here = self._screen or screen_here()
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = max(grown(self, _WIDTH), layout.minimumSize().width())
        size = QSize(width, max(layout.heightForWidth(width), layout.minimumSize().height()))
        gap = GAPS.space(5)
        self.setGeometry(corner(here.availableGeometry(), size, gap))


class _SettleLine(QWidget):
    """A thin line that fills until the buttons can be pressed, or what is only said goes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(3)
        self._share = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._fill)

    def start(self, length_ms: int, *, still: bool) -> None:
        """Fill in so many milliseconds; `still`: stand full and vanish at the end."""
        self._motion.stop()
        self._share = 1.0 if still else 0.0
        if not still and length_ms:
            self._motion.setDuration(length_ms)
            self._motion.start()
        self.update()

    def stop(self) -> None:
        """Vanish; the room stays, so that nothing jumps."""
        self._motion.stop()
        self._share = 0.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of it as the time has gone."""
        if not self._share:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(self.palette().color(QPalette.ColorRole.Accent))
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, self.height()), 1.5, 1.5)
        painter.end()

    def _fill(self, share: object) -> None:
        self._share = float(share) if isinstance(share, float) else 0.0
        self.update()
