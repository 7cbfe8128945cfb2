"""A filter as a small button: it says what is chosen, and opens to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from hipcoach.app.phrases.finding import filter_words, several_words
from hipcoach.app.words import _
from hipcoach.ui.pieces import Button

ARROW: Final = " ▾"


class FilterMenu(Button):
    """Codes to choose from, one or several; none chosen: whichever."""

    chosenChanged = Signal()
    """Another choice."""

    def __init__(self, name: str, *, single: bool = False, lone: str | None = None) -> None:
        """`lone` is a code that goes with no other."""
        super().__init__(name, "filter")
        self._name = name
        self._single = single
        self._lone = lone
        self._choices: dict[str, tuple[str, str]] = {}
        self._actions: dict[str, QAction] = {}
        self._chosen: frozenset[str] = frozenset()
        self._words = name
        self._menu = _StayingMenu(self)
        self.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.offer([])

    @property
    def chosen(self) -> frozenset[str]:
        """The codes that are chosen."""
        return self._chosen

    def offer(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Offer these as (code, words, few words); what is no longer there is not chosen."""
        self._choices = {code: (words, few) for code, words, few in choices}
        self._menu.clear()
        self._any = self._add(_("Any"), self.clear)
        self._menu.addSeparator()
        self._actions = {}
        for code, words, _few in choices:
            self._actions[code] = self._add(words, lambda _on=False, code=code: self._turn(code))
        self._set(self._chosen & set(self._choices))

    def clear(self) -> None:
        """Choose none."""
        self._set(frozenset())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the words as there is room for."""
        super().resizeEvent(event)
        self._write()

    def minimumSizeHint(self) -> QSize:
        """Words may be cut: they are said in full where it opens."""
        return QSize(self._least(), super().sizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as its neighbours: what is chosen moves nothing."""
        return QSize(self._least() * 2, super().sizeHint().height())

    def _least(self) -> int:
        return self.fontMetrics().horizontalAdvance("MMMMM")

    def _add(self, words: str, then: Callable[..., None]) -> QAction:
        action = self._menu.addAction(words)
        action.setCheckable(True)
        action.triggered.connect(then)
        return action

    def _turn(self, code: str) -> None:
        if code in self._chosen:
            self._set(self._chosen - {code})
        elif self._single or code == self._lone:
            self._set(frozenset({code}))
        else:
            self._set((self._chosen | {code}) - {self._lone or ""})

    def _set(self, chosen: frozenset[str]) -> None:
        before, self._chosen = self._chosen, chosen
        self._any.setChecked(not chosen)
        for code, action in self._actions.items():
            action.setChecked(code in chosen)
        few = [short for code, (_words, short) in self._choices.items() if code in chosen]
        self._words = few[0] if len(few) == 1 else self._name
        if len(few) > 1:
            self._words = several_words(self._name, len(few))
        self.setProperty("active", bool(chosen))
        self.style().unpolish(self)
        self.style().polish(self)
        self._write()
        if before != chosen:
            self.chosenChanged.emit()

    def _write(self) -> None:
        words = [words for code, (words, _few) in self._choices.items() if code in self._chosen]
        self.setAccessibleName(filter_words(self._name, ", ".join(words)))
        letters = self.fontMetrics()
        room = self.contentsRect().width() - letters.horizontalAdvance(ARROW + "MM")
        cut = letters.elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 40))
        self.setText(cut + ARROW)


class _StayingMenu(QMenu):
    """A menu that stays open while one ticks; Enter, Esc or a click elsewhere closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, and stay."""
        spot = event.position().toPoint()
        if not self._trigger(self.actionAt(spot)):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, and stays."""
        if event.key() != Qt.Key.Key_Space or not self._trigger(self.activeAction()):
            super().keyPressEvent(event)

    def _trigger(self, action: QAction | None) -> bool:
        if action is None or action.isSeparator():
            return False
        action.trigger()
        return True
