"""The icon in the tray: how it stands with breaks at a glance, and everything in its menu.

Without the names in `Qt`: PySide6 makes hundreds of enums of them, in 12 ms and 0.8 MB, and in the
tray alone nothing else needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QAction, QBrush, QColor, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from hipcoach.app.break_snapshots import BreakSnapshot, Mark
from hipcoach.app.words import _

if TYPE_CHECKING:
    from hipcoach.core.breaks import Command

# ruff: noqa: PLC0415 - the icon is there before the machine that it stands for

EDGES: Final = (16, 22, 32, 48)
"""Pixels of the icon, as trays ask for it."""
INK: Final = QColor("#1c2b36")
PAPER: Final = QColor("#ffffff")
AMBER: Final = QColor("#e8a13a")
CLEAR: Final = QColor(0, 0, 0, 0)
MINUTE_S: Final = 60.0
LOOK_AGAIN_MS: Final = 10_000
"""So often a desktop without a tray is asked whether one has come."""


class Tray(QObject):
    """Shows how it stands; says what is asked for.

    Its menu is empty until there is something to show: so the icon is there sooner.
    """

    asked = Signal(object)
    """A `Command` for the breaks."""
    breakAsked = Signal()
    """A break now, whatever the hours, pauses and guards."""
    windowAsked = Signal(str)
    """The window, on the page of that name."""
    switched = Signal(bool)
    """Reminders are wanted, or not."""
    quitAsked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._menu = QMenu()
        self._shown: BreakSnapshot | None = None
        self._icons: dict[tuple[Mark, bool], QIcon] = {}
        self._icon = self._made()
        self._later_tray = QTimer(self)
        self._later_tray.setInterval(LOOK_AGAIN_MS)
        self._later_tray.timeout.connect(self.take_place)

    @property
    def icon(self) -> QSystemTrayIcon:
        """The icon itself."""
        return self._icon

    @staticmethod
    def available() -> bool:
        """Whether this desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def put_words(self) -> None:
        """Say everything in the language that is spoken now."""
        from hipcoach.core.breaks import MeetingFor, Order, PauseFor, Snooze

        menu = self._menu
        menu.clear()
        self._line = menu.addAction("")
        self._line.setEnabled(False)
        menu.addSeparator()
        self._now = self._add(menu, _("&Start a break now"))
        self._now.triggered.connect(self.breakAsked)
        self._later = self._add(menu, _("&5 minutes later"), Snooze(5 * MINUTE_S))
        self._skip = self._add(menu, _("S&kip this break"), Order.SKIP)
        menu.addSeparator()
        self._pause = menu.addMenu(_("&Pause reminders"))
        self._add(self._pause, _("For &30 minutes"), PauseFor(30 * MINUTE_S))
        self._add(self._pause, _("For &1 hour"), PauseFor(60 * MINUTE_S))
        self._add(self._pause, _("For &2 hours"), PauseFor(120 * MINUTE_S))
        self._add(self._pause, _("Until &tomorrow"), Order.PAUSE_UNTIL_TOMORROW)
        self._pause.addSeparator()
        self._add(self._pause, _("Until I &resume"), Order.PAUSE)
        self._resume = self._add(menu, _("&Resume reminders"), Order.RESUME)
        self._meeting = menu.addMenu(_("In a &meeting"))
        self._add(self._meeting, _("For &30 minutes"), MeetingFor(30 * MINUTE_S))
        self._add(self._meeting, _("For &60 minutes"), MeetingFor(60 * MINUTE_S))
        self._over = self._add(menu, _("The meeting is &over"), Order.END_MEETING)
        self._on = self._add(menu, _("&Turn reminders on"))
        self._on.triggered.connect(lambda: self.switched.emit(True))
        menu.addSeparator()
        opened = self._add(menu, _("&Open HipCoach"))
        opened.triggered.connect(lambda: self.windowAsked.emit("today"))
        settings = self._add(menu, _("&Break settings…"))
        settings.triggered.connect(lambda: self.windowAsked.emit("breaks"))
        self._add(menu, _("&Quit")).triggered.connect(self.quitAsked)
        if self._shown is not None:
            self.show_snapshot(self._shown)

    def show_snapshot(self, shown: BreakSnapshot) -> None:
        """Show how it stands."""
        from hipcoach.core.breaks import Standing

        if self._menu.isEmpty():
            self.put_words()
        before, self._shown = self._shown, shown
        self._line.setText(shown.line)
        self._icon.setToolTip(f"HipCoach\n{shown.line}")
        if before is None or (before.mark, before.owed_long) != (shown.mark, shown.owed_long):
            self._icon.setIcon(self._drawn(shown.mark, owed=shown.owed_long))
        open_ = shown.standing in {Standing.WAITING, Standing.HELD, Standing.OFFERED}
        for action, there in (
            (self._now, shown.on and shown.standing is not Standing.RUNNING),
            (self._later, shown.near and shown.can_snooze),
            (self._skip, shown.on and open_),
            (self._pause.menuAction(), shown.on),
            (self._resume, shown.can_resume),
            (self._meeting.menuAction(), shown.on and not shown.in_meeting),
            (self._over, shown.in_meeting),
            (self._on, not shown.on),
        ):
            action.setVisible(there)

    def take_place(self) -> None:
        """Take the place in the tray, where there is one or as soon as one has come."""
        if not self.available():
            self._later_tray.start()
            return
        if self._later_tray.isActive():
            # One that was made without a tray doesn't find it.
            self._later_tray.stop()
            self._icon.deleteLater()
            self._icon = self._made()
        shown = self._shown
        if shown is not None:
            self._icon.setToolTip(f"HipCoach\n{shown.line}")
        mark, owed = (shown.mark, shown.owed_long) if shown else (Mark.RUNNING, False)
        self._icon.setIcon(self._drawn(mark, owed=owed))
        self._icon.show()

    def hide(self) -> None:
        """Leave the tray."""
        self._later_tray.stop()
        self._icon.hide()

    def _made(self) -> QSystemTrayIcon:
        made = QSystemTrayIcon(self)
        made.setContextMenu(self._menu)
        made.activated.connect(self._activated)
        return made

    def _add(self, menu: QMenu, words: str, command: Command | None = None) -> QAction:
        action = menu.addAction(words)
        if command is not None:
            action.triggered.connect(lambda: self.asked.emit(command))
        return action

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.windowAsked.emit("today")

    def _drawn(self, mark: Mark, *, owed: bool) -> QIcon:
        made = self._icons.get((mark, owed))
        if made is None:
            made = QIcon()
            for edge in EDGES:
                made.addPixmap(_picture(edge, mark, owed=owed))
            self._icons[mark, owed] = made
        return made


