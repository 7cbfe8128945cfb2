"""The red flags to tick, and *none of these*."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.app.phrases.safety import flag_words
from hipcoach.app.words import _
from hipcoach.core.safety import Advice, RedFlag, advice
from hipcoach.ui.pieces import column, frame
from hipcoach.ui.tick import Tick


class FlagList(QWidget):
    """Signs that belong to a professional; nothing ticked at all is no answer."""

    changed = Signal()
    """Something was ticked or unticked."""

    def __init__(self) -> None:
        super().__init__()
        self._ticks = {flag.value: Tick(flag_words(flag)) for flag in RedFlag}
        self._kept: set[str] = set()
        self._none = Tick(_("None of these apply to me"))
        self._none.clicked.connect(self._tick_none)
        signs = column(gap=0)
        for tick in self._ticks.values():
            tick.clicked.connect(self._tick_some)
            signs.addWidget(tick)
        self.setLayout(column(signs, frame("rule"), self._none, gap=3))
        self.setFocusProxy(next(iter(self._ticks.values())))

    @property
    def answered(self) -> bool:
        """Whether anything is ticked, beside what is kept."""
        return self._none.isChecked() or not self._kept.issuperset(self._ticked())

    @property
    def advice(self) -> Advice:
        """What follows from the signs that are ticked."""
        return advice(self._ticked())

    def show_flags(self, flags: Sequence[str] | None, *, kept: bool = False) -> None:
        """Show the codes of what was answered last; `None` where it never was.

        What is `kept` can't be unticked, and *none of these* is no answer then.
        """
        known = set(flags or ())
        self._kept = known if kept else set()
        for code, tick in self._ticks.items():
            tick.setChecked(code in known)
            tick.setEnabled(code not in self._kept)
        self._none.setVisible(not self._kept)
        self._none.setChecked(flags is not None and not known)
        self.changed.emit()

    def _ticked(self) -> list[str]:
        return [code for code, tick in self._ticks.items() if tick.isChecked()]

    def _tick_none(self) -> None:
        if self._none.isChecked():
            for tick in self._ticks.values():
                tick.setChecked(False)
        self.changed.emit()

    def _tick_some(self) -> None:
        self._none.setChecked(False)
        self.changed.emit()
