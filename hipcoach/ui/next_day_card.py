"""The card on Today that asks how the hips felt on the days after a session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from hipcoach.app.phrases.next_day import fill_in_words, kept_words
from hipcoach.app.plan_snapshots import Asked, Told
from hipcoach.app.words import _
from hipcoach.core.plan_log import Reply, Soreness
from hipcoach.ui.next_day_flags import NextDayFlags
from hipcoach.ui.next_day_questions import NextDayQuestions
from hipcoach.ui.pieces import Button, column, label, left_out, row

UNDO_MS: Final = 60_000
"""So long an answer can be taken back on the spot."""


class NextDayCard(QFrame):
    """Asks about one day, keeps what was answered in sight for a while, and lists earlier days.

    Hidden while there is nothing to ask, to take back or to fill in.
    """

    told = Signal(object)
    """A `Told`."""

    def __init__(self, undo_ms: int = UNDO_MS) -> None:
        super().__init__()
        self.setObjectName("next-day")
        self.setProperty("role", "step")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._asked: tuple[Asked, ...] = ()
        self._current: Asked | None = None
        """What is asked about now."""
        self._chosen: Asked | None = None
        """A day that the person wants to fill in, or to answer anew."""
        self._kept: tuple[Asked, Told] | None = None
        """What was answered last, while it can be taken back."""
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(undo_ms)
        self._settled.timeout.connect(self._forget)
        self._questions = NextDayQuestions(self)
        self._questions.complete.connect(partial(self._keep, ()))
        self._questions.replied.connect(self._tell)
        self._questions.changesAsked.connect(self._ask_changes)
        self._flags = NextDayFlags()
        self._flags.finished.connect(self._end_changes)
        self._said = label("")
        self._undo = Button(_("Changed your mind?"), "link")
        self._undo.clicked.connect(self._take_back)
        line = row(self._said, self._undo, gap=4)
        line.setStretch(0, 1)
        self._line = QWidget()
        self._line.setLayout(line)
        self._days = row(gap=4)
        self._earlier = QWidget()
        self._earlier.setLayout(self._days)
        parts = (self._line, self._questions, self._flags, self._earlier)
        self.setLayout(column(*parts, gap=3, margin=5))
        self._show()

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """Show the questions that are open, the newest first; what was begun stays."""
        self._asked = tuple(asked)
        if self._flags.isHidden():
            self._let_go()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter end it where no button has the keyboard."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._questions.isVisible():
            self._questions.enter()
        else:
            super().keyPressEvent(event)

    def _is_open(self, one: Asked) -> bool:
        """Whether it is asked still, or may be answered anew."""
        return self._kept_key() == _key(one) or any(_key(one) == _key(o) for o in self._asked)

    def _kept_key(self) -> object:
        return _key(self._kept[0]) if self._kept else None

    def _before(self, asked: Asked) -> Told | None:
        """What was answered to it a moment ago."""
        if self._kept is None or self._kept_key() != _key(asked):
            return None
        return self._kept[1] if self._kept[1].reply is Reply.ANSWERED else None

    def _show(self) -> None:
        kept_key = self._kept_key()
        loud = (one for one in self._asked if not one.quiet and _key(one) != kept_key)
        before, self._current = self._current, self._chosen or next(loud, None)
        now = self._current
        if now is not None and (before is None or _key(before) != _key(now)):
            self._flags.hide()
            self._questions.ask(now.words, self._before(now))
        opened = not self._flags.isHidden()
        self._questions.setVisible(now is not None and not opened)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if now is None else Qt.FocusPolicy.StrongFocus)
        shown = self._kept is not None and self._chosen is None
        self._line.setVisible(shown)
        self._said.setText(kept_words(self._kept[1]) if self._kept else "")
        earlier = [
            one for one in self._asked
            if _key(one) != kept_key and (now is None or _key(one) != _key(now))
        ]  # fmt: skip
        self._show_earlier(() if opened else earlier)
        self.setVisible(now is not None or shown or bool(earlier))

    def _show_earlier(self, earlier: Sequence[Asked]) -> None:
        left_out(self._days)
        self._earlier.setVisible(bool(earlier))
        if not earlier:
            return
        self._days.addWidget(label(_("You can still fill in:"), "soft", wrap=False))
        for one in earlier:
            words = fill_in_words(one.day, one.days_after)
            button = Button(words, "link", name=_("Fill in {day}").format(day=words))
            button.clicked.connect(partial(self._choose, one))
            self._days.addWidget(button)
        self._days.addStretch(1)

    def _choose(self, one: Asked) -> None:
        self._chosen = one
        self._show()
        self.setFocus()

    def _take_back(self) -> None:
        if self._kept is not None:
            self._settled.stop()
            self._choose(self._kept[0])

    def _forget(self) -> None:
        self._kept = None
        self._show()

    def _let_go(self) -> None:
        """Ask no more for a day that is not to be answered any more."""
        if self._chosen is not None and not self._is_open(self._chosen):
            self._chosen = None

    def _ask_changes(self) -> None:
        # What is ticked there is told of this day, even where its question closes meanwhile.
        self._chosen = self._current
        self._flags.open()
        self._show()

    def _end_changes(self, flags: tuple[str, ...]) -> None:
        if flags:
            self._keep(flags)
        else:
            self._let_go()
            self._show()
            self.setFocus()

    def _keep(self, flags: tuple[str, ...]) -> None:
        asks = self._questions
        self._tell(Reply.ANSWERED, asks.pain, asks.soreness, asks.sketchy, flags)

    def _tell(
        self,
        reply: Reply,
        pain: int | None = None,
        soreness: Soreness | None = None,
        sketchy: bool | None = None,
        flags: tuple[str, ...] = (),
    ) -> None:
        asked = self._current
        assert asked is not None, "only what is shown can be answered"
        told = Told(asked.day, asked.days_after, reply, pain, soreness, sketchy, flags)
        had_keys = self.isAncestorOf(self.window().focusWidget()) or self.hasFocus()
        self._kept, self._chosen, self._current = (asked, told), None, None
        # A sign is not taken back with a click.
        self._undo.setVisible(not flags)
        self._settled.start()
        self._show()
        if had_keys and not flags:
            self._undo.setFocus()
        self.told.emit(told)


def _key(asked: Asked) -> tuple[date, int]:
    """Which question it is, whatever its words are."""
    return asked.day, asked.days_after
