"""How it stands with breaks, large, with all that can be asked for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from hipcoach.app.break_snapshots import BreakSnapshot
from hipcoach.app.words import _
from hipcoach.core.breaks import Command, MeetingFor, Order, PauseFor, Snooze, Standing
from hipcoach.ui.break_rows import switch
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.pieces import Button, column, label, row

MINUTE_S: Final = 60.0
_ARROW: Final = "  ▾"


class BreakPanel(QFrame):
    """The line of the tray and its menu, as a card."""

    asked = Signal(object)
    """A `Command` for the breaks."""
    breakAsked = Signal()
    """A break now, whatever the hours, pauses and guards."""
    switched = Signal(bool)
    """Reminders are wanted, or not."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._line = label("", "title")
        self._more = label("", "soft")
        self._on = switch(_("Remind me of breaks"), self.switched.emit)
        self._now = Button(_("&Start a break now"), "primary", "play")
        self._now.clicked.connect(self.breakAsked)
        self._later = self._button(_("&5 minutes later"), Snooze(5 * MINUTE_S))
        self._skip = self._button(_("S&kip this break"), Order.SKIP)
        self._resume = self._button(_("&Resume reminders"), Order.RESUME)
        self._resume.setProperty("role", "primary")
        self._over = self._button(_("The meeting is &over"), Order.END_MEETING)
        self._pause = self._menu(
            _("&Pause reminders"),
            (_("For &30 minutes"), PauseFor(30 * MINUTE_S)),
            (_("For &1 hour"), PauseFor(60 * MINUTE_S)),
            (_("For &2 hours"), PauseFor(120 * MINUTE_S)),
            (_("Until &tomorrow"), Order.PAUSE_UNTIL_TOMORROW),
            None,
            (_("Until I &resume"), Order.PAUSE),
        )
        self._meeting = self._menu(
            _("In a &meeting"),
            (_("For &30 minutes"), MeetingFor(30 * MINUTE_S)),
            (_("For &60 minutes"), MeetingFor(60 * MINUTE_S)),
        )
        told = column(self._line, self._more, gap=1)
        reminds = row(label(_("Remind me"), wrap=False), self._on, gap=2)
        head = row(told, reminds)
        head.setStretch(0, 1)
        head.setAlignment(reminds, Qt.AlignmentFlag.AlignTop)
        first = FoldingRow(self._now, self._resume, self._pause, self._meeting, self._over)
        second = self._answers = FoldingRow(self._later, self._skip)
        self.setLayout(column(head, first, second, gap=3, margin=5))
        self.setFocusProxy(self._now)

    def show_snapshot(self, shown: BreakSnapshot) -> None:
        """Show how it stands."""
        self._line.setText(shown.line)
        self.setAccessibleName(shown.line)
        self._more.setText(_about(shown))
        self._more.setVisible(bool(self._more.text()))
        self._on.setChecked(shown.on)
        closed = shown.standing in {Standing.PAUSED, Standing.OUTSIDE, Standing.RUNNING}
        for part, there in (
            (self._now, shown.on and shown.standing is not Standing.RUNNING),
            (self._resume, shown.can_resume),
            (self._over, shown.in_meeting),
            (self._later, shown.can_snooze),
            (self._pause, shown.on and not shown.can_resume),
            (self._meeting, shown.on and not shown.in_meeting and not closed),
        ):
            part.setVisible(there)
        self._answers.setVisible(shown.near)

    def _button(self, words: str, command: Command) -> Button:
        made = Button(words)
        made.clicked.connect(lambda: self.asked.emit(command))
        return made

    def _menu(self, words: str, *choices: tuple[str, Command] | None) -> Button:
        """A button that opens to choose for how long."""
        made = Button(words + _ARROW, name=words.replace("&", ""))
        menu = QMenu(made)
        for choice in choices:
            if choice is None:
                menu.addSeparator()
                continue
            said, command = choice
            action = menu.addAction(said)
            action.triggered.connect(lambda _on=False, told=command: self.asked.emit(told))
        made.setMenu(menu)
        return made


def _about(shown: BreakSnapshot) -> str:
    """What the line means, where it doesn't say so itself."""
    if not shown.on:
        return _("Nothing reminds you, and nothing is counted.")
    match shown.standing:
        case Standing.HELD if shown.owed_long:
            return _("It has been waiting for long; it comes when you are free.")
        case Standing.HELD:
            return _("It comes when you are free.")
        case Standing.PAUSED if shown.can_resume:
            return _("When the pause ends, a full interval begins.")
        case Standing.OUTSIDE:
            return _("Your hours are below.")
        case _:
            return ""
