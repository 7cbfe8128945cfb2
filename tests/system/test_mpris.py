"""A session on the desktop's media controls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

import pytest

from hipcoach.core.media import MediaShown, MediaWish
from hipcoach.ports import MediaControls
from hipcoach.system.bus.session import SessionBus
from hipcoach.system.mpris import BusMedia
from tests.fakes import FakeMediaControls
from tests.system.conftest import PrivateBus, Shell

LUNGE = MediaShown(
    "Half-kneeling lunge", "Desk reset", 3, playing=True, position_s=4.5, length_s=30
)


@pytest.fixture
def asked() -> list[MediaWish]:
    return []


@pytest.fixture
def media(on_bus: SessionBus, asked: list[MediaWish]) -> Iterator[BusMedia]:
    media = BusMedia(on_bus, asked.append)
    yield media
    media.close()


def playerctl(shell: Shell, *command: str) -> str:
    return shell.run("playerctl", "--player=hipcoach", *command)


def test_a_session_is_shown_as_a_title_of_its_routine(shell: Shell, media: BusMedia) -> None:
    assert "No players found" == playerctl(shell, "status")
    media.show(LUNGE)
    form = "{{status}}|{{title}}|{{album}}|{{artist}}|{{mpris:length}}"
    expected = "Playing|Half-kneeling lunge|Desk reset|Desk reset|30000000"
    assert expected == playerctl(shell, "metadata", "--format", form)
    media.show(replace(LUNGE, playing=False))
    assert "Paused 4500000" == playerctl(shell, "metadata", "--format", "{{status}} {{position}}")
    media.show(None)
    assert "No players found" == playerctl(shell, "status")
    media.show(replace(LUNGE, length_s=None))
    assert "Playing||" == playerctl(shell, "metadata", "--format", "{{status}}|{{mpris:length}}|")


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        ("play", MediaWish.PLAY),
        ("pause", MediaWish.PAUSE),
        ("play-pause", MediaWish.TOGGLE),
        ("next", MediaWish.NEXT),
        ("previous", MediaWish.PREVIOUS),
        ("stop", MediaWish.STOP),
    ],
)
def test_media_keys_are_asked_for_as_wishes(
    shell: Shell, media: BusMedia, asked: list[MediaWish], key: str, wish: MediaWish
) -> None:
    media.show(LUNGE)
    playerctl(shell, key)
    assert [wish] == asked


def test_a_panel_may_raise_the_window_and_does_not_quit(
    shell: Shell, media: BusMedia, asked: list[MediaWish]
) -> None:
    media.show(LUNGE)
    here = ("org.mpris.MediaPlayer2.hipcoach", "/org/mpris/MediaPlayer2")
    call = ("busctl", f"--address={shell.address}", "call", *here)
    shell.run(*call, "org.mpris.MediaPlayer2", "Raise")
    assert "" == shell.run(*call, "org.mpris.MediaPlayer2", "Quit")
    player = "org.mpris.MediaPlayer2.Player"
    assert "" == shell.run(*call, player, "SetPosition", "ox", "/a", "7")
    assert "" == shell.run(*call, player, "Seek", "x", "5")
    assert [MediaWish.RAISE] == asked
    read = ("busctl", f"--address={shell.address}", "get-property", *here)
    assert "b false" == shell.run(*read, "org.mpris.MediaPlayer2", "CanQuit")
    assert 's "hipcoach"' == shell.run(*read, "org.mpris.MediaPlayer2", "DesktopEntry")
    assert "as 0" == shell.run(*read, "org.mpris.MediaPlayer2", "SupportedUriSchemes")


def test_panels_are_told_of_changes_but_not_of_every_second(shell: Shell, media: BusMedia) -> None:
    media.show(LUNGE)
    monitor = shell.start(
        "gdbus", "monitor", "--session", "--dest", "org.mpris.MediaPlayer2.hipcoach"
    )
    shell.lines(monitor, "is owned by")
    media.show(replace(LUNGE, position_s=5.5))
    media.show(replace(LUNGE, position_s=5.3))
    media.show(replace(LUNGE, position_s=0.0))
    media.show(replace(LUNGE, position_s=25.0))
    media.show(replace(LUNGE, track=4, title="Bridge", position_s=0.0, can_next=False))
    media.show(replace(LUNGE, track=5, title="Plank", position_s=0.0))
    told = [line for line in shell.lines(monitor, "Plank") if "/org/mpris/MediaPlayer2: " in line]
    assert told[0].endswith(".Seeked (int64 0,)")
    assert 3 == len(told)
    assert "objectpath '/org/hipcoach/HipCoach/track/4'" in told[1]
    assert "'CanGoNext': <false>" in told[1]
    assert "PlaybackStatus" not in told[1]


def test_a_second_session_at_once_has_a_name_of_its_own(
    shell: Shell, media: BusMedia, private_bus: PrivateBus
) -> None:
    other_bus = SessionBus(private_bus.address)
    other = BusMedia(other_bus, lambda _wish: None)
    media.show(LUNGE)
    shell.until(lambda: "hipcoach" in playerctl(shell, "--list-all"))
    other.show(replace(LUNGE, title="Bridge"))
    other_bus.open()
    shell.until(lambda: ".instance" in shell.run("playerctl", "--list-all"))
    other.close()
    shell.until(lambda: "hipcoach" == shell.run("playerctl", "--list-all"))
    other_bus.close()


def test_without_a_bus_a_session_is_not_seen_and_nothing_fails() -> None:
    media = BusMedia(SessionBus(""), lambda _wish: None)
    media.show(LUNGE)
    media.show(replace(LUNGE, playing=False))
    media.close()


class FakePanel:
    def __init__(self) -> None:
        self.asked: list[MediaWish] = []
        self.controls = FakeMediaControls(self.asked.append)

    def title(self) -> str:
        return self.controls.shown.title if self.controls.shown else ""

    def press(self, wish: MediaWish) -> None:
        self.controls.press(wish)


class RealPanel:
    def __init__(self, bus: SessionBus, shell: Shell) -> None:
        self.asked: list[MediaWish] = []
        self.controls = BusMedia(bus, self.asked.append)
        self._shell = shell

    def title(self) -> str:
        title = playerctl(self._shell, "metadata", "title")
        return "" if title == "No players found" else title

    def press(self, wish: MediaWish) -> None:
        playerctl(self._shell, wish.value)


class Panel(Protocol):
    asked: list[MediaWish]

    @property
    def controls(self) -> MediaControls: ...
    def title(self) -> str: ...
    def press(self, wish: MediaWish) -> None: ...


@pytest.fixture(params=["fake", "real"])
def panel(request: pytest.FixtureRequest) -> Panel:
    if request.param == "fake":
        return FakePanel()
    return RealPanel(request.getfixturevalue("on_bus"), request.getfixturevalue("shell"))


def test_a_panel_shows_the_session_while_there_is_one(panel: Panel) -> None:
    assert "" == panel.title()
    panel.controls.show(LUNGE)
    assert LUNGE.title == panel.title()
    panel.press(MediaWish.NEXT)
    assert [MediaWish.NEXT] == panel.asked
    panel.controls.show(replace(LUNGE, title="Bridge"))
    assert "Bridge" == panel.title()
    panel.controls.show(None)
    assert "" == panel.title()
    panel.controls.show(LUNGE)
    panel.controls.close()
    assert "" == panel.title()
