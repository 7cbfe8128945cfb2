"""A bus of the test's own, with nobody on it and nothing that it could start."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from hipcoach.system.bus.session import SessionBus

CONFIG = """<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(frozen=True)
class PrivateBus:
    """Where it is, and what a program needs to be told to find it."""

    address: str
    daemon: subprocess.Popen[str]

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"DBUS_SESSION_BUS_ADDRESS": self.address}

    def end(self) -> None:
        """Let it die."""
        self.daemon.kill()
        self.daemon.wait()


@pytest.fixture
def private_bus(tmp_path: Path) -> Iterator[PrivateBus]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon")
    config = tmp_path / "bus.conf"
    config.write_text(CONFIG.format(folder=tmp_path))
    with subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:
        assert daemon.stdout is not None
        try:
            yield PrivateBus(daemon.stdout.readline().strip(), daemon)
        finally:
            daemon.kill()


@pytest.fixture
def on_bus(private_bus: PrivateBus, qtbot: QtBot) -> Iterator[SessionBus]:
    """Our place on it."""
    bus = SessionBus(private_bus.address, retry_ms=20)
    bus.open()
    qtbot.waitUntil(lambda: bus.here)
    yield bus
    bus.close()
    QCoreApplication.processEvents()
