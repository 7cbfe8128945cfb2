"""What shows notices: what it is asked, and what it tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from jeepney import DBusAddress, HeaderFields, Message

from hipcoach.core.notice import Notice, NoticeSupport, Urgency

NAME: Final = "org.freedesktop.Notifications"
SERVER: Final = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)

RULES: Final = (
    f"type='signal',sender='{NAME}',interface='{NAME}'",
    f"type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{NAME}'",
)
"""Signals of the server's, and that there is another one or none."""

TOLD: Final = frozenset({"ActionInvoked", "NotificationClosed", "ActivationToken"})
"""Its signals: what was pressed, what ended, what lets a window come to the front."""

NOTIFY_TAKES: Final = "susssasa{sv}i"
APP: Final = "HipCoach"
DESKTOP_ENTRY: Final = "hipcoach"
"""Name of our desktop file: GNOME takes name, icon and the person's choices from it."""

CLICK: Final = "default"
"""The action that is no button: a click on the notice itself."""
EXPIRED: Final = 1
"""The reason for a notice's end that is none of the person's doing."""
AS_THE_SERVER_LIKES: Final = -1

MANY: Final = 99
DRAWS: Final[Mapping[str, int]] = {"gnome-shell": 3}
"""How many buttons a server draws, where it leaves out the others without a word."""
IN_A_MENU: Final = frozenset({"dunst", "mako"})
"""Servers that take actions, but draw no buttons: they have a key for a menu."""

_URGENCY: Final = {Urgency.LOW: 0, Urgency.NORMAL: 1, Urgency.CRITICAL: 2}


def support_of(server: str, capabilities: Sequence[str]) -> NoticeSupport:
    """What a server can do, by its name and by what it says of itself."""
    known = server.lower()
    buttons = DRAWS.get(known, MANY) if "actions" in capabilities else 0
    return NoticeSupport(server, buttons, in_menu=buttons > 0 and known in IN_A_MENU)


def notify_call(notice: Notice, replaces: int, icon: str, *, markup: bool) -> tuple[Any, ...]:
    """What `Notify` is called with; `replaces` is the server's number for it, 0 for a new one."""
    actions: list[str] = []
    if notice.click:
        actions += [CLICK, notice.title]  # read where actions are in a menu
    for button in notice.buttons:
        actions += [button.key, button.label]
    hints: dict[str, tuple[str, object]] = {
        "urgency": ("y", _URGENCY[notice.urgency]),
        "desktop-entry": ("s", DESKTOP_ENTRY),
    }
    if notice.category:
        hints["category"] = ("s", notice.category)
    if notice.resident:
        hints["resident"] = ("b", True)
    if notice.transient:
        hints["transient"] = ("b", True)
    lasts = AS_THE_SERVER_LIKES if notice.lasts_s is None else round(notice.lasts_s * 1000)
    text = _escaped(notice.text) if markup else notice.text
    return (APP, replaces, icon, notice.title, text, actions, hints, lasts)


def signal_of(message: Message) -> tuple[str, str, tuple[Any, ...]]:
    """A signal's name, who sent it, and what it says."""
    fields = message.header.fields
    return fields.get(HeaderFields.member, ""), fields.get(HeaderFields.sender, ""), message.body


def _escaped(text: str) -> str:
    """Plain text for a server that would read it as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
