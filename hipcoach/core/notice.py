"""Notices on the desktop: what is shown, what was pressed, what the desktop can do."""

from __future__ import annotations

from enum import StrEnum

from hipcoach.core.value import value


@value
class NoticeButton:
    """Something that may be pressed on a notice."""

    key: str
    label: str


class Urgency(StrEnum):
    """How much a notice asks for attention."""

    LOW = "low"
    NORMAL = "normal"
    CRITICAL = "critical"
    """Stays until it is answered, on most desktops even while they are asked not to disturb."""


@value
class Notice:
    """A few words on the desktop, beside whatever the person is doing."""

    key: str
    """Which one it is: a notice takes the place of the one with the same key."""
    title: str
    text: str = ""
    """Plain text; may have several lines."""
    buttons: tuple[NoticeButton, ...] = ()
    """The more important first: a desktop that draws only some leaves the last ones out."""
    click: str = ""
    """The key that a click on the notice itself presses; empty: nothing is pressed."""
    urgency: Urgency = Urgency.NORMAL
    category: str = ""
    """What kind of notice, as freedesktop names them; ours are `x-hipcoach.…`."""
    lasts_s: float | None = None
    """Seconds until it goes by itself; 0: never; `None`: as the desktop likes."""
    resident: bool = False
    """Whether it stays when something on it was pressed."""
    transient: bool = False
    """Whether it is left out of the list of past notices."""


class NoticeEnd(StrEnum):
    """Why a notice is no longer there."""

    EXPIRED = "expired"
    DISMISSED = "dismissed"
    LOST = "lost"
    """Its server refused it, does not answer or has died: nobody sees it."""


@value
class NoticePressed:
    """A button of a notice was pressed, or the notice itself."""

    key: str
    button: str
    token: str = ""
    """What lets our window come to the front on Wayland (XDG activation); often empty."""


@value
class NoticeClosed:
    """A notice has gone without anything having been pressed."""

    key: str
    end: NoticeEnd


@value
class NoticeSupport:
    """What the desktop's notices can do."""

    server: str = ""
    """Name of what shows them; empty: nothing does."""
    buttons: int = 0
    """So many are shown of those that a notice has; 0: a notice can't be answered."""
    in_menu: bool = False
    """Whether they are not on the notice but in a menu that has to be known of."""


@value
class NoticeSupportChanged:
    """A server has come, gone, or can do other things now."""

    support: NoticeSupport


NoticeEvent = NoticePressed | NoticeClosed | NoticeSupportChanged