def _picture(edge: int, mark: Mark, *, owed: bool) -> QPixmap:
    """Our icon with a mark in its corner: two bars for a pause, an hourglass for a break held."""
    pixmap = QPixmap(edge, edge)
    pixmap.fill(CLEAR)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.55 if mark is Mark.PAUSED else 1.0)
    QIcon(":/icons/hipcoach.svg").paint(painter, 0, 0, edge, edge)
    painter.setOpacity(1.0)
    # An even number of pixels has a middle between two of them.
    disc_edge = 2 * round(edge * 0.29)
    corner = QRectF(edge - disc_edge, edge - disc_edge, disc_edge, disc_edge)
    if mark is not Mark.RUNNING:
        # The ring keeps it apart from a light panel, and from the icon.
        for inset, colour in ((0.0, INK), (max(0.7, edge * 0.035), AMBER if owed else PAPER)):
            disc = QPainterPath()
            disc.addEllipse(corner.adjusted(inset, inset, -inset, -inset))
            painter.fillPath(disc, _brush(colour))
        painter.fillPath((_bars if mark is Mark.PAUSED else _hourglass)(corner), _brush(INK))
    painter.end()
    return pixmap


def _brush(colour: QColor) -> QBrush:
    """A brush of that colour, made of a picture: one made of the colour needs the names in `Qt`."""
    dot = QPixmap(1, 1)
    dot.fill(colour)
    return QBrush(dot)


def _bars(place: QRectF) -> QPainterPath:
    """Two bars, on whole pixels: a blurred one is no longer seen in the smallest icon."""
    path = QPainterPath()
    middle, width = place.center(), max(2, round(place.width() * 0.18))
    height = round(place.height() * 0.5)
    left, top = round(middle.x() - 1.5 * width), round(middle.y() - height / 2)
    for across in (left, left + 2 * width):
        path.addRect(QRectF(across, top, width, height))
    return path


def _hourglass(place: QRectF) -> QPainterPath:
    path = QPainterPath()
    middle, reach = place.center(), place.width() * 0.27
    left, right = middle.x() - reach, middle.x() + reach
    for way in (-1, 1):
        edge = middle.y() + way * reach
        path.addPolygon([QPointF(left, edge), QPointF(right, edge), middle])
    return path
