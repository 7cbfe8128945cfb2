"""What reminders heed is told by the doctor, and nobody is ill for lack of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

NAMES = (
    "Time away from mouse and keyboard",
    "Locked screen",
    "Do not disturb",
    "Full screen",
    "Calls (microphone in use)",
)


def test_on_a_machine_without_a_desktop_each_says_why(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PULSE_SERVER"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/no/such/bus")
    told = run("--data-dir", tmp_path, "doctor")

    found = [line for line in told.out.splitlines() if "Breaks · " in line]
    assert [f"– Breaks · {name}: not noticed here" for name in NAMES] == [
        line.partition(", because")[0] for line in found
    ]
    assert found[2].endswith(
        "because there is no session bus. Reminders come all the same; pause them when you want"
        " quiet."
    )
