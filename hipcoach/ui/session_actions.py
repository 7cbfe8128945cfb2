"""The controls of a session as actions of Qt: for the keys, the menu and the control bar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from hipcoach.app.words import _
from hipcoach.core.controls import Action
from hipcoach.ui.session_keys import GROUPS, HELP_KEYS, Control


def keyed(host: QWidget, text: str, keys: tuple[str, ...], *, repeats: bool = False) -> QAction:
    """An action that its keys reach wherever the focus is in the window of `host`.

    Shortcuts come before the focused widget, so that Space on a focused button isn't a click,
    and Qt looks for them in every layout of the keyboard.
    They sleep while `host` is hidden.
    """
    action = QAction(text, host)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setAutoRepeat(repeats)
    host.addAction(action)
    return action


class SessionActions(QObject):
    """Every control of a session as a `QAction`, made from the one table."""

    asked = Signal(object)
    """An `Action`: what the person asks for."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._by_action: dict[Action, QAction] = {}
        self.groups = tuple(
            (_(group.title), tuple(self._made(control) for control in group.controls))
            for group in GROUPS
        )
        """(title, actions), in the order in which a menu shows them."""
        self.help = keyed(host, _("All keys"), HELP_KEYS)
        """Shows or hides the list of keys."""

    def __getitem__(self, action: Action) -> QAction:
        """The `QAction` of a control."""
        return self._by_action[action]

    def wake(self, awake: bool) -> None:
        """Let the controls answer, in the menu too, or not."""
        for action in self._by_action.values():
            action.setEnabled(awake)

    def _made(self, control: Control) -> QAction:
        action = keyed(self._host, _(control.label), control.keys, repeats=control.repeats)
        action.setToolTip(_(control.tip))
        action.setStatusTip(_(control.tip))
        action.setObjectName(control.action.value)
        action.triggered.connect(partial(self._ask, control.action))
        self._by_action[control.action] = action
        return action

    def _ask(self, action: Action) -> None:
        self.asked.emit(action)
