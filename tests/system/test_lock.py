"""A screen that is locked is told on the bus."""

from __future__ import annotations

import os

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from hipcoach.system.lock import LockWatch

BUS = os.environ.get("DBUS_SESSION_BUS_ADDRESS")


def say(active: bool, path: str = "/org/freedesktop/ScreenSaver") -> None:
    signal = QDBusMessage.createSignal(path, "org.freedesktop.ScreenSaver", "ActiveChanged")
    signal.setArguments([active])
    assert QDBusConnection.sessionBus().send(signal)


def test_without_a_bus_nothing_is_listened_to_and_none_is_started(qtbot: QtBot) -> None:
    del qtbot
    watch = LockWatch(lambda: None, environment={})
    watch.listen()

    assert not [source for source in watch.sources if "ScreenSaver" in source]


@pytest.mark.skipif(not BUS, reason="no session bus: run under dbus-run-session")
def test_locking_is_told_and_unlocking_is_not(qtbot: QtBot) -> None:
    bus = QDBusConnection.sessionBus()
    assert bus.registerService("org.freedesktop.ScreenSaver")
    try:
        told: list[str] = []
        watch = LockWatch(lambda: told.append("left"))
        watch.listen()
        assert watch.sources
        say(active=False)
        say(active=True)
        qtbot.waitUntil(lambda: bool(told), timeout=5000)
        assert ["left"] == told
    finally:
        bus.unregisterService("org.freedesktop.ScreenSaver")
