"""`hipcoach.ports.Notifier` over the person's bus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jeepney import Message
from PySide6.QtCore import QTimer

from hipcoach.core.notice import (
    Notice,
    NoticeClosed,
    NoticeEnd,
    NoticeEvent,
    NoticePressed,
    NoticeSupport,
    NoticeSupportChanged,
)
from hipcoach.system.bus.session import BUS, SessionBus
from hipcoach.system.notify.server import (
    CLICK,
    EXPIRED,
    NAME,
    NOTIFY_TAKES,
    RULES,
    SERVER,
    TOLD,
    notify_call,
    signal_of,
    support_of,
)

ANSWER_MS: Final = 700
"""The longest that a server may take to say that a notice is shown. After that a window of our
own is still in time: whatever is due is to be seen within 1.2 s."""


NAMELESS: Final = "?"
"""A server that does not say what it is."""


@dataclass(slots=True, eq=False)
class _Shown:
    """A notice with the number that the server gave it; 0 until it has."""

    notice: Notice
    number: int = 0
    token: str = ""
    asked: int = 0
    answered: int = 0
    """How often the server was asked to show it, and has answered."""
    newer: Notice | None = None
    """What is to take its place as soon as its number is known."""
    gone: bool = False
    """Whether nobody is to see it, or to be told of it, any more."""

    @property
    def pending(self) -> bool:
        """Whether the server has yet to answer."""
        return self.answered < self.asked


class BusNotifier:
    """Notices by whatever shows them on this desktop.

    `wake` is called when there is something to `poll`; `icon` is a name of the icon theme or
    the address of a file.
    """

    def __init__(
        self,
        bus: SessionBus,
        wake: Callable[[], None],
        icon: str = "hipcoach",
        answer_ms: int = ANSWER_MS,
    ) -> None:
        self._bus, self._wake, self._icon, self._answer_ms = bus, wake, icon, answer_ms
        self._support = NoticeSupport()
        self._markup = False
        self._owner = ""
        self._looks = 0
        self._closed = False
        self._shown: dict[str, _Shown] = {}
        self._events: list[NoticeEvent] = []
        bus.add(self)

    def support(self) -> NoticeSupport:
        """What is possible now."""
        return self._support

    def show(self, notice: Notice) -> bool:
        """Show a notice; `False` where it can't be, or not with buttons that it has."""
        # Some desktops take the buttons away while they are not to disturb, and tell nobody;
        # and a server that is not there may start when it is asked.
        self._look()
        if not self._support.server or (notice.buttons and not self._support.buttons):
            self.withdraw(notice.key)
            return False
        shown = self._shown.setdefault(notice.key, _Shown(notice))
        if shown.pending:
            shown.newer = notice
        else:
            self._send(shown, notice)
        return True

    def withdraw(self, key: str) -> None:
        """Take a notice away; nothing is told of it any more."""
        shown = self._shown.pop(key, None)
        if shown is not None:
            shown.gone = True
            self._take_away(shown)

    def poll(self) -> Sequence[NoticeEvent]:
        """What has happened since the last call."""
        events, self._events = self._events, []
        return events

    def close(self) -> None:
        """Take every notice away, and show no more."""
        for key in tuple(self._shown):
            self.withdraw(key)
        self._bus.remove(self)
        self._events.clear()
        self._support = NoticeSupport()
        self._closed = True

    def joined(self) -> None:
        """The bus is there: listen, and ask what shows notices here."""
        for rule in RULES:
            self._bus.listen(rule)
        self._look()

    def left(self) -> None:
        """The bus is gone, and with it all that was shown."""
        self._lose_all()

    def heard(self, message: Message) -> None:
        """What the server tells, or that another one has come or the last one gone."""
        member, sender, body = signal_of(message)
        if member == "NameOwnerChanged" and body[0] == NAME:
            self._lose_all()
            self._owner = body[2]
            if self._owner:
                self._look()
        elif sender == self._owner and member in TOLD:
            number, what = body
            for shown in tuple(self._shown.values()):
                if shown.number == number:
                    self._heard_of(shown, member, what)

    def _heard_of(self, shown: _Shown, member: str, what: Any) -> None:
        key = shown.notice.key
        if member == "ActivationToken":
            shown.token = what
        elif member == "ActionInvoked":
            if not shown.notice.resident:
                self.withdraw(key)  # not every server does it by itself
            button = shown.notice.click if what == CLICK else what
            self._tell(NoticePressed(key, button, shown.token))
        elif not shown.pending:  # else it was the one before, and the next is on its way
            del self._shown[key]
            end = NoticeEnd.EXPIRED if what == EXPIRED else NoticeEnd.DISMISSED
            self._tell(NoticeClosed(key, end))

    def _send(self, shown: _Shown, notice: Notice) -> None:
        shown.notice = notice
        shown.asked += 1
        turn = shown.asked
        body = notify_call(notice, shown.number, self._icon, markup=self._markup)
        self._bus.call(SERVER, "Notify", NOTIFY_TAKES, body, lambda gave: self._sent(shown, gave))
        QTimer.singleShot(self._answer_ms, lambda: self._late(shown, turn))

    def _sent(self, shown: _Shown, gave: tuple[Any, ...] | None) -> None:
        shown.answered += 1
        if gave is None:
            self._lose(shown)
            return
        shown.number = gave[0]
        if shown.gone:
            self._take_away(shown)
        elif shown.newer is not None:
            notice, shown.newer = shown.newer, None
            self._send(shown, notice)

    def _late(self, shown: _Shown, turn: int) -> None:
        if shown.answered < turn:
            self._lose(shown)

    def _lose(self, shown: _Shown) -> None:
        """Nobody sees it; should it still appear it will be taken away."""
        if not shown.gone:
            self.withdraw(shown.notice.key)
            self._tell(NoticeClosed(shown.notice.key, NoticeEnd.LOST))

    def _lose_all(self) -> None:
        """There is no server, or not the one that showed them."""
        self._owner = ""
        lost, self._shown = self._shown, {}
        self._know("", ())
        for shown in lost.values():
            if not shown.gone:
                shown.gone, shown.number = True, 0
                self._tell(NoticeClosed(shown.notice.key, NoticeEnd.LOST))

    def _take_away(self, shown: _Shown) -> None:
        if shown.number:
            self._bus.call(SERVER, "CloseNotification", "u", (shown.number,))

    def _look(self) -> None:
        """Ask what shows notices here, and what it can do."""
        if self._closed:
            return
        self._looks += 1
        look, found = self._looks, [""]

        def owned(body: tuple[Any, ...] | None) -> None:
            if look == self._looks and body is not None:
                self._owner = body[0]

        def named(body: tuple[Any, ...] | None) -> None:
            found[0] = body[0] if body else ""

        def able(body: tuple[Any, ...] | None) -> None:
            if look != self._looks or self._closed:
                return
            if body is None:
                self._know("", ())
            else:
                self._know(found[0] or NAMELESS, body[0])

        self._bus.call(BUS, "GetNameOwner", "s", (NAME,), owned)
        self._bus.call(SERVER, "GetServerInformation", done=named)
        self._bus.call(SERVER, "GetCapabilities", done=able)

    def _know(self, server: str, capabilities: Sequence[str]) -> None:
        self._markup = "body-markup" in capabilities
        support = support_of(server, capabilities)
        if support != self._support:
            self._support = support
            self._tell(NoticeSupportChanged(support))

    def _tell(self, event: NoticeEvent) -> None:
        self._events.append(event)
        self._wake()
