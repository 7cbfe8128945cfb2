"""Notices: shown, pressed, taken away, and never lost without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hipcoach.core.notice import (
    Notice,
    NoticeButton,
    NoticeClosed,
    NoticeEnd,
    NoticeEvent,
    NoticePressed,
    NoticeSupport,
    NoticeSupportChanged,
    Urgency,
)
from hipcoach.ports import Notifier
from hipcoach.system.bus.session import BUS, SessionBus
from hipcoach.system.notify.notifier import BusNotifier
from hipcoach.system.notify.server import SERVER
from tests.fakes import FakeNotifier
from tests.system.conftest import PrivateBus
from tests.system.notify.stand_in import ALL, PRESSED, TOKEN, StandInServer

OFFER = Notice(
    "offer",
    "Time for a break",
    "90 seconds",
    (NoticeButton("start", "Start"), NoticeButton("skip", "Skip")),
    click="open",
)
HINT = Notice("hint", "A break in half a minute")


class Desk(Protocol):
    """A notifier, and the hands of the person before it."""

    @property
    def notifier(self) -> Notifier: ...

    def press(self, title: str, button: str) -> None: ...
    def dismiss(self, title: str) -> None: ...
    def expire(self, title: str) -> None: ...
    def server_dies(self) -> None: ...
    def server_comes(self, *, buttons: bool = True) -> None: ...
    def seen(self) -> set[str]: ...


class FakeDesk:
    def __init__(self) -> None:
        self.notifier = FakeNotifier()

    def press(self, title: str, button: str) -> None:
        self.notifier.press(self._key(title), button)

    def dismiss(self, title: str) -> None:
        self.notifier.end(self._key(title), NoticeEnd.DISMISSED)

    def expire(self, title: str) -> None:
        self.notifier.end(self._key(title), NoticeEnd.EXPIRED)

    def server_dies(self) -> None:
        self.notifier.use(NoticeSupport())

    def server_comes(self, *, buttons: bool = True) -> None:
        self.notifier.use(NoticeSupport("Stand-in", 99 if buttons else 0))

    def seen(self) -> set[str]:
        return {notice.title for notice in self.notifier.shown.values()}

    def _key(self, title: str) -> str:
        return next(one.key for one in self.notifier.shown.values() if one.title == title)


class RealDesk:
    """The real one before a stand-in server; every step waits until it has been heard."""

    def __init__(self, address: str, bus: SessionBus, qtbot: QtBot) -> None:
        self._address, self._qtbot = address, qtbot
        self.woken = 0
        self.notifier = BusNotifier(bus, self._wake)
        self.server: StandInServer
        self.server_comes()

    def press(self, title: str, button: str) -> None:
        key = "default" if button == OFFER.click else button
        self._hears(title, lambda number: self.server.tell(PRESSED, number, key))

    def dismiss(self, title: str) -> None:
        self._hears(title, lambda number: self.server.end(number, 2))

    def expire(self, title: str) -> None:
        self._hears(title, lambda number: self.server.end(number, 1))

    def server_dies(self) -> None:
        self.server.die()
        self.until(lambda: not self.notifier.support().server)

    def server_comes(self, *, buttons: bool = True) -> None:
        able = ALL if buttons else tuple(one for one in ALL if one != "actions")
        self.server = StandInServer(self._address, able=able)
        self.until(lambda: bool(self.notifier.support().server))

    def seen(self) -> set[str]:
        self._settle()
        return {str(call["title"]) for call in self.server.shown.values()}

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=5000)

    def _hears(self, title: str, does: Callable[[int], None]) -> None:
        self._settle()
        before = self.woken
        does(self.server.number_of(title))
        self.until(lambda: self.woken > before)

    def _settle(self) -> None:
        """Wait until nothing that was said is still on its way."""
        answered: list[object] = []
        self.notifier._bus.call(SERVER, "GetCapabilities", done=answered.append)
        self.until(lambda: bool(answered))

    def _wake(self) -> None:
        self.woken += 1


@pytest.fixture(params=["fake", "real"])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    if request.param == "fake":
        fake = FakeDesk()
        fake.notifier.poll()
        yield fake
        return
    real = RealDesk(
        request.getfixturevalue("private_bus").address,
        request.getfixturevalue("on_bus"),
        request.getfixturevalue("qtbot"),
    )
    real.notifier.poll()
    yield real
    real.notifier.close()
    real.server.die()


@pytest.fixture
def real(private_bus: PrivateBus, on_bus: SessionBus, qtbot: QtBot) -> Iterator[RealDesk]:
    desk = RealDesk(private_bus.address, on_bus, qtbot)
    desk.notifier.poll()
    yield desk
    desk.notifier.close()
    desk.server.die()


def events(desk: Desk) -> list[NoticeEvent]:
    return list(desk.notifier.poll())


# What holds for the real one and its fake.


def test_a_notice_is_seen_until_it_is_withdrawn_and_that_is_not_told(desk: Desk) -> None:
    assert desk.notifier.show(OFFER)
    assert desk.notifier.show(HINT)
    assert {OFFER.title, HINT.title} == desk.seen()
    desk.notifier.withdraw("offer")
    assert {HINT.title} == desk.seen()
    desk.notifier.withdraw("offer")
    assert [] == events(desk)


@pytest.mark.parametrize("button", ["start", "skip", "open"])
def test_what_is_pressed_is_told_once_and_the_notice_is_gone(desk: Desk, button: str) -> None:
    desk.notifier.show(OFFER)
    desk.press(OFFER.title, button)
    assert [NoticePressed("offer", button)] == events(desk)
    assert [] == events(desk)
    assert set() == desk.seen()


def test_a_resident_notice_may_be_pressed_again(desk: Desk) -> None:
    desk.notifier.show(Notice("offer", "Stays", buttons=OFFER.buttons, resident=True))
    desk.press("Stays", "start")
    desk.press("Stays", "skip")
    assert [NoticePressed("offer", "start"), NoticePressed("offer", "skip")] == events(desk)
    assert {"Stays"} == desk.seen()


def test_a_notice_that_is_put_away_or_runs_out_is_told_with_its_end(desk: Desk) -> None:
    desk.notifier.show(OFFER)
    desk.dismiss(OFFER.title)
    assert [NoticeClosed("offer", NoticeEnd.DISMISSED)] == events(desk)
    desk.notifier.show(OFFER)
    desk.expire(OFFER.title)
    assert [NoticeClosed("offer", NoticeEnd.EXPIRED)] == events(desk)


def test_a_notice_takes_the_place_of_the_one_with_its_key(desk: Desk) -> None:
    desk.notifier.show(OFFER)
    assert {OFFER.title} == desk.seen()
    desk.notifier.show(Notice("offer", "Still time for it"))
    assert {"Still time for it"} == desk.seen()
    assert [] == events(desk)


def test_notices_are_lost_with_their_server_and_shown_by_the_next(desk: Desk) -> None:
    able = desk.notifier.support()
    desk.notifier.show(OFFER)
    desk.server_dies()
    assert [
        NoticeSupportChanged(NoticeSupport()),
        NoticeClosed("offer", NoticeEnd.LOST),
    ] == events(desk)
    assert not desk.notifier.show(OFFER)
    desk.server_comes()
    assert [NoticeSupportChanged(able)] == events(desk)
    assert set() == desk.seen()
    assert desk.notifier.show(OFFER)
    assert {OFFER.title} == desk.seen()


def test_a_server_without_buttons_shows_only_what_has_none(desk: Desk) -> None:
    desk.server_dies()
    desk.server_comes(buttons=False)
    assert NoticeSupport("Stand-in", 0) == desk.notifier.support()
    assert not desk.notifier.show(OFFER)
    assert desk.notifier.show(HINT)
    assert {HINT.title} == desk.seen()


def test_nothing_is_shown_any_more_after_the_end(desk: Desk) -> None:
    desk.notifier.show(OFFER)
    assert {OFFER.title} == desk.seen()
    desk.notifier.show(HINT)
    desk.notifier.close()
    assert set() == desk.seen()
    for _ in range(2):
        assert not desk.notifier.show(OFFER)
        assert set() == desk.seen()
    assert NoticeSupport() == desk.notifier.support()
    assert [] == events(desk)


# What only the real one can get wrong.


def test_the_server_is_told_everything_about_a_notice(real: RealDesk) -> None:
    real.notifier.show(
        Notice(
            "offer",
            "Time & place",
            "<90> seconds & more",
            OFFER.buttons,
            click="open",
            urgency=Urgency.CRITICAL,
            category="x-hipcoach.break",
            lasts_s=2.5,
            resident=True,
            transient=True,
        )
    )
    real.seen()
    [call] = real.server.shown.values()
    assert {
        "app": "HipCoach",
        "replaces": 0,
        "icon": "hipcoach",
        "title": "Time & place",
        "text": "&lt;90&gt; seconds &amp; more",
        "actions": ["default", "Time & place", "start", "Start", "skip", "Skip"],
        "hints": {
            "urgency": ("y", 2),
            "desktop-entry": ("s", "hipcoach"),
            "category": ("s", "x-hipcoach.break"),
            "resident": ("b", True),
            "transient": ("b", True),
        },
        "lasts": 2500,
    } == call


def test_text_is_left_as_it_is_where_the_server_knows_no_markup(real: RealDesk) -> None:
    real.server_dies()
    real.server = StandInServer(real._address, able=("actions",))
    real.until(lambda: bool(real.notifier.support().server))
    real.notifier.show(Notice("hint", "A", "1 < 2", lasts_s=0))
    real.notifier.show(Notice("other", "B", "1 < 2"))
    real.seen()
    shown = list(real.server.shown.values())
    assert [("1 < 2", 0), ("1 < 2", -1)] == [(call["text"], call["lasts"]) for call in shown]
    assert [[], []] == [call["actions"] for call in shown]


@pytest.mark.parametrize(
    ("server", "support"),
    [
        ("gnome-shell", NoticeSupport("gnome-shell", 3)),
        ("dunst", NoticeSupport("dunst", 99, in_menu=True)),
        ("Plasma", NoticeSupport("Plasma", 99)),
        ("", NoticeSupport("?", 99)),
    ],
)
def test_servers_are_known_by_what_they_draw(
    real: RealDesk, server: str, support: NoticeSupport
) -> None:
    real.server_dies()
    real.server = StandInServer(real._address, server)
    real.until(lambda: bool(real.notifier.support().server))
    assert support == real.notifier.support()


def test_a_notice_that_is_replaced_before_it_has_a_number_shows_the_newest(
    real: RealDesk,
) -> None:
    for title in ("one", "two", "three"):
        real.notifier.show(Notice("offer", title))
    real.until(lambda: ["three"] == [call["title"] for call in real.server.shown.values()])


def test_a_notice_that_is_put_away_while_the_next_is_on_its_way_is_no_news(
    real: RealDesk,
) -> None:
    real.notifier.show(OFFER)
    real.seen()
    real.server.hang()
    real.notifier.show(Notice("offer", "Still time for it"))
    real.server.end(real.server.number_of(OFFER.title), 2)
    marker: list[object] = []
    real.notifier._bus.call(BUS, "GetId", done=marker.append)
    real.until(lambda: bool(marker))
    real.server.hang(hangs=False)
    assert {"Still time for it"} == real.seen()
    assert [] == events(real)
    real.press("Still time for it", "start")
    assert [NoticePressed("offer", "start")] == events(real)


def test_a_notice_that_is_withdrawn_before_it_has_a_number_does_not_stay(real: RealDesk) -> None:
    real.notifier.show(OFFER)
    real.notifier.withdraw("offer")
    real.until(lambda: real.server._last > 40 and not real.server.shown)
    assert [] == events(real)


def test_a_server_that_refuses_or_hangs_loses_the_notice_in_time(real: RealDesk) -> None:
    real.server.refuses = True
    woken = real.woken
    assert real.notifier.show(OFFER)
    real.until(lambda: real.woken > woken)
    assert [NoticeClosed("offer", NoticeEnd.LOST)] == events(real)
    real.server.refuses = False
    real.server.hang()
    hung = real.woken
    assert real.notifier.show(OFFER)
    real.until(lambda: real.woken > hung)
    assert [NoticeClosed("offer", NoticeEnd.LOST)] == events(real)
    # What appears when it wakes up is taken away: by then our own window stands there.
    real.server.hang(hangs=False)
    real.until(lambda: real.server._last > 40 and not real.server.shown)
    assert [] == events(real)


def test_a_server_that_answers_in_time_keeps_the_notice(real: RealDesk, on_bus: SessionBus) -> None:
    patience_ms = 200
    hasty = BusNotifier(on_bus, lambda: None, answer_ms=patience_ms)
    real.until(lambda: bool(hasty.support().server))
    hasty.poll()
    passed: list[bool] = []
    assert hasty.show(HINT)
    QTimer.singleShot(2 * patience_ms, lambda: passed.append(True))
    real.until(lambda: bool(passed))
    assert {HINT.title} == real.seen()
    assert [] == list(hasty.poll())
    hasty.close()


def test_what_a_server_from_before_says_too_late_is_not_believed(
    real: RealDesk, private_bus: PrivateBus
) -> None:
    real.server.hang()
    real.notifier.show(HINT)
    real.server._bus.drop_name("org.freedesktop.Notifications")
    old, real.server = real.server, StandInServer(private_bus.address, "The next")
    real.until(lambda: real.notifier.support().server == "The next")
    real.notifier.poll()
    old.die()
    real.seen()
    assert [] == events(real)


def test_the_right_to_come_to_the_front_is_handed_on(real: RealDesk) -> None:
    real.notifier.show(OFFER)
    real.seen()
    real.server.tell(TOKEN, real.server.number_of(OFFER.title), "token-7")
    real.press(OFFER.title, "start")
    assert [NoticePressed("offer", "start", "token-7")] == events(real)


def test_what_others_say_of_their_notices_or_of_ours_is_not_ours(
    real: RealDesk, private_bus: PrivateBus, qtbot: QtBot
) -> None:
    real.notifier.show(OFFER)
    real.seen()
    number = real.server.number_of(OFFER.title)
    stranger = StandInServer(private_bus.address)  # the name is taken: it is nobody's server
    qtbot.waitUntil(lambda: stranger._bus.here)
    real.notifier._bus.listen("type='signal',interface='org.freedesktop.Notifications'")
    stranger.tell(PRESSED, number, "start")
    real.server.tell(PRESSED, number + 1, "start")
    real.seen()
    stranger.die()
    assert [] == events(real)


def test_a_desktop_that_takes_the_buttons_away_is_noticed(real: RealDesk) -> None:
    real.notifier.show(OFFER)
    real.server.able = ("body",)
    real.notifier.show(HINT)
    real.until(lambda: not real.notifier.support().buttons)
    assert not real.notifier.show(OFFER)
    assert {HINT.title} == real.seen()


def test_what_happens_after_the_end_is_no_news(real: RealDesk) -> None:
    real.notifier.close()
    woken = real.woken
    real.server.die()
    answered: list[object] = []
    real.notifier._bus.call(SERVER, "GetCapabilities", done=answered.append)
    real.until(lambda: bool(answered))
    assert woken == real.woken


def test_with_no_bus_nothing_can_be_shown() -> None:
    bus = SessionBus("")
    notifier = BusNotifier(bus, lambda: None)
    bus.open()
    assert not notifier.show(HINT)
    assert NoticeSupport() == notifier.support()
    notifier.close()


def test_a_bus_that_dies_loses_the_notices(real: RealDesk, private_bus: PrivateBus) -> None:
    real.notifier.show(OFFER)
    real.seen()
    private_bus.end()
    real.until(lambda: not real.notifier.support().server)
    assert NoticeClosed("offer", NoticeEnd.LOST) in events(real)
    assert not real.notifier.show(OFFER)
