"""A bus of the test's own, with nobody on it and nothing that it could start."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QProcess, QProcessEnvironment
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


class PrivateBus:
    """A bus in a folder: programs find it by its environment, and it may die and come back."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder}/bus"
        self.environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": self.address}
        self._config = folder / "bus.conf"
        self._config.write_text(CONFIG.format(folder=folder))
        self._daemon: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Let it be there."""
        self._daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={self._config}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._daemon.stdout is not None
        assert self._daemon.stdout.readline().startswith(self.address)

    def end(self) -> None:
        """Let it die."""
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.communicate()
        self._daemon = None


@pytest.fixture
def private_bus(tmp_path: Path) -> Iterator[PrivateBus]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon")
    bus = PrivateBus(tmp_path)
    bus.begin()
    yield bus
    bus.end()


@pytest.fixture
def on_bus(private_bus: PrivateBus, qtbot: QtBot) -> Iterator[SessionBus]:
    """Our place on it."""
    bus = SessionBus(private_bus.address, retry_ms=20)
    bus.open()
    qtbot.waitUntil(lambda: bus.here)
    yield bus
    bus.close()
    QCoreApplication.processEvents()


class Shell:
    """Programs of the desktop's on our bus; our own loop runs meanwhile."""

    def __init__(self, bus: PrivateBus, qtbot: QtBot) -> None:
        self.address, self._qtbot = bus.address, qtbot
        self._started: list[QProcess] = []

    def start(self, *command: str) -> QProcess:
        """A program that runs on."""
        program, *arguments = command
        if shutil.which(program) is None:
            pytest.skip(f"there is no {program}")
        process = QProcess()
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("DBUS_SESSION_BUS_ADDRESS", self.address)
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.start(program, arguments)
        self._started.append(process)
        return process

    def run(self, *command: str) -> str:
        """What a program says until it is through."""
        process = self.start(*command)
        self.until(lambda: process.state() == QProcess.ProcessState.NotRunning)
        return said_by(process)

    def until(self, holds: Callable[[], bool]) -> None:
        """Let our loop run until this holds."""
        self._qtbot.waitUntil(holds, timeout=10_000)

    def lines(self, process: QProcess, last: str) -> list[str]:
        """What a program goes on to say, up to the line that holds this."""
        said = ""

        def reads() -> bool:
            nonlocal said
            said += bytes(process.readAllStandardOutput().data()).decode()
            return last in said

        self.until(reads)
        return said.splitlines()

    def close(self) -> None:
        """End whatever still runs."""
        for process in self._started:
            process.kill()
            process.waitForFinished()


def said_by(process: QProcess) -> str:
    """What a program has said since it was last read."""
    return bytes(process.readAllStandardOutput().data()).decode().strip()


@pytest.fixture
def shell(private_bus: PrivateBus, qtbot: QtBot) -> Iterator[Shell]:
    shell = Shell(private_bus, qtbot)
    yield shell
    shell.close()
